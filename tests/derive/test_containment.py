"""Parts and wholes: the false contradictions of place, time and tags, and the true ones."""

import pandas as pd
import pytest

from analysis import load
from tests.derive.conftest import claim
from tests.derive.test_claims import group_with, groups_of, only

PLACES = [
    {"place_id": "country", "name": "Country", "kind": "country"},
    {"place_id": "province", "name": "Province", "kind": "province", "parent_id": "country"},
    {"place_id": "town", "name": "Town", "kind": "town", "parent_id": "province"},
    {"place_id": "quay", "name": "Quay", "kind": "district", "parent_id": "town"},
    {"place_id": "other", "name": "Other town", "kind": "town", "parent_id": "province"},
]
EVENTS = [
    {"event_id": "relief", "title": "Offensive", "date": "2015-11-01/2015-11-20"}
    | {"place_id": "province", "kind": "offensive"},
    {"event_id": "flight", "title": "Flight", "date": "2015-11/..", "kind": "displacement"},
]
GONE = {"measure": "population", "unit": "persons", "actor_id": None, "event_id": None}


@pytest.fixture
def judge(make):
    def groups(*claims):
        return groups_of(make(*claims, places=PLACES, events=EVENTS))

    return groups


def test_a_towns_dead_are_a_part_of_the_provinces(judge):
    groups = judge(claim("town", "tv", "12", place_id="town"), claim("all", "wire", "400"))
    assert list(groups["verdict"]) == ["single", "single"]
    town = group_with(groups, "town")
    assert town["part_of"] == "relief/fatalities/isis"
    assert pd.isna(town["breach"])
    assert town["group_id"] == "relief/fatalities/isis/at:town"


def test_a_part_may_not_exceed_its_whole(judge):
    groups = judge(claim("town", "tv", "400", place_id="town"), claim("all", "wire", "12"))
    assert group_with(groups, "town")["breach"] == "relief/fatalities/isis"


@pytest.mark.parametrize(
    ("part", "whole", "exceeds"),
    [
        ("over 40", "dozens", False),
        ("over 100", "dozens", True),
        ("up to 900", "12", False),
        ("hundreds", "over 40", False),
        ("significant", "12", False),
    ],
)
def test_only_a_part_that_is_certainly_more_is_a_breach(judge, part, whole, exceeds):
    groups = judge(claim("part", "tv", part, counts="children"), claim("all", "wire", whole))
    found = group_with(groups, "part")
    assert (found["part_of"], pd.notna(found["breach"])) == ("relief/fatalities/isis", exceeds)


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ({}, {"method": "documented"}),
        ({}, {"method": "estimated"}),
        ({"method": "estimated"}, {}),
        ({"as_of": "2015-11-15"}, {"as_of": "2015-11-10"}),
    ],
)
def test_floors_estimates_and_earlier_counts_are_no_limit(judge, part, whole):
    more = claim("part", "tv", "43", counts="children", **part)
    found = group_with(judge(more, claim("all", "wire", "12", **whole)), "part")
    assert found["part_of"]
    assert pd.isna(found["breach"])


def test_only_the_nearest_whole_is_named(judge):
    claims = [
        claim("quay", "tv", "3", place_id="quay"),
        claim("town", "tv", "9", place_id="town"),
        claim("all", "tv", "12"),
        claim("children", "tv", "2", place_id="quay", counts="children"),
    ]
    groups = judge(*claims)
    parts = {key: group_with(groups, key)["part_of"] for key in ("children", "quay", "town")}
    assert parts == {
        "children": "relief/fatalities/isis/at:quay",
        "quay": "relief/fatalities/isis/at:town",
        "town": "relief/fatalities/isis",
    }
    assert pd.isna(group_with(groups, "all")["part_of"])


def test_a_breach_of_a_further_whole_is_found_too(judge):
    claims = [
        claim("quay", "tv", "30", place_id="quay"),
        claim("town", "tv", "significant", place_id="town"),
        claim("all", "tv", "12"),
    ]
    assert group_with(judge(*claims), "quay")["breach"] == "relief/fatalities/isis"


def test_another_place_is_not_compared_and_says_so(judge):
    groups = judge(
        claim("here", "tv", "12", place_id="town"), claim("there", "wire", "400", place_id="other")
    )
    assert list(groups["verdict"]) == ["single", "single"]
    assert list(groups["other_place"]) == [1, 1]


def test_without_an_event_another_place_is_another_subject(judge):
    here = {"event_id": None, "as_of": "2015-11-10", "place_id": "town"}
    groups = judge(claim("a", "tv", "12", **here), claim("b", "wire", "400", **here | {"place_id": "other"}))
    assert list(groups["other_place"]) == [0, 0]
    within = judge(
        claim("a", "tv", "12", **here), claim("b", "wire", "400", **here | {"place_id": "province"})
    )
    assert group_with(within, "a")["part_of"] == group_with(within, "b")["group_id"]


def test_tags_of_one_facet_are_not_compared_and_of_several_are_parts(judge):
    claims = [
        claim("children", "tv", "9", counts="children"),
        claim("women", "wire", "12", counts="women"),
        claim("both", "author", "30", counts="children; women"),
        claim("civilians", "tv", "60", counts="civilians"),
        claim("young-civilians", "wire", "8", counts="children; civilians"),
    ]
    groups = judge(*claims)
    assert group_with(groups, "children")["other_tags"] == 2
    both = group_with(groups, "both")["group_id"]
    assert group_with(groups, "children")["part_of"] == both
    wholes = {group_with(groups, key)["group_id"] for key in ("children", "civilians")}
    assert set(group_with(groups, "young-civilians")["part_of"].split()) == wholes


def test_vehicles_destroyed_are_not_held_against_vehicles_captured(judge):
    lost = {"measure": "losses", "unit": "vehicles"}
    groups = judge(
        claim("burnt", "tv", "23", counts="destroyed", **lost),
        claim("taken", "wire", "4", counts="captured", **lost),
    )
    assert list(groups["verdict"]) == ["single", "single"]
    assert list(groups["other_tags"]) == [1, 1]


def test_the_stock_of_november_is_not_that_of_december(judge):
    here = GONE | {"place_id": "town"}
    months = [
        claim("november", "tv", "27,000", as_of="2015-11", **here),
        claim("december", "wire", "9,000", as_of="2015-12", **here),
    ]
    groups = judge(*months)
    assert list(groups["verdict"]) == ["single", "single"]
    assert list(groups["other_window"]) == [1, 1]


def test_a_stock_without_a_day_of_its_own_is_of_the_day_of_its_report(judge):
    front = {"measure": "front_distance", "unit": "km", "event_id": None, "place_id": "town"}
    claims = [claim("near", "wire", "1", as_of="2015-11-08", **front), claim("far", "tv", "20", **front)]
    group = only(judge(*claims))  # the report is of 10 November
    assert (group["verdict"], group["because"]) == ("apart", "later")


@pytest.mark.parametrize(("day", "groups"), [("2015-11-13", 1), ("2015-11-14", 2)])
def test_stocks_are_of_one_time_within_three_days(judge, day, groups):
    here = GONE | {"place_id": "town"}
    told = [claim("a", "tv", "27,000", as_of="2015-11-10", **here)]
    found = judge(*told, claim("b", "wire", "9,000", as_of=day, **here))
    assert len(found) == groups


@pytest.mark.parametrize(
    ("whole", "part", "near"),
    [
        ("2015-11-10", "2015-11-07", True),
        ("2015-11-10", "2015-11-13", True),
        ("2015-11-10", "2015-11-06", False),
        ("2015-11-10/2015-11-20", "2015-11-10", False),
        ("2015-11-11", "2015-11-01/2015-11-11", False),
        ("2015-11-11", "2015-11-11/2015-11-20", False),
    ],
)
def test_a_part_of_a_stock_is_within_three_days_of_its_whole(judge, whole, part, near):
    here = GONE | {"place_id": "town"}
    told = [claim("all", "tv", "27,000", as_of=whole, **here)]
    groups = judge(*told, claim("children", "wire", "9,000", as_of=part, counts="children", **here))
    assert pd.notna(group_with(groups, "children")["part_of"]) == near


def test_stocks_days_apart_are_neither_part_nor_whole_of_each_other(judge):
    here = GONE | {"place_id": "town"}
    days = ("2015-11-10", "2015-11-13", "2015-11-16")
    groups = judge(*(claim(day, "tv", "9,000", as_of=day, **here) for day in days))
    assert len(groups) > 1
    assert groups["part_of"].isna().all()
    assert groups["other_window"].gt(0).all()


def test_parts_of_a_stock_are_of_its_time(judge):
    here = GONE | {"place_id": "town"}
    claims = [
        claim("all", "tv", "27,000", as_of="2015-11-10", **here),
        claim("soon", "wire", "40,000", as_of="2015-11-12", counts="children", **here),
        claim("late", "wire", "40,000", as_of="2015-11-30", counts="women", **here),
    ]
    groups = judge(*claims)
    assert group_with(groups, "soon")["breach"] == group_with(groups, "all")["group_id"]
    assert pd.isna(group_with(groups, "late")["part_of"])
    assert group_with(groups, "late")["other_window"] == 2


def test_a_month_is_a_part_of_the_war_and_not_held_against_it(judge):
    dead = {"event_id": None, "place_id": "country", "actor_id": None}
    claims = [
        claim("november", "tv", "312", as_of="2015-11", **dead),
        claim("december", "tv", "247", as_of="2015-12-01/2015-12-31", **dead),
        claim("war", "wire", "11,400", as_of="2013-03-09/..", source_id="late", **dead),
    ]
    reports = [
        {"source_id": "r1", "title": "A", "published": "2016-01-12"},
        {"source_id": "late", "title": "B", "published": "2016-01-12"},
    ]
    groups = groups_of_dated(judge, claims, reports)
    war = group_with(groups, "war")["group_id"]
    assert war == "country/fatalities/2013-03-09..2016-01-12"
    assert {group_with(groups, key)["part_of"] for key in ("november", "december")} == {war}
    assert group_with(groups, "november")["other_window"] == 1


@pytest.mark.parametrize(
    ("part", "whole", "lies_in"),
    [
        ("2015-11", "2015-11/2015-12", True),
        ("2015-12", "2015-11/2015-12", True),
        ("2015-11-01/2015-12-31", "2015", True),
        ("2014-03", "2014/2015", True),
        ("2015-11-01/2015-11-20", "2015-11/..", True),
        ("2015-10", "2015-11/2015-12", False),
        ("2015-11-20", "2015-11/2015-12", True),
    ],
)
def test_a_month_or_a_year_at_the_end_of_a_span_is_whole(judge, part, whole, lies_in):
    dead = {"event_id": None, "place_id": "country", "actor_id": None}
    claims = [
        claim("part", "tv", "312", as_of=part, **dead),
        claim("whole", "wire", "900", as_of=whole, **dead),
    ]
    groups = groups_of_dated(judge, claims, [{"source_id": "r1", "title": "A", "published": "2016-01-12"}])
    found = group_with(groups, "part")["part_of"]
    assert found == group_with(groups, "whole")["group_id"] if lies_in else pd.isna(found)
    assert group_with(groups, "part")["other_window"] == (0 if lies_in else 1)


def groups_of_dated(judge, claims, reports):
    from tests.derive.conftest import corpus_of

    speakers = [
        {"speaker_id": "tv", "name": "State TV", "kind": "medium"},
        {"speaker_id": "wire", "name": "A wire", "kind": "agency"},
    ]
    rows = {"sources": reports, "speakers": speakers, "places": PLACES, "events": EVENTS, "claims": claims}
    return groups_of(corpus_of(rows))


def test_a_total_that_grows_is_growth_and_one_that_falls_is_a_breach(judge):
    dead = {"event_id": None, "place_id": "country", "actor_id": None, "as_of": "2013-03-09/.."}
    reports = [
        {"source_id": "early", "title": "A", "published": "2015-11-30"},
        {"source_id": "late", "title": "B", "published": "2015-12-31"},
    ]
    grows = [
        claim("then", "tv", "9,000", source_id="early", **dead),
        claim("now", "tv", "11,400", source_id="late", **dead),
    ]
    groups = groups_of_dated(judge, grows, reports)
    assert group_with(groups, "then")["part_of"] == group_with(groups, "now")["group_id"]
    assert groups["breach"].isna().all()
    falls = [grows[0], claim("now", "tv", "400", source_id="late", **dead)]
    groups = groups_of_dated(judge, falls, reports)
    assert group_with(groups, "then")["breach"] == group_with(groups, "now")["group_id"]


def test_a_count_of_december_is_not_within_one_published_before(judge):
    strikes = {"event_id": "flight", "measure": "air_strikes", "unit": "strikes", "actor_id": None}
    reports = [
        {"source_id": "early", "title": "A", "published": "2015-11-30"},
        {"source_id": "late", "title": "B", "published": "2016-01-12"},
    ]
    claims = [
        claim("so-far", "tv", "40", source_id="early", **strikes),
        claim("december", "wire", "90", source_id="late", as_of="2015-12-01/2015-12-31", **strikes),
    ]
    groups = groups_of_dated(judge, claims, reports)
    assert group_with(groups, "december")["part_of"]
    assert groups["breach"].isna().all()


def test_a_flow_that_no_event_and_no_day_holds_is_compared_with_nothing(judge):
    loose = {"event_id": None, "place_id": "town"}
    groups = judge(claim("a", "tv", "12", **loose), claim("b", "wire", "400", **loose))
    assert list(groups["verdict"]) == ["single", "single"]
    assert list(groups["other_window"]) == [1, 1]


def test_claims_that_name_nothing_are_no_part_of_a_longer_time(judge):
    nothing = {"event_id": None, "actor_id": None}
    day = claim("day", "tv", "4", as_of="2015-11-10", **nothing)
    groups = judge(day, claim("month", "wire", "12", as_of="2015-11", **nothing))
    assert groups["part_of"].isna().all()
    assert list(groups["other_window"]) == [1, 1]


def test_a_week_stated_by_the_claim_is_a_part_of_its_event(judge):
    week = claim("week", "tv", "400", as_of="2015-11-05/2015-11-07")
    groups = judge(week, claim("all", "wire", "12"), claim("day", "author", "12", as_of="2015-11-19"))
    assert group_with(groups, "all")["claim_ids"] == "all day"
    assert group_with(groups, "week")["breach"] == "relief/fatalities/isis"
    wider = judge(claim("month", "tv", "12", as_of="2015-11", source_id="r2"), claim("all", "wire", "400"))
    assert group_with(wider, "all")["breach"] == group_with(wider, "month")["group_id"]


@pytest.mark.parametrize("span", ["2015-11-01/2015-11-07", "2015-11-05/2015-11-07", "2015-11-15/2015-11-20"])
def test_the_whole_of_a_week_is_not_counted_as_of_another_time(judge, span):
    groups = judge(claim("week", "tv", "4", as_of=span), claim("all", "wire", "12"))
    assert group_with(groups, "week")["part_of"] == "relief/fatalities/isis"
    assert pd.isna(group_with(groups, "all")["part_of"])
    assert list(groups["other_window"]) == [0, 0]


def test_distances_and_shares_have_no_parts(judge):
    front = {"measure": "front_distance", "unit": "km", "event_id": None, "as_of": "2015-11-10"}
    groups = judge(
        claim("quay", "tv", "20", place_id="quay", **front),
        claim("town", "wire", "1", place_id="town", **front),
    )
    assert groups["part_of"].isna().all()
    assert list(groups["other_place"]) == [1, 1]


def test_what_a_claim_calls_a_part_is_one_whatever_its_dimensions(judge):
    claims = [
        claim("all", "wire", "12"),
        claim("market", "wire", "9", stance="part_of", about="all"),
        claim("street", "wire", "30", stance="part_of", about="all"),
        claim("fighters", "wire", "5", stance="part_of", about="all", actor_id="ahrar", event_id=None),
    ]
    groups = judge(*claims)
    whole = group_with(groups, "all")["group_id"]
    assert list(groups["claims"]) == [1, 1, 1, 1]
    assert {group_with(groups, key)["part_of"] for key in ("market", "street", "fighters")} == {whole}
    assert group_with(groups, "street")["breach"] == whole
    assert group_with(groups, "market")[["breach"]].isna().all()
    assert group_with(groups, "market")["other_tags"] == 1, "the other part"


def test_a_part_said_of_another_faction_exceeds_only_a_whole_with_a_ceiling(judge):
    fighters = {"stance": "part_of", "about": "all", "actor_id": "ahrar", "event_id": None}
    for whole, part, breach in (("12", "5", False), ("over 12", "40", False), ("12", "40", True)):
        groups = judge(claim("all", "wire", whole), claim("fighters", "wire", part, **fighters))
        found = group_with(groups, "fighters")
        assert found["part_of"] == group_with(groups, "all")["group_id"]
        assert pd.notna(found["breach"]) == breach, (whole, part)


def test_a_part_of_a_revised_figure_is_a_part_of_the_revision(judge):
    claims = [
        claim("old", "wire", "71"),
        claim("new", "wire", "118", stance="revises", about="old"),
        claim("children", "wire", "100", stance="part_of", about="old", counts="children"),
    ]
    groups = judge(*claims)
    assert group_with(groups, "children")["part_of"] == group_with(groups, "new")["group_id"]
    assert groups["breach"].isna().all()


def test_places_in_a_circle_end(make):
    circle = [
        {"place_id": "a", "name": "A", "kind": "town", "parent_id": "b"},
        {"place_id": "b", "name": "B", "kind": "town", "parent_id": "a"},
    ]
    claims = [claim("one", "tv", "12", place_id="a"), claim("two", "wire", "13", place_id="b")]
    assert len(groups_of(make(*claims, places=circle))) == 2


def test_aleppos_two_figures_of_the_dead_are_apart_by_their_reading(aleppo):
    corpus = load.corpus(aleppo)
    group = group_with(groups_of(corpus), "a-p3-isis-dead-state-tv")
    assert (group["verdict"], group["because"], group["origin"]) == ("apart", "reading", "one")
    apart = groups_of(corpus).query("verdict == 'apart' and because != 'later'")
    assert only(apart)["group_id"] == group["group_id"]
