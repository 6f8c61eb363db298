"""What a briefing says, sentence by sentence, and that each figure is cited."""

import pandas as pd
import pytest

from analysis import derive, prose
from analysis.model import Citation
from tests.derive.conftest import claim

CLAIMS = [
    claim("tv", "tv", "dozens", locator="p3", as_of="2015-11-10"),
    claim("soldier", "soldier", "hundreds", locator="p4"),
    claim(
        "sorties",
        "author",
        "over 1,600",
        source_id="r2",
        measure="sorties",
        unit="sorties",
        actor_id="government",
    ),
    claim("early", "author", "one", measure="front_distance", unit="km", event_id=None, place_id="base")
    | {"as_of": "2015-10-09"},
    claim("late", "wire", "some 20 km", measure="front_distance", unit="km", event_id=None, place_id="base")
    | {"as_of": "2015-10-14~"},
]


def cites(passage):
    return [run.claim_id for run in passage.runs if isinstance(run, Citation)]


@pytest.fixture
def told(make):
    corpus = make(*CLAIMS)
    statements = derive.statements(corpus)
    return corpus, statements, derive.compared(statements, corpus.places, corpus.events)


def test_a_contradiction_names_both_voices_their_words_and_what_ties_them(told):
    _, statements, groups = told
    (passage,) = prose.claims.contradictions(statements, groups)
    assert str(passage) == (
        "Fatalities (ISIS), Siege ended: State TV: \u201cdozens\u201d (12 to 99 persons) [r1 p3]; "
        "A soldier: \u201chundreds\u201d (100 to 999 persons) [r1 p4]. "
        "As numbers: apart, by the house\u2019s reading only, floors differ by 8 times "
        "(2 sources, 1 party, of one origin; they share the party Government and report 1)."
    )
    assert passage.runs[1] == Citation("r1", "p3", "tv")
    assert cites(passage) == ["tv", "soldier"]


def test_totals_count_verdicts(told):
    _, _, groups = told
    (passage,) = prose.claims.totals(groups)
    assert str(passage) == "4 quantities are claimed; resting on one claim: 3; apart: 1."
    assert prose.claims.totals(groups.iloc[:0]) == []


def test_beyond_the_most_it_says_how_many_more(told):
    _, statements, groups = told
    told_often = [groups[groups["claims"] > 1]] * 3
    many = prose.claims.contradictions(statements, pd.concat(told_often), most=1)
    assert str(many[-1]) == "2 further groups in the ledger of claims."


def test_figures_keep_words_interval_speaker_grade_and_rule(told):
    _, statements, _ = told
    (passage,) = prose.forces.figures(derive.claimed_forces(statements))
    assert str(passage) == (
        "Sorties (by Government), Siege ended: \u201cover 1,600\u201d (1,600 or more sorties), according to "
        "Author; time: 10 November 2015 (inferred) (numbers coded by hand, graded C3, speaker F) [r2 p1]."
    )
    assert cites(passage) == ["sorties"]


def test_key_figures_stand_side_by_side(told):
    _, statements, groups = told
    dead, sorties, front = prose.key_figures(derive.key_figures(statements, groups))
    assert (dead.value, dead.unit) == ("\u201cdozens\u201d or \u201chundreds\u201d", "")
    assert dead.reading == "read as 12 to 99 or 100 to 999 persons"
    assert dead.note == (
        "10 November 2015; apart, by the house\u2019s reading only, floors differ by 8 times: 2 sources, "
        "1 party, of one origin; they share the party Government and report 1"
    )
    assert (sorties.value, sorties.reading) == ("\u201cover 1,600\u201d", "read as 1,600 or more sorties")
    assert front.value == "\u201cone\u201d, then \u201csome 20 km\u201d"
    assert front.reading == "read as 1, then 18 to 22 km"
    assert front.note == "9 October 2015 and about 14 October 2015"
    assert [citation.claim_id for citation in front.citations] == ["early", "late"]


def test_an_event_says_when_and_that_it_is_inferred(told):
    corpus, statements, _ = told
    (passage,) = prose.events.situation(derive.timeline(corpus, statements), statements)
    assert str(passage).startswith(
        "Siege ended: on 10 November 2015 (inferred), told by 3 sources in 2 reports; place:"
    )
    assert cites(passage) == ["tv", "soldier", "sorties"]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("", "", "10 November 2015 (inferred)"),
        ("2015-10", "", "since October 2015"),
        ("2013", "2015", "2013 to 2015"),
    ],
)
def test_the_period_is_never_more_precise_than_written(told, start, end, expected):
    corpus, statements, _ = told
    assert prose.events.period(derive.timeline(corpus, statements), start, end) == expected


@pytest.mark.parametrize(
    ("last", "expected"),
    [(None, "10 November 2015"), ("2015-12-05", "10 November 2015"), ("2015-10-31", "31 October 2015")],
)
def test_reports_speak_up_to_no_later_day_than_the_period(make, last, expected):
    sources = make(events=[]).sources
    assert prose.events.as_of(sources, pd.Timestamp(last) if last else None) == expected


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["/2012", "2013/.."], "2012 to 2013"),
        (["2015-09-30/..", "2015-10-09"], "30 September to 9 October 2015"),
        (["2015-10/.."], "October 2015"),
        (["/2015-10-11"], "11 October 2015"),
    ],
)
def test_the_period_never_runs_backwards(make, dates, expected):
    events = [{"event_id": str(n), "title": "E", "date": date} for n, date in enumerate(dates)]
    corpus = make(*CLAIMS, events=events)
    assert prose.events.period(derive.timeline(corpus, derive.statements(corpus)), "", "") == expected


def test_an_event_cites_only_those_who_say_that_it_happened(make):
    opinion = claim("opinion", "wire", source_id="r2", measure="assessment", unit=None)
    corpus = make(claim("tv", "tv", "dozens"), opinion)
    statements = derive.statements(corpus)
    (passage,) = prose.events.situation(derive.timeline(corpus, statements), statements)
    assert "told by 1 source in 1 report" in str(passage)
    assert cites(passage) == ["tv"]


def test_only_times_apart_are_a_then(make):
    def at(key, wording, day):
        about = {"measure": "front_distance", "unit": "km", "event_id": None, "place_id": "base"}
        return claim(key, "author", wording, as_of=day, **about)

    corpus = make(
        at("a", "1", "2015-10-12"), at("b", "2", "2015-10-12/2015-10-18"), at("c", "3", "2015-10-20")
    )
    statements = derive.statements(corpus)
    (figure,) = prose.key_figures(
        derive.key_figures(statements, derive.compared(statements, corpus.places, corpus.events))
    )
    assert figure.reading == "read as 1 or 2, then 3 km"
    assert figure.note == "12 October 2015 and 20 October 2015"


def test_ties_are_said_once_with_their_claims(make):
    relations = [
        {"actor_id": "ahrar", "relation": "member_of", "other_id": "front", "claim_id": "tv"},
        {"actor_id": "ahrar", "relation": "fights", "other_id": "isis", "claim_id": "tv"},
        {"actor_id": "ahrar", "relation": "fights", "other_id": "isis", "claim_id": "soldier"},
    ]
    corpus = make(*CLAIMS, relations=relations)
    statements = derive.statements(corpus)
    ties = derive.ties(corpus, statements)
    passage, other = prose.factions.relations(ties, statements)
    last = "last reported on 10 November 2015"
    assert str(other) == f"ISIS: fighting Ahrar al-Sham, {last} [r1 p3] [r1 p4]."
    assert str(passage) == (
        f"Ahrar al-Sham: member of Islamic Front, {last} [r1 p3]; fighting ISIS, {last} [r1 p3] [r1 p4]."
    )
    assert cites(passage) == ["tv", "tv", "soldier"]
    sides = [str(passage) for passage in prose.factions.sides(derive.sides(ties, corpus.actors))]
    assert sides == [
        "Side 1: Ahrar al-Sham and Islamic Front.",
        "On no side, for want of a coded tie of support or membership: ISIS.",
    ]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("held", "held by Government"),
        ("part_held", "part held by Government"),
        ("besieged", "held by Government, besieged"),
        ("lost", "lost by Government"),
    ],
)
def test_control_says_who_held_what(make, status, expected):
    row = {"place_id": "base", "actor_id": "government", "status": status, "date": "2013/2015-11-10?"}
    corpus = make(*CLAIMS, control=[row | {"basis": "claimed", "claim_id": "tv"}])
    statements = derive.statements(corpus)
    (passage,) = prose.control.holdings(derive.holdings(corpus, statements), statements)
    assert str(passage) == f"The base: {expected}, 2013 to 10 November 2015 (end inferred); claimed [r1 p3]."


def test_a_front_moves_day_by_day_and_claims_of_one_day_stand_side_by_side(make):
    def at(key, wording, day, **other):
        about = {"measure": "front_distance", "unit": "km", "event_id": None, "place_id": "base"}
        return claim(key, "author", wording, as_of=day, **about | other)

    elsewhere = at("other", "some 50 km", "2015-10-12", actor_id="government", place_id="hama")
    corpus = make(
        at("a", "one", "2015-10-09"),
        at("b", "5", "2015-10-09"),
        at("c", "some 20 km", "2015-10-12"),
        elsewhere,
    )
    (passage,) = prose.forces.movement(derive.claimed_front(derive.statements(corpus)))
    assert cites(passage) == ["a", "b", "c"]
    assert " or " in str(passage)
    assert "; then \u201csome 20 km\u201d" in str(passage)


def test_a_network_is_of_ties_as_last_reported():
    assert "as last reported on or before 10 November 2015;" in prose.factions.caption("2015-11-10")
    assert "as last reported before the end of October 2015;" in prose.factions.caption("2015-10")


@pytest.mark.parametrize(
    ("date", "as_of", "source", "expected"),
    [
        ("2015-10-09/..", "2015-10-12", "r1", "since 9 October 2015, last reported on 12 October 2015"),
        ("2015-10-09/..", "2015-12", "r1", "since 9 October 2015, last reported on 10 November 2015"),
        ("2015-11-20/..", "", "r1", "since 20 November 2015, foretold on 10 November 2015; claimed"),
        ("/..", "2015-10", "r1", "start not reported, last reported by 31 October 2015"),
        (
            "2015-10-09/",
            "2015-10-12",
            "r1",
            "from 9 October 2015, end not reported, last reported on 12 October",
        ),
        ("2015-10-09/..", "2015-10-09/..", "r2", "since 9 October 2015; claimed"),
        ("[2015-10-09..2015-10-17]", "", "r1", "on a day between 9 and 17 October 2015; claimed"),
    ],
)
def test_nothing_is_said_to_hold_after_it_was_last_reported(make, date, as_of, source, expected):
    carrying = claim("on", "tv", event_id=None, place_id="base", measure="control", unit=None)
    row = {"place_id": "base", "actor_id": "isis", "status": "held", "date": date, "claim_id": "on"}
    corpus = make(carrying | {"as_of": as_of, "source_id": source}, control=[row])
    statements = derive.statements(corpus)
    (passage,) = prose.control.holdings(derive.holdings(corpus, statements), statements)
    assert f"held by ISIS, {expected}" in str(passage)


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        ("neutral_to", "neutral towards Islamic Front"),
        ("mediates", "mediating with Islamic Front"),
        ("left", "no longer with Islamic Front, having left"),
    ],
)
def test_a_tie_of_no_side_is_told_as_what_it_is(make, relation, expected):
    tie = {"actor_id": "ahrar", "relation": relation, "other_id": "front", "claim_id": "tv"}
    corpus = make(*CLAIMS, relations=[tie])
    statements = derive.statements(corpus)
    (passage,) = prose.factions.relations(derive.ties(corpus, statements), statements)
    assert str(passage).startswith(f"Ahrar al-Sham: {expected}, last reported on")


def test_a_key_figure_of_one_is_one_person_and_says_each_word_once(make):
    corpus = make(claim("a", "tv", "one"), claim("b", "wire", "one", source_id="r2"))
    statements = derive.statements(corpus)
    (figure,) = prose.key_figures(
        derive.key_figures(statements, derive.compared(statements, corpus.places, corpus.events))
    )
    assert (figure.value, figure.unit, figure.reading) == ("\u201cone\u201d", "", "read as 1 person")


def test_a_key_figure_without_words_is_its_number(make):
    corpus = make(claim("a", "tv", "", low=3, high=5))
    statements = derive.statements(corpus)
    (figure,) = prose.key_figures(
        derive.key_figures(statements, derive.compared(statements, corpus.places, corpus.events))
    )
    assert (figure.value, figure.unit, figure.reading) == ("3 to 5", "persons", "")


def test_a_key_figure_of_another_time_says_of_which(make):
    before = claim("a", "tv", "over two million", measure="population", event_id=None, actor_id=None)
    corpus = make(before | {"place_id": "base", "as_of": "[..2012?]"})
    statements = derive.statements(corpus)
    (figure,) = prose.key_figures(
        derive.key_figures(statements, derive.compared(statements, corpus.places, corpus.events))
    )
    assert figure.note == "by 2012 (inferred)"


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (["hospital"], "Gezar province"),
        (["hospital", "hospital", "north"], "Gezar province and North Dar"),
        (["camp"], "Zam"),
        (["nurabi"], "Nurabi"),
        (["road"], "The road"),
        (["coded", "base"], "Hama and Homs"),
        ([None], "no place named"),
    ],
)
def test_where_events_are_is_the_province_above_their_place(make, at, expected):
    nested = [
        ("nurabi", "Nurabi", "country", None, None),
        ("gezar", "Gezar province", "province", "nurabi", None),
        ("kalo", "Kalo", "town", "gezar", None),
        ("hospital", "Kalo hospital", "hospital", "kalo", None),
        ("north", "North Dar", "province", "nurabi", None),
        ("zam", "Zam", "area", "nurabi", None),
        ("camp", "Zam camp", "camp", "zam", None),
        ("road", "The road", "road", None, None),
        ("coded", "Plain", "area", None, "Homs"),
        ("base", "Base", "base", "coded", "Hama"),
    ]
    names = ("place_id", "name", "kind", "parent_id", "admin1")
    corpus = make(
        places=[dict(zip(names, row, strict=True)) for row in nested],
        events=[{"event_id": f"e{n}", "title": "E", "place_id": place} for n, place in enumerate(at)],
    )
    assert prose.events.where(derive.timeline(corpus, derive.statements(corpus)), corpus.places) == expected


def test_a_tie_that_had_ended_by_the_day_is_told_as_that_and_counted_once(make):
    relations = [
        {"actor_id": "ahrar", "relation": "member_of", "other_id": "front", "date": "../2014-10-20"},
        {"actor_id": "ahrar", "relation": "fights", "other_id": "isis", "date": "2013/2015-02"},
        {"actor_id": "ahrar", "relation": "fights", "other_id": "isis", "date": "2013/2015-02"},
        {"actor_id": "ahrar", "relation": "supports", "other_id": "government", "date": "2015/.."},
        {"actor_id": "isis", "relation": "left", "other_id": "front", "date": "2014-01-01"},
        {"actor_id": "isis", "relation": "fights", "other_id": "government", "date": "2016/2017"},
    ]
    carried = [
        tie | {"claim_id": key}
        for tie, key in zip(relations, ("tv", "tv", "soldier", "tv", "tv", "tv"), strict=True)
    ]
    corpus = make(*CLAIMS, relations=carried)
    statements = derive.statements(corpus)
    ties = derive.ties(corpus, statements)

    def told(day, **most):
        ended = derive.ended_ties(ties, day)
        return [str(one) for one in prose.factions.ended(ended, statements, day, **most)]

    assert told("2015-11-10") == [
        (
            "2 ties had ended before 10 November 2015: Ahrar al-Sham, fighting ISIS, 2013 to February 2015 "
            "[r1 p3] [r1 p4]; Ahrar al-Sham, member of Islamic Front, until 20 October 2014 [r1 p3]."
        )
    ]
    assert told("2015-11-10", most=1)[0].endswith("[r1 p4]; 1 further tie.")
    assert told("2015-02")[0].startswith("1 tie had ended before February 2015: Ahrar al-Sham, member of")
    assert told("") == told("2014-10-20") == []
