"""Spans on the axis of days: bars, diamonds, brackets, fading ends, arrows, breaks. Two charts share them."""

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.patches import Rectangle

from analysis.charts.marks.days import Window, number
from analysis.charts.marks.known import Known, Stretch
from analysis.charts.style import INK, MUTED, hatched
from analysis.charts.style.lettering import SMALL
from analysis.messages import say

FADE, STEPS = 3.0, 6
"""Days before and after an approximate end over which a bar fades, and the alpha steps of that."""

BEYOND = 0.3
"""Share of the fill that is left where a span may last, and where it fades out after the last report."""

OUT, HEAD = 0.06, 0.014
"""How far an end that nobody reports fades out, and how long an arrow head is, as shares of the axis."""


@dataclass(frozen=True)
class Span:
    """One row: what is known of its days, and its look.

    `fill` is an opacity; `light` draws the dashed outline of what is inferred. `hatch` is matplotlib's.
    `lost` draws a cross on the day by which a place was lost, and no bar.
    """

    key: str
    known: Known
    colour: str = INK
    light: bool = False
    fill: float = 0.85
    fades: tuple[bool, bool] = (False, False)
    hatch: str = ""
    lost: bool = False


def with_room(shown: Window, spans: list[Span]) -> Window:
    """The window, wide enough that ends fading at its edges fade out before them."""
    left = [a - FADE for span in spans if span.fades[0] for a, _ in span.known.sure if a >= shown.left]
    right = [b + FADE for span in spans if span.fades[1] for _, b in span.known.sure]
    return replace(shown, left=min([shown.left, *left]), right=max([shown.right, *right]))


Period = tuple[object, object]
"""First and last day asked for, None where an end was not."""

ALWAYS: Period = (None, None)


def of_period(shown: Window, spans: list[Span], period: Period) -> Window:
    """The window cut to the days of a period, where it and the rows have days in common."""
    first, last = number(period[0]), number(period[1]) + 1
    opening, close = float(np.fmax(shown.first, first)), float(np.fmin(shown.last, last))
    if not shown.named or period == ALWAYS or opening >= close:
        return shown
    left, right = opening - (close - opening) * 0.05, close + (close - opening) * 0.08
    return Window(left, right, any(span.known.opens < left for span in spans), opening, close)


def beyond_words(spans: list[Span], shown: Window) -> str:
    """That an arrow at the right edge stands for what lasts beyond the axis or comes after it."""
    return say("axis-beyond") if any(span.known.closes > shown.right for span in spans) else ""


def draw_span(ax: Axes, span: Span, shown: Window, y: float, height: float, early: str = "") -> None:
    """Draw one span around the height `y`; `early` says in words when a span began that the axis cuts.
    What lasts beyond the axis, or comes after it, is an arrow at its right edge.

    What is certain is solid, up to the last report; what is only possible is lighter. One day somewhere
    within is a bracket, never a bar. An end that nobody reports fades out, with an arrow where it was said to
    go on; one that began before the axis is broken at its edge.
    """
    known = span.known
    if known.shape == "within":
        _bracket(ax, span, shown, y, height)
    elif not known.named:
        _undated(ax, span, shown, y)
    elif span.lost:
        if not known.start >= known.by:
            _bracket(ax, replace(span, known=replace(known, end=known.by + 1)), shown, y, height)
    elif known.shape == "day" and not (any(span.fades) and known.sure):
        _mark(ax, span, (known.start + known.end) / 2, "D", y, height, hollow=not known.sure)
    else:
        _lasting(ax, span, shown, y, height)
    if span.lost and not np.isnan(known.by):
        _mark(ax, span, known.by + 0.5, "X", y, height)
    if known.named and known.opens < shown.left:
        _break(ax, span, shown, y, height, early)
    if known.named and known.closes > shown.right:
        _arrow(ax, span, shown.right - shown.spans() * HEAD, shown.spans() * HEAD, y, height, "later")


def _lasting(ax: Axes, span: Span, shown: Window, y: float, height: float) -> None:
    """What lasts: its certain days as bars, days that are only possible lighter, unreported ends fading."""
    known = span.known
    edges = (shown.left, shown.right)
    for stretch in possible(known):
        _possible(ax, span, stretch, edges, y, height)
    left, right = known.opens, known.closes
    if np.isnan(known.start):
        _fade_out(ax, span, (left, max(left - shown.spans() * OUT, shown.left)), y, height)
        if known.went_before:
            _arrow(ax, span, left - shown.spans() * OUT, -shown.spans() * HEAD, y, height)
    if np.isnan(known.end):
        tip = min(right + shown.spans() * OUT, shown.right - shown.spans() * HEAD)
        _fade_out(ax, span, (right, tip), y, height)
        if known.goes_on:
            _arrow(ax, span, tip, shown.spans() * HEAD, y, height)
    for stretch in known.sure:
        brief = stretch[1] - stretch[0] + FADE * sum(span.fades) < shown.spans() * 0.012
        if known.shape == "under_way":
            _mark(ax, span, sum(stretch) / 2, "o", y, height)
        elif brief and stretch[0] >= shown.left:
            _mark(ax, span, sum(stretch) / 2, "D", y, height)
        else:
            _bar(ax, span, stretch, edges, y, height)


def possible(known: Known) -> list[Stretch]:
    """The stretches in which a span may have lasted: the window of an end, or days after its report."""
    if known.shape != "lasts":
        return []
    if known.maybe or len(known.sure) > 1:
        return list(known.maybe)
    left, right = known.opens, known.closes
    inner = known.sure[0] if known.sure else (right, right)
    return [(a, b) for a, b in ((left, inner[0]), (inner[1], right)) if a < b]


def _pieces(span: Span, ends: Stretch) -> list[tuple[float, float, float]]:
    """The bar as (from, to, share of the fill): whole between its ends, in steps around approximate ones."""
    left, right = ends
    rises, falls = span.fades
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


def _bar(ax: Axes, span: Span, ends: Stretch, edges: Stretch, y: float, height: float) -> None:
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


def _clipped(ends: Stretch, edges: Stretch) -> Stretch | None:
    """What of a stretch lies on the axis; None if nothing does."""
    left, right = max(ends[0], edges[0]), min(ends[1], edges[1])
    return (left, right) if left < right else None


def _possible(ax: Axes, span: Span, ends: Stretch, edges: Stretch, y: float, height: float) -> None:
    """A lighter stretch with a dotted outline: days that are not certain."""
    box = _clipped(ends, edges)
    if box:
        look = {"edgecolor": to_rgba(span.colour, 0.6), "linewidth": 0.6, "linestyle": (0, (1, 2))}
        face = to_rgba(span.colour, span.fill * BEYOND)
        ax.add_patch(_box(box, y, height, face, label=f"{span.key} possible", **look))


def _fade_out(ax: Axes, span: Span, ends: Stretch, y: float, height: float) -> None:
    """From the last day known to nothing, in steps: nobody reports what was then."""
    start, tip = ends
    cuts = np.linspace(start, tip, STEPS + 1)
    for place, (near, far) in enumerate(pairwise(cuts)):
        face = to_rgba(span.colour, max(span.fill, 0.4) * BEYOND * 1.5 * (1 - (place + 0.5) / STEPS))
        box = _box((min(near, far), max(near, far)), y, height, face, label=f"{span.key} beyond")
        ax.add_patch(box).set(edgecolor="none", linewidth=0)


def _box(ends: Stretch, y: float, height: float, face: object, **more: object) -> Rectangle:
    corner = (ends[0], y - height / 2)
    return Rectangle(corner, ends[1] - ends[0], height, facecolor=face, zorder=3, **more)


def _mark(ax: Axes, span: Span, x: float, marker: str, y: float, height: float, hollow: bool = False) -> None:
    """A mark at one moment: a diamond for a day, a circle for what was under way, a cross for a loss."""
    fill = 0.0 if hollow else max(span.fill, 0.85 if marker == "X" else 0.0)
    look = {"facecolor": to_rgba(span.colour, fill), "edgecolor": span.colour, "zorder": 5}
    dashes = (0, (2, 1.3)) if span.light else "-"
    area = (height * (0.9 if marker == "X" else 0.72)) ** 2
    ax.scatter([x], [y], s=area, marker=marker, linewidth=0.9, linestyle=dashes, label=span.key, **look)


def _bracket(ax: Axes, span: Span, shown: Window, y: float, height: float) -> None:
    """One day somewhere within: a thin line with a cap at either end, an arrow where there is no end."""
    known = span.known
    left, right = known.start, known.end
    head = shown.spans() * HEAD
    if np.isnan(left):
        left = max(right - shown.spans() * OUT, shown.left + head)
        _arrow(ax, span, left, -head, y, height)
    if np.isnan(right):
        right = min(known.start + shown.spans() * OUT, shown.right - head)
        _arrow(ax, span, right, head, y, height)
    left, right = max(left, shown.left), min(right, shown.right)
    look = {"color": span.colour, "linewidth": 1.1, "zorder": 4}
    dashes = (0, (3, 2)) if span.light else "-"
    ax.plot((left, right), (y, y), linestyle=dashes, label=f"{span.key} within", **look)
    for x in (known.start, known.end):
        if shown.left <= x <= shown.right:
            ax.plot((x, x), (y - height / 2, y + height / 2), label=f"{span.key} cap", **look)


def _undated(ax: Axes, span: Span, shown: Window, y: float) -> None:
    """A row without any date: a dotted line over the whole axis, and nothing solid."""
    look = {"color": to_rgba(span.colour, 0.6), "linewidth": 0.8, "linestyle": (0, (1, 2)), "zorder": 3}
    ax.plot((shown.left, shown.right), (y, y), label=f"{span.key} undated", **look)


def _arrow(
    ax: Axes, span: Span, base: float, head: float, y: float, height: float, what: str = "open"
) -> None:
    """A hollow arrow head: it was so when last reported and nobody says until when, or lies off the axis."""
    wing = height * 0.6
    ax.fill(
        (base + head, base, base),
        (y, y - wing, y + wing),
        facecolor="none",
        edgecolor=to_rgba(span.colour, max(span.fill, 0.6)),
        linewidth=0.9,
        label=f"{span.key} {what}",
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

    A stroke is never narrower than can be seen; what is not certain, or not reported, is lighter.
    """
    least, out = shown.spans() * 0.003, shown.spans() * OUT
    looks: dict[tuple[str, float], list[tuple[float, float, float]]] = {}
    for span, y in zip(spans, heights, strict=True):
        known = span.known
        solid = looks.setdefault((span.colour, span.fill), [])
        faint = looks.setdefault((span.colour, span.fill * BEYOND), [])
        for left, right in known.sure:
            solid.append((max(left, shown.left), max(right, left + least), y))
        faint += [(max(a, shown.left), b, y) for a, b in possible(known)]
        if not known.named:
            faint.append((shown.left, shown.right, y))
        else:
            left = known.opens - out if np.isnan(known.start) else known.start
            right = known.closes + out if np.isnan(known.end) else known.end
            if known.shape == "within":
                faint.append((max(left, shown.left), right, y))
            if np.isnan(known.start):
                faint.append((max(left, shown.left), known.opens, y))
            if np.isnan(known.end):
                faint.append((known.closes, min(right, shown.right), y))
    for (colour, fill), strokes in looks.items():
        if not strokes:
            continue
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
