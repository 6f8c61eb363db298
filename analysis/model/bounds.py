"""A lowest and a highest value, either of which may be open: the algebra that time and quantity share."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

T = TypeVar("T", date, float)


@dataclass(frozen=True)
class Bounds(Generic[T]):
    """Everything from `low` to `high`, both included; None leaves that end open, which is not zero.

    >>> Bounds(12.0, 99.0).overlaps(Bounds(100.0, 999.0))
    False
    >>> Bounds(1600.0, None).contains(2000.0)
    True
    """

    low: T | None
    high: T | None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low {self.low} is above high {self.high}; expected low <= high")

    def contains(self, value: T) -> bool:
        """Whether `value` lies within the bounds."""
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)

    def overlaps(self, other: "Bounds[T]") -> bool:
        """Whether the two share at least one value."""
        return not self.disjoint(other)

    def disjoint(self, other: "Bounds[T]") -> bool:
        """Whether the two share no value: one ends before the other begins."""
        ends_before = self.high is not None and other.low is not None and self.high < other.low
        begins_after = self.low is not None and other.high is not None and other.high < self.low
        return ends_before or begins_after

    def intersection(self, other: "Bounds[T]") -> "Bounds[T] | None":
        """What both allow, or None where they are disjoint."""
        if self.disjoint(other):
            return None
        lows = [low for low in (self.low, other.low) if low is not None]
        highs = [high for high in (self.high, other.high) if high is not None]
        return Bounds(max(lows) if lows else None, min(highs) if highs else None)

    def union(self, other: "Bounds[T]") -> "Bounds[T]":
        """The smallest bounds that hold both; a gap between them is included, an open end stays open."""
        low = None if self.low is None or other.low is None else min(self.low, other.low)
        high = None if self.high is None or other.high is None else max(self.high, other.high)
        return Bounds(low, high)
