"""What a spreadsheet does to a corpus is told with sheet and cell, and nothing is lost in silence."""

import contextlib
import os
import random
import zipfile
from datetime import date, datetime, time

import pytest
from openpyxl.worksheet.formula import ArrayFormula

from analysis import load
from analysis.errors import CorpusError
from analysis.load import check
from analysis.save.codebook import codebook


def test_a_workbook_is_the_corpus_that_it_was_made_from(whole, aleppo):
    made, own = load.corpus(whole), load.corpus(aleppo)
    assert made.checksum == own.checksum
    assert made.claims.equals(own.claims)
    assert made.events.equals(own.events)
    assert codebook(whole) == codebook(aleppo)
    assert load.boundaries(whole).equals(load.boundaries(aleppo))
    assert [str(one).partition(": ")[2] for one in load.review(whole).questions] == [
        str(one).partition(": ")[2] for one in load.review(aleppo).questions
    ]


def test_a_fault_of_the_corpus_is_told_with_sheet_and_cell(book):
    cell = book.cell("claims", 9, "measure")
    cell.value = "fatalitys"
    file, row, column, found, _, near = book.only()
    assert file == f"war.xlsx, sheet claims, cell {cell.coordinate}"
    assert (row, column, found, near) == (9, "measure", "'fatalitys'", "fatalities")


def test_rows_are_those_of_the_sheet_where_cells_have_line_breaks_and_rows_are_blank(book):
    book.cell("claims", 3, "summary").value = "One line,\nand another.\r\nAnd a third.\rEnd."
    book["claims"].insert_rows(5)
    cell = book.cell("claims", 8, "place_id")
    cell.value = "nowhere-at-all"
    file, row, *_ = book.only()
    assert (file, row) == (f"war.xlsx, sheet claims, cell {cell.coordinate}", 8)


def test_faults_stand_in_the_order_of_rows(book):
    for row in (14, 9, 30):
        book.cell("claims", row, "measure").value = "nonsense"
    assert [row for _, row, *_ in book.faults()] == [9, 14, 30]


@pytest.mark.parametrize(
    ("value", "found", "near"),
    [
        (
            datetime(2015, 11, 10),  # noqa: DTZ001 - a spreadsheet knows no zones
            "a date of the spreadsheet (2015-11-10 00:00:00)",
            "2015-11-10",
        ),
        (date(2015, 11, 10), "a date of the spreadsheet (2015-11-10 00:00:00)", "2015-11-10"),
        (time(10, 30), "a date of the spreadsheet (10:30:00)", ""),
        (True, "TRUE as a yes or no of the spreadsheet", ""),
        ("=1+1", "a formula '=1+1'", ""),
        ("#REF!", "an error, #REF!", ""),
        (ArrayFormula("A1:A2", "=SUM(B2:B9)"), "a formula '=SUM(B2:B9)'", ""),
    ],
)
def test_what_a_spreadsheet_makes_of_a_cell_is_told(book, value, found, near):
    cell = book.cell("claims", 7, "as_of")
    cell.value = value
    told = [one for one in book.faults() if one[0] == f"war.xlsx, sheet claims, cell {cell.coordinate}"]
    assert [(row, column, what, nearest) for _, row, column, what, _, nearest in told] == [
        (7, "as_of", found, near)
    ]


def test_a_formula_is_told_with_what_it_came_to(book):
    cell = book.cell("claims", 7, "locator")
    cell.value = '="p"&1'
    path = book.saved()
    formula = b'<f>"p"&amp;1</f>'
    with zipfile.ZipFile(path) as archive:
        before = archive.read("xl/worksheets/sheet3.xml")
    start = before.index(f'<c r="{cell.coordinate}"'.encode())
    whole = before[start : before.index(b"</c>", start)]
    came = f'<c r="{cell.coordinate}" t="str">'.encode() + formula + b"<v>p1</v>"
    _rewritten(path, "xl/worksheets/sheet3.xml", whole, came)
    (fault,) = check(path)
    assert fault.found == "a formula '=\"p\"&1' that came to 'p1'"
    assert fault.nearest == "p1"


def test_numbers_are_read_as_they_are_meant(book, aleppo):
    """Stored as text in a column of numbers, or as a number in one of text: both are what they say."""
    cells = (book.cell("places", row, "latitude") for row in range(2, book["places"].max_row + 1))
    number = next(cell for cell in cells if isinstance(cell.value, float))
    number.value = str(number.value)
    grade = book.cell("claims", 2, "credibility")
    grade.value = int(grade.value)
    assert book.faults() == []
    assert load.corpus(book.path).checksum == load.corpus(aleppo).checksum


def test_merged_cells_and_hidden_rows_and_columns_are_refused(book):
    book["events"].merge_cells("B3:B4")
    book["claims"].row_dimensions[6].hidden = True
    book["claims"].row_dimensions[8].hidden = True
    book["places"].column_dimensions["B"].hidden = True
    told = {file: (row, found) for file, row, _, found, *_ in book.faults()}
    assert told["war.xlsx, sheet events, cells B3:B4"] == (0, "merged cells")
    assert told["war.xlsx, sheet claims"] == (6, "hidden rows: 6, 8")
    assert told["war.xlsx, sheet places"] == (0, "hidden columns: B")


def test_rows_that_a_filter_hides_are_there(book, aleppo):
    sheet = book["claims"]
    sheet.auto_filter.add_filter_column(1, ["nothing"])
    for row in range(2, sheet.max_row + 1):
        sheet.row_dimensions[row].hidden = True
    assert book.faults() == []
    assert len(load.corpus(book.path).claims) == len(load.corpus(aleppo).claims)


def test_what_is_hidden_beside_the_table_does_not_matter(book):
    book["claims"].row_dimensions[60_000].hidden = True
    book["places"].column_dimensions["ZZ"].hidden = True
    book["package"].sheet_state = "hidden"
    assert book.faults() == []


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_refused(book, state):
    book["control"].sheet_state = state
    file, row, _, found, _, near = book.only()
    assert (file, row, found) == ("war.xlsx, sheet control", 0, "a hidden sheet")
    assert near == "show it, or delete it"


def test_a_missing_sheet_and_one_that_is_no_table_are_told(book):
    book["claims"].title = "Claim"
    told = {(file, found, near) for file, _, _, found, _, near in book.faults()}
    assert ("war.xlsx", "no sheet claims", "Claim") in told
    assert ("war.xlsx, sheet Claim", "a sheet that is no table", "claims") in told
    assert not any("claims.csv" in file for file, *_ in told)


def test_a_sheet_without_headings_is_told_once(book):
    book["claims"].insert_rows(1)
    told = [one for one in book.faults() if one[0].startswith("war.xlsx, sheet claims")]
    assert [(row, found) for _, row, _, found, *_ in told] == [(1, "no headings in the first row")]


def test_cells_that_no_heading_names_are_told(book):
    width = book["actors"].max_column
    book["actors"].cell(4, width + 2).value = "a remark"
    file, row, _, found, *_ = book.only()
    assert file == f"war.xlsx, sheet actors, cell {book['actors'].cell(4, width + 2).coordinate}"
    assert (row, found) == (4, "a cell without a heading")


def test_a_workbook_without_the_package_says_where_it_comes_from(book):
    del book.pages["package"]
    file, _, _, found, expected, _ = book.only()
    assert (file, found) == ("war.xlsx", "no sheet package")
    assert "sitrep convert" in expected
    for reading in (load.corpus, load.boundaries, codebook):
        with pytest.raises(CorpusError, match="no sheet package"):
            reading(book.path)


def test_outlines_are_told_by_the_name_of_the_workbook(book):
    sheet = book["package"]
    row = next(n for n in range(2, 99) if sheet.cell(n, 1).value == "boundaries.geojson")
    sheet.cell(row, 3).value = "{" + sheet.cell(row, 3).value
    with pytest.raises(CorpusError) as refusal:
        load.boundaries(book.saved())
    assert str(refusal.value).startswith(f"{book.path}: 1 fault\n  war.xlsx, boundaries.geojson")


def test_pieces_of_a_file_may_be_sorted_otherwise(book, aleppo):
    sheet = book["package"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for number, row in enumerate(reversed(rows), 2):
        for place, value in enumerate(row, 1):
            sheet.cell(number, place).value = value
    assert book.faults() == []
    assert load.corpus(book.path).checksum == load.corpus(aleppo).checksum


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("name", "content", "found", "near"),
    [
        ("war.xls", OLE + bytes(2000), "an old workbook (XLS)", "save it as XLSX"),
        (
            "war.xlsx",
            OLE + bytes(99) + "EncryptedPackage".encode("utf-16-le"),
            "a workbook that is locked by a password",
            "save it without a password",
        ),
        ("war.xlsx", b"claim_id,source_id\n", "no workbook", "save it as XLSX"),
        ("war.xlsx", b"", "no workbook", "save it as XLSX"),
    ],
)
def test_what_is_no_workbook_is_said_to_be_what_it_is(tmp_path, name, content, found, near):
    (tmp_path / name).write_bytes(content)
    (fault,) = check(tmp_path / name)
    assert (fault.file, fault.found, fault.expected, fault.nearest) == (name, found, "an XLSX workbook", near)


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        (("mimetype", "content.xml"), "an OpenDocument sheet (ODS)"),
        (("xl/workbook.bin",), "a binary workbook (XLSB)"),
        (("letter.txt",), "a ZIP archive that is no workbook"),
        (("xl/workbook.xml",), "a workbook that is broken"),
    ],
)
def test_an_archive_of_another_kind_is_named(tmp_path, inside, found):
    with zipfile.ZipFile(tmp_path / "war.xlsx", "w") as archive:
        for name in inside:
            archive.writestr(name, "?")
    (fault,) = check(tmp_path / "war.xlsx")
    assert fault.found.startswith(found)


def test_what_bursts_when_unpacked_is_not_unpacked(tmp_path):
    with zipfile.ZipFile(tmp_path / "war.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(150_000_000))
    (fault,) = check(tmp_path / "war.xlsx")
    assert fault.found == "150,000,000 bytes unpacked"


def test_a_workbook_that_is_not_there_or_cannot_be_read_is_a_fault(tmp_path, whole):
    (tmp_path / "war.xlsx").write_bytes(whole.read_bytes())
    (fault,) = check(tmp_path / "wra.xlsx")
    assert (fault.found, fault.nearest) == ("no such file", "war.xlsx")
    os.mkfifo(tmp_path / "pipe.xlsx")
    (fault,) = check(tmp_path / "pipe.xlsx")
    assert fault.found == "no plain file"


def test_the_size_that_a_sheet_says_of_itself_is_not_believed(whole, tmp_path, aleppo):
    path = tmp_path / "war.xlsx"
    path.write_bytes(whole.read_bytes())
    with zipfile.ZipFile(whole) as archive:
        said = archive.read("xl/worksheets/sheet3.xml").partition(b'<dimension ref="')[2].partition(b'"')[0]
    _rewritten(path, "xl/worksheets/sheet3.xml", b'ref="' + said + b'"', b'ref="A1:B2"')
    assert check(path) == ()
    assert load.corpus(path).checksum == load.corpus(aleppo).checksum


def test_no_broken_workbook_breaks_the_check(whole, tmp_path):
    """Bytes changed at random, within the parts and in the archive: faults at worst, never an exception."""
    chance = random.Random(7)  # noqa: S311 - the same each time
    path = tmp_path / "war.xlsx"
    content = whole.read_bytes()
    with zipfile.ZipFile(whole) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for turn in range(30):
        if turn % 2:
            path.write_bytes(_spoilt(content, chance))
        else:
            name = chance.choice(list(parts))
            with zipfile.ZipFile(path, "w") as archive:
                for each, part in parts.items():
                    archive.writestr(each, _spoilt(part, chance) if each == name else part)
        faults = check(path)
        assert all(one.file.startswith("war.xlsx") for one in faults)
        with contextlib.suppress(CorpusError):
            load.corpus(path)


def _spoilt(content: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(content)
    for _ in range(5):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt[: chance.randrange(len(spoilt))] if chance.random() < 0.2 else spoilt)


def _rewritten(path, part, *changes):
    """Replace bytes in one part of an archive, pair by pair; one of them must be there."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    before = parts[part]
    for old, new in zip(changes[::2], changes[1::2], strict=True):
        parts[part] = parts[part].replace(old, new)
    assert parts[part] != before
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
