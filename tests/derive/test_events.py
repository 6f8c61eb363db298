"""Events in time and on the map."""

import pandas as pd
import pytest

from analysis.derive import statements, ties, timeline
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


def test_open_ends_are_missing_and_what_is_inferred_is_kept(make):
    _, rows = told(make)
    assert pd.isna(rows.loc["campaign", "end"])
    assert pd.isna(rows.loc["near", "start"])
    assert pd.isna(rows.loc["campaign", "inferred"])
    assert rows.loc["relief", "inferred"] == "year month day"
    assert rows.loc["villages", "precision"] == "month"


def test_voices_of_one_party_count_once_and_only_those_who_say_it_happened(make):
    _, rows = told(make)
    assert tuple(rows.loc["relief", ["voices", "origin"]]) == (2, "one")
    assert tuple(rows.loc["campaign", ["voices", "origin", "reports", "told_by"]]) == (1, "one", 2, "c d")
    assert rows.loc["campaign", "source_ids"] == "r2 r3 r1"
    assert rows.loc["relief", "claim_ids"] == "a b"


DATED = [
    {"source_id": "r1", "title": "First", "published": "2015-11-10"},
    {"source_id": "r2", "title": "Second", "published": "[2015-10-12..2015-10-18]"},
    {"source_id": "r3", "title": "Third"},
]


def attested(make, date, *claims):
    """The first and last day on which an event of the date is last attested, by the claims given."""
    given = [
        claim(f"c{n}", "author", event_id="e", **({"measure": "occurrence", "unit": None} | one))
        for n, one in enumerate(claims)
    ]
    corpus = make(*given, sources=DATED, events=[{"event_id": "e", "title": "E", "date": date}])
    days = timeline(corpus, statements(corpus)).loc[0, ["attested_from", "attested"]]
    return _month_days(days)


def _month_days(days):
    return tuple(None if pd.isna(day) else f"{day:%m-%d}" for day in days)


@pytest.mark.parametrize(
    ("date", "claims", "expected"),
    [
        ("2015-10-01/..", [{"source_id": "r1"}], ("11-10", "11-10")),
        ("2015-10-01/..", [{"source_id": "r2"}], ("10-12", "10-18")),
        ("2015-10-01/..", [{"source_id": "r2"}, {"source_id": "r1"}], ("11-10", "11-10")),
        ("2015-10-01/..", [{"source_id": "r1", "as_of": "2015-10-05"}], ("10-05", "10-05")),
        ("2015-10-01/..", [{"source_id": "r1", "as_of": "2015-12-05"}], ("11-10", "11-10")),
        ("2015-10-07/..", [{"source_id": "r1", "as_of": "2015-10-05"}], ("10-07", "10-07")),
        ("2015-11-20/..", [{"source_id": "r1"}], ("11-10", "11-10")),
        ("2015-10-01/..", [{"source_id": "r3", "as_of": "2015-10-05"}], ("10-05", "10-05")),
        ("2015-10-01/..", [{"source_id": "r3", "as_of": "2015-10-01/.."}], (None, None)),
        ("2015-10-01/2015-10-20", [{"source_id": "r1", "as_of": "2015-10-05"}], ("10-20", "10-20")),
        ("2015-10-01/2015-11-30", [{"source_id": "r1"}], ("11-10", "11-10")),
        ("2015-10-01/..", [{"source_id": "r2"}, {"source_id": "r1", "stance": "denies"}], ("10-12", "10-18")),
        ("2015-10-01/..", [{"source_id": "r2"}, {"source_id": "r1", "stance": "doubts"}], ("10-12", "10-18")),
        ("2015-10-01/..", [{"source_id": "r2"}, {"source_id": "r1", "method": "projected"}],
         ("10-12", "10-18")),
        ("2015-10-01/..", [{"source_id": "r2"}, {"source_id": "r1", "measure": "assessment"}],
         ("10-12", "10-18")),
        ("2015-10-01/..", [{"source_id": "r1", "measure": "assessment"}], ("11-10", "11-10")),
        ("2015-10-01/..", [], (None, None)),
    ],
)  # fmt: skip
def test_an_event_is_attested_as_far_as_a_report_vouches_for_it(make, date, claims, expected):
    assert attested(make, date, *claims) == expected


def test_the_day_of_the_event_does_not_end_what_a_report_vouches_for(make):
    tie = {"actor_id": "ahrar", "relation": "fights", "other_id": "isis", "claim_id": "c"}
    event = {"event_id": "e", "title": "E", "date": "2015-10-05"}
    for given, date, expected in (
        ({"source_id": "r1"}, "2015-10-05/..", ("11-10", "11-10")),
        ({"source_id": "r2"}, "2015-10-05/..", ("10-12", "10-18")),
        ({"source_id": "r3"}, "2015-10-05/..", ("10-05", "10-05")),
        ({"source_id": "r1"}, "2015-10-01/2015-10-08", ("10-08", "10-08")),
        ({"source_id": "r1", "as_of": "2015-10-05"}, "2015-10-05/..", ("10-05", "10-05")),
    ):
        told = claim("c", "author", event_id="e", measure="occurrence", unit=None, **given)
        corpus = make(told, sources=DATED, events=[event], relations=[tie | {"date": date}])
        (row,) = ties(corpus, statements(corpus)).to_dict("records")
        assert _month_days((row["attested_from"], row["attested"])) == expected, (given, date)


def test_an_event_without_any_day_stands_where_it_is_last_attested(make):
    events = [
        {"event_id": "late", "title": "Late", "date": "2015-11-20"},
        {"event_id": "under-way", "title": "Under way", "date": "/.."},
        {"event_id": "early", "title": "Early", "date": "2015-11-01"},
    ]
    claims = [claim("a", "tv", event_id="under-way", measure="occurrence", unit=None)]
    corpus = make(*claims, events=events)
    assert list(timeline(corpus, statements(corpus))["event_id"]) == ["early", "under-way", "late"]
