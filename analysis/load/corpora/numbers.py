"""Numbers in cells: the one form in which they are written, and the limits of what they can be."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation

import pandas as pd

from analysis.errors import Fault
from analysis.load.corpora.csv import TextTable
from analysis.load.packages.quoting import quoted
from analysis.model.frames import RANGES, WHOLE

DIGITS = 15
"""The most digits before the point: whole numbers of as many are kept exactly by a float, so that none is
changed by being read. A number is thus at most 999,999,999,999,999: no count is higher."""

DECIMALS = 20
"""The most digits after the point; software writes coordinates with up to 17."""

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_ENDLESS = re.compile(r"(?i)\s*[+-]?s?(?:q?nan\d*|inf|infinity)\s*")
_LONGEST = 60
"""A cell of more characters is no slip of the pen, and no number is offered for it."""


def number_of(text: str) -> float | None:
    """The number that a cell holds, None where it is not in the one form.

    >>> number_of("1600"), number_of("-0.5"), number_of("1,600"), number_of("1_600"), number_of("1e3")
    (1600.0, -0.5, None, None, None)
    """
    return float(text) if _is_number(text) else None


def numbers_of(cells: pd.DataFrame) -> pd.DataFrame:
    """Cells of text as floats; what is empty or not in the one form is missing."""
    columns = {name: pd.to_numeric(cells[name].where(_well_written(cells[name]))) for name in cells.columns}
    return pd.DataFrame(columns, index=cells.index)


def number_faults(tables: Mapping[str, TextTable]) -> Iterator[Fault]:
    """Every cell of a column of numbers that is written otherwise than in the one form, or beyond its limits.

    Software differs in what it takes for a number: `1_000`, `1e400`, other digits than those of ASCII. One
    form is one reading.
    """
    for table in tables.values():
        for column in table.spec.numbers:
            if table.has(column):
                yield from _column_faults(table, column)


def without_faulty(tables: Mapping[str, TextTable]) -> dict[str, TextTable]:
    """The tables with every number emptied that is not in the one form: nothing can be compared with it."""
    return {name: TextTable(table.spec, _readable(table), table.complete) for name, table in tables.items()}


def _column_faults(table: TextTable, column: str) -> Iterator[Fault]:
    filled = table.frame[column].dropna()
    broken = {text: said for text in filled.unique() if (said := _problem(text, table.spec.name, column))}
    for line, text in filled[filled.isin(broken.keys())].items():
        yield table.fault(line, column, *broken[text])


def _problem(text: str, table: str, column: str) -> tuple[str, str, str] | None:
    """What was found, what was expected and what is near; None where the number is right."""
    if _ENDLESS.fullmatch(text):
        return f"no finite number: {quoted(text)}", "a number, or an empty cell where it is unknown", ""
    if not _is_number(text):
        return _misspelt(text)
    low, high = RANGES.get(table, {}).get(column, (None, None))
    if column in WHOLE.get(table, ()) and "." in text:
        return quoted(text), "a whole number without words or separators", ""
    if low is not None and float(text) < low:
        return quoted(text), f"{low} or more" if high is None else f"{low} to {high}", str(low)
    if high is not None and float(text) > high:
        return quoted(text), f"{low} to {high}", str(high)
    return None


def _misspelt(text: str) -> tuple[str, str, str]:
    """What is wrong with a text that is no number in the one form."""
    if _NUMBER.fullmatch(text) and not _is_short(text):
        expected = f"at most {DIGITS} digits before the point and {DECIMALS} after it, as no more are kept"
        return quoted(text), expected, ""
    meant = _decimal(text)
    if meant is not None:
        plain = _plain(meant)
        near = plain if _is_number(plain) else ""
        return quoted(text), "a number in the digits 0 to 9, such as 1600, 0.5 or -36.2", near
    found = (
        re.search(r"(?<![\w.-])-?[0-9][0-9, ]*(?:\.[0-9]+)?(?!\w)", text) if len(text) <= _LONGEST else None
    )
    near = re.sub("[, ]", "", found[0]) if found else ""
    return quoted(text), "a number without words or separators", near if _is_number(near) else ""


def _is_number(text: str) -> bool:
    """Whether the text is in the one form: a nought has no sign, and no number more digits than are kept."""
    return bool(_NUMBER.fullmatch(text)) and _is_short(text) and not re.fullmatch(r"-[0.]*", text)


def _is_short(text: str) -> bool:
    whole, _, rest = text.removeprefix("-").partition(".")
    return len(whole) <= DIGITS and len(rest) <= DECIMALS


def _decimal(text: str) -> Decimal | None:
    """What Python takes the text for: it lets in other digits, blanks, underscores, signs and powers."""
    try:
        return Decimal(text) if len(text) <= _LONGEST else None
    except InvalidOperation:
        return None


def _plain(number: Decimal) -> str:
    """The number in the one form; empty where its power of ten is out of all bounds."""
    if abs(number.adjusted()) > DIGITS:
        return ""
    plain = f"{number:f}".removesuffix(".")
    return plain.removeprefix("-") if not number else plain


def _readable(table: TextTable) -> pd.DataFrame:
    frame = table.frame.copy()
    for column in table.spec.numbers:
        if table.has(column):
            frame[column] = frame[column].where(_well_written(frame[column]))
    return frame


def _well_written(cells: pd.Series) -> pd.Series:
    """Which cells hold a number in the one form."""
    return cells.isin([text for text in cells.dropna().unique() if _is_number(text)])
