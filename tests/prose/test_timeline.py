"""The words around timeline and control: the finding, the exceptions, and what is shown."""

import re

import pandas as pd
import pytest

from analysis import derive, load, prose
from analysis.model import Citation
from tests.derive.conftest import claim

HAPPENED = {"measure": "occurrence", "unit": None}
REPORTS = [
    {"source_id": "r1", "title": "First", "published": "2015-11-10"},
    {"source_id": "r2", "title": "Second", "published": "[2015-10-12..2015-10-18]"},
    {"source_id": "r3", "title": "Third", "published": "2015-10-12"},
]


def told(make, *claims, events, **tables):
    """The words around the timeline of the events, and their statements."""
    corpus = make(*claims, events=events, sources=REPORTS, **tables)
    statements = derive.statements(corpus)
    timeline = derive.timeline(corpus, statements)
    printed = derive.register(corpus, statements)
    return prose.timeline.words(timeline, derive.event_counts(timeline), printed, statements)


def event(key: str, date: str | None, **other) -> dict:
    return {"event_id": key, "title": f"Event {key}", "date": date, "kind": "fighting"} | other


def on(key: str, report: str, **other) -> dict:
    return claim(f"{key}-{report}", "author", event_id=key, source_id=report) | HAPPENED | other


def test_the_finding_is_a_long_silence_after_those_who_tell_most(make):
    words = told(
        make, on("a", "r2"), on("b", "r3"), on("c", "r1"),
        events=[event("a", "2015-10-09"), event("b", "2015-10-10"), event("c", "2015-11-10")],
    )  # fmt: skip
    assert words["title"] == (
        "Two of three events are told by reports of 12 to 18 October 2015; "
        "no report dates from the three weeks after"
    )


def test_the_silence_may_lie_before_the_one_report_that_tells_most(make):
    words = told(
        make, on("a", "r2"), on("b", "r1"), on("c", "r1"),
        events=[event("a", "2015-10-09"), event("b", "2015-11-09"), event("c", "2015-11-10")],
    )  # fmt: skip
    assert words["title"] == (
        "Two of three events are told by a report of 10 November 2015; "
        "no report dates from the three weeks before"
    )


def test_without_a_silence_it_is_the_number_and_the_time(make):
    words = told(make, on("a", "r2"), events=[event("a", "2015-10-09")])
    assert words["title"] == "One event, 9 October 2015"
    assert words["shown"] == "The one event is shown."


def test_many_events_are_counted_and_the_month_of_most_is_the_finding(make):
    events = [event(f"e{n}", f"2015-{10 - (n % 3 == 0):02}-05") for n in range(61)]
    words = told(make, *(on(one["event_id"], "r2") for one in events), events=events)
    assert words["title"] == "61 events, 5 September to 5 October 2015; most began in October 2015 (40)"
    assert words["subtitle"].startswith("Events by kind and by the month in which they began")
    assert words["shown"] == "All 61 events are counted; each stands in the data."


def test_no_silence_is_said_where_any_report_is_undated_or_written_then(make):
    claims = [on("a", "r2"), on("b", "r3"), on("c", "r1")]
    events = [event("a", "2015-10-09"), event("b", "2015-10-10"), event("c", "2015-11-10")]
    for further in ({}, {"published": "2015-10-30"}):
        corpus = make(*claims, events=events, sources=[*REPORTS, {"source_id": "r4", "title": "D"} | further])
        statements = derive.statements(corpus)
        timeline = derive.timeline(corpus, statements)
        printed = derive.register(corpus, statements)
        title = prose.timeline.title(timeline, derive.event_counts(timeline), printed)
        assert title == "Three events, 9 October to 10 November 2015"


def test_a_year_is_no_month_of_the_title(make):
    words = told(make, on("a", "r2"), events=[event("a", "2013/2015-10-09")])
    assert words["title"] == "One event, 2013 to 9 October 2015"


def test_no_event_has_a_title_all_the_same(make):
    words = told(make, claim("c", "tv", event_id=None), events=[])
    assert words["title"] == "Timeline of events"
    assert words["notes"] == []


def test_dates_given_differently_are_named_with_both_claims(make):
    began = {"measure": "start", "unit": None, "event_id": "a"}
    words = told(
        make,
        on("a", "r3"),
        claim("one", "wire", "in March", as_of="2015-03") | began,
        claim("two", "author", "since April 2015", as_of="2015-04", source_id="r2") | began,
        claim("three", "tv", "in spring", as_of="2015-21") | began,
        events=[event("a", "2015-03/2015-10-01")],
    )
    (note,) = [note for note in words["notes"] if "start is given" in str(note) and "Event a" in str(note)]
    assert "Event a: the start is given as March 2015 [1 p1" in str(note)
    assert "April 2015 [2 p1" in str(note)
    first = str(words["notes"][0])
    assert first.startswith("Dated in the words of reports: “since April 2015” [2 p1")
    assert len([run for run in words["notes"][0].runs if isinstance(run, Citation)]) == 3


@pytest.mark.parametrize(("dates", "said"), [
    (["2015-10-09?", "2015-10-10?"], "Both dates are inferred, in whole or in part."),
    (["2015-10-09?", "2015-10-10"], "One of two dates is inferred, in whole or in part."),
    (["2015-10-09", "2015-10-10"], "Both dates are stated."),
    (["2015-10-09"], "The date is stated."),
])  # fmt: skip
def test_how_many_dates_are_inferred_is_said_once(make, dates, said):
    events = [event(f"e{n}", date) for n, date in enumerate(dates)]
    notes = told(make, *(on(one["event_id"], "r2") for one in events), events=events)["notes"]
    assert said in list(map(str, notes))


def test_what_was_under_way_is_named(make):
    notes = told(make, on("a", "r2"), events=[event("a", "2015-10-01/..")])["notes"]
    assert str(notes[-1]) == "One event was under way when last reported: Event a."


def test_events_outside_the_scope_are_said_to_be_grey(make):
    corpus = make(on("a", "r2"), on("b", "r2"), events=[event("a", "2015-10-01"), event("b", "2015-10-02")])
    timeline = derive.timeline(corpus, derive.statements(corpus))
    marked = timeline.assign(in_scope=[True, False], context=[None, "reversal"])
    shown = prose.timeline.shown(marked, derive.event_counts(timeline))
    assert shown == "The one event is shown. One more lies outside the scope: grey."


def control(make, *rows: tuple[str, str, str, str], basis: str = "claimed"):
    """The words around the lanes of holds given as (place, actor, status, date)."""
    carried = claim("told", "tv") | {"measure": "control", "unit": None}
    coded = [
        {"place_id": place, "actor_id": actor, "status": status, "date": date, "basis": basis}
        | {"claim_id": "told"}
        for place, actor, status, date in rows
    ]
    corpus = make(carried, control=coded)
    statements = derive.statements(corpus)
    return prose.control.words(derive.lanes(derive.holdings(corpus, statements)), statements)


LOSS = [
    ("villages", "isis", "lost", "[2015-10-10..2015-10-11]"),
    ("villages", "ahrar", "held", "2015-10-11/.."),
]
OTHER_LOSS = [("hama", "government", "lost", "2015-10-01"), ("hama", "isis", "held", "2015-10-01/..")]


@pytest.mark.parametrize(("rows", "title"), [
    (LOSS, "Loser and taker are both named: ISIS and Ahrar al-Sham"),
    ([*LOSS, ("base", "isis", "held", "/..")],
     "Loser and taker are both named for one of two places: ISIS and Ahrar al-Sham"),
    ([*LOSS, *OTHER_LOSS],
     "Loser and taker are both named for two of two places, last for Villages: ISIS and Ahrar al-Sham"),
    (LOSS[:1], "The place is lost, by no report to whom"),
    ([*LOSS[:1], ("base", "isis", "held", "/..")],
     "For none of two places does a report name both who lost and who took it"),
    ([("base", "isis", "held", "/.."), ("hama", "isis", "contested", "/..")],
     "Two places, one of them contested, none said to change hands"),
    ([("base", "isis", "held", "/..")], "One place, not said to change hands"),
])  # fmt: skip
def test_the_finding_on_control_is_who_lost_and_who_took(make, rows, title):
    assert control(make, *rows)["title"] == title


def test_who_took_a_place_is_named_though_he_is_outside_the_scope(make):
    carried = claim("told", "tv") | {"measure": "control", "unit": None}
    names = ("place_id", "actor_id", "status", "date")
    rows = [dict(zip(names, row, strict=True)) | {"claim_id": "told"} for row in LOSS]
    corpus = make(carried, control=rows)
    held = derive.holdings(corpus, derive.statements(corpus))
    lost = held["actor_id"] == "isis"
    lanes = derive.lanes(held.assign(in_scope=lost, context=[None if own else "compared" for own in lost]))
    assert prose.control.title(lanes) == "Loser and taker are both named: ISIS and Ahrar al-Sham"
    assert prose.control.shown(lanes) == "The one place is shown."


def test_a_taker_of_another_time_took_nothing(make):
    later = ("villages", "ahrar", "held", "2015-11-05/..")
    assert control(make, LOSS[0], later)["title"] == "The place is lost, by no report to whom"


def test_what_no_report_says_is_the_exception(make):
    assert control(make, *LOSS)["notes"] == []
    (note,) = control(make, ("base", "government", "held", "2015-10-10/.."), basis="assessed")["notes"]
    assert str(note) == "Read by us, not said by a report: the base, held by Government [1 p1]."


def test_places_without_a_lane_are_counted(make):
    carried = claim("told", "tv") | {"measure": "control", "unit": None}
    coded = {"actor_id": "isis", "status": "held", "date": "2015-10-10/..", "claim_id": "told"}
    corpus = make(carried, control=[coded | {"place_id": place} for place in ("base", "hama", "near")])
    held = derive.holdings(corpus, derive.statements(corpus))
    assert prose.control.shown(derive.lanes(held)) == "All three places are shown."
    assert prose.control.shown(derive.lanes(held, most=2)).startswith(
        "Two of three places are shown: those that"
    )


@pytest.mark.parametrize("corpus", ["aleppo-2015", "exercise"])
@pytest.mark.parametrize("scope", [{}, {"start": "2015-10-09", "end": "2015-10-11"}, {"end": "2033-06-20"}])
def test_words_of_both_corpora_are_whole_sentences(corpus, scope):
    coded = load.corpus(f"seeds/{corpus}")
    statements = derive.statements(coded)
    groups = derive.compared(statements, coded.places, coded.events)
    within = derive.scope(coded, groups, **scope)
    shown = within.claims(statements)
    timeline = within.events(derive.timeline(coded, statements))
    counts, printed = derive.event_counts(timeline), derive.register(coded, shown)
    lanes = derive.lanes(within.holdings(derive.holdings(coded, statements)))
    for words in (
        prose.timeline.words(timeline, counts, printed, shown),
        prose.control.words(lanes, shown),
    ):
        texts = [words["title"], words["subtitle"], words["shown"], *map(str, words["notes"])]
        for text in texts:
            assert not re.search(r"\b(\w+) \1\b|  | [,.;]|\.\.|None|nan", text), text
            assert not re.search(r"(?<![\d.,“])\b1 (\w*[^s\W]s)\b", text), text
        assert len(words["title"]) <= 150
    assert isinstance(timeline, pd.DataFrame)
