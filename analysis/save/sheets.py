"""Sheets of a workbook written cell by cell: headings with notes, text that stays text, drop-downs."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from analysis import palette
from analysis.load.workbooks.cells import column_letters
from analysis.load.workbooks.files import LISTS

CELL = 32_767
"""Letters that a cell of a sheet holds at most (ECMA-376), as UTF-16 counts them."""

ROWS = 1_048_576
"""Rows that a sheet holds at most (ECMA-376)."""

TYPED = 255
"""Letters that the values of a drop-down may have together; more of them stand in a sheet of their own."""

WIDEST = 60

CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - a day without a zone, the same in every workbook
"""When every workbook says that it was made: the same corpus gives the same bytes."""

_UNWRITABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]|_x[0-9A-Fa-f]{4}_x[0-9A-Fa-f]{4}_"
)

OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def misfit(text: str) -> str:
    """Why no cell can hold a text; empty where one can."""
    if len(text) > CELL // 2 and len(text.encode("utf-16-le", "surrogatepass")) > 2 * CELL:
        return f"{len(text):,} letters, more than the {CELL:,} of a cell"
    return "a character that no workbook keeps" if _UNWRITABLE.search(text) else ""


@dataclass
class Book:
    """A workbook that is being written. `lists` are the values of long drop-downs, in the order of their
    columns in the sheet `lists`."""

    made: Any
    looks: Mapping[str, Any]
    lists: dict[tuple[str, ...], str] = field(default_factory=dict)

    def sheet(self, name: str) -> Any:
        """A new sheet behind the others."""
        return self.made.add_worksheet(name)

    def headings(self, sheet: Any, notes: Mapping[str, str], needed: Sequence[str] = ()) -> None:
        """The first row, which stays in sight with the first column: a heading for each note, those of needed
        columns in another colour."""
        for place, (name, note) in enumerate(notes.items()):
            sheet.write_string(0, place, name, self.looks["needed" if name in needed else "head"])
            if note:
                sheet.write_comment(0, place, note[:CELL], {"x_scale": 2.5, "y_scale": 2})
        sheet.freeze_panes(1, 1)

    def column(
        self,
        sheet: Any,
        place: int,
        name: str,
        texts: Sequence[str],
        numbers: bool = False,
        look: str = "text",
    ) -> None:
        """One column under its heading: text as text, and with `numbers` what is one as a number; empty texts
        are empty cells."""
        lengths = sorted(len(text) for text in texts if text)
        usual = lengths[int(len(lengths) * 0.9)] if lengths else 0
        sheet.set_column(place, place, min(max(len(name), usual, 6) + 2, WIDEST), self.looks[look])
        for row, text in enumerate(texts, 1):
            if numbers and text and is_plain(text):
                sheet.write_number(row, place, float(text), self.looks["number"])
            elif text:
                sheet.write_string(row, place, text, self.looks[look])

    def choice(
        self, sheet: Any, place: int, values: Sequence[str], first: int = 1, last: int = ROWS - 1
    ) -> None:
        """A drop-down of values in the rows `first` to `last`; another value may be typed all the same."""
        short = len(",".join(values)) <= TYPED and not any("," in value for value in values)
        source: object = list(values)
        if not short:
            source = self.lists.setdefault(tuple(values), column_letters(len(self.lists) + 1))
            source = f"='{LISTS}'!${source}$2:${source}${len(values) + 1}"
        self._validate(sheet, place, source, first, last)

    def keys(self, sheet: Any, place: int, other: str, column: int) -> None:
        """A drop-down of what stands in a column, from 1, of a sheet, however many rows it will have."""
        letters = column_letters(column)
        self._validate(sheet, place, f"='{other}'!${letters}$2:${letters}${ROWS}", 1, ROWS - 1)

    def _validate(self, sheet: Any, place: int, source: object, first: int, last: int) -> None:
        rule = {"validate": "list", "source": source, "ignore_blank": True, "error_type": "warning"}
        sheet.data_validation(first, place, last, place, rule)

    def _write_lists(self) -> None:
        sheet = self.sheet(LISTS)
        for place, values in enumerate(self.lists):
            sheet.write_string(0, place, f"list {place + 1}", self.looks["head"])
            self.column(sheet, place, "", values)


@contextmanager
def new_book(target: Path, title: str) -> Iterator[Book]:
    """A workbook that is written to `target` when the block ends; equal contents give equal bytes."""
    with xlsxwriter.Workbook(str(target), OPTIONS) as made:
        made.set_properties({"title": title, "created": CREATED})
        head = {"bold": True, "font_color": palette.PAPER, "bg_color": palette.INK, "align": "left"}
        looks = {
            "head": made.add_format(head),
            "needed": made.add_format({**head, "bg_color": palette.ACCENT}),
            "text": made.add_format({"num_format": "@", "valign": "top"}),
            "number": made.add_format({"valign": "top"}),
            "read": made.add_format({"num_format": "@", "valign": "top", "text_wrap": True, "italic": True}),
        }
        book = Book(made, looks)
        yield book
        if book.lists:
            book._write_lists()


def is_plain(text: str) -> bool:
    """Whether a number comes back from a sheet, which keeps fifteen digits, as it was written."""
    try:
        value = float(text)
    except ValueError:
        return False
    if not abs(value) < 1e15:
        return False
    return text == (str(int(value)) if value.is_integer() else f"{value:.15g}") == _read_back(value)


def _read_back(value: float) -> str:
    return str(int(value)) if value.is_integer() else repr(value)
