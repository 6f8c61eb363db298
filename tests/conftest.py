"""What every test can rely on."""

import csv
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from analysis.load import check
from analysis.model.frames import FIELDS

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


@pytest.fixture(scope="session")
def exercise_briefing(tmp_path_factory) -> Path:
    """The folder of the briefing on the made-up war, built once."""
    from analysis.briefing.build import build

    given = [f"corpus={ROOT / 'seeds' / 'exercise'}"]
    return build(ROOT / "notebooks" / "briefing.ipynb", given, tmp_path_factory.mktemp("reports"))


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

    def describe(self, table: str = "", field: str = "", **properties: object) -> None:
        """Give the data package, a table of it or a field of that table these properties."""
        path = self.folder / "datapackage.json"
        package = json.loads(path.read_text("utf-8"))
        holder = package
        if table:
            holder = next(one for one in package["resources"] if one["name"] == table)
        if field:
            holder = next(one for one in holder["schema"]["fields"] if one["name"] == field)
        holder.update(properties)
        path.write_text(json.dumps(package), "utf-8")

    def append(self, table: str, **cells: str) -> int:
        """Write a further row; its number comes back."""
        rows = self.rows(table)
        self.write(table, [*rows, [""] * len(rows[0])])
        self.add_columns(table, *cells)
        return self.plant(table, len(rows) + 1, **cells)

    def add_columns(self, table: str, *columns: str) -> None:
        """Give the table these columns, empty, where it lacks them."""
        rows = self.rows(table)
        new = [column for column in columns if column not in rows[0]]
        self.write(
            table, [[*cells, *("" if n else column for column in new)] for n, cells in enumerate(rows)]
        )

    def add_table(self, table: str, columns: list[str]) -> None:
        """Give the corpus an optional table of text without rows, in its data package too."""
        self.write(table, [columns])
        path = self.folder / "datapackage.json"
        package = json.loads(path.read_text("utf-8"))
        enums = {column.name: list(column.values) for column in FIELDS[table] if column.values}
        needed = {column.name for column in FIELDS[table] if column.required}
        fields = [{"name": column, "type": "string"} for column in columns]
        for field in fields:
            limits = {"required": True} if field["name"] in needed else {}
            limits |= {"enum": enums[field["name"]]} if field["name"] in enums else {}
            field["constraints"] = limits
        schema = {"fields": fields, "primaryKey": columns[0]}
        resource = {"name": table, "path": f"{table}.csv", "schema": schema}
        package["resources"].append(resource | {"profile": "tabular-data-resource"})
        path.write_text(json.dumps(package), "utf-8")

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
