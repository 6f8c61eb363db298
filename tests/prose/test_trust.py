"""How far to trust a briefing: short, true of what is shown, and said once."""

import re

import pytest

from analysis import derive, load, prose
from tests.derive.conftest import claim


def items(corpus, **more):
    """The items of the first page by their heads, as text."""
    told = derive.statements(corpus)
    timeline = derive.timeline(corpus, told)
    voices, needs = derive.voices(corpus, told), derive.needs(corpus, told, timeline)
    found = prose.trust(corpus.sources, told, timeline, voices, needs, **more)
    return {head: str(words) for head, words in found}


@pytest.fixture(scope="module")
def coded(seeds):
    return {name: load.corpus(seeds / name) for name in ("aleppo-2015", "exercise")}


def test_aleppo_in_ninety_words(coded):
    told = items(coded["aleppo-2015"])
    assert told["Reports"] == (
        "Three reports: one unsigned and two by Jason Ditz. None names its outlet; none states its year."
    )
    assert told["Voices"].startswith(
        "Three of the Government of Syria, one of the United States and four of no party"
    )
    assert told["Voices"].endswith("residents and aid or monitoring organisations.")
    assert told["Dates"] == (
        "Stated: “since 2013” [1 p2a], “since September 30” [1 p7a]; all others are inferred."
    )
    assert told["Grades"].startswith("Reports A–F, statements 1–6.")  # noqa: RUF001 - a dash
    assert list(told) == ["Reports", "Voices", "Dates", "Grades"]
    assert sum(len(f"{head} {words}".split()) for head, words in told.items()) <= 90


def test_the_exercise_names_outlets_and_counts_dates(coded):
    told = items(coded["exercise"])
    assert "Six outlets are named; two of seven do not state their year." in told["Reports"]
    assert told["Reports"].endswith("One more is a copy of one of them.")
    assert re.match(
        r"30 of 47 events have a date that is inferred in whole or in part; two have none.", told["Dates"]
    )
    assert "none of" not in told["Voices"]


def test_scope_and_what_is_withheld_are_told_only_where_true(make):
    corpus = make(claim("a", "tv", "dozens"))
    assert {"Scope", "Restricted"}.isdisjoint(items(corpus))
    told = items(corpus, narrowed="Narrowed to Hama.", withheld="Withheld: one report.")
    assert (told["Scope"], told["Restricted"]) == ("Narrowed to Hama.", "Withheld: one report.")


def test_reports_without_a_statement_in_scope_do_not_count(make):
    corpus = make(claim("a", "tv", "dozens"))
    assert items(corpus)["Reports"].startswith("One report, unsigned.")
    assert items(corpus)["Grades"].endswith("The report is D, not usually reliable.")
    assert items(make()) == {}


def test_dates_that_are_all_stated_or_inferred_are_said_to_be(make):
    assert items(make(claim("a", "tv", "dozens")))["Dates"] == "None is stated; all are inferred."
    event = {"event_id": "relief", "title": "E", "kind": "other", "date": "2015-11-10", "place_id": "base"}
    told = items(make(claim("a", "tv", "dozens"), events=[event]))
    assert told["Dates"] == "The date of the one event is stated."


def test_nobody_quoted_is_said(make):
    told = items(make(claim("a", "author", source_id="r2")))
    assert told["Voices"].startswith("Nobody but the reports themselves is quoted; none of")


def test_the_method_explains_words_verdicts_dates_and_grades_once():
    words = [str(one) for one in prose.method()]
    assert len(words) == 4
    assert "A completely reliable, B usually reliable" in words[-1]
    assert "6 cannot be judged" in words[-1]


@pytest.mark.parametrize("name", ["aleppo-2015", "exercise"])
def test_sentences_read_well(coded, name):
    for text in items(coded[name]).values():
        assert text.endswith("."), text
        assert not re.search(r"\b(\w+) \1\b", text), text
        assert not re.search(r"\b(one|1) \w+s are\b", text), text


def test_who_is_not_heard_in_a_scope_may_be_heard_outside(coded):
    corpus = coded["aleppo-2015"]
    everything = derive.statements(corpus)
    groups = derive.compared(everything, corpus.places, corpus.events)
    within = derive.scope(corpus, groups, start="2015-10-09", end="2015-10-11")
    told, timeline = within.claims(everything), within.events(derive.timeline(corpus, everything))
    voices, needs = derive.voices(corpus, told), derive.needs(corpus, told, timeline)
    found = dict(prose.trust(corpus.sources, told, timeline, voices, needs))
    assert str(found["Voices"]).startswith("Within the scope, ")
