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


def key_figures(claims: pd.DataFrame, groups: pd.DataFrame, *, most: int = 8) -> pd.DataFrame:
    """The statements behind at most `most` key figures: one row per claim, with `figure` numbered from 1.

    Takes statements and compared groups. Claims without a number are no figure. A figure is one measure of
    one faction at one event or place; claims on it at different times stay together in order of time, so that
    a movement is seen. Adds `verdict`, `voices`, `parties` and `common_origin` of the group; figures told by
    more voices come first within a measure."""
    require(claims, ("claim_id", "measure", "actor_id", "unit", "as_of_start"), "key_figures")
    columns = ["claim_ids", "verdict", "voices", "parties", "common_origin"]
    judged = groups[columns].assign(claim_id=groups["claim_ids"].str.split()).explode("claim_id")
    rows = claims[claims["measure"].isin(KEY_MEASURES) & (claims["low"].notna() | claims["high"].notna())]
    rows = rows.merge(judged.drop(columns="claim_ids"), on="claim_id", how="left")
    subject = ["measure", "unit", "actor_id", "event_id", "place_id"]
    rows = rows.assign(
        rank=rows["measure"].map(KEY_MEASURES.index),
        told=rows.groupby(subject, dropna=False)["voices"].transform("max"),
    ).sort_values(["rank", "told", *subject, "as_of_start", "low"], ascending=[True, False] + [True] * 7)
    figure = rows.groupby(subject, dropna=False, sort=False).ngroup() + 1
    return rows.assign(figure=figure)[figure <= most].drop(columns=["rank", "told"]).reset_index(drop=True)
