"""Who held what, and when: one lane for each place, on it a strip for each who held, contested or lost it."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from analysis.charts import style
from analysis.charts.marks import days
from analysis.charts.marks.known import known
from analysis.charts.marks.labels import LINE, cited, detail, head, letter
from analysis.charts.marks.publications import REPORTS, bands, draw_bands, head_of, letter_bands
from analysis.charts.marks.runs import Line, Run, flowed
from analysis.charts.marks.span_key import span_key, span_words
from analysis.charts.marks.spans import ALWAYS, Period, Span, draw_span, fade, of_period
from analysis.charts.style import INK, legend
from analysis.charts.style.lettering import one_line
from analysis.messages import code_words, joined, listed, paragraph, say
from analysis.model.frames import LANES, takes

COLUMNS = LANES.only(
    *("place_id", "place", "actor", "colour", "status", "date", "basis", "lane", "level", "by", "by_colour"),
    *("start", "end", "span", "start_latest", "end_earliest", "inferred", "attested", "attested_from"),
    *("claim_ids", "cites", "source_ids"),
    "wording",
)

LOOKS = {"held": (0.9, ""), "besieged": (0.9, ""), "part_held": (0.9, ""), "contested": (0.25, "//////")}
"""Opacity of the fill and hatch of each status, so that they are told apart without colour. A part held is
half as high as a whole, who is besieged has a hatched stripe below, what is lost is no strip at all."""

OTHER = (0.25, "....")
"""The look of a status that is none of the vocabulary's."""

STRIP, STRIPE, APART = 6.0, 2.6, 2.0
"""Height of a strip and of the stripe of a siege below it, and what parts two strips, in points."""

ABOVE, BELOW, AXIS, KEY = 3.0, 7.0, 30.0, 12.0
"""From a label to its strips, from these to the next label, height of the axis and of a row of the key."""

TOLD, CITED, ALT = 4, 4, 8
"""How many states of a place its label tells, how many claims it cites, how many rows are read out."""


@style.themed
@takes(lanes=COLUMNS, reports=REPORTS)
def control_timeline(
    lanes: pd.DataFrame,
    *,
    reports: pd.DataFrame | None = None,
    period: Period = ALWAYS,
    ax: Axes | None = None,
) -> Axes:
    """Draw who was reported to hold, contest or have lost which place over time, a lane for each place.

    Takes the columns `COLUMNS` of `frames.LANES` and draws the rows that have a lane. The colour of a strip
    is the faction's, its hatch and height the status. It is solid up to the last report and ends there; an
    arrow says that it was so when last reported, a dashed window that the place was lost on a day within.
    Blank is what no report speaks of. `reports` are bands and the axis is cut as in `event_timeline`. Raises
    FrameError where a column or every row is missing.
    """
    style.not_empty(lanes, "control_timeline")
    lanes = lanes[lanes["lane"].notna()].reset_index(drop=True)
    spans = [_span(index, row) for index, row in enumerate(lanes.itertuples())]
    dated = (lanes[name] for name in ("start", "end", "attested", "attested_from"))
    shown = of_period(days.window(*dated), spans, period)
    held = [rows for _, rows in lanes.groupby("lane")]
    labels = [flowed(_label(rows), style.width_for(ax)) for rows in held]
    found = bands(reports, shown)
    items = _key(lanes, spans, banded=bool(found))
    top = head_of(found)
    tops = _tops(held, labels, top)
    key = legend.rows_needed(style.width_for(ax), items) * KEY
    sheet = style.sheet(ax, height=tops[-1] + AXIS + key)
    sheet.place(sheet.ax, 0, top, sheet.width, tops[-1])
    style.bare(sheet.ax)
    body = tops[-1] - top
    sheet.ax.set_xlim(shown.left, shown.right)
    sheet.ax.set_ylim(body, 0)
    for rows, lines, height in zip(held, labels, tops, strict=False):
        letter(sheet, height, lines)
        _lane(sheet.ax, rows, [spans[place] for place in rows.index], shown, height - top + len(lines) * LINE)
    draw_bands(sheet.ax, found, shown, body)
    days.draw_axis(sheet, shown, tops[-1], _telling(spans, shown))
    letter_bands(sheet, found, shown)
    legend.draw_key(sheet, 0, tops[-1] + AXIS + 3, items)
    style.cut_at(sheet, [height - 1 for height in tops[1:-1]])
    style.describe(sheet.ax, _alternative(lanes, spans, shown))
    return sheet.ax


def _span(index: int, row: object) -> Span:
    fill, hatch = LOOKS.get(one_line(row.status), OTHER)
    colour = style.OUTSIDE if style.outside(row) else style.colour_of(row.colour)
    return Span(f"row {index}", known(row), colour, days.guessed(row.date), fill, hatch, capped=False)


def _strip(rows: pd.DataFrame) -> float:
    """The height of a strip with what parts it from the next."""
    return STRIP + APART + (STRIPE + 0.6 if (rows["status"] == "besieged").any() else 0.0)


def _tops(held: list[pd.DataFrame], labels: list[list[Line]], top: float) -> list[float]:
    """Where each lane begins, and where the last ends, in points from the top."""
    tops = [top]
    for rows, lines in zip(held, labels, strict=True):
        strips = (int(rows["level"].max()) + 1) * _strip(rows)
        tops.append(tops[-1] + len(lines) * LINE + ABOVE + strips + BELOW)
    return tops


def _lane(ax: Axes, rows: pd.DataFrame, spans: list[Span], shown: days.Window, top: float) -> None:
    """The strips of one place; `top` is the foot of its label."""
    pitch = _strip(rows)
    for row, span in zip(rows.itertuples(), spans, strict=True):
        y = top + ABOVE + row.level * pitch + STRIP / 2
        if row.status == "lost":
            _lost(ax, span, shown, y, before=_held_before(rows, row))
        elif row.status == "part_held":
            draw_span(ax, span, shown, y + STRIP / 4, STRIP / 2)
        else:
            draw_span(ax, span, shown, y, STRIP)
        if row.status == "besieged":
            _besieged(ax, span, row, shown, y + STRIP / 2 + 0.6 + STRIPE / 2)


def _held_before(rows: pd.DataFrame, lost: object) -> bool:
    """Whether a strip of the faction leads up to the day on which it lost the place."""
    same = rows[(rows["actor"] == lost.actor) & (rows["level"] == lost.level) & (rows["status"] != "lost")]
    return bool((same["end"] >= lost.start).any())


def _lost(ax: Axes, span: Span, shown: days.Window, y: float, *, before: bool) -> None:
    """A loss: a dashed window over the days of which one is meant; what was before fades in, if not drawn."""
    known = span.known
    left = np.fmax(known.start, shown.first)
    right = min(known.end, shown.right)
    if not left < right:
        return
    if not before:
        fade(ax, Span(span.key, known, span.colour), (left, left - shown.spans() * 0.07), shown, y, STRIP)
    wide = max(right - left, shown.spans() * 0.008)
    look = {"facecolor": "none", "edgecolor": INK, "linewidth": 0.9, "linestyle": (0, (2, 1.4)), "zorder": 5}
    box = Rectangle((left, y - STRIP / 2), wide, STRIP, label=f"{span.key} lost", **look)
    ax.add_artist(box)


def _besieged(ax: Axes, span: Span, row: object, shown: days.Window, y: float) -> None:
    """A thin stripe under who is besieged, in the colour of the besieger where one is coded."""
    colour = style.OUTSIDE if style.outside(row) else style.colour_of(row.by_colour)
    around = Span(f"{span.key} siege", span.known, colour, fill=0.55, hatch="//////", capped=False)
    draw_span(ax, around, shown, y, STRIPE)


def _label(rows: pd.DataFrame) -> list[Run]:
    """The place, in order of time what was said of it, and where that stands."""
    first = rows.iloc[0]
    states = list(_states(rows))
    told = joined("join-further", states[:TOLD])
    if len(states) > TOLD:
        told = say("control-further", told=told, number=len(states) - TOLD)
    pairs = dict(zip(rows["claim_ids"].map(one_line), rows["cites"].map(one_line), strict=True))
    cites = [cited(key, mark) for key, mark in pairs.items() if key and mark][:CITED]
    return [head(one_line(first.place) or say("place-none")), detail(told), *cites]


def _states(rows: pd.DataFrame) -> Iterator[str]:
    """Each state in words: those of one status and day in one, with all of whom they are true."""
    alike: dict[tuple[str, str], list[Any]] = {}
    for row in rows.itertuples():
        alike.setdefault((one_line(row.status), one_line(row.date)), []).append(row)
    besieged: set[str] = set()
    for (status, date), same in alike.items():
        row, names = same[0], _names(same)
        words = {"actors": listed(names), "date": days.standing(row) if date[:1] == "/" else days.bare(date)}
        if status == "besieged" and one_line(row.by):
            told = say("control-is-besieged-by", by=listed(row.by.split("; ")), **words)
        elif status == "held" and besieged.issuperset(names):
            told = say("control-is-relieved", **words)
        elif status in (*LOOKS, "lost"):
            told = say(f"control-is-{status}", **words)
        else:
            told = say("control-is-other", status=code_words("status", status), **words)
        if status == "part_held" and one_line(row.wording):
            told = say("control-worded", told=told, words=row.wording)
        besieged = set(names) if status == "besieged" else set()
        told = _assessed(told, same)
        yield days.noted(told, row) if all(map(style.outside, same)) else told


def _names(rows: list[Any]) -> list[str]:
    """Of whom the rows are, each once."""
    return list(dict.fromkeys(one_line(row.actor) or say("faction-none") for row in rows))


def _assessed(told: str, same: list[Any]) -> str:
    """A state with of whom it is the house's reading, if of any."""
    read = _names([row for row in same if row.basis == "assessed"])
    if not read:
        return told
    if read == _names(same):
        return say("control-assessed", told=told)
    return say("control-assessed-of", told=told, actors=listed(read))


def _telling(spans: list[Span], shown: days.Window) -> list[float]:
    """The days on which something of control begins or ends, in order."""
    ends = {day for span in spans for day in (span.known.start, span.known.end - 1, span.known.closes - 1)}
    return sorted(day for day in ends if shown.first <= day < shown.last)


def _key(lanes: pd.DataFrame, spans: list[Span], *, banded: bool) -> list[legend.Item]:
    """Explain only what is drawn: colours of factions, looks of a status, and what is not certain."""
    met = set(lanes["status"].map(one_line))
    inside = [row for row in lanes.itertuples() if not style.outside(row)]
    named = {one_line(row.actor): row for row in reversed(inside)}
    items: list[legend.Item] = [
        (legend.bar(style.colour_of(row.colour), 0.9), name or say("faction-none"))
        for name, row in reversed(named.items())
    ]
    looks = {
        "contested": legend.bar(INK, 0.25, hatch="//////"),
        "part_held": _half(),
        "besieged": _under_siege(),
        "lost": legend.bar(INK, 0.0, dashed=True),
    }
    items += [(looks[status], say(f"control-key-{status}")) for status in looks if status in met]
    kept = [span for span, status in zip(spans, lanes["status"], strict=True) if status != "lost"]
    return [*items, *span_key(kept, banded=banded)]


def _half() -> list[dict]:
    return [{"shape": [(0, 4), (18, 4), (18, 8), (0, 8)], "colour": INK, "fill": 0.9, "edge": False}]


def _under_siege() -> list[dict]:
    stripe = {"shape": [(0, 6), (18, 6), (18, 9), (0, 9)], "colour": INK, "fill": 0.4, "hatch": "//////"}
    whole = {"shape": [(0, 0), (18, 0), (18, 5), (0, 5)], "colour": INK, "fill": 0.9, "edge": False}
    return [whole, {**stripe, "edge": False}]


def _alternative(lanes: pd.DataFrame, spans: list[Span], shown: days.Window) -> str:
    """The chart in words: rows, factions, each hold when there are few, what is uncertain and not shown."""
    rows = len(lanes)
    named = dict.fromkeys(lanes["actor"].map(one_line))
    actors = listed((name or say("faction-none") for name in named), most=6)
    early = sum(span.known.opens < shown.first for span in spans)
    inferred = int(lanes["inferred"].notna().sum())
    told = [
        say(
            "control-alt-row",
            place=one_line(row.place) or say("place-none"),
            actor=one_line(row.actor) or say("faction-none"),
            status=code_words("status", one_line(row.status)),
            date=days.standing(row),
        )
        for row in lanes.head(ALT).itertuples()
    ]
    return paragraph(
        say("control-alt", places=lanes["lane"].nunique(), actors=actors),
        style.outside_words(lanes),
        *told,
        say("further-rows", number=rows - ALT) if rows > ALT else "",
        say("control-alt-cut", rows=early) if shown.cut and early else "",
        say("control-alt-dates", inferred=inferred, dates=rows),
        *span_words(lanes),
        say("control-alt-not-shown"),
    )
