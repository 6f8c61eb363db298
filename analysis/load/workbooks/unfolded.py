"""A workbook unfolded into the files that it stands for, with every fault of its sheets."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from analysis.errors import Fault, nearest
from analysis.load.packages.addresses import is_within
from analysis.load.packages.descriptor import DESCRIPTOR
from analysis.load.packages.dialects import Dialect, dialect_of
from analysis.load.workbooks.cells import in_sheet
from analysis.load.workbooks.files import LISTS, PACKAGE, Table, Unfolded
from analysis.load.workbooks.sheets import Sheet, sheets_of
from analysis.model.frames import FIELDS

_BREAK = re.compile("\r\n|\r|\n")


def unfold(path: Path) -> Unfolded:
    """The files that a workbook stands for, with every fault of its sheets; without files where it cannot be
    read at all."""
    sheets, faults = sheets_of(path)
    if sheets is None:
        return Unfolded(path, {}, tuple(faults))
    package = sheets.get(PACKAGE)
    if package is None:
        alike = nearest(PACKAGE, sheets)
        expected = f"a sheet {PACKAGE} with {DESCRIPTOR}, as `sitrep convert` writes it"
        return Unfolded(path, {}, (*faults, Fault(path.name, 0, "", f"no sheet {PACKAGE}", expected, alike)))
    files = _files_in(package)
    known = _known_tables(files.get(DESCRIPTOR, b""))
    faults += _strangers(path, sheets, list(known))
    tables = {}
    lost = set()
    for name, (file, dialect) in known.items():
        head = sheets[name].rows.get(1) if name in sheets else None
        if not head or not any(head):
            lost.add(file)
            faults.append(_no_table(path, name, sheets))
            continue
        files[file], tables[file], found = _as_csv(path, sheets[name], dialect)
        faults += found
    return Unfolded(path, files, tuple(faults), tables, frozenset(lost))


def _files_in(sheet: Sheet) -> dict[str, bytes]:
    """The files of the package sheet, their pieces joined by their numbers."""
    pieces: dict[str, list[tuple[int, str]]] = {}
    for number, cells in sheet.rows.items():
        name, part, text = (*cells, "", "", "")[:3]
        if number > 1 and is_within(name):
            place = int(part) if part.isascii() and part.isdigit() else number
            pieces.setdefault(name, []).append((place, text))
    return {name: "".join(text for _, text in sorted(parts)).encode() for name, parts in pieces.items()}


def _known_tables(content: bytes) -> dict[str, tuple[str, Dialect]]:
    """File and dialect of each table of a data package; none where the package cannot be read: the corpus
    says why."""
    try:
        resources = [one for one in json.loads(content)["resources"] if isinstance(one, dict)]
        return {
            one["name"]: (one["path"], dialect_of(one))
            for one in resources
            if one.get("name") in FIELDS and isinstance(one.get("path"), str) and is_within(one["path"])
        }
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return {}


def _strangers(path: Path, sheets: Mapping[str, Sheet], names: Sequence[str]) -> list[Fault]:
    """Sheets that are no table, as what stands in them would be lost, and tables that nobody sees."""
    if not names:
        return []
    expected = f"the tables {', '.join(names)}, and {PACKAGE}"
    missing = [name for name in names if name not in sheets]
    faults = []
    for name in (name for name in sheets if name not in (PACKAGE, LISTS)):
        where = in_sheet(path, name)
        if name not in names:
            faults.append(Fault(where, 0, "", "a sheet that is no table", expected, nearest(name, missing)))
        elif sheets[name].hidden:
            near = "show it, or delete it"
            faults.append(Fault(where, 0, "", "a hidden sheet", "sheets that can be seen", near))
    return faults


def _no_table(path: Path, name: str, sheets: Mapping[str, Sheet]) -> Fault:
    """A table without a sheet, or without headings in the first row of it."""
    if name in sheets:
        return Fault(in_sheet(path, name), 1, "", "no headings in the first row", f"the columns of {name}")
    return Fault(path.name, 0, "", f"no sheet {name}", "a sheet for each table", nearest(name, sheets))


def _as_csv(path: Path, sheet: Sheet, dialect: Dialect) -> tuple[bytes, Table, list[Fault]]:
    """A sheet as a CSV file, where its lines and columns stand, and what is wrong with its cells."""
    header = [text.strip() for text in sheet.rows[1]]
    while not header[-1]:
        header.pop()
    width = len(header)
    columns = {name: number for number, name in reversed(list(enumerate(header, 1)))}
    odd = {number for number, _ in sheet.problems}
    lines: list[str] = []
    rows: dict[int, int] = {}
    faults: list[Fault] = []
    line = 1
    for number, texts in sorted(sheet.rows.items()):
        cells = header if number == 1 else [*texts[:width], *[""] * (width - len(texts))]
        if number in odd or len(texts) > width or not all(map(dialect.holds, cells)) or "" in header:
            faults += _cell_faults(path, sheet, number, header, dialect)
        if any(cells):
            lines.append(dialect.line(cells))
            rows[line] = number
            line += 1 + len(_BREAK.findall(lines[-1]))
    return ("\n".join(lines) + "\n").encode(), Table(sheet.name, rows, columns), faults


def _cell_faults(
    path: Path, sheet: Sheet, number: int, header: Sequence[str], dialect: Dialect
) -> Iterator[Fault]:
    """What is wrong with the cells of a row as such, whatever their column means."""
    for place, text in enumerate(sheet.rows[number], 1):
        name = header[place - 1] if place <= len(header) else ""
        where = in_sheet(path, sheet.name, number, place)
        if problem := sheet.problems.get((number, place)):
            found, expected, near = problem
            yield Fault(where, number, name, found, expected, near)
        elif text and not name:
            yield Fault(where, number, "", "a cell without a heading", "a heading in row 1 above it")
        elif not dialect.holds(text):
            expected = f"none: the file of {sheet.name} has no way to mark one"
            yield Fault(where, number, name, "a quotation mark", expected)
