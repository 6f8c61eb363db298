# How far to trust a briefing, on its first page, and how it was made, in the annex.

## Heads

trust-reports = Reports
trust-voices = Voices
trust-dates = Dates
trust-grades = Grades
trust-narrowed = Scope
trust-withheld = Restricted

## Reports

trust-how-many = { $number ->
    [one] { $words } report
   *[other] { $words } reports
}
trust-unsigned = { $words } unsigned
trust-by = { $words } by { $author }
trust-authors = { $number ->
    [one] { $words } author
   *[other] { $words } authors
}
trust-reports-by = { $reports } by { $author }.
trust-reports-unsigned = { $reports }, unsigned.
trust-reports-told = { $reports }: { $whose }.
trust-no-outlet = { $number ->
    [one] It names no outlet
   *[other] None names its outlet
}
trust-outlets = { $number ->
    [one] { $words } outlet is named
   *[other] { $words } outlets are named
}
trust-no-year = { $number ->
    [one] it does not state its year
   *[other] none states its year
}
trust-some-years = { $silent ->
    [one] { $words } of { $number } does not state its year
   *[other] { $words } of { $number } do not state their year
}
trust-copies = { $number ->
    [one] One more is a copy of one of them.
   *[other] { $words } more are copies of them.
}
trust-all-years = { $number ->
    [one] it states its year
   *[other] all state their year
}

## Voices

trust-side = { $words } of { $party }
trust-unaligned = { $words } of no party
trust-further-sides = { $words } of { $number ->
    [one] one other party
   *[other] { $parties } other parties
}
trust-further-names = { $number ->
    [one] { $words } other side
   *[other] { $words } other sides
}
trust-quoted = { $voices } { $number ->
    [one] is
   *[other] are
} quoted
trust-quoted-none = Nobody but the reports themselves is quoted
trust-scoped = within the scope, { $told }
trust-unheard = none of { $names }
trust-no-residents = residents
trust-no-organisations = aid or monitoring organisations

## Dates

trust-stated = Stated: { $words }; all others are inferred.
trust-none-stated = None is stated; all are inferred.
trust-all-stated = { $number ->
    [one] The date of the one event is stated.
   *[other] The dates of all { $number } events are stated.
}
trust-some-stated = { $inferred ->
    [0] No date is inferred
    [one] One of { $all } events has a date that is inferred in whole or in part
   *[other] { $words } of { $all } events have a date that is inferred in whole or in part
}{ $undated ->
    [0] { "" }
    [one] ; one has none
   *[other] ; { $without } have none
}.
trust-no-events = No event is coded.

## Grades

trust-scale = Reports A–F, statements 1–6.
trust-graded = { $number ->
    [one] { $words } report is { $grade }, { $means }
   *[other] { $words } reports are { $grade }, { $means }
}
trust-graded-all = { $number ->
    [one] The report is { $grade }, { $means }
   *[other] All reports are { $grade }, { $means }
}
reliability-A = completely reliable
reliability-B = usually reliable
reliability-C = fairly reliable
reliability-D = not usually reliable
reliability-E = unreliable
reliability-F = cannot be judged
grade-means = { $grade } { $means }

## Method, once, in the annex

method-words = Figures are what the voices named say. The words in quotation marks are theirs; the numbers beside them are how the house reads these words, by one table of rules: “dozens” is 12 to 99, “hundreds” 100 to 999, a round number with “about” a tenth either way. Nothing is averaged; what is missing stays missing and is never a zero.
method-verdicts = Figures are compared where they count the same: one event, measure, unit, faction, place and time. They agree, overlap, or stand apart; a part may not exceed its whole. A verdict compares numbers and says nothing of who is right. Two voices of one party, two reports of one author and a copy are one origin.
method-dates = Dates are those that reports state; where a report names a weekday, a season or “recently”, the day is inferred from the day of its publication, and is said to be. What has no reported end is known up to the last report that tells of it.
method-grades = Grades follow the Admiralty code, report and statement judged apart. Report: { $reports }. Statement: { $statements }.

# Grades of information, NATO Admiralty code.
credibility-1 = confirmed
credibility-2 = probably true
credibility-3 = possibly true
credibility-4 = doubtful
credibility-5 = improbable
credibility-6 = cannot be judged
