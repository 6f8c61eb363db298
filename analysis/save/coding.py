"""Rows put into the tables of a corpus folder, and taken back: all or none, and only where the corpus stays
sound. What else stands in the files keeps its bytes.
"""

import csv
import io
import re
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.errors import CorpusError, Fault, SitrepError, nearest
from analysis.load import check
from analysis.load.packages.descriptor import DESCRIPTOR
from analysis.load.packages.dialects import Dialect
from analysis.load.packages.package import Package, TableSpec, read_package
from analysis.save import steps

STEP = ".coding"
"""The folder in which a step stands that is whole and not yet carried out."""

TRIES = 3
"""How often a step is tried where an editor writes into the tables meanwhile."""


@dataclass(frozen=True)
class Row:
    """One row for a table of the corpus: its filled cells by column."""

    table: str
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Added:
    """What a step has put at the end of a table's file, letter by letter."""

    table: str
    text: str


def add(folder: Path, rows: Sequence[Row]) -> tuple[Added, ...]:
    """Put rows at the end of their tables; what was added to each, so that `take_back` finds it.

    Raises CorpusError with every fault that the corpus would have then, which leaves it as it is, and
    SitrepError where the tables change all the while.
    """
    with steps.alone(folder, STEP):
        for _ in range(TRIES):
            package = _package(folder)
            before = _contents(folder, package)
            added, after = _with(before, package, rows)
            if _stepped(folder, package, before, after):
                return added
    raise SitrepError(
        f"{folder}: the tables changed while rows were added; expected nobody else to write them"
    )


def lines_of(folder: Path, rows: Sequence[Row]) -> list[tuple[str, int]]:
    """For each row the file and the line on which it would begin if `add` put it in: so a fault of the corpus
    as it would be is known as that of a row."""
    package = _package(folder)
    before, places = _contents(folder, package), []
    for row in rows:
        (one,), after = _with(before, package, [row])
        spec = package.tables[row.table]
        own = _breaks(_line(list(row.cells.values()), spec.dialect, "\n"))
        places.append((spec.file, 1 + _breaks(after[one.table].decode()) - own))
        before = after
    return places


def _breaks(text: str) -> int:
    return len(re.findall("\r\n|\r|\n", text))


def take_back(folder: Path, added: Sequence[Added]) -> None:
    """Take out what `add` has put in. Raises SitrepError where it is no longer there as it was written, and
    CorpusError where the corpus would not be sound without it: what came later may build on it."""
    with steps.alone(folder, STEP):
        for _ in range(TRIES):
            package = _package(folder)
            before = _contents(folder, package)
            after = dict(before)
            for one in reversed(added):
                text = one.text.encode()
                start = after[one.table].rfind(text)
                if start < 0:
                    file = package.tables[one.table].file
                    raise SitrepError(f"{folder / file}: found no row as it was added; it was changed since")
                after[one.table] = after[one.table][:start] + after[one.table][start + len(text) :]
            if _stepped(folder, package, before, after):
                return
    raise SitrepError(
        f"{folder}: the tables changed while rows were taken back; expected nobody else to write"
    )


def columns_of(folder: Path) -> dict[str, tuple[str, ...]]:
    """The columns that the file of each table has, by table: into others nothing can be put. A table without
    a file has all that the data package describes. Raises CorpusError where that cannot be read."""
    package = _package(folder)
    contents = _contents(folder, package)
    return {
        name: tuple(_header(contents[name].decode("utf-8-sig"), spec) or spec.fields)
        for name, spec in package.tables.items()
    }


def finish(folder: Path) -> None:
    """Carry out a step that was cut off when it was whole, and sweep away what was not."""
    with steps.alone(folder, STEP):
        pass


def _package(folder: Path) -> Package:
    package, faults = read_package(folder)
    if package is None:
        raise CorpusError(str(folder), faults)
    return package


def _contents(folder: Path, package: Package) -> dict[str, bytes]:
    """The bytes of each table; one without a file is none, and gets a header with its first row."""
    files = {name: folder / spec.file for name, spec in package.tables.items()}
    return {name: path.read_bytes() if path.is_file() else b"" for name, path in files.items()}


def _with(
    before: Mapping[str, bytes], package: Package, rows: Sequence[Row]
) -> tuple[tuple[Added, ...], dict[str, bytes]]:
    """What rows add to each table, and the tables with it."""
    added, after = [], dict(before)
    for row in rows:
        if row.table not in package.tables:
            near = nearest(row.table, package.tables) or "none"
            tables = ", ".join(package.tables)
            found = f"found no table {row.table}; expected one of {tables}; nearest: {near}"
            raise SitrepError(f"{package.name}: {found}")
        one = _added(after, package.tables[row.table], row)
        after[row.table] += one.text.encode()
        added.append(one)
    return tuple(added), after


def _added(before: Mapping[str, bytes], spec: TableSpec, row: Row) -> Added:
    """The text of a row in the order of the file's columns, with its line ends."""
    text = before[spec.name].decode("utf-8-sig")
    ends = "\r\n" if "\r\n" in text else "\n"
    header = _header(text, spec)
    lead = "" if not text or text.endswith("\n") else ends
    if not header:
        header, lead = list(spec.fields), _line(list(spec.fields), spec.dialect, ends)
    lacking = [name for name, cell in row.cells.items() if cell and name not in header]
    if lacking:
        expected = f"one of {', '.join(header)}"
        faults = [
            Fault(spec.file, 1, name, "no such column", expected, nearest(name, header)) for name in lacking
        ]
        raise CorpusError(spec.file, faults)
    return Added(spec.name, lead + _line([row.cells.get(name, "") for name in header], spec.dialect, ends))


def _header(text: str, spec: TableSpec) -> list[str]:
    return next(csv.reader(io.StringIO(text, newline=""), **spec.dialect.settings), [])


def _line(cells: Sequence[str], dialect: Dialect, ends: str) -> str:
    return dialect.line(cells) + ends


def _stepped(folder: Path, package: Package, before: Mapping[str, bytes], after: Mapping[str, bytes]) -> bool:
    """Check the corpus as it would be, then make it so; false where it was changed meanwhile."""
    changed = [name for name in after if after[name] != before[name]]
    with tempfile.TemporaryDirectory(prefix=f"{STEP}-", dir=folder) as made:
        room = Path(made)
        for file in (DESCRIPTOR, *(spec.file for spec in package.tables.values())):
            if (folder / file).is_file():
                shutil.copyfile(folder / file, room / file)
        for name in changed:
            steps.write(room / package.tables[name].file, after[name])
        faults = check(room)
        if faults:
            raise CorpusError(str(folder), faults)
        if _contents(folder, package) != dict(before):
            return False
        step = room / STEP
        step.mkdir()
        for name in changed:
            steps.write(step / package.tables[name].file, after[name])
        steps.carry_out(step, folder, STEP)
    return True
