"""The sheet a chart is drawn on: title block, body in points, alternative text, and the rows it asks for."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch, PathPatch
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Transform

from analysis.charts.style.lettering import LEADING, SMALL, TEXT, TITLE, one_line, wrapped
from analysis.charts.style.theme import COLUMN, INK, MARGIN, MUTED
from analysis.errors import FrameError
from analysis.messages import listed, say


@dataclass(frozen=True)
class Sheet:
    """The rectangle that a chart draws in, in points: x runs right from its left edge, y down from its top.

    `top` and `bottom` bound the body between subtitle and footer; `width` is the whole width.
    """

    ax: Axes
    transform: Transform
    left: float
    upper: float
    width: float
    top: float
    bottom: float

    @property
    def body(self) -> float:
        """Height of the body, in points."""
        return self.bottom - self.top

    def place(self, ax: Axes, left: float, top: float, right: float, bottom: float) -> None:
        """Put the axes on the rectangle given in the sheet's points."""
        across, up = (72 * inches for inches in ax.get_figure(root=True).get_size_inches())
        x, y = self.left + left, self.upper - bottom
        ax.set_position((x / across, y / up, (right - left) / across, (bottom - top) / up))

    def inset(self, left: float, top: float, right: float, bottom: float) -> Axes:
        """New axes inside the chart's own, on the rectangle given in the sheet's points."""
        box = self.ax.get_position()
        across, up = (72 * inches for inches in self.ax.get_figure(root=True).get_size_inches())
        x = ((self.left + left) / across - box.x0) / box.width
        y = ((self.upper - bottom) / up - box.y0) / box.height
        wide, high = (right - left) / across / box.width, (bottom - top) / up / box.height
        return self.ax.inset_axes((x, y, wide, high))

    def write(
        self, x: float, y: float, text: str, *, size: float = TEXT, colour: str = INK, **more: Any
    ) -> Text:
        """Letter one line of text with its baseline start at a point of the sheet."""
        return self.ax.text(x, y, text, fontsize=size, color=colour, transform=self.transform, **more)

    def block(
        self, x: float, middle: float, lines: list[tuple[str, float, str, str]], ha: str = "left"
    ) -> None:
        """Letter lines of (text, size, colour, weight) under one another, centred on the height `middle`."""
        y = middle - sum(size * LEADING for _, size, _, _ in lines) / 2
        for text, size, colour, weight in lines:
            self.write(x, y + size * 0.95, text, size=size, colour=colour, weight=weight, ha=ha)
            y += size * LEADING


def width_for(ax: Axes | None) -> float:
    """The width of a sheet in points: that of the page, or of the axes that are handed in."""
    whole = COLUMN * 72 if ax is None else ax.get_window_extent().width * 72 / ax.get_figure(root=True).dpi
    return whole - 2 * MARGIN


def titled(ax: Axes | None, title: str, subtitle: str, footer: str, *, height: float) -> Sheet:
    """Letter title, subtitle and footer and say where between them the chart may draw.

    Without `ax` a fresh figure of the page's width is made, high enough for a body of `height` points. Axes
    that are handed in keep their rectangle, and what the title block leaves of it is the body.
    """
    wide = width_for(ax)
    room = wide * 0.97  # a reader's renderer may set the same words a little wider
    heads = [(line, TITLE, INK, "bold") for line in wrapped(title, room, TITLE, bold=True)]
    heads += [(line, TEXT, MUTED, "normal") for line in wrapped(subtitle, room, TEXT)]
    feet = [(line, SMALL, MUTED, "normal") for line in wrapped(footer, room, SMALL, lines=5)]
    head, foot = (sum(size * LEADING for _, size, _, _ in lines) for lines in (heads, feet))
    head, foot = head + 10, foot + 8
    if ax is None:
        figure = Figure(figsize=(COLUMN, (head + height + foot) / 72), facecolor="none")
        ax = figure.add_axes((0, 0, 1, 1))
    box = ax.get_window_extent().transformed(ax.get_figure(root=True).dpi_scale_trans.inverted())
    left, upper, tall = box.x0 * 72 + MARGIN, box.y1 * 72, box.height * 72
    flip = Affine2D().scale(1, -1).translate(left, upper).scale(1 / 72)
    transform = flip + ax.get_figure(root=True).dpi_scale_trans
    sheet = Sheet(ax, transform, left, upper, wide, head, max(head + 1, tall - foot))
    sheet.block(0, (head - 10) / 2, heads)
    sheet.block(0, tall - (foot - 8) / 2 - 1, feet)
    return sheet


def bare(ax: Axes, *sides: str) -> None:
    """Take away frame and ticks of the axes but for the named spines."""
    ax.set(xticks=[], yticks=[])
    for name, spine in ax.spines.items():
        spine.set_visible(name in sides)


def not_empty(frame: pd.DataFrame, who: str) -> None:
    """Raise FrameError for a frame without rows: an empty chart says nothing."""
    if frame.empty:
        raise FrameError(f"{who}: no rows to draw; say in words that there are none, and why")


def pitch_for(ax: Axes | None, wanted: float, rows: int, head: float = 110.0) -> float:
    """Height of a row, in points; axes that were handed in may leave less than the `wanted` height of all."""
    if ax is None:
        return wanted / rows
    given = ax.get_window_extent().height * 72 / ax.get_figure(root=True).dpi - head
    return max(min(wanted, given), 1.0) / rows


def sources_of(frame: pd.DataFrame) -> str:
    """The footer: the sources of the rows drawn, in the order in which they are met."""
    met = dict.fromkeys(key for cell in frame["source_ids"].map(one_line) for key in cell.split())
    return say("sources", number=len(met), names=listed(met, most=6))


def hatched(ax: Axes, shape: Patch, hatch: str, ink: Any) -> None:
    """Lay a hatch over a shape that is on the axes, as a shape of its own, labelled with "hatch" added.

    In an SVG the opacity of a fill would thin the hatch with it, down to nothing.
    """
    path = shape.get_path().transformed(shape.get_patch_transform())
    look = {"facecolor": "none", "edgecolor": "none", "hatch": hatch, "hatchcolor": ink, "linewidth": 0}
    over = PathPatch(path, transform=shape.get_data_transform(), label=f"{shape.get_label()} hatch", **look)
    over.set(zorder=shape.get_zorder() + 0.1, clip_on=shape.get_clip_on())
    ax.add_artist(over)


def describe(ax: Axes, text: str) -> None:
    """Keep the alternative text on the axes, as their label, which matplotlib never draws."""
    ax.set_label(one_line(text))


def description(ax: Axes) -> str:
    """The alternative text that the chart on these axes keeps, or an empty text."""
    return str(ax.get_label())


def outside(row: Any) -> bool:
    """Whether a row of a narrowed frame is outside the scope and drawn as context, in grey."""
    return isinstance(getattr(row, "context", None), str)


def outside_words(frame: pd.DataFrame) -> str:
    """What grey means and of how many rows it is true; empty where none is outside the scope."""
    rows = int(frame["context"].notna().sum()) if "context" in frame else 0
    return say("chart-outside", rows=rows) if rows else ""
