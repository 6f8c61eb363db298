"""Whether two spans certainly, possibly or in no case share a day or lie in each other."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from analysis.model.time.spans import Span

Certainty = Literal["certain", "possible", "impossible"]


def overlap(one: Span, other: Span) -> Certainty:
    """Whether the two share a day: whatever their days are, for some that they may be, or for none.

    What goes on or has an unknown end is certain up to the day it is attested (`Span.attested`), and possible
    from then on.

    >>> from analysis.model import span_of
    >>> air_campaign, strike = span_of("2015-09-30/.."), span_of("2015-11-10")
    >>> overlap(air_campaign, strike), overlap(air_campaign.attested(date(2015, 11, 20)), strike)
    ('possible', 'certain')
    """
    for span, ask in ((one, lambda part: overlap(part, other)), (other, lambda part: overlap(one, part))):
        if span.parts and span.kind != "each":
            return _same_of(map(ask, span.parts))
    for span, ask in ((one, lambda part: overlap(part, other)), (other, lambda part: overlap(one, part))):
        if span.parts:
            return _any_of(map(ask, span.parts))
    if not (_before(one.start.low, other.end.high) and _before(other.start.low, one.end.high)):
        return "impossible"
    sure = _surely(one.start.high, other.end.low) and _surely(other.start.high, one.end.low)
    return "certain" if sure else "possible"


def containment(outer: Span, inner: Span) -> Certainty:
    """Whether every day of `inner` is one of `outer`: whatever their days are, for some, or for none.

    >>> from analysis.model import span_of
    >>> october = span_of("2015-10-01/2015-10-31")
    >>> [containment(october, span_of(day)) for day in ("2015-10-09", "2015", "2015-11", "2015-10-09/..")]
    ['certain', 'possible', 'impossible', 'possible']
    """
    if outer.parts and outer.kind != "each":
        return _same_of(containment(part, inner) for part in outer.parts)
    if inner.parts and (inner.kind != "each" or outer.parts):
        combined = _all_of if inner.kind == "each" else _same_of
        return combined(containment(outer, part) for part in inner.parts)
    if outer.parts:
        return _any_of(containment(part, inner) for part in outer.parts)
    if not (_before(outer.start.low, inner.start.high) and _before(inner.end.low, outer.end.high)):
        return "impossible"
    if _is_one_day(outer) and not _may_be_one_day_of(outer, inner):
        return "impossible"
    sure = _surely(outer.start.high, inner.start.low) and _surely(inner.end.high, outer.end.low)
    return "certain" if sure else "possible"


def _same_of(answers: Iterable[Certainty]) -> Certainty:
    """One of several is meant: only an answer that all give is sure."""
    found = set(answers)
    return found.pop() if len(found) == 1 else "possible"


def _any_of(answers: Iterable[Certainty]) -> Certainty:
    """Each of several is meant: it holds where it holds for any one."""
    found = set(answers)
    return "certain" if "certain" in found else "possible" if "possible" in found else "impossible"


def _all_of(answers: Iterable[Certainty]) -> Certainty:
    """Each of several is meant: it holds where it holds for every one."""
    found = set(answers)
    return "impossible" if "impossible" in found else "possible" if "possible" in found else "certain"


def _is_one_day(span: Span) -> bool:
    return span.kind in ("day", "within")


def _may_be_one_day_of(day: Span, span: Span) -> bool:
    """Whether `span` may be no longer than the one day `day`: then its start and end lie on it too."""
    lows = [low for low in (day.low, span.start.low, span.end.low) if low]
    highs = [high for high in (day.high, span.start.high, span.end.high) if high]
    return not lows or not highs or max(lows) <= min(highs)


def _before(low: date | None, high: date | None) -> bool:
    """Whether `low` is not after `high`; an open one never is."""
    return low is None or high is None or low <= high


def _surely(latest: date | None, earliest: date | None) -> bool:
    """Whether the latest of the one is not after the earliest of the other, both known."""
    return latest is not None and earliest is not None and latest <= earliest
