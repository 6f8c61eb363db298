"""Spans on the axis of days: bars, diamonds, fading ends, arrows, breaks. Two charts share them."""

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.patches import Rectangle

from analysis.charts.marks.days import Window
from analysis.charts.style import INK, MUTED, hatched
from analysis.charts.style.lettering import SMALL

FADE, STEPS = 3.0, 6
"""Days before and after an approximate end over which a bar fades, and the alpha steps of that."""

BEYOND = 0.3
"""Share of the fill that is left where a span goes on beyond the days that any row names."""


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


def with_room(shown: Window, spans: list[Span]) -> Window:
    """The window, wide enough that ends fading at its edges fade out before them."""
    left = [span.start - FADE for span in spans if span.fades[0] and span.start >= shown.left]
    right = [span.end + FADE for span in spans if span.fades[1] and not np.isnan(span.end)]
    return replace(shown, left=min([shown.left, *left]), right=max([shown.right, *right]))


def draw_span(ax: Axes, span: Span, shown: Window, y: float, height: float, early: str = "") -> None:
    """Draw one span around the height `y`; `early` says in words when a span began that the axis cuts.

    One day, or a span too brief to be seen as a bar, is a diamond. An open end goes on, lighter, from the
    last day that any row names to an arrow at the edge; so does an open start before the first.
    """
    brief = span.end - span.start + FADE * sum(span.fades) < shown.spans() * 0.012
    if (span.one_day or brief) and span.start >= shown.left:
        _diamond(ax, span, y, height)
        return
    open_left, open_right = np.isnan(span.start), np.isnan(span.end)
    cut = not open_left and span.start < shown.left
    head = shown.spans() * 0.014
    edges = (shown.left + (head if open_left or cut else 0), shown.right - (head if open_right else 0))
    left, right = body_of(span, shown)
    if open_left:
        _beyond(ax, span, (edges[0], left), y, height)
        _arrow(ax, span, shown.left, edges[0], y, height)
    if open_right:
        _beyond(ax, span, (right, edges[1]), y, height)
        _arrow(ax, span, shown.right, edges[1], y, height)
    _bar(ax, span, (left, right), edges, y, height)
    if cut:
        _break(ax, span, shown, y, height, early)


def body_of(span: Span, shown: Window) -> tuple[float, float]:
    """From where to where a span is said to last: an open end reaches as far as any row names a day."""
    left = min(shown.first, span.end) if np.isnan(span.start) else span.start
    right = max(shown.last, span.start) if np.isnan(span.end) else span.end
    if np.isnan(span.start) and np.isnan(span.end):
        return shown.first, shown.last
    return left, right


def _pieces(span: Span, ends: tuple[float, float]) -> list[tuple[float, float, float]]:
    """The bar as (from, to, share of the fill): whole between its ends, in steps around approximate ones."""
    left, right = ends
    rises, falls = span.fades[0] and not np.isnan(span.start), span.fades[1] and not np.isnan(span.end)
    cuts = {left - FADE * rises, right + FADE * falls}
    for end, fades in ((left, rises), (right, falls)):
        cuts |= {end - FADE + 2 * FADE * step / STEPS for step in range(STEPS + 1) if fades}
    inside = sorted(cut for cut in cuts if left - FADE * rises <= cut <= right + FADE * falls)
    pieces = []
    for near, far in pairwise(inside):
        middle = (near + far) / 2
        rising = (middle - left + FADE) / (2 * FADE) if rises else 1.0
        falling = (right + FADE - middle) / (2 * FADE) if falls else 1.0
        pieces.append((near, far, min(rising, falling, 1.0)))
    return pieces


def _bar(
    ax: Axes, span: Span, ends: tuple[float, float], edges: tuple[float, float], y: float, height: float
) -> None:
    """The bar from end to end: an outline, or a fill that fades around ends which are approximate."""
    edge = {
        "edgecolor": to_rgba(span.colour, 0.9),
        "linewidth": 0.9,
        "linestyle": (0, (3, 2)) if span.light else "-",
    }
    if any(span.fades):
        edge = {"edgecolor": "none"}
    for near, far, share in _pieces(span, ends):
        box = _clipped((near, far), edges)
        if box is None:
            continue
        label = span.key if share == 1 else f"{span.key} fades"
        face = to_rgba(span.colour, span.fill * share)
        bar = ax.add_patch(_box(box, y, height, face, label=label, **edge))
        if span.hatch:
            hatched(ax, bar, span.hatch, to_rgba(span.colour, 0.9 * share))
    coded = _clipped(ends, edges)
    if any(span.fades) and span.light and coded:
        for level in (y - height / 2, y + height / 2):
            ax.plot(coded, (level, level), color=span.colour, linewidth=0.9, linestyle=(0, (3, 2)), zorder=3)


def _clipped(ends: tuple[float, float], edges: tuple[float, float]) -> tuple[float, float] | None:
    """What of a stretch lies on the axis; None if nothing does."""
    left, right = max(ends[0], edges[0]), min(ends[1], edges[1])
    return (left, right) if left < right else None


def _beyond(ax: Axes, span: Span, ends: tuple[float, float], y: float, height: float) -> None:
    """The lighter stretch in which nobody says whether the span still, or already, lasts."""
    if ends[0] >= ends[1]:
        return
    look = {"edgecolor": to_rgba(span.colour, 0.6), "linewidth": 0.6, "linestyle": (0, (1, 2))}
    face = to_rgba(span.colour, span.fill * BEYOND)
    ax.add_patch(_box(ends, y, height, face, label=f"{span.key} beyond", **look))


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

    A stroke is never narrower than can be seen; open ends run on to the edge, lighter.
    """
    least = shown.spans() * 0.003
    looks: dict[tuple[str, bool, float], list[tuple[float, float, float]]] = {}
    for span, y in zip(spans, heights, strict=True):
        left, right = body_of(span, shown)
        left = max(left, shown.left)
        looks.setdefault((span.colour, span.light, span.fill), []).append((left, max(right, left + least), y))
        faint = looks.setdefault((span.colour, span.light, span.fill * BEYOND), [])
        if np.isnan(span.start):
            faint.append((shown.left, left, y))
        if np.isnan(span.end):
            faint.append((right, shown.right, y))
    looks = {look: strokes for look, strokes in looks.items() if strokes}
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
