"""What a scope leaves out, in words; and counts that the ties do not decide."""

from analysis import derive, prose
from analysis.messages.catalogue import current
from analysis.model import frames
from tests.derive.conftest import claim

LEFT_OUT = frames.LEFT_OUT.of(
    [
        {"table": "events", "reason": "region", "rows": 2},
        {"table": "claims", "reason": "wider_place", "rows": 1},
        {"table": "events", "reason": "factions", "rows": 1},
        {"table": "control", "reason": "period", "rows": 3},
    ]
)


KEPT = frames.KEPT.of(
    [
        {"table": "claims", "reason": "denial", "rows": 1},
        {"table": "events", "reason": "ended", "rows": 2},
    ]
)
NOTHING = frames.LEFT_OUT.of([]), frames.KEPT.of([])


def test_what_is_left_out_is_said_by_table_and_reason():
    said = [str(passage) for passage in prose.coverage.left_out(LEFT_OUT, KEPT)]
    assert said[1] == "Left out of claims: 1 row, of a wider place."
    assert said[3] == "Left out of control: 3 rows, outside the period."
    assert said[4] == "Kept as context from claims: 1 row, a denial."
    assert len(said) == 6


def test_where_nothing_was_asked_for_nothing_is_said_to_be_narrowed():
    assert prose.coverage.asked("", "", "", []) == ""
    assert prose.coverage.narrowed("", *NOTHING) == ""
    assert prose.coverage.titled("", "A war", "") == "A war"
    assert [str(one) for one in prose.coverage.left_out(*NOTHING)] == ["Nothing in the corpus was left out."]


def test_a_scope_is_told_in_title_and_sentence():
    asked = prose.coverage.asked("Kweires", "2015-10-09", "2015-10-11", ["ISIS", "Russia"])
    assert asked == "Kweires; 9 to 11 October 2015; ISIS and Russia"
    assert (
        prose.coverage.titled("", "A war", asked, "forces") == f"A war: forces, harm and the front — {asked}"
    )
    assert prose.coverage.titled("My own", "A war", "Kweires", "forces") == "My own — Kweires"
    words = f"Narrowed to {asked}: 3 events and 1 claim outside it are left out, 3 rows are kept as context."
    assert prose.coverage.narrowed(asked, LEFT_OUT, KEPT) == words
    assert prose.coverage.asked("", "2015-10", "2015-10", []) == "October 2015"


OUTSIDE = {"in_scope": False, "context": "reversal"}


def test_what_is_outside_the_scope_says_so_wherever_it_is_told(make):
    hold = {"place_id": "base", "actor_id": "isis", "status": "held", "date": "2015-10-10", "claim_id": "a"}
    far = claim("far", "author", "some 20 km", measure="front_distance", unit="km", place_id="base")
    near = far | {"claim_id": "near", "wording": "one", "as_of": "2015-10-09"}
    corpus = make(claim("a", "tv", "dozens"), far, near, control=[hold])
    told = derive.statements(corpus)
    first = "Outside the scope, a later state: "
    lanes = derive.lanes(derive.holdings(corpus, told).assign(**OUTSIDE))
    assert prose.control.title(lanes) == "Control of places"
    assert prose.control.shown(lanes).endswith("Grey: one place outside the scope.")
    dead = derive.claimed_casualties(told).assign(**OUTSIDE)
    groups = derive.compared(told, corpus.places, corpus.events)
    drawn = derive.harm_figures(dead, groups)
    assert prose.harm.title(drawn, groups) == "Nothing in scope; one figure outside it is shown as context"
    assert prose.forces.shown(drawn, dead).endswith("It is outside the scope, and grey.")
    ledger = derive.ledger(told, derive.compared(told, corpus.places, corpus.events)).assign(**OUTSIDE)
    assert prose.claims.ledger(ledger)["summary"].str.startswith(first).all()
    figures = derive.key_figures(told, derive.compared(told, corpus.places, corpus.events))
    assert prose.key_figures(figures.assign(in_scope=False, context="whole")) == []
    assert prose.key_figures(figures.assign(**OUTSIDE)) == []


def test_the_story_says_of_what_came_after_the_scope_that_it_lies_outside(make):
    events = [
        {"event_id": "relief", "title": "Siege ended", "date": "2015-11-10", "kind": "siege_ended"},
        {"event_id": "after", "title": "Base taken", "date": "2015-11-20", "kind": "seizure"},
    ]
    retaken = claim("b", "wire", event_id="after", measure="occurrence", unit=None)
    corpus = make(claim("a", "tv", "dozens"), retaken, events=[one | {"place_id": "base"} for one in events])
    told = derive.statements(corpus)
    groups = derive.compared(told, corpus.places, corpus.events)
    marked = {"in_scope": [True, False], "context": [None, "reversal"]}
    timeline = derive.timeline(corpus, told).assign(**marked)
    rows = derive.story(corpus, timeline, told, groups)
    first, _ = prose.story(rows, told, groups, derive.claimed_front(told))
    after = [str(one) for one in first if "Base taken" in str(one)]
    assert len(after) == 1
    assert "outside the scope: a later state" in after[0]


def test_every_code_has_its_words():
    values = {
        (column.name, value)
        for contract in (frames.LEFT_OUT, frames.UNPLACED)
        for column in contract.columns
        if column.name == "reason"
        for value in column.values
    }
    assert len(values) == 10
    reasons = {("context", value) for column in frames.KEPT.only("reason").columns for value in column.values}
    assert [code for code in sorted(values | reasons) if not current().has("-".join(code))] == []


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
    assert "; " not in str(passage).split(" Apart: ")[0], "nothing is said to tie them"
    (event,) = derive.timeline(corpus, statements).itertuples()
    assert (event.voices + event.unnamed, event.reports) == (3, 3)
    (figure,) = prose.key_figures(derive.key_figures(statements, groups))
    assert groups["parties"].isna().all()
    assert figure.note == "apart"


def test_an_event_that_nobody_tells_is_only_spoken_of(make):
    corpus = make(claim("view", "wire", measure="assessment", unit=None))
    statements = derive.statements(corpus)
    timeline = derive.timeline(corpus, statements)
    groups = derive.compared(statements, corpus.places, corpus.events)
    assert timeline.loc[0, "voices"] == 0
    assert derive.story(corpus, timeline, statements, groups).empty
