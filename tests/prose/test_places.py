"""What is said of places: how a front moved, where most events lie, and what is not on the map."""

from pathlib import Path

import pytest

from analysis import derive, load, prose
from tests.derive.conftest import claim
from tests.derive.test_places import OUTLINES, PLACES

FRONT = {"measure": "front_distance", "unit": "km", "event_id": None, "actor_id": "isis", "place_id": "town"}


def told(make, *claims, events=()):
    corpus = make(*claims, places=PLACES, events=list(events))
    statements = derive.statements(corpus)
    timeline = derive.timeline(corpus, statements)
    drawn, off = derive.spots(timeline, corpus.places, OUTLINES)
    return derive.fronts(derive.claimed_front(statements), corpus.places), timeline, corpus.places, drawn, off


def test_a_front_that_moved_is_the_title_in_the_words_of_both_days(make):
    near = claim("a", "author", "2 km", as_of="2015-10-09", **FRONT)
    far = claim("b", "author", "some 20 km", as_of="2015-10-12", **FRONT)
    fronts, timeline, places, *_ = told(make, near, far)
    assert prose.places.title(fronts, timeline, places) == (
        "Distance of ISIS from Town: “2 km” (9 Oct), “some 20 km” (12 Oct 2015)"
    )


def test_a_front_that_may_have_stayed_is_no_movement(make):
    claims = [
        claim(key, "author", "some 20 km", as_of=day, **FRONT)
        for key, day in (("a", "2015-10-09"), ("b", "2015-10-12"))
    ]
    fronts, timeline, places, *_ = told(make, *claims)
    assert prose.places.title(fronts, timeline, places) == "Where events happened"


def test_else_the_title_says_in_which_province_most_events_lie(make):
    events = [{"event_id": key, "title": key, "place_id": "north"} for key in "ab"]
    fronts, timeline, places, *_ = told(make, events=[*events, {"event_id": "c", "title": "c"}])
    assert prose.places.title(fronts, timeline, places) == "Two of three events lie in North"
    assert prose.places.title(fronts, timeline.head(1), places) == "The one event lies in North"


def test_notes_give_the_words_with_speaker_and_claim_and_one_list_of_what_is_missing(make):
    events = [{"event_id": "a", "title": "A march"}, {"event_id": "b", "title": "B", "place_id": "town"}]
    far = claim("b", "author", "some 20 km", as_of="2015-10-12", **FRONT)
    fronts, timeline, _, drawn, off = told(make, far, events=events)
    front, whole, missing = prose.places.notes(fronts, off, len(timeline))
    assert str(front).startswith(
        "Author put the distance of ISIS from Town on 12 October 2015 at “some 20 km” ["
    )
    assert [run.claim_id for run in front.runs if not isinstance(run, str)] == ["b"]
    assert "whole ring" in str(whole)
    assert str(missing) == "Not on the map: 1 of 2 events; no place named, 1 (A march)."
    assert prose.places.shown(drawn, off, "Lines: own.") == "One of two events is shown. Lines: own."


@pytest.mark.parametrize("name", ["aleppo-2015", "exercise"])
def test_both_corpora_have_a_front_that_moved_and_count_every_event_once(name):
    folder = Path(__file__).parents[2] / "seeds" / name
    corpus = load.corpus(folder)
    statements = derive.statements(corpus)
    timeline = derive.timeline(corpus, statements)
    drawn, off = derive.spots(timeline, corpus.places, load.boundaries(folder))
    assert drawn["events"].sum() + len(off) == len(timeline)
    fronts = derive.fronts(derive.claimed_front(statements), corpus.places)
    title = prose.places.title(fronts, timeline, corpus.places)
    assert " from " in title
    assert len(title) <= 140
