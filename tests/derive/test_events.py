"""Events in time and on the map."""

import pandas as pd

from analysis.derive import placed, statements, timeline
from tests.derive.conftest import claim

EVENTS = [
    {
        "event_id": "relief",
        "title": "Siege ended",
        "date": "2015-11-10?",
        "place_id": "base",
    },
    {"event_id": "campaign", "title": "Campaign", "date": "2015-09-30/.."},
    {
        "event_id": "villages",
        "title": "Villages",
        "date": "2015-10",
        "place_id": "villages",
    },
    {
        "event_id": "near",
        "title": "Near",
        "date": "/2015-10-12",
        "place_id": "near",
    },
]


def told(make):
    claims = [
        claim("a", "tv", "dozens"),
        claim("b", "soldier", "hundreds"),
        claim("c", "author", event_id="campaign", source_id="r2", measure="occurrence", unit=None),
        claim("d", "author", event_id="campaign", source_id="r3", measure="occurrence", unit=None),
        claim("e", "wire", "dozens", event_id="campaign", measure="strength"),
    ]
    corpus = make(*claims, events=EVENTS)
    return corpus, timeline(corpus, statements(corpus)).set_index("event_id")


def test_events_stand_in_order_of_the_first_day_known(make):
    _, rows = told(make)
    assert list(rows.index) == ["campaign", "villages", "near", "relief"]


def test_open_ends_are_missing_and_basis_is_kept(make):
    _, rows = told(make)
    assert pd.isna(rows.loc["campaign", "end"])
    assert pd.isna(rows.loc["near", "start"])
    assert (rows.loc["campaign", "basis"], rows.loc["relief", "basis"]) == ("stated", "inferred")
    assert rows.loc["villages", "precision"] == "month"


def test_voices_of_one_party_count_once_and_only_those_who_say_it_happened(make):
    _, rows = told(make)
    assert tuple(rows.loc["relief", ["voices", "origin"]]) == (2, "one")
    assert tuple(rows.loc["campaign", ["voices", "origin", "reports", "told_by"]]) == (1, "one", 2, "c d")
    assert rows.loc["campaign", "source_ids"] == "r2 r3 r1"
    assert rows.loc["relief", "claim_ids"] == "a b"


def test_an_event_on_the_map_has_the_radius_its_precision_states(make):
    corpus, rows = told(make)
    on_map, off_map = placed(rows.reset_index(), corpus.places)
    assert dict(zip(on_map["event_id"], on_map["radius_km"], strict=True)) == {"relief": 0.0, "near": 25.0}
    assert dict(zip(off_map["event_id"], off_map["reason"], strict=True)) == {
        "campaign": "no_place",
        "villages": "not_located",
    }
    assert len(on_map) + len(off_map) == len(rows)
