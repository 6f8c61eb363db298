"""Highlights: the few sentences a briefing opens with."""

import pandas as pd

from analysis.model import Passage
from analysis.model.frames import CLAIMED, GROUPS, HOLDINGS, STATEMENTS, TIMELINE, takes
from analysis.prose.claims import apart, contradictions
from analysis.prose.control import holdings
from analysis.prose.events import situation
from analysis.prose.forces import movement
from analysis.prose.sentences import in_scope

MOST_AFTER = 3
"""How many later holds of a place stand beside the one that leads."""


@takes(timeline=TIMELINE, held=HOLDINGS, front=CLAIMED, statements=STATEMENTS, groups=GROUPS)
def highlights(
    timeline: pd.DataFrame,
    held: pd.DataFrame,
    front: pd.DataFrame,
    statements: pd.DataFrame,
    groups: pd.DataFrame,
) -> list[Passage]:
    """The latest event, the latest change of control with what became of it, how a front moved and what
    stands apart: at most nine passages.

    Of narrowed frames what is in scope leads; what came after it outside the scope follows, marked.
    """
    happened, taken = in_scope(timeline), in_scope(held)
    ended = happened.dropna(subset=["start", "end"]).sort_values(["end", "voices"], kind="stable")
    begun = taken[taken["start"].notna() & (taken["status"] == "held")].sort_values("start", kind="stable")
    latest = begun.tail(1)
    disputed = groups[apart(groups)]
    return [
        *situation(ended.tail(1), statements),
        *holdings(latest, statements),
        *holdings(_after(latest, held).head(MOST_AFTER), statements),
        *movement(front),
        *contradictions(statements, disputed, most=3)[:3],
    ]


def _after(latest: pd.DataFrame, held: pd.DataFrame) -> pd.DataFrame:
    """The holds of the same place that are reported from the same day on, or later."""
    if latest.empty:
        return latest
    hold = latest.iloc[0]
    later = (held["place_id"] == hold["place_id"]) & (held["start"] >= hold["start"])
    rows: pd.DataFrame = held.loc[later & ~held.index.isin(latest.index)]
    return rows
