"""What lies in what: the wholes of each group of one key, and why others cannot be compared with it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from analysis.derive.comparison.windows import ONE_TIME
from analysis.model.counts import narrower

REASONS = ("method", "place", "window", "tags")
"""Why figures of one key are not compared, in the order in which a reason is looked for."""

UNNAMED = ("doer", "actor")
"""Why figures of two keys are not: one names a doer or a faction and the other none (`unnamed`)."""

_OF_KEY = ("on_event", "flow", "adds_up")

COLUMNS = (
    *("place_id", "tags", "part", "projected", "unknown", *_OF_KEY),
    *("start", "start_high", "end_low", "end", "sure_start", "sure_end"),
)
"""What is asked of groups: their dimensions (`quantities.quantities`), None for no place; whether they are on
an event, of what adds up over time and whether parts add up; the days of the window, where stocks of several
days start and end at the earliest and the latest."""

AT_A_TIME = 2_000_000
"""How many pairs of groups are looked at in one go."""

_DAYS = COLUMNS[-6:]
_CODE = {name: code for code, name in enumerate(REASONS, start=1)}

Columns = Mapping[str, np.ndarray[Any, Any]]
Positions = np.ndarray[Any, np.dtype[np.int_]]
Flags = np.ndarray[Any, np.dtype[np.bool_]]


@dataclass(frozen=True)
class Related:
    """What one group is to the others of its key, by their position.

    `wholes` are all that it is a part of, `nearest` those with no other of them in between; `apart` is the
    reason in `REASONS` or `UNNAMED` for each that it cannot be compared with.
    """

    wholes: list[int]
    nearest: list[int]
    apart: dict[int, str]

    def without(self, told: Collection[int]) -> "Related":
        """The same, where those `told` are no longer among what it cannot be compared with."""
        if self.apart.keys().isdisjoint(told):
            return self
        return replace(self, apart={number: why for number, why in self.apart.items() if number not in told})


def relations(groups: Columns, above: Mapping[str, tuple[str, ...]]) -> list[Related]:
    """What each group of one key is to the others; `groups` has for each of `COLUMNS` an array.

    Places, windows and tags are compared each as a whole, some rows against all at a time, so that thousands
    of groups under one key take the time and memory of a few tables of flags.
    """
    one, count = _OneKey(groups, above), len(groups["place_id"])
    rows = max(1, AT_A_TIME // count)
    return [
        related
        for start in range(0, count, rows)
        for related in one.related(np.arange(count)[start : start + rows])
    ]


class _OneKey:
    """The groups of one key, their dimensions as arrays."""

    def __init__(self, groups: Columns, above: Mapping[str, tuple[str, ...]]) -> None:
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

    def related(self, rows: Positions) -> Iterator[Related]:
        """What the groups at the positions `rows` are to all others."""
        inner, outer = self._within(rows)
        others = self.rank != self.rank[rows][:, None]
        lies, holds = (
            others & each["method"] & each["place"] & each["window"] & each["tags"] for each in (inner, outer)
        )
        if not self.adds_up:
            lies = holds = lies & holds
        wholes, asked = lies & ~holds, others & ~(lies ^ holds)
        if not self.on_event:  # elsewhere is then another subject, as is another event
            asked &= inner["place"] | outer["place"]
        reason = np.zeros(asked.shape, dtype=np.int8)
        for code, name in enumerate(REASONS, start=1):
            either = inner[name] | outer[name] if self.adds_up else inner[name] & outer[name]
            reason[asked & ~either] = code
            asked &= either
        # Narrower in one way and wider in another, or of one time in part only.
        alike = inner["tags"] & outer["tags"]
        reason[asked] = np.where(alike[asked], _CODE["window"], _CODE["tags"])
        for row in range(len(rows)):
            apart = np.flatnonzero(reason[row])
            names = [REASONS[code - 1] for code in reason[row][apart].tolist()]
            found = np.flatnonzero(wholes[row])
            nearest = self._nearest(found) if len(found) > 1 else found.tolist()
            yield Related(found.tolist(), nearest, dict(zip(apart.tolist(), names, strict=True)))

    def _nearest(self, left: Positions) -> list[int]:
        """Those wholes that hold no other of them."""
        left = left[np.argsort(self.rank[left])]
        nearest: list[int] = []
        while len(left):
            nearest.append(int(left[0]))
            around, _ = self._within(left[:1])
            further = (around["place"] & around["window"] & around["tags"])[0]
            left = left[~further[left]]
        return sorted(nearest)

    def _within(self, rows: Positions) -> tuple[dict[str, Flags], dict[str, Flags]]:
        """For each dimension whether the groups at `rows` lie in each, and whether each lies in them."""
        same_method = self.projected == self.projected[rows][:, None]
        in_window, has_window = self._windows(rows)
        part = self.part[rows][:, None]
        same_part = self.part == part
        places, tags = self.place[rows][:, None], self.tag[rows][:, None]
        inner = {
            "method": same_method,
            "place": self.places[places, self.place],
            "window": in_window,
            "tags": self.tags[tags, self.tag] & (same_part | (self.part == "")),
        }
        outer = {
            "method": same_method,
            "place": self.places[self.place, places],
            "window": has_window,
            "tags": self.tags[self.tag, tags] & (same_part | (part == "")),
        }
        return inner, outer

    def _windows(self, rows: Positions) -> tuple[Flags, Flags]:
        day, own = self.column, {name: self.column[name][rows][:, None] for name in _DAYS}
        known = ~(self.unknown | self.unknown[rows][:, None]) | (self.rank == self.rank[rows][:, None])
        if not self.flow:
            starts = np.maximum(day["start"] - own["start_high"], own["start"] - day["start_high"])
            ends = np.maximum(day["end_low"] - own["end"], own["end_low"] - day["end"])
            near = known & (starts <= ONE_TIME) & (ends <= ONE_TIME)
            return near, near
        same = (day["start"] == own["start"]) & (day["end"] == own["end"])
        inside = (day["sure_start"] <= own["start"]) & (own["end"] <= day["sure_end"])
        around = (own["sure_start"] <= day["start"]) & (day["end"] <= own["sure_end"])
        return known & (same | inside), known & (same | around)

    def _in_place(self, one: object, other: object, above: Mapping[str, tuple[str, ...]]) -> bool:
        """Whether one place lies in another; what names no place is about the whole event."""
        if other is None or one is None:
            return one is other or (other is None and bool(self.on_event))
        return one == other or other in above.get(str(one), ())


def _coded(values: Iterable[Any], inside: Any) -> tuple[np.ndarray[Any, Any], Flags]:
    """A number for each value, and for each two numbers whether the first lies in the second."""
    numbers: dict[Any, int] = {}
    codes = np.array([numbers.setdefault(value, len(numbers)) for value in values], dtype=int)
    return codes, np.array([[inside(one, other) for other in numbers] for one in numbers], dtype=bool)
