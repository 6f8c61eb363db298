"""The lines of a printed page in reading order: rows of words, columns, running heads taken off."""

import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

MARGIN = 0.13
"""The share of a page's height at its top and at its foot where running heads and page numbers stand."""

APART = 1.2
"""A running head stands farther from the text than this many times the usual step of lines."""

RUNNING = 0.4
"""What stands in the margin of more than this share of the pages runs through; heads of left and right pages
may differ."""

GUTTER = 9.0
"""The least width of the gap between two columns, in points."""

CROSSED = 0.3
"""The share of rows that may cross the gap between columns, of those that reach it: headings, tables."""

NARROW = 0.22
"""A column is at least this share of the page wide, by its median line; narrower ones are of a table."""

ROWS = 5
"""Rows that a column has at least."""

_NUMBER = re.compile(
    r"(?:[^\W\d_]{1,10}\s+)?[-\u2013\u2014|]?\s*[0-9]{1,4}(?:\s*(?:/|of|\|)\s*[0-9]{1,4})?\s*[-\u2013\u2014|]?"
)


@dataclass(frozen=True)
class Word:
    """One word: its text, its box in points from the left and the top of the page, the size of its type."""

    text: str
    x0: float
    x1: float
    top: float
    size: float


@dataclass(frozen=True)
class Line:
    """One line of a column: its text, its box, the size of its type, and the edges of its column."""

    text: str
    x0: float
    x1: float
    top: float
    size: float
    left: float
    right: float


@dataclass(frozen=True)
class Sheet:
    """The words of a page with its measures in points; `pictured` says that a picture covers it."""

    words: tuple[Word, ...]
    width: float
    height: float
    pictured: bool = False


def lines_of(sheets: Sequence[Sheet]) -> list[list[Line]]:
    """The lines of every page in reading order, without what runs through the pages and their numbers."""
    rows = [_rows(sheet.words) for sheet in sheets]
    ends = [_ends(page, sheet) for page, sheet in zip(rows, sheets, strict=True)]
    shapes = Counter(shape for page in ends for shape in {_shape(row) for end in page for row in end})
    running = {shape for shape, times in shapes.items() if times > max(1, RUNNING * len(sheets))}
    found: list[list[Line]] = []
    edges: list[float] = []
    for page, (heads, feet), sheet in zip(rows, ends, sheets, strict=True):
        top, foot = _run(heads, page, running), _run(feet, page, running)
        body = page[top : len(page) - foot]
        edges = _edges(body, sheet.width, edges)
        found.append(list(_ordered(body, edges)))
    return found


def _ends(rows: list[list[Word]], sheet: Sheet) -> tuple[list[list[Word]], list[list[Word]]]:
    """The rows in the upper margin from the top, and those in the lower one from the foot."""
    heads = [row for row in rows if row[0].top < MARGIN * sheet.height]
    feet = [row for row in reversed(rows) if row[0].top > (1 - MARGIN) * sheet.height]
    return heads, feet


def _run(end: list[list[Word]], rows: list[list[Word]], running: set[str]) -> int:
    """How many rows at this end of a page run through: known ones and page numbers, apart from the text."""
    known = list(takewhile(lambda row: _shape(row) in running or _NUMBER.fullmatch(_text(row)), end))
    tops = [row[0].top for row in rows]
    usual = statistics.median([later - top for top, later in pairwise(tops)]) if len(tops) > 2 else 0.0
    for count in range(len(known), 0, -1):
        last = known[count - 1][0].top
        near = min(
            (abs(top - last) for top in tops if top not in {row[0].top for row in known[:count]}),
            default=None,
        )
        if near is None or near > APART * usual:
            return count
    return 0


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    """Words that stand on one height, from left to right; rows from top to bottom."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda one: (one.top, one.x0)):
        if rows and abs(word.top - rows[-1][0].top) < 0.45 * max(word.size, 4):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda one: one.x0) for row in rows]


def _text(row: Sequence[Word]) -> str:
    return " ".join(word.text for word in row)


def _shape(row: Sequence[Word]) -> str:
    """A row with its numbers alike, so that "Page 3" and "Page 4" are the same."""
    return re.sub("[0-9]+", "0", _text(row))


def _ordered(rows: list[list[Word]], edges: list[float]) -> Iterator[Line]:
    """Lines of a page: what crosses the columns parts them into bands, each read column by column."""
    band: list[list[Word]] = []
    for row in rows:
        if len(edges) == 2 or _crosses(row, edges):
            yield from _columns(band, edges)
            yield _line(row, edges[0], edges[-1])
            band = []
        else:
            band.append(row)
    yield from _columns(band, edges)


def _columns(band: list[list[Word]], edges: list[float]) -> Iterator[Line]:
    for left, right in pairwise(edges):
        for row in band:
            inside = [word for word in row if left <= (word.x0 + word.x1) / 2 < right]
            if inside:
                yield _line(inside, left, right)


def _line(words: list[Word], left: float, right: float) -> Line:
    size = statistics.median(word.size for word in words)
    return Line(_text(words), words[0].x0, words[-1].x1, words[0].top, size, left, right)


def _edges(rows: list[list[Word]], width: float, before: list[float]) -> list[float]:
    """The left edge of the text, the middle of each gap between columns, its right edge.

    A page whose last column is short has the gaps of the page before it, whose edges are given, unless its
    rows run over them.
    """
    if not rows:
        return [0.0, width]
    first = min(row[0].x0 for row in rows)
    last = max(row[-1].x1 for row in rows)
    covered, reached = [0] * (int(last) + 2), [0] * (int(last) + 2)
    for row in rows:
        for x in range(int(row[-1].x1) + 1):
            reached[x] += 1
        for x in {x for word in row for x in range(int(word.x0), int(word.x1) + 1)}:
            covered[x] += 1
    edges = [first]
    start: int | None = None
    for x in range(int(first), int(last) + 2):
        free = x <= last and reached[x] >= ROWS and covered[x] <= CROSSED * reached[x]
        if free and start is None:
            start = x
        elif not free and start is not None:
            middle = (start + x) / 2
            if (
                x - start >= GUTTER
                and _is_column(rows, edges[-1], middle)
                and _is_column(rows, middle, last + 1)
            ):
                edges.append(middle)
            start = None
    gaps = [edge for edge in before[1:-1] if first < edge < last]
    if len(edges) == 1 and all(covered[int(gap)] <= CROSSED * len(rows) for gap in gaps):
        edges += gaps
    return [*edges, last + 1]


def _is_column(rows: list[list[Word]], left: float, right: float) -> bool:
    """Whether what stands between two edges is running text: enough rows, and most of them wide."""
    inside = [[word for word in row if word.x0 >= left and word.x1 <= right] for row in rows]
    widths = [row[-1].x1 - row[0].x0 for row in inside if row]
    whole = max(row[-1].x1 for row in rows) - min(row[0].x0 for row in rows)
    return len(widths) >= ROWS and statistics.median(widths) >= NARROW * whole


def _crosses(row: list[Word], edges: list[float]) -> bool:
    """Whether a row runs over a gap between columns: a word lies on it, or two stand close on both sides."""
    for edge in edges[1:-1]:
        before = max((word.x1 for word in row if word.x0 < edge), default=None)
        behind = min((word.x0 for word in row if word.x0 >= edge), default=None)
        if before is not None and (before > edge or (behind is not None and behind - before < GUTTER * 0.7)):
            return True
    return False
