"""A corpus folder as one XLSX workbook, and a workbook as a folder: the same cells, either way."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from analysis.errors import CorpusError, Fault, SitrepError
from analysis.load import review
from analysis.load.corpora.csv import TextTable
from analysis.load.outlines import FILE as OUTLINES
from analysis.load.packages.descriptor import DESCRIPTOR, descriptor_of
from analysis.load.packages.files import content_of
from analysis.load.packages.package import Package, TableSpec
from analysis.load.workbooks.files import HEADINGS, PACKAGE
from analysis.load.workbooks.folder import is_workbook
from analysis.save.sheets import ROWS, Book, misfit, new_book

PIECE = 16_000
"""Characters of a file in one cell of the package sheet: it holds twice as many, and some count double."""


def convert(source: Path, target: Path) -> Path:
    """Write the corpus in the folder or workbook `source` as the other of the two to `target`.

    All of the corpus goes along: its tables, data package, further files that it names, and outlines; what
    else lies in a folder is no part of it. Every cell comes back as it was; a table's lines end with LF then,
    and only cells that need it are quoted. Raises SitrepError where something stands at `target` or is not
    what `source` can become, and CorpusError where the corpus has faults or cells that do not fit into a
    workbook; nothing is written then.
    """
    if target.exists():
        raise SitrepError(f"{target}: exists already; expected a new name")
    if is_workbook(source) == (target.suffix.lower() == ".xlsx") or (
        is_workbook(source) and is_workbook(target)
    ):
        raise SitrepError(
            f"{target}: expected a folder from a workbook, or a file that ends in .xlsx from a folder"
        )
    found = review(source)
    if found.faults or found.read.package is None:
        raise CorpusError(str(source), found.faults)
    if found.book is None:
        package, tables = found.read.package, found.read.tables
        wrong = misfits(source, package, tables)
        if wrong:
            raise CorpusError(str(source), wrong)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".sitrep-", dir=target.parent) as made:
        room = Path(made) / target.name
        if found.book is not None:
            room.mkdir()
            found.book.write(room)
        else:
            write_workbook(source, package, tables, room)
        os.replace(room, target)
    return target


def write_workbook(folder: Path, package: Package, tables: Mapping[str, TextTable], target: Path) -> None:
    """Write a corpus, which has no `misfits`, as a workbook: a sheet per table with notes on its headings,
    drop-downs for values and keys, and the sheet `package` with the other files of `folder`.

    Every text stays text, whatever it begins with.
    """
    with new_book(target, package.title) as book:
        sheets = {name: book.sheet(name) for name in tables}
        for name, table in tables.items():
            _write_table(book, sheets[name], table, tables)
        _write_files(book, files_beside(folder, package))


def files_beside(folder: Path, package: Package) -> dict[str, bytes]:
    """The files of a corpus that are no tables of ours, by name: its data package, what else that names, and
    the outlines."""
    descriptor = descriptor_of(folder)[0] or {}
    named = [resource.get("path") for resource in descriptor.get("resources", ())]
    tables = {spec.file for spec in package.tables.values()}
    others = [name for name in named if isinstance(name, str) and name not in tables]
    contents = {name: content_of(folder, name)[0] for name in (DESCRIPTOR, *others, OUTLINES)}
    return {name: content for name, content in contents.items() if content is not None}


def misfits(folder: Path, package: Package, tables: Mapping[str, TextTable]) -> list[Fault]:
    """Cells and files that no sheet can hold, and tables of too many rows."""
    faults = []
    for table in tables.values():
        if len(table.frame) >= ROWS:
            found, expected = f"{len(table.frame):,} rows", f"at most {ROWS - 1:,} for a workbook"
            faults.append(Fault(table.spec.file, 0, "", found, expected))
        for column in table.frame.columns:
            cells = table.frame[column].dropna().astype(object)
            odd = {text: why for text in cells.unique() if (why := misfit(text))}
            faults += [
                table.fault(line, column, odd[text], "text for a workbook")
                for line, text in cells[cells.isin(odd.keys())].items()
            ]
    for name, content in files_beside(folder, package).items():
        try:
            pieces = _pieces(content.decode())
        except UnicodeDecodeError:
            faults.append(Fault(name, 0, "", "a file that is no text", "UTF-8, for a workbook"))
            continue
        why = next((why for why in map(misfit, pieces) if why), "")
        if why:
            faults.append(Fault(name, 0, "", why, "text for a workbook"))
    return faults


def _write_table(book: Book, sheet: Any, table: TextTable, tables: Mapping[str, TextTable]) -> None:
    """One table: headings with notes, cells as text, numbers as numbers, drop-downs down the whole column."""
    spec, frame = table.spec, table.frame
    book.headings(sheet, {name: note(spec, name) for name in frame.columns}, spec.required)
    for place, name in enumerate(frame.columns):
        texts = frame[name].fillna("").tolist()
        book.column(sheet, place, name, texts, numbers=name in spec.numbers)
        _drop_down(book, sheet, place, spec, name, tables)
    if len(frame):
        sheet.autofilter(0, 0, len(frame), len(frame.columns) - 1)


def note(spec: TableSpec, name: str) -> str:
    """What the codebook says of a column."""
    field = spec.fields[name]
    limits = field.get("constraints", {})
    parts = [str(field.get("description", "")), "Needed." if name in spec.required else ""]
    if limits.get("enum"):
        parts.append("One of: " + ", ".join(map(str, limits["enum"])) + ".")
    if name in spec.foreign_keys:
        parts.append(f"A key of {spec.foreign_keys[name][0] or spec.name}.")
    if field.get("example"):
        parts.append(f"Such as: {field['example']}")
    return "\n".join(part for part in parts if part)


def _drop_down(
    book: Book, sheet: Any, place: int, spec: TableSpec, name: str, tables: Mapping[str, TextTable]
) -> None:
    """The values of an enum, or the keys of a sheet, however many it will have."""
    limits = spec.fields[name].get("constraints", {})
    if name in spec.foreign_keys:
        target, key = spec.foreign_keys[name]
        other = tables.get(target or spec.name)
        if other is not None and other.has(key):
            book.keys(sheet, place, other.spec.name, list(other.frame.columns).index(key) + 1)
    elif limits.get("enum"):
        book.choice(sheet, place, [str(value) for value in limits["enum"]])


def _write_files(book: Book, files: Mapping[str, bytes]) -> None:
    """The files of a corpus that are no tables, in pieces that fit into cells."""
    rows = [
        (name, str(number), piece)
        for name, content in files.items()
        for number, piece in enumerate(_pieces(content.decode()), 1)
    ]
    sheet = book.sheet(PACKAGE)
    told = "The files of the corpus that are no tables. Leave this sheet as it is."
    book.headings(sheet, dict.fromkeys(HEADINGS, "") | {HEADINGS[0]: told})
    for place, name in enumerate(HEADINGS):
        book.column(sheet, place, name, [row[place] for row in rows], numbers=place == 1)


def _pieces(text: str) -> list[str]:
    """A text in pieces that fit into a cell each; an empty one is one piece."""
    return [text[start : start + PIECE] for start in range(0, len(text), PIECE)] or [""]
