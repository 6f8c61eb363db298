"""What a briefing says of claims that are compared: what is apart and why, parts, revisions and denials."""

import pytest

from analysis import derive, prose
from analysis.model import Citation
from tests.derive.conftest import claim

PLACES = [
    {"place_id": "base", "name": "The base", "kind": "province"},
    {"place_id": "town", "name": "Town", "kind": "town", "parent_id": "base"},
]


@pytest.fixture
def tell(make):
    def passages(*claims):
        corpus = make(*claims, places=PLACES)
        statements = derive.statements(corpus)
        groups = derive.compared(statements, corpus.places, corpus.events)
        return prose.claims.contradictions(statements, groups)

    return passages


def test_a_revision_is_told_with_what_it_revises(tell):
    (passage,) = tell(
        claim("old", "wire", "8", locator="p1"),
        claim("new", "wire", "79", stance="revises", about="old", locator="p2"),
    )
    assert str(passage) == (
        "A wire put the dead of ISIS, Siege ended, at \u201c79\u201d [1 p2]. "
        "It replaces \u201c8\u201d [1 p1]."
    )
    assert [run.claim_id for run in passage.runs if isinstance(run, Citation)] == ["new", "old"]


def test_a_denial_is_told_beside_and_not_among_the_figures(tell):
    (passage,) = tell(
        claim("said", "wire", "40"), claim("no", "tv", "none", stance="denies", about="said", locator="p9")
    )
    assert str(passage).endswith("at \u201c40\u201d [1 p1]. State TV denied it [1 p9].") or str(
        passage
    ).endswith("at \u201c40\u201d [1 p1]. State TV [1 p9] denied it.")


def test_a_part_names_its_whole_and_a_breach_is_told_first(tell):
    children = claim("part", "wire", "9", counts="children")
    more = claim("more", "tv", "400", place_id="town")
    first, second = tell(children, more, claim("all", "author", "12", source_id="r2"))
    assert "It is more than the whole it is a part of, fatalities of ISIS, Siege ended, 12 persons." in str(
        first
    )
    assert str(first).startswith("State TV put the dead of ISIS, Siege ended, Town, at ")
    assert "It is a part of fatalities of ISIS, Siege ended, 12 persons." in str(second)
    assert "Not compared: another part of it (1)." in str(first)


def test_a_later_count_is_no_contradiction_and_no_highlight(make):
    days = [claim("a", "wire", "8", as_of="2015-11-10"), claim("b", "tv", "79", as_of="2015-11-14")]
    corpus = make(*days)
    statements = derive.statements(corpus)
    groups = derive.compared(statements, corpus.places, corpus.events)
    (passage,) = prose.claims.contradictions(statements, groups)
    assert "A later count differs." in str(passage)
    assert not prose.claims.apart(groups).any()
    assert prose.claims.ledger(derive.ledger(statements, groups))["verdict"].eq("a later count differs").all()


def test_the_ledger_says_why_a_figure_is_not_compared(make):
    corpus = make(
        claim("old", "wire", "8"),
        claim("new", "wire", "79", stance="revises", about="old"),
        claim("no", "tv", "none", stance="denies", about="new"),
        claim("first", "soldier", "5", actor_id="front", as_of="2015-11-10"),
        claim("then", "soldier", "9", actor_id="front", as_of="2015-11-12"),
    )
    statements = derive.statements(corpus)
    groups = derive.compared(statements, corpus.places, corpus.events)
    rows = prose.claims.ledger(derive.ledger(statements, groups)).set_index("claim_id")["verdict"]
    assert dict(rows) == {
        "old": "revised",
        "new": "single",
        "no": "denies",
        "first": "earlier, a later figure of the same voice counts",
        "then": "single",
    }


@pytest.mark.parametrize("word", ["independent", "independence", "contradict"])
def test_nothing_that_is_said_judges(word):
    from pathlib import Path

    import analysis

    for path in (Path(analysis.__file__).parent / "messages" / "en").glob("*.ftl"):
        assert word not in path.read_text("utf-8"), path.name


def test_what_is_not_compared_says_why_in_words(make):
    claims = [claim("a", "wire", "9", counts="children"), claim("b", "tv", "4", counts="women")]
    corpus = make(*claims, claim("all", "author", "12", source_id="r2"), places=PLACES)
    statements = derive.statements(corpus)
    groups = derive.compared(statements, corpus.places, corpus.events)
    pairs = derive.uncompared(statements, groups, corpus.places, corpus.events)
    rows = prose.claims.uncompared(pairs, statements, groups)
    assert set(prose.claims.uncompared_headings()) <= set(rows.columns)
    told = {(row.one, row.why, row.other) for row in rows.itertuples()}
    assert ("Fatalities (children) of ISIS, Siege ended, 9 persons", "another part of it") in {
        pair[:2] for pair in told
    }
    assert (
        "Fatalities (women) of ISIS, Siege ended, 4 persons",
        "a part of",
        "fatalities of ISIS, Siege ended, 12 persons",
    ) in told
