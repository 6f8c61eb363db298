"""Tables of HTML as grids: lines of cells whose spans fit, heads told from rows, numbers to the right."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from analysis.briefing.document.blocks import Block, Cell, Grid, Paragraph
from analysis.briefing.document.citations import plain
from analysis.briefing.document.runs import Runs

_WIDEST = 1000
"""Places that one cell may stand for."""

_ALIGN = re.compile(r"text-align\s*:\s*(left|right|center|start|end)", re.IGNORECASE)
_SIDES = {"end": "right", "start": "left"}
_NUMBER = re.compile(r"\s*[-+\u2212]?[\d.,\s]*\d[\d.,\s]*%?\s*|\s*NaN\s*")

Line = list[Cell]


@dataclass(frozen=True)
class _Row:
    """A row as HTML has it, and whether it stands in the head."""

    cells: Line
    head: bool


def grid(table: Element, caption: Runs, inner: Callable[[Element], tuple[Block, ...]]) -> Grid | None:
    """The grid of a table element, None where it has no cells; `inner` reads what a cell holds.

    Spans are cut to what is there, and places that no cell fills get an empty one, so that each place of
    each line belongs to exactly one cell. Columns that are mostly numbers stand to the right where the table
    itself does not say otherwise; heads stand over their columns, whatever is said of the row of heads.
    """
    rows = [row for row in _rows(table, inner) if row.cells]
    if not rows:
        return None
    if not any(row.head for row in rows) and all(cell.header for cell in rows[0].cells) and len(rows) > 1:
        rows[0] = replace(rows[0], head=True)
    head = [row.cells for row in rows if row.head]
    body = [row.cells for row in rows if not row.head]
    width = max(_width(head), _width(body))
    below = list(_numbers_right(_fitted(body, width), width))
    sides = _sides(below, width)
    return Grid(
        head=tuple(
            tuple(_heading(cell, sides[place]) for place, cell in line)
            for line in _placed(_fitted(head, width), width)
        ),
        rows=tuple(map(tuple, below)),
        width=width,
        caption=caption,
    )


def _rows(table: Element, inner: Callable[[Element], tuple[Block, ...]]) -> Iterator[_Row]:
    """The rows of this table and not of those within its cells; a foot comes last, as a browser shows it."""
    sections = [child for child in table if child.tag in ("thead", "tbody", "tfoot", "tr")]
    for section in sorted(sections, key=lambda each: (each.tag == "tfoot") - (each.tag == "thead")):
        for row in [section] if section.tag == "tr" else [each for each in section if each.tag == "tr"]:
            head = section.tag == "thead"
            side = "" if head else _aligned(row)
            cells = [_cell(each, side, inner) for each in row if each.tag in ("td", "th")]
            yield _Row(cells, head)


def _cell(element: Element, side: str, inner: Callable[[Element], tuple[Block, ...]]) -> Cell:
    return Cell(
        blocks=inner(element),
        header="row" if element.tag == "th" else "",
        across=_span(element, "colspan"),
        down=_span(element, "rowspan"),
        align=_aligned(element) or side,
    )


def _heading(cell: Cell, side: str) -> Cell:
    """A cell of the head: one with words heads its column; it stands at its side unless it says otherwise."""
    return replace(cell, header="col" if cell.blocks else "", align=cell.align or side)


def _sides(lines: list[Line], width: int) -> list[str]:
    """The side at which most cells of each column stand, left where there are none."""
    found: list[Counter[str]] = [Counter() for _ in range(width)]
    for line in _placed(lines, width):
        for place, cell in line:
            found[place][cell.align] += bool(cell.blocks)
    return [max(counts, key=counts.__getitem__, default="left") for counts in found]


def _span(element: Element, name: str) -> int:
    value = element.get(name, "1").strip()
    if not (value.isascii() and value.isdecimal() and len(value) < 7):
        return 1
    return _WIDEST if name == "rowspan" and int(value) == 0 else min(max(int(value), 1), _WIDEST)


def _aligned(element: Element) -> str:
    match = _ALIGN.search(element.get("style", ""))
    side = (match.group(1) if match else element.get("align", "")).lower()
    side = _SIDES.get(side, side)
    return side if side in ("left", "right", "center") else ""


def _width(lines: list[Line]) -> int:
    """The last place at which a cell begins, counted from 1; what spans further spans nothing."""
    held: dict[int, int] = {}
    width = 0
    for line in lines:
        place = 0
        for cell in line:
            while held.get(place, 0):
                place += 1
            width = max(width, place + 1)
            for taken in range(place, place + cell.across):
                held[taken] = max(held.get(taken, 0), cell.down)
            place += cell.across
        held = {taken: left - 1 for taken, left in held.items() if left > 1}
    return width


def _fitted(lines: list[Line], width: int) -> list[Line]:
    """The lines with spans cut where another cell or the end of the part begins; gaps get empty cells."""
    fitted: list[Line] = []
    held = [0] * width
    for number, line in enumerate(lines):
        waiting, made, place = list(line), [], 0
        while place < width:
            if held[place]:
                place += 1
                continue
            free = next((end for end in range(place, width) if held[end]), width) - place
            cell = waiting.pop(0) if waiting else Cell()
            if cell.across > free or cell.down > len(lines) - number:
                cell = replace(cell, across=min(cell.across, free), down=min(cell.down, len(lines) - number))
            held[place : place + cell.across] = [cell.down] * cell.across
            made.append(cell)
            place += cell.across
        fitted.append(made)
        held = [max(left - 1, 0) for left in held]
    return fitted


def _numbers_right(lines: list[Line], width: int) -> Iterator[Line]:
    """The lines with cells to the right in columns of numbers, unless they say where they stand."""
    numbers, filled = [0] * width, [0] * width
    placed = [[(place, _unempty(cell)) for place, cell in line] for line in _placed(lines, width)]
    for place, cell in (each for line in placed for each in line):
        words = _words(cell)
        numbers[place] += bool(words and _NUMBER.fullmatch(words))
        filled[place] += bool(words)
    for line in placed:
        yield [
            cell
            if cell.align
            else replace(cell, align="right" if _mostly(numbers, filled, place) else "left")
            for place, cell in line
        ]


def _unempty(cell: Cell) -> Cell:
    """The cell, which heads nothing where it says nothing."""
    return cell if cell.blocks or not cell.header else replace(cell, header="")


def _mostly(numbers: list[int], filled: list[int], place: int) -> bool:
    return numbers[place] * 2 > filled[place]


def _placed(lines: list[Line], width: int) -> Iterator[list[tuple[int, Cell]]]:
    """Each cell of each line with the place at which it begins."""
    held = [0] * width
    for line in lines:
        place, placed = 0, []
        for cell in line:
            while held[place]:
                place += 1
            held[place : place + cell.across] = [cell.down] * cell.across
            placed.append((place, cell))
            place += cell.across
        yield placed
        held = [max(left - 1, 0) for left in held]


def _words(cell: Cell) -> str:
    """The text of a cell that holds one line; nothing for one that holds more."""
    first = cell.blocks[0] if len(cell.blocks) == 1 else None
    return plain(first.runs).strip() if isinstance(first, Paragraph) else ""
