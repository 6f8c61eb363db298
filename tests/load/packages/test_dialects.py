"""A dialect that a data package declares is read, or said not to be, in one fault with the remedy."""

import csv
import io

import pytest

from analysis.load import corpus


def rewritten(copy, table: str, **settings) -> None:
    """Write the table in a dialect of the standard library."""
    rows = copy.rows(table)
    text = io.StringIO()
    csv.writer(text, lineterminator="\n", **settings).writerows(rows)
    (copy.folder / f"{table}.csv").write_text(text.getvalue(), "utf-8")


@pytest.mark.parametrize(
    ("dialect", "settings"),
    [
        ({"csv": {"delimiter": ";"}}, {"delimiter": ";"}),
        ({"delimiter": ";"}, {"delimiter": ";"}),
        ({"delimiter": "\t"}, {"delimiter": "\t"}),
        ({"delimiter": "|", "header": True, "csvddfVersion": "1.2"}, {"delimiter": "|"}),
        ({"quoteChar": "'"}, {"quotechar": "'", "quoting": csv.QUOTE_ALL}),
        ({"doubleQuote": False, "escapeChar": "\\"}, {"doublequote": False, "escapechar": "\\"}),
        ({"lineTerminator": "\r\n", "commentChar": None}, {}),
    ],
)
def test_a_declared_dialect_is_read(copy, dialect, settings) -> None:
    before = corpus(copy.folder)
    rewritten(copy, "places", **settings)
    copy.describe("places", dialect=dialect)
    assert copy.faults() == []
    assert corpus(copy.folder).places.equals(before.places)


def test_blanks_behind_the_delimiter_are_skipped_where_that_is_declared(copy) -> None:
    copy.edit("control.csv", lambda content: content.replace(b",", b", ", 6))
    assert copy.faults() != []
    copy.describe("control", dialect={"skipInitialSpace": True})
    assert copy.faults() == []


@pytest.mark.parametrize(
    ("dialect", "found"),
    [
        ({"header": False}, "header false, which is not read"),
        ({"csv": {"delimiter": "::"}}, "delimiter '::', which is not read"),
        ({"delimiter": 5}, "delimiter '5', which is not read"),
        ({"commentChar": "#", "header": False}, "commentChar '#', header false, which is not read"),
        ({"headerRows": [1, 2]}, "headerRows a list, which is not read"),
        ({"nullSequence": "NA"}, "nullSequence 'NA', which is not read"),
        ({"excel": {"sheet": 2}}, "excel an object, which is not read"),
        ({"csv": 5}, "csv '5', which is not read"),
        ({"delimiter": "|", "quoteChar": "|"}, "quoteChar '|', which is not read"),
    ],
)
def test_a_dialect_that_is_not_read_is_one_fault(copy, dialect, found) -> None:
    copy.describe("places", dialect=dialect)
    assert copy.only()[:4] == ("datapackage.json", 0, "resources.places.dialect", found)
    assert copy.only()[5] == "save as CSV, comma, UTF-8, and leave the property out"


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("encoding", "windows-1252", "utf-8"),
        ("encoding", "utf-16", "utf-8"),
        ("format", "xlsx", "csv"),
        ("format", "tsv", "csv"),
        ("mediatype", "application/json", "text/csv"),
        ("mediatype", "text/csv; charset=windows-1252", "text/csv"),
    ],
)
def test_another_kind_of_file_is_one_fault(copy, key, value, expected) -> None:
    copy.describe("places", **{key: value})
    found = ("datapackage.json", 0, f"resources.places.{key}", f"'{value}'", expected)
    assert copy.only()[:5] == found


@pytest.mark.parametrize(
    ("key", "value"), [("encoding", "UTF8"), ("format", "CSV"), ("mediatype", "text/csv; charset=utf-8")]
)
def test_other_ways_to_write_what_is_read(copy, key, value) -> None:
    copy.describe("places", **{key: value})
    assert copy.faults() == []


def test_commas_where_semicolons_are_declared(copy) -> None:
    copy.describe("places", dialect={"delimiter": ";"})
    assert copy.only()[:5] == (
        "places.csv",
        1,
        "",
        "a header without semicolons",
        "cells parted by semicolons",
    )


def test_what_parts_cells_is_told_in_the_fault_of_a_row(copy) -> None:
    rewritten(copy, "control", delimiter=";")
    copy.describe("control", dialect={"delimiter": ";"})
    copy.edit("control.csv", lambda content: content.rstrip(b"\n") + b";more\n")
    assert "quote a cell that holds semicolons" in [fault[5] for fault in copy.faults()]
