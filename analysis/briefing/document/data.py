"""The data under an exhibit, as columns and rows and as CSV that a spreadsheet opens without running it."""

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass

from analysis.briefing.document.characters import clean

Scalar = str | int | float | bool | None

_FORMULA = ("=", "+", "-", "@", "\t", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")


@dataclass(frozen=True)
class Column:
    """One column of an exhibit's data; `type` is string, number, integer, date or boolean."""

    name: str
    type: str


@dataclass(frozen=True)
class Data:
    """The rows an exhibit was made from; a missing value is None."""

    columns: tuple[Column, ...] = ()
    rows: tuple[tuple[Scalar, ...], ...] = ()


def csv_text(data: Data) -> str:
    """The data of an exhibit as CSV: a header, then one line per row, lines ended by a line feed.

    Missing values are empty cells. Text that a spreadsheet would run as a formula gets an apostrophe before
    it; numbers written as text stay as they are.

    >>> csv_text(Data((Column("who", "string"), Column("dead", "integer")), (("=cmd()", 12), ("-3", None))))
    "who,dead\\n'=cmd(),12\\n-3,\\n"
    """
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow([_cell(column.name) for column in data.columns])
    writer.writerows([_cell(value) for value in row] for row in data.rows)
    return file.getvalue()


def csv_files(data: Mapping[str, Data]) -> dict[str, bytes]:
    """The data of several exhibits as files, by their name beside the page: `data/<exhibit>.csv`."""
    return {f"data/{name}.csv": csv_text(one).encode() for name, one in data.items()}


def _cell(value: Scalar) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    text = clean(value)
    runs = text.lstrip(" \n").startswith(_FORMULA)
    return f"'{text}" if runs and not _NUMBER.fullmatch(text.strip()) else text
