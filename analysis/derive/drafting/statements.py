"""What a sentence without a number may say: measures as choices, by trigger words; never sure."""

from analysis.derive.drafting.sentences import Span
from analysis.model.drafts import Candidate
from analysis.model.sayings import STATEMENTS

MOST = 7
"""So many are offered for a sentence."""


def statements_of(text: str, sentence: Span) -> tuple[Candidate, ...]:
    """The measures that a sentence may be of, that with the most words first."""
    hits = [(measure, list(words.finditer(text, *sentence))) for measure, words in STATEMENTS]
    told = sorted((hit for hit in hits if hit[1]), key=lambda hit: -len(hit[1]))
    return tuple(
        Candidate(measure, "a word of the sentence", *found[0].span(), False)
        for measure, found in told[:MOST]
    )
