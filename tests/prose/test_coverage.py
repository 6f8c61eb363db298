"""Gaps and what a scope leaves out, in words; and counts that the ties do not decide."""

from analysis import derive, prose
from analysis.messages.catalogue import current
from analysis.model import frames
from tests.derive.conftest import claim

LEFT_OUT = frames.LEFT_OUT.of(
    [
        {"table": "events", "reason": "region", "rows": 2},
        {"table": "claims", "reason": "event", "rows": 1},
        {"table": "events", "reason": "factions", "rows": 1},
        {"table": "control", "reason": "period", "rows": 3},
    ]
)


def test_an_exhibit_says_what_its_own_table_lacks_and_nothing_of_others():
    assert prose.coverage.notes(LEFT_OUT, "events") == [
        "Not shown: 2 rows, outside the region.",
        "Not shown: 1 row, other factions.",
    ]
    assert prose.coverage.notes(LEFT_OUT, "relations") == []


def test_what_is_left_out_is_said_by_table_and_reason():
    said = [str(passage) for passage in prose.coverage.left_out(LEFT_OUT)]
    assert said[1] == "Left out of claims: 1 row, on an event left out."
    assert said[3] == "Left out of control: 3 rows, outside the period."
    assert len(said) == 4


def test_every_code_has_its_words():
    values = {
        (column.name, value)
        for contract in (frames.GAPS, frames.LEFT_OUT, frames.UNPLACED)
        for column in contract.columns
        if column.name in ("gap", "reason")
        for value in column.values
    }
    assert len(values) == 14
    assert [code for code in sorted(values) if not current().has("-".join(code))] == []


def test_gaps_are_told_in_words(make):
    corpus = make(claim("vague", "wire", "significant", measure="strength"))
    rows = prose.coverage.gaps(derive.gaps(corpus, derive.statements(corpus))).set_index("gap")
    assert rows.loc["civilian_harm", "kind"] == "no figure of harm to civilians"
    assert rows.loc["civilian_harm", "subject"] == "in any claim shown here"
    assert (rows.loc["number", "kind"], rows.loc["number", "subject"]) == (
        "words that name no number",
        "significant",
    )


def test_names_beyond_the_most_are_counted():
    gap = frames.GAPS.of([{"gap": "author", "names": "One; Two", "more": 3, "rows": 6}])
    assert list(prose.coverage.gaps(gap)["subject"]) == ["One; Two; and 3 more"]


SPEAKERS = [
    {"speaker_id": "fighter", "name": "A fighter", "kind": "combatant", "party": "ahrar"},
    {"speaker_id": "leader", "name": "A leader", "kind": "combatant", "party": "front"},
    {"speaker_id": "wire", "name": "A wire", "kind": "agency"},
]
TORN = [
    {"actor_id": "ahrar", "relation": "member_of", "other_id": other, "claim_id": "a"}
    for other in ("front", "isis")
]


def test_a_count_that_the_ties_do_not_decide_is_said_to_be_undecided(make):
    claims = [
        claim("a", "fighter", "dozens"),
        claim("b", "leader", "hundreds", source_id="r2"),
        claim("c", "wire", "one", source_id="r3"),
    ]
    corpus = make(*claims, speakers=SPEAKERS, relations=TORN)
    statements = derive.statements(corpus)
    groups = derive.compared(statements, corpus.places, corpus.events)
    (passage,) = prose.claims.contradictions(statements, groups)
    assert "(3 named sources, an undecided number of parties and 1 of none)" in str(passage)
    (event,) = prose.events.situation(derive.timeline(corpus, statements), statements)
    assert "told by 3 named sources in 3 reports" in str(event)
    (figure,) = prose.key_figures(derive.key_figures(statements, groups))
    assert "an undecided number of parties" in figure.note


def test_an_event_that_nobody_tells_is_only_spoken_of(make):
    corpus = make(claim("view", "wire", measure="assessment", unit=None))
    statements = derive.statements(corpus)
    timeline = derive.timeline(corpus, statements)
    (event,) = prose.events.situation(timeline, statements)
    assert "spoken of, but told by nobody" in str(event)
    assert timeline.loc[0, "voices"] == 0
