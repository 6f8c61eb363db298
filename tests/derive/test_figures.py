"""Forces, key figures, control, coverage and the register."""

import pandas as pd

from analysis.derive import (
    casualties,
    compared,
    forces,
    front,
    gaps,
    holdings,
    key_figures,
    register,
    statements,
)
from tests.derive.conftest import claim

CLAIMS = [
    claim("dead-tv", "tv", "dozens"),
    claim("dead-soldier", "soldier", "hundreds"),
    claim("sorties", "author", "over 1,600", measure="sorties", unit="sorties", actor_id="government"),
    claim("late", "author", "some 20 km", measure="front_distance", unit="km", event_id=None, place_id="base")
    | {"as_of": "2015-10-12"},
    claim("early", "author", "one", measure="front_distance", unit="km", event_id=None, place_id="base")
    | {"as_of": "2015-10-09"},
    claim("vague", "author", "significant", measure="strength", event_id=None),
]


def test_forces_keep_open_ends_words_and_speakers(make):
    rows = forces(statements(make(*CLAIMS))).set_index("claim_id")
    assert list(rows.index) == ["vague", "sorties"]
    assert rows.loc["sorties", "low"] == 1600
    assert pd.isna(rows.loc["sorties", "high"])
    assert rows.loc["sorties", "wording"] == "over 1,600"
    assert rows.loc["vague", ["low", "best", "high"]].isna().all()


def test_the_dead_stand_claimant_by_claimant(make):
    rows = casualties(statements(make(*CLAIMS)))
    assert list(rows["speaker"]) == ["State TV", "A soldier"]


def test_the_front_stands_in_order_of_time(make):
    assert list(front(statements(make(*CLAIMS)))["claim_id"]) == ["early", "late"]


def test_a_key_figure_keeps_its_claims_side_by_side(make):
    claims = statements(make(*CLAIMS))
    rows = key_figures(claims, compared(claims))
    figures = rows.groupby("figure")["claim_id"].agg(list).tolist()
    assert figures == [["dead-tv", "dead-soldier"], ["sorties"], ["early", "late"]]
    assert list(rows.loc[rows["figure"] == 1, "verdict"]) == ["contradict", "contradict"]


def test_one_figure_of_every_measure_comes_before_the_second_of_any(make):
    more = [claim("other", "tv", "scores", event_id="elsewhere")]
    claims = statements(make(*CLAIMS, *more))
    rows = key_figures(claims, compared(claims))
    assert list(rows.drop_duplicates("figure")["measure"]) == [
        "fatalities",
        "sorties",
        "front_distance",
        "fatalities",
    ]


def test_a_claim_without_place_still_belongs_to_its_event(make):
    elsewhere = claim("b", "soldier", "hundreds", place_id="base")
    claims = statements(make(claim("a", "tv", "dozens"), elsewhere))
    assert key_figures(claims, compared(claims))["figure"].nunique() == 1


def test_control_keeps_claimed_apart_from_assessed(make):
    control = [
        {
            "place_id": "base",
            "actor_id": "government",
            "status": "held",
            "date": "2015-11-10/..",
            "claim_id": "dead-tv",
        }
        | {"basis": "claimed", "date_basis": "inferred"},
        {"place_id": "base", "actor_id": "government", "status": "besieged", "date": "2013/2015-11-10"}
        | {"basis": "assessed", "date_basis": "inferred", "claim_id": "dead-tv"},
    ]
    corpus = make(*CLAIMS, control=control)
    rows = holdings(corpus, statements(corpus))
    assert list(rows["status"]) == ["besieged", "held"]
    assert list(rows["basis"]) == ["assessed", "claimed"]
    assert pd.isna(rows.loc[1, "end"])
    assert rows.loc[0, "attribution"] == "State TV, report 1 p1"


def test_what_is_not_known_is_found_by_looking(make):
    people = [{"event_id": "relief", "actor_id": "isis", "role": "defender"}]
    corpus = make(*CLAIMS, participants=people)
    rows = gaps(corpus, statements(corpus)).set_index("gap")
    assert rows.loc["no civilian casualty figure", "rows"] == 1
    assert rows.loc["no strength in numbers", "subject"] == "ISIS"
    assert rows.loc["words that name no number", "subject"] == "significant"
    assert rows.loc["report without a stated publisher", "rows"] == 3


def test_the_register_counts_what_was_coded_and_zero_is_counted(make):
    corpus = make(*CLAIMS)
    rows = register(corpus, statements(corpus)).set_index("source_id")
    assert rows["number"].to_dict() == {"r1": 1, "r2": 2, "r3": 3}
    assert rows["claims"].to_dict() == {"r1": 6, "r2": 0, "r3": 0}
