"""The sheet a chart is drawn on: title block, body in points, alternative text, and the rows it asks for."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch, PathPatch
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Transform

from analysis.charts.style.lettering import LEADING, TEXT, one_line
from analysis.charts.style.theme import COLUMN, INK, MARGIN
from analysis.errors import FrameError
from analysis.messages import say


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
        self, x: float, middle: float, lines: list[tuple[str, float, str, str]], ha: str = "left", **more: Any
    ) -> None:
        """Letter lines of (text, size, colour, weight) under one another, centred on the height `middle`."""
        y = middle - sum(size * LEADING for _, size, _, _ in lines) / 2
        for text, size, colour, weight in lines:
            self.write(x, y + size * 0.95, text, size=size, colour=colour, weight=weight, ha=ha, **more)
            y += size * LEADING


def width_for(ax: Axes | None) -> float:
    """The width of a sheet in points: that of the page, or of the axes that are handed in."""
    whole = COLUMN * 72 if ax is None else ax.get_window_extent().width * 72 / ax.get_figure(root=True).dpi
    return whole - 2 * MARGIN


def sheet(ax: Axes | None, *, height: float) -> Sheet:
    """The sheet that a chart draws on: a fresh figure of the house's width and so many points high, or the
    rectangle of axes that are handed in."""
    if ax is None:
        figure = Figure(figsize=(COLUMN, height / 72), facecolor="none")
        ax = figure.add_axes((0, 0, 1, 1))
    box = ax.get_window_extent().transformed(ax.get_figure(root=True).dpi_scale_trans.inverted())
    left, upper, tall = box.x0 * 72 + MARGIN, box.y1 * 72, box.height * 72
    flip = Affine2D().scale(1, -1).translate(left, upper).scale(1 / 72)
    transform = flip + ax.get_figure(root=True).dpi_scale_trans
    return Sheet(ax, transform, left, upper, box.width * 72 - 2 * MARGIN, 0.0, tall)


def bare(ax: Axes, *sides: str) -> None:
    """Take away frame and ticks of the axes but for the named spines."""
    ax.set(xticks=[], yticks=[])
    for name, spine in ax.spines.items():
        spine.set_visible(name in sides)


def not_empty(frame: pd.DataFrame, who: str) -> None:
    """Raise FrameError for a frame without rows: an empty chart says nothing."""
    if frame.empty:
        raise FrameError(f"{who}: no rows to draw; say in words that there are none, and why")


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


def cut_at(sheet: Sheet, heights: Iterable[float]) -> None:
    """Keep the heights, in the sheet's points, at which the drawing may be cut: between two rows."""
    tall = sheet.ax.get_figure(root=True).get_size_inches()[1] * 72
    above = tall - sheet.upper
    shares = sorted({round((above + height) / tall, 4) for height in heights})
    sheet.ax.breaks = [share for share in shares if 0 < share < 1]


def breaks(ax: Axes) -> list[float]:
    """The heights at which the drawing on these axes may be cut, as shares of its own from the top."""
    return list(getattr(ax, "breaks", []))


def outside(row: Any) -> bool:
    """Whether a row of a narrowed frame is outside the scope and drawn as context, in grey."""
    return isinstance(getattr(row, "context", None), str)


def outside_words(frame: pd.DataFrame) -> str:
    """What grey means and of how many rows it is true; empty where none is outside the scope."""
    rows = int(frame["context"].notna().sum()) if "context" in frame else 0
    return say("chart-outside", rows=rows) if rows else ""
