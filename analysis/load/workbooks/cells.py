"""One cell of a sheet as the text of a table: what a spreadsheet made of it is named, and never a guess."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

Problem = tuple[str, str, str]
"""What was found in a cell, what was expected, and the nearest valid value."""

SHOWN = 40
"""Letters of a formula that are shown of it."""


def column_letters(number: int) -> str:
    """The letters of a column by its number, from 1."""
    from openpyxl.utils import get_column_letter  # takes a while, and no folder needs it

    return str(get_column_letter(number))


def in_sheet(path: Path, sheet: str, row: int = 0, column: int = 0) -> str:
    """Where something stands: `war.xlsx, sheet claims, cell E14`, without the cell where no single one is
    meant."""
    cell = f", cell {column_letters(column)}{row}" if row and column else ""
    return f"{path.name}, sheet {sheet}{cell}"


def text_of_value(value: object, kind: str) -> tuple[str, Problem | None]:
    """The text of a cell that is no formula, and what is wrong with it, if anything.

    `kind` is what openpyxl calls it: `s`, `n`, `b`, `d` or `e`. Whole numbers are written without a point. A
    day that the spreadsheet took for a date gets its EDTF text, and is a problem all the same: what was typed
    may have been another.
    """
    if value is None:
        return "", None
    if kind == "e":
        return "", (f"an error, {value}", "a value, or an empty cell", "")
    if isinstance(value, bool):
        text = str(value).upper()
        return text, (f"{text} as a yes or no of the spreadsheet", "text", "")
    if isinstance(value, (date, time, timedelta)):
        text = _edtf(value)
        return text, (f"a date of the spreadsheet ({value})", "a date as text, in EDTF", text)
    if isinstance(value, float):
        return (str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)), None
    return str(value), None


def formula_problem(formula: object, came: str) -> Problem:
    """What is wrong with a formula that came to `came` when the workbook was saved."""
    text = str(getattr(formula, "text", formula))
    shown = text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
    told = f" that came to {came!r}" if came else ""
    return f"a formula {shown!r}{told}", "what it says, as text", came


def _edtf(value: date | time | timedelta) -> str:
    """The day of a date as EDTF; a clock time has none."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else ""
