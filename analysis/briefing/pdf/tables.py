"""Tables for the typesetter: those of exhibits, and grids whose cells hold whatever a page can hold."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from analysis.briefing.document.blocks import (
    Block,
    Cell,
    CodeBlock,
    Grid,
    Paragraph,
    Picture,
    Preformatted,
    Table,
)
from analysis.briefing.document.citations import plain
from analysis.briefing.document.runs import Runs
from analysis.briefing.pdf import widths
from analysis.briefing.pdf.ledger import Ledger
from analysis.briefing.pdf.nesting import leaves
from analysis.briefing.pdf.sizes import NARROWEST, POINTS, WIDTH, Node
from analysis.briefing.pdf.text import cell_text
from analysis.messages import paragraph, say

TABLE_ROWS = 200
"""Rows of a table that are printed; more are in its data."""

TABLE_COLUMNS = 16
"""Columns of a foreign table that are printed: more would hold no words."""

_ROW_KEPT_WHOLE = 700
_HEAD_REPEATED = 160
_HEAD_LINES_REPEATED = 4
_LETTER = 4.3
"""Points that a letter in a table takes, about: to compare pictures with words."""

_WEIGHED = 2000
"""Characters of a cell that its column's width is found from."""

SetBlocks = Callable[[Iterable[Block], float], list[Node]]
"""Sets blocks in a room of so many points."""


def table(block: Table, ledger: Ledger) -> Node:
    """The table of an exhibit as JSON values: the rows and columns that are printed, and what is left out."""
    heads = block.heads[:TABLE_COLUMNS]
    empty: tuple[Runs, ...] = ((),) * len(heads)
    kept = [(*row, *empty)[: len(heads)] for row in block.rows[:TABLE_ROWS]]
    texts = [[plain(head.label), *(cell_text(row[n]) for row in kept)] for n, head in enumerate(heads)]
    layout = widths.layout(texts, WIDTH)
    longest = widths.SHORT_WORD
    rooms = [max(width - layout.gap, NARROWEST) for width in layout.widths]
    total = max(block.total, len(block.rows))
    return ledger.exhibit(block.exhibit) | {
        "kind": "table",
        "size": layout.size,
        "gap": layout.gap,
        "tight": layout.tight,
        "widths": layout.widths,
        "heads": [ledger.runs(head.label, longest, room) for head, room in zip(heads, rooms, strict=True)],
        "repeats": all(len(plain(head.label)) <= _HEAD_REPEATED for head in heads),
        "aligns": [head.align for head in heads],
        "names": [head.header and _short(cells) for head, cells in zip(heads, texts, strict=True)],
        "rows": [
            [ledger.runs(cell, longest, room) for cell, room in zip(row, rooms, strict=True)] for row in kept
        ],
        "splits": any(len(cell_text(cell)) > _ROW_KEPT_WHOLE for row in kept for cell in row),
        "more": _more(len(kept), total, len(heads), len(block.heads), ledger.attached(block.exhibit)),
    }


def _more(rows: int, all_rows: int, columns: int, all_columns: int, attached: str = "") -> str:
    """What of a table is not printed, and where it is."""
    said = []
    if all_rows > rows and attached:
        said.append(say("rows-printed-file", shown=rows, total=all_rows, file=attached))
    elif all_rows > rows:
        said.append(say("rows-printed", shown=rows, total=all_rows))
    if all_columns > columns:
        said.append(say("columns-printed", shown=columns, total=all_columns))
    return paragraph(*said)


def _short(cells: list[str]) -> bool:
    """Whether cells are names rather than sentences, which would be too much in bold."""
    return sum(map(len, cells)) <= 30 * len(cells)


@dataclass(frozen=True)
class Placed:
    """A cell with the column and line of its upper left place, and the places it takes."""

    cell: Cell
    x: int
    y: int
    across: int
    down: int


def grid(block: Grid, ledger: Ledger, room: float, set_blocks: SetBlocks) -> list[Node]:
    """A grid as JSON values, set by `set_blocks` cell by cell; nothing where it has no cells.

    Spans that reach over its edge or into another cell are shortened. Where its columns would be too narrow
    for words, the cells follow one another instead.
    """
    heads = list(placed(block.head))
    bodies = list(placed(block.rows, len(block.head[:TABLE_ROWS])))
    cells = heads + bodies
    if not cells:
        return set_blocks(leaves([block]), room)
    columns = max(cell.x + cell.across for cell in cells)
    if room / columns < 2 * NARROWEST and room < WIDTH:
        return set_blocks(leaves([block]), room)
    texts = [_text(cell.cell) for cell in cells]
    layout = widths.layout(_by_column(cells, texts, columns), room, full=False)

    def set_cell(cell: Placed) -> Node:
        inner = sum(layout.widths[cell.x : cell.x + cell.across]) - layout.gap
        node = {"x": cell.x, "y": cell.y, "across": cell.across, "down": cell.down, "align": cell.cell.align}
        bold = bool(cell.cell.header)
        return node | {"bold": bold, "blocks": set_blocks(cell.cell.blocks, max(inner, NARROWEST))}

    return [
        {
            "kind": "grid",
            "size": layout.size,
            "gap": layout.gap,
            "tight": layout.tight,
            "widths": layout.widths,
            "caption": ledger.runs(block.caption, room=room),
            "heads": [set_cell(cell) for cell in heads],
            "lines": len(block.head[:TABLE_ROWS]),
            "repeats": len(block.head) <= _HEAD_LINES_REPEATED
            and all(len(text) <= _HEAD_REPEATED for text in texts[: len(heads)]),
            "cells": [set_cell(cell) for cell in bodies],
            "splits": not all(map(_is_short, cells, texts)),
            "more": _more(
                min(len(block.rows), TABLE_ROWS), len(block.rows), columns, max(block.width, columns)
            ),
        }
    ]


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
            if x >= TABLE_COLUMNS:
                break
            across = 1
            while across < min(cell.across, TABLE_COLUMNS - x) and (x + across, y) not in taken:
                across += 1
            down = max(1, min(cell.down, len(lines) - y))
            taken.update((x + right, y + below) for right in range(across) for below in range(down))
            yield Placed(cell, x, first + y, across, down)


def _is_short(cell: Placed, text: str) -> bool:
    """Whether a cell is one paragraph that any page holds, so that its row can be kept whole."""
    blocks = cell.cell.blocks
    return len(text) <= _ROW_KEPT_WHOLE and len(blocks) <= 1 and all(isinstance(b, Paragraph) for b in blocks)


def _by_column(cells: Iterable[Placed], texts: Iterable[str], columns: int) -> list[list[str]]:
    """The texts of cells by the column they lie in; what spans several is shared out among them."""
    found: list[list[str]] = [[""] for _ in range(columns)]
    for cell, text in zip(cells, texts, strict=True):
        for right, piece in enumerate(_shared(text, cell.across)):
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
    found: list[str] = []
    size = 0
    for block in leaves(cell.blocks):
        found.append(_words(block))
        size += len(found[-1])
        if size > _WEIGHED:
            break
    return " ".join(found)


def _words(block: Block) -> str:
    """A block within a cell as words that need about the width it needs."""
    match block:
        case Picture():
            own = block.drawing.width if block.drawing is not None else 0.0
            return "n" * min(int((block.width or own or 100.0) * POINTS / _LETTER), int(WIDTH / _LETTER))
        case CodeBlock() | Preformatted():
            longest = max(block.text[:_WEIGHED].split("\n"), key=len)
            return re.sub(r"\s", "n", longest)
        case _ if hasattr(block, "runs"):
            return cell_text(block.runs)[: 2 * _WEIGHED]
        case _:
            return getattr(block, "text", "")
