"""EDTF read by the standard: single dates, intervals and sets of levels 0 to 2, each as exactly what it says.

The library `edtf` was tried and left: it invents ends for open intervals, gives bounds and not marks, reads
winter as December and 1950S2 as one year, and takes a thousand times as long.
"""

import re
from datetime import date

from analysis.errors import DateError
from analysis.model.time.dates import EXPECTED, FIRST_YEAR, LAST_YEAR, error_of, read_date, reversed_error
from analysis.model.time.sets import set_of
from analysis.model.time.spans import Kind, Span, moment

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
OPEN = ("..", "")
"""EDTF writes an open end as `..` and an unknown one as nothing."""


def span_of(edtf: str) -> Span:
    """The span that an EDTF text stands for: levels 0 and 1 whole, of level 2 all that frames can hold.

    >>> span = span_of("2015?-09-30/..")
    >>> span.kind, str(span.low), span.high, span.first.inferred
    ('goes_on', '2015-09-30', None, ('year',))
    >>> span_of("[2015-10-09..2015-10-17]").kind, span_of("2015-10~").precision
    ('within', 'month')

    Raises DateError, a ValueError, where the text is not EDTF, ends before it starts, or is of a form that
    is refused by name: clock times, years outside of 1700 to 2260, seasons of one hemisphere that run over
    the turn of the year, endless lists.
    """
    text = edtf.strip()
    if DAY.fullmatch(text):
        # Nearly every date is a plain day; this takes a tenth of the time.
        try:
            day = date.fromisoformat(text)
        except ValueError as cause:
            raise error_of(text, "no day, month or part of a year in the calendar", EXPECTED) from cause
        if FIRST_YEAR <= day.year <= LAST_YEAR:
            return Span(day, day, "day", "day", day, day, text)
    if text[:1] in ("[", "{"):
        return set_of(text)
    return _interval(text) if "/" in text else moment(read_date(text))


def is_edtf(text: str) -> bool:
    """Whether `span_of` reads the text."""
    try:
        span_of(text)
    except DateError:
        return False
    return True


def _interval(text: str) -> Span:
    """Start and end, either open or unknown (level 0, Time interval; levels 1 and 2, Extended interval).

    `/..` has no day and still says something: it goes on, and nobody says since when.

    The windows of the two ends are narrowed by each other: what ends in 2015 began no later than that.
    """
    first, _, last = text.partition("/")
    if "/" in last:
        raise error_of(text, "a text with more than one slash", "one date, or start/end")
    start = None if first in OPEN else read_date(first)
    end = None if last in OPEN else read_date(last)
    said = f"{start or first}/{end or last}"
    kind: Kind
    if start and end:
        low, high = start.low, end.high
        if low > high:
            raise reversed_error(text, f"{last}/{first}")
        narrowed = min(start.high, high), max(end.low, low)
        return Span(low, high, "span", "lasts", *narrowed, said, start.marks, end.marks)
    if start:
        kind = "goes_on" if last == ".." else "began"
        return Span(start.low, None, "span", kind, start.high, start.low, said, start.marks)
    if end:
        kind = "until" if first == ".." else "ended"
        return Span(None, end.high, "span", kind, end.high, end.low, said, last=end.marks)
    if (first, last) == ("", ".."):
        return Span(None, None, "span", "goes_on", None, None, said)
    raise error_of(text, "a span without a day", "at least one end, such as 2015-09-30/..")
