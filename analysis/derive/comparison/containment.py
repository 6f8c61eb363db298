"""What lies in what: the wholes of each group of one key, and why others cannot be compared with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from analysis.derive.comparison.windows import ONE_TIME
from analysis.model.counts import narrower

REASONS = ("method", "place", "window", "tags")
"""Why figures of one key are not compared, in the order in which a reason is looked for."""

_OF_KEY = ("on_event", "flow", "adds_up")

COLUMNS = (
    *("place_id", "tags", "part", "projected", "unknown", *_OF_KEY),
    *("start", "start_high", "end_low", "end", "sure_start", "sure_end"),
)
"""What is asked of groups: their dimensions (`quantities.quantities`), None for no place; whether they are on
an event, of what adds up over time and whether parts add up; the days of the window, where stocks of several
days start and end at the earliest and the latest."""

Columns = Mapping[str, np.ndarray[Any, Any]]
Flags = np.ndarray[Any, np.dtype[np.bool_]]


@dataclass(frozen=True)
class Related:
    """What one group is to the others of its key, by their position.

    `wholes` are all that it is a part of, `nearest` those with no other of them in between; `apart` is the
    reason in `REASONS` for each that it cannot be compared with.
    """

    wholes: list[int]
    nearest: list[int]
    apart: dict[int, str]


def ancestors(places: pd.DataFrame) -> dict[str, frozenset[str]]:
    """For each place all places that it lies in, itself included, up the chain of parents."""
    parents: dict[str, str] = dict(places[["place_id", "parent_id"]].dropna().itertuples(index=False))
    found: dict[str, frozenset[str]] = {}
    for place in places["place_id"]:
        chain: list[str] = []
        above: str | None = place
        while above is not None and above not in chain:
            chain.append(above)
            above = parents.get(above)
        found[place] = frozenset(chain)
    return found


def relations(groups: Columns, above: Mapping[str, frozenset[str]]) -> list[Related]:
    """What each group of one key is to the others; `groups` has for each of `COLUMNS` an array.

    Places, windows and tags are compared each as a whole column, so that thousands of groups under one key
    take their number times the time of a few such columns.
    """
    one = _OneKey(groups, above)
    return [one.related(position) for position in range(len(groups["place_id"]))]


class _OneKey:
    """The groups of one key, their dimensions as arrays."""

    def __init__(self, groups: Columns, above: Mapping[str, frozenset[str]]) -> None:
        self.on_event, self.flow, self.adds_up = (bool(groups[name][0]) for name in _OF_KEY)
        self.column = groups
        self.unknown, self.projected, self.part = groups["unknown"], groups["projected"], groups["part"]
        self.place, self.places = _coded(
            groups["place_id"], lambda one, other: self._in_place(one, other, above)
        )
        self.tag, self.tags = _coded(groups["tags"], narrower)
        length = (groups["end"] - groups["start"]) * self.flow
        # What lies in another comes before it in this order.
        wider = (self.part == "", self.tags.sum(0)[self.tag], length, self.places.sum(0)[self.place])
        self.rank = np.empty(len(length), dtype=int)
        self.rank[np.lexsort(wider)] = np.arange(len(length))

    def related(self, i: int) -> Related:
        """What the group at position `i` is to all others."""
        inner, outer = self._within(i)
        both = {name: inner[name] & outer[name] for name in inner}
        others = np.ones(len(self.rank), dtype=bool)
        others[i] = False
        lies = others & inner["method"] & inner["place"] & inner["window"] & inner["tags"]
        holds = others & outer["method"] & outer["place"] & outer["window"] & outer["tags"]
        if not self.adds_up:
            lies, holds = lies & holds, lies & holds
        wholes = lies & ~holds
        asked = others & ~(lies ^ holds)
        if not self.on_event:  # elsewhere is then another subject, as is another event
            asked &= inner["place"] | outer["place"]
        reasons: dict[int, str] = {}
        for name in REASONS:
            either = both[name] if not self.adds_up else inner[name] | outer[name]
            for j in np.flatnonzero(asked & ~either):
                reasons[int(j)] = name
            asked &= either
        for j in np.flatnonzero(asked):  # narrower in one way and wider in another, or of one time in part
            reasons[int(j)] = "window" if both["tags"][j] else "tags"
        return Related(sorted(map(int, np.flatnonzero(wholes))), self._nearest(wholes), reasons)

    def _nearest(self, wholes: Flags) -> list[int]:
        """Those wholes that hold no other of them."""
        left = np.flatnonzero(wholes)
        left = left[np.argsort(self.rank[left])]
        nearest: list[int] = []
        while len(left):
            first = int(left[0])
            nearest.append(first)
            around, _ = self._within(first)
            further = around["place"] & around["window"] & around["tags"]
            left = left[~further[left]]
        return sorted(nearest)

    def _within(self, i: int) -> tuple[dict[str, Flags], dict[str, Flags]]:
        """For each dimension whether the group at `i` lies in each, and whether each lies in it."""
        same_method = self.projected == self.projected[i]
        in_window, has_window = self._windows(i)
        part_in = (self.part == "") | (self.part == self.part[i])
        part_has = (self.part[i] == "") | (self.part == self.part[i])
        inner = {
            "method": same_method,
            "place": self.places[self.place[i]][self.place],
            "window": in_window,
            "tags": self.tags[self.tag[i]][self.tag] & part_in,
        }
        outer = {
            "method": same_method,
            "place": self.places[:, self.place[i]][self.place],
            "window": has_window,
            "tags": self.tags[:, self.tag[i]][self.tag] & part_has,
        }
        return inner, outer

    def _windows(self, i: int) -> tuple[Flags, Flags]:
        day = self.column
        known = ~self.unknown & ~self.unknown[i]
        known[i] = True
        if not self.flow:
            starts = np.maximum(day["start"] - day["start_high"][i], day["start"][i] - day["start_high"])
            ends = np.maximum(day["end_low"] - day["end"][i], day["end_low"][i] - day["end"])
            near = known & (starts <= ONE_TIME) & (ends <= ONE_TIME)
            return near, near
        same = (day["start"] == day["start"][i]) & (day["end"] == day["end"][i])
        inside = (day["sure_start"] <= day["start"][i]) & (day["end"][i] <= day["sure_end"])
        around = (day["sure_start"][i] <= day["start"]) & (day["end"] <= day["sure_end"][i])
        return known & (same | inside), known & (same | around)

    def _in_place(self, one: object, other: object, above: Mapping[str, frozenset[str]]) -> bool:
        """Whether one place lies in another; what names no place is about the whole event."""
        if other is None or one is None:
            return one is other or (other is None and bool(self.on_event))
        return one == other or other in above.get(str(one), ())


def _coded(values: Iterable[Any], inside: Any) -> tuple[np.ndarray[Any, Any], Flags]:
    """A number for each value, and for each two numbers whether the first lies in the second."""
    numbers: dict[Any, int] = {}
    codes = np.array([numbers.setdefault(value, len(numbers)) for value in values], dtype=int)
    return codes, np.array([[inside(one, other) for other in numbers] for one in numbers], dtype=bool)
