"""Factions in prose: the sides that ties form, who fights whom, and which ties had ended."""

from collections.abc import Mapping

import pandas as pd

from analysis.messages import date_words, day_words, listed, say
from analysis.model import Passage, frames, span_of
from analysis.model.frames import takes
from analysis.prose.sentences import Looked, Row, capital, chained, cited, passage, plain_rows, when

TIES = ("member_of", "supports", "allied_with", "fights", "neutral_to", "mediates", "left")
"""Kinds of tie, in the order in which they are told."""

MUTUAL = ("allied_with", "fights")
"""Ties that hold both ways, and are said of both."""


def caption(day: str) -> str:
    """What the network of factions shows, and up to which day it was reported."""
    if not day:
        return say("network-caption")
    key = "network-caption-day" if span_of(day).precision == "day" else "network-caption-within"
    return say(key, day=date_words(day))


@takes(ties=frames.TIES, statements=frames.STATEMENTS)
def relations(ties: pd.DataFrame, statements: pd.DataFrame) -> list[Passage]:
    """One passage per faction with its ties, each kind followed by when it was last reported, and by whom."""
    by_id = Looked(statements, "claim_id")
    mutual = ties[ties["relation"].isin(MUTUAL)]
    mirrored = mutual.rename(columns={"actor": "other", "other": "actor"})
    parts: dict[str, dict[tuple[str, bool], list[Row]]] = {}
    for row in plain_rows(pd.concat([ties, mirrored])):
        kind = row["relation"], row.get("context") is not None
        parts.setdefault(row["actor"], {}).setdefault(kind, []).append(row)
    passages = []
    for actor, own in sorted(parts.items()):
        kinds = [(kind, outside) for kind in TIES for outside in (False, True) if (kind, outside) in own]
        told = [told for kind in kinds for told in _told(kind[0], own[kind], by_id)]
        passages.append(passage("faction-ties", faction=capital(actor), ties=chained("join-further", told)))
    return passages


@takes(ties=frames.TIES, statements=frames.STATEMENTS)
def ended(ties: pd.DataFrame, statements: pd.DataFrame, day: str, most: int = 20) -> list[Passage]:
    """One passage with how many ties had ended before the day, and whose; the latest `most` are named.

    `ties` are those of `derive.ended_ties`; without any there is no passage.
    """
    by_id = Looked(statements, "claim_id")
    told: dict[tuple[str, ...], list[Row]] = {}
    for row in plain_rows(ties.sort_values("end", ascending=False, kind="stable")):
        told.setdefault((row["actor"], row["relation"], row["other"], row["date"]), []).append(row)
    if not told:
        return []
    named = [_ended(rows, by_id) for rows in list(told.values())[:most]]
    if len(told) > most:
        named.append(passage("ties-further", number=len(told) - most))
    listed_ties = chained("join-further", named)
    return [passage("ties-ended", number=len(told), day=date_words(day), ties=listed_ties)]


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


def _told(relation: str, rows: list[Row], by_id: Mapping[str, Row]) -> list[Passage]:
    """One kind of tie with those it leads to, those last reported on one day together, and the claims."""
    latest: dict[str, Row] = {}
    for row in rows:
        known = latest.get(row["other"])
        if known is None or _attested(known) <= _attested(row):
            latest[row["other"]] = row
    together: dict[str, list[str]] = {}
    for other, row in latest.items():
        together.setdefault(_reported(row), []).append(other)
    return [_tie(relation, day, others, rows, by_id) for day, others in together.items()]


def _tie(relation: str, day: str, others: list[str], rows: list[Row], by_id: Mapping[str, Row]) -> Passage:
    keys = dict.fromkeys(row["claim_ids"] for row in rows if row["other"] in others)
    cites = cited(by_id[key] for key in keys if key in by_id)
    words = say(f"relation-{relation}", others=listed(others))
    key = "tie-reported" if day else "tie"
    told = passage(key, relation=words, cites=cites, **({"day": day} if day else {}))
    return passage("tie-outside", tie=told) if rows[0].get("context") else told


def _ended(rows: list[Row], by_id: Mapping[str, Row]) -> Passage:
    """A tie that had ended, with its days and the claims."""
    tie = rows[0]
    keys = dict.fromkeys(row["claim_ids"] for row in rows)
    words = say(f"relation-{tie['relation']}", others=tie["other"])
    cites = cited(by_id[key] for key in keys if key in by_id)
    told = passage("tie-ended", faction=tie["actor"], relation=words, date=when(tie["date"]), cites=cites)
    return passage("tie-outside", tie=told) if tie.get("context") else told


def _attested(row: Row) -> pd.Timestamp:
    return pd.Timestamp.min if row["attested"] is None else row["attested"]


def _reported(row: Row) -> str:
    """On which day a tie was last reported, or by which; empty where no report of it is dated."""
    if row["attested"] is None:
        return ""
    key = "date-on" if row["attested"] == row["attested_from"] else "date-by"
    return say(key, date=day_words(row["attested"]))


def _names(members: pd.DataFrame) -> list[str]:
    """Names with the Arabic one behind, where there is one."""
    return [
        say("name-both", name=row["actor"], other=row["actor_ar"]) if row["actor_ar"] else row["actor"]
        for row in plain_rows(members)
    ]
