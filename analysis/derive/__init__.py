"""What follows from a corpus: frame in, frame out, each by its contract in `model.frames`.

No files, no clock, no settings, no sentences; inputs stay as they are.
"""

from analysis.derive.claims import compared, ledger, uncompared
from analysis.derive.control import holdings, lanes
from analysis.derive.coverage import needs
from analysis.derive.event_counts import event_counts
from analysis.derive.events import timeline
from analysis.derive.factions import bonds, changed, sides, ties
from analysis.derive.forces import (
    claimed_casualties,
    claimed_forces,
    claimed_front,
    claimed_others,
    force_figures,
)
from analysis.derive.harm import harm_figures, uncounted
from analysis.derive.key_figures import key_figures
from analysis.derive.places import fronts, spots
from analysis.derive.scope import scope
from analysis.derive.sources import last_day, register
from analysis.derive.statements import statements
from analysis.derive.story import story
from analysis.derive.voices import gathered, voices

__all__ = [
    "bonds",
    "changed",
    "claimed_casualties",
    "claimed_forces",
    "claimed_front",
    "claimed_others",
    "compared",
    "event_counts",
    "force_figures",
    "fronts",
    "gathered",
    "harm_figures",
    "holdings",
    "key_figures",
    "lanes",
    "last_day",
    "ledger",
    "needs",
    "register",
    "scope",
    "sides",
    "spots",
    "statements",
    "story",
    "ties",
    "timeline",
    "uncompared",
    "uncounted",
    "voices",
]
