# Factions: the network of ties, ties over time, and the sentences beside them.

## In the drawing

tie-cite = [{ $label }]
tie-more = +{ $number }

network-key-supports = supports
network-key-member_of = is part of
network-key-allied_with = is allied with
network-key-fights = fight each other
network-key-neutral_to = are neutral
network-key-mediates = mediates with
network-key-left = has left
network-key-unnamed = dotted: said by nobody named

network-heading-supports = supports
network-heading-member_of = is part of
network-heading-allied_with = are allied
network-heading-fights = fight each other
network-heading-neutral_to = are neutral towards each other
network-heading-mediates = mediates with
network-heading-left = has left
network-more = { $ties ->
    [one] And { $ties } more tie, in the data.
   *[other] And { $ties } more ties, in the data.
}

## The drawing in words

network-alt = Network of { count-factions } and { count-ties } between them.
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
network-alt-pair = { $actor } and { $other }
network-alt-unnamed = Said by nobody named: the ties of { $pairs }.
network-alt-not-shown = Not shown: how strong a tie is, and ties that no report states.
network-ties = Ties as last reported, on days not known.
network-ties-day = Ties as last reported, { $day }.
network-ties-days = Ties as last reported, from { $first } to { $last }.

## The finding, and what stands beside it

factions-title-none = Ties between factions
factions-title = { $words } factions with { $ties ->
    [one] one tie
   *[other] { $number } ties
} between them
factions-title-supports = { $number ->
    [one] support by { $actors } for { $other }
   *[other] { $actors } support { $other }
}
factions-title-fights = { $number ->
    [one] fighting between { $actors } and { $other }
   *[other] { $actors } fight { $other }
}
factions-subtitle = Ties of any day. At each line: the report and paragraph that carry it, and when it was last reported.
factions-subtitle-day = Ties not reported to begin after { $day } or to end before it. At each line: the report and paragraph that carry it, and when it was last reported; nothing says that it held after that.
factions-subtitle-within = Ties not reported to begin after { $day } or to end before it. At each line: the report and paragraph that carry it, and when it was last reported; nothing says that it held after that.
factions-one-author = { $scoped ->
    [yes] { $ties ->
        [one] The tie in scope rests on one author.
       *[other] Each tie in scope rests on one author.
    }
   *[no] { $ties ->
        [one] The tie rests on one author.
       *[other] Each tie rests on one author.
    }
}
factions-authors = Told by more than one author: { $ties }.{ $others ->
    [0] {""}
    [one] {" "}The other tie { $scoped ->
        [yes] in scope rests
       *[no] rests
    } on one author.
   *[other] {" "}Each other tie { $scoped ->
        [yes] in scope rests
       *[no] rests
    } on one author.
}
factions-unnamed = Said by nobody named: { $ties }.
factions-tie = { $tie }{ $cites }
factions-more = { $ties ->
    [one] { $words } further tie
   *[other] { $words } further ties
}
factions-torn = { $members } are tied as one side, yet { $number ->
    [2] they fight each other
   *[other] some of them fight each other
}: the ties do not say who stands where.
factions-outside = Grey: { $ties ->
    [one] { $words } tie
   *[other] { $words } ties
} outside the scope, shown as context.
factions-changed = { $pairs ->
    [0] No tie between them is reported to have changed.
    [one] One pair of factions did not stay as it was: see the ties over time.
   *[other] { $words } pairs of factions did not stay as they were: see the ties over time.
}
factions-shown = { $left ->
    [0] { $ties ->
        [one] The one tie is shown.
        [2] Both ties are shown.
       *[other] All { $number } ties are shown.
    }
   *[other] { $shown } of { $number } ties are shown.
}
bond-supports = the support of { $actor } for { $other }
bond-member_of = the membership of { $actor } in { $other }
bond-allied_with = the alliance of { $actor } and { $other }
bond-fights = the fighting between { $actor } and { $other }
bond-neutral_to = the neutrality of { $actor } and { $other }
bond-mediates = the mediation of { $actor } with { $other }
bond-left = the departure of { $actor } from { $other }

## Ties over time

changes-left = { $actor } from { $other }
changes-title = { $left ->
    [one] Departure
   *[other] Departures
} reported: { $ties }; { $pairs ->
    [one] one pair
   *[other] { $number } pairs
} of factions changed
changes-title-pairs = { $pairs ->
    [one] One pair of factions is reported to have changed its ties
   *[other] { $words } pairs of factions are reported to have changed their ties
}
changes-left-on = { $actor } left { $other }{ $date ->
    [none] {""}
   *[other] {" "}{ $date }
}{ $cites }.
changes-subtitle = One strip for each tie that is reported, solid up to its last report; blank is what no report speaks of.
ties-pair = { $actor } and { $other }:
ties-of = { $actor }: { $tie }
ties-supports = in support
ties-member_of = member
ties-allied_with = allied
ties-fights = fighting
ties-neutral_to = neutral
ties-mediates = mediating
ties-left = left
ties-more = { $ties ->
    [one] { $ties } further tie
   *[other] { $ties } further ties
}
ties-pairs-more = { $pairs ->
    [one] And { $pairs } more pair, in the data.
   *[other] And { $pairs } more pairs, in the data.
}
ties-key-fights = fighting
ties-key-supports = support
ties-key-member_of = membership
ties-key-allied_with = alliance
ties-key-neutral_to = neutrality
ties-key-mediates = mediation
ties-alt = Ties over time of { $pairs ->
    [one] { $pairs } pair of factions that changed.
   *[other] { $pairs } pairs of factions that changed.
}
ties-alt-pair = { $actor } and { $other }: { $ties }.
ties-alt-not-shown = Not shown: why a tie changed, and ties that no report dates.
