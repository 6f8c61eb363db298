"""A chart that reads like a table: rows of words under one another, with marks on a scale where there is one.

Two charts share it: what forces are said to be, and harm to people.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection

from analysis.charts import style
from analysis.charts.marks import runs
from analysis.charts.marks.runs import Line, Run
from analysis.charts.marks.scale import (
    Scale,
    draw_interval,
    draw_step,
    draw_together,
    draw_tracks,
    letter_scale,
    scale_of,
)
from analysis.charts.style import OUTSIDE, RULE, Sheet, colour_of
from analysis.model.frames import AGAINST

LEFT, SET_IN = 9.0, 11.0
"""Where rows begin beside the stroke of their faction, and how far a part is set in, in points."""

PAD, TRACK, NUMBERS, BETWEEN = 4.5, 13.0, 13.0, 9.0
"""Space above and below a row, heights of a track and of the numbers of a scale, space between blocks."""

MOST_ROWS = 60
"""Rows beyond these are not drawn, and said not to be; `derive` puts more claims than these together."""


@dataclass(frozen=True)
class Row:
    """One row: `head` names it, `said` are its words, `foot` follows, and `marks` are its rows of the frame.

    Without marks it is words alone: a denial, a claim without a number, or that there is no figure.
    """

    head: Sequence[Run]
    said: Sequence[Run]
    marks: Sequence[Any] = ()
    foot: Sequence[Run] = ()
    depth: int = 0


@dataclass(frozen=True)
class Block:
    """Rows on one scale under a heading, which may be empty."""

    heading: Sequence[Run]
    rows: Sequence[Row]


@dataclass(frozen=True)
class _Laid:
    """A row with its words in lines and the heights of what it holds."""

    row: Row
    head: list[Line]
    said: list[Line]
    foot: list[Line]
    track: float

    @property
    def left(self) -> float:
        return LEFT + SET_IN * self.row.depth

    @property
    def height(self) -> float:
        words = sum(map(runs.height_of, (self.head, self.said, self.foot)))
        return 2 * PAD + words + self.track


@dataclass
class _Placed:
    """A block laid out: its heading in lines, its rows and its scale, None where nothing is compared."""

    heading: list[Line]
    rows: list[_Laid] = field(default_factory=list)
    scale: Scale | None = None

    @property
    def height(self) -> float:
        foot = NUMBERS if self.scale else 0.0
        return runs.height_of(self.heading) + sum(row.height for row in self.rows) + foot

    @property
    def last_marked(self) -> int:
        """The place of the last row with a mark, under which the numbers of the scale stand."""
        return max((place for place, row in enumerate(self.rows) if row.track), default=-1)


def draw_table(ax: Axes | None, blocks: Sequence[Block]) -> Sheet:
    """Draw the blocks under one another on a sheet as high as they need, which may be cut between rows."""
    wide = style.width_for(ax)
    laid = [_laid(block, wide) for block in blocks]
    between = [0.0, *(BETWEEN if block.heading else 0.0 for block in laid[1:])]
    sheet = style.sheet(ax, height=sum(block.height for block in laid) + sum(between) + 2)
    style.bare(sheet.ax)
    top, cuts = 0.0, []
    rules: list[float] = []
    for block, space in zip(laid, between, strict=True):
        top += space
        cuts.append(top)
        if not block.heading:
            rules.append(top)
        tops = _draw(sheet, block, top)
        # The heading of a block stays with its first row.
        cuts += tops[1:]
        rules += tops[1:]
        top += block.height
    rules = [rule for rule in rules if rule]
    ends = [[(0, rule), (sheet.width, rule)] for rule in rules]
    _lines(sheet, ends, RULE, 0.6)
    style.cut_at(sheet, cuts)
    return sheet


def _lines(sheet: Sheet, ends: Sequence[Any], colour: Any, thick: float) -> None:
    """Lines between points of the sheet, as one shape."""
    lines = LineCollection(ends, colors=colour, linewidths=thick, transform=sheet.transform, clip_on=False)
    sheet.ax.add_collection(lines, autolim=False)


def numbers_of(marks: Sequence[Any]) -> list[float]:
    """The numbers of marks that are drawn: what is denied or doubted has none of its own."""
    ends = [(row.low, row.best, row.high) for row in marks if row.stance not in AGAINST]
    return [float(number) for three in ends for number in three if number == number]


def compared(rows: Sequence[Row]) -> bool:
    """Whether at least two marks stand on the scale that the rows would have."""
    return sum(bool(numbers_of([mark])) for row in rows for mark in row.marks) > 1


def _laid(block: Block, wide: float) -> _Placed:
    placed = _Placed(runs.flowed(block.heading, wide))
    numbers = [number for row in block.rows for number in numbers_of(row.marks)]
    if compared(block.rows):
        placed.scale = scale_of(numbers, wide - LEFT - 3)
    for row in block.rows:
        room = wide - LEFT - SET_IN * row.depth
        lines = [runs.flowed(part, room) for part in (row.head, row.said, row.foot)]
        drawn = placed.scale is not None and bool(numbers_of(row.marks))
        several = min(max(3.2 * len(row.marks), TRACK - 6), 24.0) + 6
        track = (TRACK if len(row.marks) == 1 else several) if drawn else 0.0
        placed.rows.append(_Laid(row, *lines, track))
    return placed


def _draw(sheet: Sheet, block: _Placed, top: float) -> list[float]:
    """Draw a block from its top; returns where its rows begin."""
    first = y = runs.letter(sheet, 0, top, block.heading)
    tops, strokes, colours = [], [], []
    for place, laid in enumerate(block.rows):
        tops.append(y)
        inner = runs.letter(sheet, laid.left, y + PAD, laid.head)
        inner = runs.letter(sheet, laid.left, inner, laid.said)
        runs.letter(sheet, laid.left, inner + laid.track, laid.foot)
        marks = laid.row.marks
        if marks and isinstance(marks[0].colour, str):
            x = laid.left - LEFT + 1.5
            strokes.append([(x, y + PAD), (x, y + laid.height - PAD)])
            colours.append(_colour(marks[0]))
        y += laid.height
        if block.scale and place == block.last_marked:
            letter_scale(sheet, block.scale, LEFT, y + NUMBERS - 4.5)
            y += NUMBERS
    # A stroke in the colour of the faction, whose name stands beside it.
    _lines(sheet, strokes, colours, 3.0)
    if block.scale:
        _marks(sheet, block, block.scale, tops, (first, y))
    return tops


def _marks(
    sheet: Sheet, block: _Placed, scale: Scale, tops: Sequence[float], body: tuple[float, float]
) -> None:
    """The marks of a block on axes of its own: numbers to the right, points downwards."""
    first, last = body
    ax = sheet.inset(LEFT, first, LEFT + scale.points, last)
    ax.set_axis_off()
    if scale.log:
        ax.set_xscale("log")
    ax.set(xlim=(scale.low, scale.high), ylim=(last - first, 0))
    drawn = [(laid, top) for laid, top in zip(block.rows, tops, strict=True) if laid.track]
    starts = [
        top - first + PAD + runs.height_of(laid.head) + runs.height_of(laid.said) for laid, top in drawn
    ]
    middles = [start + laid.track / 2 + 0.5 for start, (laid, _) in zip(starts, drawn, strict=True)]
    ends = [start + laid.track - 2 for start, (laid, _) in zip(starts, drawn, strict=True)]
    alone = [len(laid.row.marks) == 1 for laid, _ in drawn]
    draw_tracks(ax, scale, [y if one else end for y, end, one in zip(middles, ends, alone, strict=True)])
    known = {mark.claim_id: mark for laid, _ in drawn for mark in laid.row.marks}
    for (laid, _), start, y in zip(drawn, starts, middles, strict=True):
        marks = laid.row.marks
        if len(marks) > 1:
            draw_together(ax, scale, list(marks), start + 3, laid.track - 6, _colour(marks[0]))
            continue
        gone = marks[0].standing in ("earlier", "revised")
        draw_interval(ax, scale, marks[0], y, _colour(marks[0]), hollow=gone)
        before = known.get(marks[0].replaces) if isinstance(marks[0].replaces, str) else None
        if before is not None:
            draw_step(ax, scale, marks[0], before, y)


def _colour(mark: Any) -> str:
    return OUTSIDE if style.outside(mark) else colour_of(mark.colour)
