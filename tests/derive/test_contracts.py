"""Every frame that derive makes is as its contract promises: on Aleppo, narrowed, small, and empty."""

import pandas as pd
import pytest

from analysis import derive, load
from analysis.model import frames
from analysis.model.frames import FIELDS, TABLES
from tests.contracts import breaches, whole
from tests.derive.conftest import claim
from tests.derive.test_places import OUTLINES

FRONT = {"measure": "front_distance", "unit": "km", "event_id": None, "place_id": "base"}
SMALL = [
    claim("dead-tv", "tv", "dozens", as_of="2015-11-10"),
    claim("dead-soldier", "soldier", "hundreds"),
    claim("unnamed", "unnamed", "some of them", via_id="tv", source_id="r2"),
    claim("early", "author", "one", source_id="r2", as_of="2015-10-09", **FRONT),
    claim("late", "author", "some 20 km", source_id="r3", as_of="2015-10-12~", **FRONT),
    claim("vague", "author", "significant", measure="strength", event_id=None, actor_id=None),
    claim("said", "ahrar", measure="occurrence", unit=None, event_id="campaign", actor_id=None),
    claim("view", "wire", measure="assessment", unit=None, event_id="seizure"),
]
OTHERS = {
    "speakers": [
        {"speaker_id": "tv", "name": "State TV", "kind": "medium", "party": "government"},
        {"speaker_id": "soldier", "name": "A soldier", "kind": "combatant", "party": "government"},
        {"speaker_id": "author", "name": "Author", "kind": "author"},
        {"speaker_id": "wire", "name": "A wire", "kind": "agency"},
        {"speaker_id": "ahrar", "name": "A fighter", "kind": "combatant", "party": "ahrar"},
        {"speaker_id": "unnamed", "name": "a voice not named", "kind": "unattributed"},
    ],
    "events": [
        {"event_id": "relief", "title": "Siege ended", "date": "2015-11-10", "place_id": "base"},
        {"event_id": "campaign", "title": "Campaign", "date": "2015-09-30/.."},
        {"event_id": "seizure", "title": "Seizure", "place_id": "villages"},
    ],
    "participants": [
        {"event_id": "relief", "actor_id": "government", "role": "attacker"},
        {"event_id": "relief", "actor_id": "isis", "role": "defender"},
        {"event_id": "campaign", "actor_id": "ahrar", "role": "supporter"},
    ],
    "relations": [
        {"actor_id": "ahrar", "relation": "member_of", "other_id": "front", "date": "2015-10/.."}
        | {"claim_id": "said"},
        {"actor_id": "ahrar", "relation": "member_of", "other_id": "isis", "claim_id": "said"},
        {"actor_id": "isis", "relation": "fights", "other_id": "government", "claim_id": "dead-tv"},
    ],
    "control": [
        {"place_id": "base", "actor_id": "government", "status": "held", "date": "2015-11-10/.."}
        | {"claim_id": "dead-tv", "basis": "claimed"},
        {"place_id": "base", "actor_id": "isis", "status": "besieged", "claim_id": "said"},
    ],
}


def made(corpus, **scope):
    """Every frame that derive makes of the corpus, with its contract, and of some what a scope leaves."""
    statements = derive.statements(corpus)
    groups = derive.compared(statements, corpus.places, corpus.events)
    timeline = derive.timeline(corpus, statements)
    within = derive.scope(corpus, groups, **scope)
    drawn, unplaced = derive.spots(timeline, corpus.places, OUTLINES)
    ties = derive.ties(corpus, statements)
    return [
        (frames.LEFT_OUT, within.left_out),
        (frames.KEPT, within.kept),
        *narrowed(within, corpus, statements, groups, timeline, ties),
        (frames.STATEMENTS, statements),
        (frames.GROUPS, groups),
        (frames.UNCOMPARED, derive.uncompared(statements, groups, corpus.places, corpus.events)),
        (frames.LEDGER, derive.ledger(statements, groups)),
        (frames.CLAIMED, derive.claimed_forces(statements)),
        (frames.CLAIMED, derive.claimed_casualties(statements)),
        (frames.CLAIMED, derive.claimed_front(statements)),
        (frames.FIGURES, derive.force_figures(derive.claimed_forces(statements))),
        (frames.FIGURES, derive.harm_figures(derive.claimed_casualties(statements), groups)),
        (frames.UNCOUNTED, derive.uncounted(corpus, statements, timeline)),
        (frames.KEY_FIGURES, derive.key_figures(statements, groups)),
        (frames.VOICES, derive.voices(corpus, within.claims(statements))),
        (frames.TIMELINE, timeline),
        (frames.STORY, derive.story(corpus, timeline, statements, groups)),
        (frames.SPOTS, drawn),
        (frames.UNPLACED, unplaced),
        (frames.FRONTS, derive.fronts(derive.claimed_front(statements), corpus.places)),
        (frames.EVENT_COUNTS, derive.event_counts(timeline)),
        (frames.HOLDINGS, derive.holdings(corpus, statements)),
        (frames.LANES, derive.lanes(derive.holdings(corpus, statements))),
        (frames.TIES, ties),
        (frames.TIES, derive.ties(corpus, statements, "2015-10-12")),
        (frames.SIDES, derive.sides(ties, corpus.actors)),
        (frames.BONDS, derive.bonds(ties, statements)),
        (frames.REGISTER, derive.register(corpus, statements)),
        (frames.COVERAGE, derive.needs(corpus, within.claims(statements), within.events(timeline))),
    ]


def narrowed(within, corpus, statements, groups, timeline, ties):
    """What a scope leaves of frames, without the two columns that it adds."""
    held = derive.holdings(corpus, statements)
    pairs = [
        (frames.STATEMENTS, within.claims(statements)),
        (frames.TIMELINE, within.events(timeline)),
        (frames.HOLDINGS, within.inside(within.holdings(held))),
        (frames.LANES, derive.lanes(within.holdings(held))),
        (frames.TIES, within.ties(ties)),
        (frames.BONDS, derive.bonds(within.ties(ties), statements)),
        (frames.SIDES, within.sides(derive.sides(ties, corpus.actors))),
        (frames.GROUPS, within.groups(groups)),
    ]
    return [(one, frame.drop(columns=["in_scope", "context"], errors="ignore")) for one, frame in pairs]


def broken(pairs):
    return [breach for contract, frame in pairs for breach in breaches(contract, frame)]


@pytest.fixture(scope="module")
def coded(aleppo):
    return load.corpus(aleppo)


def test_a_loaded_corpus_keeps_the_contracts(coded):
    assert broken([(contract, getattr(coded, name)) for name, contract in TABLES.items()]) == []


def test_loaded_outlines_keep_their_contract(aleppo):
    assert broken([(frames.BOUNDARIES, load.boundaries(aleppo))]) == []


@pytest.mark.parametrize(
    "scope",
    [{}, {"region": "Hama"}, {"end": "2015-10-09"}, {"factions": ["Hezbollah"]}, {"start": "2016"}],
    ids=str,
)
def test_aleppo(coded, scope):
    pairs = made(coded, **scope)
    assert broken(pairs) == []
    if not scope:
        # Of Aleppo no two figures of one matter are parts of each other or of another place or time.
        # Its events are few enough to be shown each.
        may_be_empty = {"derive.scope", "derive.uncompared", "derive.event_counts"}
        assert all(len(frame) for contract, frame in pairs if contract.made_by not in may_be_empty)


def test_the_small_corpus(make):
    pairs = made(whole(make(*SMALL, **OTHERS)))
    assert broken(pairs) == []
    undecided = {contract.name: frame for contract, frame in pairs}["timeline"].set_index("event_id")
    assert undecided.loc["campaign", "origin"] == "one"
    assert undecided.loc["seizure", ["voices", "unnamed", "reports"]].tolist() == [0, 0, 0]


def test_a_corpus_without_a_row(make):
    nothing = {name: [] for name in FIELDS if name != "claims"}
    pairs = made(make(**nothing))
    assert broken(pairs) == []
    filled = [contract.name for contract, frame in pairs if len(frame)]
    assert filled == ["uncounted", "coverage"], "only what is lacking and needed is known of nothing"


def test_a_claim_whose_party_the_memberships_do_not_decide(make):
    statement = derive.statements(whole(make(*SMALL, **OTHERS))).set_index("claim_id").loc["said"]
    assert statement["root_ids"] == "front isis"
    assert pd.isna(statement["party_root"])
    assert pd.isna(statement["origin_id"])


def test_every_contract_of_a_derived_frame_is_tested(make):
    loaded = {*TABLES, "boundaries", "proposals", "proposal_fields", "drafted_reports"}
    tested = {contract.name for contract, _ in made(whole(make(*SMALL, **OTHERS)))}
    assert tested | loaded == {contract.name for contract in frames.ALL}
