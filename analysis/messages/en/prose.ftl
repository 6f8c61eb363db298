# Sentences of the briefing, by subject. Names, dates and amounts come in words.

sentence = { $text }.
said = “{ $words }” ({ $numbers })
done-by = by { $name }
subject-of = { $measure } ({ $actor })
subject-at = { $measure }, { $where }
subject-of-at = { $measure } ({ $actor }), { $where }

## Events

event = { $title }: { $date }, { $told }

## Forces, the dead, the front

speaker-through = { $speaker } through { $via }
said-by = { $said }, according to { $speaker }{ $cites }
said-as-of = { $told }; time: { $day }

## Control

holding-held = held by { $actor }
holding-part_held = part held by { $actor }
holding-lost = lost by { $actor }
holding-besieged = held by { $actor }, besieged
holding-contested = contested by { $actor }

## Key figures

key-figure-many = { $least } to { $most }
key-figure-reading = read as { $numbers }

## Claims and what they come to

uncompared-title = { $number ->
    [one] { $number } pair of figures is of no equals
   *[other] { $number } pairs of figures are of no equals
}: { $reasons }
uncompared-count = { $number } { $reason }
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
beside-part = It is a part of { $wholes }
beside-breach = It is more than the whole it is a part of, { $wholes }
beside-whole = { $subject }, { $numbers }
subject-projected = projected
groups-further = { $number ->
    [one] { $words } further group stands
   *[other] { $words } further groups stand
} in the ledger of claims.

## Coverage and limits

left-out = Left out of { $table }: { $number ->
    [one] { $number } row
   *[other] { $number } rows
}, { $reason }.
kept-as-context = Kept as context from { $table }: { $number ->
    [one] { $number } row
   *[other] { $number } rows
}, { $reason }.
left-out-nothing = Nothing in the corpus was left out.
restricted-withheld = Withheld as restricted: the names of { $reports } and { $speakers } and the words of { $claims } of theirs; numbers and days are kept.
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
note-outside = outside the scope, { $reason }
