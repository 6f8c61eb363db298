"""Parties: who stands at the top of a faction's memberships on a day, and of how many origins claims are."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

import pandas as pd

from analysis.model.frames import RELATIONS, takes

Days = tuple[date, date]
"""First and last day, both included; the first and last day there are where an end is open or not known."""


class Behind(NamedTuple):
    """Who stands behind a statement: the keys `party_id`, `root_ids`, `origin_id`, `voice_id`, `chain_id` of
    `frames.STATEMENTS`, None where missing."""

    party: str | None
    root_ids: str | None
    origin: str | None
    voice: str | None = None
    chain: str | None = None


Memberships = Mapping[str, Mapping[str, list[Days]]]
"""For each member the factions it belongs to, and when."""


def days(start: pd.Timestamp | None, end: pd.Timestamp | None) -> Days:
    """The days from start to end; where an end is missing, as far as there are days."""
    first = date.min if start is None or pd.isna(start) else start.date()
    last = date.max if end is None or pd.isna(end) else end.date()
    return first, last


@takes(relations=RELATIONS)
def memberships(relations: pd.DataFrame) -> Memberships:
    """Who is a member of whom, and when, from the coded ties; who left is none from that day on."""
    above: dict[str, dict[str, list[Days]]] = {}
    members = relations[relations["relation"] == "member_of"]
    gone = departures(relations)
    columns = (members[name] for name in ("actor_id", "other_id", "start", "end"))
    for member, other, start, end in zip(*columns, strict=True):
        first, last = days(start, end)
        left = [day for day in gone.get((member, other), ()) if day > first]
        last = min([last, *(day - timedelta(days=1) for day in left)])
        above.setdefault(member, {}).setdefault(other, []).append((first, last))
    return above


@takes(relations=RELATIONS.only("actor_id", "relation", "other_id", "end", "start_latest"))
def departures(relations: pd.DataFrame) -> Mapping[tuple[str, str], list[date]]:
    """The days by which each faction had left another, from the coded ties.

    Where only a window is known it is the last day of that; without any day it is the first day there is.
    """
    left = relations[relations["relation"] == "left"]
    gone: dict[tuple[str, str], list[date]] = {}
    columns = (left["actor_id"], left["other_id"], left["start_latest"].fillna(left["end"]))
    for actor, other, day in zip(*columns, strict=True):
        gone.setdefault((actor, other), []).append(date.min if pd.isna(day) else day.date())
    return gone


def roots(actor: str, when: Days, above: Memberships, below: tuple[str, ...] = ()) -> frozenset[str]:
    """The factions that may stand at the top of the memberships of `actor`: one where the ties decide.

    Every step upward is as of `when`. A member of several factions, or of one for a part of `when` only,
    leads to the top of each; for that part it may also stand alone. Memberships in a circle have no top: all
    in the circle may be it. `below` are the members through which the way has come.
    """
    if actor in below:
        return frozenset(below[below.index(actor) :])
    held = {other: _overlapping(spans, when) for other, spans in above.get(actor, {}).items()}
    parents = [other for other, spans in held.items() if spans]
    tops = [roots(other, when, above, (*below, actor)) for other in parents]
    throughout = any(_leave_out_no_day(held[other], when) for other in parents)
    return frozenset().union(*tops, () if throughout else (actor,))


def parties(behind: Iterable[Behind]) -> int | None:
    """How many parties stand behind several statements; None where the memberships do not decide and the
    number depends on it. A party counts as one, also where it has stood under different tops.
    """
    tops, _ = _possible(behind)
    return _distinct(tops.values())


def origin(behind: Iterable[Behind]) -> str:
    """Whether several statements come from `one` origin or `several`: parties at the top, else voices.

    `indeterminate` where the memberships do not decide. That several origins know nothing of each other is
    not said. A voice relayed through another that speaks too is of no other origin than that one, unless
    both are of a party.

    >>> origin([Behind("army", "government", None), Behind("tv", "government", None)])
    'one'
    >>> origin([Behind("army", "front government", None), Behind("tv", "government", None)])
    'indeterminate'
    >>> origin([Behind(None, None, "aid", "aid", "clinic"), Behind(None, None, "clinic", "clinic", "clinic")])
    'one'
    """
    all_of_them = list(dict.fromkeys(behind))
    adding = [one for one in all_of_them if not all(_tied(one, other) for other in all_of_them)]
    tops, alone = _possible(adding)
    if len(tops) + len(alone) <= 1:
        return "one"
    common = frozenset.intersection(*tops.values()) if tops else frozenset()
    if alone or not common:
        return "several"
    return "one" if all(len(each) == 1 for each in tops.values()) else "indeterminate"


def _tied(one: Behind, other: Behind) -> bool:
    """Whether two statements are of one party or voice, or the one's voice first relayed the other's."""
    if one.party and other.party:
        return one.party == other.party
    if one.origin is not None and one.origin == other.origin:
        return True
    return one.voice is not None and (one.voice == other.chain or one.chain == other.voice)


def _possible(behind: Iterable[Behind]) -> tuple[dict[str, frozenset[str]], set[str | None]]:
    """By party all that may stand at its top, and the voices of no party."""
    tops: dict[str, frozenset[str]] = {}
    alone = set()
    for one in behind:
        if one.party is None:
            alone.add(one.origin)
        else:
            tops[one.party] = tops.get(one.party, frozenset()) | frozenset(
                (one.root_ids or one.party).split()
            )
    return tops, alone


def _distinct(possible: Iterable[frozenset[str]]) -> int | None:
    """How many different tops several parties have, each one of those possible; None where it is not certain.

    A party with several possible tops adds none where each of them is there anyway, and one where none of
    them is or may be another's.
    """
    options = list(possible)
    known = frozenset().union(*(tops for tops in options if len(tops) == 1))
    open_ones = [tops for tops in options if len(tops) > 1 and not tops <= known]
    named = [top for tops in open_ones for top in tops]
    if len(named) > len(set(named)) or known & set(named):
        return None
    return len(known) + len(open_ones)


def _overlapping(spans: Iterable[Days], when: Days) -> list[Days]:
    return [(first, last) for first, last in spans if first <= when[1] and when[0] <= last]


def _leave_out_no_day(spans: Iterable[Days], when: Days) -> bool:
    """Whether the spans together cover all of `when`."""
    day, end = when
    for first, last in sorted(spans):
        if first > day:
            return False
        if last >= end:
            return True
        day = max(day, last + timedelta(days=1))
    return False
