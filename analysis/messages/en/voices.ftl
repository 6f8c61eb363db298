# Who said what: chains of attribution, from the voice through those who relayed it.

## In the drawing

voices-nobody = nobody named
voices-reports = { $number ->
    [one] Report { $numbers }
   *[other] Reports { $numbers }
}
voices-reports-many = { $number ->
    [one] { $number } report
   *[other] { $number } reports
}
voices-by = { $reports }, { $by }
voices-unsigned = unsigned
voices-heading = { $reports }: { $claims }, { $own }
voices-statements = { $number ->
    [one] { $number } statement
   *[other] { $number } statements
}
voices-own = { $number ->
    [0] none in { $reports ->
        [one] its
       *[other] their
    } own voice
   *[other] { $number } in { $reports ->
        [one] its
       *[other] their
    } own voice
}
voices-own-all = { $number ->
    [one] in { $reports ->
        [one] its
       *[other] their
    } own voice
   *[other] all in { $reports ->
        [one] its
       *[other] their
    } own voice
}
voices-of-party = { $party }: { $number ->
    [one] { $number } voice
   *[other] { $number } voices
}
voices-of-none = { $number ->
    [one] { $number } voice
   *[other] { $number } voices
} of no party
voices-nobody-times = nobody named, in { $number ->
    [one] { $number } passage
   *[other] { $number } passages
}
voices-figure = { $words }: { $subject }
voices-subject = { $measure }, { $of }
voices-more = and { $number } more
voices-key-frames = Dashed frame: nobody is named.
voices-key-party = Thick edge: speaks for the party named above it.

voices-alt = Chains of attribution, origin first, by the reports that hold them: { $rows ->
    [one] { $rows } line
   *[other] { $rows } lines
}.
voices-alt-row = { $chain }: { $says }
voices-alt-through = { $speaker } through { $via }
voices-alt-party = { $chain }, for { $party }
voices-alt-more = And { $number ->
    [one] { $number } further line
   *[other] { $number } further lines
}.
voices-alt-not-shown = Not shown: statements of a voice beyond the one that weighs most, and how sure each is.

## Beside the drawing

voices-title = { $voices } { $plural ->
    [one] reaches
   *[other] reach
} us through { $through }
voices-title-own = { $through } { $plural ->
    [one] speaks in its own voice alone
   *[other] speak in their own voice alone
}
voices-quoted = { $number ->
    [one] { $words } voice
   *[other] { $words } voices
}
voices-anonymous = { $number ->
    [one] { $words } statement by nobody named
   *[other] { $words } statements by nobody named
}
voices-authors = { $number ->
    [one] { $words } author
   *[other] { $words } authors
}
voices-unsigned-reports = { $number ->
    [one] { $words } unsigned report
   *[other] { $words } unsigned reports
}
voices-subtitle = Who said it, and through whom it came, with the statement of each that weighs most. { $number ->
    [one] The one statement is{ $own ->
        [0] {" "}not
       *[other] {""}
    } in the report’s own voice.
   *[other] { $own ->
        [0] None of { $all } statements is in a report’s own voice.
        [one] One of { $all } statements is in a report’s own voice.
       *[other] { $words } of { $all } statements are in a report’s own voice.
    }
}
voices-one-party = { $speakers } speak for one party, { $party }{ $cites }.
voices-one-party-many = { $words } voices speak for one party, { $party }.
voices-one-author = Reports { $numbers } have one author, { $author }.
voices-one-author-many = { $words } reports have one author, { $author }.
voices-more-authors = { $number ->
    [one] { $words } further author has
   *[other] { $words } further authors have
} several reports.
voices-copy = { $number ->
    [one] Report { $reports } is a copy of another.
   *[other] Reports { $reports } are copies of others.
}
voices-copies-many = { $words } reports are copies of others.
voices-counted = Voices are counted; whether one had it from another is not known.
voices-shown = { $number ->
    [one] The one chain is drawn.
    [2] Both chains are drawn.
   *[other] All { $words } chains are drawn.
}
voices-shown-by-author = { $number } chains are too many to draw one by one: those of one author and one party are drawn as one, { $rows ->
    [one] { $rows } line
   *[other] { $rows } lines
}.
voices-shown-by-party = { $number } chains are too many to draw one by one: those of one party are drawn as one, { $rows ->
    [one] { $rows } line
   *[other] { $rows } lines
}, with the report of the statement quoted.
voices-left-out = { $number ->
    [one] { $words } party with fewer statements is
   *[other] { $words } parties with fewer statements are
} not drawn.
