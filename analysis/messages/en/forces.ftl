# Figures as a table of words: what the charts of forces, of other figures and of harm letter and describe.

said-denies = denied:
said-doubts = doubted:
said-through = { $speaker }, through { $via }
said-cited = [{ $cite }]
said-together = { $claims } claims
said-together-against = { $claims } denials or doubts
said-range-open = from { $low } to { $high } or more
said-voices = { $voices ->
    [one] by one voice
   *[other] by { $voices } voices
}
said-silent = { $silent ->
    [one] one gives no number
   *[other] { $silent } give no number
}

reading = { $open ->
    [high] read as { $amount }, no upper end
    [low] read as { $amount }, no lower end
   *[no] read as { $amount }
}
reading-coded = { $open ->
    [high] coded as { $amount }, no upper end
    [low] coded as { $amount }, no lower end
   *[no] coded as { $amount }
}
figures-in-the-past = in the past, { $day }
reading-none = no number given

figures-alt = A table of { $claims ->
    [one] { $claims } claim
   *[other] { $claims } claims
} in { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}, each with its words, speaker and citation.
figures-alt-scaled = Marks on a scale stand for numbers in { $units }.
figures-alt-no-scale = No unit has two numbers to compare, so there is no scale.
figures-alt-row = { $head }: { $said }.
figures-alt-further = { $rows ->
    [one] { $rows } further row.
   *[other] { $rows } further rows.
}
figures-not-drawn = { $rows ->
    [one] { $rows } row beyond these is not drawn.
   *[other] { $rows } rows beyond these are not drawn.
}
figures-alt-not-shown = Not shown: anything that no report counts.

figures-of = { $number ->
    [one] { number-spelled } figure for { $measure }
   *[other] { number-spelled } figures for { $measure }
}
figures-of-next = { number-spelled } for { $measure }
figures-one-each = one figure each for { $names }
figures-only-outside = { $number ->
    [one] Nothing in scope; one figure outside it is shown as context
   *[other] Nothing in scope; { number-spelled } figures outside it are shown as context
}
figures-more = { $number ->
    [one] { number-spelled } more
   *[other] { number-spelled } more
}
figures-each = each by one voice
figures-voices = { $voices ->
    [one] by one voice
   *[other] by { $words } voices
}
figures-only-words = { $measure } of { $actor }: only { $words }
figures-no-number = { $number ->
    [one] { number-spelled } statement, without a number
   *[other] { number-spelled } statements, none with a number
}
figures-subject-forces = What each side is said to have, to do and to lose.
figures-subject-others = What is said of { $families }.
figures-family-territory = territory
figures-family-aid = aid
figures-family-infrastructure = infrastructure
figures-family-population = population
figures-family-statement = how long things last
figures-scales = Marks are the house’s reading of the words, in { $units }.
figures-alone = A unit with one number has no scale.
figures-no-scale = No unit has two numbers to compare, so none has a scale.
figures-words = { $words }{ $cites }
figures-rounded = { $words } { $number ->
    [one] is
   *[other] are
} read as a tenth either way: a convention of the house; no speaker gave a range.
figures-arrow = An arrow is of one length: it says that there may be more, or fewer, not how many.
figures-past = { $words } is of the past: { $day }{ $cites }.
figures-shared = { $words } claims share { $rows ->
    [one] one row
   *[other] { $number } rows
}, by what they count, faction, place and month; each is a thin mark, and of very many neighbours share one.
figures-shown = { $left ->
    [0] { $all ->
        [one] The one statement is shown.
        [2] Both statements are shown.
       *[other] All { $number } statements are shown.
    }
   *[other] { $shown } of { $number } statements are shown.
}
figures-silent = { $number ->
    [1] One gives no number.
   *[other] { $words } give no number.
}
figures-outside = { $all ->
    [yes] { $number ->
        [1] It is outside the scope, and grey.
       *[other] All are outside the scope, and grey.
    }
   *[no] { $number ->
        [1] One, in grey, is outside the scope.
       *[other] { $words }, in grey, are outside the scope.
    }
}
figures-title-none-forces = Forces and losses
figures-title-none-others = Other figures
