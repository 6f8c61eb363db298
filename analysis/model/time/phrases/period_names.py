"""What the phrases for dates, months, years and their parts name, up to the day of the report."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from analysis.model.time.dates import Component
from analysis.model.time.names import month_number
from analysis.model.time.phrases.moments import Moment, back, month_of, weekday_before, year_of
from analysis.model.time.phrases.rule import ORDINALS, Found

THIRDS = {"early": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2}


def full_date(found: Found, day: date) -> Moment | None:
    """A day and a month, of the latest year that had begun that day; a weekday beside them must be right."""

    def named(year: int) -> Moment | None:
        number = int(found["day"])
        if not 1 <= number <= monthrange(year, _month(found))[1]:
            return None
        then = date(year, _month(found), number)
        return Moment(then, then, said=_said(found, "month", "day"))

    return _on_its_weekday(found, _latest(found, day, named))


def day_of_month(found: Found, day: date) -> Moment | None:
    """A day without a month: the last one of that number on or before the report."""
    number = int(found["day"])
    for months in range(12):
        first = back(day.replace(day=1), months, "month")
        if 1 <= number <= monthrange(first.year, first.month)[1] and first.replace(day=number) <= day:
            then = first.replace(day=number)
            return _on_its_weekday(found, Moment(then, then, said=frozenset({"day"})))
    return None


def iso_day(found: Found, day: date) -> Moment | None:
    """A day as EDTF writes it, within a phrase."""
    try:
        then = date.fromisoformat(found["iso"])
    except ValueError:
        return None
    return Moment(then, then, said=frozenset({"year", "month", "day"}))


def this_month(found: Found, day: date) -> Moment | None:
    """The month of the report, or the one before it."""
    before = found.get("before") in ("last", "the previous")
    first = back(day.replace(day=1), 1) if before else day
    return month_of(first.year, first.month)


def earlier_this_month(_: Found, day: date) -> Moment | None:
    """From the first of the month to the day before the report."""
    return Moment(day.replace(day=1), back(day, 1)) if day.day > 1 else None


def earlier_this_year(_: Found, day: date) -> Moment | None:
    """From January to the month of the report, told by the month."""
    return Moment(date(day.year, 1, 1), month_of(day.year, day.month).high, "month")


def named_month(found: Found, day: date) -> Moment | None:
    """A month, of the year named or else the latest that had begun; "last" leaves out the report's own."""
    until = back(day.replace(day=1), 1) if found.get("before") == "last" else day
    moment = _latest(found, until, lambda year: month_of(year, _month(found), _said(found, "month")))
    if found.get("before") == "this" and moment and moment.low.year != day.year:
        return None
    return moment


def third_of_month(found: Found, day: date) -> Moment | None:
    """Its first ten days (early), the next ten (mid) or the rest (late), up to the report."""
    third = _third(found)

    def named(year: int, month: int) -> Moment:
        last = monthrange(year, month)[1] if third == 2 else 10 * third + 10
        return Moment(date(year, month, 10 * third + 1), date(year, month, last))

    if "month" not in found:
        whole = back(day.replace(day=1), 1 if found.get("before") == "last" else 0, "month")
        return named(whole.year, whole.month).until(day)
    return _part(found, day, _latest(found, day, lambda year: named(year, _month(found))))


def half_of_month(found: Found, day: date) -> Moment | None:
    """Days 1 to 15 of a month, or the rest, up to the report."""

    def named(year: int) -> Moment | None:
        if found["nth"] not in ("first", "second", "last"):
            return None
        last = monthrange(year, _month(found))[1]
        low, high = (1, 15) if found["nth"] == "first" else (16, last)
        return Moment(date(year, _month(found), low), date(year, _month(found), high))

    return _part(found, day, _latest(found, day, named))


def week_of_month(found: Found, day: date) -> Moment | None:
    """Days 1 to 7 of a month, 8 to 14 and so on; the last week is its last seven days. Up to the report."""

    def named(year: int) -> Moment:
        last = monthrange(year, _month(found))[1]
        low = last - 6 if found["nth"] == "last" else 7 * ORDINALS.index(found["nth"]) + 1
        return Moment(date(year, _month(found), low), date(year, _month(found), low + 6))

    return _part(found, day, _latest(found, day, named))


def named_year(found: Found, day: date) -> Moment | None:
    """A whole year."""
    return year_of(_year(found, day) or day.year, _said(found))


def part_of_year(found: Found, day: date) -> Moment | None:
    """A third (early, mid, late), half or quarter of a year, told by the month, up to the report."""
    if "nth" in found:
        length = 6 if found["division"] == "half" else 3
        nth = 12 // length - 1 if found["nth"] == "last" else ORDINALS.index(found["nth"])
    else:
        length, nth = 4, _third(found)
    named = _year(found, day) or day.year
    first = 1 + length * nth
    if first > 12:
        return None
    whole = month_of(named, first, _said(found))
    last = month_of(named, first + length - 1)
    return _up_to(Moment(whole.low, last.high, "month", whole.said), found, day)


def _third(found: Found) -> int:
    """Which third is named: 0 early, 1 mid, 2 late."""
    return next(third for word, third in THIRDS.items() if word in found)


def _on_its_weekday(found: Found, moment: Moment | None) -> Moment | None:
    """The day, unless a weekday is named beside it and is another's."""
    if moment and "weekday" in found and weekday_before(moment.low, found["weekday"]) != moment.low:
        return None
    return moment


def _month(found: Found) -> int:
    return month_number(found["month"])


def _year(found: Found, day: date) -> int | None:
    """The year that is named, by its number or as last or this one; None where none is."""
    if "year" in found:
        return int(found["year"])
    return day.year - (found["which"] == "last") if "which" in found else None


def _said(found: Found, *names: Component) -> frozenset[Component]:
    """The components that the phrase states: those named, and the year where its number is there."""
    return frozenset((*names, "year") if "year" in found else names)


def _latest(found: Found, day: date, named: Callable[[int], Moment | None]) -> Moment | None:
    """What `named` gives for the year of the phrase, else for the latest year in which it begins by `day`.

    Eight years back are tried, as 29 February may be so long ago.
    """
    year = _year(found, day)
    if year is not None:
        return named(year)
    tries = (named(number) for number in range(day.year, day.year - 9, -1))
    return next((moment for moment in tries if moment and moment.low <= day), None)


def _part(found: Found, day: date, moment: Moment | None) -> Moment | None:
    """A part of a month up to the report: the month is stated, the days in it are not."""
    return _up_to(replace(moment, said=_said(found, "month")), found, day) if moment else None


def _up_to(moment: Moment, found: Found, day: date) -> Moment | None:
    """The days up to the report; of a year that is named by number they may lie after it altogether."""
    return moment.until(day) or (moment if "year" in found else None)
