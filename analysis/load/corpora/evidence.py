"""By whose word: what is asked of the claims on which events, parts in them, ties and control rest."""

from collections.abc import Iterator, Mapping

import pandas as pd

from analysis.errors import Fault, nearest
from analysis.load.corpora.csv import TextTable
from analysis.load.packages.quoting import quoted


def evidence_faults(tables: Mapping[str, TextTable]) -> Iterator[Fault]:
    """Every event has a claim, and a claim that is cited speaks of what it is cited for."""
    claims = tables["claims"]
    yield from _events(tables["events"], claims)
    yield from _participants(tables["participants"], claims, tables["events"])
    yield from _supporters(tables["participants"])
    yield from _cited(tables["relations"], claims, ("actor_id", "other_id"))
    yield from _cited(tables["control"], claims, ("actor_id", "place_id"))


def _events(events: TextTable, claims: TextTable) -> Iterator[Fault]:
    """No claim, no load: each event has one. (Ties and control name theirs, which is a required key.)"""
    if not (events.has("event_id") and claims.has("event_id") and claims.complete):
        return
    keys = events.frame["event_id"].dropna()
    told = set(claims.frame["event_id"].dropna())
    misspelt = {nearest(key, keys) for key in told - set(keys)}
    for line, key in keys[~keys.isin(told | misspelt)].items():
        expected = f"at least one row of {claims.spec.file} with this event_id"
        yield events.fault(line, "event_id", f"{quoted(key)}, an event without a claim", expected)


def _participants(participants: TextTable, claims: TextTable, events: TextTable) -> Iterator[Fault]:
    """Who took part is said by a claim on that event, or on none; an event that is unknown is a fault of its
    own."""
    spoken = claims.cells("claim_id", "event_id").dropna().drop_duplicates("claim_id")
    on = dict(zip(spoken["claim_id"], spoken["event_id"], strict=True))
    cells = participants.cells("event_id", "claim_id").dropna()
    told = cells["claim_id"].map(on).dropna()
    told = told[told.isin(events.cells("event_id")["event_id"])]
    for line, event in told[told != cells.loc[told.index, "event_id"]].items():
        meant, key = cells.loc[line, ["event_id", "claim_id"]]
        near = nearest(key, [claim for claim, its in on.items() if its == meant])
        found = f"{quoted(key)}, a claim on {event}"
        yield participants.fault(line, "claim_id", found, f"a claim on {meant}, or on no event", near)


def _supporters(participants: TextTable) -> Iterator[Fault]:
    """Only a supporter supports somebody, and somebody else."""
    cells = participants.cells("actor_id", "role", "for_id").dropna()
    for line, actor, role, supported in cells.itertuples(name=None):
        if role != "supporter":
            found = f"{quoted(supported)}, with the role {role}"
            yield participants.fault(line, "for_id", found, "an empty cell, or the role supporter")
        elif supported == actor:
            found = f"{quoted(supported)}, who is the supporter"
            yield participants.fault(line, "for_id", found, "another faction than actor_id")


def _cited(table: TextTable, claims: TextTable, columns: tuple[str, ...]) -> Iterator[Fault]:
    """A claim cited as evidence speaks of at least one of those it is cited for, where it names anyone."""
    shared = [column for column in ("actor_id", "by_id", "place_id") if claims.has(column)]
    if not table.has("claim_id", *columns) or not claims.has("claim_id") or not shared:
        return
    cited = set(table.frame["claim_id"].dropna())
    mentioned = claims.frame[claims.frame["claim_id"].isin(cited)].drop_duplicates("claim_id")
    rows = zip(mentioned["claim_id"], mentioned[shared].to_numpy(dtype=object), strict=True)
    spoken = {key: {name for name in names if pd.notna(name)} for key, names in rows}
    for line, row in zip(table.frame.index, table.frame.to_dict("records"), strict=True):
        key = row["claim_id"]
        named = spoken.get(key, set())
        meant = {row[column] for column in columns if pd.notna(row[column])}
        if named and not named & meant:
            found = f"{quoted(key)}, a claim about {' and '.join(sorted(named))}"
            about = claims.frame[shared].isin(meant).any(axis=1)
            near = nearest(key, claims.frame.loc[about, "claim_id"].dropna())
            yield table.fault(line, "claim_id", found, f"a claim about {' or '.join(sorted(meant))}", near)
