"""A corpus becomes a workbook and a folder again, and every cell comes back; so it does from LibreOffice."""

import json
import shutil
import subprocess
import zipfile

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from analysis import load
from analysis.briefing.build import build
from analysis.cli import app
from analysis.errors import CorpusError, SitrepError
from analysis.load.corpora.csv import read_table
from analysis.load.packages.dialects import Dialect
from analysis.load.packages.package import read_package
from analysis.load.workbooks.unfolded import unfold
from analysis.save.sheets import CELL, TYPED, is_plain
from analysis.save.workbook import convert, misfits, write_workbook
from tests.conftest import ROOT
from tests.corpora import corpora

SEEDS = ("aleppo-2015", "exercise")
ALEPPO = read_package(ROOT / "seeds/aleppo-2015")[0]
OFFICE = shutil.which("soffice")


def files_of(folder):
    """The files that the data package names, with itself and the outlines, by name."""
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    names = [one["path"] for one in package["resources"]] + ["datapackage.json", "boundaries.geojson"]
    return {name: (folder / name).read_bytes() for name in names if (folder / name).exists()}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_corpus_comes_back_byte_for_byte(seeds, tmp_path, seed):
    book = convert(seeds / seed, tmp_path / "war.xlsx")
    folder = convert(book, tmp_path / "war")
    assert files_of(folder) == files_of(seeds / seed)
    assert {path.name for path in folder.iterdir()} == set(files_of(seeds / seed))


def test_the_same_corpus_gives_the_same_workbook(aleppo, tmp_path):
    first, second = (convert(aleppo, tmp_path / f"{n}.xlsx") for n in "ab")
    assert first.read_bytes() == second.read_bytes()


def test_further_files_and_folders_of_a_package_go_along(copy, tmp_path):
    (copy.folder / "tables").mkdir()
    (copy.folder / "events.csv").rename(copy.folder / "tables" / "events.csv")
    (copy.folder / "notes.txt").write_bytes(b"\xef\xbb\xbfLine\r\nand _x000A_ line\r")
    copy.describe("events", path="tables/events.csv")
    path = copy.folder / "datapackage.json"
    package = json.loads(path.read_text("utf-8"))
    package["resources"].append({"name": "notes", "path": "notes.txt"})
    path.write_text(json.dumps(package, indent=1), "utf-8", newline="\r\n")
    assert copy.faults() == []
    folder = convert(convert(copy.folder, tmp_path / "war.xlsx"), tmp_path / "war")
    assert files_of(folder) == files_of(copy.folder)


@pytest.mark.parametrize(
    "dialect",
    [
        {"delimiter": ";"},
        {"delimiter": "\t", "quoteChar": "'"},
        {"delimiter": "|", "doubleQuote": False, "escapeChar": "\\"},
        {"skipInitialSpace": True},
    ],
)
def test_files_of_another_dialect_come_back_byte_for_byte(copy, tmp_path, dialect):
    copy.plant("claims", 2, summary="He said \"no\"; 'yes' | or a\\b,\nand left.")
    given = {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "escapeChar": None} | dialect
    for table in ("claims", "places"):
        own = Dialect(given["delimiter"], given["quoteChar"], given["doubleQuote"], given["escapeChar"])
        lines = [own.line(cells) + "\n" for cells in copy.rows(table)]
        (copy.folder / f"{table}.csv").write_text("".join(lines), "utf-8")
        copy.describe(table, dialect=dialect)
    assert copy.faults() == []
    folder = convert(convert(copy.folder, tmp_path / "war.xlsx"), tmp_path / "war")
    assert files_of(folder) == files_of(copy.folder)


def test_cells_come_back_whatever_the_ends_of_lines(copy, tmp_path):
    copy.edit("claims.csv", lambda content: content.replace(b"\n", b"\r\n"))
    folder = convert(convert(copy.folder, tmp_path / "war.xlsx"), tmp_path / "war")
    assert load.corpus(folder).claims.equals(load.corpus(copy.folder).claims)
    assert b"\r" not in (folder / "claims.csv").read_bytes()


NASTY = (
    *("=1+1", "+49", "-", "-3", "@home", "\tTab", "'quoted", "''", '"', '""', "a\nb", "a\r\nb", "a\rb", "\n"),
    *("007", "1e5", "1E+5", "0.10", "1.0", "-0", "NaN", "inf", "TRUE", "2015-11-10", "10/11/2015", "1/2"),
    *("0.30000000000000004", "12345678901234567890", "999999999999999", "1e-7", "  both  ", " ", "#REF!"),
    *(
        "_x000D_",
        "x005F_",
        "ax005F_b",
        "_x0041_",
        "حلب",
        "\u2067حلب\u2069",
        "ხეზურ",
        "👩‍👩‍👧",
        "é",
    ),
    *("<b>&amp;</b>", "]]>", "a,b;c|d\te", "http://example.org", "mailto:x@y", "{=A1}", "\ufeff", "\x7f"),
    *("long " * 6_000, "😀" * 16_000),
)
CELLS = st.one_of(
    st.sampled_from(NASTY),
    st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=30),
    st.floats(allow_nan=False, allow_infinity=False).map(repr),
    st.integers().map(str),
)


def written_into(folder, tables, dialect=None):
    """The tables, lists of rows under the headings of `FIELDS`, as a folder with the package of Aleppo."""
    folder.mkdir(exist_ok=True)
    shutil.copyfile(ROOT / "seeds/aleppo-2015/datapackage.json", folder / "datapackage.json")
    package = read_package(folder)[0]
    for name, spec in package.tables.items():
        rows = [list(spec.fields), *tables.get(name, ())]
        (folder / spec.file).write_text(
            "".join(Dialect().line(row) + "\n" for row in rows), "utf-8", newline=""
        )
    return package


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_cells_come_back(tmp_path_factory, data):
    """Whether a corpus may hold them or not: the workbook keeps every letter."""
    room = tmp_path_factory.mktemp("any")
    tables = {}
    for name in ("actors", "places", "claims"):
        width = len(ALEPPO.tables[name].fields)
        row = st.lists(CELLS, min_size=width, max_size=width).filter(any)
        tables[name] = data.draw(st.lists(row, max_size=3))
    package = written_into(room / "own", tables)
    texts = {name: read_table(room / "own", spec)[0] for name, spec in package.tables.items()}
    assert misfits(room / "own", package, texts) == []
    write_workbook(room / "own", package, texts, room / "war.xlsx")
    assert unfold(room / "war.xlsx").files == files_of(room / "own")
    assert unfold(room / "war.xlsx").faults == ()


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(corpus=corpora())
def test_any_corpus_comes_back(tmp_path_factory, corpus):
    """Corpora made at random, written down as a coder would have, in the columns of Aleppo."""
    room = tmp_path_factory.mktemp("made")
    columns = {name: list(spec.fields) for name, spec in ALEPPO.tables.items()}
    tables = {
        name: [
            ["" if cell is None or cell != cell else str(cell) for cell in row]
            for row in getattr(corpus, name).reindex(columns=heads).astype(object).itertuples(index=False)
        ]
        for name, heads in columns.items()
    }
    package = written_into(room / "own", tables)
    texts = {name: read_table(room / "own", spec)[0] for name, spec in package.tables.items()}
    write_workbook(room / "own", package, texts, room / "war.xlsx")
    assert unfold(room / "war.xlsx").files == files_of(room / "own")
    own = [(one.row, one.column, one.found) for one in load.check(room / "own") if one.column]
    book = [(one.row, one.column, one.found) for one in load.check(room / "war.xlsx") if one.column]
    assert sorted(own) == sorted(book)


@given(value=st.one_of(st.floats(), st.integers(-(10**20), 10**20)))
def test_only_numbers_that_fifteen_digits_hold_are_written_as_numbers(value):
    text = repr(value)
    if is_plain(text):
        back = float(f"{float(text):.15g}")
        assert text in (repr(back), str(int(back)))


def test_no_cell_is_a_formula_or_a_link_and_dates_are_text(copy, tmp_path):
    copy.plant("sources", 2, url="https://example.org/a")
    book = openpyxl.load_workbook(convert(copy.folder, tmp_path / "war.xlsx"))
    for sheet in book.worksheets:
        kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
        assert kinds <= {"s", "n"}
        assert not sheet._hyperlinks
    heads = [cell.value for cell in book["sources"][1]]
    day = book["sources"].cell(2, heads.index("published") + 1)
    assert isinstance(day.value, str)
    assert day.number_format == "@"


def test_headings_are_frozen_and_tell_what_the_codebook_says(aleppo, tmp_path):
    book = openpyxl.load_workbook(convert(aleppo, tmp_path / "war.xlsx"))
    package = read_package(aleppo)[0]
    for name, spec in package.tables.items():
        assert book[name].freeze_panes == "B2"
        for cell in book[name][1]:
            assert cell.comment.text.startswith(spec.fields[cell.value]["description"])
    assert list(book.sheetnames) == [*package.tables, "package", "lists"]


def offered(book, sheet, column):
    """The values that the drop-down of a column offers, in a cell in use and one far below."""
    heads = [cell.value for cell in book[sheet][1]]
    letter = openpyxl.utils.get_column_letter(heads.index(column) + 1)
    rules = book[sheet].data_validations.dataValidation
    (rule,) = [one for one in rules if f"{letter}2" in one.sqref and f"{letter}900" in one.sqref]
    source = rule.formula1
    if source.startswith('"'):
        return source.strip('"').split(",")
    place, _, span = source.rpartition("!")
    cells = book[place.strip("'")][span.replace("$", "").rstrip("0123456789").partition(":")[2]]
    return [cell.value for cell in cells[1:] if cell.value is not None]


def offers(book, corpus):
    """What some columns offer: values few and many, keys of other sheets and of the sheet itself."""
    package = read_package(corpus)[0]
    coded = load.corpus(corpus, "restricted")
    assert offered(book, "claims", "event_id") == coded.events["event_id"].tolist()
    assert offered(book, "places", "parent_id") == coded.places["place_id"].tolist()
    for sheet, column in (("sources", "kind"), ("events", "kind")):
        assert offered(book, sheet, column) == package.tables[sheet].fields[column]["constraints"]["enum"]
    assert len(",".join(offered(book, "events", "kind"))) > TYPED


def test_drop_downs_offer_values_and_keys(aleppo, tmp_path):
    offers(openpyxl.load_workbook(convert(aleppo, tmp_path / "war.xlsx")), aleppo)


def test_drop_downs_point_to_the_right_column_where_a_file_has_another_order(copy, tmp_path):
    copy.write("events", [list(reversed(cells)) for cells in copy.rows("events")])
    offers(openpyxl.load_workbook(convert(copy.folder, tmp_path / "war.xlsx")), copy.folder)


def test_what_no_workbook_can_hold_is_told_and_nothing_is_written(copy, tmp_path):
    (copy.folder / "notes.txt").write_bytes(b"\xff")
    path = copy.folder / "datapackage.json"
    package = json.loads(path.read_text("utf-8"))
    package["resources"].append({"name": "notes", "path": "notes.txt"})
    path.write_text(json.dumps(package), "utf-8")
    with pytest.raises(CorpusError, match=r"notes\.txt: found a file that is no text"):
        convert(copy.folder, tmp_path / "war.xlsx")
    table = read_table(copy.folder, read_package(copy.folder)[0].tables["claims"])[0]
    table.frame.loc[3, "summary"] = "😀" * 16_384
    table.frame.loc[4, "summary"] = "a\x01b"
    table.frame.loc[5, "summary"] = "_x0041_x0042_"  # which xlsxwriter would half escape
    told = [
        (one.row, one.column) for one in misfits(copy.folder, read_package(copy.folder)[0], {"claims": table})
    ]
    assert sorted(told)[-3:] == [(3, "summary"), (4, "summary"), (5, "summary")]
    assert len("😀" * 16_384) * 2 > CELL
    assert list(tmp_path.iterdir()) == [copy.folder]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("aleppo-2015", "war"),
        ("aleppo-2015", "war.xls"),
        ("aleppo-2015", "war.ods"),
        ("war.xlsx", "two.xlsx"),
    ],
)
def test_a_target_that_the_source_cannot_become_is_refused(copy, tmp_path, source, target):
    convert(copy.folder, tmp_path / "war.xlsx")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(SitrepError, match="expected a folder from a workbook, or a file"):
        convert(tmp_path / source, tmp_path / target)
    with pytest.raises(SitrepError, match="exists already"):
        convert(copy.folder, tmp_path / "war.xlsx")
    assert sorted(tmp_path.iterdir()) == before


def test_a_corpus_with_faults_is_not_converted(copy, tmp_path):
    copy.plant("claims", 2, measure="fatalitys")
    result = CliRunner().invoke(app, ["convert", str(copy.folder), str(tmp_path / "war.xlsx")])
    assert result.exit_code == 1
    assert "nearest valid: fatalities" in result.stderr
    assert not (tmp_path / "war.xlsx").exists()


def test_a_briefing_is_built_from_a_workbook_and_can_be_built_again(aleppo, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    convert(aleppo, tmp_path / "aleppo-2015.xlsx")
    notebook = ROOT / "notebooks" / "briefing.ipynb"
    folder = build(notebook, ["corpus=aleppo-2015.xlsx"], tmp_path / "reports")
    assert "Kweires" in (folder / "briefing.html").read_text("utf-8")
    manifest = (folder / "manifest.json").read_text("utf-8")
    assert "aleppo-2015.xlsx" in manifest
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    result = CliRunner().invoke(app, ["verify", str(folder), "--rebuild", "-p", "corpus=aleppo-2015.xlsx"])
    assert (result.exit_code, result.stderr) == (0, "")
    assert "the same as in a new build" in result.stdout


def through_office(path, room, kind):
    """The file as LibreOffice saves it in another format."""
    subprocess.run(
        [
            *(OFFICE, f"-env:UserInstallation=file://{room}/profile", "--headless"),
            *("--convert-to", kind, "--outdir", room / kind, path),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return room / kind / f"{path.stem}.{kind}"


@pytest.mark.skipif(OFFICE is None, reason="needs LibreOffice")
@pytest.mark.parametrize("seed", SEEDS)
def test_a_workbook_saved_by_libreoffice_is_the_same_corpus(seeds, tmp_path, seed):
    book = convert(seeds / seed, tmp_path / "war.xlsx")
    saved = through_office(book, tmp_path, "xlsx")
    assert load.check(saved) == ()
    assert files_of(convert(saved, tmp_path / "war")) == files_of(seeds / seed)
    pages = openpyxl.load_workbook(saved)
    assert pages["claims"]["A1"].comment is not None
    offers(pages, seeds / seed)


@pytest.mark.skipif(OFFICE is None, reason="needs LibreOffice")
def test_a_workbook_edited_in_libreoffice_still_loads(aleppo, tmp_path):
    """Through the format of LibreOffice, in which a cell is edited as text, and back."""
    coded = load.corpus(aleppo, "restricted")
    words = coded.claims["summary"].iloc[0]
    book = convert(aleppo, tmp_path / "war.xlsx")
    flat = through_office(book, tmp_path, "fods")
    text = flat.read_text("utf-8")
    assert text.count(f"<text:p>{words}</text:p>") == 1
    flat.write_text(text.replace(words, "Told anew: قصف, 100 %."), "utf-8")
    edited = through_office(flat, tmp_path, "xlsx")
    assert load.check(edited) == ()
    after = load.corpus(edited, "restricted")
    assert after.claims["summary"].iloc[0] == "Told anew: قصف, 100 %."
    assert after.claims.drop(columns="summary").equals(coded.claims.drop(columns="summary"))
    offers(openpyxl.load_workbook(edited), aleppo)


def test_a_cell_holds_no_more_letters_than_a_workbook_can(aleppo, tmp_path):
    """Pieces of files fit, also where characters count double, as they do in XML."""
    with zipfile.ZipFile(convert(aleppo, tmp_path / "war.xlsx")) as archive:
        strings = archive.read("xl/sharedStrings.xml").decode()
    assert max(len(part.encode("utf-16-le")) // 2 for part in strings.split("<si>")) < CELL + 2_000
