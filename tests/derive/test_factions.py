"""Ties on a day, the lines that they come to, the sides that follow, and what changed."""

import pytest

from analysis.derive import bonds, changed, sides, statements, ties
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


LEFT = {"actor_id": "ahrar", "relation": "left", "other_id": "front", "date": "2015-10-20", "claim_id": "a"}


@pytest.mark.parametrize("relation", ["member_of", "supports", "allied_with"])
@pytest.mark.parametrize(
    ("day", "kinds"),
    [("2015-10-19", 1), ("2015-10-20", 0), ("2015-10-21", 0), ("2015-10", 1), ("2015-11", 0)],
)
def test_who_left_is_no_member_ally_or_supporter_from_that_day_on(make, relation, day, kinds):
    held = {
        "actor_id": "ahrar",
        "relation": relation,
        "other_id": "front",
        "date": "2015/..",
        "claim_id": "a",
    }
    corpus = make(claim("a", "author"), relations=[held, LEFT])
    rows = ties(corpus, statements(corpus), day)
    assert (rows["relation"] == relation).sum() == kinds
    assert (rows["relation"] == "left").any() == (day != "2015-10-19")
    assert sides(rows, corpus.actors)["side"].notna().any() == (kinds == 1 and day == "2015-10-19")


def test_who_left_may_come_back_and_fights_go_on(make):
    back = {"actor_id": "ahrar", "relation": "member_of", "other_id": "front", "date": "2015-11-01/.."}
    foe = {"actor_id": "ahrar", "relation": "fights", "other_id": "front", "date": "2015/.."}
    corpus = make(claim("a", "author"), relations=[one | {"claim_id": "a"} for one in (back, foe)] + [LEFT])
    assert list(ties(corpus, statements(corpus), "2015-11-05")["relation"]) == ["member_of", "fights", "left"]
    assert sides(ties(corpus, statements(corpus)), corpus.actors)["side"].notna().all()


def test_who_joins_on_the_day_of_leaving_is_a_member(make):
    joined = {"actor_id": "ahrar", "relation": "member_of", "other_id": "front", "date": "2015-10-20/.."}
    corpus = make(claim("a", "author"), relations=[joined | {"claim_id": "a"}, LEFT])
    for day in ("", "2015-10-20", "2015-10-21"):
        rows = ties(corpus, statements(corpus), day)
        assert list(rows["relation"]) == ["member_of", "left"]
        assert sides(rows, corpus.actors)["side"].notna().all()


def test_a_tie_says_when_it_was_last_reported(make):
    tie = {"actor_id": "ahrar", "relation": "fights", "other_id": "isis", "date": "/..", "claim_id": "a"}
    corpus = make(claim("a", "author", as_of="2015-10-12"), relations=[tie])
    for day in ("2015-10-01", "2015-10-12", "2015-12-01"):
        (row,) = ties(corpus, statements(corpus), day).to_dict("records")
        assert f"{row['attested']:%Y-%m-%d}" == "2015-10-12"


def test_a_tie_of_another_kind_makes_no_side(make):
    kinds = ("neutral_to", "mediates")
    others = [{"actor_id": "ahrar", "relation": kind, "other_id": "isis", "claim_id": "a"} for kind in kinds]
    corpus = make(claim("a", "author"), relations=others)
    assert sides(ties(corpus, statements(corpus)), corpus.actors)["side"].isna().all()


AUTHOR = {"speaker_id": "author", "name": "Author", "kind": "author"}


def told_twice(make):
    """A fight told from either end by two authors, and support that nobody named tells."""
    relations = [
        {"actor_id": "isis", "relation": "fights", "other_id": "government", "claim_id": "a"},
        {"actor_id": "government", "relation": "fights", "other_id": "isis", "claim_id": "b"},
        {"actor_id": "ahrar", "relation": "supports", "other_id": "government", "claim_id": "c"},
    ]
    claims = [claim("a", "author"), claim("b", "author", source_id="r2"), claim("c", "unnamed")]
    speakers = [{"speaker_id": "unnamed", "name": "a voice", "kind": "unattributed"}, AUTHOR]
    corpus = make(*claims, relations=relations, speakers=speakers)
    return bonds(ties(corpus, statements(corpus)), statements(corpus))


def test_a_tie_that_holds_both_ways_is_one_line_with_all_its_claims(make):
    rows = told_twice(make).set_index("relation")
    assert list(rows.index) == ["fights", "supports"]
    fight = rows.loc["fights"]
    assert (fight["actor_id"], fight["other_id"]) == ("government", "isis")
    assert set(fight["claim_ids"].split()) == {"a", "b"}
    assert len(fight["cites"].split("; ")) == len(fight["claim_sources"].split()) == 2


def test_a_line_is_named_where_anyone_named_says_it(make):
    assert told_twice(make)["named"].tolist() == [True, False]


def test_a_line_is_outside_the_scope_where_all_its_ties_are(make):
    corpus = make(
        claim("a", "author"), claim("b", "author"), relations=[*RELATIONS, RELATIONS[-1] | {"claim_id": "b"}]
    )
    told = statements(corpus)
    narrowed = ties(corpus, told).assign(context=["tie", None, "tie", None])
    rows = bonds(narrowed, told).set_index("actor_id")
    assert rows["context"].isna().sum() == 2
    assert rows.loc[rows["relation"] == "member_of", "in_scope"].tolist() == [False]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ([], 0),
        ([{"relation": "left", "date": "2015-10-20"}], 2),
        ([{"relation": "fights", "date": "2015-10-20/.."}], 2),
        ([{"relation": "allied_with", "date": "2015-10-20/.."}], 0),
        ([{"relation": "supports", "date": "2014/2015-03"}], 2),
    ],
)
def test_a_pair_changed_where_a_tie_ended_or_another_puts_it_otherwise(make, more, expected):
    first = {"actor_id": "ahrar", "other_id": "front", "claim_id": "a"}
    relations = [first | {"relation": "member_of", "date": "2015-10/.."}, *(first | one for one in more)]
    corpus = make(claim("a", "author"), relations=relations)
    assert len(changed(ties(corpus, statements(corpus)))) == expected


def test_a_fight_of_one_day_is_no_change(make):
    corpus = make(claim("a", "author"), relations=RELATIONS)
    assert changed(ties(corpus, statements(corpus))).empty
