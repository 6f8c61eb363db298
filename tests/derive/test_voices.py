"""Voices: whose own voice a report has, through whom words came, and rows that are gathered."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import load
from analysis.derive import compared, gathered, scope, statements, voices
from analysis.derive.voices import MOST
from tests.derive.conftest import claim, corpus_of

AUTHORS = [
    {"source_id": "r1", "title": "First", "publisher": "The Wire Service"},
    {"source_id": "r2", "title": "Second", "author": "Author"},
    {"source_id": "r3", "title": "Third", "author": "Author"},
]
NOBODY = {"speaker_id": "nobody", "name": "a voice not named", "kind": "unattributed"}
SPEAKERS = [
    {"speaker_id": "tv", "name": "State TV", "kind": "medium", "party": "army"},
    {"speaker_id": "soldier", "name": "A soldier", "kind": "combatant", "party": "government"},
    {"speaker_id": "author", "name": "Author", "kind": "author"},
    {"speaker_id": "columnist", "name": "A columnist", "kind": "author"},
    {"speaker_id": "wire", "name": "Wire Service", "kind": "agency"},
    NOBODY,
]
MEMBER = {"actor_id": "army", "relation": "member_of", "other_id": "government", "claim_id": "a"}


@pytest.fixture
def told(make):
    """The rows of voices of claims in the reports above."""

    def rows(*claims, **tables):
        corpus = make(*claims, sources=AUTHORS, speakers=SPEAKERS, **tables)
        return voices(corpus, statements(corpus))

    return rows


def test_a_report_speaks_by_its_author_or_outlet_and_quotes_everyone_else(told):
    rows = told(
        claim("a", "author", source_id="r2"),
        claim("b", "columnist", source_id="r2"),
        claim("c", "columnist", source_id="r2", locator="p2"),
        claim("d", "wire"),
        claim("e", "columnist"),
    ).set_index("claim_id")
    assert rows["own"].to_dict() == {"d": True, "a": True, "b": False}
    assert rows["claims"].to_dict() == {"d": 2, "a": 1, "b": 2}, "an outlet and its writers are one voice"


def test_an_unsigned_report_speaks_by_its_author_kind_with_most_statements(told):
    rows = told(
        claim("a", "columnist", source_id="r1"),
        claim("b", "author", source_id="r1", locator="p2"),
        claim("c", "author", source_id="r1", locator="p3"),
    )
    assert rows.loc[rows["own"], "speaker"].tolist() == ["Author"]
    assert rows.loc[~rows["own"], "speaker"].tolist() == ["A columnist"]


def test_reports_of_one_author_are_one_group_and_an_unsigned_one_is_its_own(told):
    rows = told(
        claim("a", "author", source_id="r2"),
        claim("b", "author", source_id="r3"),
        claim("c", "tv", source_id="r3"),
        claim("d", "tv"),
    )
    groups = rows.drop_duplicates("group")[["numbers", "group_claims", "group_own"]]
    assert groups.values.tolist() == [["1", 1, 0], ["2 3", 3, 2]]
    assert groups.index.size == rows["group"].nunique()
    assert rows.drop_duplicates("group")[["authors", "unsigned"]].values.tolist() == [[0, 1], [1, 0]]


def test_the_own_voice_of_a_report_is_no_relay_of_it(told):
    rows = told(
        claim("a", "author", source_id="r2"),
        claim("b", "nobody", source_id="r2", via_id="author"),
        claim("c", "nobody", source_id="r2", via_id="wire; author"),
    ).set_index("claim_id")
    assert rows["via"].fillna("").to_dict() == {"a": "", "b": "", "c": "Wire Service"}
    assert rows["unnamed"].to_dict() == {"a": False, "b": True, "c": True}


def test_figures_weigh_more_than_words_and_the_dead_more_than_sorties(told):
    rows = told(
        claim("words", "tv", measure="assessment", unit=None, wording="a success"),
        claim("sorties", "tv", "over 1,600", measure="sorties", unit="sorties"),
        claim("dead", "tv", "dozens"),
    )
    assert rows[["claim_id", "claims"]].values.tolist() == [["dead", 3]]


def test_voices_stand_under_the_party_at_the_top(told):
    rows = told(
        claim("a", "tv", "dozens"),
        claim("b", "soldier", "hundreds"),
        claim("c", "nobody"),
        actors=[
            {"actor_id": "army", "name": "Army", "kind": "state_force"},
            {"actor_id": "government", "name": "Government", "kind": "state", "colour": "#2460d8"},
            {"actor_id": "isis", "name": "ISIS", "kind": "armed_group"},
        ],
        relations=[MEMBER],
    )
    assert rows["party"].fillna("").tolist() == ["Government", "Government", ""]
    assert rows["party_colour"].fillna("").tolist() == ["#2460d8", "#2460d8", ""]


def test_statements_in_scope_alone_are_counted(make):
    far = claim("far", "author", source_id="r2", event_id=None, place_id="hama")
    corpus = make(claim("near", "tv", "dozens"), far)
    rows = statements(corpus)
    groups = compared(rows, corpus.places, corpus.events)
    narrow = scope(corpus, groups, region="Aleppo").claims(rows)
    assert voices(corpus, narrow)["claim_id"].tolist() == ["near"]
    assert voices(corpus, narrow.head(0)).empty


def test_aleppo_comes_through_one_author_and_an_unsigned_report(aleppo):
    corpus = load.corpus(aleppo)
    rows = voices(corpus, statements(corpus))
    quoted = rows[~rows["own"]]
    assert rows["group"].nunique() == 2
    assert len(quoted) == 12
    assert quoted.loc[quoted["party"].eq("Government of Syria"), "source_number"].tolist() == [1, 1, 1]
    assert gathered(rows).equals(rows)


def test_the_exercise_is_gathered_by_author_and_party(seeds):
    corpus = load.corpus(seeds / "exercise")
    rows = voices(corpus, statements(corpus))
    drawn = gathered(rows)
    assert MOST >= len(drawn) < len(rows)
    assert drawn["claims"].sum() == rows["claims"].sum() == len(corpus.claims)
    assert drawn["group"].nunique() == rows["group"].nunique()
    assert drawn.loc[drawn["voices"] > 1, "speaker"].isna().all()


@settings(max_examples=8)
@given(st.lists(st.tuples(st.integers(0, 90), st.integers(0, 30)), min_size=1, max_size=150))
def test_gathering_loses_no_statement_but_of_the_smallest_parties(pairs):
    sources = [{"source_id": f"r{n}", "title": "T", "author": f"By {n}"} for n in range(91)]
    speakers = [
        {"speaker_id": f"s{n}", "name": f"S {n}", "kind": "official", "party": f"p{n}" if n % 3 else ""}
        for n in range(31)
    ]
    actors = [{"actor_id": f"p{n}", "name": f"P {n}", "kind": "state"} for n in range(31)]
    claims = [
        {"claim_id": f"c{n}", "source_id": f"r{report}", "speaker_id": f"s{voice}", "measure": "occurrence",
         "credibility": "3", "summary": "x"}
        for n, (report, voice) in enumerate(pairs)
    ]  # fmt: skip
    corpus = corpus_of({"sources": sources, "speakers": speakers, "actors": actors, "claims": claims})
    rows = voices(corpus, statements(corpus))
    drawn = gathered(rows)
    assert len(drawn) <= MOST
    assert drawn["claims"].sum() == len(claims)
    assert drawn["row"].tolist() == list(range(1, len(drawn) + 1))
    assert set(drawn["claim_id"]) <= set(corpus.claims["claim_id"])
