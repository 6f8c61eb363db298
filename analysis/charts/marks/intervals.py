"""Claimed numbers as intervals: one row for each claim, with words and speaker. Three charts share it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.ticker import LogLocator, MaxNLocator

from analysis.charts.marks import days
from analysis.charts.marks.spans import spread
from analysis.charts.style import ACCENT, INK, MUTED, OUTSIDE, RULE, TALLEST, Sheet, colour_of, outside
from analysis.charts.style.lettering import LEADING, SMALL, TEXT, one_line, shortened, wrapped
from analysis.messages import (
    interval_words,
    joined,
    listed,
    measure_words,
    number_words,
    say,
    tag_words,
    unit_words,
)
from analysis.model.frames import AGAINST

COLUMNS = (
    "claim_id", "actor", "actor_is", "by", "colour", "measure", "noun", "counts", "unit", "low", "best",
    "high", "wording", "stance", "speaker", "via", "source_number", "locator", "as_of", "as_of_start",
    "source_ids",
)  # fmt: skip

LABELLED = ("measure", "noun", "counts", "actor", "actor_is", "by")
"""The columns of which the label of a claim is made."""

LEFT, RIGHT = 138.0, 186.0
"""Widths of the label column at the left and of words and speaker at the right, in points."""

ROW, LINE, HEAD, FOOT = 34.0, 9.8, 30.0, 22.0
"""Heights of a row with its words, of the least row with a label, of heading and axis, in points."""

WIDE_RANGE = 30.0
"""The axis is logarithmic where the largest number is this many times the smallest."""


@dataclass(frozen=True)
class Panel:
    """Claims of one unit on one axis: `rows` as the charts take them, `label` the two lines left of a row.

    `heading` and `note` stand above the panel. `band` is the span of values (low, high; NaN = open) that all
    claims share, or with `gap` the values between two claims whose numbers do not overlap.
    """

    heading: str
    note: str
    rows: pd.DataFrame
    label: Callable[[Any], tuple[str, str]]
    band: tuple[float, float] | None = None
    gap: bool = False
    log: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "log", wants_log(self.rows))


def wants_log(rows: pd.DataFrame) -> bool:
    """Whether the numbers reach so far that a linear axis would hide the small ones; zero forbids it."""
    numbers = rows[["low", "best", "high"]].to_numpy(float)
    numbers = numbers[~np.isnan(numbers)]
    return bool(numbers.size and numbers.min() > 0 and numbers.max() / numbers.min() > WIDE_RANGE)


def has_number(row: object) -> bool:
    """Whether a claim gives any number at all."""
    return any(getattr(row, end) == getattr(row, end) for end in ("low", "best", "high"))


def range_words(row: object) -> str:
    """The interval of a claim in words, its open end as such, with the best value where it is given.

    >>> from types import SimpleNamespace as Row
    >>> range_words(Row(low=1600.0, best=float("nan"), high=float("nan")))
    '1,600 or more'
    """
    low, best, high = (float(getattr(row, end)) for end in ("low", "best", "high"))
    if np.isnan(best) or best == low == high:
        return interval_words(low, high)
    if np.isnan(low) and np.isnan(high):
        return number_words(best)
    return say("interval-best", numbers=interval_words(low, high), best=number_words(best))


def wording_of(row: object) -> str:
    """The words of a claim in quotation marks, or an empty text."""
    words = one_line(row.wording)
    return say("quoted", words=words) if words else ""


def said_words(row: object) -> str:
    """The interval of a claim with the words it is read from, where they are given: `12 to 99 (“dozens”)`."""
    numbers, quoted = range_words(row), wording_of(row)
    return say("interval-said", numbers=numbers, quoted=quoted) if quoted else numbers


def unit_of(unit: object) -> str:
    """A unit in words; a missing one is said to be missing."""
    return unit_words(one_line(unit)) if one_line(unit) else say("unit-none")


def axis_words(rows: pd.DataFrame) -> str:
    """What kind of axis the rows are drawn on."""
    return say("axis-log" if wants_log(rows) else "axis-linear")


def as_of_words(row: object) -> str:
    """The time that a claim speaks of, with the part of it that is inferred."""
    return days.dated(row.as_of)


def shortfall(rows: int) -> str:
    """That some rows go without their words, where so many claims are drawn; otherwise empty."""
    return say("interval-labelled", claims=rows) if TALLEST / rows < LINE else ""


def height_of(panels: list[Panel]) -> float:
    """The height that the panels want, in points; many rows grow thinner."""
    rows = sum(len(panel.rows) for panel in panels)
    return min(rows * ROW, TALLEST) + len(panels) * (HEAD + FOOT)


def draw_panels(sheet: Sheet, panels: list[Panel]) -> int:
    """Draw the panels under one another into the body of the sheet; returns how many rows got their words."""
    sheet.ax.set(xticks=[], yticks=[])
    for spine in sheet.ax.spines.values():
        spine.set_visible(False)
    rows = sum(len(panel.rows) for panel in panels)
    pitch = max(sheet.body - len(panels) * (HEAD + FOOT), 1.0) / rows
    top, lettered = sheet.top, 0
    for panel in panels:
        lettered += _panel(sheet, panel, top, pitch)
        top += HEAD + FOOT + len(panel.rows) * pitch
    return lettered


def _panel(sheet: Sheet, panel: Panel, top: float, pitch: float) -> int:
    body = len(panel.rows) * pitch
    first = top + HEAD
    right = sheet.width - RIGHT
    ax = sheet.inset(LEFT, first, right, first + body)
    low, high = _axis(ax, panel, body)
    sheet.write(0, top + 9, shortened(panel.heading, sheet.width, TEXT, bold=True), weight="bold")
    sheet.write(0, top + 20, shortened(panel.note, sheet.width, SMALL), size=SMALL, colour=MUTED)
    if panel.band is not None:
        _band(ax, panel, body)
    middles = (np.arange(len(panel.rows)) + 0.5) * pitch
    rows = list(panel.rows.itertuples())
    if pitch < LINE:
        _many(ax, panel.rows, middles, (low, high), max(pitch * 0.8, 0.4))
    else:
        for row, y in zip(rows, middles, strict=True):
            _interval(ax, row, y, (low, high), min(9.0, pitch * 0.5))
    chosen = spread(len(rows), pitch, np.ones(len(rows)), LINE)
    for index in chosen:
        _letter(sheet, rows[index], panel.label(rows[index]), first + middles[index], pitch)
    return len(chosen)


def _axis(ax: Axes, panel: Panel, body: float) -> tuple[float, float]:
    """Set up the axis of numbers: from nought, or logarithmic where the range asks; returns its two ends."""
    numbers = panel.rows[["low", "best", "high"]].to_numpy(float)
    numbers = numbers[~np.isnan(numbers)]
    least, most = (numbers.min(), numbers.max()) if numbers.size else (0.0, 1.0)
    if panel.log:
        ends = (least / 1.6, most * 2.2)
        ax.set_xscale("log")
        ticks = [tick for tick in LogLocator(subs=(1.0,)).tick_values(*ends) if ends[0] <= tick <= ends[1]]
        if len(ticks) < 2:
            ticks = [
                tick
                for tick in LogLocator(subs=(1.0, 2.0, 5.0)).tick_values(*ends)
                if ends[0] <= tick <= ends[1]
            ]
    else:
        whole = bool((numbers % 1 == 0).all())
        reach = 1.35 if panel.rows["high"].isna().any() else 1.12
        ends = (min(0.0, least * 1.15), most * reach or 1.0)
        ticks = [
            tick
            for tick in MaxNLocator(4, steps=[1, 2, 2.5, 5, 10], integer=whole).tick_values(*ends)
            if tick <= ends[1]
        ]
    ax.set(xlim=ends, ylim=(body, 0), yticks=[])
    shown = ticks if numbers.size else []
    ax.set_xticks(shown, labels=[number_words(float(f"{tick:.9g}")) for tick in shown])
    ax.set_xticks([], minor=True)
    ax.tick_params(axis="x", length=3, width=0.8, pad=2, color=RULE, labelcolor=MUTED)
    for name, spine in ax.spines.items():
        spine.set_visible(name == "bottom" and bool(numbers.size))
    ax.vlines(shown, 0, body, color=RULE, linewidth=0.6, zorder=0)
    return ends


def _band(ax: Axes, panel: Panel, body: float) -> None:
    """The values that all claims share, or the gap that no claim covers, over the height of the panel."""
    low, high = (
        end if np.isnan(value) else value for value, end in zip(panel.band, ax.get_xlim(), strict=True)
    )
    colour = ACCENT if panel.gap else INK
    dashes = (0, (4, 2)) if panel.gap else "-"
    ax.axvspan(
        low,
        high,
        facecolor=to_rgba(colour, 0.14),
        edgecolor=colour,
        linewidth=0.8,
        linestyle=dashes,
        zorder=1,
        label="gap" if panel.gap else "common",
    )


def _interval(ax: Axes, row: object, y: float, ends: tuple[float, float], height: float) -> None:
    """One claim: a bar from low to high with best as a dot; an open end is an arrow to the edge."""
    low, best, high = (float(getattr(row, end)) for end in ("low", "best", "high"))
    colour = OUTSIDE if outside(row) else colour_of(row.colour)
    if not (np.isnan(low) and np.isnan(high)):
        left, right = (ends[0] if np.isnan(low) else low), (ends[1] if np.isnan(high) else high)
        filled = 0.0 if row.stance in AGAINST else 0.45  # what is denied is no figure of the speaker's
        look = {"facecolor": to_rgba(colour, filled), "edgecolor": colour, "linewidth": 0.9, "zorder": 3}
        ax.barh(y, right - left, left=left, height=height, label=row.claim_id, **look)
        for tip, marker in ((ends[0], "<"), (ends[1], ">")):
            if np.isnan(low if marker == "<" else high):
                ax.plot(
                    tip,
                    y,
                    marker=marker,
                    markersize=height * 1.15,
                    color=colour,
                    clip_on=False,
                    zorder=4,
                    label=f"{row.claim_id} open",
                    linestyle="none",
                )
    dot = best if not np.isnan(best) else (low if low == high else np.nan)
    if not np.isnan(dot):
        ax.plot(
            dot,
            y,
            marker="o",
            markersize=height * 0.62,
            color=INK,
            label=f"{row.claim_id} best",
            zorder=5,
            linestyle="none",
        )


def _many(ax: Axes, rows: pd.DataFrame, middles: np.ndarray, ends: tuple[float, float], thick: float) -> None:
    """Claims too many to letter: one thin stroke each, one path for each colour."""
    best = rows["best"].to_numpy(float)
    low = np.where(
        rows["high"].notna() & rows["low"].isna(), ends[0], rows["low"].fillna(rows["best"]).to_numpy(float)
    )
    high = np.where(
        rows["low"].notna() & rows["high"].isna(), ends[1], rows["high"].fillna(rows["best"]).to_numpy(float)
    )
    colours = rows["colour"].map(colour_of).to_numpy()
    for colour in dict.fromkeys(colours):
        mine = colours == colour
        x = np.column_stack([low[mine], high[mine], np.full(mine.sum(), np.nan)]).ravel()
        ax.plot(x, np.repeat(middles[mine], 3), color=to_rgba(colour, 0.6), linewidth=thick, zorder=3)
    ax.plot(best, middles, marker=",", color=INK, linestyle="none", zorder=4)


def _letter(sheet: Sheet, row: object, label: tuple[str, str], y: float, pitch: float) -> None:
    """What is counted at the left of a row; the words, what they stand for and who said so at the right."""
    roomy = pitch >= 22
    size = TEXT if roomy else SMALL
    most = max(1, int(pitch / (TEXT * LEADING)))
    x, wide = sheet.width - RIGHT + 14, RIGHT - 20
    said = _reading(row)
    head, below = label
    left = [
        (line, size, INK, "normal")
        for line in wrapped(head, LEFT - 12, size, lines=max(1, most - bool(below)))
    ]
    if roomy and below:
        left.append((shortened(below, LEFT - 12, SMALL), SMALL, MUTED, "normal"))
    sheet.block(0, y, left)
    if not roomy:
        text = joined("join-further", [said, attributed(row)])
        sheet.block(x, y, [(shortened(text, wide, SMALL), SMALL, INK, "normal")])
        return
    lines = [(shortened(said, wide), TEXT, INK, "normal")]
    lines += [
        (line, SMALL, MUTED, "normal") for line in wrapped(attributed(row), wide, SMALL, lines=most - 1)
    ]
    sheet.block(x, y, lines)


def label_of(row: Any) -> str:
    """What a claim counts, of whom or by whom."""
    return label_words(*labelled(row))


def labelled(row: Any) -> tuple[str, ...]:
    """What the label of a claim is made of, by the columns `LABELLED`."""
    return tuple(one_line(getattr(row, name)) for name in LABELLED)


def label_words(measure: str, noun: str, counts: str, actor: str, actor_is: str, by: str) -> str:
    """A measure in words with who or what of it is counted, of whom and by whose doing."""
    doer = say("done-by", name=actor) if actor and actor_is == "doer" else actor
    whose = [tag_words(counts), doer, say("done-by", name=by) if by else ""]
    return joined("join-comma", [measure_words(measure, noun), *whose])


def counted_words(rows: pd.DataFrame) -> str:
    """The measures of the rows in words, each once; of many the first few."""
    names = rows[["measure", "noun"]].drop_duplicates().itertuples(index=False, name=None)
    return listed((measure_words(*map(one_line, name)) for name in names), most=5)


def attributed(row: Any) -> str:
    """Who says so, or denies or doubts it, through whom, in which report and where."""
    speaker = one_line(row.speaker)
    if row.stance in AGAINST:
        speaker = say(f"attribution-{row.stance}", speaker=speaker)
    said = {"speaker": speaker, "number": row.source_number, "locator": one_line(row.locator)}
    via = one_line(row.via)
    return days.noted(say("attribution-via", via=via, **said) if via else say("attribution", **said), row)


def _reading(row: object) -> str:
    """The words of a claim and the interval they stand for, or that they stand for none."""
    quoted = wording_of(row)
    if not has_number(row):
        return say("interval-unread", words=quoted or say("wording-none"))
    numbers = range_words(row)
    return say("interval-reading", quoted=quoted, numbers=numbers) if quoted else numbers
