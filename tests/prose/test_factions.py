"""What is said of factions: the finding, by how many authors' word, and whether sides changed."""

from pathlib import Path

import pytest

from analysis import derive, load, prose
from tests.derive.conftest import claim

SEEDS = Path(__file__).parents[2] / "seeds"
SPEAKERS = [
    {"speaker_id": "author", "name": "Author", "kind": "author"},
    {"speaker_id": "unnamed", "name": "a voice not named", "kind": "unattributed"},
]


def told(make, *relations, claims=()):
    corpus = make(
        claim("a", "author"), claim("u", "unnamed"), *claims, relations=relations, speakers=SPEAKERS
    )
    statements = derive.statements(corpus)
    ties = derive.ties(corpus, statements)
    return derive.bonds(ties, statements), derive.sides(ties, corpus.actors), derive.changed(ties)


def tie(actor, relation, other, key="a", **more):
    return {"actor_id": actor, "relation": relation, "other_id": other, "claim_id": key} | more


def test_the_title_names_who_is_supported_and_who_is_fought_by_most(make):
    bonds, *_ = told(
        make,
        tie("ahrar", "supports", "government"),
        tie("front", "supports", "government"),
        tie("isis", "fights", "government"),
        tie("isis", "fights", "ahrar"),
    )
    assert (
        prose.factions.title(bonds)
        == "Ahrar al-Sham and the Islamic Front support Government; Government and Ahrar al-Sham fight ISIS"
    )


def test_one_supporter_is_said_without_a_verb_that_might_not_agree(make):
    bonds, *_ = told(make, tie("ahrar", "supports", "front"))
    assert prose.factions.title(bonds) == "Support by Ahrar al-Sham for the Islamic Front"


def test_ties_of_other_kinds_are_counted(make):
    bonds, *_ = told(make, tie("ahrar", "member_of", "front"))
    assert prose.factions.title(bonds) == "Two factions with one tie between them"
    assert prose.factions.title(bonds.head(0)) == "Ties between factions"


def test_a_title_is_never_longer_than_two_lines(make):
    bonds, *_ = told(make, tie("ahrar", "supports", "front"), tie("isis", "supports", "front"))
    long = bonds.assign(
        actor=["A faction with a very long name " * 3, "Another faction with a long name " * 3]
    )
    assert len(prose.factions.title(long)) <= 125


def test_notes_say_who_tells_and_what_nobody_named_says(make):
    other = claim("b", "author", source_id="r2")
    bonds, sides, changed = told(
        make,
        tie("isis", "fights", "government"),
        tie("government", "fights", "isis", "b"),
        tie("ahrar", "supports", "front", "u"),
        claims=[other],
    )
    several, unnamed, change = map(str, prose.factions.notes(bonds, sides, changed))
    assert several.startswith("Told by more than one author: the fighting between Government and ISIS [")
    assert several.endswith("The other tie rests on one author.")
    assert unnamed.startswith("Said by nobody named: the support of Ahrar al-Sham for the Islamic Front [")
    assert change == "No tie between them is reported to have changed."


def test_a_torn_side_and_a_change_are_said(make):
    bonds, sides, changed = told(
        make,
        tie("ahrar", "member_of", "front"),
        tie("ahrar", "fights", "front"),
        tie("ahrar", "left", "front", date="2015-10-20"),
    )
    notes = " ".join(map(str, prose.factions.notes(bonds, sides, changed)))
    assert "One pair of factions did not stay as it was" in notes
    assert prose.factions.changes(changed).startswith(
        "Departure reported: Ahrar al-Sham from the Islamic Front;"
    )


@pytest.mark.parametrize("name", ["aleppo-2015", "exercise"])
def test_both_corpora_have_a_finding_with_claims_that_can_be_cited(name):
    corpus = load.corpus(SEEDS / name)
    statements = derive.statements(corpus)
    ties = derive.ties(corpus, statements)
    bonds = derive.bonds(ties, statements)
    assert " fight " in prose.factions.title(bonds)
    known = dict(zip(statements["claim_id"], statements["cite"], strict=True))
    for note in prose.factions.notes(bonds, derive.sides(ties, corpus.actors), derive.changed(ties)):
        cites = [run for run in note.runs if not isinstance(run, str)]
        assert all(known[one.claim_id] == one.label for one in cites)
        assert len(cites) <= 9
