"""The few sentences that open a briefing: what came last, what moved, what stands apart."""

import pytest

from analysis import derive, prose
from analysis.model import Citation
from tests.derive.conftest import claim


def event(key, date):
    return {"event_id": key, "title": key.capitalize(), "date": date}


def hold(actor, status, date):
    where = {"place_id": "base", "actor_id": actor, "status": status, "date": date}
    return where | {"basis": "claimed", "claim_id": f"on-{actor}"}


def front(key, wording, day):
    about = {"measure": "front_distance", "unit": "km", "event_id": None, "place_id": "base"}
    return claim(key, "author", wording, source_id="r2", as_of=day, **about)


CLAIMS = [
    claim("long", "tv", event_id="campaign", measure="occurrence", unit=None),
    claim("brief", "tv", event_id="raid", measure="occurrence", unit=None),
    claim("goes-on", "tv", event_id="siege", measure="occurrence", unit=None),
    claim("on-isis", "tv", event_id=None, place_id="base", measure="control", unit=None),
    claim("on-ahrar", "wire", event_id=None, actor_id="ahrar", measure="control", unit=None),
    claim("on-front", "wire", event_id=None, actor_id="front", measure="control", unit=None),
    front("near", "one", "2015-10-09"),
    front("far", "some 20 km", "2015-10-12"),
    claim("dead-tv", "tv", "dozens", event_id="raid"),
    claim("dead-soldier", "soldier", "hundreds", event_id="raid"),
    claim("agreed", "tv", "one", event_id="raid", measure="losses", unit="depots"),
    claim("agreed-too", "wire", "one", event_id="raid", measure="losses", unit="depots"),
]
EVENTS = [
    event("campaign", "2015-10-01/2015-11-10"),  # ends last
    event("raid", "2015-10-20/2015-10-21"),  # begins last of those that ended
    event("siege", "2015-11-01/.."),  # begins last of all, and goes on
]
CONTROL = [
    hold("isis", "held", "2015-10-10/2015-11-20"),  # begins last of those who held it
    hold("ahrar", "held", "2015-10-01/2015-11-30"),  # ends last, begins first
    hold("front", "contested", "2015-11-20/.."),  # begins last, but holds nothing
]


def highlights(corpus):
    statements = derive.statements(corpus)
    groups = derive.compared(statements, corpus.places, corpus.events)
    timeline = derive.timeline(corpus, statements)
    held, moved = derive.holdings(corpus, statements), derive.claimed_front(statements)
    return [str(passage) for passage in prose.highlights(timeline, held, moved, statements, groups)]


@pytest.fixture
def told(make):
    return highlights(make(*CLAIMS, events=EVENTS, control=CONTROL))


def test_first_comes_the_event_that_ended_last(told):
    assert told[0].startswith("Campaign: 1 October to 10 November 2015")


def test_then_who_came_to_hold_a_place_last(told):
    assert told[1].startswith("The base: held by ISIS, 10 October to 20 November 2015")


def test_then_what_became_of_that_place(told):
    assert told[2].startswith("The base: contested by Islamic Front, since 20 November 2015")


def test_what_became_of_it_outside_the_scope_says_so(make):
    corpus = make(*CLAIMS, events=EVENTS, control=CONTROL)
    statements = derive.statements(corpus)
    held = derive.holdings(corpus, statements).sort_values("start", ignore_index=True)
    held = held.assign(in_scope=[True, True, False], context=[None, None, "reversal"])
    none = derive.timeline(corpus, statements).iloc[:0]
    groups = derive.compared(statements, corpus.places, corpus.events).iloc[:0]
    front = derive.claimed_front(statements).iloc[:0]
    told = [str(one) for one in prose.highlights(none, held, front, statements, groups)]
    assert told[0].startswith("The base: held by ISIS")
    assert told[1].startswith("Outside the scope, a later state: The base: contested by Islamic Front")


def test_then_how_the_front_moved(told):
    assert told[3].startswith("Front distance (ISIS), The base: \u201cone\u201d")
    assert "; then \u201csome 20 km\u201d" in told[3]


def test_then_what_stands_apart_and_nothing_that_agrees(told):
    assert told[4].startswith("Fatalities (ISIS), Raid: State TV: \u201cdozens\u201d")
    assert len(told) == 5


def test_of_events_that_ended_together_the_one_with_most_voices(make):
    events = [event("raid", "2015-10-20"), event("strike", "2015-10-20")]
    raid = [claim("a", "tv", event_id="raid"), claim("b", "wire", event_id="raid", source_id="r2")]
    strike = claim("c", "tv", event_id="strike", measure="occurrence", unit=None)
    for order in (events, events[::-1]):
        assert highlights(make(*raid, strike, events=order))[0].startswith("Raid:")


def test_three_that_stand_apart_at_most(make):
    claims = [
        claim(f"{voice}-{number}", voice, wording, event_id=f"e{number}")
        for number in range(5)
        for voice, wording in (("tv", "dozens"), ("soldier", "hundreds"))
    ]
    events = [{"event_id": f"e{number}", "title": f"Event {number}"} for number in range(5)]
    assert len(highlights(make(*claims, events=events))) == 3


def test_nothing_known_is_no_highlight(make):
    assert highlights(make(events=[])) == []


def test_a_highlight_cites_its_claims(make):
    corpus = make(*CLAIMS, events=EVENTS, control=CONTROL)
    statements = derive.statements(corpus)
    timeline = derive.timeline(corpus, statements)
    groups = derive.compared(statements, corpus.places, corpus.events)
    held, moved = derive.holdings(corpus, statements), derive.claimed_front(statements)
    passages = prose.highlights(timeline, held, moved, statements, groups)
    cited = [[run.claim_id for run in one.runs if isinstance(run, Citation)] for one in passages]
    assert cited == [["long"], ["on-isis"], ["on-front"], ["near", "far"], ["dead-tv", "dead-soldier"]]
