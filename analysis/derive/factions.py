"""Factions: who was last reported with whom and against whom on a day, and the sides that follow."""

import networkx as nx
import pandas as pd

from analysis.derive.attested import with_attested
from analysis.derive.parties import departures
from analysis.model import Corpus, span_of
from analysis.model.frames import ACTORS, SIDES, STATEMENTS, TIES, takes

FRIENDLY = ("member_of", "supports", "allied_with")
"""Ties by which two factions stand on one side; any other, neutrality and mediation too, says nothing of
sides."""


@takes(statements=STATEMENTS)
def ties(corpus: Corpus, statements: pd.DataFrame, day: str = "") -> pd.DataFrame:
    """The ties as last reported on or before `day` (EDTF; all ties when empty): `frames.TIES`.

    A tie counts from its first day to its last. One without a reported end was last reported on the day in
    `attested`, and nothing says that it still holds then; one without a reported start may have held on every
    day before. Who left another is its member, ally or supporter no longer, unless a later start is coded.
    """
    rows = corpus.relations
    carried = pd.DataFrame({"row": rows.index, "claim_id": rows["claim_id"]})
    rows = with_attested(rows, carried, statements, corpus.sources)
    if day:
        on = span_of(day)
        first, last = pd.Timestamp(on.low or pd.Timestamp.min), pd.Timestamp(on.high or pd.Timestamp.max)
        begun = rows["start"].isna() | (rows["start"] <= last)
        ended = rows["end"].notna() & (rows["end"] < first) & (rows["relation"] != "left")
        rows = rows[begun & ~ended]
        rows = rows[~_ended_by_leaving(rows, first)]
    names = corpus.actors[["actor_id", "name"]]
    others = names.rename(columns={"actor_id": "other_id", "name": "other"})
    sources = statements[["claim_id", "source_id"]]
    rows = (
        rows.merge(names.rename(columns={"name": "actor"}), on="actor_id", how="left", validate="many_to_one")
        .merge(others, on="other_id", how="left", validate="many_to_one")
        .merge(sources, on="claim_id", how="left", validate="many_to_one")
        .rename(columns={"claim_id": "claim_ids", "source_id": "source_ids"})
    )
    return TIES.shaped(rows)


@takes(ties=TIES)
def ended_ties(ties: pd.DataFrame, day: str = "") -> pd.DataFrame:
    """Those of the ties of all days that had ended before `day` (EDTF; none when empty): `frames.TIES`.

    Only a reported end counts. Who left another is told as that, and so is no tie that ended here.
    """
    first = span_of(day).low if day else None
    if first is None:
        return ties.head(0)
    return ties[(ties["end"] < pd.Timestamp(first)) & (ties["relation"] != "left")].reset_index(drop=True)


@takes(ties=TIES, actors=ACTORS)
def sides(ties: pd.DataFrame, actors: pd.DataFrame) -> pd.DataFrame:
    """The side of each faction named in a tie: `frames.SIDES`.

    Factions tied by support, alliance or membership are one side. One that also fights within itself is torn:
    the ties then do not say who stands where.
    """
    graph = nx.Graph()
    graph.add_nodes_from(dict.fromkeys([*ties["actor_id"], *ties["other_id"]]))
    friendly = ties[ties["relation"].isin(FRIENDLY) & ~_ended_by_leaving(ties, pd.Timestamp.max)]
    graph.add_edges_from(zip(friendly["actor_id"], friendly["other_id"], strict=True))
    groups = (members for members in nx.connected_components(graph) if len(members) > 1)
    components = sorted(groups, key=lambda members: (-len(members), min(members)))
    side_of = {member: number for number, members in enumerate(components, 1) for member in members}
    fights = ties[ties["relation"] == "fights"]
    torn = {
        side_of.get(actor)
        for actor, other in zip(fights["actor_id"], fights["other_id"], strict=True)
        if side_of.get(actor, actor) == side_of.get(other, other)
    }
    rows = actors[actors["actor_id"].isin(set(graph))].rename(
        columns={"name": "actor", "name_ar": "actor_ar"}
    )
    side = rows["actor_id"].map(side_of).astype("Int64")
    rows = rows.assign(side=side, torn=side.isin(torn))
    return SIDES.shaped(rows.sort_values(["side", "actor"]))


def _ended_by_leaving(rows: pd.DataFrame, by: pd.Timestamp) -> pd.Series:
    """Whether a friendly tie ended, by the day `by`, because one of the two left the other."""
    left = rows[rows["relation"] == "left"]
    if left.empty:
        return pd.Series(False, index=rows.index)
    gone = departures(left)
    friendly = rows["relation"].isin(FRIENDLY)
    columns = (rows[name] for name in ("actor_id", "other_id", "relation", "start"))
    return friendly & pd.Series(
        [
            any(
                day <= by.date() and (pd.isna(start) or start.date() < day)
                for pair in ((actor, other), *(((other, actor),) if kind == "allied_with" else ()))
                for day in gone.get(pair, ())
            )
            for actor, other, kind, start in zip(*columns, strict=True)
        ],
        index=rows.index,
        dtype=bool,
    )
