"""What a phrase says of the days that it names: one of them, each, from then on, until then, as EDTF."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import reduce
from typing import Literal

from analysis.model.time.phrases.moments import Moment
from analysis.model.time.phrases.rule import Shape

Kind = Literal["within", "each", "either", "by", "lasts", "goes_on", "began", "ended"]


@dataclass(frozen=True)
class Answer:
    """The days that a phrase names, the first and the last where it names two, and what it says of them."""

    rule: str
    kind: Kind
    first: Moment
    last: Moment

    def written(self) -> str | None:
        """The answer in EDTF, None where EDTF has no text for it.

        A window is no end of an interval: the month or year that holds it stands for it, which is less
        precise and no less true.
        """
        if self.kind == "by":
            return f"[..{_last_day(self.last).written()}]"
        first, last = self.first.written(), self.last.written()
        if self.kind == "within":
            return first
        if self.kind in ("each", "either"):
            return f"{{{first},{last}}}" if self.kind == "each" else f"[{first},{last}]"
        start, end = self.first.as_end(), self.last.as_end()
        if start is None or end is None:
            return None
        return {"lasts": f"{start}/{end}", "goes_on": f"{start}/..", "began": f"{start}/"}.get(
            self.kind, f"/{end}"
        )


def hull_of(answers: Sequence[Answer]) -> Answer | None:
    """What holds all the answers, those for each day of a publication; None where no one text does."""
    one = answers[0]
    if all(answer == one for answer in answers):
        return one
    if one.kind == "each" or any((answer.rule, answer.kind) != (one.rule, one.kind) for answer in answers):
        return None
    first = reduce(Moment.hull, (answer.first for answer in answers))
    last = reduce(Moment.hull, (answer.last for answer in answers))
    if one.kind == "either":
        return Answer(one.rule, "within", first.hull(last), first.hull(last))
    return Answer(one.rule, one.kind, first, last)


def shaped(rule: str, shape: Shape, first: Moment, last: Moment, day: date) -> Answer | None:
    """The answer of a rule of that shape that names `first` and `last` (the same where it names one).

    `day` is that of the report: what is told after a day reaches up to it, and what is not over goes on.
    """
    if shape == "within" or shape == "about":
        return Answer(rule, "within", last, last)
    if shape == "between":
        window = first.hull(last)
        return Answer(rule, "within", window, window)
    if shape == "night":
        night = replace(last, high=last.high + timedelta(1)).until(day) or last
        return Answer(rule, "within", night, night) if _are_days(last) else None
    if shape == "before":
        eve = first.low - timedelta(1)
        return Answer(rule, "by", Moment(eve, eve), Moment(eve, eve))
    if shape == "by":
        return Answer(rule, "by", _last_day(last), _last_day(last))
    if shape == "after":
        window = Moment(last.high + timedelta(1), day)
        return Answer(rule, "within", window, window) if window.low <= window.high else None
    if shape == "throughout":
        return Answer(rule, "lasts" if last.high < day else "goes_on", _first_day(first), _last_day(last))
    if shape == "goes_on_from_start":
        return Answer(rule, "goes_on", _first_day(first), last)
    if shape == "ended_at_end":
        return Answer(rule, "ended", first, _last_day(last))
    if shape in ("each", "either") and not _are_days(first, last):
        return None
    return Answer(rule, shape, first, last)


def _are_days(*moments: Moment) -> bool:
    return all(moment.low == moment.high for moment in moments)


def _first_day(moment: Moment) -> Moment:
    return replace(moment, high=moment.low, unit="day")


def _last_day(moment: Moment) -> Moment:
    return replace(moment, low=moment.high, unit="day")
