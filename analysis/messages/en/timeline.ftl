### Words of the timeline of events: in the drawing, above it and beside it.

label-cited = [{ $label }]
axis-earlier = earlier

## Bands of publication

bands-reports = { $reports ->
    [one] report { $numbers }
   *[other] reports { $numbers }
}
bands-many = Bands: when { count-reports } were published.
bands-counted = When { count-reports } were published:

## Key to the drawing, and the same in counts for the alternative text

key-stated = day or year stated
key-inferred = inferred or about
key-within = on one day within
key-open = last attested, end not known
key-possible = possible, not certain
key-unreported = start or end not known
key-undated = no day known
key-band = a report published

alt-within = One day somewhere within a window, drawn as a bracket: { count-rows }.
alt-open = Said to go on when last reported, solid up to then: { count-rows }.
alt-no-end = Without a reported end, fading out: { count-rows }.
alt-no-start = Without a reported start: { count-rows }.

## The drawing

timeline-dated = { $date } ({ $words })
timeline-alt = Timeline of { count-events }; days run from left to right.
timeline-alt-first = First row: { $title }, { $date }.
timeline-alt-last = Last row: { $title }, { $date }.
timeline-alt-dates = Inferred in whole or part: { $inferred } of { count-dates }.
timeline-alt-cut = The axis is cut: before it began { $names }{ $more ->
    [0] .
   *[other] { " " }and { $more } more.
}
timeline-alt-more = Not drawn: { count-events } more.
timeline-alt-not-shown = Not shown: place, and how large an event was.

counted-events = { $events ->
    [one] { $number } event
   *[other] { $number } events
}
counted-most = most in { $month } ({ $number })
counted-undated = { $number } on no known day
counted-further = Further kinds
counted-alt = { $events ->
    [one] { $number } event
   *[other] { $number } events
} counted by kind and by when they began; time runs from left to right.

## Words above and beside the drawing

timeline-title-none = Timeline of events
timeline-title-undated = { $events ->
    [one] One event, on no day that a report gives
   *[other] { $number } events, on no day that a report gives
}
timeline-title = { $events ->
    [one] One event, { $period }
   *[other] { $number } events, { $period }
}
timeline-title-most = { $number } events, { $period }; most began in { $month } ({ $most })
timeline-title-silence-after = { $told ->
    [all] All { $whole } events
    [one] One of { $whole } events
   *[some] { $number } of { $whole } events
} { $told ->
    [one] is
   *[other] are
} told by { $reports ->
    [one] a report
   *[other] reports
} of { $period }; no report dates from the { $weeks } weeks after
timeline-title-silence-before = { $told ->
    [all] All { $whole } events
    [one] One of { $whole } events
   *[some] { $number } of { $whole } events
} { $told ->
    [one] is
   *[other] are
} told by { $reports ->
    [one] a report
   *[other] reports
} of { $period }; no report dates from the { $weeks } weeks before

timeline-subtitle = Events in order of time, on a scale of days. Bands: when reports were published. A bar ends where the last report does.
timeline-subtitle-counted = Events by kind and by the { $unit ->
    [month] month
   *[year] year
} in which they began, all on one scale, the highest column { $most }. Lighter: it may have been another.

timeline-quoted = “{ $words }”{ $cites }
timeline-stated = Dated in the words of reports: { $words }{ $more ->
    [0] .
   *[other] { " " }and { $more } more.
}
timeline-inferred-all = { $dates ->
    [one] The date is
    [2] Both dates are
   *[other] All { $number } dates are
} inferred, in whole or in part.
timeline-inferred-some = { $some ->
    [one] One of { $number } dates is
   *[other] { $inferred } of { $number } dates are
} inferred, in whole or in part.
timeline-inferred-none = { $dates ->
    [one] The date is stated.
    [2] Both dates are stated.
   *[other] All { $number } dates are stated.
}
timeline-day = { $day }{ $cites }
timeline-disputed-start = { $title }: the start is given as { $days }.
timeline-disputed-end = { $title }: the end is given as { $days }.
timeline-open = { $events ->
    [one] One event was under way when last reported: { $names }.
   *[other] { $number } events were under way when last reported: { $names }{ $more ->
        [0] .
       *[other] { " " }and { $more } more.
    }
}
timeline-shown-drawn = { $events ->
    [one] The one event is shown.
    [2] Both events are shown.
   *[other] All { $number } events are shown.
}
timeline-shown-counted = All { $number } events are counted; each stands in the data.
timeline-undated = { $events ->
    [one] One has no day: a dotted line.
   *[other] { $number } have no day: a dotted line.
}
timeline-outside-drawn = { $events ->
    [one] One more lies outside the scope: grey.
   *[other] { $number } more lie outside the scope: grey.
}
timeline-outside-counted = { $events ->
    [one] One more, outside the scope, is not counted.
   *[other] { $number } more, outside the scope, are not counted.
}
