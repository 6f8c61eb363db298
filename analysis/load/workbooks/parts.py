"""The XML parts of a workbook: its shared strings and the rows of its sheets, read fast and to the letter.

openpyxl reads the rest. Its own reader of strings drops letters that look like its escapes, and its reader of
sheets goes by the size that a sheet says of itself, which other programs get wrong. Expat refuses XML that
would burst, and fetches nothing.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Self
from xml.etree import ElementTree

from openpyxl.reader.excel import SHARED_STRINGS, ExcelReader
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet._reader import WorkSheetParser
from openpyxl.xml.constants import SHEET_MAIN_NS

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_STRING, _TEXT, _RUN = (f"{{{SHEET_MAIN_NS}}}{name}" for name in ("si", "t", "r"))
_ROW, _VALUE, _COLUMN = (f"{{{SHEET_MAIN_NS}}}{name}" for name in ("row", "v", "col"))
_MERGED, _FILTER = (f"{{{SHEET_MAIN_NS}}}{name}" for name in ("mergeCell", "filterColumn"))
_YES = ("1", "true")

LAST_COLUMN = 16_384
"""Columns that a sheet has at most (ECMA-376)."""


class Reader(ExcelReader):  # type: ignore[misc]  # openpyxl ships no types
    """openpyxl's reader, with every string as it was written."""

    def read_strings(self) -> None:
        """Read the texts that cells share."""
        part = self.package.find(SHARED_STRINGS)
        if part is None:
            return
        with self.archive.open(part.PartName[1:]) as source:
            self.shared_strings = list(_strings(source))


def _strings(source: Any) -> Iterator[str]:
    """The shared strings in order: runs of several looks joined, readings above the letters left out."""
    for _, element in ElementTree.iterparse(source):  # noqa: S314 - expat is safe, as said above
        if element.tag == _STRING:
            runs = [element, *element.findall(_RUN)]
            yield unescaped("".join(text.text or "" for run in runs for text in run.findall(_TEXT)))
            element.clear()


def unescaped(text: str) -> str:
    """A text without the escapes of ECMA-376, 22.9.2.19.

    >>> unescaped("a_x000A_b, _x005F_x000A_")
    'a\\nb, _x000A_'
    """
    return _ESCAPED.sub(_letter, text) if "_x" in text else text


def _letter(escape: re.Match[str]) -> str:
    number = int(escape[1], 16)
    return escape[0] if 0xD800 <= number <= 0xDFFF else chr(number)


class Rows(WorkSheetParser):  # type: ignore[misc]  # as above
    """The rows of one sheet, and what is merged, hidden or filtered in it; that is known after the last row.

    `merged` has cells as `B2:C3`, `hidden_rows` and `hidden_columns` numbers from 1.
    """

    @classmethod
    @contextmanager
    def of(cls, sheet: Any, *, values: bool = False) -> Iterator[Self]:
        """The rows of a sheet that openpyxl has opened; with `values` what formulas came to, else the
        formulas."""
        book = sheet.parent
        with book._archive.open(sheet._worksheet_path) as source:
            yield cls(
                source,
                sheet._shared_strings,
                data_only=values,
                epoch=book.epoch,
                date_formats=book._date_formats,
                timedelta_formats=book._timedelta_formats,
            )

    def rows(self) -> Iterator[tuple[int, list[dict[str, Any]]]]:
        """Each row with its number and its cells, as openpyxl describes one."""
        self.merged: list[str] = []
        self.hidden_rows: list[int] = []
        self.hidden_columns: list[int] = []
        self.filtered = False
        self.letters: dict[str, int] = {}
        self.row_counter = 0
        for _, element in ElementTree.iterparse(self.source):  # noqa: S314 - likewise
            if element.tag == _ROW:
                self.row_counter = int(element.get("r") or self.row_counter + 1)
                self.col_counter = 0
                if element.get("hidden") in _YES:
                    self.hidden_rows.append(self.row_counter)
                yield self.row_counter, [self.parse_cell(cell) for cell in element]
                element.clear()
            elif element.tag == _COLUMN and element.get("hidden") in _YES:
                last = min(int(element.get("max", 0)), LAST_COLUMN)
                self.hidden_columns += range(int(element.get("min", 1)), last + 1)
            elif element.tag == _MERGED:
                self.merged.append(element.get("ref", ""))
            elif element.tag == _FILTER:
                self.filtered = True

    def parse_cell(self, element: Any) -> dict[str, Any]:
        """One cell; those that are plain text, nearly all, are read the short way."""
        place = element.get("r", "")
        if element.get("t") != "s" or not place or len(element) != 1 or element[0].tag != _VALUE:
            return dict(super().parse_cell(element))
        letters = place.rstrip("0123456789")
        column = self.letters.get(letters)
        if column is None:
            column = self.letters[letters] = int(column_index_from_string(letters))
        self.col_counter = column
        return {
            "column": column,
            "value": self.shared_strings[int(element[0].text or "")],
            "data_type": "s",
        }
