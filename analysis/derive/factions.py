"""Factions: who stood with whom and against whom on a day, and who met whom in events."""

from itertools import combinations

import networkx as nx
import pandas as pd

from analysis.model import Corpus, require, span_of

OPPOSED = {frozenset({"attacker", "defender"}), frozenset({"attacker", "target"})}
"""Roles that stand against each other in one event. A supporter may help either side, and the role does not
say which, so it opposes nobody."""


def ties(corpus: Corpus, claims: pd.DataFrame, day: str = "") -> pd.DataFrame:
    """One row per tie between two factions that holds on `day` (EDTF; all ties when empty).

    `actor`, `relation` (member_of, supports, allied_with, fights), `other`, `start`, `end` (missing = open),
    `basis`, `claim_ids` and `source_ids`. A tie without dates holds on every day.
    """
    rows = corpus.relations.rename(columns={"date_basis": "basis"})
    if day:
        on = span_of(day)
        begun = rows["start"].isna() | (rows["start"] <= pd.Timestamp(on.high))
        rows = rows[begun & (rows["end"].isna() | (rows["end"] >= pd.Timestamp(on.low)))]
    names = corpus.actors[["actor_id", "name"]]
    return (
        rows.merge(names.rename(columns={"name": "actor"}), on="actor_id", how="left")
        .merge(names.rename(columns={"actor_id": "other_id", "name": "other"}), on="other_id", how="left")
        .merge(claims[["claim_id", "source_id"]], on="claim_id", how="left")
        .rename(columns={"claim_id": "claim_ids", "source_id": "source_ids"})
        .reset_index(drop=True)
    )


def sides(ties: pd.DataFrame, actors: pd.DataFrame) -> pd.DataFrame:
    """One row per faction named in a tie: `actor_id`, `actor`, `actor_ar`, `kind`, `colour`, `side` and
    `torn`.

    Factions tied by support, alliance or membership are one side, numbered from 1, the largest first; a
    faction without such a tie has no side (missing). `torn` is true for a side that also fights within
    itself: the ties then do not say who stands where.
    """
    require(ties, ("actor_id", "relation", "other_id"), "sides")
    graph = nx.Graph()
    graph.add_nodes_from(dict.fromkeys([*ties["actor_id"], *ties["other_id"]]))
    friendly = ties[ties["relation"] != "fights"]
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
    rows = actors[actors["actor_id"].isin(set(graph))][["actor_id", "name", "name_ar", "kind", "colour"]]
    side = rows["actor_id"].map(side_of).astype("Int64")
    return (
        rows.rename(columns={"name": "actor", "name_ar": "actor_ar"})
        .assign(side=side, torn=side.isin(torn).astype(bool))
        .sort_values(["side", "actor"])
        .reset_index(drop=True)
    )


def meetings(corpus: Corpus, claims: pd.DataFrame) -> pd.DataFrame:
    """One row per pair of factions that took part in the same events, with their roles.

    `events` counts the events, `hostile` is true where the roles oppose the two in at least one, `roles`
    lists the pairs of roles as "attacker-defender", `event_ids`, `claim_ids` and `source_ids` say which.
    Pairs are written once.
    """
    told = claims[claims["event_id"].notna()].groupby("event_id")
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
    rows = [
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
    columns = ["actor_id", "actor", "other_id", "other", "events", "roles", "hostile"]
    return pd.DataFrame(rows, columns=[*columns, "event_ids", "claim_ids", "source_ids"])


def _joined(by_event: pd.Series, events: list[str]) -> str:
    """The keys of several events in one text, each once."""
    keys = (key for event in events if event in by_event.index for key in by_event[event])
    return " ".join(dict.fromkeys(keys))
