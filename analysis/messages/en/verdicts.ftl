# What claims of one thing come to: sentences of who puts it at what, and why they are apart.


put-at = { $speaker } put { $matter }{ $list ->
    [yes] ,
   *[no] {""}
} at { $words }
put-next = { $speaker } at { $words }
put-words = { $words }{ $cites }
put-more = { $told } and { $number ->
    [one] one more voice otherwise
   *[other] { $words } more voices otherwise
}
join-and = { $first } and { $next }
put-tied = { $told }; { $tie }
whole = { $text }

tied-voice = { $number ->
    [2] both are of one voice
   *[other] all are of one voice
}
tied-party = { $number ->
    [2] both speak for { $name }
   *[other] all speak for { $name }
}
tied-chain = { $number ->
    [2] both came through { $name }
   *[other] all came through { $name }
}
tied-copy = { $number ->
    [2] both stand in one text
   *[other] all stand in one text
}
tied-author = { $number ->
    [2] both reports are by { $name }
   *[other] all reports are by { $name }
}
tied-source = { $number ->
    [2] both stand in report { $name }
   *[other] all stand in report { $name }
}

judged-reading = Apart by the house’s reading only, for { $near ->
    [yes] { $end } and { $start } adjoin; a laxer reading of { $words } closes the gap.
   *[no] one reading ends at { $end } and another starts at { $start }; a laxer one of { $words } closes the gap.
}
judged-count = Apart, for one ends at { $end } and another starts at { $start }{ $compatible ->
    [0] .
   *[other] ; { $words } of { $all } can be true together.
}
judged-apart = Apart, for no number fits all of them.
judged-later = A later count differs.
judged-lower = A later count of the same voice is lower.
judged-overlap = They overlap: all allow { $numbers }.
judged-agree = They agree.
judged-repeated = One voice repeats its figure.
judged-undecided-estimate = Only estimates differ, which decides nothing.
judged-undecided-number = Too few give a number for a comparison.

counted = As coded, each counts the following. { $claims }
counted-claim = { $speaker }: { $summary }{ $cites }.

beside-words = { $words }{ $cites }
beside-revised = It replaces { $claims }.
beside-earlier = Earlier the same voice said { $claims }.
beside-denied = { $claims } denied it.
beside-doubted = { $claims } doubted it.

finding = { $matter }: { $words }
finding-tied = { $matter }: { $words }, from one side, { $party }
finding-by = { $matter }: { $words }, by { $speakers }
finding-many = { $matter }: { $least } or { $most }, by { $voices ->
    [one] one voice
   *[other] { $number } voices
}
