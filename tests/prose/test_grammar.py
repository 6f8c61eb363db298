"""Sentences as a grammarian would have them: of both corpora, of parts of them, and of any that may come."""

import re
from functools import cache

import pytest
from hypothesis import given, settings

from analysis import derive, load, prose
from analysis.model import Passage
from tests.conftest import ROOT
from tests.corpora import corpora
from tests.grammar import plain, slips

LONGEST = 150
"""So many characters are more than two lines of a title."""

SCOPES = {
    "aleppo-2015": (
        {"factions": ["ISIS"]},
        {"region": "Kweires"},
        {"start": "2015-10-09", "end": "2015-10-11"},
    ),
    "exercise": ({"region": "Dōlmaçe"}, {"start": "2031", "end": "2032"}, {"factions": ["Zhurvel Front"]}),
}


@cache
def outlines():
    return load.boundaries(ROOT / "seeds" / "aleppo-2015")


def told(corpus, **asked):
    """Every paragraph and list of sentences that a briefing says of a corpus, by what it tells.

    A title, which has no end, stands under the name of its exhibit and `title`."""
    everything = derive.statements(corpus)
    compared = derive.compared(everything, corpus.places, corpus.events)
    within = derive.scope(corpus, compared, **asked)
    statements, groups = within.claims(everything), within.groups(compared)
    timeline = within.events(derive.timeline(corpus, everything))
    front = within.figures(derive.claimed_front(everything))
    said = _page_one(corpus, statements, groups, timeline, front)
    said["narrowed"] = _texts(prose.coverage.narrowed("a part", within.left_out, within.kept))
    said["left out"] = prose.coverage.left_out(within.left_out, within.kept)
    said["contradictions"] = prose.claims.contradictions(statements, groups)
    for name, words in _exhibits(corpus, within, everything, statements, groups, timeline, front).items():
        said[f"{name} title"] = _texts(words["title"])
        said[f"{name} notes"] = list(words.get("notes", ()))
        said[f"{name} subtitle"] = _texts(words["subtitle"])
        said[f"{name} shown"] = _texts(words.get("shown", ""))
    return said


def _page_one(corpus, statements, groups, timeline, front):
    events = derive.story(corpus, timeline, statements, groups)
    story = prose.story(events, statements, groups, front)
    needs, voices = derive.needs(corpus, statements, timeline), derive.voices(corpus, statements)
    trusted = prose.trust(corpus.sources, statements, timeline, voices, needs)
    said = {"figures": prose.figures(groups, statements), "absent": prose.absent(needs, statements)}
    said |= {f"trust, {head}": [words] for head, words in trusted}
    return said | {f"story {number}": sentences for number, sentences in enumerate(story, 1)}


def _exhibits(corpus, within, everything, statements, groups, timeline, front):
    """The words around each exhibit, as a notebook asks for them."""
    counts, register = derive.event_counts(timeline), derive.register(corpus, everything)
    spots, off = derive.spots(timeline, corpus.places, outlines())
    day = derive.last_day(corpus.sources)
    tied = derive.ties(corpus, everything, day)
    bonds, sides = (
        derive.bonds(within.ties(tied), statements),
        within.sides(derive.sides(tied, corpus.actors)),
    )
    changed = derive.changed(within.ties(derive.ties(corpus, everything)))
    claimed, rest = (within.figures(of(everything)) for of in (derive.claimed_forces, derive.claimed_others))
    hurt = within.figures(derive.claimed_casualties(everything))
    voices, needs = derive.voices(corpus, statements), derive.needs(corpus, statements, timeline)
    lanes = derive.lanes(within.holdings(derive.holdings(corpus, everything)))
    rings = derive.fronts(front, corpus.places)
    found = {
        "timeline": prose.timeline.words(timeline, counts, register, statements),
        "map": prose.places.words(spots, off, rings, timeline, corpus.places, ""),
        "factions": prose.factions.words(bonds, sides, changed, day),
        "forces": prose.forces.words(derive.force_figures(claimed), groups, claimed),
        "others": prose.forces.words(derive.force_figures(rest), groups, rest, "others"),
        "harm": prose.harm.words(derive.harm_figures(hurt, groups), groups, hurt, statements),
        "control": prose.control.words(lanes, statements),
        "voices": prose.voices.words(voices, derive.gathered(voices), corpus.sources),
        "coverage": prose.needs.words(needs, statements, corpus.sources),
    }
    if len(changed):
        titles = {"title": prose.factions.changes(changed), "subtitle": prose.factions.changes_subtitle()}
        found["changes"] = titles | {"notes": prose.factions.departures(changed, statements)}
    rows = {"forces": claimed, "others": rest, "harm": hurt, "timeline": timeline, "factions": bonds}
    # Of what has no rows a briefing prints the title alone.
    return {
        name: words if len(rows.get(name, "x")) else {"title": words["title"], "subtitle": ""}
        for name, words in found.items()
    }


def _texts(text):
    return [Passage((text,))] if text else []


def faults(said):
    """The slips of each paragraph by its name; a title need not end, and has two lines at most."""
    found = {}
    for name, passages in said.items():
        title = name.endswith(" title")
        slipped = [slip for slip in slips(passages) if not (title and slip.startswith("no end"))]
        slipped += [f"too long: {plain(one)}" for one in passages if title and len(plain(one)) > LONGEST]
        slipped += [
            f"a digit first: {plain(one)}" for one in passages if re.match(r"([1-9]|1[0-2]) ", plain(one))
        ]
        if slipped:
            found[name] = slipped
    return found


@pytest.fixture(scope="module", params=SCOPES)
def seeded(request):
    return request.param, load.corpus(ROOT / "seeds" / request.param)


def test_both_corpora_are_told_in_sentences(seeded):
    assert faults(told(seeded[1])) == {}


@pytest.mark.parametrize("place", range(3))
def test_a_part_of_a_corpus_is_told_in_sentences(seeded, place):
    name, corpus = seeded
    assert faults(told(corpus, **SCOPES[name][place])) == {}


def test_the_method_is_told_in_sentences():
    assert faults({"method": prose.method()}) == {}


@settings(max_examples=10)
@given(corpora())
def test_any_corpus_is_told_in_sentences(corpus):
    assert faults(told(corpus)) == {}
