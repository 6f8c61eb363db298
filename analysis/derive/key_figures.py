"""Key figures: the quantities a briefing opens with, claim by claim, never averaged."""

import pandas as pd

from analysis.derive.claims import judged
from analysis.model.frames import AGAINST, GROUPS, KEY_FIGURES, STATEMENTS, takes


@takes(statements=STATEMENTS, groups=GROUPS)
def key_figures(statements: pd.DataFrame, groups: pd.DataFrame) -> pd.DataFrame:
    """The statements behind the key figures, numbered from 1: `frames.KEY_FIGURES`.

    Every measure that counts something may give one, the more important first (`Measure.rank`). Claims
    without a number are no figure, and neither are denials and doubts of one, nor what another claim
    revises. Claims on one figure at different times stay together in order of time, so that a movement is
    seen; claims of other people or things (`counts`), of another doer, or of what is only projected, are
    another figure. The figure told by most voices comes first in each measure, of several a whole before its
    parts, and one of every measure before the second of any.
    """
    numbers = statements["low"].notna() | statements["high"].notna()
    known = statements["rank"].notna() & statements["unit"].notna() & numbers
    rows = judged(statements[known & ~statements["stance"].isin(AGAINST)], groups)
    rows = rows[rows["standing"].ne("revised")]
    where = ("event " + rows["event_id"]).fillna("place " + rows["place_id"]).fillna("")
    subject = ["measure", "unit", "actor_id", "by_id", "counts", "projected", "where"]
    rows = rows.assign(where=where, projected=rows["method"] == "projected", part=rows["counts"].notna())
    told = (rows["voices"] + rows["unnamed"]).astype("float64")
    rows = rows.assign(told=told.groupby([rows[name] for name in subject], dropna=False).transform("max"))
    order = ["rank", "told", "part", *subject, "as_of_start", "as_of_end", "low"]
    upward = [True, False] + [True] * (len(order) - 2)
    rows = rows.sort_values(order, ascending=upward)
    within = rows.assign(one=rows.groupby(subject, dropna=False, sort=False).ngroup())
    turn = within.groupby("measure")["one"].rank(method="dense")
    rows = rows.assign(turn=turn).sort_values(["turn", *order], ascending=[True, *upward])
    figure = rows.groupby(subject, dropna=False, sort=False).ngroup() + 1
    return KEY_FIGURES.shaped(rows.assign(figure=figure))
