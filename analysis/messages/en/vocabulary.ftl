# The codes of a corpus in words: what is counted and of whom, states of control, verdicts, gaps,
# reasons.

measure-none = no measure
measure-abducted = abducted
measure-agreement = what was agreed
measure-aid_delivered = aid delivered
measure-aid_funding = aid funding
measure-aid_trucks = { $number ->
    [one] aid truck
   *[other] aid trucks
}
measure-air_strikes = { $number ->
    [one] air strike
   *[other] air strikes
}
measure-area_gained = area gained
measure-area_held = area held
measure-assessment = a judgement
measure-attacks = { $number ->
    [one] attack
   *[other] attacks
}
measure-besieged = { $number ->
    [one] person besieged
   *[other] people besieged
}
measure-besieged_troops = troops besieged
measure-comparison = a comparison
measure-control = who holds it
measure-detained = detained
measure-displaced = displaced
measure-displacements = { $number ->
    [one] displacement
   *[other] displacements
}
measure-drones = { $number ->
    [one] drone
   *[other] drones
}
measure-duration = how long it lasted
measure-end = when it ended
measure-explanation = a reason given
measure-facilities_hit = { $number ->
    [one] facility hit
   *[other] facilities hit
}
measure-fatalities = { $number ->
    [one] fatality
   *[other] fatalities
}
measure-food_insecure = food-insecure
measure-front_distance = front distance
measure-in_need = { $number ->
    [one] person in need
   *[other] people in need
}
measure-injured = injured
measure-intent = what is intended
measure-losses = { $number ->
    [one] loss
   *[other] losses
}
measure-missing = missing
measure-occurrence = what happened
measure-participation = who took part
measure-places_taken = { $number ->
    [one] place taken
   *[other] places taken
}
measure-population = population
measure-prisoners = { $number ->
    [one] prisoner of war
   *[other] prisoners of war
}
measure-refugees = { $number ->
    [one] refugee
   *[other] refugees
}
measure-relation = a tie
measure-returned = returned
measure-shells = { $number ->
    [one] munition fired
   *[other] munitions fired
}
measure-sorties = { $number ->
    [one] sortie
   *[other] sorties
}
measure-start = when it began
measure-status = how things stand
measure-strength = strength
measure-surrendered = surrendered
measure-territory_share = territory share

counts-children = children
counts-women = women
counts-men = men
counts-elderly = elderly people
counts-civilians = civilians
counts-combatants = combatants
counts-aid_workers = aid workers
counts-health_workers = health workers
counts-journalists = journalists
counts-medics = medics
counts-police = police
counts-commanders = commanders
counts-foreigners = foreigners
counts-peacekeepers = peacekeepers
counts-destroyed = destroyed
counts-damaged = damaged
counts-captured = captured
counts-abandoned = abandoned
counts-bodies = bodies
counts-identified = identified
counts-families = families

method-documented = documented
method-estimated = estimated
method-projected = projected

status-none = status not given
status-held = held
status-part_held = part held
status-lost = lost
status-besieged = besieged
status-contested = contested


verdict-single = single
verdict-agree = agree
verdict-repeated = repeated by one voice
verdict-overlap = overlap
verdict-apart = apart
verdict-indeterminate = indeterminate
verdict-compatible = { $number } of { $all } compatible
verdict-ratio = floors differ by { $ratio } times

because-apart-later = a later count differs
because-apart-reading = by the house’s reading only
because-single-later = a later count is lower
because-indeterminate-estimate = only estimates differ
because-indeterminate-number = a number is missing

standing-earlier = earlier, a later figure of the same voice counts
standing-revised = revised
stance-denies = denies
stance-doubts = doubts

others = not compared: { $others }
other-place = another place ({ $number })
other-window = another time ({ $number })
other-tags = another part of it ({ $number })
other-method = a projection ({ $number })
other-doer = said of another doer, or of none ({ $number })
other-actor = said of another faction, or of none ({ $number })


reason-region = outside the region
reason-period = outside the period
reason-factions = other factions
reason-wider_place = of a wider place
reason-region_not_stated = naming no place
reason-faction_not_stated = naming no faction
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
context-told_after = told after the period
