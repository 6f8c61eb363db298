"""One date as EDTF writes it: a year, a month or part of a year, a day, digits left open, and marks.

EDTF is the profile of ISO 8601-2:2019 that the Library of Congress describes in three levels; the names of
its features stand in brackets below.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Literal, NamedTuple

from analysis.errors import DateError

Precision = Literal["day", "month", "season", "year", "decade", "century", "span"]
Component = Literal["year", "month", "day"]

FIRST_YEAR, LAST_YEAR = 1700, 2260
"""Frames hold days from 1677 to 2262, and nothing told here needs more."""

EXPECTED = "an EDTF date such as 2015-11-10, 2015-10~, 2013 or 2015-09-30/.."
YEARS = f"a year from {FIRST_YEAR} to {LAST_YEAR}, as frames hold no others"

PARTS = {
    "21": ((3, 9), 3),
    "22": ((0, 6, 12), 3),
    "23": ((3, 9), 3),
    "24": ((0, 6, 12), 3),
    "25": ((3,), 3),
    "26": ((6,), 3),
    "27": ((9,), 3),
    "29": ((9,), 3),
    "31": ((3,), 3),
    "32": ((6,), 3),
    **{f"{33 + quarter}": ((1 + 3 * quarter,), 3) for quarter in range(4)},
    **{f"{37 + third}": ((1 + 4 * third,), 4) for third in range(3)},
    **{f"{40 + half}": ((1 + 6 * half,), 6) for half in range(2)},
}
"""Parts of a year by number (levels 1 and 2, Seasons and Sub-year groupings; ISO 8601-2, 4.8): the months in
which they may begin, counted from January of the year (0 is the December before), and how many months they
last. Quarters, thirds and halves are exact. The standard names the seasons and gives them no months: the
house takes those of the weather services, March to May and so on. 21 to 24 are independent of location, so
they hold the months of both hemispheres, and winter and summer those at either end of the year."""

TURNS = {"28": "winter of the northern hemisphere", "30": "summer of the southern hemisphere"}
"""Seasons that run over the turn of the year: the standard does not say after which of the two years they are
called, so they are refused."""

SEASON = "its months, as in [2014-12..2015-02]"

_DATE = re.compile(
    r"(?P<y>[?~%]?)(?P<year>[0-9X]{4})(?:S(?P<digits>[1-4]))?(?P<year_>[?~%]?)"
    r"(?:-(?P<m>[?~%]?)(?P<month>[0-9X]{2})(?P<month_>[?~%]?)"
    r"(?:-(?P<d>[?~%]?)(?P<day>[0-9X]{2})(?P<day_>[?~%]?))?)?"
)

_REFUSED = (
    (r"Y-?[0-9]{1,4}", "a year of four digits behind a Y, which EDTF has for longer ones", "such as 2015"),
    (r"Y-?[0-9]+(E[0-9]+)?(S[0-9]+)?", "a year of more than four digits", YEARS),
    (r"-[0-9X]{4}.*", "a year before the year 0", YEARS),
    (r"[0-9]{4}S[0-9]+", "a year with more significant digits than it has", "at most 4, such as 1950S2"),
    (r"[0-9]{4}-?[0-9]{2}-?[0-9]{2}[T ].*", "a clock time", "the day alone; clock times are not kept"),
    (r"[0-9]{4}-?W[0-9]{2}.*", "a week by number, which EDTF has not", "its days: [2015-11-09..2015-11-15]"),
    (r"[0-9]{4}-?[0-9]{3}", "a day by its number in the year, which EDTF has not", "such as 2015-11-10"),
    (r"[0-9]{8}", "a date without hyphens, which EDTF has not", "such as 2015-11-10"),
    (r"[RP][0-9].*", "a duration or repetition, which EDTF has not", "the first and last day: a/b"),
)
"""Forms of ISO 8601 and of EDTF that are refused by name: what they are, and what is expected instead."""


class Marks(NamedTuple):
    """The mark of each component of a date: `?` inferred, `~` approximate, `%` both, empty none.

    >>> Marks("?", "", "%").inferred, Marks("?", "", "%").approximate
    (('year', 'day'), ('day',))
    """

    year: str = ""
    month: str = ""
    day: str = ""

    @property
    def inferred(self) -> tuple[Component, ...]:
        """The components that are inferred, not stated."""
        return self._marked("?%")

    @property
    def approximate(self) -> tuple[Component, ...]:
        """The components that are only about right."""
        return self._marked("~%")

    def _marked(self, signs: str) -> tuple[Component, ...]:
        pairs: tuple[tuple[Component, str], ...]
        pairs = (("year", self.year), ("month", self.month), ("day", self.day))
        return tuple(name for name, mark in pairs if mark and mark in signs)


PLAIN = Marks()


@dataclass(frozen=True)
class EdtfDate:
    """One date as written. `year` has four characters, `month` and `day` two or none; X is an open digit.

    `significant` is how many digits of the year count, 0 where all do; `month` may be a part of a year, 21
    to 41.
    """

    year: str
    month: str = ""
    day: str = ""
    significant: int = 0
    marks: Marks = PLAIN

    def __str__(self) -> str:
        """The date in EDTF with as few marks as say the same (level 2, Qualification).

        One mark right of a component stands for it and all to its left; others stand left of their own.
        """
        year = f"{self.year}S{self.significant}" if self.significant else self.year
        parts = [part for part in (year, self.month, self.day) if part]
        marks = list(self.marks[: len(parts)])
        shared = next((n for n, mark in enumerate(marks) if mark != marks[0]), len(parts)) if marks[0] else 0
        for number, mark in enumerate(marks):
            if number == shared - 1:
                parts[number] += mark
            elif number >= shared:
                parts[number] = mark + parts[number]
        return "-".join(parts)

    @property
    def precision(self) -> Precision:
        """How precise it is as written; "season" for any part of a year, "span" where that has no name."""
        month, day = self._told()
        if month in PARTS:
            return "season"
        if month:
            named = (self.year + month + day).isdigit()
            return ("day" if day else "month") if named else "span"
        known = self.significant or len(self.year.rstrip("X"))
        by_digits: dict[int, Precision] = {4: "year", 3: "decade", 2: "century"}
        return by_digits.get(known, "span") if self.year.rstrip("X").isdigit() else "span"

    @cached_property
    def windows(self) -> tuple[tuple[date, date], ...]:
        """First and last day of each stretch of days that the date may be or lie in, in order and apart."""
        return tuple(merged(self._stretches()))

    @property
    def low(self) -> date:
        """The first day of all that it may be or lie in."""
        return self.windows[0][0]

    @property
    def high(self) -> date:
        """The last day of all that it may be or lie in."""
        return self.windows[-1][1]

    @property
    def years(self) -> Sequence[int]:
        """The years that the digits allow (level 1 and 2, Unspecified digits; Significant digits)."""
        if self.significant:
            size = 10 ** (4 - self.significant)
            first = int(self.year) // size * size
            return range(first, first + size)
        return _numbers(self.year, 9999)

    def _told(self) -> tuple[str, str]:
        """Month and day without components of which no digit is told: 2015-XX-XX tells what 2015 does."""
        day = self.day.replace("XX", "")
        return (self.month if day else self.month.replace("XX", "")), day

    def _stretches(self) -> Iterator[tuple[date, date]]:
        month, day = self._told()
        for year in self.years:
            if month in PARTS:
                starts, length = PARTS[month]
                yield from (_months(year, start, length) for start in starts)
            elif not month:
                yield date(year, 1, 1), date(year, 12, 31)
            else:
                for number in _numbers(month, 12):
                    last = monthrange(year, number)[1]
                    days = [(n, n) for n in _numbers(day, last)] if day else [(1, last)]
                    yield from ((date(year, number, a), date(year, number, b)) for a, b in days)


def read_date(text: str) -> EdtfDate:
    """The date that `text` writes, in any form that levels 0 to 2 have for a single date.

    >>> str(read_date("?2015-?09-30")), read_date("201X-12-25").windows[0]
    ('2015-09?-30', (datetime.date(2010, 12, 25), datetime.date(2010, 12, 25)))

    Raises DateError where it is none, where it names no day of the calendar, and for the forms that are
    refused by name.
    """
    found = _DATE.fullmatch(text)
    if not found or (found["digits"] and ("X" in found["year"] or found["month"])):
        raise _refusal(text)
    month, day = found["month"] or "", found["day"] or ""
    written = EdtfDate(found["year"], month, day, int(found["digits"] or 0), _marks(found))
    years = written.years
    if not years or years[0] < FIRST_YEAR or years[-1] > LAST_YEAR:
        raise error_of(text, "outside of the years that are read", YEARS)
    if month in TURNS and not day:
        raise error_of(text, f"the {TURNS[month]}, of either of two turns of the year", SEASON)
    if (month in PARTS and day) or not written.windows:
        raise error_of(text, "no day, month or part of a year in the calendar", EXPECTED)
    return written


def merged(stretches: Iterable[tuple[date, date]]) -> list[tuple[date, date]]:
    """The stretches of days, given in order, with those that touch or overlap made one."""
    apart: list[tuple[date, date]] = []
    for low, high in stretches:
        if apart and low <= apart[-1][1] + timedelta(1):
            apart[-1] = (apart[-1][0], max(high, apart[-1][1]))
        else:
            apart.append((low, high))
    return apart


def error_of(text: str, name: str, expected: str) -> DateError:
    """The refusal of `text` by the name of what it is; an empty name says that it is no EDTF at all."""
    message = f"{text!r} is {name or 'no EDTF date'}; expected {expected}"
    return DateError(message, name=name, expected=expected)


def reversed_error(text: str, exchanged: str) -> DateError:
    """The refusal of a span whose last day lies before its first."""
    message = f"{text!r} ends before it starts; expected {exchanged}"
    return DateError(message, expected="a span that starts before it ends")


def _refusal(text: str) -> DateError:
    for pattern, name, expected in _REFUSED:
        if re.fullmatch(pattern, text):
            return error_of(text, name, expected)
    return error_of(text, "", EXPECTED)


def _marks(found: re.Match[str]) -> Marks:
    """The marks of a date: right of a component for it and all to its left, left of one for it alone."""
    signs = [found[name] or "" for name in ("y", "year_", "m", "month_", "d", "day_")]
    if not any(signs):
        return PLAIN
    alone, grouped = signs[::2], signs[1::2]
    return Marks(*(joined_marks(alone[place] + "".join(grouped[place:])) for place in range(3)))


def joined_marks(signs: str) -> str:
    """Several marks of one component as one: inferred and approximate together are `%`."""
    both = "%" in signs or ("?" in signs and "~" in signs)
    return "%" if both else signs[:1]


def _numbers(digits: str, last: int) -> list[int]:
    """The numbers from 1 to `last` that `digits` write, where X is any digit."""
    if "X" not in digits:
        return [int(digits)] if 1 <= int(digits) <= last else []
    low, high = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    pattern = re.compile(digits.replace("X", "."))
    size = len(digits)
    return [n for n in range(max(low, 1), min(high, last) + 1) if pattern.fullmatch(f"{n:0{size}}")]


def _months(year: int, first: int, length: int) -> tuple[date, date]:
    """First and last day of `length` months from the month `first`, counted from January of `year`."""
    start, after = 12 * year + first - 1, 12 * year + first - 1 + length
    return date(start // 12, start % 12 + 1, 1), date(after // 12, after % 12 + 1, 1) - timedelta(1)
