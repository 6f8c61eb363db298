"""Scope: the part of a corpus that lies in a region and period and concerns chosen factions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from analysis.errors import FrameError, nearest
from analysis.model import Corpus, span_of
from analysis.model.frames import LEFT_OUT


def scope(
    corpus: Corpus, *, region: str = "", start: str = "", end: str = "", factions: Sequence[str] = ()
) -> tuple[Corpus, pd.DataFrame]:
    """The corpus narrowed, and what was left out of it: `frames.LEFT_OUT`.

    `region` is a place or province by id, name or alias; `start` and `end` are EDTF dates; `factions` are
    actors by id, name or alias. What has no place, no date or no actor is kept: it is not known to lie
    outside. Sources, speakers, actors and places stay whole, so that numbers of sources do not change with
    the scope. Raises FrameError for a region or faction that the corpus does not know, naming the nearest.
    """
    first, last = _period(start, end)
    actors = {_actor(corpus.actors, faction) for faction in factions} or set(corpus.actors["actor_id"])
    wish = _Wish(_places_in(corpus.places, region), actors, first, last)
    events, left_out = _kept("events", corpus.events, _event_tests(corpus, wish))
    own = corpus.claims["event_id"].isna()
    on_kept_event = {"event": own | corpus.claims["event_id"].isin(events["event_id"])}
    own_tests = {reason: ~own | passed for reason, passed in wish.tests(corpus.claims, "as_of_").items()}
    control, control_out = _kept("control", corpus.control, wish.tests(corpus.control))
    relations, relations_out = _kept("relations", corpus.relations, _relation_tests(corpus, wish))
    carrying = corpus.claims["claim_id"].isin({*control["claim_id"], *relations["claim_id"]})
    claim_tests = {reason: passed | carrying for reason, passed in (on_kept_event | own_tests).items()}
    claims, claims_out = _kept("claims", corpus.claims, claim_tests)
    present = corpus.participants["event_id"].isin(events["event_id"])
    narrowed = replace(
        corpus,
        events=events,
        claims=claims,
        control=control,
        relations=relations,
        participants=corpus.participants[present].reset_index(drop=True),
    )
    rows = [*left_out, *claims_out, *control_out, *relations_out]
    return narrowed, LEFT_OUT.of(rows)


@dataclass(frozen=True)
class _Wish:
    """What was asked for: keys of places and actors, first and last day."""

    places: set[str]
    actors: set[str]
    first: pd.Timestamp
    last: pd.Timestamp

    def tests(self, frame: pd.DataFrame, prefix: str = "") -> dict[str, pd.Series]:
        """What each row must pass, by the reason to leave it out; what is missing passes."""
        return {
            "region": frame["place_id"].isna() | frame["place_id"].isin(self.places),
            "period": self.inside(frame, prefix),
            "factions": frame["actor_id"].isna() | frame["actor_id"].isin(self.actors),
        }

    def inside(self, frame: pd.DataFrame, prefix: str = "") -> pd.Series:
        """Whether the span of each row overlaps the period; an open end does."""
        starts, ends = frame[f"{prefix}start"], frame[f"{prefix}end"]
        return (starts.isna() | (starts <= self.last)) & (ends.isna() | (ends >= self.first))


def _event_tests(corpus: Corpus, wish: _Wish) -> dict[str, pd.Series]:
    """Events have several factions: one that is wanted keeps the event, and so does not knowing any."""
    met = corpus.participants
    wanted = set(met.loc[met["actor_id"].isin(wish.actors), "event_id"])
    others = set(met["event_id"]) - wanted
    with_actor = corpus.events.assign(actor_id=None)
    return wish.tests(with_actor) | {"factions": ~corpus.events["event_id"].isin(others)}


def _relation_tests(corpus: Corpus, wish: _Wish) -> dict[str, pd.Series]:
    """A tie has two factions; one that is wanted keeps it, and so do two that are shown anyway.

    Memberships stay whole: who counts as one party, and which side a faction is on, follows from them, and a
    narrower view must not change what is true.
    """
    ties = corpus.relations
    member = ties["relation"] == "member_of"
    touched = ties[ties["actor_id"].isin(wish.actors) | ties["other_id"].isin(wish.actors)]
    shown = wish.actors | set(touched["actor_id"]) | set(touched["other_id"])
    among = ties["actor_id"].isin(shown) & ties["other_id"].isin(shown)
    return {"period": member | wish.inside(ties), "factions": member | among}


def _kept(
    table: str, frame: pd.DataFrame, tests: dict[str, pd.Series]
) -> tuple[pd.DataFrame, list[dict[str, object]]]:
    """The rows that pass every test, and how many each reason left out; a row is counted under the first."""
    kept = pd.Series(True, index=frame.index)
    left_out: list[dict[str, object]] = []
    for reason, passed in tests.items():
        dropped = int((kept & ~passed).sum())
        if dropped:
            left_out.append({"table": table, "reason": reason, "rows": dropped})
        kept &= passed
    return frame[kept].reset_index(drop=True), left_out


def _period(start: str, end: str) -> tuple[pd.Timestamp, pd.Timestamp]:
    """First and last day asked for; an end not asked for is the last that pandas can write."""
    low = span_of(start).low if start else pd.Timestamp.min
    high = span_of(end).high if end else pd.Timestamp.max
    if low is None or high is None:
        raise FrameError(
            f"scope: found start {start!r}, end {end!r}; expected dates such as 2015-10, not open spans"
        )
    first, last = pd.Timestamp(low), pd.Timestamp(high)
    if first > last:
        message = (
            f"scope: start {start} is after end {end}; expected start <= end (nearest: the two exchanged)"
        )
        raise FrameError(message)
    return first, last


def _places_in(places: pd.DataFrame, region: str) -> set[str]:
    """Keys of the places called `region`, of those in the province of that name and of all that lie in these.

    An empty region is all places. A name that a city and its province share means both.
    """
    if not region:
        return set(places["place_id"])
    wanted = region.casefold()
    named = [wanted in names for names in _names(places, "place_id", "name", "name_ar", "aliases", "admin1")]
    if not any(named):
        known = [*places["name"], *places["admin1"].dropna().str.split("; ").explode()]
        raise FrameError(_unknown("region", region, known))
    inside = set(places.loc[named, "place_id"])
    while not (more := set(places.loc[places["parent_id"].isin(inside), "place_id"])) <= inside:
        inside |= more
    return inside


def _actor(actors: pd.DataFrame, faction: str) -> str:
    wanted = faction.casefold()
    names = _names(actors, "actor_id", "name", "name_ar", "aliases")
    for key, known in zip(actors["actor_id"], names, strict=True):
        if wanted in known:
            return str(key)
    raise FrameError(_unknown("faction", faction, actors["name"]))


def _names(frame: pd.DataFrame, *columns: str) -> list[set[str]]:
    """All names of each row, folded; a cell of several is parted at the semicolons."""
    names: list[set[str]] = [set() for _ in range(len(frame))]
    for column in columns:
        for known, cell in zip(names, frame[column], strict=True):
            parts = str(cell).split(";") if pd.notna(cell) else []
            known.update(part.strip().casefold() for part in parts)
    return names


def _unknown(what: str, value: str, known: Iterable[str]) -> str:
    names = list(dict.fromkeys(known))
    hint = nearest(value, names)
    return f"scope: unknown {what} {value!r}; nearest: {hint or 'none'}; known: {', '.join(names)}"
