"""What follows from a corpus: frame in, frame out.

No files, no clock, no settings, no sentences; inputs stay as they are.
"""

from analysis.derive.claims import compared, ledger, source_grid, statements
from analysis.derive.control import holdings
from analysis.derive.coverage import gaps
from analysis.derive.events import placed, timeline
from analysis.derive.factions import meetings, sides, ties
from analysis.derive.forces import casualties, claimed, forces, front
from analysis.derive.key_figures import key_figures
from analysis.derive.scope import scope
from analysis.derive.sources import last_day, register

__all__ = [
    "casualties",
    "claimed",
    "compared",
    "forces",
    "front",
    "gaps",
    "holdings",
    "key_figures",
    "last_day",
    "ledger",
    "meetings",
    "placed",
    "register",
    "scope",
    "sides",
    "source_grid",
    "statements",
    "ties",
    "timeline",
]
