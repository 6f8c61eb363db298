"""Factions in prose: the sides that ties form, and who fights whom."""

import pandas as pd

from analysis.messages import date_words, listed, say
from analysis.model import Passage, frames, span_of
from analysis.model.frames import takes
from analysis.prose.sentences import Row, capital, chained, cited, passage, plain_rows

TIES = ("member_of", "supports", "allied_with", "fights")
"""Kinds of tie, in the order in which they are told."""

MUTUAL = ("allied_with", "fights")
"""Ties that hold both ways, and are said of both."""


def caption(day: str) -> str:
    """What the network of factions shows, and for which day."""
    if not day:
        return say("network-caption")
    key = "network-caption-day" if span_of(day).precision == "day" else "network-caption-within"
    return say(key, day=date_words(day))


@takes(ties=frames.TIES, statements=frames.STATEMENTS)
def relations(ties: pd.DataFrame, statements: pd.DataFrame) -> list[Passage]:
    """One passage per faction with its ties, each kind followed by the claims that carry it."""
    by_id = {row["claim_id"]: row for row in plain_rows(statements)}
    mutual = ties[ties["relation"].isin(MUTUAL)]
    mirrored = mutual.rename(columns={"actor": "other", "other": "actor"})
    passages = []
    for actor, own in pd.concat([ties, mirrored]).groupby("actor", sort=True):
        known = own if "context" in own else own.assign(context=None)
        parts = {kind: known[known["relation"] == kind] for kind in TIES}
        told = [
            _told(kind, plain_rows(rows), by_id)
            for kind, same in parts.items()
            for rows in (same[same["context"].isna()], same[same["context"].notna()])
            if len(rows)
        ]
        passages.append(
            passage("faction-ties", faction=capital(str(actor)), ties=chained("join-further", told))
        )
    return passages


@takes(sides=frames.SIDES)
def sides(sides: pd.DataFrame) -> list[Passage]:
    """The sides that follow from support, alliance and membership; factions without such a tie stand
    alone."""
    passages = []
    for side, members in sides.groupby("side", sort=True):
        key = "side-torn" if members["torn"].any() else "side"
        passages.append(passage(key, number=int(str(side)), members=listed(_names(members))))
    if alone := _names(sides[sides["side"].isna()]):
        passages.append(passage("side-none", members=listed(alone)))
    return passages


def _told(relation: str, rows: list[Row], by_id: dict[str, Row]) -> Passage:
    """One kind of tie with those it leads to, and the claims that carry it."""
    others = listed(dict.fromkeys(row["other"] for row in rows))
    carried = [by_id[key] for key in dict.fromkeys(row["claim_ids"] for row in rows) if key in by_id]
    told = passage("tie", relation=say(f"relation-{relation}", others=others), cites=cited(carried))
    return passage("tie-outside", tie=told) if rows[0]["context"] else told


def _names(members: pd.DataFrame) -> list[str]:
    """Names with the Arabic one behind, where there is one."""
    return [
        say("name-both", name=row["actor"], other=row["actor_ar"]) if row["actor_ar"] else row["actor"]
        for row in plain_rows(members)
    ]
