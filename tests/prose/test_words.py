"""Every word of the prose comes from the catalogue: in a language nobody speaks, no English word is left."""

import re

import pandas as pd
import pytest

from analysis import derive, load, prose
from analysis.messages import spoken
from tests.messages.pseudo import accented, plain_words, pseudo_catalogue

GRADE = re.compile(r"^[A-F][1-6]?\W*$")
"""A grade of the Admiralty code, which is the same in every language."""

CODES = {
    *("claim_id", "claim_ids", "source_id", "source_ids", "event_id", "place_id", "actor_id", "other_id"),
    *("told_by", "speaker_id", "via_id", "party_id", "voice_id", "origin_id", "event_ids"),
    *(
        "verdict",
        "relation",
        "status",
        "basis",
        "span",
        "inferred",
        "as_of_inferred",
        "published_inferred",
        "unit",
    ),
    *("numbers_from", "measure", "date", "as_of", "published", "kind", "table", "precision", "grade"),
    *("reliability", "speaker_reliability", "credibility", "locator"),
    *("need", "state", "kinds", "figure_ids", "word_ids", "numbers", "speaker_kind", "copy_of"),
    *("root_ids", "family", "reason", "gap", "because", "origin", "stance", "standing", "method"),
    *("group_id", "part_of", "breach", "earlier_ids", "revised_ids", "denied_ids", "doubted_ids", "counts"),
    *("shared_copy", "measure_kind", "measure_unit", "original_id", "chain_id", "about", "by_id"),
}
"""Columns whose text is a key, a code or a date, which prose words by itself or only cites."""


def in_accents(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with an accent on every letter of its names, titles and words."""
    texts = [name for name in frame.columns if frame[name].dtype == "str" and name not in CODES]
    return frame.assign(**{name: frame[name].map(accented, na_action="ignore") for name in texts})


def told_of(subject, figures, groups, claimed, *statements) -> list:
    """The title, subtitle and notes of a chart of figures, and how much of it is shown."""
    about = (groups, *statements) if statements else ()
    told = [subject.title(figures, groups), subject.subtitle(figures), prose.forces.shown(figures, claimed)]
    return [*told, *subject.notes(figures, *about)]


@pytest.fixture(scope="module")
def said(aleppo) -> dict[str, list[str]]:
    """What each function of the prose says of Aleppo in the made-up language, by its name."""
    corpus = load.corpus(aleppo)
    whole = derive.statements(corpus)
    compared = derive.compared(whole, corpus.places, corpus.events)
    rows, groups = in_accents(whole), in_accents(compared)
    happened = derive.timeline(corpus, whole)
    events = in_accents(derive.story(corpus, happened, whole, compared))
    front = in_accents(derive.claimed_front(whole))
    timeline, held = in_accents(happened), in_accents(derive.lanes(derive.holdings(corpus, whole)))
    ties = derive.ties(corpus, whole)
    sides = in_accents(derive.sides(ties, corpus.actors))
    bonds = in_accents(derive.bonds(ties, whole))
    figures = in_accents(derive.key_figures(whole, compared))
    ledger = in_accents(derive.ledger(whole, compared))
    claimed, dead = derive.claimed_forces(whole), derive.claimed_casualties(whole)
    needs = in_accents(derive.needs(corpus, whole, derive.timeline(corpus, whole)))
    voices, sources = in_accents(derive.voices(corpus, whole)), in_accents(corpus.sources)
    outlines = load.boundaries(aleppo)
    drawn, off = derive.spots(derive.timeline(corpus, whole), corpus.places, outlines)
    rings = in_accents(derive.fronts(derive.claimed_front(whole), corpus.places))
    with spoken(pseudo_catalogue()):
        strip = prose.key_figures(figures)
        worded = prose.claims.ledger(ledger)
        return {
            "story": [
                *(one for told in prose.story(events, rows, groups, front) for one in told),
                *prose.figures(groups, rows),
            ],
            "forces": told_of(prose.forces, in_accents(derive.force_figures(claimed)), groups, claimed),
            "harm": told_of(prose.harm, in_accents(derive.harm_figures(dead, compared)), groups, dead, rows),
            "ties": prose.factions.notes(bonds, sides, in_accents(ties)),
            "control": [
                *(prose.control.title(held), prose.control.subtitle(), prose.control.shown(held)),
                *prose.control.notes(held, rows),
            ],
            "contradictions": prose.claims.contradictions(rows, groups, most=3),
            "needs": [
                *(text for name in prose.needs.headings() for text in prose.needs.table(needs, rows)[name]),
                *(prose.needs.title(needs), *prose.needs.notes(rows, sources)),
                *(*prose.needs.headings().values(), *prose.absent(needs, rows)),
            ],
            "voices": [prose.voices.title(voices), *prose.voices.notes(voices, sources)],
            "trust": [
                *(words for item in prose.trust(sources, rows, timeline, voices, needs) for words in item),
                *prose.method(),
            ],
            "strip": [text for each in strip for text in (each.label, each.value, each.reading, each.note)],
            "ledger": [text for name in ("counted", "day", "verdict") for text in worded[name]],
            "facts": [
                prose.factions.title(bonds),
                prose.factions.subtitle("2015-11-10"),
                prose.factions.subtitle(""),
                prose.factions.shown(bonds, 60),
                prose.factions.changes(in_accents(ties)),
                prose.events.as_of(corpus.sources),
                prose.events.period(timeline, "2015-10", ""),
                prose.places.title(rings, timeline, in_accents(corpus.places)),
                prose.places.title(rings.head(0), timeline, in_accents(corpus.places)),
                prose.places.subtitle(drawn),
                prose.places.shown(drawn, off, ""),
                *prose.places.notes(rings, in_accents(off), len(timeline)),
            ],
        }


FUNCTIONS = """
story forces harm ties control contradictions needs voices trust
strip ledger facts
""".split()


@pytest.mark.parametrize("name", FUNCTIONS)
def test_no_word_of_ours_is_left_in_english(said, name):
    assert said[name]
    for passage in said[name]:
        runs = getattr(passage, "runs", (passage,))
        text = " ".join(run for run in runs if isinstance(run, str))
        assert [word for word in plain_words(text) if not GRADE.search(word)] == [], text
