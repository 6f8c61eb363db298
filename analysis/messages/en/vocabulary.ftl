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
status-part_held = held in part
status-lost = lost
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

reason-region = outside the region
reason-period = outside the period
reason-factions = other factions
reason-wider_place = of a wider place
reason-region_not_stated = naming no place
reason-undated = without a day, and told by no report of the period
reason-not_shown = with a faction not shown
reason-no_place = no place named
reason-not_located = place without coordinates

context-tie = a tie between factions shown
context-reversal = a later state
context-ended = the end of what is shown
context-denial = a denial
context-doubt = a doubt
context-revision = a revision
context-whole = of a wider place or a longer time
context-part = a part of what is shown
context-compared = compared with what is shown
context-carries = said of what is shown

gap-civilian_harm = no figure of harm to civilians
gap-force = no strength in numbers
gap-location = event without a place on the map
gap-date = date inferred, not stated
gap-publisher = report without a stated publisher
gap-author = report without a stated author
gap-number = words that name no number
gap-number_by_rule = number read from words by rule
