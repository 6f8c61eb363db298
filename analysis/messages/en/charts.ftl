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
count-pairs = { $pairs ->
    [one] { $pairs } pair
   *[other] { $pairs } pairs
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

further-pairs = { $number ->
    [one] { $number } further pair.
   *[other] { $number } further pairs.
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
## The foot of every chart, and what several charts explain

sources = { $number ->
    [0] Sources: none given.
    [one] Source: { $names }.
   *[other] Sources: { $names }.
}

chart-outside = Grey: outside the scope, shown as context ({ count-rows }).
outside-reason = { $text }; outside the scope, { $reason }


## Map of events

map-title = { count-events } at { count-places }
map-title-missing = { count-events } cannot be placed
map-projection = Azimuthal equidistant projection centred on the events.
map-circle = A circle is the coded precision, not a size.
map-named = All { $places } places are drawn; at most { $named } are named, those with most events first.
map-circles = Circles only for the first { $number }.
map-missing = Not on the map: { $events }.
map-missing-event = { $title } ({ $reason })
map-no-attribution = Boundaries as in the file given; they imply no judgement on the status of a territory.
map-scale-from-centre = The scale is that of distances from the centre.
map-scale = { $km } km

map-precision-exact = exact place
map-precision-unknown = radius not known
map-precision-within = within { $km } km
map-precision-area = area, { $km } km around
map-key-exact = place known
map-key-within = somewhere within
map-key-area = an area

map-place = { $precision }; { count-events }
map-more-events = and { $number } more
map-more-places = { $number ->
    [one] and { $number } more place
   *[other] and { $number } more places
}

map-alt = Map of { count-events } at { count-places }.
map-alt-place = { $place }: { count-events }, { $precision }.
map-alt-extent = They lie at { $latitudes }, { $longitudes }.
map-degrees = { NUMBER($at, minimumFractionDigits: 2) } { map-degrees-side }
map-degrees-span = { NUMBER($low, minimumFractionDigits: 2) } to { NUMBER($high, minimumFractionDigits: 2) } { map-degrees-side }
map-degrees-across = { $first } to { $next }
map-degrees-date-line = { $first } to { $next }, across the 180th meridian
map-degrees-side = { $side ->
    [south] degrees south
    [west] degrees west
    [east] degrees east
   *[north] degrees north
}
map-alt-missing = Not shown: { count-events } without coordinates ({ $reasons }).
map-alt-not-shown = Size and importance of events are not shown.

## Network of factions

network-title = { count-factions }{ $sides ->
    [0] {""}
    [one] , { $sides } side
   *[other] , { $sides } sides
}; { $pairs ->
    [0] none is said to fight another
    [one] { count-pairs } fights each other
   *[other] { count-pairs } fight each other
}
network-ties = Ties as last reported, on days not known.
network-ties-day = Ties as last reported, on or before { $day }; nothing says that they hold after it.
network-ties-days = Ties as last reported, each on a day from { $first } to { $last }; nothing says that they hold after it.
network-sides = Sides follow from support, alliance and membership.
network-no-strength = Strength is not shown.
network-named = All { $ties } ties are drawn; factions with most ties are named first.
network-side = side { $side }
network-no-side = on no side

network-key-supports = supports
network-key-member_of = is part of
network-key-allied_with = is allied with
network-key-fights = fights
network-key-neutral_to = is neutral towards
network-key-mediates = mediates with
network-key-left = has left
network-key-inferred = lighter: date inferred

network-alt = Network of { count-factions } and { count-ties } between them.
network-alt-side = Side { $side }: { $actors }.
network-alt-no-side = On no side: { $actors }.
network-alt-supports = { $actor }: supports { $others }.
network-alt-member_of = { $actor }: is part of { $others }.
network-alt-allied_with = { $actor }: is allied with { $others }.
network-alt-fights = { $actor }: fights { $others }.
network-alt-neutral_to = { $actor }: is neutral towards { $others }.
network-alt-mediates = { $actor }: mediates with { $others }.
network-alt-left = { $actor }: has left { $others }.
network-alt-more = { $ties ->
    [one] And { $ties } more tie.
   *[other] And { $ties } more ties.
}
network-alt-dates = Inferred in time and drawn lighter: { $inferred } of { $claims ->
    [one] { count-claims } that carries them.
   *[other] { count-claims } that carry them.
}
network-alt-not-shown = Not shown: how strong a tie is, and ties that no report states.
