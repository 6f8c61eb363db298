"""What a decision lacks in words: the table, its title, and the sentence of the first page."""

import re

import pytest

from analysis import derive, load, prose
from analysis.messages.catalogue import current
from analysis.model.frames.coverage import NEEDS
from tests.derive.conftest import claim

said = prose.needs


def of(corpus):
    """The needs of a corpus, with its statements."""
    told = derive.statements(corpus)
    return derive.needs(corpus, told, derive.timeline(corpus, told)), told


@pytest.fixture(scope="module")
def coded(seeds):
    return {name: load.corpus(seeds / name) for name in ("aleppo-2015", "exercise")}


def held(rows, told):
    """What the reports hold of each need, as text by the head of its row."""
    table = said.table(rows, told)
    return {need: str(holds) for need, holds in zip(table["need"], table["holds"], strict=True)}


def test_aleppo_says_what_is_missing_first(coded):
    rows, told = of(coded["aleppo-2015"])
    assert said.title(rows) == (
        "Missing first: civilians dead or injured, people displaced, residents cut off "
        "and any voice of ISIS, Russia and 4 more"
    )
    words = held(rows, told)
    assert words["Civilians dead, injured, missing"] == "no figure"
    assert (
        words["Damage"] == "words only: “surrounded by wreckage” [2 p4e], “a lot of reconstruction” [2 p4f]"
    )
    assert words["People living there now"] == "past only: “over two million” [2 p4c]"
    assert words["Strength of each side"].startswith(
        "figures for Iran-backed forces (Hezbollah among them), “about 2,000” [2 p3d]; "
        "words only for ISIS, “significant” [3 p3c]; none for the Syrian army"
    )
    assert words["Time without a report"] == (
        "no report: none published from 19 October to 9 November 2015; "
        "what is told of it rests on report 1 looking back"
    )
    assert "Held" not in words


def test_what_is_met_is_one_last_line_with_its_claims(coded):
    rows, told = of(coded["exercise"])
    table = said.table(rows, told)
    assert table["need"].tolist()[-1] == "Held"
    assert "civilians harmed [1 p1c]" in str(table["holds"].iloc[-1])
    assert table["next"].iloc[-1] == ""
    assert table["next"].iloc[:-1].str.len().gt(0).all()
    assert said.title(rows) == "Known in part only: losses and strength"


def test_the_first_page_says_what_no_report_does(coded):
    figure, places = said.absent(*of(coded["aleppo-2015"]))
    assert str(figure) == (
        "No report gives a figure for civilians dead or injured, people displaced, residents cut off "
        "or the strength of ISIS, the Syrian army and 4 more."
    )
    assert str(places).startswith("Five of 13 events cannot be placed on a map")


def test_nothing_is_said_to_be_missing_that_is_there(make, coded):
    for name in coded:
        rows, told = of(coded[name])
        words = " ".join(map(str, said.absent(rows, told)))
        for need in rows.loc[rows["state"].eq("held"), "need"]:
            assert not current().has(f"missing-{need}") or f" {need} " not in words
    counts = {"displaced": "displaced", "in_need": "cut off", "fatalities": "civilians"}
    for measure, missing in counts.items():
        rows, told = of(make(claim("a", "wire", "dozens", measure=measure, counts="civilians")))
        assert missing not in " ".join(map(str, said.absent(rows, told)))


def test_coding_is_a_note_and_no_row(coded):
    for name, outlets in (
        ("aleppo-2015", "None of the three reports names"),
        ("exercise", "Each of the seven reports names"),
    ):
        (note,) = said.notes(derive.statements(coded[name]), coded[name].sources)
        assert str(note).startswith(outlets)
        assert "read from words by rule" in str(note)


def test_every_need_has_its_words_and_advice():
    kinds = ("need", "look", "met")
    assert [key for need in NEEDS for kind in kinds if not current().has(key := f"{kind}-{need}")] == []


@pytest.mark.parametrize("name", ["aleppo-2015", "exercise"])
def test_sentences_read_well(coded, name):
    rows, told = of(coded[name])
    words = [
        said.title(rows),
        said.words(rows, told, coded[name].sources)["subtitle"],
        *held(rows, told).values(),
        *map(str, said.absent(rows, told)),
    ]
    for text in words:
        assert not re.search(r"\b(\w+) \1\b", text), text
        assert not re.search(r"_|; ;|, ,|\band 0\b| \.", text), text


def test_what_is_missing_in_a_scope_is_said_of_the_scope_alone(coded):
    """The whole corpus tells of damage and of how many live there: no more may be denied than the scope."""
    corpus = coded["aleppo-2015"]
    everything = derive.statements(corpus)
    groups = derive.compared(everything, corpus.places, corpus.events)
    within = derive.scope(corpus, groups, factions=["ISIS"])
    told = within.claims(everything)
    rows = derive.needs(corpus, told, within.events(derive.timeline(corpus, everything)))
    words = said.words(rows, told, corpus.sources)
    assert words["title"].startswith("Within the scope, missing first: ")
    assert "outside they may hold more" in words["subtitle"]
    assert held(rows, told)["Damage"] == "no figure within the scope"
    assert str(said.absent(rows, told)[0]).startswith("Within the scope, no report gives a figure for ")
