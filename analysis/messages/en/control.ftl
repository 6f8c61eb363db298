### Words of the timeline of control: in the drawing, above it and beside it.

control-is-held = { $actors }, { $date }
control-is-besieged = { $actors }, besieged, { $date }
control-is-besieged-by = { $actors }, besieged by { $by }, { $date }
control-is-part_held = a part with { $actors }, { $date }
control-is-contested = contested by { $actors }, { $date }
control-is-lost = lost by { $actors }, { $date }
control-worded = { $told }: “{ $words }”
control-is-other = { $actors }, { $status }, { $date }
control-is-relieved = { $actors }, no longer besieged, { $date }
control-assessed = { $told } (assessed)
control-assessed-of = { $told } (assessed: { $actors })
control-further = { $told }; { $number } more

control-key-contested = contested
control-key-part_held = a part held
control-key-besieged = besieged
control-key-lost = lost on a day within

control-alt = Timeline of control of { count-places }, a lane for each, days from left to right; { $actors }.
control-alt-row = { $place }: { $actor }, { $status }, { $date }.
control-alt-cut = The axis is cut: { count-rows } began before it.
control-alt-dates = Inferred: { $inferred } of { count-dates }.
control-alt-not-shown = Not shown: the size of a place and how firmly it was held.

## Words above and beside the drawing

control-title-none = Control of places
control-title-changed = { $places ->
    [one] Loser and taker are both named: { $loser } and { $taker }
   *[other] Loser and taker are both named for { $changed } of { $number } places: { $loser } and { $taker }
}
control-title-changed-last = Loser and taker are both named for { $changed } of { $number } places, last for { $place }: { $loser } and { $taker }
control-title-lost = { $places ->
    [one] The place is lost, by no report to whom
   *[other] For none of { $number } places does a report name both who lost and who took it
}
control-title = { $contested ->
    [0] { $places ->
        [one] One place, not said to change hands
       *[other] { $number } places, none said to change hands
    }
   *[other] { $places ->
        [one] One place, contested, and not said to change hands
       *[other] { $number } places, { $held } of them contested, none said to change hands
    }
}
control-subtitle = Who held a place, by the word of reports, a lane for each place. Blank: no report speaks.
control-read = { $place }, { $status }{ $cites }
control-assessed-are = Read by us, not said by a report: { $states }{ $more ->
    [0] .
   *[other] ; { $more } more.
}
control-shown = { $places ->
    [one] The one place is shown.
    [2] Both places are shown.
   *[other] All { $number } places are shown.
}
control-shown-some = { $drawn } of { $number } places are shown: those that change hands, then those last reported on; all stand in the data.
control-shown-outside = { $places ->
    [one] Grey: one place outside the scope.
   *[other] Grey: { $outside } places outside the scope.
}
