"""The data under an exhibit, as columns and rows and as CSV that a spreadsheet opens without running it."""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_FORMULA = ("=", "+", "-", "@", "\t", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_RUNNING = re.compile(rf'(?:^|,)"?[ \n]*[{re.escape("".join(_FORMULA))}]')
"""Where a line may hold a cell that begins as a formula does."""

_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")


@dataclass(frozen=True)
class Column:
    """One column of an exhibit's data; `type` is string, number, integer, date or boolean."""

    name: str
    type: str


@dataclass(frozen=True)
class Data:
    """The rows an exhibit was made from, each as a line of CSV without its end; what is missing is empty.

    Of a large corpus there are millions of cells: a line is taken apart only where its cells are shown.
    """

    columns: tuple[Column, ...] = ()
    lines: tuple[str, ...] = ()

    def first(self, most: int) -> list[list[str]]:
        """The cells of the first rows, at most so many."""
        return [cells(line) for line in self.lines[:most]]


def cells(line: str) -> list[str]:
    """The cells of one line of CSV; ValueError where it is none.

    >>> cells('Kweires,"dozens, or more",12')
    ['Kweires', 'dozens, or more', '12']
    """
    csv.field_size_limit(max(csv.field_size_limit(), len(line)))
    try:
        return next(csv.reader((line,), strict=True))
    except csv.Error as fault:
        raise ValueError(str(fault)) from fault


def csv_text(data: Data) -> str:
    """The data of an exhibit as CSV: a header, then one line per row, lines ended by a line feed.

    Missing values are empty cells. Text that a spreadsheet would run as a formula gets an apostrophe before
    it; numbers written as text stay as they are.

    >>> csv_text(Data((Column("who", "string"), Column("dead", "integer")), ("=cmd(),12", "-3,")))
    "who,dead\\n'=cmd(),12\\n-3,\\n"
    """
    head = _line([_cell(column.name) for column in data.columns])
    rows = (_line(map(_cell, cells(line))) if _RUNNING.search(line) else line for line in data.lines)
    return "".join(f"{line}\n" for line in (head, *rows))


def csv_files(data: Mapping[str, Data]) -> dict[str, bytes]:
    """The data of several exhibits as files, by their name beside the page: `data/<exhibit>.csv`."""
    return {f"data/{name}.csv": csv_text(one).encode() for name, one in data.items()}


def _line(row: Iterable[str]) -> str:
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerow(row)
    return file.getvalue().removesuffix("\n")


def _cell(text: str) -> str:
    runs = text.lstrip(" \n").startswith(_FORMULA)
    return f"'{text}" if runs and not _NUMBER.fullmatch(text.strip()) else text
