"""What follows from a corpus: frame in, frame out, each by its contract in `model.frames`.

No files, no clock, no settings, no sentences; inputs stay as they are.
"""

from analysis.derive.claims import compared, ledger, uncompared
from analysis.derive.control import holdings
from analysis.derive.coverage import needs
from analysis.derive.events import placed, timeline
from analysis.derive.factions import ended_ties, sides, ties
from analysis.derive.forces import claimed_casualties, claimed_forces, claimed_front, claimed_others
from analysis.derive.key_figures import key_figures
from analysis.derive.meetings import meetings
from analysis.derive.scope import scope
from analysis.derive.sources import last_day, register
from analysis.derive.statements import statements
from analysis.derive.voices import gathered, voices

__all__ = [
    "claimed_casualties",
    "claimed_forces",
    "claimed_front",
    "claimed_others",
    "compared",
    "ended_ties",
    "gathered",
    "holdings",
    "key_figures",
    "last_day",
    "ledger",
    "meetings",
    "needs",
    "placed",
    "register",
    "scope",
    "sides",
    "statements",
    "ties",
    "timeline",
    "uncompared",
    "voices",
]
