"""Highlights: the few sentences a briefing opens with."""

import pandas as pd

from analysis.model import Passage
from analysis.prose.claims import contradictions
from analysis.prose.control import holdings
from analysis.prose.events import situation
from analysis.prose.forces import movement


def highlights(
    timeline: pd.DataFrame,
    held: pd.DataFrame,
    front: pd.DataFrame,
    statements: pd.DataFrame,
    groups: pd.DataFrame,
) -> list[Passage]:
    """The latest event, the latest change of control, how a front moved and what contradicts: at most six
    passages."""
    ended = timeline.dropna(subset=["start", "end"]).sort_values(["end", "voices"], kind="stable")
    begun = held[held["start"].notna() & (held["status"] == "held")].sort_values("start", kind="stable")
    disputed = groups[groups["verdict"] == "contradict"]
    return [
        *situation(ended.tail(1), statements),
        *holdings(begun.tail(1), statements),
        *movement(front),
        *contradictions(statements, disputed, most=3)[:3],
    ]
