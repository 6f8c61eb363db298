"""Key figures: the quantities a briefing opens with, claim by claim, never averaged."""

import pandas as pd

from analysis.derive.claims import judged
from analysis.model.frames import AGAINST, GROUPS, KEY_FIGURES, STATEMENTS, takes

SUBJECT = ["measure", "unit", "of_event_id", "of_actor_id", "of_by_id", "of_place_id", "of_counts"]
SUBJECT += ["of_projected", "window"]
"""What figures have in common that are one; `window` is empty for what holds at a time."""


@takes(statements=STATEMENTS, groups=GROUPS)
def key_figures(statements: pd.DataFrame, groups: pd.DataFrame) -> pd.DataFrame:
    """The statements behind the key figures, numbered from 1: `frames.KEY_FIGURES`.

    Every measure that counts something may give one, the more important first (`Measure.rank`). Claims
    without a number are no figure, and neither are denials and doubts of one, nor what another claim, or a
    later count of the same voice, has replaced. One figure is of one matter, place and part of what is
    counted, and of what adds up over time also of one window; what holds at a time stays together in order
    of time, so that a movement is seen. The figure told by most voices comes first in each measure, then
    those in its usual unit, a whole before its parts, and the larger; one of every measure comes before the
    second of any.
    """
    numbers = statements["low"].notna() | statements["high"].notna()
    known = statements["rank"].notna() & statements["unit"].notna() & numbers
    rows = judged(statements[known & ~statements["stance"].isin(AGAINST)], groups)
    moved = rows["standing"].eq("earlier") & rows["measure_kind"].eq("stock")
    rows = rows[rows["standing"].eq("compared") | moved]
    rows = rows.merge(_dimensions(groups), on="group_id", validate="m:1")
    rows = rows.assign(
        window=_days(rows).where(rows["measure_kind"].eq("flow"), ""),
        part=rows["counts"].notna(),
        other_unit=rows["unit"].ne(rows["measure_unit"]),
        told=(rows["voices"] + rows["unnamed"]).astype("float64"),
        size=rows[["low", "best", "high"]].max(axis=1),
    )
    one = rows.groupby(SUBJECT, dropna=False, sort=False)
    rows = rows.assign(one=one.ngroup(), told=one["told"].transform("max"), size=one["size"].transform("max"))
    order = {"rank": True, "told": False, "other_unit": True, "part": True, "size": False, "one": True}
    order |= {"as_of_start": True, "as_of_end": True, "low": True, "claim_id": True}
    rows = rows.sort_values(list(order), ascending=list(order.values()))
    first = rows.drop_duplicates("one")
    turns = first.groupby("measure").cumcount().set_axis(first["one"])
    rows = rows.assign(turn=rows["one"].map(turns)).sort_values("turn", kind="stable")
    return KEY_FIGURES.shaped(rows.assign(figure=rows.groupby("one", sort=False).ngroup() + 1))


def _dimensions(groups: pd.DataFrame) -> pd.DataFrame:
    """What tells one figure from another, by group."""
    columns = ["event_id", "actor_id", "by_id", "place_id", "counts", "projected", "start", "end"]
    return groups[["group_id", *columns]].rename(columns={name: f"of_{name}" for name in columns})


def _days(rows: pd.DataFrame) -> pd.Series:
    """The window of each row's group as one text."""
    return rows["of_start"].astype("str") + "/" + rows["of_end"].astype("str")
