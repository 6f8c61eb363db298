# What charts letter and describe. Names, dates and amounts come in words; numbers come as numbers.

## Counted things, met in other messages that are given the same value

count-claims = { $claims ->
    [one] { $claims } claim
   *[other] { $claims } claims
}
count-comparisons = { $comparisons ->
    [one] { $comparisons } comparison
   *[other] { $comparisons } comparisons
}
count-dates = { $dates ->
    [one] { $dates } date
   *[other] { $dates } dates
}
count-events = { $events ->
    [one] { $events } event
   *[other] { $events } events
}
count-factions = { $factions ->
    [one] { $factions } faction
   *[other] { $factions } factions
}
count-measures = { $measures ->
    [one] { $measures } measure
   *[other] { $measures } measures
}
count-places = { $places ->
    [one] { $places } place
   *[other] { $places } places
}
count-reports = { $reports ->
    [one] { $reports } report
   *[other] { $reports } reports
}
count-rows = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}
count-speakers = { $speakers ->
    [one] { $speakers } speaker
   *[other] { $speakers } speakers
}
count-ties = { $ties ->
    [one] { $ties } tie
   *[other] { $ties } ties
}

further-claims = { $number ->
    [one] { $number } further claim.
   *[other] { $number } further claims.
}
further-places = { $number ->
    [one] { $number } further place.
   *[other] { $number } further places.
}
further-rows = { $number ->
    [one] { $number } further row.
   *[other] { $number } further rows.
}

## What stands where something is missing

faction-none = no faction named
event-none = no event named
wording-none = no words given
## The foot of every chart, and what several charts explain

sources = { $number ->
    [0] Sources: none given.
    [one] Source: { $names }.
   *[other] Sources: { $names }.
}

axis-beyond = An arrow at the right edge: beyond the days shown.
chart-outside = Grey: outside the scope, shown as context ({ count-rows }).
outside-reason = { $text }; outside the scope, { $reason }

axis-log = logarithmic axis
axis-linear = axis from 0

key-fades = about then: fades over { $days ->
    [one] { $days } day
   *[other] { $days } days
} either side
key-within = one day, somewhere within
key-possible = lighter: possible, not certain
key-under-way = under way when last reported; start not reported
key-unreported = fades out: nothing reported
key-open = said to go on when last reported

alt-within = One day somewhere within a window, drawn as a bracket: { count-rows }.
alt-open = Said to go on when last reported, solid up to then: { count-rows }.
alt-no-end = Without a reported end, fading out: { count-rows }.
alt-no-start = Without a reported start: { count-rows }.

## Timeline of events

timeline-title = { $events ->
    [one] { count-events }, { $period }; { $inferred ->
        [0] nothing of its date inferred
       *[other] its date inferred, in whole or part
    }
   *[other] { count-events }, { $period }; { $inferred ->
        [0] no date inferred
        [one] { $inferred } date inferred, in whole or part
       *[other] { $inferred } dates inferred, in whole or part
    }
}
timeline-before = before { $start } to { $end }
timeline-going-on = { $period } and on

timeline-spans = Solid: days that are certain, up to the last report.
timeline-voices = Voices are speakers.
timeline-origin = Of one origin are voices of one party and what one voice says or relays; several may still know of each other.
timeline-labelled = All { $events } events are drawn; { $labelled ->
    [one] { $labelled } is labelled
   *[other] { $labelled } are labelled
}, the most voiced nearby.
timeline-no-size = How large an event was is not shown.

timeline-counts = voices / origins
timeline-counted = { $first } / { $next }
timeline-origin-one = one
timeline-origin-several = several
timeline-origin-indeterminate = ?
timeline-undecided-means = ?: the ties do not decide.
timeline-key-stated = day and month as reported
timeline-key-inferred = day or month inferred

timeline-alt = Timeline of { count-events }, { $period }; days run from left to right.
timeline-alt-first = First row: { $title }, { $date }.
timeline-alt-last = Last row: { $title }, { $date }.
timeline-alt-dates = Inferred in whole or part: { $inferred } of { count-dates }.
timeline-alt-cut = The axis is cut: { $names } began before it.
timeline-alt-cut-many = The axis is cut: { count-events } began before it, { $names } among them.
timeline-alt-cut-event = { $title } ({ $date })
timeline-alt-most = Most voices, { $voices }: { $title }.
timeline-alt-most-shared = { $events } events share the most voices, { $voices } each.
timeline-alt-not-shown = Not shown: place, and how large an event was.

## Timeline of control

control-title = Control of { $places ->
    [0] places not named
   *[other] { count-places }
} by { count-factions }: { $claimed } of { count-rows } claimed, not assessed
control-spans = Solid: days that are certain, up to the last report.
control-no-size = How large a place is, and how firmly it was held, is not shown.
control-labelled = All { $rows } rows are drawn, { $labelled ->
    [one] { $labelled } is labelled.
   *[other] { $labelled } are labelled.
}
control-holding = { $place }: { $actor }, { $status }
control-when = { $date }; { $basis }

control-alt = Timeline of control: { count-rows }, days from left to right; { $actors }.
control-alt-row = { $place }: { $actor }, { $status }, { $date }, { $basis }.
control-alt-cut = The axis is cut: { count-rows } began before it.
control-alt-dates = Inferred: { $inferred } of { count-dates }.
control-alt-not-shown = Not shown: the size of a place and how firmly it was held.
