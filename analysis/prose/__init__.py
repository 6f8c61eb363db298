"""How it reads: neutral sentences with citations, made from frames.

No adjectives of judgement, no names of victims, no figure that `derive` did not give.
"""

from analysis.prose import claims, control, coverage, events, factions, forces, harm, places, timeline, voices
from analysis.prose.key_figures import further, key_figures
from analysis.prose.story import figures, story

__all__ = [
    "claims",
    "control",
    "coverage",
    "events",
    "factions",
    "figures",
    "forces",
    "further",
    "harm",
    "key_figures",
    "places",
    "story",
    "timeline",
    "voices",
]
