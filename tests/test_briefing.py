"""The product from end to end: real notebooks on the real corpus."""

import csv
import hashlib
import json
import re
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup

from analysis import load
from analysis.briefing.build import build
from analysis.briefing.page.html import register_script
from analysis.errors import NotebookError

ROOT = Path(__file__).parent.parent
DESK = {"code_a_report", "explore", "tutorial"}
NOTEBOOKS = [path for path in sorted((ROOT / "notebooks").glob("*.ipynb")) if path.stem not in DESK]
"""Those that are printed; the others are for the desk."""
FACTS = list(csv.DictReader((ROOT / "tests" / "facts.csv").read_text("utf-8").splitlines()))
REPORTS = {"A": "kweires-siege-lifted", "B": "aleppo-offensive-launched", "C": "isis-villages-retaken"}
ORDER = [
    *("Timeline", "Map", "Factions", "Forces and losses", "Harm to people", "Control", "Who said what"),
    *("Coverage and limits", "Reports and claims"),
]


@pytest.fixture(scope="module")
def page(briefing):
    return BeautifulSoup((briefing / "briefing.html").read_text("utf-8"), "html.parser")


@pytest.fixture(scope="module")
def claims(aleppo):
    return load.corpus(aleppo).claims


def text(element):
    return " ".join(element.get_text(" ").split())


@pytest.mark.parametrize(
    "fact", FACTS, ids=lambda fact: f"{fact['report']} {fact['paragraph']} {fact['fact']}"
)
def test_every_fact_reaches_the_source_register(page, claims, fact):
    claim = claims.set_index("claim_id").loc[fact["claim_id"]]
    expected = (REPORTS[fact["report"]], fact["paragraph"], fact["speaker_id"], fact["measure"])
    assert (claim["source_id"], claim["locator"], claim["speaker_id"], claim["measure"]) == expected
    statement = text(page.find(id=f"claim-{fact['claim_id']}"))
    assert claim["summary"] in statement
    assert fact["words"] in statement


def test_each_exhibit_stands_once_under_its_short_name_in_order(page):
    labels = [text(label) for label in page.main.select(".eyebrow > span")]
    assert labels == [f"Exhibit {number} \u00b7 {name}" for number, name in enumerate(ORDER, 1)]


def test_kweires_reads_apart_by_the_house_two_sources_one_party(page):
    said = text(page.main)
    assert "\u201cdozens\u201d or \u201chundreds\u201d" in said
    assert "read as 12 to 99 or 100 to 999" in said
    assert "apart, by the house\u2019s reading only; of one origin" in said


def test_every_citation_leads_to_a_statement_and_back(page):
    links = [link["href"] for link in page.main.find_all("a", href=re.compile("^#claim-"))]
    assert len(links) > 50
    assert all(page.find(id=target[1:]) for target in set(links))
    back = page.find(id="claim-a-p3-isis-dead-soldier").find_all("a")
    assert back
    assert all(page.find(id=link["href"][1:]) for link in back)


def test_every_figure_has_an_alternative_text_of_its_own(page):
    drawings = page.main.select("section.exhibit svg[aria-labelledby]")
    texts = [drawing.find("desc").get_text() for drawing in drawings]
    assert len(drawings) == 7
    assert len(set(texts)) == 7
    assert all(len(one) > 80 for one in texts)


def test_every_exhibit_has_its_data(briefing):
    manifest = json.loads((briefing / "manifest.json").read_text("utf-8"))
    outputs = {entry["path"]: entry["sha256"] for entry in manifest["outputs"]}
    files = sorted((briefing / "data").glob("*.csv"))
    assert len(files) == 9
    for file in files:
        assert outputs[f"data/{file.name}"] == hashlib.sha256(file.read_bytes()).hexdigest()
    dead = list(csv.DictReader((briefing / "data" / "harm.csv").read_text("utf-8").splitlines()))
    assert [(row["wording"], row["low"], row["high"]) for row in dead] == [
        ("dozens", "12.0", "99.0"),
        ("hundreds", "100.0", "999.0"),
    ]


def test_every_drawing_is_a_picture_beside_the_page(briefing, page):
    manifest = json.loads((briefing / "manifest.json").read_text("utf-8"))
    outputs = {entry["path"] for entry in manifest["outputs"]}
    pictures = {path.relative_to(briefing).as_posix() for path in briefing.glob("pictures/*.svg")}
    assert len(pictures) == len(page.main.select("section.exhibit svg[aria-labelledby]"))
    assert pictures <= outputs
    assert {link["href"] for link in page.main.find_all("a", href=re.compile("^pictures/"))} == pictures


def test_the_page_is_small(briefing):
    assert len((briefing / "briefing.html").read_bytes()) < 450_000


def test_the_manifest_covers_the_corpus_and_its_sources(briefing, aleppo):
    manifest = json.loads((briefing / "manifest.json").read_text("utf-8"))
    entries = {entry["path"]: entry["sha256"] for entry in manifest["inputs"]}
    read = [aleppo / "datapackage.json", aleppo / "boundaries.geojson", *aleppo.glob("*.csv")]
    assert set(entries) == {"briefing.ipynb", *(f"aleppo-2015/{file.name}" for file in read)}
    for file in read:
        assert entries[f"aleppo-2015/{file.name}"] == hashlib.sha256(file.read_bytes()).hexdigest()
    assert [source["id"] for source in manifest["sources"]] == list(REPORTS.values())


def test_two_builds_of_the_same_input_give_the_same_bytes(briefing, tmp_path):
    again = build(ROOT / "notebooks" / "briefing.ipynb", [], tmp_path)
    files = [*briefing.glob("briefing.*"), *briefing.glob("data/*.csv"), *briefing.glob("pictures/*.svg")]
    assert len(files) > 15
    for file in files:
        assert file.read_bytes() == (again / file.relative_to(briefing)).read_bytes(), file.name


@pytest.mark.parametrize(
    "notebook", [path for path in NOTEBOOKS if path.stem != "briefing"], ids=lambda path: path.stem
)
def test_every_notebook_builds(notebook, tmp_path):
    folder = build(notebook, [], tmp_path)
    assert folder.name == f"aleppo-2015-{notebook.stem}"
    read = BeautifulSoup((folder / "briefing.html").read_text("utf-8"), "html.parser")
    assert read.select("section.register .claim")


def test_a_narrowed_briefing_says_what_it_leaves_out(tmp_path):
    folder = build(ROOT / "notebooks" / "briefing.ipynb", ["region=Hama", "end=2015-10-31"], tmp_path)
    said = text(BeautifulSoup((folder / "briefing.html").read_text("utf-8"), "html.parser").main)
    assert re.fullmatch("aleppo-2015-region-hama-end-2015-10-31-[0-9a-f]{8}", folder.name)
    assert "Harm to people: no rows in this scope." in said
    assert "outside it are left out" in said
    assert "Government offensive on the Hama-Idlib border" in said
    assert "Siege of the Kweires air base ended" not in said


def test_an_unknown_region_names_the_nearest(tmp_path):
    with pytest.raises(NotebookError, match=r"unknown region 'Alepo'; nearest: Aleppo"):
        build(ROOT / "notebooks" / "briefing.ipynb", ["region=Alepo"], tmp_path)


PLANT = """import pandas as pd
from dataclasses import fields, replace

kept = {"measure", "relation", "role", "status", "basis", "date", "published", "as_of", "colour"}
kept |= {"numbers_from"}
def plant(frame):
    words = set(frame.select_dtypes("str")) - kept
    words = [c for c in words if not c.endswith(("_id", "_basis", "precision"))]
    return frame.assign(**{c: frame[c] + "<script>alert('" + c + "')</script>" for c in words})
tables = [f.name for f in fields(coded) if isinstance(getattr(coded, f.name), pd.DataFrame)]
coded = replace(coded, **{name: plant(getattr(coded, name)) for name in tables})
coded = replace(coded, title=coded.title + "<script>alert('title')</script>")
"""


def test_markup_in_data_never_becomes_markup_in_the_page(tmp_path, aleppo):
    book = nbformat.read(ROOT / "notebooks" / "briefing.ipynb", as_version=4)
    setup = next(number for number, cell in enumerate(book.cells) if "load.corpus" in cell.source)
    loaded, rest = book.cells[setup].source.split("\n", 1)
    book.cells[setup].source = f"{loaded}\n{PLANT}{rest}"
    path = tmp_path / "notebooks" / "planted.ipynb"
    path.parent.mkdir()
    nbformat.write(book, path)
    folder = build(path, [f"corpus={aleppo}"], tmp_path / "reports")
    html = (folder / "briefing.html").read_text("utf-8")
    page = BeautifulSoup(html, "html.parser")
    assert [script.string for script in page.find_all("script")] == [register_script()]
    assert "alert('title')" in page.h1.get_text()
    for column in ("name", "wording", "summary", "title", "author", "locator", "unit", "published_note"):
        assert f"<script>alert('{column}')</script>" in page.get_text(), column
