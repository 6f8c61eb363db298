"""The files that a workbook stands for, and faults of them put back into its cells."""

import errno
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple, TypeVar

from analysis.errors import Fault, Question
from analysis.load.workbooks.cells import in_sheet

Told = TypeVar("Told", Fault, Question)

PACKAGE = "package"
"""The sheet in which the files stand that are no tables: datapackage.json, outlines; in pieces, in order."""

HEADINGS = ("file", "part", "text")
"""Its columns."""

LISTS = "lists"
"""The sheet of values that drop-downs offer; nothing is read from it."""


class Table(NamedTuple):
    """A sheet as a file: its name, the row of the sheet by the line of the file, and the number of each
    column by its heading."""

    sheet: str
    rows: Mapping[int, int]
    columns: Mapping[str, int]


@dataclass(frozen=True)
class Unfolded:
    """A workbook as files: the bytes of each by name, its faults, and for each table where its lines stand.

    `lost` are the files of tables that have no sheet, which `faults` tells.
    """

    place: Path
    files: Mapping[str, bytes]
    faults: tuple[Fault, ...] = ()
    tables: Mapping[str, Table] = field(default_factory=dict)
    lost: frozenset[str] = frozenset()

    def write(self, folder: Path) -> None:
        """Write the files into a folder; one of a name that no file can have is left out."""
        for name, content in self.files.items():
            try:
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_bytes(content)
            except (ValueError, FileExistsError, NotADirectoryError, IsADirectoryError):
                continue
            except OSError as cause:
                if cause.errno != errno.ENAMETOOLONG:
                    raise

    def placed(self, told: Sequence[Told]) -> list[Told]:
        """Faults or questions of the files with sheet and cell in place of file and line."""
        return [self._placed(one) for one in told if one.file not in self.lost]

    def _placed(self, told: Told) -> Told:
        table = self.tables.get(told.file)
        if table is None:
            return replace(told, file=f"{self.place.name}, {told.file}")
        row = table.rows.get(told.row, told.row)
        where = in_sheet(self.place, table.sheet, row, table.columns.get(told.column, 0))
        return replace(told, file=where, row=row)


def first_of_cells(faults: Sequence[Fault]) -> tuple[Fault, ...]:
    """The first fault of each cell, in the order of sheets, rows and columns: what the corpus says of a cell
    later mostly follows from it."""
    seen: dict[tuple[str, int, str], Fault] = {}
    whole = [fault for fault in faults if not fault.column]
    for fault in faults:
        if fault.column:
            seen.setdefault((fault.file, fault.row, fault.column), fault)
    return tuple(in_order([*dict.fromkeys(whole), *seen.values()]))


def in_order(told: Sequence[Told]) -> list[Told]:
    """Faults or questions by sheet, row and column; E9 stands before E14."""
    return sorted(told, key=lambda one: (one.file.partition(", cell ")[0], one.row, one.column, one))
