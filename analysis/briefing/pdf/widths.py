"""How wide the columns of a printed table are: from the text they hold, for a page that cannot scroll."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations
from math import ceil

SHORT_WORD = 12
"""Letters a word in a cell may have before it may break at a slash or another sign that parts it."""

LONGEST_WORD = 18
"""Letters a word in a cell may have before it may break anywhere."""

LARGEST = 9.0
"""Points of the type that tables are set in where there is room."""

_SIZES = (LARGEST, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0)
_LETTER = 0.48
"""Width of an average letter of Source Sans, in type sizes."""

_ENOUGH = 60
"""Letters beyond which a longer cell asks for no wider column: it wraps."""

_FULL = 0.7
"""Part of the width that the longest words may take before smaller type is better."""

_STEP = 16.0
"""Points by which a column is first made wider at another's cost; later fewer."""

_RAGGED = 1.08
"""How much longer a text is than its letters: words end before their lines do."""

_WEIGHED = 150
"""Rows from which widths are found, spread over all of a table."""

_PARTS = re.compile(r"[^\s/_?&=;]+[/_?&=;]*")


@dataclass(frozen=True)
class Layout:
    """Size of type, distance between columns and width of each column, all in points.

    It is tight where a column cannot hold its longest word.
    """

    size: float
    gap: float
    widths: tuple[float, ...]
    tight: bool = False


def layout(
    columns: Sequence[Sequence[str]], width: float, *, full: bool = True, largest: float = LARGEST
) -> Layout:
    """The layout of a table of this width, for cells given column by column, in type no larger than that.

    Every column holds its longest word where that is possible; what is left goes to those with long cells.
    Where `full` is False a table of short cells is only as wide as they are.

    >>> layout([["a", "bb"], ["a sentence of some words", "short"]], 300.0)
    Layout(size=9.0, gap=10.0, widths=(47.8, 252.2), tight=False)
    """
    least = [_least(cells) for cells in columns]
    wanted = [max(low, _wanted(cells)) for low, cells in zip(least, columns, strict=True)]
    for size in (size for size in _SIZES if size <= largest):
        gap = 10.0 if size >= 8 else 6.0
        letters = (width - gap * len(columns)) / (size * _LETTER)
        if sum(least) <= letters * _FULL:
            break
    whole = [_longest(cells) + 2.0 for cells in columns]
    if not full and sum(whole) <= letters:
        shares = whole
    elif sum(wanted) <= letters:
        shares = [want * letters / sum(wanted) for want in wanted]
    elif sum(least) >= letters:
        shares = [low * letters / sum(least) for low in least]
    else:
        spare = (letters - sum(least)) / (sum(wanted) - sum(least))
        shares = [low + spare * (want - low) for low, want in zip(least, wanted, strict=True)]
    widths = tuple(round(share * size * _LETTER + gap, 1) for share in shares)
    return Layout(size, gap, widths, tight=sum(least) >= letters)


def levelled(columns: Sequence[Sequence[str]], width: float, size: float, gap: float) -> tuple[float, ...]:
    """The widths in points at which the rows of a table, given column by column, take little height.

    `gap` is what of each width is no room for text. Every column holds its longest word where that is
    possible. Beginning with shares by length, width goes from column to column as long as rows get lower.

    >>> levelled([["a b c d e f g h"], ["a"]], 60.0, 8.0, 5.0)
    (47.2, 12.8)
    """
    letter = size * _LETTER
    least = [_least(cells) * letter + gap for cells in columns]
    spare = width - sum(least)
    wanted = [_wanted(cells) for cells in columns]
    widths = [low + spare * want / (sum(wanted) or 1.0) for low, want in zip(least, wanted, strict=True)]
    if spare <= 0:
        return tuple(round(low * width / sum(least), 1) for low in least)
    rows = [[len(cell) * letter * _RAGGED for cell in row] for row in zip(*columns, strict=True)]
    rows = rows[:: len(rows) // _WEIGHED + 1]
    step, lowest = _STEP, _height(rows, widths, gap)
    while step >= 1.0:
        moved = False
        for giving, taking in permutations(range(len(widths)), 2):
            tried = list(widths)
            tried[giving] -= step
            tried[taking] += step
            if tried[giving] >= least[giving] and (height := _height(rows, tried, gap)) < lowest:
                widths, lowest, moved = tried, height, True
        step = step if moved else step / 2
    return tuple(round(have, 1) for have in widths)


def stands_on_lines(columns: Sequence[Sequence[str]], layout: Layout) -> bool:
    """Whether every cell of a table, given column by column, stands on one line in this layout."""
    letter = layout.size * _LETTER
    rooms = (width - layout.gap for width in layout.widths)
    return all(_longest(cells) * letter <= room for cells, room in zip(columns, rooms, strict=True))


def _height(rows: Sequence[Sequence[float]], widths: Sequence[float], gap: float) -> float:
    """Lines that the rows of a table take in these widths, and a little for each line begun."""
    rooms = [have - gap for have in widths]
    total = 0.0
    for row in rows:
        lines = max(cell / room for cell, room in zip(row, rooms, strict=True))
        total += max(1.0, 0.5 * lines + 0.5 * ceil(lines))
    return total


def _least(cells: Sequence[str]) -> float:
    """The longest word of a column, as far as words are kept whole, with a letter to spare."""
    words = (len(word) for cell in cells for word in _PARTS.findall(cell))
    return float(min(max(words, default=0), LONGEST_WORD)) + 1


def _wanted(cells: Sequence[str]) -> float:
    """Between the average and the longest cell, so that one long cell does not take the page."""
    lengths = [min(len(cell), _ENOUGH) for cell in cells] or [0]
    return (max(lengths) + sum(lengths) / len(lengths)) / 2


def _longest(cells: Sequence[str]) -> int:
    return max((len(cell) for cell in cells), default=0)
