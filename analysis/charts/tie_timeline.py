"""Ties over time: of each pair of factions that changed, what they were to each other and when."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import style
from analysis.charts.marks import days
from analysis.charts.marks.known import known
from analysis.charts.marks.labels import LINE, detail, head, letter
from analysis.charts.marks.runs import Line, Run, flowed
from analysis.charts.marks.spans import Span, draw_span
from analysis.charts.style import INK, OUTSIDE, legend
from analysis.charts.style.lettering import one_line
from analysis.messages import joined, paragraph, say
from analysis.model.frames import TIES, takes

COLUMNS = TIES.only(
    *("actor_id", "actor", "relation", "other_id", "other", "date", "start", "end", "span"),
    *("start_latest", "end_earliest", "inferred", "attested", "attested_from", "source_ids"),
)

LOOKS = {
    "fights": (0.9, ""),
    "supports": (0.45, ""),
    "member_of": (0.45, "||||"),
    "allied_with": (0.45, "////"),
    "neutral_to": (0.06, ""),
    "mediates": (0.06, "...."),
    "left": (0.9, ""),
}
"""Opacity of the fill and hatch of each kind of tie; who left another has a mark on the day."""

MUTUAL = ("allied_with", "fights", "neutral_to")
"""Ties that are those of both."""

STRIP, APART, BELOW, AXIS, KEY = 6.0, 2.5, 7.0, 30.0, 12.0
"""Height of a strip, what parts two, room below them, height of the axis and of a row of the key."""

PAIRS, TOLD, ALT = 30, 5, 8
"""The most pairs that are drawn, ties that a label tells, and pairs that are read out."""


@style.themed
@takes(changed=COLUMNS)
def tie_timeline(changed: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the ties of each pair as strips on one axis of days, in the order of the frame.

    Takes the columns `COLUMNS` of `frames.TIES`, as `derive.changed` gives them: in order of time. A strip is
    solid up to the last report of the tie and ends there. Of more than 30 pairs the first are drawn, and how
    many are not is said. Raises FrameError where a column or every tie is missing.
    """
    style.not_empty(changed, "tie_timeline")
    told = changed.drop_duplicates(["actor_id", "relation", "other_id", "date"]).reset_index(drop=True)
    ends = [" ".join(sorted(pair)) for pair in zip(told["actor_id"], told["other_id"], strict=True)]
    pairs = [rows for _, rows in told.groupby(ends, sort=False)]
    shown, more = pairs[:PAIRS], max(len(pairs) - PAIRS, 0)
    drawn = pd.concat(shown)
    window = days.window(drawn["start"], drawn["end"], drawn["attested"], drawn["attested_from"])
    labels = [flowed(_label(rows), style.width_for(ax)) for rows in shown]
    tops = [2.0]
    for rows, lines in zip(shown, labels, strict=True):
        tops.append(tops[-1] + len(lines) * LINE + 3 + len(rows) * (STRIP + APART) + BELOW)
    items = _key(drawn)
    key = legend.rows_needed(style.width_for(ax), items) * KEY + (KEY if more else 0)
    sheet = style.sheet(ax, height=tops[-1] + AXIS + key)
    _draw(sheet, shown, labels, tops, window)
    legend.draw_key(sheet, 0, tops[-1] + AXIS + 3, items)
    if more:
        sheet.write(0, sheet.bottom - 4, say("ties-pairs-more", pairs=more), colour=style.MUTED)
    style.cut_at(sheet, [height - 1 for height in tops[1:-1]])
    style.describe(sheet.ax, _alternative(pairs))
    return sheet.ax


def _draw(
    sheet: style.Sheet,
    pairs: Sequence[pd.DataFrame],
    labels: Sequence[list[Line]],
    tops: Sequence[float],
    window: days.Window,
) -> None:
    """Each pair with its label and strips, then the axis of days below all."""
    ax = sheet.ax
    sheet.place(ax, 0, tops[0], sheet.width, tops[-1])
    style.bare(ax)
    ax.set(xlim=(window.left, window.right), ylim=(tops[-1] - tops[0], 0))
    turning: list[float] = []
    for rows, lines, top in zip(pairs, labels, tops, strict=False):
        letter(sheet, top, lines)
        y = top - tops[0] + len(lines) * LINE + 3 + STRIP / 2
        for place, row in enumerate(rows.itertuples()):
            fill, hatch = LOOKS.get(row.relation, (0.1, "...."))
            ink = OUTSIDE if style.outside(row) else INK
            name = f"{row.actor_id} {row.relation} {row.other_id} {place}"
            span = Span(name, known(row), ink, days.guessed(row.date), fill, hatch)
            draw_span(ax, span, window, y + place * (STRIP + APART), STRIP)
            turning += [span.known.start, span.known.end - 1]
    days.draw_axis(
        sheet, window, tops[-1], sorted({day for day in turning if window.first <= day < window.last})
    )


def _label(rows: pd.DataFrame) -> list[Run]:
    """The two names, then what was said of them, in order of time."""
    first = next(rows.itertuples())
    told = [_told(row, first.actor_id) for row in rows.head(TOLD).itertuples()]
    if len(rows) > TOLD:
        told.append(say("ties-more", ties=len(rows) - TOLD))
    pair = say("ties-pair", actor=one_line(first.actor), other=one_line(first.other))
    return [head(pair), detail(days.noted(joined("join-further", told), first))]


def _told(row: Any, one: str = "") -> str:
    """One tie in words with its days; whose it is, unless it is that of `one`."""
    words = say(f"ties-{row.relation}")
    if row.actor_id != one and row.relation not in MUTUAL:
        words = say("ties-of", actor=one_line(row.actor), tie=words)
    return say("join-comma", first=words, next=days.standing(row)) if one_line(row.date) else words


def _key(rows: pd.DataFrame) -> list[legend.Item]:
    """The looks of the kinds of tie that are drawn; a mark needs no key where its label names it."""
    met = set(rows["relation"]) - {"left"}
    return [(legend.bar(INK, LOOKS[kind][0], hatch=LOOKS[kind][1]), say(f"ties-key-{kind}"))
            for kind in LOOKS if kind in met]  # fmt: skip


def _alternative(pairs: Sequence[pd.DataFrame]) -> str:
    """The chart in words: each pair with its ties, when there are few."""
    told = [
        say("ties-alt-pair", actor=one_line(rows["actor"].iloc[0]), other=one_line(rows["other"].iloc[0]),
            ties=joined("join-further", [_told(row) for row in rows.head(TOLD).itertuples()]))
        for rows in pairs[:ALT]
    ]  # fmt: skip
    return paragraph(
        say("ties-alt", pairs=len(pairs)),
        *told,
        say("ties-pairs-more", pairs=len(pairs) - ALT) if len(pairs) > ALT else "",
        say("ties-alt-not-shown"),
    )
