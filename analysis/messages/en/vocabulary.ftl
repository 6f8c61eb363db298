# The codes of a corpus in words: what is counted, units, states of control, verdicts, gaps, reasons.

measure-none = no measure
measure-air_strikes = air strikes
measure-assessment = assessment
measure-besieged = besieged
measure-comparison = comparison
measure-control = control
measure-duration = duration
measure-explanation = explanation
measure-fatalities = fatalities
measure-front_distance = front distance
measure-intent = intent
measure-losses = losses
measure-occurrence = occurrence
measure-participation = participation
measure-places_taken = places taken
measure-population = population
measure-relation = relation
measure-sorties = sorties
measure-start = start
measure-status = status
measure-strength = strength
measure-territory_share = territory share

unit-none = no unit
unit-km = km
unit-percent = percent
unit-persons = { $number ->
    [one] person
   *[other] persons
}
unit-sorties = { $number ->
    [one] sortie
   *[other] sorties
}
unit-strikes = { $number ->
    [one] strike
   *[other] strikes
}
unit-depots = { $number ->
    [one] depot
   *[other] depots
}
unit-places = { $number ->
    [one] place
   *[other] places
}
unit-years = { $number ->
    [one] year
   *[other] years
}

status-none = status not given
status-held = held
status-part_held = part held
status-lost = lost
status-besieged = besieged
status-contested = contested

basis-none = basis not given
basis-claimed = claimed
basis-assessed = assessed

verdict-single = single
verdict-agree = agree
verdict-overlap = overlap
verdict-contradict = contradict
verdict-indeterminate = indeterminate

reason-region = outside the region
reason-period = outside the period
reason-factions = other factions
reason-event = on an event left out
reason-no_place = no place named
reason-not_located = place without coordinates

gap-civilian_harm = no figure of harm to civilians
gap-force = no strength in numbers
gap-location = event without a place on the map
gap-date = date inferred, not stated
gap-publisher = report without a stated publisher
gap-author = report without a stated author
gap-number = words that name no number
gap-number_by_rule = number read from words by rule
