"""Factions: who stood with whom and against whom on a day, and who met whom in events."""

from itertools import combinations

import networkx as nx
import pandas as pd

from analysis.model import Corpus, span_of
from analysis.model.frames import ACTORS, MEETINGS, SIDES, STATEMENTS, TIES, takes

FRIENDLY = ("member_of", "supports", "allied_with")
"""Ties by which two factions stand on one side; any other says nothing of sides."""

OPPOSED = {frozenset({"attacker", "defender"}), frozenset({"attacker", "target"})}
"""Roles that stand against each other in one event. A supporter may help either side, and the role does not
say which, so it opposes nobody."""


@takes(statements=STATEMENTS)
def ties(corpus: Corpus, statements: pd.DataFrame, day: str = "") -> pd.DataFrame:
    """The ties that hold on `day` (EDTF; all ties when empty): `frames.TIES`.

    A tie without dates holds on every day.
    """
    rows = corpus.relations.rename(columns={"date_basis": "basis"})
    if day:
        on = span_of(day)
        first, last = pd.Timestamp(on.low or pd.Timestamp.min), pd.Timestamp(on.high or pd.Timestamp.max)
        rows = rows[
            (rows["start"].isna() | (rows["start"] <= last)) & (rows["end"].isna() | (rows["end"] >= first))
        ]
    names = corpus.actors[["actor_id", "name"]]
    others = names.rename(columns={"actor_id": "other_id", "name": "other"})
    carried = statements[["claim_id", "source_id"]]
    rows = (
        rows.merge(names.rename(columns={"name": "actor"}), on="actor_id", how="left", validate="many_to_one")
        .merge(others, on="other_id", how="left", validate="many_to_one")
        .merge(carried, on="claim_id", how="left", validate="many_to_one")
        .rename(columns={"claim_id": "claim_ids", "source_id": "source_ids"})
    )
    return TIES.shaped(rows)


@takes(ties=TIES, actors=ACTORS)
def sides(ties: pd.DataFrame, actors: pd.DataFrame) -> pd.DataFrame:
    """The side of each faction named in a tie: `frames.SIDES`.

    Factions tied by support, alliance or membership are one side. One that also fights within itself is torn:
    the ties then do not say who stands where.
    """
    graph = nx.Graph()
    graph.add_nodes_from(dict.fromkeys([*ties["actor_id"], *ties["other_id"]]))
    friendly = ties[ties["relation"].isin(FRIENDLY)]
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


@takes(statements=STATEMENTS)
def meetings(corpus: Corpus, statements: pd.DataFrame) -> pd.DataFrame:
    """The pairs of factions that took part in the same events, with their roles: `frames.MEETINGS`."""
    told = statements[statements["event_id"].notna()].groupby("event_id")
    claim_ids, source_ids = told["claim_id"].agg(list), told["source_id"].agg(list)
    names = corpus.actors.set_index("actor_id")["name"]
    pairs: dict[tuple[str, str], dict[str, list[str]]] = {}
    for event_id, present in corpus.participants.groupby("event_id", sort=False):
        ordered = sorted(zip(present["actor_id"], present["role"], strict=True))
        for (actor, role), (other, other_role) in combinations(ordered, 2):
            if actor == other:
                continue
            pair = pairs.setdefault((actor, other), {"event": [], "roles": []})
            pair["event"].append(str(event_id))
            pair["roles"].append(f"{role}-{other_role}")
    return MEETINGS.of(
        [
            {
                "actor_id": actor,
                "actor": names[actor],
                "other_id": other,
                "other": names[other],
                "events": len(set(pair["event"])),
                "roles": ", ".join(dict.fromkeys(pair["roles"])),
                "hostile": any(frozenset(roles.split("-")) in OPPOSED for roles in pair["roles"]),
                "event_ids": " ".join(dict.fromkeys(pair["event"])),
                "claim_ids": _joined(claim_ids, pair["event"]),
                "source_ids": _joined(source_ids, pair["event"]),
            }
            for (actor, other), pair in pairs.items()
        ]
    )


def _joined(by_event: pd.Series, events: list[str]) -> str | None:
    """The keys of several events in one text, each once; None where there are none."""
    keys = (key for event in events if event in by_event.index for key in by_event[event])
    return " ".join(dict.fromkeys(keys)) or None
