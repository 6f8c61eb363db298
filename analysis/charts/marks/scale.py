"""The scale of numbers that a block of rows shares, and the marks of claims on it."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.colors import to_rgba
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.ticker import MaxNLocator

from analysis.charts.style import INK, MUTED, RULE, Sheet
from analysis.charts.style.lettering import SMALL, width
from analysis.messages import number_words

WIDE_RANGE = 30.0
"""The scale is logarithmic where the largest number is this many times the smallest."""

ARROW = 24.0
"""Length of the arrow of an open end, in points: it says that there is more, and nothing of how much."""

BAR, DOT = 7.0, 4.6
"""Height of a bar and size of a dot, in points."""


@dataclass(frozen=True)
class Scale:
    """Numbers from `low` at the left to `high` at the right, over so many points of width."""

    low: float
    high: float
    log: bool
    points: float

    def share(self, number: float) -> float:
        """Where the number lies, as a share of the width."""
        if self.log:
            return math.log(number / self.low) / math.log(self.high / self.low)
        return (number - self.low) / (self.high - self.low)

    def beside(self, number: float, points: float) -> float:
        """The number so many points to the right of another."""
        share = self.share(number) + points / self.points
        if self.log:
            return float(self.low * (self.high / self.low) ** share)
        return self.low + share * (self.high - self.low)

    def ticks(self) -> list[float]:
        """The numbers that are marked: whole decades, or three to five round ones."""
        if self.log:
            first, last = round(math.log10(self.low)), round(math.log10(self.high))
            step = max(1, math.ceil((last - first) / 4))
            return [10.0**power for power in range(first, last + 1, step)]
        whole = self.high - self.low >= 4
        found = MaxNLocator(4, steps=[1, 2, 2.5, 5, 10], integer=whole).tick_values(self.low, self.high)
        return [tick for tick in map(float, found) if self.low <= tick <= self.high]


def wants_log(numbers: Iterable[float]) -> bool:
    """Whether numbers reach so far that a scale from nought would hide the small; zero forbids it."""
    known = [number for number in numbers if number == number]
    return bool(known) and min(known) > 0 and max(known) / min(known) > WIDE_RANGE


def scale_of(numbers: Iterable[float], points: float) -> Scale:
    """The scale on which the numbers lie: whole decades, or from nought to a little beyond the largest."""
    known = [number for number in numbers if number == number]
    least, most = min(known), max(known)
    if wants_log(known):
        low, high = 10.0 ** math.floor(math.log10(least)), 10.0 ** math.ceil(math.log10(most))
        return Scale(low, high * 10 if most > high / 1.5 and most == high else high, True, points)
    return Scale(min(0.0, least), most * 1.15 if most > 0 else 1.0, False, points)


def draw_tracks(ax: Axes, scale: Scale, middles: list[float]) -> None:
    """A faint line for each row, with a small stroke at each number that is marked."""
    ends = [[(scale.low, y), (scale.high, y)] for y in middles]
    strokes = [[(tick, y - 2.5), (tick, y + 2.5)] for tick in scale.ticks() for y in middles]
    ax.add_collection(LineCollection(ends + strokes, colors=RULE, linewidths=0.8, zorder=0), autolim=False)


def letter_scale(sheet: Sheet, scale: Scale, left: float, y: float) -> None:
    """The numbers that are marked under the tracks; of two that would touch the first."""
    taken = -math.inf
    for tick in scale.ticks():
        words = number_words(float(f"{tick:.9g}"))
        half = width(words, SMALL) / 2
        middle = left + scale.share(tick) * scale.points
        middle = min(max(middle, left + half), left + scale.points - half)
        if middle - half > taken + 4:
            sheet.write(middle, y, words, size=SMALL, colour=MUTED, ha="center")
            taken = middle + half


def draw_interval(ax: Axes, scale: Scale, row: Any, y: float, colour: str, *, hollow: bool) -> None:
    """One claim: a bar from low to high with the best as a dot, a dot where they are one, an arrow where an
    end is open."""
    low, best, high = (float(getattr(row, end)) for end in ("low", "best", "high"))
    face = "none" if hollow else to_rgba(colour, 0.45)
    if low < high:
        look = {"facecolor": face, "edgecolor": colour, "linewidth": 0.9, "zorder": 3}
        ax.add_patch(Rectangle((low, y - BAR / 2), high - low, BAR, label=row.claim_id, **look))
    elif np.isnan(low) != np.isnan(high):
        start, way = (high, -1) if np.isnan(low) else (low, 1)
        tip = scale.beside(start, way * ARROW)
        line = Line2D(
            [start, tip], [y, y], color=colour, linewidth=1.6, label=f"{row.claim_id} open", zorder=3
        )
        stop = Line2D([start, start], [y - 3.5, y + 3.5], color=colour, linewidth=1.6, label=row.claim_id)
        head = Line2D([tip], [y], color=colour, marker=">" if way > 0 else "<", markersize=5.5)
        for part in (line, stop, head):
            part.set(clip_on=False)
            ax.add_line(part)
    dot = best if not np.isnan(best) else (low if low == high else np.nan)
    if not np.isnan(dot):
        inside = low < high
        look = {"markerfacecolor": "none" if hollow else INK if inside else colour, "zorder": 5}
        edge = INK if inside else colour
        size = DOT if inside else DOT + 2
        name = f"{row.claim_id} best" if inside else row.claim_id
        ax.add_line(
            Line2D([dot], [y], marker="o", markersize=size, markeredgecolor=edge, label=name, clip_on=False,
                   linestyle="none", **look)
        )  # fmt: skip


def draw_together(ax: Axes, scale: Scale, rows: list[Any], top: float, high: float, colour: str) -> None:
    """The marks of several claims in one row, from the lowest to the highest, thin and under one another."""
    pitch = high / len(rows)
    strokes, points, tips = [], [], []
    for number, row in enumerate(rows):
        y = top + (number + 0.5) * pitch
        low, best, last = (float(getattr(row, end)) for end in ("low", "best", "high"))
        if low == low and last == last and low < last:
            strokes.append([(low, y), (last, y)])
        elif (low == low) != (last == last) and best != best:
            start, way = (low, 1) if low == low else (last, -1)
            tip = scale.beside(start, way * ARROW / 2)
            strokes.append([(start, y), (tip, y)])
            tips.append((tip, y, way))
        elif (value := best if best == best else low) == value:
            points.append((value, y))
    key, thick = f"row {rows[0].row}", min(3.0, pitch * 0.7)
    lines = LineCollection(strokes, colors=colour, linewidths=thick, label=key, zorder=3, clip_on=False)
    ax.add_collection(lines, autolim=False)
    marked = [("o", [(x, y) for x, y in points], "dots")]
    marked += [
        (">" if way > 0 else "<", [(x, y) for x, y, at in tips if at == way], "open") for way in (1, -1)
    ]
    for marker, places, name in marked:
        if places:
            x, y = zip(*places, strict=True)
            size = min(4.2, pitch * 1.4)
            ax.add_line(
                Line2D(x, y, color=colour, marker=marker, markersize=size, markeredgewidth=0,
                       linestyle="none", label=f"{key} {name}", clip_on=False)
            )  # fmt: skip


def draw_step(ax: Axes, scale: Scale, row: Any, earlier: Any, y: float) -> None:
    """From the earlier figure, hollow, an arrow to the one that replaces it."""
    before, after = (
        next((value for value in (one.best, one.low, one.high) if value == value), None)
        for one in (earlier, row)
    )
    if before is None or after is None:
        return
    if abs(scale.share(after) - scale.share(before)) * scale.points < 8:
        return
    way = 1 if after > before else -1
    tip = scale.beside(after, -5 * way)
    name = f"{row.claim_id} step"
    ax.add_line(Line2D([before, tip], [y, y], color=MUTED, linewidth=0.9, label=name, zorder=2))
    ax.add_line(
        Line2D([before], [y], color=MUTED, marker="o", markersize=4, markerfacecolor="none", zorder=2)
    )
    ax.add_line(Line2D([tip], [y], color=MUTED, marker=">" if way > 0 else "<", markersize=4, zorder=2))
