"""The command as a user types it: what it prints and how it ends."""

import errno
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from analysis.cli import app

ROOT = Path(__file__).parent.parent


@pytest.fixture
def sitrep(monkeypatch):
    monkeypatch.chdir(ROOT)
    return lambda *words: CliRunner().invoke(app, words)


def test_an_unknown_parameter_ends_with_2_and_a_suggestion(sitrep, tmp_path):
    result = sitrep("build", "briefing", "-p", "regoin=Aleppo", "--reports", str(tmp_path / "reports"))
    assert result.exit_code == 2
    assert "regoin: unknown; nearest: region" in result.stderr
    assert result.stdout == ""
    assert not (tmp_path / "reports").exists()


def test_a_name_that_is_none_for_a_folder_ends_with_2(sitrep, tmp_path):
    result = sitrep("build", "briefing", "--name", "../x", "--reports", str(tmp_path / "reports"))
    assert result.exit_code == 2
    assert result.stderr.startswith("name: found '../x'; expected one name of a folder")
    assert not (tmp_path / "reports").exists()


def test_an_unknown_notebook_ends_with_2_and_a_suggestion(sitrep):
    result = sitrep("build", "breifing")
    assert result.exit_code == 2
    assert "nearest: briefing" in result.stderr


def test_a_folder_that_cannot_be_written_is_told_without_a_traceback(sitrep, tmp_path):
    (tmp_path / "file").write_text("no folder")
    result = sitrep("build", "forces", "--reports", str(tmp_path / "file"))
    assert result.exit_code == 1
    assert result.stderr == f"{tmp_path / 'file'}: File exists\n"


def test_a_refusal_of_the_system_comes_with_what_to_do(sitrep, monkeypatch):
    def refuse(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "reports")

    monkeypatch.setattr("analysis.briefing.build.build", refuse)
    result = sitrep("build", "forces")
    assert (result.exit_code, result.stderr) == (
        1,
        "reports: No space left on device; free some space there\n",
    )


def test_the_limit_of_a_run_is_handed_on_and_has_to_be_a_time(sitrep, monkeypatch):
    seen = []
    monkeypatch.setattr("analysis.briefing.build.build", lambda *given: seen.append(given[4]) or Path("x"))
    sitrep("build", "forces")
    assert sitrep("build", "forces", "--timeout", "90").exit_code == 0
    assert seen == [None, 90]
    assert sitrep("build", "forces", "--timeout", "0").exit_code == 2


def test_a_folder_whose_name_is_no_text_is_refused(sitrep):
    result = sitrep("build", "forces", "--reports", "r\udcff")
    assert result.exit_code == 2
    assert "'r\\udcff': expected a name in UTF-8" in result.stderr


def test_elsewhere_the_notebooks_and_the_corpus_that_came_with_sitrep_are_taken(
    sitrep, monkeypatch, tmp_path
):
    monkeypatch.chdir(tmp_path)
    lines = sitrep("list").stdout.splitlines()
    assert f"briefing      {ROOT}/notebooks/briefing.ipynb" in lines
    assert any(line.startswith(f"  corpus    path       '{ROOT}/seeds/aleppo-2015' ") for line in lines)
    assert sitrep("check").stdout.startswith(f"{ROOT}/seeds/aleppo-2015: no faults\n")


def test_notebooks_and_corpus_of_the_working_folder_come_first(sitrep, monkeypatch, tmp_path):
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks", ignore=lambda *_: ["events.ipynb"])
    (tmp_path / "seeds" / "aleppo-2015").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    lines = sitrep("list").stdout.splitlines()
    assert [line.split() for line in lines if not line.startswith(" ")] == [
        *([name, f"notebooks/{name}.ipynb"] for name in ("briefing", "code_a_report", "explore")),
        *([name, f"notebooks/{name}.ipynb"] for name in ("factions", "forces", "tutorial")),
        ["events", f"{ROOT}/notebooks/events.ipynb"],
    ]
    assert sitrep("check").stderr.startswith("seeds/aleppo-2015: 1 fault\n")


def test_a_notebook_that_cannot_be_built_is_listed_with_the_reason(sitrep, monkeypatch, tmp_path):
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks" / "draft.ipynb").write_text("<<<<<<< HEAD")
    monkeypatch.chdir(tmp_path)
    lines = sitrep("list").stdout.splitlines()
    assert lines[0].split() == ["draft", "notebooks/draft.ipynb"]
    assert lines[1].startswith("  cannot be built: draft.ipynb: no notebook")
    assert any(line.startswith("briefing ") for line in lines)


@pytest.mark.parametrize(
    "words", [("list",), ("check",), ("build", "forces"), ("codebook", "seeds/aleppo-2015")]
)
def test_another_system_is_refused_in_one_sentence(sitrep, monkeypatch, words):
    monkeypatch.setattr(sys, "platform", "win32")
    result = sitrep(*words)
    assert result.exit_code == 1
    assert result.stderr == "Sitrep runs on Linux and macOS; this is win32\n"
    assert result.stdout == ""


def test_the_codebook_is_written_beside_its_tables(sitrep, copy):
    readme = copy.folder / "README.md"
    before = readme.read_bytes()
    readme.unlink()
    assert sitrep("codebook", str(copy.folder)).stdout == f"{readme}\n"
    assert readme.read_bytes() == before
    copy.edit("datapackage.json", lambda content: content[:-20])
    result = sitrep("codebook", str(copy.folder))
    assert result.exit_code == 1
    assert "no JSON" in result.stderr
    assert readme.read_bytes() == before


def test_the_corpus_that_list_shows_can_be_typed(sitrep):
    assert "  corpus    path       'seeds/aleppo-2015' " in sitrep("list").stdout


def test_a_faulty_corpus_ends_with_1_and_every_fault(sitrep, tmp_path):
    result = sitrep("check", str(tmp_path))
    assert result.exit_code == 1
    assert "datapackage.json" in result.stderr


def test_a_clean_corpus_ends_with_0(sitrep):
    result = sitrep("check")
    assert result.exit_code == 0
    assert result.stderr == ""
    lines = [re.sub(" {2,}", "|", line.strip()) for line in result.stdout.splitlines()]
    assert lines[:2] == ["seeds/aleppo-2015: no faults", "2 questions"]
    assert [line.rsplit("|", 1)[0] for line in lines if line.endswith(("?", "report."))] == [
        "claims.csv|50|as_of|an empty cell, and no event",
        "50|wording|'significant'",
    ]


def test_questions_come_after_faults_and_change_no_exit_code(sitrep, copy):
    copy.plant("claims", "a-p7-sorties", measure="sortie")
    result = sitrep("check", str(copy.folder))
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{copy.folder}: 1 fault\n")
    assert result.stderr.index("sortie") < result.stderr.index("2 questions")
    assert result.stdout == ""


def test_readings_list_every_wording_and_phrase_the_same_at_any_width(sitrep, monkeypatch, copy):
    copy.plant("sources", "kweires-siege-lifted", published="2015-11-10")
    copy.plant("claims", "a-p7-sorties", as_of="past 48 hours")
    result = sitrep("check", "--readings", str(copy.folder))
    assert result.exit_code == 0
    lines = [re.sub(" {2,}", "|", line.strip()) for line in result.stdout.splitlines()]
    assert "sorties|over 1,600|sorties|1,600 or more|at least|1|0" in lines
    assert "strength|significant|persons|not read: no rule|1|0" in lines
    assert "past 48 hours|2015-11-10|[2015-11-08?..2015-11-10?]|past hours|1" in lines
    assert f"{copy.folder}: no faults" in lines
    monkeypatch.setenv("COLUMNS", "40")
    assert sitrep("check", "--readings", str(copy.folder)).stdout == result.stdout


def test_list_names_every_notebook_and_parameter_with_type_default_and_help(sitrep):
    lines = sitrep("list").stdout.splitlines()
    names = [line.split() for line in lines if not line.startswith(" ")]
    paths = sorted((ROOT / "notebooks").glob("*.ipynb"))
    assert names == [[path.stem, f"notebooks/{path.name}"] for path in paths]
    assert (
        "  region    str        ''                       place or province to narrow to; empty for all"
        in lines
    )


def test_every_command_has_help_and_a_place_in_the_readme(sitrep):
    readme = (ROOT / "README.md").read_text("utf-8")
    for command in app.registered_commands:
        name = command.name or command.callback.__name__
        assert f"sitrep {name}" in readme
        shown = sitrep(name, "--help")
        assert shown.exit_code == 0
        assert f"Example: sitrep {name}" in shown.stdout


def test_help_imports_nothing_heavy():
    code = "import sys, analysis.cli; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    heavy = {"pandas", "numpy", "matplotlib", "geopandas", "frictionless", "typst", "IPython", "rich"}
    assert not {*heavy, "nbformat", "nbconvert", "papermill", "jupyter_client", "packaging"} & set(loaded)


def test_targets_of_make_are_listed_with_their_meaning():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = re.findall(r"^([a-z]+):.*##", makefile, re.MULTILINE)
    assert set(targets) == {"help", "briefing", "test", "check", "lab", "bench", "clean"}


def test_whoever_reads_the_output_may_stop_reading(tmp_path):
    read, write = os.pipe()
    os.close(read)
    program = "from analysis.cli import app; app(['list'])"
    command = [sys.executable, "-c", program]
    run = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, text=True, cwd=tmp_path, check=False)
    os.close(write)
    assert (run.returncode, run.stderr) == (1, "")
