"""Grids for the typesetter: tables whose cells hold whatever a page can hold."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from analysis.briefing.document.blocks import (
    Block,
    Cell,
    CodeBlock,
    Grid,
    Paragraph,
    Picture,
    Preformatted,
)
from analysis.briefing.document.citations import prose
from analysis.briefing.pdf import widths
from analysis.briefing.pdf.ledger import Ledger
from analysis.briefing.pdf.nesting import leaves
from analysis.briefing.pdf.sizes import NARROWEST, WIDTH, Node, size_asked
from analysis.briefing.pdf.tables import (
    REPEATED_HEAD,
    TABLE_COLUMNS,
    TABLE_ROWS,
    WHOLE_ROW,
    leads,
    not_printed,
)
from analysis.briefing.pdf.text import cell_text, runs
from analysis.messages import say

GRID_COLUMNS = 64
"""Columns of a grid that are printed, in several parts where they do not stand beside each other."""

_REPEATED_LINES = 4
_REPEATED_NAMES = 3
_LEGIBLE = 7.0
"""Points of the smallest type in which a grid is set before it is parted."""

_LETTER = 4.3
"""Points that a letter in a table takes, about: to compare pictures with words."""

_PARTED = 3
"""Letters that would stand between two columns of a table."""

_NARROW = 16.0
"""Points a column of a table within a table has at least; with less its cells follow one another."""

_ENDLESS = 40_000
"""Characters in a cell with which it stands in no table: its grid is printed cell after cell."""

_WEIGHED = 2000
"""Characters of a cell that its column's width is found from."""

SetBlocks = Callable[[Iterable[Block], float], list[Node]]
"""Sets blocks in a room of so many points."""


@dataclass(frozen=True)
class Placed:
    """A cell with the column and line of its upper left place, the places it takes, and the words in it."""

    cell: Cell
    x: int
    y: int
    across: int
    down: int
    text: str = ""


def grid(block: Grid, ledger: Ledger, room: float, set_blocks: SetBlocks) -> list[Node]:
    """A grid as JSON values, set by `set_blocks` cell by cell; nothing where it has no cells.

    Spans that reach over its edge or into another cell are shortened. Columns that would be too narrow for
    words are printed below the first ones, and those that name the rows again with them. Where a grid within
    something else has no room, or one of its cells would fill many pages, its cells follow one another.
    """
    lines = len(block.head[:TABLE_ROWS])
    cells = [
        replace(cell, text=_text(cell.cell)) for cell in (*placed(block.head), *placed(block.rows, lines))
    ]
    total = max((cell.x + cell.across for cell in cells), default=0)
    narrow = room < WIDTH and room < total * _NARROW
    if not cells or narrow or any(map(_is_endless, cells)):
        return set_blocks(leaves([block]), room)
    columns = _by_column(cells, total)
    parts = _parts(columns, _names(cells, lines, total), room)
    nodes: list[Node] = []
    for part in parts:
        if len(parts) > 1:
            own = [x for x in part if part is parts[0] or x not in parts[0]]
            said = say("columns-part", first=own[0] + 1, last=own[-1] + 1, total=total)
            nodes.append({"kind": "label", "body": runs(prose(said))})
        largest = _LEGIBLE if len(parts) > 1 else widths.LARGEST
        layout = widths.layout([columns[x] for x in part], room, full=False, largest=largest)
        within = [cut for cell in cells if (cut := _cut(cell, part))]
        caption = ledger.runs(block.caption, room=room) if part is parts[0] else []
        nodes.append(_part(within, lines, layout, set_blocks) | {"caption": caption, "more": ""})
    rows = min(len(block.rows), TABLE_ROWS)
    nodes[-1]["more"] = not_printed(rows, len(block.rows), total, max(block.width, total))
    return nodes


def _part(cells: Sequence[Placed], lines: int, layout: widths.Layout, set_blocks: SetBlocks) -> Node:
    """Columns of a grid that stand beside each other; the first `lines` of it are its head."""

    def set_cell(cell: Placed) -> Node:
        inner = sum(layout.widths[cell.x : cell.x + cell.across]) - layout.gap
        node = {"x": cell.x, "y": cell.y, "across": cell.across, "down": cell.down, "align": cell.cell.align}
        bold = bool(cell.cell.header)
        return node | {"bold": bold, "blocks": set_blocks(cell.cell.blocks, max(inner, NARROWEST))}

    heads = [cell for cell in cells if cell.y < lines]
    return {
        "kind": "grid",
        "size": layout.size,
        "gap": layout.gap,
        "tight": layout.tight,
        "widths": layout.widths,
        "heads": [set_cell(cell) for cell in heads],
        "lines": lines,
        "repeats": lines <= _REPEATED_LINES and all(map(_may_repeat, heads)),
        "cells": [set_cell(cell) for cell in cells if cell.y >= lines],
        "splits": not all(map(_is_short, cells)),
    }


def placed(lines: Sequence[Sequence[Cell]], first: int = 0) -> Iterator[Placed]:
    """The cells that are printed, each in its place; the first line has the number `first`.

    >>> lines = [[Cell(down=9), Cell()], [Cell(across=3)]]
    >>> [(each.x, each.y, each.across, each.down) for each in placed(lines)]
    [(0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 3, 1)]
    """
    lines = lines[:TABLE_ROWS]
    taken: set[tuple[int, int]] = set()
    for y, line in enumerate(lines):
        x = 0
        for cell in line:
            while (x, y) in taken:
                x += 1
            if x >= GRID_COLUMNS:
                break
            across = 1
            while across < min(cell.across, GRID_COLUMNS - x) and (x + across, y) not in taken:
                across += 1
            down = max(1, min(cell.down, len(lines) - y))
            taken.update((x + right, y + below) for right in range(across) for below in range(down))
            yield Placed(cell, x, first + y, across, down)


def _names(cells: Iterable[Placed], lines: int, total: int) -> int:
    """How many of the first columns name the rows."""
    named = [True] * total
    for cell in cells:
        if cell.y >= lines and cell.cell.header != "row":
            named[cell.x : cell.x + cell.across] = [False] * cell.across
    return min([*named, False].index(False), _REPEATED_NAMES, total - 1)


def _parts(columns: Sequence[Sequence[str]], names: int, room: float) -> list[list[int]]:
    """The columns that stand beside each other, part by part; those that name the rows are in each."""
    every = list(range(len(columns)))
    if len(every) <= TABLE_COLUMNS and not widths.layout(columns, room).tight:
        return [every]
    if widths.layout(columns[: names + 1], room).size < _LEGIBLE:
        names = 0
    parts = [every[:names]]
    for x in every[names:]:
        wider = [*parts[-1], x]
        size = widths.layout([columns[n] for n in wider], room).size
        if len(parts[-1]) > names and (len(wider) > TABLE_COLUMNS or size < _LEGIBLE):
            parts.append([*every[:names], x])
        else:
            parts[-1] = wider
    return parts


def _cut(cell: Placed, part: Sequence[int]) -> Placed | None:
    """The cell as far as it lies in a part of the columns; None where it does not."""
    within = [n for n, x in enumerate(part) if cell.x <= x < cell.x + cell.across]
    return replace(cell, x=within[0], across=len(within)) if within else None


def _may_repeat(head: Placed) -> bool:
    """Whether a head is short and leads nowhere, so that each page may have it."""
    led = any(leads(getattr(block, "runs", ())) for block in leaves(head.cell.blocks))
    return len(head.text) <= REPEATED_HEAD and not led


def _is_short(cell: Placed) -> bool:
    """Whether a cell is one paragraph that any page holds, so that its row can be kept whole."""
    blocks = cell.cell.blocks
    return len(cell.text) <= WHOLE_ROW and len(blocks) <= 1 and all(isinstance(b, Paragraph) for b in blocks)


def _is_endless(cell: Placed) -> bool:
    """Whether a cell goes on for a dozen pages: the typesetter would take minutes to find where it ends."""
    size = 0
    for block in leaves(cell.cell.blocks):
        size += len(cell_text(getattr(block, "runs", ()))) + len(getattr(block, "text", ""))
        if size > _ENDLESS:
            return True
    return False


def _by_column(cells: Iterable[Placed], total: int) -> list[list[str]]:
    """The texts of cells by the column they lie in; what spans several is shared out among them."""
    found: list[list[str]] = [[""] for _ in range(total)]
    for cell in cells:
        for right, piece in enumerate(_shared(cell.text, cell.across)):
            found[cell.x + right].append(piece)
    return found


def _shared(text: str, columns: int) -> list[str]:
    """A text in as many pieces as it spans columns, parted between words."""
    if columns == 1:
        return [text]
    words = text.split()
    most = max(1, -(-len(words) // columns))
    return [" ".join(words[n * most : (n + 1) * most]) for n in range(columns)]


def _text(cell: Cell) -> str:
    """What a cell holds as words, as far as its column's width depends on it."""
    found = ["n" * _letters(block) for block in cell.blocks if isinstance(block, Grid)]
    return " ".join([*found, _plain_text(cell)])


def _plain_text(cell: Cell) -> str:
    """The words in a cell, however deep they lie."""
    found: list[str] = []
    size = 0
    for block in leaves(cell.blocks):
        found.append(_words(block))
        size += len(found[-1])
        if size > _WEIGHED:
            break
    return " ".join(found)


def _letters(block: Grid) -> int:
    """Letters in a line of a grid within a grid: its longest words, and what parts its columns."""
    columns: dict[int, int] = {}
    for each in placed(block.rows):
        longest = max(map(len, _plain_text(each.cell).split()), default=0)
        columns[each.x] = max(columns.get(each.x, 0), min(longest, widths.LONGEST_WORD))
    return sum(longest + _PARTED for longest in columns.values())


def _words(block: Block) -> str:
    """A block within a cell as words that need about the width it needs."""
    match block:
        case Picture():
            own = block.drawing.width if block.drawing is not None else 100.0
            wide = size_asked(block.width, 0)["wide"] or size_asked(own, 0)["wide"]
            return "n" * int(min(wide, WIDTH) / _LETTER)
        case CodeBlock() | Preformatted():
            longest = max(block.text[:_WEIGHED].split("\n"), key=len)
            return re.sub(r"\s", "n", longest)
        case _ if hasattr(block, "runs"):
            return cell_text(block.runs)[: 2 * _WEIGHED]
        case _:
            return getattr(block, "text", "")
