"""Harm to people as claimed, claimant by claimant: words, their marks, and whom nobody counts."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import style
from analysis.charts.marks import days, said
from analysis.charts.marks.runs import Run, aloud
from analysis.charts.marks.table import MOST_ROWS, Block, Row, compared, draw_table
from analysis.charts.style import ACCENT, INK, MUTED
from analysis.charts.style.lettering import SMALL, TEXT, capitalised, one_line
from analysis.messages import code_words, joined, listed, measure_words, paragraph, say
from analysis.model.frames import AGAINST, FIGURES, GROUPS, UNCOUNTED, takes
from analysis.model.origins import verdict_words

COLUMNS = FIGURES.only(
    *("claim_id", "actor", "actor_is", "by", "colour", "measure", "noun", "counts", "unit", "method", "low"),
    *("best", "high", "wording", "stance", "speaker", "via", "cite", "as_of", "as_of_from", "place", "event"),
    *("numbers_from", "row", "mark", "together", "silent", "voices", "block", "depth", "group_id"),
    *("standing", "replaces", "month", "spot", "source_ids"),
)

JUDGED = GROUPS.only(
    "group_id", "claims", "verdict", "because", "compared", "compatible", "ratio", "breach", "shared_voice"
)

MOST_NAMES = 6
"""How many factions a row names of whom there is no figure; of more it says how many there are."""


@style.themed
@takes(harm=COLUMNS, groups=JUDGED, uncounted=UNCOUNTED)
def harm_claims(
    harm: pd.DataFrame, groups: pd.DataFrame, uncounted: pd.DataFrame, *, ax: Axes | None = None
) -> Axes:
    """Draw statements of harm to people in the order of the frame, one block for each that is compared.

    Takes the columns `COLUMNS` of `frames.FIGURES`, `JUDGED` of `frames.GROUPS` and `frames.UNCOUNTED`. Parts
    are set in under their whole; what replaces an earlier figure has an arrow from it; denials and doubts are
    rows of words without a mark; where several claims are compared the verdict stands under them. Of whom
    there is no figure, a row says so at the end. At most 60 rows are drawn. Raises FrameError where a column
    or every row is missing.
    """
    style.not_empty(harm, "harm_claims")
    rows = [list(marks) for _, marks in groupby(harm.itertuples(), key=lambda mark: mark.row)]
    judged = {
        row.group_id: row._asdict() for row in groups.itertuples() if row.claims > 1 or one_line(row.breach)
    }
    each = groupby(rows[:MOST_ROWS], key=lambda marks: marks[0].block)
    told = [list(block) for _, block in each]
    blocks = [_block(block, judged if len(told) > 1 else {}) for block in told]
    absent = [_absent(row) for row in uncounted.itertuples()]
    sheet = draw_table(ax, [*blocks, *([Block((), absent)] if absent else [])])
    style.describe(sheet.ax, _alternative(rows, blocks, absent))
    return sheet.ax


def _block(rows: list[list[Any]], judged: Mapping[str, Mapping[str, Any]]) -> Block:
    """What is compared, under a heading that says what is counted where."""
    first = rows[0][0]
    ink, muted = said.shades(first)
    if not one_line(first.group_id):
        alone = len(rows) == 1 and first.together == 1
        rest = _where(first) if alone else said.unit_of(first)
        return Block(_heading(first, rest, ink, muted), [_shared(marks, alone=alone) for marks in rows])
    last = {marks[0].group_id: number for number, marks in enumerate(rows)}
    replaced = {marks[0].replaces for marks in rows} - {None}
    several = len({one_line(marks[0].as_of) for marks in rows}) > 1
    drawn = [
        Row(
            _head(marks[0], first, dated=several, replaced=marks[0].claim_id in replaced),
            said.said_runs(marks[0]),
            () if marks[0].stance in AGAINST else marks,
            _verdict(judged.get(marks[0].group_id)) if last[marks[0].group_id] == number else (),
            int(marks[0].depth),
        )
        for number, marks in enumerate(rows)
    ]
    return Block(_heading(first, _where(first), ink, muted), drawn)


def _heading(row: Any, rest: str, ink: str, muted: str) -> list[Run]:
    what = measure_words(row.measure, one_line(row.noun))
    actor = one_line(row.actor) if one_line(row.group_id) else ""
    if actor:
        doing = row.actor_is == "doer"
        what = say("harm-by" if doing else "harm-of", measure=what, actor=actor)
        what = joined("join-comma", [what, said.doer_of(row)])
    return [Run(capitalised(what), TEXT, ink, bold=True), *([Run(rest, SMALL, muted)] if rest else [])]


def _where(row: Any) -> str:
    """The event, or the place, with its unit where that is not people one by one."""
    return joined("join-comma", [one_line(row.event) or one_line(row.place), said.unit_of(row)])


def _head(row: Any, first: Any, *, dated: bool, replaced: bool) -> list[Run]:
    """What sets a row apart from the first of its block: of whom, where, when, and whether it counts."""
    ink, muted = said.shades(row)
    place = one_line(row.place)
    who = joined(
        "join-comma",
        [
            said.tags_of(row),
            one_line(row.actor) if one_line(row.actor) != one_line(first.actor) else "",
            place if place != one_line(first.place) else "",
        ],
    )
    gone = say(f"harm-{row.standing}") if row.standing in ("earlier", "revised") else ""
    method = "" if row.method == "reported" else code_words("method", row.method)
    day = said.day_of(row) if dated else ""
    notes = joined("join-comma", [method, day, gone])
    told = [Run(capitalised(who), TEXT, ink, bold=True), Run(notes, SMALL, muted)]
    return [run for run in told if run.text]


def _shared(marks: list[Any], *, alone: bool) -> Row:
    """A row that several claims share, or one claim among such rows, with what it is of."""
    first = marks[0]
    ink, muted = said.shades(first)
    single = first.together == 1
    where = one_line(first.event) or one_line(first.place) if single else one_line(first.spot)
    month = "" if single else one_line(first.month)
    told = [
        one_line(first.actor),
        "" if alone else where,
        said.tags_of(first),
        days.dated(month) if month else "",
    ]
    named, *notes = [text for text in told if text] or ["" if alone else say("harm-anyone")]
    head = [Run(capitalised(named), TEXT, ink, bold=True), Run(joined("join-comma", notes), SMALL, muted)]
    words = said.said_runs(first) if single else said.together_runs(marks)
    marked = () if first.stance in AGAINST else marks
    return Row([run for run in head if run.text], words, marked)


def _verdict(group: Mapping[str, Any] | None) -> list[Run]:
    """What the claims of a group come to, in one line."""
    if group is None:
        return []
    judged = ""
    if group["claims"] > 1:
        words = verdict_words(group)
        verdict = one_line(group["verdict"])
        alike = words == say(f"verdict-{verdict}") and verdict != "apart"
        judged = say("harm-judged", verdict=verdict) if alike else capitalised(words)
    breach = say("harm-breach") if one_line(group["breach"]) else ""
    return [Run(say("sentence", text=capitalised(joined("join-further", [judged, breach]))), SMALL, ACCENT)]


def _absent(row: Any) -> Row:
    """A row for people of whom no report gives a figure."""
    names = one_line(row.names).split("; ")
    whom = listed(names, most=MOST_NAMES) if row.whom == "factions" else say(f"harm-{row.whom}")
    harms = listed(say(f"harm-none-{name}") for name in row.measures.split("; "))
    return Row(
        (),
        [
            Run(say("harm-no-figure"), said.LARGE, MUTED, italic=True),
            Run(capitalised(whom), TEXT, INK, bold=True),
            Run(harms, SMALL, MUTED),
        ],
    )


def _alternative(rows: list[list[Any]], blocks: list[Block], absent: list[Row]) -> str:
    """The chart in words: the first rows, and of whom there is no figure."""
    claims, most = sum(int(marks[0].together) for marks in rows), 8
    told = [
        say("figures-alt-row", head=aloud(block.heading, row.head), said=aloud(row.said, row.foot))
        for block in blocks
        for row in block.rows
    ]
    scaled = sum(compared(block.rows) for block in blocks)
    return paragraph(
        say("harm-alt", claims=claims, rows=len(rows), scales=scaled),
        *told[:most],
        say("figures-alt-further", rows=len(rows) - most) if len(rows) > most else "",
        say("figures-not-drawn", rows=len(rows) - MOST_ROWS) if len(rows) > MOST_ROWS else "",
        *(say("sentence", text=capitalised(aloud(row.said))) for row in absent),
    )
