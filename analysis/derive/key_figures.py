"""Key figures: the quantities a briefing opens with, claim by claim, never averaged."""

import pandas as pd

from analysis.model import require

KEY_MEASURES = (
    "besieged",
    "fatalities",
    "sorties",
    "strength",
    "front_distance",
    "territory_share",
    "population",
)
"""In the order in which a situation report puts them: people first, then means, then ground."""


def key_figures(claims: pd.DataFrame, groups: pd.DataFrame) -> pd.DataFrame:
    """The statements behind the key figures: one row per claim, with `figure` numbered from 1.

    Takes statements and compared groups. Claims without a number are no figure. A figure is one measure of
    one faction at one event, or one place where no event is named; claims on it at different times stay
    together in order of time, so that a movement is seen. Adds `verdict`, `voices`, `parties` and
    `common_origin` of the group. The figure told by most voices comes first in each measure, and one of every
    measure before the second of any.
    """
    require(claims, ("claim_id", "measure", "actor_id", "unit", "as_of_start"), "key_figures")
    columns = ["claim_ids", "verdict", "voices", "parties", "unaligned", "common_origin"]
    judged = groups[columns].assign(claim_id=groups["claim_ids"].str.split()).explode("claim_id")
    known = claims["low"].notna() | claims["high"].notna()
    rows = claims[claims["measure"].isin(KEY_MEASURES) & known]
    rows = rows.merge(judged.drop(columns="claim_ids"), on="claim_id", how="left")
    where = ("event " + rows["event_id"]).fillna("place " + rows["place_id"]).fillna("")
    subject = ["measure", "unit", "actor_id", "where"]
    rows = rows.assign(where=where, rank=rows["measure"].map(KEY_MEASURES.index))
    rows = rows.assign(told=rows.groupby(subject, dropna=False)["voices"].transform("max"))
    order = ["rank", "told", *subject, "as_of_start", "as_of_end", "low"]
    rows = rows.sort_values(order, ascending=[True, False] + [True] * 7)
    within = rows.assign(one=rows.groupby(subject, dropna=False, sort=False).ngroup())
    turn = within.groupby("rank")["one"].rank(method="dense")
    rows = rows.assign(turn=turn).sort_values(["turn", *order], ascending=[True, True, False] + [True] * 7)
    figure = rows.groupby(subject, dropna=False, sort=False).ngroup() + 1
    return rows.assign(figure=figure).drop(columns=["where", "rank", "told", "turn"]).reset_index(drop=True)
