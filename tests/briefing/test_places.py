"""Places: no folder of the machine in what is published, and nothing hurt that merely looks like one."""

import html
import json
import re
import string
import sys
import sysconfig
from pathlib import Path
from urllib.parse import quote

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.briefing.kernels import kernel
from analysis.briefing.places import hidden, places_of, without_places
from analysis.briefing.run import executed
from analysis.briefing.snapshot import snapshot

HOME = "/home/زينب o'neil"
PLACES = {f"{HOME}/desk/notebooks": ".", f"{HOME}/desk": "..", HOME: "~", "/scratch": "…/temporary"}

SPELLINGS = [str, html.escape, quote, repr, json.dumps, lambda path: json.dumps(path).replace("/", r"\/")]
SPELLINGS += [
    lambda path: f"file://{path}",
    lambda path: f"\x1b[32m{path}\x1b[39m:3",
    lambda path: f"a\\n{path}",
]
SPELLINGS += [
    lambda path: f"({path}).",
    lambda path: f"{path}/deep/er.py:3",
    lambda path: f"x={path}, {path}",
]


@pytest.fixture(autouse=True)
def of_the_user(monkeypatch):
    monkeypatch.setenv("HOME", HOME)


@given(
    st.text(max_size=20), st.sampled_from(sorted(PLACES)), st.sampled_from(SPELLINGS), st.text(max_size=20)
)
def test_a_place_is_hidden_however_it_is_spelt(before, place, spell, after):
    text = hidden(f"{before} {spell(place)} {after}", PLACES)
    for part in ("زينب", "neil", quote("زينب"), json.dumps("زينب")[1:-1], "desk"):
        assert part not in text.replace(before, "").replace(after, "")
    assert text.startswith(before)
    assert text.endswith(after)


@given(st.text(alphabet=string.printable.replace("/", "") + "é…\x1b", max_size=200))
def test_text_without_a_place_stays_as_it_is(text):
    assert hidden(text, PLACES) == text


@pytest.mark.parametrize(
    "text",
    [
        "/scratchfiles",
        "x/scratch/y",
        "./scratch/y",
        "../scratch",
        "/scratch2/x",
        "/scratch.bak/x",
        "~/scratch",
        "https://a.org/scratch/x",
        "a-/scratch",
    ],
)
def test_what_merely_looks_like_a_place_is_not_hurt(text):
    assert hidden(text, PLACES) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"{HOME}/desk/notebooks/data.csv", "./data.csv"),
        (f"{HOME}/desk/seeds/x", "../seeds/x"),
        (f"open('{HOME}/x.csv')", "open('~/x.csv')"),
        ("~/desk/notebooks/data.csv", "./data.csv"),
        ("/scratch/ipykernel_12/345.py:3: UserWarning: w", "notebook cell:3: UserWarning: w"),
        ("\x1b[32m/var/t/ipykernel_12/345.py\x1b[0m", "\x1b[32mnotebook cell\x1b[0m"),
        (r"\/scratch\/ipykernel_12\/345.py", "notebook cell"),
    ],
)
def test_what_stands_instead_can_be_read(text, shown):
    assert hidden(text, PLACES) == shown


def test_a_place_whose_name_is_no_text_is_hidden_too():
    assert hidden("/data/x\udcff/y and /data/x%FF/y", {"/data/x\udcff": "…"}) == "…/y and …/y"


def test_all_that_cells_show_is_searched_and_what_an_author_wrote_is_not():
    output = nbformat.v4.new_output(
        "display_data", {"text/html": f"<i>{HOME}</i>", "application/json": {HOME: [HOME]}}
    )
    output.data["image/png"] = "/scratch/aaa"
    cell = nbformat.v4.new_code_cell(f"x = '{HOME}'", outputs=[output], metadata={"file": HOME})
    book = nbformat.v4.new_notebook(cells=[cell], metadata={"files": [HOME]})
    without_places(book, PLACES)
    assert output.data == {
        "text/html": "<i>~</i>",
        "application/json": {"~": ["~"]},
        "image/png": "/scratch/aaa",
    }
    assert (cell.metadata.file, book.metadata.files, cell.source) == ("~", ["~"], f"x = '{HOME}'")


def test_a_run_names_no_folder_in_streams_warnings_tracebacks_and_values(tmp_path, monkeypatch):
    desk = tmp_path / "someone" / "secret"
    desk.mkdir(parents=True)
    (desk / "beside.py").write_text(
        "import warnings\ndef warn(): warnings.warn('w')\ndef fail(): raise ValueError(__file__)"
    )
    sources = [
        "import os, sys, warnings, json, beside\nprint(os.getcwd(), sys.executable, sys.path, json.__file__)"
    ]
    sources += ["warnings.warn('here')\nbeside.warn()", "beside.fail()", "json.loads('{')", "beside"]
    sources += [
        "display({'application/json': {'at': os.getcwd()}, 'text/plain': repr(os.getcwd())}, raw=True)"
    ]
    cells = [nbformat.v4.new_code_cell(source, metadata={"tags": ["raises-exception"]}) for source in sources]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), desk / "sample.ipynb")
    with kernel(desk) as running:
        (tmp_path / "room").mkdir()
        taken = snapshot(desk / "sample.ipynb", {}, tmp_path / "room", tmp_path / "reports")
        executed(taken, {}, {}, tmp_path / "out.ipynb", running)
        text = (tmp_path / "out.ipynb").read_text("utf-8")
        assert str(running.home) not in text
    for place in (tmp_path, desk, Path(sys.prefix), Path(sysconfig.get_paths()["stdlib"])):
        assert str(place) not in text
    assert "secret" not in text
    assert not re.search(r"ipykernel_\d", text)
    assert "./beside.py:2: UserWarning: w" in text
    assert "notebook cell:1: UserWarning: here" in text


def test_places_are_those_of_the_notebook_the_user_and_python(tmp_path):
    found = places_of(tmp_path / "a" / "b", tmp_path / "made")
    assert found[str(tmp_path / "a" / "b")] == "."
    assert found[str(tmp_path / "a")] == ".."
    assert found[str(tmp_path / "made")] == "…"
    assert found[HOME] == "~"
    assert found[sysconfig.get_paths()["purelib"]] == "…/site-packages"
    assert not {"/", "", ".", "/usr", "/home"} & set(found)
