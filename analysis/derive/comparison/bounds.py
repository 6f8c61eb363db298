"""What several figures allow together, and whether a part exceeds its whole."""

from collections.abc import Sequence
from datetime import date

from analysis.derive.comparison.claim import Claim, before
from analysis.model import Bounds
from analysis.model.agreement import common

Numbers = Bounds[float]


def union(bounds: Sequence[Numbers]) -> Numbers | None:
    """The smallest bounds that hold all of them; None without any."""
    whole: Numbers | None = None
    for each in bounds:
        whole = each if whole is None else whole.union(each)
    return whole


def exceeds(part: Sequence[Claim], whole: Sequence[Claim], grows: bool, until: date | None = None) -> bool:
    """Whether the figures of a part are certainly above those of its whole, as known at one time.

    Estimates contradict nobody. Of what `grows`, a whole that was counted before the part is no limit to it;
    nor is one published before `until`, the last day of a window that is the part's own.
    """
    parts, wholes = _firm(part), _firm(whole)
    if until is not None:
        wholes = [one for one in wholes if not _published_before(one, until)]
    if grows:
        parts = [one for one in parts if not all(before(other, one) for other in wholes)]
        wholes = [one for one in wholes if not all(before(one, other) for other in parts)]
    if not parts or not wholes:
        return False
    floor, ceiling = _together(parts), _together(wholes)
    return floor.low is not None and ceiling.high is not None and floor.low > ceiling.high


def extremes(claims: Sequence[Claim]) -> tuple[float, float]:
    """The highest floor and the lowest ceiling of the firm figures: without them no part exceeds a whole."""
    allowed = [claim.allowed for claim in _firm(claims)]
    floor = max((each.low for each in allowed if each.low is not None), default=float("-inf"))
    return floor, min((each.high for each in allowed if each.high is not None), default=float("inf"))


def _firm(claims: Sequence[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.has_number and claim.method != "estimated"]


def _together(claims: Sequence[Claim]) -> Numbers:
    """What all of them allow, or where nothing is allowed by all, what any of them does."""
    allowed = [claim.allowed for claim in claims]
    return common(allowed) or union(allowed) or Bounds(None, None)


def _published_before(claim: Claim, day: date) -> bool:
    return claim.published is not None and claim.published.high is not None and claim.published.high < day
