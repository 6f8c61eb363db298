"""Forces, key figures, control and the register."""

import pandas as pd

from analysis.derive import (
    claimed_casualties,
    claimed_forces,
    claimed_front,
    compared,
    holdings,
    key_figures,
    register,
    statements,
)
from analysis.model.measures import MEASURES
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
    besieged = claim("shut-in", "wire", "around 1000", measure="besieged_troops")
    rows = claimed_forces(statements(make(*CLAIMS, besieged))).set_index("claim_id")
    assert list(rows.index) == ["shut-in", "vague", "sorties"]
    assert rows.loc["sorties", "low"] == 1600
    assert pd.isna(rows.loc["sorties", "high"])
    assert rows.loc["sorties", "wording"] == "over 1,600"
    assert rows.loc["vague", ["low", "best", "high"]].isna().all()


def test_the_dead_stand_claimant_by_claimant(make):
    rows = claimed_casualties(statements(make(*CLAIMS)))
    assert list(rows["speaker"]) == ["State TV", "A soldier"]


def test_the_front_stands_in_order_of_time(make):
    assert list(claimed_front(statements(make(*CLAIMS)))["claim_id"]) == ["early", "late"]


def test_a_key_figure_keeps_its_claims_side_by_side(make):
    told = statements(corpus := make(*CLAIMS))
    rows = key_figures(told, compared(told, corpus.places, corpus.events))
    figures = rows.groupby("figure")["claim_id"].agg(list).tolist()
    assert figures == [["dead-tv", "dead-soldier"], ["sorties"], ["early", "late"]]
    assert list(rows.loc[rows["figure"] == 1, "verdict"]) == ["apart", "apart"]


def test_one_figure_of_every_measure_comes_before_the_second_of_any(make):
    more = [claim("other", "tv", "scores", event_id="elsewhere")]
    told = statements(corpus := make(*CLAIMS, *more))
    rows = key_figures(told, compared(told, corpus.places, corpus.events))
    assert list(rows.drop_duplicates("figure")["measure"]) == [
        "fatalities",
        "sorties",
        "front_distance",
        "fatalities",
    ]


def test_of_one_measure_the_figure_told_by_most_voices_comes_first(make):
    claims = [
        claim("once", "wire", "dozens", event_id="a-first-by-name"),
        claim("twice", "tv", "dozens", event_id="b-last-by-name"),
        claim("again", "wire", "hundreds", event_id="b-last-by-name"),
    ]
    told = statements(corpus := make(*claims))
    rows = key_figures(told, compared(told, corpus.places, corpus.events))
    assert rows.groupby("figure")["claim_id"].agg(list).tolist() == [["twice", "again"], ["once"]]


def test_a_whole_comes_before_its_parts(make):
    claims = [
        claim("children", "tv", "dozens", counts="children"),
        claim("all", "wire", "hundreds"),
        claim("adults", "soldier", "scores", counts="adults"),
    ]
    told = statements(corpus := make(*claims))
    groups = compared(told, corpus.places, corpus.events)
    assert key_figures(told, groups)["claim_id"].iloc[0] == "all"


def test_key_figures_follow_the_ranks_of_the_vocabulary(make):
    others = [claim(name, "tv", "one", measure=name) for name in ("air_strikes", "besieged", "population")]
    others.append(claim("said", "tv", measure="occurrence", unit=None))
    told = statements(corpus := make(*CLAIMS, *others))
    rows = key_figures(told, compared(told, corpus.places, corpus.events)).drop_duplicates("figure")
    ranked = sorted((m for m in MEASURES.values() if m.rank), key=lambda m: m.rank)
    assert list(rows["measure"]) == [m.name for m in ranked if m.name in set(rows["measure"])]
    assert len(rows) == 6, "an occurrence is no key figure, and neither is a strength without a number"


def test_a_claim_without_place_still_belongs_to_its_event(make):
    elsewhere = claim("b", "soldier", "hundreds", place_id="base")
    told = statements(corpus := make(claim("a", "tv", "dozens"), elsewhere))
    assert key_figures(told, compared(told, corpus.places, corpus.events))["figure"].nunique() == 1


def test_control_keeps_claimed_apart_from_assessed(make):
    control = [
        {
            "place_id": "base",
            "actor_id": "government",
            "status": "held",
            "date": "2015-11-10/..",
            "claim_id": "dead-tv",
        }
        | {"basis": "claimed"},
        {"place_id": "base", "actor_id": "government", "status": "besieged", "date": "2013/2015-11-10"}
        | {"basis": "assessed", "claim_id": "dead-tv"},
    ]
    corpus = make(*CLAIMS, control=control)
    rows = holdings(corpus, statements(corpus))
    assert list(rows["status"]) == ["besieged", "held"]
    assert list(rows["basis"]) == ["assessed", "claimed"]
    assert pd.isna(rows.loc[1, "end"])


def test_the_register_counts_what_was_coded_and_zero_is_counted(make):
    corpus = make(*CLAIMS)
    rows = register(corpus, statements(corpus)).set_index("source_id")
    assert rows["number"].to_dict() == {"r1": 1, "r2": 2, "r3": 3}
    assert rows["claims"].to_dict() == {"r1": 6, "r2": 0, "r3": 0}


def test_months_of_one_event_are_figures_of_their_own_and_the_larger_comes_first(make):
    month = {"measure": "displacements", "actor_id": None}
    claims = [
        claim("november", "wire", "88,892", as_of="2015-11", **month),
        claim("december", "wire", "107,294", as_of="2015-12", source_id="r2", **month),
        claim("families", "tv", "3,240", unit="families", as_of="2015-12", **month),
    ]
    told = statements(corpus := make(*claims))
    rows = key_figures(told, compared(told, corpus.places, corpus.events))
    assert rows.groupby("figure")["claim_id"].agg(list).tolist() == [["december"], ["november"], ["families"]]
