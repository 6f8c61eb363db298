"""Spans of time, written in EDTF (ISO 8601-2) and read as a first and a last day."""

import re
from dataclasses import dataclass
from datetime import date
from time import struct_time
from typing import Literal, cast

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

from analysis.model.bounds import Bounds

Precision = Literal["day", "month", "season", "year", "decade", "century", "span"]

OPEN = ("..", "")
"""EDTF writes an open end as `..` and an unknown one as nothing; both load as a missing day."""


DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Span(Bounds[date]):
    """The days from `low` to `high`; a missing end is open or unknown.

    `precision` is that of the date as written: "day" for one day, "month" for a whole month, "span" for an
    interval. `approximate` is true where EDTF marks any part with `~`, `?` or `%`.
    """

    precision: Precision = "span"
    approximate: bool = False


def span_of(edtf: str) -> Span:
    """The span that an EDTF date or interval stands for.

    >>> span_of("2015-09-30/..")
    Span(low=datetime.date(2015, 9, 30), high=None, precision='span', approximate=False)
    >>> span_of("2015-10~").precision
    'month'

    Raises ValueError where the text is not EDTF, or where the end lies before the start.
    """
    text = edtf.strip()
    approximate = any(mark in text for mark in "~?%")
    if "/" not in text:
        low, high, precision = _days(text)
        return Span(low, high, precision, approximate)
    first, _, last = text.partition("/")
    if "/" in last:
        message = f"{edtf!r} has more than one slash; expected one date, or start/end"
        raise ValueError(message)
    if first in OPEN and last in OPEN:
        raise ValueError(f"{edtf!r} names no day; expected at least one end, such as 2015-09-30/..")
    start = None if first in OPEN else _days(first)[0]
    end = None if last in OPEN else _days(last)[1]
    if start is not None and end is not None and start > end:
        raise ValueError(f"{edtf!r} ends before it starts; expected {last}/{first}")
    return Span(start, end, "span", approximate)


def _days(text: str) -> tuple[date, date, Precision]:
    """First day, last day and precision of one EDTF date.

    The sides of an interval are parsed one by one because the library gives an unknown start
    (`/2015-10`) a made-up day ten years earlier.
    """
    if DAY.fullmatch(text):
        # Nearly every date is a plain day; the full grammar takes about a thousand times as long.
        try:
            day = date.fromisoformat(text)
        except ValueError as cause:
            raise ValueError(_no_date(text)) from cause
        return day, day, "day"
    try:
        parsed = parse_edtf(text)
        first, last = parsed.lower_strict(), parsed.upper_strict()
    except (EDTFParseException, ValueError, AttributeError) as cause:
        raise ValueError(
            f"{text!r} is no EDTF date; expected such as 2015-11-10, 2015-10~ or 2013"
        ) from cause
    if not (isinstance(first, struct_time) and isinstance(last, struct_time)):
        raise ValueError(f"{text!r} has an open end; expected a date, or an interval such as 2015-09-30/..")
    low, high = date(*first[:3]), date(*last[:3])
    return low, high, _precision(low, high, text)


def _no_date(text: str) -> str:
    return f"{text!r} is no EDTF date; expected such as 2015-11-10, 2015-10~ or 2013"


def _precision(low: date, high: date, text: str) -> Precision:
    if low == high:
        return "day"
    if text.lstrip("~?%")[:1] in "[{":
        return "span"
    months = (high.year - low.year) * 12 + high.month - low.month + 1
    named = {1: "month", 3: "season", 12: "year", 120: "decade", 1200: "century"}
    return cast(Precision, named.get(months, "span"))
