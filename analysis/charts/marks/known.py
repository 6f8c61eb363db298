"""What is known of a dated row: which days are certain, which only possible, and which end nobody reports."""

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import pandas as pd

from analysis.charts.marks.days import number
from analysis.charts.style.lettering import one_line
from analysis.model import span_of

Shape = Literal["day", "within", "lasts", "under_way", "none"]
"""One day; one day somewhere within; what lasts; what was under way when last reported; what has no date."""

Stretch = tuple[float, float]
"""From a day to the day after the last, as matplotlib's numbers."""


@dataclass(frozen=True)
class Known:
    """The days of one row as numbers: `start` is the earliest, `end` the day after the latest; NaN where
    nobody reports it.

    `sure` are the stretches of days that are certain and not after the last report, `maybe` others that a
    list names. What is known lies from `opens` to `closes`, and had begun on the day `by`. `goes_on` says
    that it was still so when last reported, `went_before` that it had long been so.
    """

    shape: Shape
    start: float = float("nan")
    end: float = float("nan")
    sure: tuple[Stretch, ...] = ()
    maybe: tuple[Stretch, ...] = ()
    opens: float = float("nan")
    closes: float = float("nan")
    by: float = float("nan")
    goes_on: bool = False
    went_before: bool = False

    @property
    def named(self) -> bool:
        """Whether any day is."""
        return not (np.isnan(self.opens) or np.isnan(self.closes))


def known(row: Any) -> Known:
    """What is known of a row of a frame with `frames.tables.span` and `frames.tables.ATTESTED`.

    A report of some day in a window vouches for no day after the first of it, so what is certain ends there.
    """
    kind = one_line(row.span)
    start, end = number(row.start), number(row.end) + 1
    late, early = number(row.start_latest), number(row.end_earliest) + 1
    seen = number(row.attested) + 1
    surely = float(np.fmin(number(row.attested_from) + 1, seen))
    if not kind:
        return Known("none")
    if kind == "each":
        return _each(one_line(row.date), surely)
    if kind == "within":
        return Known("within", start, end, opens=_first_of(start, end), closes=_first_of(end, start), by=late)
    goes_on, unopened = kind == "goes_on", np.isnan(start)
    if goes_on and unopened:
        sure = _until(surely - 1, surely, surely) if seen == surely else ()
        return Known("under_way", start, end, sure, (), surely - 1, seen, late, goes_on)
    if goes_on and seen > start:
        late, early = float(np.fmin(late, seen - 1)), seen
    sure = _until(late, early, surely)
    opens = _first_of(start, early - 1, surely - 1)
    closes = _first_of(end, _latest(late + 1, seen if goes_on else surely if sure else np.nan))
    shape: Shape = "day" if kind == "day" else "lasts"
    return Known(shape, start, end, sure, (), opens, closes, late, goes_on, kind == "until")


def _latest(*days: float) -> float:
    """The latest of several days that are known."""
    return float(np.fmax.reduce(days))


def _first_of(*days: float) -> float:
    """The first of several that is known."""
    return next((day for day in days if not np.isnan(day)), float("nan"))


def _until(start: float, end: float, seen: float) -> tuple[Stretch, ...]:
    """The certain days, cut where the last report ends."""
    close = end if np.isnan(seen) else min(end, seen)
    return ((start, close),) if start < close else ()


def _each(edtf: str, seen: float) -> Known:
    """All of several days or windows: what lies between them is not meant."""
    span = span_of(edtf)
    sure: list[Stretch] = []
    maybe: list[Stretch] = []
    for part in span.parts:
        ends = (number(pd.Timestamp(str(part.low))), number(pd.Timestamp(str(part.high))) + 1)
        if part.kind == "within":
            maybe.append(ends)
        else:
            sure += _until(*ends, seen)
    low, high = number(pd.Timestamp(str(span.low))), number(pd.Timestamp(str(span.high))) + 1
    return Known(
        "lasts", low, high, tuple(sure), tuple(maybe), low, high, number(pd.Timestamp(str(span.latest_start)))
    )
