"""What a drafted claim says, in the words of the vocabulary: a summary to begin with, never the report's."""

from dataclasses import replace

import pandas as pd

from analysis.messages import measure_words, say
from analysis.model.drafts import Candidate, Draft, Proposal
from analysis.model.frames import MEASURES, PLACES, takes


@takes(measures=MEASURES.only("measure", "noun"), places=PLACES.only("place_id", "name"))
def summarised(draft: Draft, measures: pd.DataFrame, places: pd.DataFrame) -> Draft:
    """The draft with a summary for each claim whose measure is sure: what is counted and, where that is sure,
    at which place. `measures` and `places` are the tables of the corpus."""
    nouns = dict(zip(measures["measure"], measures["noun"], strict=True))
    names = dict(zip(places["place_id"], places["name"], strict=True))
    told = tuple(_told(proposal, nouns, names) for proposal in draft.proposals)
    return replace(draft, proposals=told)


def _told(proposal: Proposal, nouns: dict[str, str], names: dict[str, str]) -> Proposal:
    measure = proposal.filled("measure")
    if not measure:
        return proposal
    words = summary_of(measure, nouns.get(measure, ""), names.get(proposal.filled("place_id"), ""))
    summary = Candidate(words, say("draft-rule-vocabulary"), proposal.start, proposal.end, True)
    return replace(proposal, fields={**proposal.fields, "summary": (summary,)})


def summary_of(measure: str, noun: str = "", place: str = "") -> str:
    """A summary from the vocabulary: the measure, by its words or those of the corpus, and the place's name.

    >>> summary_of("displaced", place="Kweires air base")
    'Displaced, Kweires air base.'
    """
    words = measure_words(measure, noun)
    words = words[:1].upper() + words[1:]
    return say("draft-summary-place", noun=words, place=place) if place else say("draft-summary", noun=words)
