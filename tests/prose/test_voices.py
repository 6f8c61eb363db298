"""What the exhibit of voices says: how many through whom, what ties them, and what is drawn."""

import re

import pytest

from analysis import derive, load, prose
from tests.derive.conftest import claim

said = prose.voices


@pytest.fixture(scope="module")
def of(seeds):
    """Corpus and voices of one of the two corpora."""

    def found(name):
        corpus = load.corpus(seeds / name)
        return corpus, derive.voices(corpus, derive.statements(corpus))

    return found


def test_the_title_counts_voices_and_whom_they_come_through(of):
    _, rows = of("aleppo-2015")
    assert said.title(rows) == (
        "Eight voices and five statements by nobody named reach us through one author and one unsigned report"
    )
    assert "38 of 54 statements are in a report" in said.subtitle(rows)


def test_without_a_quoted_voice_reports_speak_for_themselves(make):
    corpus = make(claim("a", "author", source_id="r2"))
    rows = derive.voices(corpus, derive.statements(corpus))
    assert said.title(rows) == "One author speaks in its own voice alone"
    assert said.shown(rows, derive.gathered(rows)) == ""


def test_voices_of_one_party_and_reports_of_one_author_are_said_to_be(of):
    corpus, rows = of("aleppo-2015")
    party, rest = said.notes(rows, corpus.sources)
    assert str(party) == (
        "Syrian state TV, a soldier who defended the base and a Syrian officer on TV speak for one party, "
        "the Government of Syria [1 p3a] [1 p3b] [1 p4a]."
    )
    assert str(rest) == (
        "Reports 2 and 3 have one author, Jason Ditz. "
        "Voices are counted; whether one had it from another is not known."
    )


def test_many_voices_of_a_party_are_counted_and_copies_named(of):
    corpus, rows = of("exercise")
    words = " ".join(map(str, said.notes(rows, corpus.sources)))
    assert "Eight voices speak for one party, the Government of Teluvāre." in words
    assert "Report 3 is a copy of another." in words


def test_what_is_gathered_is_said(of):
    _, rows = of("exercise")
    drawn = derive.gathered(rows)
    assert said.shown(rows, drawn).startswith(
        "57 chains are too many to draw one by one: those of one author"
    )
    assert said.shown(rows, rows) == "All 57 chains are drawn."


@pytest.mark.parametrize("name", ["aleppo-2015", "exercise"])
def test_sentences_read_well(of, name):
    corpus, rows = of(name)
    notes = map(str, said.notes(rows, corpus.sources))
    for text in (said.title(rows), said.subtitle(rows), *notes, said.shown(rows, derive.gathered(rows))):
        assert not re.search(r"\b(\w+) \1\b", text), text
        assert not re.search(r"\b(1|one) \w+s (are|have|reach|speak)\b", text), text
        assert not re.search(r"_|occurrence|participation|unattributed", text), text
