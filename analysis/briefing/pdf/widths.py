"""How wide the columns of a printed table are: from the text they hold, for a page that cannot scroll."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

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
