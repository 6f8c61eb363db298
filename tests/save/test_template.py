"""`sitrep init`: an empty corpus that is valid, says what goes where, and is filled by the guide's words."""

import csv
import json
import os
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from analysis.cli import app
from analysis.load import corpus, review
from analysis.save.codebook import LONGEST, codebook
from tests.conftest import ROOT

TITLES = ["Darfur, 2023 to 2025", "The \"long\" war | of \\ 'quotes'", "حرب السودان", "戦争 2024"]


def init(*words: str):
    """The command as it is typed."""
    return CliRunner().invoke(app, ["init", *words])


@pytest.fixture
def made(tmp_path) -> Path:
    """A new corpus."""
    folder = tmp_path / "darfur"
    assert init(str(folder), "--title", "Darfur, 2023 to 2025").exit_code == 0
    return folder


def package_of(folder: Path) -> dict:
    """What its data package says."""
    return json.loads((folder / "datapackage.json").read_text("utf-8"))


def test_it_makes_a_valid_corpus_with_headings_codebook_and_guide(made) -> None:
    found = review(made)
    assert (found.faults, found.questions) == ((), ())
    assert len(corpus(made).claims) == 0
    package = package_of(made)
    assert (package["name"], package["title"]) == ("darfur", "Darfur, 2023 to 2025")
    for resource in package["resources"]:
        header = [field["name"] for field in resource["schema"]["fields"]]
        assert (made / resource["path"]).read_text("utf-8") == ",".join(header) + "\n"
    assert sorted(one.name for one in made.iterdir() if one.suffix != ".csv") == [
        *("GUIDE.md", "README.md", "datapackage.json"),
    ]
    assert (made / "README.md").read_text("utf-8") == codebook(made)


def test_nothing_of_the_pattern_is_left_in_what_it_says_of_itself(made) -> None:
    own = {key: value for key, value in package_of(made).items() if key != "resources"}
    pattern = package_of(ROOT / "seeds" / "exercise")
    assert own["description"] != pattern["description"]
    assert own["title"] not in json.dumps(pattern)
    assert "exercise" not in json.dumps(own).lower()


def test_every_column_has_an_example(made) -> None:
    text = (made / "README.md").read_text("utf-8")
    for resource in package_of(made)["resources"]:
        section = text.split(f"\n## {resource['name']}\n")[1].split("\n## ")[0]
        for field in resource["schema"]["fields"]:
            row = next(line for line in section.split("\n") if line.startswith(f"| `{field['name']}` |"))
            example = re.split(r"(?<!\\)\|", row)[5].strip()
            assert re.fullmatch("`[^`]+`", example), field["name"]
            assert len(example) <= LONGEST + 2


def test_an_example_that_is_cut_says_so(made) -> None:
    package = package_of(made)
    field = package["resources"][0]["schema"]["fields"][1]
    field["example"] = "word " * 20
    (made / "datapackage.json").write_text(json.dumps(package), "utf-8")
    assert "`word word word word word word w\u2026`" in codebook(made)


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_kept_letter_by_letter(tmp_path, title) -> None:
    folder = tmp_path / "war"
    assert init(str(folder), "--title", title).exit_code == 0
    assert package_of(folder)["title"] == title
    assert review(folder).faults == ()
    assert (folder / "README.md").read_text("utf-8").startswith(f"# {title}\n")


@pytest.mark.parametrize(
    ("folder", "name", "title"),
    [("My War 2024", "my-war-2024", "My War 2024"), ("حرب", "corpus", "حرب"), ("--x--", "x", "x--")],
)
def test_name_and_title_come_from_the_folder_where_none_is_given(tmp_path, folder, name, title) -> None:
    assert init(str(tmp_path / folder)).exit_code == 0
    package = package_of(tmp_path / folder)
    assert (package["name"], package["title"]) == (name, title)
    assert review(tmp_path / folder).faults == ()


def test_a_title_that_no_corpus_may_have_is_refused_with_what_would_do(tmp_path) -> None:
    result = init(str(tmp_path / "war"), "--title", "<b>War</b>")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "datapackage.json, title: found markup: '<b>War</b>'" in result.stderr
    assert "nearest valid: War" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_and_folders_that_are_not_there_yet_are_filled(tmp_path) -> None:
    (tmp_path / "empty").mkdir()
    for place in ("empty", "a/b/c"):
        result = init(str(tmp_path / place))
        assert (result.exit_code, result.stdout) == (0, f"{tmp_path / place}\n")
        assert review(tmp_path / place).faults == ()
    assert {one.name for one in tmp_path.iterdir()} == {"empty", "a"}


def test_the_folder_one_works_in_is_filled_and_stays_the_same(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    before = tmp_path.stat().st_ino
    result = init(".", "--title", "War")
    assert (result.exit_code, result.stdout) == (0, ".\n")
    assert (tmp_path.stat().st_ino, package_of(tmp_path)["title"]) == (before, "War")
    assert review(tmp_path).faults == ()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    result = init(str(tmp_path))
    assert (result.exit_code, result.stdout) == (1, "")
    expected = "found 'notes.txt' in it; expected a new name, or an empty folder"
    assert result.stderr == f"{tmp_path}: {expected}\n"
    result = init(str(tmp_path / "notes.txt"))
    assert (
        result.stderr == f"{tmp_path / 'notes.txt'}: found a file; expected a new name, or an empty folder\n"
    )
    assert [one.name for one in tmp_path.iterdir()] == ["notes.txt"]


def test_where_nothing_can_be_written_it_is_said_and_nothing_is_left(tmp_path, monkeypatch) -> None:
    def refuse(*_):
        raise PermissionError(13, os.strerror(13), str(tmp_path / "war"))

    monkeypatch.setattr("analysis.save.template.os.replace", refuse)
    result = init(str(tmp_path / "war"))
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{tmp_path / 'war'}: Permission denied; choose another folder")
    assert list(tmp_path.iterdir()) == []


ROWS = {
    "sources": {
        "source_id": "market-hit", "title": "Market hit in El Fasher", "author": "A. Reporter",
        "publisher": "The Paper", "kind": "news_report", "published": "2024-05-11?",
        "published_note": "No day is printed; the text speaks of a Friday.",
    },
    "speakers": {"speaker_id": "hospital", "name": "the South Hospital", "kind": "organisation"},
    "places": {"place_id": "el-fasher", "name": "El Fasher", "kind": "city"},
    "actors": {"actor_id": "army", "name": "Army", "kind": "state_force"},
    "events": {
        "event_id": "market-shelled", "kind": "shelling", "place_id": "el-fasher",
        "title": "Market shelled", "date": "overnight Friday",
    },
    "claims": {
        "claim_id": "market-dead", "source_id": "market-hit", "locator": "p1", "speaker_id": "hospital",
        "event_id": "market-shelled", "place_id": "el-fasher", "measure": "fatalities",
        "wording": "at least 12", "summary": "People were killed.",
    },
    "participants": {
        "event_id": "market-shelled", "actor_id": "army", "role": "attacker", "claim_id": "market-dead",
    },
    "control": {
        "place_id": "el-fasher", "actor_id": "army", "status": "held", "date": "2024-05-10?",
        "date_note": "The day of the shelling.", "basis": "claimed", "claim_id": "market-dead",
    },
}  # fmt: skip
"""A row for each step of the guide, with what the guide asks for and nothing else."""


def test_rows_coded_by_the_words_of_the_guide_have_no_faults(made) -> None:
    for table, row in ROWS.items():
        path = made / f"{table}.csv"
        header = next(csv.reader(path.read_text("utf-8").splitlines()))
        with open(path, "a", newline="", encoding="utf-8") as file:
            csv.DictWriter(file, header, lineterminator="\n").writerow(row)
    assert review(made).faults == ()
    (claim,) = corpus(made, "restricted").claims.itertuples()
    assert (claim.low, claim.unit) == (12, "persons")


def test_the_guide_names_every_table_and_no_command_that_is_not_there(made) -> None:
    guide = (made / "GUIDE.md").read_text("utf-8")
    commands = {command.name or command.callback.__name__ for command in app.registered_commands}
    assert set(re.findall(r"sitrep (\w+)", guide)) <= commands
    tables = {resource["path"] for resource in package_of(made)["resources"]} - {"measures.csv"}
    assert tables <= set(re.findall(r"`(\w+\.csv)`", guide))


@pytest.mark.parametrize("notebook", ["briefing", "events", "factions", "forces"])
def test_a_corpus_without_claims_is_refused_in_words(made, tmp_path, notebook) -> None:
    reports = str(tmp_path / "reports")
    result = CliRunner().invoke(app, ["build", notebook, "-p", f"corpus={made}", "--reports", reports])
    assert result.exit_code == 1
    assert "claims: found none; expected at least one" in result.stderr
    assert "Traceback" not in result.stderr
