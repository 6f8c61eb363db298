"""What follows from a corpus: frame in, frame out, each by its contract in `model.frames`.

No files, no clock, no settings, no sentences; inputs stay as they are.
"""

from analysis.derive.claims import compared, ledger, uncompared
from analysis.derive.control import holdings
from analysis.derive.coverage import gaps
from analysis.derive.events import timeline
from analysis.derive.factions import bonds, changed, sides, ties
from analysis.derive.forces import claimed_casualties, claimed_forces, claimed_front, claimed_others
from analysis.derive.key_figures import key_figures
from analysis.derive.places import fronts, spots
from analysis.derive.scope import scope
from analysis.derive.sources import last_day, register
from analysis.derive.statements import source_grid, statements

__all__ = [
    "bonds",
    "changed",
    "claimed_casualties",
    "claimed_forces",
    "claimed_front",
    "claimed_others",
    "compared",
    "fronts",
    "gaps",
    "holdings",
    "key_figures",
    "last_day",
    "ledger",
    "register",
    "scope",
    "sides",
    "source_grid",
    "spots",
    "statements",
    "ties",
    "timeline",
    "uncompared",
]
