"""Spans on the axis of days: bars, brackets, fading ends, arrows, the cut axis. Two charts share them.

Four kinds of time have four shapes: what lasts is a bar, one day somewhere within a bracket, what was so when
last reported ends in an arrow, what nobody reports the start of fades in.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from analysis.charts.marks.days import Window, number
from analysis.charts.marks.known import Known, Stretch
from analysis.charts.style import INK, PAPER, hatched

STEPS = 5
"""Steps of opacity in which an end fades."""

BEYOND = 0.4
"""Share of the fill that is left where a span may have lasted."""

OUT, HEAD = 0.09, 0.02
"""How far an end that nobody reports fades out, and how long an arrow is, as shares of the axis."""

SHORT = 0.018
"""Share of the axis below which what lasts is drawn as a mark: its two ends could not be told apart."""


@dataclass(frozen=True)
class Span:
    """One row: what is known of its days, and its look.

    `guessed` says of its start and its end whether they are inferred or approximate: a ring, else an upright
    stroke. `fill` is an opacity, `hatch` is matplotlib's. Without `capped` the ends have neither.
    """

    key: str
    known: Known
    colour: str = INK
    guessed: tuple[bool, bool] = (False, False)
    fill: float = 0.85
    hatch: str = ""
    capped: bool = True


Period = tuple[object, object]
"""First and last day asked for, None where an end was not."""

ALWAYS: Period = (None, None)


def of_period(shown: Window, spans: list[Span], period: Period) -> Window:
    """The window cut to the days of a period, where it and the rows have days in common."""
    first, last = number(period[0]), number(period[1]) + 1
    opening, close = float(np.fmax(shown.first, first)), float(np.fmin(shown.last, last))
    if not shown.named or period == ALWAYS or opening >= close:
        return shown
    cut = any(span.known.opens < opening for span in spans)
    return Window.around(opening, close, cut=cut, unopened=False, unclosed=True)


def draw_span(ax: Axes, span: Span, shown: Window, y: float, height: float) -> None:
    """Draw one span around the height `y`, whatever of it lies on the axis.

    What is certain is solid, up to the last report; what is only possible is lighter. What began before the
    axis is broken at its edge; what lasts beyond it, or comes after it, is an arrow at the right.
    """
    known = span.known
    if not known.named:
        _undated(ax, span, shown, y)
    elif known.closes <= shown.first and shown.cut:
        _earlier(ax, span, shown, y, height)
    elif known.opens < shown.last:
        if known.shape == "within":
            _bracket(ax, span, shown, y, height)
        elif known.shape == "day" and span.capped:
            _end(ax, span, (known.start + known.end) / 2, 0, y, height, hollow=not known.sure)
        else:
            _lasting(ax, span, shown, y, height)
        if shown.cut and known.opens < shown.first:
            _break(ax, span, shown, y, height)
    if known.named and known.closes > shown.right:
        _arrow(ax, span, shown.right - shown.spans() * HEAD, shown, y, "later")


def _lasting(ax: Axes, span: Span, shown: Window, y: float, height: float) -> None:
    """What lasts: certain days as bars, days that are only possible lighter, unreported ends fading."""
    known = span.known
    out, least = shown.spans() * OUT, shown.spans() * SHORT
    for stretch in possible(known):
        block(ax, span, stretch, shown, y, height, share=BEYOND, label=f"{span.key} possible")
    if np.isnan(known.start):
        fade(ax, span, (known.opens, known.opens - out), shown, y, height)
    if known.goes_on:
        _arrow(ax, span, known.closes, shown, y, "open")
    elif np.isnan(known.end):
        fade(ax, span, (known.closes, known.closes + out), shown, y, height)
    if span.capped and known.closes - known.opens < least and not (np.isnan(known.start) or known.goes_on):
        _end(ax, span, (known.opens + known.closes) / 2, 0, y, height)
        return
    for stretch in known.sure:
        if stretch[1] - stretch[0] < least:
            stretch = (stretch[1] - least, stretch[1])
        block(ax, span, stretch, shown, y, height)
    if span.capped:
        _end(ax, span, shown.at(known.start), 0, y, height)
        if known.end <= shown.right:
            _end(ax, span, known.end, 1, y, height)


def possible(known: Known) -> list[Stretch]:
    """The stretches in which a span may have lasted: the window of an end, or days after its report."""
    if known.maybe or len(known.sure) > 1:
        return list(known.maybe)
    left, right = known.opens, known.closes
    inner = known.sure[0] if known.sure else (right, right)
    return [(a, b) for a, b in ((left, inner[0]), (inner[1], right)) if a < b]


def block(
    ax: Axes,
    span: Span,
    ends: Stretch,
    shown: Window,
    y: float,
    height: float,
    *,
    share: float = 1.0,
    label: str = "",
) -> None:
    """A rectangle between two days as far as they are on the axis, with a share of the span's fill."""
    left, right = shown.at(ends[0]), min(ends[1], shown.right)
    if not left < right:
        return
    face = to_rgba(span.colour, span.fill * share)
    box = Rectangle((left, y - height / 2), right - left, height, facecolor=face, linewidth=0, zorder=3)
    box.set_label(label or span.key)
    ax.add_artist(box)
    if span.hatch:
        hatched(ax, box, span.hatch, to_rgba(span.colour, 0.9))


def fade(ax: Axes, span: Span, ends: Stretch, shown: Window, y: float, height: float) -> None:
    """From the last day known to nothing, in steps: nobody reports what was then."""
    cuts = np.linspace(*ends, STEPS + 1)
    for place, (near, far) in enumerate(pairwise(cuts)):
        left, right = max(min(near, far), shown.left), min(max(near, far), shown.right)
        if left < right:
            face = to_rgba(span.colour, span.fill * 0.8 * (1 - (place + 0.5) / STEPS))
            box = Rectangle(
                (left, y - height / 2), right - left, height, facecolor=face, linewidth=0, zorder=3
            )
            box.set_label(f"{span.key} beyond")
            ax.add_artist(box)


def _end(
    ax: Axes, span: Span, x: float, which: int, y: float, height: float, *, hollow: bool = False
) -> None:
    """A mark at one moment: a ring where it is inferred, else an upright stroke; dotted if it is foretold."""
    if np.isnan(x):
        return
    if span.guessed[which]:
        look = {"markersize": height + 1.2, "markerfacecolor": PAPER, "markeredgewidth": 1.3}
        mark = stroke(ax, [x], [y], marker="o", markeredgecolor=span.colour, zorder=5, **look)
    else:
        mark = stroke(ax, [x, x], [y - height, y + height], color=span.colour, linewidth=1.7, zorder=5)
    mark.set_label(f"{span.key} {'foretold' if hollow else 'end' if which else 'start'}")
    if hollow:
        mark.set_alpha(BEYOND)


def _bracket(ax: Axes, span: Span, shown: Window, y: float, height: float) -> None:
    """One day somewhere within: a thin line with a cap at either end, an arrow where there is no end."""
    known, out = span.known, shown.spans() * OUT
    left, right = known.start, known.end
    if np.isnan(left):
        left = max(right - out, shown.left + out / 3)
        _arrow(ax, span, left, shown, y, "open", back=True)
    if np.isnan(right):
        right = min(known.start + out, shown.right - shown.spans() * HEAD)
        _arrow(ax, span, right, shown, y, "open")
    look = {"color": span.colour, "linewidth": 1.2, "zorder": 4}
    ends = (shown.at(left), min(right, shown.right))
    stroke(ax, ends, (y, y), label=f"{span.key} within", **look)
    for x in (known.start, known.end):
        if shown.first <= x <= shown.right:
            stroke(ax, (x, x), (y - height * 0.8, y + height * 0.8), label=f"{span.key} cap", **look)


def _undated(ax: Axes, span: Span, shown: Window, y: float) -> None:
    """A row without any date: a dotted line over the whole axis, and nothing solid."""
    look = {"color": to_rgba(span.colour, 0.6), "linewidth": 0.8, "linestyle": (0, (1, 2)), "zorder": 3}
    stroke(ax, (shown.left, shown.right), (y, y), label=f"{span.key} undated", **look)


def _earlier(ax: Axes, span: Span, shown: Window, y: float, height: float) -> None:
    """What was over before the axis opens: its mark left of the break, where no day is told apart."""
    _end(ax, span, shown.at(span.known.opens), 0, y, height)


def _arrow(
    ax: Axes, span: Span, base: float, shown: Window, y: float, what: str, *, back: bool = False
) -> None:
    """A thin arrow: it was so when last reported and nobody says until when, or lies off the axis."""
    head = shown.spans() * HEAD * (-1 if back else 1)
    base = min(base, shown.right - abs(head))
    x = (base, base + head, np.nan, base + head * 0.45, base + head, base + head * 0.45)
    ys = (y, y, np.nan, y - 2.6, y, y + 2.6)
    stroke(ax, x, ys, color=span.colour, linewidth=1.1, label=f"{span.key} {what}", zorder=4)


def _break(ax: Axes, span: Span, shown: Window, y: float, height: float) -> None:
    """Two slanted strokes over a gap: the axis does not reach back to where the span began."""
    step, tall = shown.spans() * 0.006, height * 0.95
    middle = shown.first - shown.spans() * 0.03
    gap = {"color": PAPER, "linewidth": 5, "zorder": 4, "label": f"{span.key} gap"}
    stroke(ax, (middle - step, middle + step), (y + tall, y - tall), **gap)
    for x in (middle - 1.6 * step, middle + 1.6 * step):
        ends = (x - step, x + step)
        look = {"color": INK, "linewidth": 1, "zorder": 4.5, "label": f"{span.key} break"}
        stroke(ax, ends, (y + tall, y - tall), **look)


def stroke(ax: Axes, x: Sequence[float], y: Sequence[float], **look: Any) -> Line2D:
    """A line on the axes; their window is set, so that nothing of it need be reckoned anew."""
    line = Line2D(x, y, **look)
    ax.add_artist(line)
    return line


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
