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
        "State TV put the dead of ISIS, Siege ended, at \u201cdozens\u201d [1 p3] and a soldier at "
        "\u201chundreds\u201d [1 p4]; both speak for Government. Apart by the house\u2019s reading only, "
        "for 99 and 100 adjoin; a laxer reading of \u201cdozens\u201d closes the gap."
    )
    assert passage.runs[1] == Citation("r1", "tv", "1 p3")
    assert cites(passage) == ["tv", "soldier"]


def test_beyond_the_most_it_says_how_many_more(told):
    _, statements, groups = told
    told_often = [groups[groups["claims"] > 1]] * 3
    many = prose.claims.contradictions(statements, pd.concat(told_often), most=1)
    assert str(many[-1]) == "Two further groups stand in the ledger of claims."


def test_key_figures_stand_side_by_side(told):
    _, statements, groups = told
    dead, sorties, front = prose.key_figures(derive.key_figures(statements, groups))
    assert (dead.value, dead.unit) == ("\u201cdozens\u201d or \u201chundreds\u201d", "")
    assert dead.reading == "read as 12 to 99 or 100 to 999"
    assert dead.note == "on 10 Nov 2015; apart, by the house\u2019s reading only; of one origin"
    assert (sorties.value, sorties.reading) == ("\u201cover 1,600\u201d", "read as 1,600 or more")
    assert front.value == "\u201cone\u201d, then \u201csome 20 km\u201d"
    assert front.reading == "read as 1, then 18 to 22 km"
    assert front.note == ""
    assert [citation.claim_id for citation in front.citations] == ["early", "late"]


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


def test_a_key_figure_of_people_says_each_word_once_and_no_unit(make):
    corpus = make(claim("a", "tv", "one"), claim("b", "wire", "one", source_id="r2"))
    statements = derive.statements(corpus)
    (figure,) = prose.key_figures(
        derive.key_figures(statements, derive.compared(statements, corpus.places, corpus.events))
    )
    assert (figure.value, figure.unit, figure.reading) == ("\u201cone\u201d", "", "read as 1")


def test_a_key_figure_without_words_is_its_number(make):
    corpus = make(claim("a", "tv", "", low=3, high=5))
    statements = derive.statements(corpus)
    (figure,) = prose.key_figures(
        derive.key_figures(statements, derive.compared(statements, corpus.places, corpus.events))
    )
    assert (figure.value, figure.unit, figure.reading) == ("3 to 5", "persons", "")


def test_how_many_lived_at_a_place_years_ago_is_no_key_figure(make):
    before = claim("a", "tv", "over two million", measure="population", event_id=None, actor_id=None)
    corpus = make(before | {"place_id": "base", "as_of": "[..2012?]"})
    statements = derive.statements(corpus)
    rows = derive.key_figures(statements, derive.compared(statements, corpus.places, corpus.events))
    assert len(rows) == 1
    assert prose.key_figures(rows) == []


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
    assert figure.value == "\u201c1\u201d or \u201c2\u201d, then \u201c3\u201d"
    assert figure.reading == "read as 1 or 2, then 3 km"


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("held", "held by Government"),
        ("part_held", "part held by Government"),
        ("besieged", "held by Government, besieged"),
        ("lost", "lost by Government"),
    ],
)
def test_what_the_house_reads_of_control_is_told_beside_what_is_claimed(make, status, expected):
    hold = {"place_id": "base", "actor_id": "government", "status": status, "date": "2013/2015-11-10?"}
    assessed = hold | {"basis": "assessed", "claim_id": "tv"}
    claimed = hold | {"place_id": "near", "basis": "claimed", "claim_id": "soldier"}
    corpus = make(*CLAIMS, control=[assessed, claimed])
    statements = derive.statements(corpus)
    (note,) = prose.control.notes(derive.lanes(derive.holdings(corpus, statements)), statements)
    assert str(note) == f"Read by us, not said by a report: the base, {expected} [1 p3]."
    assert cites(note) == ["tv"]
