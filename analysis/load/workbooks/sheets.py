"""The sheets of an XLSX file as rows of text; what a table cannot be made of is told with sheet and cell."""

import stat
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.errors import Fault, nearest
from analysis.load.workbooks.cells import Problem, column_letters, formula_problem, in_sheet, text_of_value
from analysis.load.workbooks.parts import Reader, Rows

LARGEST = 1_000_000_000
"""Bytes of a workbook unpacked: more is no corpus."""

TIGHTEST = 300
"""Files packed more than so many times are made to burst."""

OLE = b"\xd0\xcf\x11\xe0"
EXPECTED = "an XLSX workbook"
AS_XLSX = "save it as XLSX"


@dataclass(frozen=True)
class Sheet:
    """A sheet as text: its rows that hold anything, by number, each up to its last filled cell; and what is
    wrong with single cells, by row and number of the column. `hidden` tells whether nobody sees it."""

    name: str
    rows: dict[int, tuple[str, ...]]
    problems: dict[tuple[int, int], Problem]
    hidden: bool = False


def sheets_of(path: Path) -> tuple[dict[str, Sheet] | None, list[Fault]]:
    """The sheets of a workbook by name, with the faults of its making; None where it cannot be opened."""
    fault = _unreadable(path)
    if fault is not None:
        return None, [fault]
    sheets, faults = {}, []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and validations that openpyxl does not keep
            book = Reader(path, read_only=True, keep_links=False)
            with book.archive:
                book.read()
                for sheet in book.wb.worksheets:
                    sheets[sheet.title], found = _sheet(path, sheet)
                    faults += found
    except Exception as cause:  # noqa: BLE001 - a broken file breaks openpyxl anywhere, with many kinds
        found_ = f"a workbook that is broken ({type(cause).__name__}: {str(cause)[:80]})"
        return None, [Fault(path.name, 0, "", found_, f"{EXPECTED} that opens")]
    return sheets, faults


def _unreadable(path: Path) -> Fault | None:
    """Why a file is no workbook that can be opened; None where it is one."""
    try:
        known = path.stat()
        if not stat.S_ISREG(known.st_mode):
            return Fault(path.name, 0, "", "no plain file", EXPECTED)
        with path.open("rb") as file:
            start = file.read(8)
        if start.startswith(OLE):
            return _old_or_locked(path)
        if not zipfile.is_zipfile(path):
            return Fault(path.name, 0, "", "no workbook", EXPECTED, AS_XLSX)
        with zipfile.ZipFile(path) as packed:
            return _odd_archive(path, packed.infolist())
    except FileNotFoundError:
        alike = [entry.name for entry in path.parent.glob("*.xlsx")] if path.parent.is_dir() else []
        return Fault(path.name, 0, "", "no such file", EXPECTED, nearest(path.name, alike))
    except OSError as cause:
        found = f"a file that cannot be read: {cause.strerror or cause}"
        return Fault(path.name, 0, "", found, EXPECTED)
    except zipfile.BadZipFile as cause:
        return Fault(path.name, 0, "", f"a workbook that is broken ({cause})", f"{EXPECTED} that opens")


def _old_or_locked(path: Path) -> Fault:
    """A file in the container of old Office: either an XLS, or an XLSX that was encrypted as a whole."""
    mark = "EncryptedPackage".encode("utf-16-le")
    if path.stat().st_size < LARGEST and mark in path.read_bytes():
        found = "a workbook that is locked by a password"
        return Fault(path.name, 0, "", found, EXPECTED, "save it without a password")
    return Fault(path.name, 0, "", "an old workbook (XLS)", EXPECTED, AS_XLSX)


def _odd_archive(path: Path, entries: list[zipfile.ZipInfo]) -> Fault | None:
    """Why an archive is no workbook of a size that can be read."""
    names = {entry.filename for entry in entries}
    if "mimetype" in names and "content.xml" in names:
        return Fault(path.name, 0, "", "an OpenDocument sheet (ODS)", EXPECTED, AS_XLSX)
    if "xl/workbook.bin" in names:
        return Fault(path.name, 0, "", "a binary workbook (XLSB)", EXPECTED, AS_XLSX)
    if "xl/workbook.xml" not in names:
        return Fault(path.name, 0, "", "a ZIP archive that is no workbook", EXPECTED, AS_XLSX)
    size = sum(entry.file_size for entry in entries)
    tight = max(entry.file_size / max(entry.compress_size, 1) for entry in entries)
    if size > LARGEST or (tight > TIGHTEST and size > LARGEST / 10):
        return Fault(path.name, 0, "", f"{size:,} bytes unpacked", f"at most {LARGEST:,}")
    return None


def _sheet(path: Path, sheet: Any) -> tuple[Sheet, list[Fault]]:
    """One sheet, and what of it cannot be seen or stands in several cells at once."""
    rows: dict[int, tuple[str, ...]] = {}
    problems: dict[tuple[int, int], Problem] = {}
    formulas: dict[tuple[int, int], object] = {}
    with Rows.of(sheet) as parser:
        for number, cells in parser.rows():
            texts: list[str] = []
            for cell in cells:
                place = cell["column"]
                texts += [""] * (place - len(texts))
                if cell["data_type"] == "f":
                    formulas[number, place] = cell["value"]
                    continue
                texts[place - 1], problem = text_of_value(cell["value"], cell["data_type"])
                if problem:
                    problems[number, place] = problem
            rows[number] = tuple(texts)
    if formulas:
        came = _came_to(sheet, set(formulas))
        for (number, place), formula in formulas.items():
            text = came.get((number, place), "")
            problems[number, place] = formula_problem(formula, text)
            rows[number] = (*rows[number][: place - 1], text, *rows[number][place:])
    odd = {number for number, _ in problems}
    kept = {number: texts for number, texts in rows.items() if any(texts) or number in odd}
    hidden = sheet.sheet_state != "visible"
    return Sheet(sheet.title, kept, problems, hidden), list(_unseen(path, sheet, parser, kept))


def _came_to(sheet: Any, places: set[tuple[int, int]]) -> dict[tuple[int, int], str]:
    """What formulas came to when the workbook was saved, as text."""
    with Rows.of(sheet, values=True) as parser:
        return {
            (number, cell["column"]): text_of_value(cell["value"], cell["data_type"])[0]
            for number, cells in parser.rows()
            for cell in cells
            if (number, cell["column"]) in places
        }


def _unseen(path: Path, sheet: Any, parser: Any, rows: dict[int, tuple[str, ...]]) -> Iterator[Fault]:
    """Merged cells, and rows and columns with something in them that are hidden, other than by a filter."""
    where = in_sheet(path, sheet.title)
    for cells in parser.merged:
        yield Fault(f"{where}, cells {cells}", 0, "", "merged cells", "each cell by itself", "unmerge them")
    hidden = [number for number in parser.hidden_rows if number in rows and not parser.filtered]
    if hidden:
        found = f"hidden rows: {_listed(list(map(str, hidden)))}"
        yield Fault(where, hidden[0], "", found, "rows that can be seen", "show them, or delete them")
    width = max((len(texts) for texts in rows.values()), default=0)
    letters = [column_letters(number) for number in parser.hidden_columns if number <= width]
    if letters:
        found = f"hidden columns: {_listed(letters)}"
        yield Fault(where, 0, "", found, "columns that can be seen", "show them, or delete them")


def _listed(names: list[str]) -> str:
    """The first few names, and how many more there are."""
    return ", ".join(names[:8]) + (f" and {len(names) - 8} more" if len(names) > 8 else "")
