"""What a filled form becomes: the claim, what is new in it, and what rests on it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import load
from analysis.errors import SitrepError
from analysis.live.offers import kinds_in
from analysis.model.frames import FORMS
from analysis.save.rows import claim_key, free_key, rows_for, slug

CELLS = {
    "source_id": "isis-villages-retaken",
    "locator": "p2",
    "speaker_id": "jason-ditz",
    "measure": "places_taken",
    "wording": "one",
    "actor_id": "ahrar-al-sham",
    "place_id": "highway-villages",
    "summary": "A village taken.",
}


@pytest.fixture(scope="module")
def corpus(aleppo):
    return load.corpus(aleppo)


def made(corpus, **cells):
    """The rows as (table, cells), of the claim all but what every claim here has."""
    rows = rows_for("claims", CELLS | cells, corpus)
    return [
        (row.table, {k: v for k, v in row.cells.items() if CELLS.get(k) != v or row.table != "claims"})
        for row in rows
    ]


def test_a_claim_alone_is_one_row_keyed_by_report_paragraph_and_matter(corpus):
    assert made(corpus) == [("claims", {"claim_id": "c-p2-places-taken"})]


def test_the_key_counts_on_where_it_is_taken_and_says_whom_it_counts(corpus):
    cells = CELLS | {"measure": "front_distance", "locator": "p4"}
    assert claim_key(corpus, cells) == "c-p4-front-distance"
    assert claim_key(corpus, cells | {"counts": "children; women"}) == "c-p4-front-distance-children"
    told = cells | {"wording": "", "event_id": "weekend-fighting", "measure": "occurrence"}
    assert claim_key(corpus, told) == "c-p4-occurrence-weekend-fighting"
    taken = {"locator": "p1", "wording": "", "measure": "isis", "event_id": "advance"}
    assert claim_key(corpus, cells | taken) == "c-p1-isis-advance-2"


def test_a_report_without_claims_gives_its_own_key(corpus):
    assert claim_key(corpus, CELLS | {"source_id": "harbour"}) == "harbour-p2-places-taken"


def test_a_new_event_takes_place_and_time_of_the_claim_and_a_name_of_its_kind(corpus):
    rows = made(corpus, event_kind="air_strikes", as_of="2015-10-09?")
    assert rows[0] == (
        "events",
        {
            "event_id": "air-strikes-villages-on-the-aleppo-turkey-highway-not-named",
            "title": "Air strikes, Villages on the Aleppo-Turkey highway (not named)",
            "kind": "air_strikes",
            "date": "2015-10-09?",
            "place_id": "highway-villages",
            "date_note": "As p2 of isis-villages-retaken tells it; resolved by the day of the report.",
        },
    )
    assert rows[1][0] == "claims"
    assert rows[1][1]["event_id"] == "air-strikes-villages-on-the-aleppo-turkey-highway-not-named"
    assert "as_of" not in rows[1][1]


def test_a_new_event_at_a_new_place_is_called_by_it(corpus):
    rows = made(corpus, place_id="", place="Tall Rifat", place_kind="town", event_kind="shelling")
    assert [table for table, _ in rows] == ["places", "events", "claims"]
    assert rows[0][1] == {"place_id": "tall-rifat", "name": "Tall Rifat", "kind": "town"}
    assert rows[1][1]["title"] == "Shelling, Tall Rifat"
    assert rows[2][1]["place_id"] == "tall-rifat"


def test_a_new_voice_gets_a_key_that_no_other_has(corpus):
    rows = made(corpus, speaker_id="", speaker="Reuters", speaker_kind="agency")
    assert rows[0] == ("speakers", {"speaker_id": "reuters-2", "name": "Reuters", "kind": "agency"})


def test_both_sides_of_a_fight_come_with_one_claim(corpus):
    sides = {"role": "attacker", "other_id": "isis", "other_role": "defender", "relation": "fights"}
    held = {"status": "held", "other_status": "lost", "event_id": "weekend-fighting"}
    rows = made(corpus, **sides, **held, as_of="2015-10-11%")
    key = {"claim_id": "c-p2-places-taken"}
    event = {"event_id": "weekend-fighting"}
    assert rows[1:3] == [
        ("participants", event | key | {"actor_id": "ahrar-al-sham", "role": "attacker"}),
        ("participants", event | key | {"actor_id": "isis", "role": "defender"}),
    ]
    tie = {"actor_id": "ahrar-al-sham", "relation": "fights", "other_id": "isis", "date": "2015-10-11%"}
    assert rows[3] == ("relations", tie | key)
    assert [(row["actor_id"], row["status"]) for _, row in rows[4:]] == [
        ("ahrar-al-sham", "held"),
        ("isis", "lost"),
    ]
    assert rows[4][1]["date_note"] == "Resolved by the day of the report."


@pytest.mark.parametrize(
    ("cells", "lacks"),
    [
        ({"role": "attacker"}, "role: found no event_id"),
        ({"other_role": "defender", "event_id": "weekend-fighting"}, "other_role: found no other_id"),
        ({"relation": "fights"}, "relation: found no other_id"),
        ({"status": "held", "place_id": ""}, "status: found no place_id"),
        ({"other_status": "lost"}, "other_status: found no other_id"),
    ],
)
def test_what_rests_on_nothing_is_refused(corpus, cells, lacks):
    with pytest.raises(SitrepError, match=lacks):
        made(corpus, **cells)


def test_a_report_is_a_row_as_it_is_filled(corpus):
    (row,) = rows_for("sources", {"source_id": "x", "title": "X"}, corpus)
    assert (row.table, dict(row.cells)) == ("sources", {"source_id": "x", "title": "X"})


@given(st.text(max_size=90))
def test_any_words_make_a_key_that_a_corpus_takes(words):
    assert re.fullmatch(FORMS["claims"]["claim_id"], slug(words))


@given(st.lists(st.sampled_from(["a", "a-2", "a-3", "a-4"])))
def test_a_free_key_is_free(taken):
    assert free_key("a", taken) not in taken


KINDS = ("fighting", "seizure", "air_strikes", "siege_ended", "protest", "other", "shelling")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Rebels seized a village while fighting went on.", ["seizure", "fighting"]),
        ("Russia launched airstrikes, and other air-strikes too.", ["air_strikes"]),
        ("They clashed at the siege.", ["fighting"]),
        ("Families protested.", ["protest"]),
        ("The river rose.", []),
    ],
)
def test_kinds_of_events_are_found_by_their_names(text, kinds):
    found = kinds_in(text, (0, len(text)), KINDS)
    assert [one[0] for one in found] == kinds
    assert all(text[start:end] for _, _, start, end in found)


def test_only_the_sentence_itself_names_a_kind():
    text = "Families protested. The river rose."
    assert kinds_in(text, (20, len(text)), KINDS) == []
