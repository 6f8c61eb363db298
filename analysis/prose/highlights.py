"""Highlights: the few sentences a briefing opens with."""

import pandas as pd

from analysis.model import Passage
from analysis.model.frames import CLAIMED, GROUPS, HOLDINGS, STATEMENTS, TIMELINE, takes
from analysis.prose.claims import apart, contradictions
from analysis.prose.control import holdings
from analysis.prose.events import situation
from analysis.prose.forces import movement


@takes(timeline=TIMELINE, held=HOLDINGS, front=CLAIMED, statements=STATEMENTS, groups=GROUPS)
def highlights(
    timeline: pd.DataFrame,
    held: pd.DataFrame,
    front: pd.DataFrame,
    statements: pd.DataFrame,
    groups: pd.DataFrame,
) -> list[Passage]:
    """The latest event, the latest change of control, how a front moved and what stands apart: at most six
    passages."""
    ended = timeline.dropna(subset=["start", "end"]).sort_values(["end", "voices"], kind="stable")
    begun = held[held["start"].notna() & (held["status"] == "held")].sort_values("start", kind="stable")
    disputed = groups[apart(groups)]
    return [
        *situation(ended.tail(1), statements),
        *holdings(begun.tail(1), statements),
        *movement(front),
        *contradictions(statements, disputed, most=3)[:3],
    ]
