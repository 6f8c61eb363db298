"""Sentences as a grammarian would have them: of both corpora, and of any that may come."""

import pytest
from hypothesis import given, settings

from analysis import derive, load, prose
from tests.conftest import ROOT
from tests.corpora import corpora
from tests.grammar import slips


def paragraphs(corpus):
    """Every paragraph and list of sentences that a briefing says of a corpus, by what it tells."""
    statements = derive.statements(corpus)
    groups = derive.compared(statements, corpus.places, corpus.events)
    timeline = derive.timeline(corpus, statements)
    events = derive.story(corpus, timeline, statements, groups)
    story = prose.story(events, statements, groups, derive.claimed_front(statements))
    said = {"figures": prose.figures(groups, statements)}
    return said | {f"story {number}": told for number, told in enumerate(story, 1)}


@pytest.mark.parametrize("seed", ["aleppo-2015", "exercise"])
def test_both_corpora_are_told_in_sentences(seed):
    said = paragraphs(load.corpus(ROOT / "seeds" / seed))
    assert {name: found for name, told in said.items() if (found := slips(told))} == {}


@settings(max_examples=20)
@given(corpora())
def test_any_corpus_is_told_in_sentences(corpus):
    said = paragraphs(corpus)
    assert {name: found for name, told in said.items() if (found := slips(told))} == {}
