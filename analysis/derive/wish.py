"""What a reader asks to see: a region, a period, factions; and how a row answers to each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from analysis.errors import FrameError, nearest
from analysis.model import Corpus, span_of
from analysis.model.places import places_above


@dataclass(frozen=True)
class Wish:
    """What was asked for; what was not asked for is None.

    `places` are the keys of the region and of all that lies in it, `around` those of the places in which it
    lies. `region` and `factions` are the names by which they are known, `first` and `last` the days.
    """

    region: str
    places: frozenset[str] | None
    around: frozenset[str]
    factions: tuple[str, ...]
    actors: frozenset[str] | None
    first: pd.Timestamp | None
    last: pd.Timestamp | None

    @property
    def asked(self) -> bool:
        """Whether anything was asked for."""
        return not (self.places is None and self.actors is None and self.first is None and self.last is None)

    def by_place(self, *places: pd.Series) -> pd.Series:
        """Why no place of a row lies in the region; missing where one does. The first is the row's own."""
        nothing = pd.Series(None, index=places[0].index, dtype="object")
        if self.places is None:
            return nothing
        inside = pd.concat([place.isin(self.places) for place in places], axis=1).any(axis=1)
        wide = pd.concat([place.isin(self.around) for place in places], axis=1).any(axis=1)
        stated = pd.concat([place.notna() for place in places], axis=1).any(axis=1)
        why = nothing.mask(~inside, "region").mask(~inside & wide, "wider_place")
        return why.mask(~inside & ~stated, "region_not_stated")

    def by_time(self, start: pd.Series, end: pd.Series, published: pd.DataFrame) -> pd.Series:
        """Why a row is not of the period; missing where it may be.

        `published` has the first and last day, `first` and `last`, on which reports that carry the row were
        published. An open end is known to hold until then and no longer; a row without a day is of the
        period in which a report tells of it, and of no other.
        """
        why = pd.Series(None, index=start.index, dtype="object")
        if self.first is None and self.last is None:
            return why
        undated = start.isna() & end.isna()
        attested = published["last"].mask(published["last"] < start, start)
        begin = start.mask(undated, published["first"])
        close = end.fillna(attested).mask(undated, published["last"])
        why = why.mask(~self.meets(begin, close), "period")
        told = published["last"].notna() & why.isna()
        return why.mask(undated & ~told, "undated")

    def meets(self, start: pd.Series, end: pd.Series) -> pd.Series:
        """Whether days from start to end and the period may have one in common; a missing end is open."""
        met = pd.Series(True, index=start.index)
        if self.last is not None:
            met &= start.isna() | (start <= self.last)
        if self.first is not None:
            met &= end.isna() | (end >= self.first)
        return met

    def holds(self, day: pd.Series) -> pd.Series:
        """Whether each day lies in the period; a missing one does not."""
        return day.notna() & self.meets(day, day)

    def is_after(self, day: pd.Series) -> pd.Series:
        """Whether each day comes after the period; none does where its end was not asked for."""
        return day.notna() & (day > self.last) if self.last is not None else day.notna() & False

    def of_actors(self, *actors: pd.Series) -> pd.Series:
        """Whether one of the factions of a row is wanted; all are where none was asked for."""
        if self.actors is None:
            return pd.Series(True, index=actors[0].index)
        return pd.concat([actor.isin(self.actors) for actor in actors], axis=1).any(axis=1)


def wish_of(corpus: Corpus, region: str, start: str, end: str, factions: Sequence[str]) -> Wish:
    """What was asked of this corpus; raises FrameError for what it does not know, naming the nearest."""
    first, last = _period(start, end)
    wanted = [_actor(corpus.actors, faction) for faction in factions]
    names = corpus.actors.set_index("actor_id")["name"]
    named = _named(corpus.places, region) if region else []
    inside = _inside(corpus.places, named)
    above = places_above(corpus.places)
    around = frozenset().union(*(above[place] for place in named)) - inside
    return Wish(
        _region_name(corpus.places, named, region),
        inside if region else None,
        around,
        tuple(str(names[key]) for key in wanted),
        frozenset(wanted) if wanted else None,
        first,
        last,
    )


def _period(start: str, end: str) -> tuple[pd.Timestamp | None, pd.Timestamp | None]:
    low = span_of(start).low if start else None
    high = span_of(end).high if end else None
    if (start and low is None) or (end and high is None):
        raise FrameError(
            f"scope: found start {start!r}, end {end!r}; expected dates such as 2015-10, not open spans"
        )
    first = pd.Timestamp(low) if low else None
    last = pd.Timestamp(high) if high else None
    if first is not None and last is not None and first > last:
        message = (
            f"scope: start {start} is after end {end}; expected start <= end (nearest: the two exchanged)"
        )
        raise FrameError(message)
    return first, last


def _named(places: pd.DataFrame, region: str) -> list[str]:
    """Keys of the places called `region` and of those in the province of that name; both where it is both."""
    wanted = region.casefold()
    named = [wanted in names for names in _names(places, "place_id", "name", "name_ar", "aliases", "admin1")]
    if not any(named):
        known = [*places["name"], *places["admin1"].dropna().str.split("; ").explode()]
        raise FrameError(_unknown("region", region, known))
    return list(places.loc[named, "place_id"])


def _inside(places: pd.DataFrame, named: Iterable[str]) -> frozenset[str]:
    inside = set(named)
    while not (more := set(places.loc[places["parent_id"].isin(inside), "place_id"])) <= inside:
        inside |= more
    return frozenset(inside)


def _region_name(places: pd.DataFrame, named: list[str], region: str) -> str:
    """The name of the one place that is called so, else as it was asked for: a province, say."""
    meant = places[places["place_id"].isin(named)]
    called = [region.casefold() in each for each in _names(meant, "place_id", "name", "name_ar", "aliases")]
    return str(meant["name"].iloc[0]) if called == [True] else region


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
