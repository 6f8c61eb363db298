"""Pairs that are not compared, each with its reason."""

from analysis.derive import compared, statements, uncompared
from tests.derive.conftest import claim
from tests.derive.test_containment import EVENTS, PLACES


def test_every_pair_that_is_not_compared_says_why(make):
    claims = [
        claim("all", "wire", "12"),
        claim("town", "tv", "400", place_id="town"),
        claim("other", "tv", "5", place_id="other", counts="children"),
        claim("to-come", "author", "90", method="projected"),
    ]
    corpus = make(*claims, places=PLACES, events=EVENTS)
    told = statements(corpus)
    groups = compared(told, corpus.places, corpus.events)
    pairs = uncompared(told, groups, corpus.places, corpus.events)
    reasons = {frozenset(row.claim_ids.split()): row.reason for row in pairs.itertuples()}
    assert reasons == {
        frozenset({"town", "all"}): "breach",
        frozenset({"other", "all"}): "part",
        frozenset({"town", "other"}): "place",
        **{frozenset({key, "to-come"}): "method" for key in ("all", "town", "other")},
    }
    one = groups[groups["claim_ids"] == "town"]
    assert len(uncompared(told, one, corpus.places, corpus.events)) == 3


def test_what_a_claim_calls_a_part_is_not_also_said_to_be_beyond_comparison(make):
    claims = [
        claim("whole", "wire", "70", counts="children"),
        claim("part", "wire", "12", stance="part_of", about="whole", counts="women"),
        claim("men", "wire", "9", counts="men"),
    ]
    for order in (claims, claims[::-1]):
        corpus = make(*order, places=PLACES, events=EVENTS)
        told = statements(corpus)
        groups = compared(told, corpus.places, corpus.events)
        pairs = uncompared(told, groups, corpus.places, corpus.events)
        reasons = sorted((" ".join(sorted(row.claim_ids.split())), row.reason) for row in pairs.itertuples())
        assert reasons == [("men part", "tags"), ("men whole", "tags"), ("part whole", "part")]
        assert list(groups.set_index("claim_ids")["other_tags"][["whole", "part", "men"]]) == [1, 1, 2]


def test_who_did_it_or_whose_they_are_said_by_one_only_is_a_reason_of_its_own(make):
    dead = {"actor_id": None}
    claims = [
        claim("open", "wire", "12", **dead),
        claim("done", "tv", "40", by_id="ahrar", **dead),
        claim("done-too", "tv", "9", by_id="front", source_id="r2", **dead),
        claim("whose", "author", "5", source_id="r2"),
        claim("others", "author", "7", source_id="r2", actor_id="government"),
        claim("elsewhere", "wire", "99", event_id="flight"),
    ]
    corpus = make(*claims, places=PLACES, events=EVENTS)
    told = statements(corpus)
    groups = compared(told, corpus.places, corpus.events)
    assert list(groups["claims"]) == [1] * 6, "they stay apart"
    pairs = uncompared(told, groups, corpus.places, corpus.events)
    reasons = {frozenset(row.claim_ids.split()): row.reason for row in pairs.itertuples()}
    assert reasons == {
        **{frozenset({"open", key}): "doer" for key in ("done", "done-too")},
        **{frozenset({"open", key}): "actor" for key in ("whose", "others")},
        **{frozenset({one, key}): "actor" for one in ("done", "done-too") for key in ("whose", "others")},
    }
    told_of = groups.set_index("claim_ids")[["other_doer", "other_actor"]]
    assert list(told_of.loc["open"]) == [2, 2]
    assert list(told_of.loc["done"]) == [1, 2]
    assert list(told_of.loc["elsewhere"]) == [0, 0]
