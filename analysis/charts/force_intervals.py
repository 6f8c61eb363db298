"""What forces are said to be, have and do, as a table of words with their marks; and any other figures."""

from itertools import groupby
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import style
from analysis.charts.marks import days, said
from analysis.charts.marks.runs import Run, aloud
from analysis.charts.marks.table import MOST_ROWS, Block, Row, compared, draw_table
from analysis.charts.style.lettering import SMALL, TEXT, capitalised, one_line
from analysis.messages import code_words, joined, listed, measure_words, paragraph, say, unit_words
from analysis.model.frames import FIGURES, takes

COLUMNS = FIGURES.only(
    *("claim_id", "actor", "actor_id", "by", "colour", "measure", "noun", "counts", "unit", "method"),
    *("low", "best", "high", "wording", "stance", "speaker", "via", "cite", "as_of", "as_of_from", "place"),
    *("event", "numbers_from", "row", "mark", "together", "silent", "voices", "block", "standing"),
    *("replaces", "month", "spot", "past", "source_ids"),
)


@style.themed
@takes(forces=COLUMNS)
def force_intervals(forces: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw figures in the order of the frame: a row for each claim, its words large, one block per unit.

    Takes the columns `COLUMNS` of `frames.FIGURES`. A unit has a scale where at least two marks stand on it;
    a single number, and a claim without one, is told in words. An open end is an arrow of one length. Several
    claims of one row are thin marks under one another. At most 60 rows are drawn. Raises FrameError where a
    column or every row is missing.
    """
    style.not_empty(forces, "force_intervals")
    rows = [list(marks) for _, marks in groupby(forces.itertuples(), key=lambda mark: mark.row)]
    drawn = rows[:MOST_ROWS]
    dated = _several_days(drawn)
    by_block = groupby(drawn, key=lambda marks: marks[0].block)
    blocks = [Block((), [_row(marks, dated) for marks in each]) for _, each in by_block]
    sheet = draw_table(ax, blocks)
    style.describe(sheet.ax, _alternative(rows, blocks))
    return sheet.ax


def _several_days(rows: list[list[Any]]) -> set[tuple[object, ...]]:
    """The forces of which rows name more than one day."""
    seen: dict[tuple[object, ...], set[object]] = {}
    for marks in rows:
        seen.setdefault(_force(marks[0]), set()).add(one_line(marks[0].as_of))
    return {force for force, named in seen.items() if len(named) > 1}


def _force(row: Any) -> tuple[object, ...]:
    return tuple(one_line(getattr(row, name)) for name in ("measure", "unit", "actor_id", "place", "counts"))


def _row(marks: list[Any], dated: set[tuple[object, ...]]) -> Row:
    first = marks[0]
    if first.together > 1:
        return Row(_head(first, together_of(first)), said.together_runs(marks), marks)
    own_day = first.as_of_from == "claim" or _force(first) in dated
    where = one_line(first.place) or one_line(first.event)
    day = said.day_of(first) if own_day else ""
    if day and first.past:
        day = say("figures-in-the-past", day=day)
    narrowed = joined("join-comma", [what_of(first), where, said.doer_of(first), method_of(first), day])
    return Row(_head(first, narrowed), said.said_runs(first), marks)


def _head(row: Any, narrowed: str) -> list[Run]:
    """The faction in bold and behind it what is counted; without a faction that in bold."""
    ink, muted = said.shades(row)
    actor = one_line(row.actor)
    if actor:
        return [Run(capitalised(actor), TEXT, ink, bold=True), Run(narrowed, SMALL, muted)]
    what = what_of(row)
    rest = narrowed.removeprefix(what).removeprefix(", ")
    return [Run(capitalised(what), TEXT, ink, bold=True), *([Run(rest, SMALL, muted)] if rest else [])]


def what_of(row: Any) -> str:
    """What a row counts, in words."""
    return joined("join-comma", [measure_words(row.measure, one_line(row.noun)), said.tags_of(row)])


def method_of(row: Any) -> str:
    """How a number was come by, where it was not simply reported."""
    return "" if row.method == "reported" else code_words("method", row.method)


def together_of(row: Any) -> str:
    """What the claims of one row have in common."""
    month = days.dated(row.month) if one_line(row.month) else ""
    return joined("join-comma", [what_of(row), said.unit_of(row), one_line(row.spot), month])


def _alternative(rows: list[list[Any]], blocks: list[Block]) -> str:
    """The chart in words: how many claims, on which scales, the first of them, and what is not shown."""
    claims = sum(int(marks[0].together) for marks in rows)
    scaled = [block.rows[0].marks[0].unit for block in blocks if compared(block.rows)]
    most = 8
    told = [
        say(
            "figures-alt-row",
            head=aloud(row.head),
            said=aloud(row.said),
        )
        for row in [row for block in blocks for row in block.rows][:most]
    ]
    units = listed((unit_words(one_line(unit)) for unit in scaled), most=6)
    return paragraph(
        say("figures-alt", claims=claims, rows=len(rows)),
        say("figures-alt-scaled", units=units) if units else say("figures-alt-no-scale"),
        *told,
        say("figures-alt-further", rows=len(rows) - most) if len(rows) > most else "",
        say("figures-not-drawn", rows=len(rows) - MOST_ROWS) if len(rows) > MOST_ROWS else "",
        say("figures-alt-not-shown"),
    )
