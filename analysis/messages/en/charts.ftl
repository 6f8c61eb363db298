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

