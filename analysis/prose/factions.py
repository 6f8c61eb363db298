"""Factions in prose: who supports and who fights whom, by how many authors' word, and what changed."""

from collections.abc import Iterable
from itertools import product
from typing import Any

import pandas as pd

from analysis.messages import date_words, day_words, listed, say, spelled
from analysis.model import Citation, Passage, span_of
from analysis.model.frames import BONDS, SIDES, STATEMENTS, TIES, takes
from analysis.prose.names import named
from analysis.prose.sentences import (
    Looked,
    Row,
    capital,
    chained,
    cited,
    in_scope,
    marked,
    passage,
    plain_rows,
    stated_day,
)

LONGEST = 125
"""So many characters of a title fit on two lines of the widest column; longer lists of names are cut."""

NAMED = (5, 4, 3, 2, 1)
"""How many names of a list a title has, as many as fit."""

CITED, TOLD = 3, 3
"""The most claims that are cited for a tie, and the most ties that one sentence names."""

MOST_DRAWN = 60
"""The most ties that the chart draws."""

DEPARTED = 6
"""The most departures that are told beside the ties over time."""

FOUND = ("supports", "fights")
"""The kinds of tie that make a title."""


@takes(bonds=BONDS, sides=SIDES, changed=TIES)
def words(bonds: pd.DataFrame, sides: pd.DataFrame, changed: pd.DataFrame, day: str) -> dict[str, Any]:
    """All words around the drawing, as `Exhibits.figure` takes them: title, subtitle, notes and shown."""
    return {
        "title": title(bonds),
        "subtitle": subtitle(day),
        "notes": notes(bonds, sides, changed),
        "shown": shown(bonds, MOST_DRAWN),
    }


@takes(bonds=BONDS, statements=STATEMENTS)
def story(bonds: pd.DataFrame, statements: pd.DataFrame, most: int = 5) -> list[Passage]:
    """The weightiest ties, each a sentence with whose word it is."""
    by_id = Looked(statements, "claim_id")
    told = []
    for row in plain_rows(in_scope(bonds).head(most)):
        claims = [by_id[key] for key in row["claim_ids"].split() if key in by_id]
        speakers = listed(dict.fromkeys(named(claim["speaker"]) for claim in claims), most=2)
        tie = say(f"story-tied-{row['relation']}", actor=named(row["actor"]), other=named(row["other"]))
        if row["attested"] is not None:
            exact = row["attested_from"] == row["attested"]
            day = say("date-on" if exact else "date-by", date=day_words(row["attested"]))
            tie = say("story-tied-when", told=tie, day=day)
        told.append(passage("story-said", told=capital(tie), speakers=speakers, cites=cited(claims[:CITED])))
    return told


@takes(bonds=BONDS)
def title(bonds: pd.DataFrame) -> str:
    """The finding: who is supported by most, and who is fought by most; else how many ties there are.

    `bonds` are those of `derive.bonds`, whose order decides between equals. What is outside a scope is told
    only where nothing is in it.
    """
    rows = plain_rows(in_scope(bonds)) or plain_rows(bonds)
    if not rows:
        return say("factions-title-none")
    centres = [(kind, *_centre(rows, kind)) for kind in FOUND]
    for most in sorted(product(NAMED, NAMED), key=lambda most: (-sum(most), -most[0])):
        parts = [
            say(
                f"factions-title-{kind}",
                number=len(actors),
                actors=listed(map(named, actors), most=at_most),
                other=named(other),
            )
            for (kind, actors, other), at_most in zip(centres, most, strict=True)
            if actors
        ]
        if parts and len("; ".join(parts)) <= LONGEST:
            return capital("; ".join(parts))
    names = {row[key] for row in rows for key in ("actor", "other")}
    return say(
        "factions-title", words=capital(spelled(len(names))), ties=len(rows), number=spelled(len(rows))
    )


def subtitle(day: str) -> str:
    """What stands at a line, and up to which day (EDTF; empty: any) the ties were reported."""
    if not day:
        return say("factions-subtitle")
    key = "factions-subtitle-day" if span_of(day).precision == "day" else "factions-subtitle-within"
    return say(key, day=date_words(day))


@takes(bonds=BONDS, sides=SIDES, changed=TIES)
def notes(bonds: pd.DataFrame, sides: pd.DataFrame, changed: pd.DataFrame) -> list[Passage]:
    """What stands beside the network: what several authors tell, what nobody named says, sides that are torn,
    what is grey, and whether sides changed; `changed` are the ties of `derive.changed`."""
    rows = plain_rows(in_scope(bonds))
    told = [row for row in rows if row["authors"] > 1]
    unnamed = [row for row in rows if not row["named"]]
    scoped = "yes" if "in_scope" in bonds and len(rows) < len(bonds) else "no"
    found = [_authors(told, len(rows), scoped)] if rows else []
    if unnamed:
        found.append(passage("factions-unnamed", ties=_listed(unnamed)))
    for _, members in sides[sides["torn"]].groupby("side", sort=True):
        found.append(_torn(members["actor"]))
    if grey := len(bonds) - len(rows):
        found.append(passage("factions-outside", ties=grey, words=spelled(grey)))
    # All that changed between the factions shown, in scope or not: the ties over time show them all.
    pairs = {frozenset(ends) for ends in zip(changed["actor_id"], changed["other_id"], strict=True)}
    return [*found, passage("factions-changed", pairs=len(pairs), words=capital(spelled(len(pairs))))]


def _torn(members: pd.Series) -> Passage:
    told = capital(listed(map(named, members)))
    return passage("factions-torn", members=told, number=len(members))


@takes(bonds=BONDS)
def shown(bonds: pd.DataFrame, drawn: int) -> str:
    """How many of the ties are drawn: at most the first `drawn`."""
    shown, ties = min(drawn, len(bonds)), len(bonds)
    return say("factions-shown", shown=shown, ties=ties, number=spelled(ties), left=ties - shown)


@takes(changed=TIES)
def changes(changed: pd.DataFrame) -> str:
    """The finding of ties over time: who left whom, the latest first, else how many pairs changed."""
    rows = plain_rows(changed.sort_values("start", ascending=False, kind="stable"))
    mine = plain_rows(in_scope(changed).sort_values("start", ascending=False, kind="stable"))
    left = list(dict.fromkeys((row["actor"], row["other"]) for row in mine if row["relation"] == "left"))
    pairs = len({frozenset((row["actor"], row["other"])) for row in rows})
    for most in NAMED:
        ties = [say("changes-left", actor=named(actor), other=named(other)) for actor, other in left[:most]]
        told = say("changes-title", ties=listed(ties), left=len(ties), pairs=pairs, number=spelled(pairs))
        if left and len(told) <= LONGEST:
            return capital(told)
    return say("changes-title-pairs", pairs=pairs, words=capital(spelled(pairs)))


def changes_subtitle() -> str:
    """What a strip of the ties over time is."""
    return say("changes-subtitle")


@takes(changed=TIES, statements=STATEMENTS)
def departures(changed: pd.DataFrame, statements: pd.DataFrame) -> list[Passage]:
    """One passage per faction that left another, the latest first, at most `DEPARTED`, with the claims."""
    rows = changed[changed["relation"] == "left"].sort_values("start", ascending=False, kind="stable")
    by_id = Looked(statements, "claim_id")
    told: dict[tuple[str, str], list[Row]] = {}
    for row in plain_rows(rows):
        told.setdefault((row["actor"], row["other"]), []).append(row)
    return [
        marked(
            same[0],
            passage(
                "changes-left-on",
                actor=capital(named(actor)),
                other=named(other),
                date=date_words(stated_day(same[0]["date"]), on=True) if same[0]["date"] else "none",
                cites=cited(by_id[row["claim_ids"]] for row in same[:CITED] if row["claim_ids"] in by_id),
            ),
        )
        for (actor, other), same in list(told.items())[:DEPARTED]
    ]


def _centre(rows: list[Row], kind: str) -> tuple[list[str], str]:
    """The faction to which most ties of the kind lead, and who stands at their other ends, in order."""
    ends: dict[str, dict[str, str]] = {}
    names: dict[str, str] = {}
    for row in (row for row in rows if row["relation"] == kind):
        pairs = [("actor", "other")] if kind == "supports" else [("actor", "other"), ("other", "actor")]
        for one, other in pairs:
            ends.setdefault(row[f"{other}_id"], {})[row[f"{one}_id"]] = row[one]
            names[row[f"{other}_id"]] = row[other]
    if not ends:
        return [], ""
    centre = max(ends, key=lambda key: len(ends[key]))
    return list(ends[centre].values()), names[centre]


def _authors(told: list[Row], ties: int, scoped: str) -> Passage:
    """Which ties more than one author tells of, and that each other rests on one."""
    if not told:
        return passage("factions-one-author", ties=ties, scoped=scoped)
    return passage("factions-authors", ties=_listed(told), others=ties - len(told), scoped=scoped)


def _listed(rows: list[Row]) -> Passage:
    """The ties one after the other with their claims, then how many more there are."""
    parts = [
        passage(
            "factions-tie",
            tie=say(f"bond-{row['relation']}", actor=named(row["actor"]), other=named(row["other"])),
            cites=_cited(row),
        )
        for row in rows[:TOLD]
    ]
    if len(rows) > TOLD:
        parts.append(passage("factions-more", ties=len(rows) - TOLD, words=spelled(len(rows) - TOLD)))
    return chained("join-further", parts)


def _cited(row: Row) -> list[Citation]:
    """The claims of a line, the latest first, each with its report."""
    return list(_citations(row))[:CITED]


def _citations(row: Row) -> Iterable[Citation]:
    keys, labels = (row["claim_ids"] or "").split(), (row["cites"] or "").split("; ")
    reports = (row["claim_sources"] or "").split()
    for key, label, report in zip(keys, labels, reports, strict=True):
        yield Citation(report, key, label)
