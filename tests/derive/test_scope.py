"""What a region, a period and factions leave in, what comes along, and what they say they left out."""

import pandas as pd
import pytest

from analysis.derive import (
    compared,
    holdings,
    scope,
    sides,
    statements,
    ties,
    timeline,
    uncompared,
)
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
PEOPLE = [{"event_id": "relief", "actor_id": "isis", "role": "defender", "claim_id": "a"}]


def groups_of(corpus):
    return compared(statements(corpus), corpus.places, corpus.events)


def within(corpus, **asked):
    return scope(corpus, groups_of(corpus), **asked)


def narrowed(make, **asked):
    return within(make(*CLAIMS, events=EVENTS, participants=PEOPLE), **asked)


def shown(narrow, corpus=None):
    """The claims in scope, and those kept as context with their reason."""
    rows = narrow.claims(statements(corpus or narrow.corpus))
    context = rows[~rows["in_scope"]]
    return list(rows.loc[rows["in_scope"], "claim_id"]), dict(
        zip(context["claim_id"], context["context"], strict=True)
    )


def events(narrow):
    rows = narrow.events(timeline(narrow.corpus, statements(narrow.corpus)))
    return list(rows.loc[rows["in_scope"], "event_id"])


def test_without_a_wish_every_frame_stays_as_it_is(make):
    whole = narrowed(make)
    told = statements(whole.corpus)
    assert whole.claims(told) is told
    assert whole.left_out.empty
    assert whole.kept.empty


def test_an_open_end_is_known_until_the_report_and_no_longer(make):
    assert events(narrowed(make, start="2015-10-20", end="2015-11-09")) == ["nowhere", "hama"]
    assert "hama" not in events(narrowed(make, start="2015-12"))


def test_what_began_in_the_period_is_told_apart_from_what_lasted_through_it(make):
    lasts = {"event_id": "lasts", "title": "Lasts", "date": "2014/2016", "place_id": "base"}
    corpus = make(events=[*EVENTS, lasts])
    narrow = within(corpus, start="2015-10-09", end="2015-10-31")
    rows = narrow.inside(narrow.events(timeline(corpus, statements(corpus))))
    assert list(rows["event_id"]) == ["nowhere", "hama"]


def test_what_has_no_day_is_of_the_period_in_which_it_was_reported(make):
    corpus = make(claim("a", "tv", "one"), events=[{"event_id": "relief", "title": "Undated"}])
    assert events(within(corpus, start="2015-11")) == ["relief"]
    early = within(corpus, end="2015-10")
    assert events(early) == []
    assert ["events", "undated", 1] in early.left_out.values.tolist()


def test_a_total_over_a_longer_time_is_the_whole_of_the_period_and_no_content(make):
    total = claim("total", "tv", "dozens", event_id=None, as_of="2015-09-30/2015-11-10", place_id="base")
    day = claim("day", "tv", "dozens", event_id=None, as_of="2015-10-10", place_id="hama")
    assert shown(within(make(total, day), start="2015-10-09", end="2015-10-11")) == (
        ["day"],
        {"total": "whole"},
    )


FRONT = {"measure": "front_distance", "unit": "km", "event_id": None}


def test_a_later_state_of_a_number_comes_along(make):
    near = claim("near", "author", "one", as_of="2015-10-09", place_id="base", **FRONT)
    far = claim("far", "author", "some 20 km", as_of="2015-10-12", place_id="base", **FRONT)
    corpus = make(near, far, events=[])
    assert shown(within(corpus, end="2015-10-11")) == (["near"], {"far": "reversal"})
    before = [claim(key, "tv", "one", event_id=None, as_of="2015-10-01") for key in ("x", "y")]
    corpus = make(*before, near, far, events=[])
    assert shown(within(corpus, end="2015-10-11")) == (["x", "y", "near"], {"far": "reversal"})


def test_an_earlier_figure_stays_beside_the_later_one_of_its_voice(make):
    told = {"measure": "strength", "event_id": None, "place_id": "base", "source_id": "r2"}
    rows = [
        claim("first", "author", "dozens", as_of="2015-10-09", **told),
        claim("second", "author", "hundreds", as_of="2015-10-11", **told),
        claim("wire", "wire", "hundreds", as_of="2015-10-11", **told),
    ]
    narrow = within(make(*rows), start="2015-10-10")
    assert shown(narrow) == (["second", "wire"], {"first": "compared"})
    (group,) = narrow.groups(groups_of(narrow.corpus)).to_dict("records")
    assert (group["earlier_ids"], group["in_scope"]) == ("first", True)


def test_a_group_of_later_counts_alone_is_context(make):
    """What a later count revises is in scope; what it makes of it is not."""
    first = claim("first", "tv", "dozens", as_of="2015-10-09", place_id="base", event_id=None)
    later = first | {"claim_id": "later", "as_of": "2015-12-08", "stance": "revises", "about": "first"}
    corpus = make(first, later, events=[])
    (group,) = groups_of(corpus).to_dict("records")
    assert (group["claim_ids"], group["revised_ids"]) == ("later", "first")
    (group,) = within(corpus, end="2015-10").groups(groups_of(corpus)).to_dict("records")
    assert (group["in_scope"], group["context"]) == (False, "revision")


CONTROL = [
    {"place_id": "base", "actor_id": "isis", "status": "held", "date": "2015-10-09/..", "claim_id": "a"},
    {"place_id": "base", "actor_id": "ahrar", "status": "held", "date": "2015-11-01/..", "claim_id": "b"},
    {"place_id": "base", "actor_id": "front", "status": "held", "date": "2014", "claim_id": "c"},
]


def test_a_place_that_changes_hands_says_so_whoever_was_asked_for(make):
    corpus = make(*CLAIMS, events=EVENTS, control=CONTROL)
    for asked in ({"factions": ["ISIS"]}, {"start": "2015-10-09", "end": "2015-10-11"}):
        narrow = within(corpus, **asked)
        rows = narrow.holdings(holdings(corpus, statements(corpus)))
        assert rows[["actor_id", "in_scope"]].values.tolist() == [["isis", True], ["ahrar", False]], asked
        assert rows["context"].tolist()[1:] == ["reversal"]


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ("2014-01/2015-10-20", "compared"),
        ("2014-01/2015-10-01", None),
        ("2015-10-10/2015-10-20", "compared"),
        ("2015-11-01/..", "reversal"),
        ("2015-11-1X", "reversal"),
    ],
)
def test_only_what_began_when_the_other_had_ended_is_a_later_state(make, other, reason):
    """Asked for one faction: who holds the place before or beside it holds it no later."""
    held = CONTROL[0] | {"date": "2015-10-09/2015-11-01"}
    corpus = make(*CLAIMS, events=EVENTS, control=[held, CONTROL[1] | {"date": other}])
    rows = within(corpus, factions=["ISIS"]).holdings(holdings(corpus, statements(corpus)))
    assert dict(zip(rows["actor_id"], rows["context"].fillna(""), strict=True)) == {"isis": ""} | (
        {"ahrar": reason} if reason else {}
    )


def test_what_came_before_the_period_is_no_later_state(make):
    """A hold that lasts into the period began with a seizure; that and other old turns are not told."""
    turns = [
        {"event_id": "old", "title": "Taken", "date": "2014-05", "place_id": "base", "kind": "seizure"},
        {"event_id": "new", "title": "Taken", "date": "2015-12", "place_id": "base", "kind": "seizure"},
    ]
    held = CONTROL[0] | {"date": "2014-05/.."}
    narrow = within(make(*CLAIMS, events=[*EVENTS, *turns], control=[held]), start="2015-10", end="2015-10")
    rows = narrow.events(timeline(narrow.corpus, statements(narrow.corpus)))
    later = rows[rows["context"] == "reversal"]
    assert later["event_id"].tolist() == ["new"]


def test_an_earlier_number_is_no_later_state(make):
    seen = claim("seen", "author", "one", as_of="2015-10-09", place_id="base", **FRONT)
    old = claim("old", "author", "some 20 km", as_of="2014-10-12", place_id="base", **FRONT)
    wide = claim("wide", "author", "some 30 km", as_of="2014-01/2015-10-20", place_id="base", **FRONT)
    reasons = shown(within(make(seen, old, wide, events=[]), start="2015-10", end="2015-10"))[1]
    assert "reversal" not in reasons.values()


def test_what_was_told_of_an_event_after_the_period_is_context_and_a_projection_is_out(make):
    """A later count bears on the toll of the period and is not of it; that it happened is."""
    later = {"source_id": "later", "title": "Later", "reliability": "C", "published": "2015-12-08"}
    first = {"source_id": "r1", "title": "First", "reliability": "D", "published": "2015-11-10"}
    rows = [
        claim("count", "tv", "dozens"),
        claim("dated", "wire", "hundreds", as_of="2015-12-08", source_id="later"),
        claim("undated", "wire", "hundreds", source_id="later"),
        claim("ofday", "wire", "dozens", as_of="2015-11-10", source_id="later"),
        claim("happened", "wire", source_id="later", measure="occurrence", unit=None),
        claim("denied", "tv", source_id="later", stance="denies", about="count", unit=None),
        claim("forecast", "wire", "hundreds", as_of="2016-02", source_id="later", method="projected"),
        claim("foretold", "wire", "hundreds", as_of="2016-02", method="projected"),
    ]
    narrow = within(make(*rows, sources=[first, later]), end="2015-11-30")
    assert shown(narrow) == (
        ["count", "ofday", "happened"],
        {"dated": "told_after", "undated": "told_after", "denied": "denial"},
    )
    assert ["claims", "period", 2] in narrow.left_out.values.tolist()


def test_what_ends_comes_along_with_those_who_say_so(make):
    siege = {"event_id": "siege", "title": "Siege", "kind": "siege", "place_id": "base"}
    ended = {"event_id": "relief", "title": "Ended", "kind": "siege_ended", "place_id": "base"}
    corpus = make(
        claim("a", "tv", event_id="siege", measure="occurrence", unit=None),
        claim("b", "tv", "dozens"),
        events=[siege | {"date": "2015-10-01/2015-11-10"}, ended | {"date": "2015-11-10"}],
    )
    narrow = within(corpus, end="2015-10-31")
    assert (events(narrow), shown(narrow)[1]) == (["siege"], {"b": "ended"})


@pytest.mark.parametrize(
    ("stance", "answer", "answered"),
    [("denies", "denial", "denial"), ("revises", "revision", "revision"), ("part_of", "part", "whole")],
)
def test_answers_to_what_is_shown_come_along_both_ways(make, stance, answer, answered):
    first = claim("first", "tv", "dozens", event_id=None, place_id="base", as_of="2015-10-01")
    later = claim("later", "tv", "one", event_id=None, place_id="hama", as_of="2015-12-01")
    corpus = make(first, later | {"stance": stance, "about": "first"})
    assert shown(within(corpus, end="2015-10"))[1] == {"later": answer}
    assert shown(within(corpus, start="2015-12"))[1] == {"first": answered}


def test_a_doubt_of_the_whole_report_comes_along(make):
    doubt = {"stance": "doubts", "event_id": None, "place_id": "hama"}
    corpus = make(claim("a", "tv", "dozens", place_id="base"), claim("doubt", "wire", **doubt))
    assert shown(within(corpus, region="The base"))[1] == {"doubt": "doubt"}


def test_a_doubt_of_the_whole_report_comes_along_with_what_has_no_number(make):
    told = claim("a", "tv", measure="occurrence", unit=None, event_id=None, place_id="base")
    doubt = claim("doubt", "wire", stance="doubts", event_id=None, place_id="hama")
    other = claim("b", "tv", "dozens", event_id=None, place_id="hama")
    assert shown(within(make(told, doubt, other), region="The base")) == (["a"], {"doubt": "doubt"})


def test_factions_go_by_any_of_their_names(make):
    for name in ("isis", "ISIS", "Islamic State", "daesh"):
        narrow = narrowed(make, factions=[name])
        assert (shown(narrow)[0], narrow.factions) == (["a", "c"], ("ISIS",))


def test_what_names_no_faction_is_not_of_one_unless_it_took_part_in_the_event(make):
    people = [*PEOPLE, {"event_id": "hama", "actor_id": "ahrar", "role": "attacker", "claim_id": "other"}]
    nobody = {"actor_id": None, "measure": "displaced"}
    corpus = make(
        claim("a", "tv", "dozens"),
        claim("theirs", "tv", "dozens", **nobody),
        claim("other", "tv", "dozens", **nobody | {"event_id": "hama"}),
        claim("alone", "tv", "dozens", **nobody | {"event_id": "nowhere"}),
        claim("province", "tv", "dozens", **nobody | {"event_id": None, "place_id": "hama"}),
        events=EVENTS,
        participants=people,
    )
    narrow = within(corpus, factions=["ISIS"])
    assert (events(narrow), shown(narrow)) == (["relief"], (["a", "theirs"], {}))
    assert narrow.left_out.values.tolist() == [
        ["events", "factions", 1],
        ["events", "faction_not_stated", 1],
        ["claims", "factions", 1],
        ["claims", "faction_not_stated", 2],
    ]


TIES = [
    {"actor_id": "government", "relation": "supports", "other_id": "front", "claim_id": "a"},
    {"actor_id": "isis", "relation": "fights", "other_id": "government", "claim_id": "a"},
    {"actor_id": "ahrar", "relation": "member_of", "other_id": "front", "claim_id": "d"},
]


def test_no_side_is_cut_and_no_tie_among_the_shown_is_lost(make):
    corpus = make(*CLAIMS, events=EVENTS, participants=PEOPLE, relations=TIES)
    told = statements(corpus)
    narrow, tied = within(corpus, factions=["ISIS"]), ties(corpus, told)
    rows = narrow.ties(tied)
    assert rows["context"].fillna("").tolist() == ["tie", "", "tie"]
    whole = sides(tied, corpus.actors)
    pd.testing.assert_frame_equal(narrow.sides(whole)[list(whole.columns)], whole)
    assert shown(narrow)[1]["d"] == "carries"


def test_who_left_whom_comes_along_only_where_both_are_shown(make):
    relations = [
        {"actor_id": "isis", "relation": "fights", "other_id": "government", "claim_id": "a"},
        {"actor_id": "ahrar", "relation": "left", "other_id": "front", "claim_id": "a"},
        {"actor_id": "front", "relation": "left", "other_id": "government", "claim_id": "a"},
    ]
    corpus = make(claim("a", "tv", "dozens"), relations=relations)
    rows = within(corpus, factions=["ISIS"]).ties(ties(corpus, statements(corpus)))
    assert list(rows["relation"]) == ["fights"]


def test_frames_without_a_row_keep_their_columns(make):
    corpus = make(events=[])
    told, narrow = statements(corpus), within(corpus, region="Hama", factions=["ISIS"])
    lines, tied = timeline(corpus, told), ties(corpus, told)
    frames = {narrow.claims: told, narrow.events: lines, narrow.ties: tied}
    frames |= {narrow.groups: groups_of(corpus), narrow.sides: sides(tied, corpus.actors)}
    frames |= {narrow.holdings: holdings(corpus, told)}
    frames |= {narrow.pairs: uncompared(told, groups_of(corpus), corpus.places, corpus.events)}
    for narrowed_by, frame in frames.items():
        assert list(narrowed_by(frame))[: len(frame.columns)] == list(frame.columns), narrowed_by


def test_every_row_is_in_scope_or_context_or_counted_as_left_out(make):
    corpus = make(*CLAIMS, events=EVENTS, participants=PEOPLE, relations=TIES, control=CONTROL)
    for asked in ({"region": "Hama"}, {"end": "2015-10-11"}, {"factions": ["Ahrar al-Sham"]}):
        narrow = within(corpus, **asked)
        inside, context = shown(narrow)
        out = narrow.left_out.set_index("table")["rows"].groupby("table").sum()
        assert len(inside) + len(context) + out.get("claims", 0) == len(CLAIMS), asked


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
    within(corpus, region="Hama")
    pd.testing.assert_frame_equal(corpus.claims, before)
