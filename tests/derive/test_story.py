"""Which events page one tells, and who did what in them by whose word."""

import pytest

from analysis import derive, load
from tests.conftest import ROOT


def told(corpus, **asked):
    coded = load.corpus(ROOT / "seeds" / corpus)
    statements = derive.statements(coded)
    groups = derive.compared(statements, coded.places, coded.events)
    within = derive.scope(coded, groups, **asked)
    timeline = within.events(derive.timeline(coded, statements))
    rows = derive.story(coded, timeline, within.claims(statements), within.groups(groups))
    return rows.set_index("event_id")


@pytest.fixture(scope="module")
def aleppo():
    return told("aleppo-2015")


@pytest.fixture(scope="module")
def exercise():
    return told("exercise")


def test_a_change_of_control_leads_what_happened_at_its_place(aleppo):
    first = aleppo[aleppo["thread"] == 1]
    assert list(first.index[first["leads"]]) == ["kweires-siege-ended"]
    assert set(first.index) == {"kweires-siege-ended", "kweires-battle", "kweires-siege"}


def test_threads_are_told_by_weight_and_each_event_once(aleppo):
    leaders = aleppo[aleppo["leads"]]
    assert list(leaders["thread"]) == list(range(1, len(leaders) + 1))
    assert aleppo.index.is_unique


def test_who_supported_the_same_doers_that_day_is_named_with_them(aleppo):
    row = aleppo.loc["kweires-siege-ended"]
    assert (row["attackers"], row["defenders"]) == ("Syrian army", "ISIS")
    assert row["supporters"] == "Hezbollah; Russia"
    assert "a-p1-russian-strikes" in row["supporter_ids"]


def test_the_claim_that_says_that_it_happened_carries_the_sentence(aleppo):
    assert aleppo.loc["kweires-siege-ended", "teller_ids"] == "a-p1-siege-ended"


def test_doers_whom_no_voice_names_together_are_disputed(exercise):
    assert exercise.loc["market-strike", "disputed"]
    assert exercise.loc["tilgush-killings", "disputed"]
    assert not exercise.loc["dolmace-offensive", "disputed"]


def test_of_a_scope_what_is_in_it_leads():
    rows = told("aleppo-2015", end="2015-10-18")
    assert rows.loc[rows["leads"], "in_scope"].all()
    assert "kweires-siege-ended" not in rows.index[rows["leads"]]


def test_a_later_reversal_stands_beside_what_it_undoes():
    rows = told("exercise", start="2031-08-01", end="2031-09-30")
    after = rows[rows["context"].isin(("reversal", "ended"))]
    assert set(after["place"]) <= set(rows.loc[rows["leads"], "place"])
    assert len(after)
