"""Spans on the axis of days: bars, diamonds, fading ends, arrows, breaks. Two charts share them."""

from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.patches import Rectangle

from analysis.charts.days import Window
from analysis.charts.lettering import SMALL
from analysis.charts.style import INK, MUTED, hatched

STEPS = 5
"""Alpha steps of a fading end."""


@dataclass(frozen=True)
class Span:
    """One bar: `start` and `end` as numbers of days (NaN = open), `end` being the day after the last.

    `fill` and `edge` are opacities; `light` draws the dashed outline of what is inferred. `hatch` is
    matplotlib's.
    """

    key: str
    start: float
    end: float
    colour: str = INK
    light: bool = False
    fill: float = 0.85
    fades: tuple[bool, bool] = (False, False)
    hatch: str = ""
    one_day: bool = False


def draw_span(ax: Axes, span: Span, shown: Window, y: float, height: float, early: str = "") -> None:
    """Draw one span around the height `y`; `early` says in words when a span began that the axis cuts.

    One day, or a span too brief to be seen as a bar, is a diamond.
    """
    brief = span.end - span.start < shown.spans() * 0.012
    if (span.one_day or brief) and span.start >= shown.left:
        _diamond(ax, span, y, height)
        return
    open_left, open_right = np.isnan(span.start), np.isnan(span.end)
    cut = not open_left and span.start < shown.left
    left = shown.left if open_left or cut else span.start
    right = shown.right if open_right else span.end
    head = shown.spans() * 0.014
    inner = (left + head if open_left or cut else left, right - head if open_right else right)
    if right > shown.left:
        _bar(ax, span, inner, y, height)
    for end, tip, base in ((open_left, left, inner[0]), (open_right, right, inner[1])):
        if end:
            _arrow(ax, span, tip, base, y, height)
    if cut:
        _break(ax, span, shown, y, height, early)


def _bar(ax: Axes, span: Span, ends: tuple[float, float], y: float, height: float) -> None:
    """The bar from end to end: an outline, and a fill that grows faint towards approximate ends."""
    left, right = ends
    fade = (right - left) * (0.3 if all(span.fades) else 0.4)
    solid = (left + fade * span.fades[0], right - fade * span.fades[1])
    face = to_rgba(span.colour, span.fill)
    fading = any(span.fades)
    edge = {
        "edgecolor": to_rgba(span.colour, 0.9),
        "linewidth": 0.9,
        "linestyle": (0, (3, 2)) if span.light else "-",
    }
    if fading:
        edge = {"edgecolor": "none"}
    bar = ax.add_patch(_box(solid, y, height, face, label=span.key, **edge))
    if span.hatch:
        hatched(ax, bar, span.hatch, to_rgba(span.colour, 0.9))
    for side, whole, inward in ((0, left, 1), (1, right, -1)):
        for step in range(STEPS if span.fades[side] else 0):
            near, far = whole + inward * fade * step / STEPS, whole + inward * fade * (step + 1) / STEPS
            faint = to_rgba(span.colour, span.fill * (step + 0.7) / (STEPS + 0.7))
            ends = (min(near, far), max(near, far))
            ax.add_patch(_box(ends, y, height, faint, label=f"{span.key} fades", edgecolor="none"))
    if fading and span.light:
        for level in (y - height / 2, y + height / 2):
            ax.plot(solid, (level, level), color=span.colour, linewidth=0.9, linestyle=(0, (3, 2)), zorder=3)


def _box(ends: tuple[float, float], y: float, height: float, face: object, **more: object) -> Rectangle:
    corner = (ends[0], y - height / 2)
    return Rectangle(corner, ends[1] - ends[0], height, facecolor=face, zorder=3, **more)


def _diamond(ax: Axes, span: Span, y: float, height: float) -> None:
    look = {"facecolor": to_rgba(span.colour, span.fill), "edgecolor": span.colour, "zorder": 3}
    dashes = (0, (2, 1.3)) if span.light else "-"
    area = (height * 0.72) ** 2
    ax.scatter(
        [(span.start + span.end) / 2],
        [y],
        s=area,
        marker="D",
        linewidth=0.9,
        linestyle=dashes,
        label=span.key,
        **look,
    )


def _arrow(ax: Axes, span: Span, tip: float, base: float, y: float, height: float) -> None:
    """An arrow head at the edge: the span goes on, and nobody says until when."""
    wing = height * 0.85
    ax.fill(
        (tip, base, base),
        (y, y - wing, y + wing),
        facecolor=to_rgba(span.colour, max(span.fill, 0.5)),
        edgecolor="none",
        label=f"{span.key} open",
        zorder=4,
    )


def _break(ax: Axes, span: Span, shown: Window, y: float, height: float, early: str) -> None:
    """Two slanted strokes at the left edge, the start in words under them: the axis does not reach back."""
    step = shown.spans() * 0.006
    for shift in (1.0, 2.4):
        x = shown.left + step * shift
        ax.plot(
            (x - step, x + step),
            (y + height * 0.9, y - height * 0.9),
            color=span.colour,
            linewidth=1.1,
            zorder=4,
        )
    ax.text(
        shown.left,
        y + height / 2 + SMALL,
        early,
        fontsize=SMALL,
        color=MUTED,
        va="center",
        label=f"{span.key} break",
    )


def draw_many(ax: Axes, spans: list[Span], shown: Window, heights: np.ndarray, thick: float) -> None:
    """Draw spans too many to letter, one thin stroke each: one path for each look, so that the file stays
    small.

    A stroke is never narrower than can be seen; open ends run to the edge.
    """
    least = shown.spans() * 0.003
    looks: dict[tuple[str, bool, float], list[tuple[float, float, float]]] = {}
    for span, y in zip(spans, heights, strict=True):
        left = shown.left if np.isnan(span.start) else max(span.start, shown.left)
        right = shown.right if np.isnan(span.end) else span.end
        looks.setdefault((span.colour, span.light, span.fill), []).append((left, max(right, left + least), y))
    for (colour, _, fill), strokes in looks.items():
        left, right, y = np.array(strokes).T
        x = np.column_stack([left, right, np.full_like(left, np.nan)]).ravel()
        line = ax.plot(x, np.repeat(y, 3), color=to_rgba(colour, fill), linewidth=thick, zorder=3)[0]
        line.set_label(f"{len(strokes)} spans")


def spread(rows: int, pitch: float, weights: np.ndarray, line: float) -> list[int]:
    """Which rows get a label when they lie closer than a line of text: the weightiest row of every slot."""
    if pitch >= line:
        return list(range(rows))
    slot = int(np.ceil(line * 1.15 / pitch))
    chosen: list[int] = []
    for start in range(0, rows, slot):
        row = start + int(np.argmax(weights[start : start + slot]))
        if not chosen or (row - chosen[-1]) * pitch >= line:
            chosen.append(row)
    return chosen
