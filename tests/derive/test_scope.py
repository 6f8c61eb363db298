"""What a region, a period and factions leave in, and what they say they left out."""

import pandas as pd
import pytest

from analysis.derive import compared, scope, sides, statements, ties
from analysis.errors import FrameError
from tests.derive.conftest import claim

EVENTS = [
    {"event_id": "relief", "title": "Siege ended", "date": "2015-11-10", "place_id": "base"},
    {"event_id": "hama", "title": "Offensive", "date": "2015-10-12/..", "place_id": "hama"},
    {"event_id": "nowhere", "title": "Somewhere", "date": "2015-10"},
]
CLAIMS = [
    claim("a", "tv", "dozens"),
    claim("b", "tv", "one", event_id="hama", actor_id="ahrar"),
    claim("c", "tv", "one", event_id="nowhere"),
    claim("d", "tv", "one", event_id=None, place_id="hama", actor_id="government", as_of="2014"),
]
PEOPLE = [{"event_id": "relief", "actor_id": "isis", "role": "defender"}]


def narrowed(make, **asked):
    return scope(make(*CLAIMS, events=EVENTS, participants=PEOPLE), **asked)


def test_all_of_it_without_a_wish(make):
    kept, left_out = narrowed(make)
    assert list(kept.claims["claim_id"]) == ["a", "b", "c", "d"]
    assert left_out.empty


def test_a_region_keeps_its_places_and_what_has_no_place(make):
    kept, left_out = narrowed(make, region="Aleppo")
    assert list(kept.events["event_id"]) == ["relief", "nowhere"]
    assert list(kept.claims["claim_id"]) == ["a", "c"]
    assert left_out.values.tolist() == [
        ["events", "region", 1],
        ["claims", "event", 1],
        ["claims", "region", 1],
    ]


def test_a_place_on_a_border_lies_in_both_provinces(make):
    border = {"place_id": "hama", "name": "Border", "kind": "area", "admin1": "Hama; Idlib"}
    corpus = make(*CLAIMS, events=EVENTS, places=[border])
    for province in ("Hama", "idlib"):
        assert "hama" in set(scope(corpus, region=province)[0].events["event_id"])


def test_a_region_takes_in_all_that_lies_in_it(make):
    places = [
        {"place_id": "land", "name": "Land"},
        {"place_id": "base", "name": "The base", "parent_id": "province"},
        {"place_id": "province", "name": "Province", "parent_id": "land"},
        {"place_id": "hama", "name": "Hama"},
    ]
    kept, _ = scope(make(*CLAIMS, events=EVENTS, places=places), region="Land")
    assert list(kept.events["event_id"]) == ["relief", "nowhere"]


def test_a_tie_that_is_kept_keeps_the_claim_that_carries_it(make):
    tie = {"actor_id": "ahrar", "relation": "fights", "other_id": "isis", "claim_id": "b"}
    kept, _ = scope(make(*CLAIMS, events=EVENTS, relations=[tie]), region="Aleppo")
    assert set(kept.relations["claim_id"]) <= set(kept.claims["claim_id"])


def test_a_period_keeps_what_overlaps_it_and_open_ends(make):
    kept, _ = narrowed(make, start="2015-10-20", end="2015-11-09")
    assert list(kept.events["event_id"]) == ["hama", "nowhere"]
    assert list(kept.claims["claim_id"]) == ["b", "c"]


def test_factions_go_by_any_of_their_names(make):
    for name in ("isis", "ISIS", "Islamic State", "daesh"):
        kept, _ = narrowed(make, factions=[name])
        assert list(kept.claims["claim_id"]) == ["a", "b", "c"]


def test_sources_keep_their_numbers(make):
    kept, _ = narrowed(make, region="Hama")
    assert list(kept.sources["source_id"]) == ["r1", "r2", "r3"]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"region": "Alepo"}, "unknown region 'Alepo'; nearest: Aleppo"),
        ({"factions": ["ISSI"]}, "unknown faction 'ISSI'; nearest: ISIS"),
        ({"start": "2016", "end": "2015"}, "start 2016 is after end 2015"),
        ({"end": "2015-10/.."}, "expected dates such as 2015-10, not open spans"),
    ],
)
def test_refuses_what_it_does_not_know(make, asked, message):
    with pytest.raises(FrameError) as refusal:
        narrowed(make, **asked)
    assert message in str(refusal.value)


def test_input_stays_as_it_is(make):
    corpus = make(*CLAIMS, events=EVENTS)
    before = corpus.claims.copy()
    scope(corpus, region="Hama")
    pd.testing.assert_frame_equal(corpus.claims, before)


MEMBERS = [
    {"actor_id": name, "relation": "member_of", "other_id": "front", "claim_id": "a"}
    for name in ("ahrar", "government")
]


def test_a_filter_changes_neither_who_counts_as_one_nor_which_side_a_faction_is_on(make):
    voices = [
        {"speaker_id": "tv", "name": "State TV", "kind": "medium", "party": "government"},
        {"speaker_id": "rebel", "name": "A rebel", "kind": "combatant", "party": "ahrar"},
    ]
    fights = {"actor_id": "isis", "relation": "fights", "other_id": "government", "claim_id": "a"}
    help_ = {"actor_id": "wire-land", "relation": "supports", "other_id": "government", "claim_id": "a"}
    more = {"actor_id": "isis", "relation": "fights", "other_id": "wire-land", "claim_id": "a"}
    actors = [
        {"actor_id": name, "name": name.upper()}
        for name in ("isis", "ahrar", "front", "government", "wire-land")
    ]
    corpus = make(
        claim("a", "tv", "dozens"),
        claim("b", "rebel", "dozens", source_id="r2"),
        speakers=voices,
        actors=actors,
        relations=[*MEMBERS, fights, help_, more],
    )
    narrow, _ = scope(corpus, factions=["isis"])
    for each in (corpus, narrow):
        told = statements(each)
        assert list(compared(told, each.places, each.events)["origin"]) == ["one"]
        side = sides(ties(each, told), each.actors).set_index("actor_id")["side"]
        assert side["government"] == side["wire-land"] == side["ahrar"]
