"""Scope: the part of a corpus that lies in a region and period and concerns chosen factions."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pandas as pd

from analysis.errors import FrameError, nearest
from analysis.model import Corpus, span_of


def scope(
    corpus: Corpus, *, region: str = "", start: str = "", end: str = "", factions: Sequence[str] = ()
) -> tuple[Corpus, pd.DataFrame]:
    """The corpus narrowed, and one row per table and reason of what was left out (`table`, `reason`, `rows`).

    `region` is a place or province by id, name or alias; `start` and `end` are EDTF dates; `factions` are
    actors by id, name or alias. What has no place, no date or no actor is kept: it is not known to lie
    outside. Sources, speakers, actors and places stay whole, so that numbers of sources do not change with
    the scope. Raises FrameError for a region or faction that the corpus does not know, naming the nearest.
    """
    left_out: list[dict[str, object]] = []

    def keep(table: str, frame: pd.DataFrame, tests: dict[str, pd.Series]) -> pd.DataFrame:
        kept = pd.Series(True, index=frame.index)
        for reason, passed in tests.items():
            dropped = int((kept & ~passed).sum())
            if dropped:
                left_out.append({"table": table, "reason": reason, "rows": dropped})
            kept &= passed
        return frame[kept].reset_index(drop=True)

    places = _places_in(corpus.places, region)
    actors = {_actor(corpus.actors, faction) for faction in factions} or set(corpus.actors["actor_id"])
    first = pd.Timestamp(span_of(start).low) if start else pd.Timestamp.min
    last = pd.Timestamp(span_of(end).high) if end else pd.Timestamp.max
    if first > last:
        message = (
            f"scope: start {start} is after end {end}; expected start <= end (nearest: the two exchanged)"
        )
        raise FrameError(message)

    def inside(frame: pd.DataFrame, starts: str = "start", ends: str = "end") -> pd.Series:
        return (frame[starts].isna() | (frame[starts] <= last)) & (
            frame[ends].isna() | (frame[ends] >= first)
        )

    met = set(corpus.participants.loc[corpus.participants["actor_id"].isin(actors), "event_id"])
    with_actor = set(corpus.participants["event_id"])
    events = keep(
        "events",
        corpus.events,
        {
            "outside the region": _known_in(corpus.events["place_id"], places),
            "outside the period": inside(corpus.events),
            "other factions": corpus.events["event_id"].isin(met)
            | ~corpus.events["event_id"].isin(with_actor),
        },
    )
    kept_events = set(events["event_id"])
    dropped_events = set(corpus.events["event_id"]) - kept_events
    claims = corpus.claims
    own = claims["event_id"].isna()
    kept_claims = keep(
        "claims",
        claims,
        {
            "on an event left out": ~claims["event_id"].isin(dropped_events),
            "outside the region": ~own | _known_in(claims["place_id"], places),
            "outside the period": ~own | inside(claims, "as_of_start", "as_of_end"),
            "other factions": ~own | _known_in(claims["actor_id"], actors),
        },
    )
    relations = keep(
        "relations",
        corpus.relations,
        {
            "outside the period": inside(corpus.relations),
            "other factions": corpus.relations["actor_id"].isin(actors)
            | corpus.relations["other_id"].isin(actors),
        },
    )
    control = keep(
        "control",
        corpus.control,
        {
            "outside the region": _known_in(corpus.control["place_id"], places),
            "outside the period": inside(corpus.control),
            "other factions": corpus.control["actor_id"].isin(actors),
        },
    )
    participants = corpus.participants[corpus.participants["event_id"].isin(kept_events)].reset_index(
        drop=True
    )
    narrowed = replace(
        corpus,
        events=events,
        claims=kept_claims,
        relations=relations,
        control=control,
        participants=participants,
    )
    return narrowed, pd.DataFrame(left_out, columns=["table", "reason", "rows"])


def _known_in(keys: pd.Series, wanted: set[str]) -> pd.Series:
    return keys.isna() | keys.isin(wanted)


def _places_in(places: pd.DataFrame, region: str) -> set[str]:
    """Keys of the places called `region` or lying in the province of that name; all for an empty region."""
    if not region:
        return set(places["place_id"])
    wanted = region.casefold()
    named = [
        wanted in _names([row.place_id, row.name, row.name_ar, row.admin1], row.aliases)
        for row in places.itertuples(index=False)
    ]
    if not any(named):
        known = [*places["name"], *places["admin1"].dropna()]
        raise FrameError(_unknown("region", region, known))
    return set(places.loc[named, "place_id"])


def _actor(actors: pd.DataFrame, faction: str) -> str:
    wanted = faction.casefold()
    for row in actors.itertuples(index=False):
        if wanted in _names([row.actor_id, row.name, row.name_ar], row.aliases):
            return str(row.actor_id)
    raise FrameError(_unknown("faction", faction, actors["name"]))


def _names(names: Iterable[object], aliases: object) -> set[str]:
    """All names of one row, folded; `aliases` is one text, joined by semicolons."""
    listed = [] if pd.isna(aliases) else str(aliases).split(";")
    return {str(name).strip().casefold() for name in [*names, *listed] if not pd.isna(name)}


def _unknown(what: str, value: str, known: Iterable[str]) -> str:
    names = list(dict.fromkeys(known))
    hint = nearest(value, names)
    return f"scope: unknown {what} {value!r}; nearest: {hint or 'none'}; known: {', '.join(names)}"
