# What a decision needs to know, what the reports hold of it, and what to look for next.

needs-need = A decision needs
needs-holds = The reports hold
needs-next = Look for next

## The needs, as the head of a row and in a sentence

need-civilians = Civilians dead, injured, missing
need-displaced = People displaced
need-cut_off = Residents cut off or in need
need-losses = Losses of each side
need-damage = Damage
need-access = Aid, roads and crossings
need-strength = Strength of each side
need-people_now = People living there now
need-where = Where exactly
need-time = Time without a report
need-voices = Voices of each side and of residents

missing-civilians = civilians dead or injured
missing-displaced = people displaced
missing-cut_off = residents cut off
missing-losses = losses
missing-damage = damage
missing-access = aid and passage
missing-strength = strength
missing-people_now = people living there
missing-voices = any voice of { $names }

## What the reports hold

hold-no_figure = { $scoped ->
    [yes] no figure within the scope
   *[no] no figure
}
hold-words_only = words only: { $quotes }
hold-past_only = past only: { $quotes }
hold-not_told_apart = not told apart from others: { $quotes }
hold-figures = figures for { $quotes }
hold-words = words only for { $quotes }
hold-none = none for { $names }
hold-no_place = no place that can be found on a map for { $all ->
    [one] the one event
   *[other] { $number } of { $events } events
}: { $names }
hold-no_report = no report: none published from { $days }
hold-looking-back = what is told of it rests on { $number ->
    [one] report { $numbers }
   *[other] reports { $numbers }
} looking back
hold-no-voice-of = nobody speaks for { $names }
hold-silent-residents = no resident is quoted
hold-silent-organisations = no aid or monitoring organisation
hold-quote = “{ $words }”{ $cites }
hold-quote-of = { $name }, “{ $words }”{ $cites }
hold-number = { $words }{ $cites }
hold-number-of = { $name }, { $words }{ $cites }
hold-met = { $need }{ $cites }
hold-met-head = Held
met-civilians = civilians harmed
met-displaced = people displaced
met-cut_off = residents cut off or in need
met-losses = losses of each side
met-damage = damage
met-access = aid
met-strength = strength of each side
met-people_now = people living there
met-where = a place for each event
met-time = no two weeks without a report
met-voices = voices of each side and of residents
hold-further = { $quotes } and { $number } more

## The desk's advice, which cites nothing

look-civilians = Hospitals, civil defence and monitors, by place and day
look-displaced = Displacement tracking, by district and day
look-cut_off = Lists of places cut off, with how many people live there
look-losses = The same fighting as told by the sides not counted
look-damage = Pictures from above; damage by district
look-access = Which roads and crossings are open; deliveries by route and day
look-strength = Any estimate with a date
look-people_now = A count or an estimate of the time of these reports
look-where = Names of the places, to put them on the map
look-time = One report a week for that time
look-voices = Statements and media of those not heard; residents and hospitals

## Title and notes

coverage-title = missing first: { $needs }
coverage-title-scoped = within the scope, { $title }
coverage-title-met = every need is met by some report; what they say may still be wrong
coverage-title-partly = known in part only: { $needs }
coverage-subtitle = { $scoped ->
    [yes] What a decision needs, what the reports hold of it within the scope (outside they may hold more), and what to look for next.
   *[no] What a decision needs, what the reports hold of it, and what to look for next.
} That something is missing here does not mean that it did not happen.
coverage-outlet-none = { $number ->
    [one] The one report names no outlet.
   *[other] None of the { $words } reports names an outlet.
}
coverage-outlet-each = { $number ->
    [one] The one report names its outlet.
   *[other] Each of the { $words } reports names its outlet.
}
coverage-outlet-some = { $words } of { $all } reports { $number ->
    [one] names
   *[other] name
} no outlet.
coverage-read = { $number ->
    [0] No number is
    [one] { $words } number is
   *[other] { $words } numbers are
} read from words by rule{ $coded ->
    [0] { "" }
    [one] , one was written by the coder
   *[other] , { $coded } were written by the coder
}.
coverage-unread = { $number ->
    [one] { $words } statement of a quantity names
   *[other] { $words } statements of a quantity name
} no number.

## What no report says, on the first page

absent-figure = { $scoped ->
    [yes] Within the scope, no
   *[no] No
} report gives a figure for { $things }.
absent-strength = the strength of { $names }
absent-losses = the dead of any side
absent-places = { $all ->
    [one] The one event
   *[other] { $number } of { $events } events
} cannot be placed on a map.
