# Dates, numbers, lists, and the nouns and judgements that charts, prose, page and PDF share.

date-about = about { $date }
date-on = on { $date }
date-in = in { $date }
date-since = since { $date }
date-from = from { $date }
date-no-end = { $date }, end not reported
date-no-start = { $date }, start not reported
date-until = until { $date }
date-under-way = under way, start not reported
date-span = { $start } to { $end }
date-within = a day between { $start } and { $end }
date-on-within = on a day between { $start } and { $end }
date-by = by { $date }
date-on-or-after = on or after { $date }
date-decade = the { $year }s
date-part-of-year = { $part ->
    [21] spring { $year }
    [22] summer { $year }
    [23] autumn { $year }
    [24] winter { $year }
    [25] northern spring { $year }
    [26] northern summer { $year }
    [27] northern autumn { $year }
    [29] southern spring { $year }
    [31] southern autumn { $year }
    [32] southern winter { $year }
    [33] the first quarter of { $year }
    [34] the second quarter of { $year }
    [35] the third quarter of { $year }
    [36] the last quarter of { $year }
    [37] the first third of { $year }
    [38] the second third of { $year }
    [39] the last third of { $year }
    [40] the first half of { $year }
    [41] the second half of { $year }
   *[other] { $year }
}
date-none = no day stated
date-last-reported = { $date }, last reported { $day }
date-foretold = { $date }, foretold { $day }
date-under-way-when = start not reported, last reported { $day }
date-noted = { $date } ({ $note })
date-inferred = inferred
date-inferred-part = { $parts } inferred
date-inferred-start = start inferred
date-inferred-end = end inferred
date-inferred-part-start = { $parts } of the start inferred
date-inferred-part-end = { $parts } of the end inferred
date-inferred-some = inferred in part
date-year = year
date-month = month
date-day = day

# A number in a sentence: in letters up to twelve.
number-spelled = { $number ->
    [1] one
    [2] two
    [3] three
    [4] four
    [5] five
    [6] six
    [7] seven
    [8] eight
    [9] nine
    [10] ten
    [11] eleven
    [12] twelve
   *[other] { $number }
}
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
    [one] { $number } source
   *[other] { $number } sources
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

