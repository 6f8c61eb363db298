# The codes of a corpus in words: what is counted, units, states of control, verdicts.

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
status-besieged = besieged
status-contested = contested

basis-none = basis not given
basis-claimed = claimed
basis-assessed = assessed
basis-stated = stated
basis-inferred = inferred

verdict-single = single
verdict-agree = agree
verdict-overlap = overlap
verdict-contradict = contradict
verdict-indeterminate = indeterminate
