"""Ties on a day, the sides that follow, and who met whom."""

import pytest

from analysis.derive import meetings, sides, statements, ties
from tests.derive.conftest import claim

RELATIONS = [
    {
        "actor_id": "ahrar",
        "relation": "member_of",
        "other_id": "front",
        "date": "2015-10/..",
        "claim_id": "a",
    },
    {"actor_id": "ahrar", "relation": "fights", "other_id": "isis", "date": "2015-10-10", "claim_id": "a"},
    {"actor_id": "isis", "relation": "fights", "other_id": "government", "claim_id": "a"},
]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("", ["member_of", "fights", "fights"]),
        ("2015-09-30", ["fights"]),
        ("2015-10-10", ["member_of", "fights", "fights"]),
        ("2015-10-11", ["member_of", "fights"]),
        ("2015-10", ["member_of", "fights", "fights"]),
    ],
)
def test_ties_hold_on_the_days_coded(make, day, expected):
    corpus = make(claim("a", "author"), relations=RELATIONS)
    rows = ties(corpus, statements(corpus), day)
    assert list(rows["relation"]) == expected
    assert set(rows["source_ids"]) == {"r1"}


def test_sides_follow_from_friendly_ties_only(make):
    corpus = make(claim("a", "author"), relations=RELATIONS)
    rows = sides(ties(corpus, statements(corpus)), corpus.actors).set_index("actor_id")
    assert rows.loc["ahrar", "side"] == rows.loc["front", "side"] == 1
    assert rows.loc[["isis", "government"], "side"].isna().all()
    assert not rows["torn"].any()


def test_the_largest_side_is_the_first_whatever_the_names(make):
    relations = [
        {"actor_id": "ahrar", "relation": "member_of", "other_id": "front", "claim_id": "a"},
        {"actor_id": "russia", "relation": "supports", "other_id": "government", "claim_id": "a"},
        {"actor_id": "militia", "relation": "member_of", "other_id": "government", "claim_id": "a"},
    ]
    keys = ("ahrar", "front", "government", "militia", "russia")
    actors = [{"actor_id": key, "name": key, "kind": "armed_group"} for key in keys]
    corpus = make(claim("a", "author"), relations=relations, actors=actors)
    rows = sides(ties(corpus, statements(corpus)), corpus.actors).set_index("actor_id")
    assert rows["side"].to_dict() == {"government": 1, "militia": 1, "russia": 1, "ahrar": 2, "front": 2}


def test_a_side_that_fights_within_itself_is_torn(make):
    feud = [*RELATIONS, {"actor_id": "front", "relation": "fights", "other_id": "ahrar", "claim_id": "a"}]
    corpus = make(claim("a", "author"), relations=feud)
    rows = sides(ties(corpus, statements(corpus)), corpus.actors).set_index("actor_id")
    assert rows["torn"].to_dict() == {"ahrar": True, "front": True, "government": False, "isis": False}


def test_a_supporter_opposes_nobody_for_the_role_does_not_say_whom_it_helps(make):
    people = [
        {"event_id": "relief", "actor_id": "front", "role": "supporter"},
        {"event_id": "relief", "actor_id": "isis", "role": "defender"},
    ]
    corpus = make(claim("a", "tv", "dozens"), participants=people)
    assert not meetings(corpus, statements(corpus))["hostile"].any()


def test_a_meeting_is_hostile_where_roles_oppose(make):
    people = [
        {"event_id": "relief", "actor_id": "government", "role": "attacker"},
        {"event_id": "relief", "actor_id": "front", "role": "attacker"},
        {"event_id": "relief", "actor_id": "isis", "role": "defender"},
    ]
    corpus = make(claim("a", "tv", "dozens"), participants=people)
    rows = meetings(corpus, statements(corpus)).set_index(["actor", "other"])
    assert rows["hostile"].to_dict() == {
        ("Islamic Front", "Government"): False,
        ("Islamic Front", "ISIS"): True,
        ("Government", "ISIS"): True,
    }
    assert set(rows["events"]) == {1}
    assert set(rows["claim_ids"]) == {"a"}


def test_a_tie_of_another_kind_makes_no_side(make):
    neutral = {"actor_id": "ahrar", "relation": "neutral_to", "other_id": "isis", "claim_id": "a"}
    corpus = make(claim("a", "author"), relations=[neutral])
    assert sides(ties(corpus, statements(corpus)), corpus.actors)["side"].isna().all()
