# Dates, numbers, lists, and the nouns and judgements that charts, prose, page and PDF share.

date-about = about { $date }
date-since = since { $date }
date-until = until { $date }
date-span = { $start } to { $end }
date-none = no day stated
date-inferred = { $date } (inferred)

interval = { $low } to { $high }
interval-from = { $low } or more
interval-up-to = up to { $high }
interval-none = no number
amount = { $number } { $unit }

withheld = withheld
withheld-source = a withheld report, { $number }
withheld-speaker = a withheld speaker, { $number }
withheld-author = a withheld author, { $number }
withheld-publisher = a withheld outlet, { $number }

yes = yes
no = no
exhibit-head = Exhibit { $number }. { $title }.
exhibit-empty = { $title }: no rows in this scope. That is not a statement that nothing happened.

list-more = { $names } and { $more } more
join-sentences = { $first } { $next }
join-further = { $first }; { $next }
join-or = { $first } or { $next }
join-then = { $first }, then { $next }
join-comma = { $first }, { $next }
quoted = “{ $words }”

voices = { $number ->
    [one] { $number } voice
   *[other] { $number } voices
}
voices-named = { $number ->
    [one] { $number } named source
   *[other] { $number } named sources
}
voices-unnamed = { $number ->
    [one] { $number } source not named
   *[other] { $number } sources not named
}
voices-both = { $named } and { $unnamed } not named
voices-tied = { $voices }; they share { $ties }
parties-and-none = { $parties } and { $number } of none
origin-one = of one origin
origin-several = of several origins
origin-indeterminate = of one origin or several
reports = { $number ->
    [one] { $number } report
   *[other] { $number } reports
}
parties = { $number ->
    [one] { $number } party
   *[other] { $number } parties
}
parties-none = no party
parties-undecided = an undecided number of parties

shared-voice = the voice of { $name }
shared-party = the party { $name }
shared-chain = the way through { $name }
shared-copy = one text
shared-author = the author { $name }
shared-source = report { $name }
place-none = no place named
place-unnamed = a place not named

