"""What is restricted: no byte of a public build tells of it, and one that prints it says so on every page."""

import json
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from analysis import derive, load
from analysis.briefing.build import build
from analysis.errors import NotebookError, ParameterError
from analysis.model.frames import TABLES
from tests.briefing.pdf.inside import everything, squeezed, text_of
from tests.conftest import ROOT, Copy

REPORT = {
    "title": "Quillmark dispatch of the front",
    "author": "Ondrasek Vell",
    "publisher": "The Quillmark Gazette",
    "url": "https://quillmark.example/front",
    "published_note": "Vell wrote it between two visits.",
    "handling": "restricted",
}
VOICE = {"name": "Captain Zorvath", "handling": "restricted"}
PLANTED = {
    "b-p2-target-isis": {"summary": "As Captain Zorvath says, ISIS is a target around Aleppo."},
    "c-p1-isis-advance": {"wording": "a pebblecast away", "summary": "Vell saw the column from the mill."},
}
SECRETS = [
    *("Quillmark", "Ondrasek", "quillmark.example", "Vell wrote", "Zorvath", "pebblecast", "from the mill"),
    *("isis-villages-retaken", "kweires-soldier", "c-p1-isis-advance", "a-p3-isis-dead-soldier"),
    *("Bodies of", "drove ISIS out"),
]
"""What tells of one restricted report and one restricted speaker: names, address, words, summaries, keys."""


def restricted(folder: Path) -> Path:
    """A copy of the Aleppo corpus in which one report and one speaker are restricted."""
    shutil.copytree(ROOT / "seeds" / "aleppo-2015", folder)
    copy = Copy(folder)
    for table, column in (("sources", "publisher"), ("sources", "handling"), ("speakers", "handling")):
        header, *rows = copy.rows(table)
        if column not in header:
            copy.write(table, [[*header, column], *([*row, ""] for row in rows)])
    copy.plant("sources", "isis-villages-retaken", **REPORT)
    copy.plant("speakers", "kweires-soldier", **VOICE)
    for claim, cells in PLANTED.items():
        copy.plant("claims", claim, **cells)
    return folder


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    return restricted(tmp_path_factory.mktemp("corpora") / "guarded")


@pytest.fixture(scope="module", params=["briefing", "factions"])
def public(request, corpus, tmp_path_factory):
    notebook = ROOT / "notebooks" / f"{request.param}.ipynb"
    return build(notebook, [f"corpus={corpus}"], tmp_path_factory.mktemp("reports"))


@pytest.fixture(scope="module")
def marked(corpus, tmp_path_factory):
    asked = [f"corpus={corpus}", "handling=restricted"]
    return build(ROOT / "notebooks" / "briefing.ipynb", asked, tmp_path_factory.mktemp("reports"))


def test_no_table_tells_of_what_is_restricted(corpus):
    coded = load.corpus(corpus)
    for table in TABLES:
        told = getattr(coded, table).to_csv()
        assert [secret for secret in SECRETS if secret in told] == [], table
    assert coded.speakers["kind"].eq("withheld").sum() == 1


def test_what_is_compared_and_counted_stays_true(corpus):
    coded = [load.corpus(corpus, kind) for kind in ("public", "restricted")]
    told = [(derive.statements(each), each) for each in coded]
    public, whole = (statements for statements, _ in told)
    columns = ["low", "best", "high", "as_of", "party", "grade", "measure", "event_id"]
    assert public[columns].equals(whole[columns])
    judged = ["verdict", "compared", "compatible", "voices", "unnamed", "parties", "origin"]
    groups = [derive.compared(each, coded.places, coded.events)[judged] for each, coded in told]
    assert groups[0].equals(groups[1])


def read(path):
    """All that a built file holds, a PDF decompressed with its attachments, and as it reads."""
    content = path.read_bytes()
    if path.suffix != ".pdf":
        return content.decode("utf-8")
    return everything(content).decode("utf-8", "replace") + text_of(content)


def told_in(path):
    """The secrets that stand in a file, however its lines break and its letters are written."""
    held = squeezed(read(path)).casefold()
    return {secret for secret in SECRETS if squeezed(secret).casefold() in held}


def test_no_byte_of_a_public_build_tells_of_what_is_restricted(public):
    files = [path for path in public.rglob("*") if path.is_file()]
    names = {path.name for path in files}
    assert {"briefing.html", "briefing.pdf", "briefing.ipynb", "manifest.json"} <= names
    assert {path.name: told for path in files if (told := told_in(path))} == {}


def test_the_secrets_would_be_found(marked):
    assert told_in(marked / "briefing.html") == set(SECRETS)
    assert told_in(marked / "briefing.ipynb") == set(SECRETS)
    assert {"Quillmark", "Zorvath", "pebblecast"} <= told_in(marked / "briefing.pdf")
    assert {"Quillmark", "isis-villages-retaken"} <= told_in(marked / "manifest.json")


def test_a_public_build_says_how_much_is_withheld(public):
    page = BeautifulSoup((public / "briefing.html").read_text("utf-8"), "html.parser")
    said = "Withheld as restricted: the names of 1 report and 1 speaker and the words of"
    assert said in page.find(class_="trust").get_text(" ")
    assert "a withheld report, 1" in page.get_text(" ")
    assert page.find(class_="mark") is None
    sources = json.loads((public / "manifest.json").read_text("utf-8"))["sources"]
    assert "withheld-source-1" in [source["id"] for source in sources]


def test_a_restricted_build_prints_all_and_says_so_on_every_page(marked):
    page = BeautifulSoup((marked / "briefing.html").read_text("utf-8"), "html.parser")
    mark = "Restricted: names sources that must not be made public."
    assert page.find(class_="mark").get_text() == mark
    assert "Captain Zorvath" in page.get_text(" ")
    assert "Printed although restricted: 1 report, 1 speaker and" in page.find(class_="trust").get_text(" ")
    pages = text_of((marked / "briefing.pdf").read_bytes()).rstrip("\f").split("\f")
    assert len(pages) > 3
    assert all(mark in one for one in pages)
    assert "handling-restricted" in marked.name


def test_where_nothing_is_restricted_nothing_is_said(briefing):
    page = BeautifulSoup((briefing / "briefing.html").read_text("utf-8"), "html.parser")
    assert page.find(class_="mark") is None
    assert "estricted" not in page.header.get_text() + page.find(class_="trust").get_text()


@pytest.mark.parametrize("handling", ["", "secret", "Public"])
def test_another_handling_is_refused_by_name(aleppo, handling):
    with pytest.raises(ParameterError, match=f"found '{handling}'; expected public or restricted; nearest: "):
        load.corpus(aleppo, handling)


def test_another_handling_is_refused_when_a_briefing_is_built(aleppo, tmp_path):
    with pytest.raises(NotebookError, match="handling: found 'secret'; expected public or restricted"):
        build(ROOT / "notebooks" / "forces.ipynb", [f"corpus={aleppo}", "handling=secret"], tmp_path)


def test_an_author_of_two_restricted_reports_stays_one(corpus, tmp_path):
    folder = tmp_path / "two"
    shutil.copytree(corpus, folder)
    copy = Copy(folder)
    copy.plant("sources", "aleppo-offensive-launched", handling="restricted", author=REPORT["author"])
    authors = load.corpus(folder).sources["author"].dropna()
    assert authors.tolist() == ["a withheld author, 1"] * 2
