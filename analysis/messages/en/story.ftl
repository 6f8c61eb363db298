# The story of page one: what happened, by whose word. Names come with their article, places with their
# preposition, dates in words; an empty value means that nobody says it.

## Names and places

# Words that end a name which wants an article: the Syrian army, the Kweires air base, the United States.
words-with-article = army navy force guard staff militia police front brigade division column battalion regiment league council committee coalition compact alliance union party movement pilots fighters government ministry directorate authority command office bureau press agency republic kingdom states nations emirates base airport airfield port harbour border road highway bridge strait river crossing line works hospital market camp valley hills
# What follows such a word within a name: the Government of Syria.
word-of = of
# Words that begin a description rather than a name, or an article: other rebel factions, the base.
words-first = the a an other unnamed unknown several various local some many residents rebels
withheld-voice = a withheld voice
name-with-remark = { $name } ({ $remark })
name-with-article = the { $name }
place-at = { $kind ->
    [country] in { $place }
    [province] in { $place }
    [district] in { $place }
    [city] in { $place }
    [town] in { $place }
    [village] in { $place }
    [villages] in { $place }
    [area] in { $place }
    [island] on { $place }
    [border] on { $place }
    [road] on { $place }
    [front] on { $place }
   *[other] at { $place }
}
some-place = { $kind ->
    [village] a village
    [villages] villages
    [town] a town
    [city] a city
    [district] a district
    [base] a base
   *[other] a place
}
with-support = { $doers }, supported by { $supporters },

## What happened, by kind of event

story-fighting = { $whom ->
    [none] { $who } fought { $where }
   *[other] { $who } fought { $whom } { $where }
}
story-offensive = { $whom ->
    [none] { $who } led an offensive { $where }
   *[other] { $who } led an offensive { $where } against { $whom }
}
story-seizure = { $whom ->
    [none] { $who } took { $place }
   *[other] { $who } took { $place } from { $whom }
}
story-withdrawal = { $who } withdrew from { $place }
story-siege = { $whom ->
    [none] { $who } besieged { $place }
   *[other] { $who } besieged { $place }, held by { $whom }
}
story-siege_ended = { $whom ->
    [none] { $who } ended the siege of { $place }
   *[other] { $who } ended the siege of { $place } by { $whom }
}
story-air_strikes = { $whom ->
    [none] { $who } carried out air strikes { $where }
   *[other] { $who } carried out air strikes on { $whom } { $where }
}
story-air_campaign = { $whom ->
    [none] { $who } carried out an air campaign { $where }
   *[other] { $who } carried out an air campaign against { $whom } { $where }
}
story-shelling = { $who } shelled { $place }
story-signed = { $kind ->
    [ceasefire] { $who } agreed a ceasefire { $where }
    [exchange_of_prisoners] { $who } exchanged prisoners { $where }
   *[other] { $who } signed an agreement { $where }
}

## When, and by whose word

story-by = { $told } by { $day }
story-dated = { $told } ({ $day })
story-on = { $told } { $day }
story-lasted = It had lasted { $since }, { $speakers } said{ $cites }.
story-lasted-with = It had lasted { $since }, with { $words } { $noun }, { $speakers } said{ $cites }.
story-said = { $told }, { $speakers } said{ $cites }.
story-reported = { $speakers } reported: { $told }{ $cites }.
story-outside = { $told } That is outside the scope: { $reason }.
story-disputed = Who did it is told differently: { $named }.
cited-voice = { $speaker }{ $cites }
story-names = { $doers } according to { $speakers }

story-tied-supports = { $actor } supported { $other }
story-tied-fights = { $actor } and { $other } fought each other
story-tied-member_of = { $actor } was part of { $other }
story-tied-allied_with = { $actor } and { $other } were allied
story-tied-when = { $told }, last reported { $day }
story-tied-left = { $actor } left { $other }
story-tied-neutral_to = { $actor } was neutral towards { $other }
story-tied-mediates = { $actor } mediated with { $other }

## Figures

story-judged = Of { $actor } { $speaker } said: { $words }{ $cites }.
on-day = { $told } { $day }

# What a figure is of, as it stands in a sentence: the number of dead of ISIS.
stated-fatalities = the dead
stated-injured = the injured
stated-missing = the missing
stated-abducted = the abducted
stated-detained = the detained
stated-displaced = the displaced
stated-displacements = the number of people who had to flee
stated-returned = the returned
stated-refugees = the refugees
stated-besieged = the number of people besieged
stated-in_need = the number of people in need
stated-food_insecure = the number of food-insecure people
stated-besieged_troops = the number of besieged troops
stated-strength = the strength
stated-surrendered = the number of those who surrendered
stated-prisoners = the number of prisoners of war
stated-losses = the losses
stated-sorties = the number of sorties
stated-air_strikes = the number of air strikes
stated-shells = the number of munitions fired
stated-drones = the number of drones
stated-attacks = the number of attacks
stated-front_distance = the distance of the front
stated-distance-from = the distance of { $actor } from { $place }
stated-territory_share = the share of territory
stated-area_held = the area held
stated-area_gained = the area gained
stated-places_taken = the number of places taken
stated-population = the population
stated-facilities_hit = the number of facilities hit
stated-aid_trucks = the number of aid trucks
stated-aid_delivered = the aid delivered
stated-aid_funding = the funding of aid
stated-duration = the duration
stated-other = the figure for { $noun }
stated-tags = { $measure } ({ $tags })
stated-of = { $measure } of { $actor }
stated-by = { $measure } by { $actor }

# The article of such a phrase, which falls away at the head of a figure.
stated-the = the{" "}
label-whose = { $what }: { $whose }
headed-at = { $what }, { $place }
