"""How it reads: neutral sentences with citations, made from frames.

No adjectives of judgement, no names of victims, no figure that `derive` did not give.
"""

from analysis.prose import (
    claims,
    control,
    coverage,
    events,
    factions,
    forces,
    harm,
    needs,
    places,
    timeline,
    voices,
)
from analysis.prose.key_figures import key_figures
from analysis.prose.needs import absent
from analysis.prose.story import figures, story
from analysis.prose.trust import method, trust

__all__ = [
    "absent",
    "claims",
    "control",
    "coverage",
    "events",
    "factions",
    "figures",
    "forces",
    "harm",
    "key_figures",
    "method",
    "needs",
    "places",
    "story",
    "timeline",
    "trust",
    "voices",
]
