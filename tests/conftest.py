"""What every test can rely on."""

import csv
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from analysis.load import check

ROOT = Path(__file__).parent.parent

settings.register_profile("fast", max_examples=60, deadline=None, derandomize=True)
settings.register_profile("long", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fast"))


@pytest.fixture(scope="session")
def aleppo() -> Path:
    """The folder of the founding corpus."""
    return ROOT / "seeds" / "aleppo-2015"


@pytest.fixture(scope="session")
def briefing(tmp_path_factory) -> Path:
    """The folder of the Aleppo briefing, built once."""
    from analysis.briefing.build import build

    return build(ROOT / "notebooks" / "briefing.ipynb", [], tmp_path_factory.mktemp("reports"))


class Copy:
    """A corpus folder to be spoilt; rows are numbered as in a spreadsheet, the header being row 1."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def rows(self, table: str) -> list[list[str]]:
        with open(self.folder / f"{table}.csv", newline="", encoding="utf-8") as file:
            return list(csv.reader(file))

    def write(self, table: str, rows: list[list[str]]) -> None:
        with open(self.folder / f"{table}.csv", "w", newline="", encoding="utf-8") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)

    def row_of(self, table: str, key: str) -> int:
        return next(number for number, cells in enumerate(self.rows(table), 1) if cells[0] == key)

    def plant(self, table: str, key: str | int, **cells: str) -> int:
        """Write `cells` into the row with this first cell, or number; its number comes back."""
        rows = self.rows(table)
        number = key if isinstance(key, int) else self.row_of(table, key)
        for column, value in cells.items():
            rows[number - 1][rows[0].index(column)] = value
        self.write(table, rows)
        return number

    def edit(self, file: str, change: Callable[[bytes], bytes]) -> None:
        path = self.folder / file
        path.write_bytes(change(path.read_bytes()))

    def faults(self) -> list[tuple[str, int, str, str, str, str]]:
        """The faults as plain tuples: file, row, column, found, expected, nearest."""
        return [(f.file, f.row, f.column, f.found, f.expected, f.nearest) for f in check(self.folder)]

    def only(self) -> tuple[str, int, str, str, str, str]:
        """The one fault that is expected to be there."""
        (fault,) = self.faults()
        return fault


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """A clean copy of the Aleppo corpus."""
    folder = tmp_path / "aleppo-2015"
    shutil.copytree(ROOT / "seeds" / "aleppo-2015", folder)
    return Copy(folder)


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of coded corpora and boundaries."""
    return ROOT / "seeds"
