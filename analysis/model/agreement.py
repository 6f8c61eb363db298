"""What several figures for one thing come to: whether they agree, how many do, and why some stand apart.

Only numbers are judged, never which of them is true.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from analysis.model.bounds import Bounds

Verdict = Literal["single", "agree", "overlap", "apart", "indeterminate"]
Because = Literal["", "count", "later", "reading", "estimate", "number"]

LAXER = 0.10
"""By how much a house reading is widened, as a share of each end, to see whether it alone keeps claims apart:
as much again as the tolerance of the wording rules, and of whole things out to the next."""

RATIO = 1.5
"""From this ratio of the highest to the lowest floor on, claims of one thing differ by more than rounding."""


@dataclass(frozen=True)
class Figure:
    """What one voice says that one thing counts: an interval, and what bears on comparing it.

    `words` are those of the speaker. `known` are the days as of which it counts, those of its report where it
    states none, None where no report is dated. `lax` marks an interval whose ends the house read from words
    that name none ("dozens", "about 50"). `floor` marks a count of what is documented: there may be more.
    `estimate` marks a number that was estimated, which contradicts nobody by itself.
    """

    low: float | None = None
    high: float | None = None
    best: float | None = None
    words: str = ""
    known: Bounds[date] | None = None
    lax: bool = False
    floor: bool = False
    estimate: bool = False

    @property
    def has_number(self) -> bool:
        """Whether there is a number to compare."""
        return self.low is not None or self.high is not None

    @property
    def allowed(self) -> Bounds[float]:
        """The values that it allows; a documented count allows more."""
        return Bounds(self.low, None if self.floor else self.high)

    @property
    def laxly(self) -> Bounds[float]:
        """The values that it would allow if the house had read its words more freely."""
        bounds = self.allowed
        if not self.lax:
            return bounds
        low = None if bounds.low is None else _wider(bounds.low, 1 - LAXER, math.floor)
        return Bounds(low, None if bounds.high is None else _wider(bounds.high, 1 + LAXER, math.ceil))


def _wider(end: float, share: float, whole: Callable[[float], int]) -> float:
    """An end moved out by a share of it; that of whole things out to the next, so by one at the least."""
    moved = round(end * share, 6)
    return whole(moved) if float(end).is_integer() else moved


@dataclass(frozen=True)
class Agreement:
    """What the figures come to.

    `verdict`: `single`, one figure; `agree`, all in the same words, or every best value within every
    interval; `overlap`, some value satisfies all; `apart`, none does; `indeterminate`, the numbers do not
    decide. `because` says why figures are apart (`count`; `later`, those apart were counted on other days;
    `reading`, a laxer reading of the words would close the gap) or nothing is decided (`number`, fewer than
    two have one; `estimate`, only estimates stand apart).

    `compatible` of the `compared` figures with a number can be true together, `common` is what all allow, and
    `ratio` is that of the highest to the lowest floor, None below 1.5.
    """

    verdict: Verdict
    because: Because
    compared: int
    compatible: int
    common: Bounds[float] | None
    ratio: float | None


def agreement(figures: Sequence[Figure]) -> Agreement:
    """What several figures for one thing come to; at least one figure.

    >>> agreement([Figure(12, 99, lax=True), Figure(400, 400, 400)]).verdict
    'apart'
    >>> agreement([Figure(12, 99, lax=True), Figure(100, 999, lax=True)]).because
    'reading'
    """
    numbered = [figure for figure in figures if figure.has_number]
    bounds = [figure.allowed for figure in numbered]
    shared = common(bounds)
    verdict, because = _verdict(figures, numbered, shared)
    return Agreement(verdict, because, len(numbered), most_compatible(bounds), shared, _ratio(bounds))


def common(bounds: Iterable[Bounds[float]]) -> Bounds[float] | None:
    """What all the bounds allow; None where no value satisfies all, or there are none."""
    shared: Bounds[float] | None = None
    for number, each in enumerate(bounds):
        shared = each if number == 0 else shared and shared.intersection(each)
    return shared


def most_compatible(bounds: Sequence[Bounds[float]]) -> int:
    """How many of the bounds one value satisfies, at most.

    Intervals that meet two by two have a value in common, so the best value is the start of one of them.

    >>> most_compatible([Bounds(1.0, 3.0), Bounds(2.0, 9.0), Bounds(8.0, None)])
    2
    """
    starts = sorted(each.low for each in bounds if each.low is not None)
    ends = sorted(each.high for each in bounds if each.high is not None)
    below = min([*starts[:1], *ends[:1]], default=0.0) - 1
    began = len(bounds) - len(starts)
    return max(began + bisect_right(starts, value) - bisect_left(ends, value) for value in (*starts, below))


def _verdict(
    figures: Sequence[Figure], numbered: Sequence[Figure], shared: Bounds[float] | None
) -> tuple[Verdict, Because]:
    if len(figures) == 1:
        return "single", ""
    if len(numbered) < 2:
        return "indeterminate", "number"
    if shared is not None:
        return ("agree" if _alike(numbered, shared) else "overlap"), ""
    firm = [figure for figure in numbered if not figure.estimate]
    if not firm or common(figure.allowed for figure in firm) is not None:
        return "indeterminate", "estimate"
    return "apart", _apart(firm)


def _alike(figures: Sequence[Figure], shared: Bounds[float]) -> bool:
    """Whether all say the same: in one and the same words, or with best values that all others allow."""
    words = {" ".join(figure.words.casefold().split()) for figure in figures}
    if len(words) == 1 and words != {""}:
        return True
    return all(figure.best is not None and shared.contains(figure.best) for figure in figures)


def _apart(figures: Sequence[Figure]) -> Because:
    """Why figures that no value satisfies stand apart."""
    because: Because = "later"
    for one, other in _at_one_time(figures):
        if one.allowed.disjoint(other.allowed):
            if not one.laxly.overlaps(other.laxly):
                return "count"
            because = "reading"
    return because


def _at_one_time(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """The pairs that may be counted as of one day; where no day is known that may be any."""
    # Figures that say the same of the same days differ from others in the same way.
    different = {(each.allowed, each.laxly, each.known): each for each in figures}.values()
    dated = [(each.known or Bounds[date](None, None), each) for each in different]
    going: list[tuple[Bounds[date], Figure]] = []
    for days, figure in sorted(dated, key=lambda pair: pair[0].low or date.min):
        # In the order of their first days, what has ended before this one meets none of the others either.
        going = [pair for pair in going if not pair[0].disjoint(days)]
        yield from ((other, figure) for _, other in going)
        going.append((days, figure))


def _ratio(bounds: Iterable[Bounds[float]]) -> float | None:
    floors = [each.low for each in bounds if each.low]
    ratio = max(floors) / min(floors) if len(floors) > 1 else 1.0
    return ratio if ratio >= RATIO else None
