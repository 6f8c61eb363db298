# Sentences of the briefing, by subject. Names, dates and amounts come in words.

sentence = { $text }.
said = “{ $words }” ({ $numbers })
name-both = { $name } ({ $other })
done-by = by { $name }
subject-of = { $measure } ({ $actor })
subject-at = { $measure }, { $where }
subject-of-at = { $measure } ({ $actor }), { $where }
join-then-further = { $first }; then { $next }

## Events

event = { $title }: { $date }, { $told }
event-at = { $event }; place: { $place }
event-told = { $event }{ $cites }.
told-by = told by { $voices } in { $reports }
told-by-origin = told by { $voices }, { $origin }, in { $reports }
told-by-nobody = spoken of, but told by nobody
events-earlier = { $number ->
    [one] { $number } earlier event
   *[other] { $number } earlier events
} in the timeline and its data.
events-and-more = { $names } and { $number ->
    [one] { $number } more event
   *[other] { $number } more events
}
not-on-map = Not on the map ({ $reason }): { $names }.

## Factions

network-caption = Ties of any day. Sides follow from coded support, alliance and membership, not from judgement.
network-caption-day = Ties as last reported on or before { $day }; nothing says that they still held then. Sides follow from coded support, alliance and membership, not from judgement.
network-caption-within = Ties as last reported before the end of { $day }; nothing says that they still held then. Sides follow from coded support, alliance and membership, not from judgement.
faction-ties = { $faction }: { $ties }.
tie = { $relation }{ $cites }
tie-reported = { $relation }, last reported { $day }{ $cites }
tie-ended = { $faction }, { $relation }, { $date }{ $cites }
ties-ended = { $number ->
    [one] { $number } tie
   *[other] { $number } ties
} had ended before { $day }: { $ties }.
ties-further = { $number ->
    [one] { $number } further tie
   *[other] { $number } further ties
}
relation-member_of = member of { $others }
relation-supports = in support of { $others }
relation-allied_with = allied with { $others }
relation-fights = fighting { $others }
relation-neutral_to = neutral towards { $others }
relation-mediates = mediating with { $others }
relation-left = no longer with { $others }, having left
side = Side { $number }: { $members }.
side-torn = Side { $number }: { $members }. Its members also fight each other, so the ties do not decide.
side-none = On no side, for want of a coded tie of support or membership: { $members }.

## Forces, the dead, the front

figure = { $subject }: { $said }, according to { $speaker }
figure-denies = { $subject }: { $said }, denied by { $speaker }
figure-doubts = { $subject }: { $said }, doubted by { $speaker }
figure-as-of = { $figure }; time: { $day }
figure-noted = { $figure } ({ $notes }){ $cites }.
speaker-through = { $speaker } through { $via }
note-numbers-coded = numbers coded by hand
note-graded = graded { $grade }
note-speaker-graded = speaker { $grade }
figures-further = { $number ->
    [one] { $number } further claim
   *[other] { $number } further claims
} in the data of the exhibit.
movement = { $subject }: { $days }.
said-by = { $said }, according to { $speaker }{ $cites }
said-as-of = { $told }; time: { $day }

## Control

holding = { $place }: { $status }, { $date }; { $basis }{ $cites }.
holding-held = held by { $actor }
holding-part_held = part held by { $actor }
holding-lost = lost by { $actor }
holding-besieged = held by { $actor }, besieged
holding-contested = contested by { $actor }

## Key figures

key-figure-label = { $label }: { $details }
key-figure-reading = read as { $numbers }
key-figure-verdict = { $verdict }: { $sources }
key-figures-further = { $number ->
    [one] { $number } further figure stands
   *[other] { $number } further figures stand
} in the claims.

## Claims and what they come to

uncompared-further = { $number ->
    [one] { $number } more pair is
   *[other] { $number } more pairs are
} not listed; those of which one exceeds the other come first.
uncompared-one = Figures of
uncompared-why = Why they are no equals
uncompared-other = And of
uncompared-claim_ids = Sources
pair-part = a part of
pair-breach = a part, but more than
pair-method = a projection, the other was observed
pair-place = another place
pair-window = another time
pair-tags = another part of it
pair-doer = said of another doer, or of none
pair-actor = said of another faction, or of none
compared = { $subject }: { $claims }. As numbers: { $verdict } ({ $sources }).
compared-single = { $subject }: { $claims } ({ $sources }).
beside = { $beside }.
beside-revised = Revised: { $claims }
beside-earlier = Earlier: { $claims }
beside-denied = Denied: { $claims }
beside-doubted = Doubted: { $claims }
beside-claim = { $speaker }{ $cites }
beside-part = A part of: { $wholes }
beside-breach = More than the whole it is part of: { $wholes }
beside-whole = { $subject }, { $numbers }
subject-narrowed = { $subject }: { $narrowed }
subject-projected = projected
compared-claim = { $speaker }: { $said }{ $cites }
groups-further = { $number ->
    [one] { $number } further group
   *[other] { $number } further groups
} in the ledger of claims.
quantities-claimed = { $number ->
    [one] { $number } quantity is claimed
   *[other] { $number } quantities are claimed
}
quantities-single = resting on one claim: { $number }
verdict-count = { $verdict }: { $number }

## Coverage and limits

left-out = Left out of { $table }: { $number ->
    [one] { $number } row
   *[other] { $number } rows
}, { $reason }.
kept-as-context = Kept as context from { $table }: { $number ->
    [one] { $number } row
   *[other] { $number } rows
}, { $reason }.
counted-in-scope = Counted are events in scope alone: { $asked }.
left-out-nothing = Nothing in the corpus was left out.
shown-as-context = Grey, outside the scope: { $number ->
    [one] { $number } row
   *[other] { $number } rows
}, { $reason }.
restricted-withheld = Withheld as restricted: who { $reports } and { $speakers } are, and the words of { $claims } of theirs; numbers and days are kept.
restricted-printed = Printed although restricted: { $reports }, { $speakers } and { $claims } of theirs.
scope-all-factions = all factions
edition = Sitrep { $version }, inputs { $inputs }
title-briefing = { $title }
title-events = { $title }: events
title-factions = { $title }: factions and control
title-forces = { $title }: forces, harm and the front
title-narrowed = { $title } — { $asked }
narrowed = Narrowed to { $asked }: { $events } and { $claims } outside it are left out, { $rows ->
    [one] { $rows } row is
   *[other] { $rows } rows are
} kept as context.
outside-scope = Outside the scope, { $reason }: { $told }
day-outside = { $day } (outside the scope, { $reason })
note-outside = outside the scope, { $reason }
tie-outside = outside the scope, { $tie }
not-shown = Not shown: { $number ->
    [one] { $number } row
   *[other] { $number } rows
}, { $reason }.
