"""Tables of exhibits for the typesetter, and what of a table is not printed."""

from collections.abc import Iterable
from dataclasses import replace

from analysis.briefing.document.blocks import Table
from analysis.briefing.document.citations import plain
from analysis.briefing.document.runs import Cite, Link, Run, Runs
from analysis.briefing.pdf import widths
from analysis.briefing.pdf.ledger import Ledger
from analysis.briefing.pdf.sizes import NARROWEST, WIDTH, Node
from analysis.briefing.pdf.text import cell_text
from analysis.messages import paragraph, say

TABLE_ROWS = 200
"""Rows of a grid that are printed."""

EXHIBIT_ROWS = 100
"""Rows of an exhibit that are printed: some four pages; more are in its data."""

TABLE_COLUMNS = 16
"""Columns of a table that are printed: more would hold no words."""

WHOLE_ROW = 700
"""Characters of the longest cell of a row that is not broken over pages."""

REPEATED_HEAD = 160
"""Characters of the longest head of a line that is repeated on each page."""


def table(block: Table, ledger: Ledger) -> Node:
    """The table of an exhibit as JSON values: the rows and columns that are printed, and what is left out."""
    heads = block.heads[:TABLE_COLUMNS]
    empty: tuple[Runs, ...] = ((),) * len(heads)
    kept = [(*row, *empty)[: len(heads)] for row in block.rows[:EXHIBIT_ROWS]]
    texts = [[plain(head.label), *(cell_text(row[n]) for row in kept)] for n, head in enumerate(heads)]
    layout = _layout(texts)
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
        "repeats": all(len(plain(head.label)) <= REPEATED_HEAD for head in heads)
        and not any(leads(head.label) for head in heads),
        "aligns": [head.align for head in heads],
        "names": [head.header and _short(cells) for head, cells in zip(heads, texts, strict=True)],
        "rows": [
            [ledger.runs(cell, longest, room) for cell, room in zip(row, rooms, strict=True)] for row in kept
        ],
        "splits": any(len(cell_text(cell)) > WHOLE_ROW for row in kept for cell in row),
        "more": not_printed(len(kept), total, len(heads), len(block.heads), ledger.attached(block.exhibit)),
    }


def _layout(texts: list[list[str]]) -> widths.Layout:
    """The layout of a table; where its cells do not all stand on one line, the one that makes it low."""
    layout = widths.layout(texts, WIDTH)
    if layout.tight or widths.stands_on_lines(texts, layout):
        return layout
    return replace(layout, widths=widths.levelled(texts, WIDTH, layout.size, layout.gap))


def not_printed(rows: int, all_rows: int, columns: int, all_columns: int, attached: str = "") -> str:
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


def leads(runs: Iterable[Run]) -> bool:
    """Whether runs lead somewhere: what is repeated on each page must not."""
    return any(isinstance(run, Cite | Link) for run in runs)
