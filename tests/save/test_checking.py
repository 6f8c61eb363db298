"""What `sitrep check` prints: a table to work through, JSON, and what each save has mended."""

import json
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

from analysis.cli import app
from analysis.errors import Fault
from analysis.load import review
from analysis.save.checking import as_json, as_table
from analysis.save.workbook import convert
from tests.conftest import ROOT

CODE = "from analysis.cli import app; app()"
WIDTHS = [60, 80, 119, 120, 150]
HANGS = 120
"""Seconds after which a command is ended, so that a test whose line never comes fails."""


@pytest.fixture
def spoilt(copy):
    """A copy with faults in three tables, in two rows of one, and a question."""
    copy.plant("claims", "a-p3-isis-dead-soldier", measure="fatalitys", speaker_id="kweires-soldjer")
    copy.plant("claims", "a-p7-sorties", locator="paragraph 7")
    copy.plant("events", "weekend-fighting", kind="figthing", title="")
    copy.plant("actors", "isis", colour="84603c")
    return copy


def whole(text: str) -> str:
    """A printed text without breaks of lines and blanks: what is not cut is found in it."""
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_cell_is_cut_and_no_line_is_too_long(spoilt, width) -> None:
    found = review(spoilt.folder)
    lines = as_table(Path("war"), found, width).split("\n")
    assert max(map(len, lines)) <= width
    assert not any("\u2026" in line for line in lines)
    assert lines[0] == "war: 6 faults"


@pytest.mark.parametrize("width", [60, 80])
def test_a_narrow_table_says_of_each_cell_all_that_is_known(spoilt, width) -> None:
    found = review(spoilt.folder)
    text = whole(as_table(Path("war"), found, width))
    for fault in found.faults:
        near = f"nearestvalid:{fault.nearest}" if fault.nearest else ""
        said = whole(f"{fault.row} {fault.column} {fault.found} expected: {fault.expected}{near}")
        assert text.count(said) == 1
    for question in found.questions:
        said = whole(f"{question.row} {question.column} {question.found} question: {question.asks}")
        assert text.count(said) == 1


@pytest.mark.parametrize("width", [120, 150])
def test_a_wide_table_names_every_cell_once_in_order_of_file_and_row(spoilt, width) -> None:
    found = review(spoilt.folder)
    table = as_table(Path("war"), found, width).partition("From the codebook")[0]
    file, cells = "", []
    for line in table.split("\n"):
        named = re.match(r" ([\w.]+\.csv)? +([0-9]+) +(\w+) ", line)
        if named:
            file = named[1] or file
            cells.append((file, int(named[2]), named[3]))
    assert cells == [(one.file, one.row, one.column) for one in (*found.faults, *found.questions)]
    assert [cell[0] for cell in cells[:6]] == sorted(cell[0] for cell in cells[:6])
    assert all(fault.nearest in table for fault in found.faults)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_codebook_is_told_once_for_each_column_with_a_fault(spoilt, width) -> None:
    spoilt.plant("claims", "b-p3-auxiliaries", measure="strenght")
    text = as_table(Path("war"), review(spoilt.folder), width).partition("From the codebook:")[2]
    told = whole(text)
    assert (
        told.count(whole("measure What the claim counts or says: a measure of the standard vocabulary")) == 1
    )
    assert told.count(whole("kind What sort of event it is.")) == 1
    assert "What sort of actor" not in text


def test_a_terminal_narrower_than_a_table_can_be_gets_the_narrowest(spoilt) -> None:
    found = review(spoilt.folder)
    assert as_table(Path("war"), found, 20) == as_table(Path("war"), found, 60)


def test_json_has_every_fault_and_question_with_all_that_is_known(spoilt) -> None:
    found = review(spoilt.folder)
    told = json.loads(as_json(spoilt.folder, found))
    assert (told["corpus"], told["unreviewed"]) == (str(spoilt.folder), 0)
    keys = ("file", "row", "column", "found", "expected", "nearest")
    assert [Fault(*(one[key] for key in keys)) for one in told["faults"]] == list(found.faults)
    asked = [(one["file"], one["row"], one["column"], one["found"], one["asks"]) for one in told["questions"]]
    assert asked == [(one.file, one.row, one.column, one.found, one.asks) for one in found.questions]
    by_column = {one["column"]: one["codebook"] for one in told["faults"]}
    assert by_column["kind"] == "What sort of event it is."


def test_the_command_prints_one_json_object_with_the_readings_where_they_are_asked_for(spoilt) -> None:
    result = CliRunner().invoke(app, ["check", str(spoilt.folder), "--json", "--readings"])
    assert result.exit_code == 1
    told = json.loads(result.stdout)
    assert len(told["faults"]) == 6
    words = {(one["measure"], one["wording"]): one["reading"] for one in told["readings"]["words"]}
    assert words["sorties", "over 1,600"] == "1,600 or more"
    assert "readings" not in json.loads(
        CliRunner().invoke(app, ["check", str(spoilt.folder), "--json"]).stdout
    )


def spoil(workbook: Path, sheet: str, **cells: str) -> None:
    """Write cells, by their names, into a sheet; saved as spreadsheets save, whole or not at all."""
    book = openpyxl.load_workbook(workbook)
    for name, value in cells.items():
        book[sheet][name] = value
    beside = workbook.with_name(f".{workbook.name}")
    book.save(beside)
    beside.replace(workbook)


@pytest.fixture
def workbook(copy, tmp_path) -> Path:
    """The corpus as a workbook."""
    return convert(copy.folder, tmp_path / "war.xlsx")


@pytest.mark.parametrize("width", WIDTHS)
def test_in_a_workbook_cells_stand_in_order_of_their_rows(workbook, width) -> None:
    spoil(workbook, "events", B2="figthing", B10="figthing", B9="figthing")
    found = review(workbook)
    assert [(one.row, one.column) for one in found.faults] == [(2, "kind"), (9, "kind"), (10, "kind")]
    text = as_table(workbook, found, width)
    assert re.findall(r"\bB[0-9]+\b", text) == ["B2", "B9", "B10"]
    assert text.count("war.xlsx, sheet events") == 2, "once above its cells, once in the codebook"
    assert "What sort of event it is." in text


@pytest.fixture
def watching() -> Iterator:
    """A function that starts the command and gives it back with a function that reads up to a line."""
    started: list[subprocess.Popen] = []

    def start(path: Path, *options: str):
        command = [sys.executable, "-c", CODE, "check", str(path), "--watch", *options]
        run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT)
        started.append(run)
        guard = threading.Timer(HANGS, run.kill)
        guard.daemon = True
        guard.start()

        def lines_to(end: str) -> list[str]:
            lines: list[str] = []
            for line in run.stdout:
                lines.append(line.rstrip("\n"))
                if re.search(end, line):
                    return lines
            raise AssertionError(f"the command ended before it said {end!r}: {lines}")

        return run, lines_to

    yield start
    for run in started:
        if run.poll() is None:
            run.kill()
        run.wait()
        run.stdout.close()


def replace(path: Path, old: str, new: str) -> None:
    """Save as editors do: a new file is written and takes the place of the old one."""
    beside = path.with_name(f"{path.name}.tmp")
    beside.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    os.replace(beside, path)


def test_a_watch_tells_what_a_save_has_spoilt_and_mended(copy, watching) -> None:
    run, lines_to = watching(copy.folder)
    assert lines_to("^watching ")[0] == f"{copy.folder}: no faults"
    row = copy.plant("claims", "a-p7-sorties", measure="sortie")
    new, count = lines_to("1 fault")
    assert new.startswith(f"  new: claims.csv, row {row}, measure: found 'sortie'")
    assert count == f"{copy.folder}: 1 fault, 2 questions"
    replace(copy.folder / "claims.csv", ",sortie,", ",sorties,")
    mended, count = lines_to("no faults")
    assert mended.startswith(f"  mended: claims.csv, row {row}, measure: found 'sortie'")
    assert count == f"{copy.folder}: no faults, 2 questions"
    run.send_signal(signal.SIGINT)
    assert (run.stdout.read(), run.wait()) == ("", 0)


def test_a_fault_that_only_moves_to_another_row_is_neither_new_nor_mended(copy, watching) -> None:
    copy.plant("claims", "a-p7-sorties", measure="sortie")
    run, lines_to = watching(copy.folder)
    lines_to("^watching ")
    rows = copy.rows("claims")
    copy.write("claims", [rows[0], *reversed(rows[1:])])
    assert lines_to("1 fault") == [f"{copy.folder}: 1 fault, 2 questions"]
    run.send_signal(signal.SIGTERM)
    assert (run.stdout.read(), run.wait()) == ("", 1)


def test_a_watch_over_a_workbook(workbook, watching) -> None:
    _, lines_to = watching(workbook)
    lines_to("^watching ")
    spoil(workbook, "events", B2="figthing")
    assert lines_to("1 fault")[0].startswith("  new: war.xlsx, sheet events, cell B2, row 2, kind: found")
    spoil(workbook, "events", B2="siege")
    assert "no faults" in lines_to("faults")[-1]


def test_a_watch_tells_when_a_draft_comes_and_is_decided_on(copy, watching, tmp_path) -> None:
    _, lines_to = watching(copy.folder)
    lines_to("^watching ")
    report = tmp_path / "report.txt"
    report.write_text("Harbour shelled\n\nAt least 12 people were killed in Aleppo.\n", "utf-8")
    assert CliRunner().invoke(app, ["draft", str(report), "--into", str(copy.folder)]).exit_code == 0
    assert lines_to("unreviewed")[-1] == (
        f"{copy.folder}: no faults, 2 questions, 2 proposals of 1 report unreviewed"
    )
    path = copy.folder / "drafts" / "proposals.csv"
    path.write_text(path.read_text("utf-8").replace(",open", ",rejected"), "utf-8")
    assert lines_to("questions$")[-1] == f"{copy.folder}: no faults, 2 questions"


def test_a_watch_prints_json_one_object_a_line(copy, watching) -> None:
    _, lines_to = watching(copy.folder, "--json")
    assert json.loads(lines_to("corpus")[-1])["faults"] == []
    copy.plant("claims", "a-p7-sorties", measure="sortie")
    assert [one["column"] for one in json.loads(lines_to("sortie")[-1])["faults"]] == ["measure"]


def test_where_there_is_no_corpus_nothing_is_watched(tmp_path, watching) -> None:
    run, _ = watching(tmp_path / "none")
    assert "none: 1 fault" in run.stdout.read()
    assert run.wait() == 1
