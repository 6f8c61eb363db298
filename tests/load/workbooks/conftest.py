"""A workbook to be spoilt as people and their programs spoil one."""

from pathlib import Path

import openpyxl
import pytest

from analysis.load import check
from analysis.save.workbook import convert

SEED = Path(__file__).parents[3] / "seeds" / "aleppo-2015"


@pytest.fixture(scope="session")
def whole(tmp_path_factory) -> Path:
    """The founding corpus as a workbook, written once."""
    return convert(SEED, tmp_path_factory.mktemp("whole") / "war.xlsx")


class Book:
    """A workbook that is edited as in a spreadsheet."""

    def __init__(self, whole: Path, path: Path) -> None:
        self.path = path
        self.pages = openpyxl.load_workbook(whole)

    def __getitem__(self, name: str):
        return self.pages[name]

    def cell(self, sheet: str, row: int, column: str):
        """The cell of a column in a row."""
        heads = [cell.value for cell in self[sheet][1]]
        return self[sheet].cell(row, heads.index(column) + 1)

    def saved(self) -> Path:
        self.pages.save(self.path)
        return self.path

    def faults(self) -> list[tuple[str, int, str, str, str, str]]:
        """The faults of the saved workbook as plain tuples."""
        return [(f.file, f.row, f.column, f.found, f.expected, f.nearest) for f in check(self.saved())]

    def only(self) -> tuple[str, int, str, str, str, str]:
        (fault,) = self.faults()
        return fault


@pytest.fixture
def book(whole, tmp_path) -> Book:
    """A copy of it under the name `war.xlsx`."""
    return Book(whole, tmp_path / "war.xlsx")
