"""The days that a phrase names, and how they are written in EDTF with what the phrase left to be inferred."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from analysis.model.time.dates import Component, EdtfDate, Marks, joined_marks
from analysis.model.time.names import weekday_number

Unit = Literal["day", "month", "year"]
COMPONENTS: tuple[Component, ...] = ("year", "month", "day")


@dataclass(frozen=True)
class Moment:
    """The days from `low` to `high`, told by the `unit`: one day, a month, a year, or a window of several.

    `said` are the components that the phrase itself states; the others are inferred from the report. `about`
    is true where the phrase says that the day is only about right.
    """

    low: date
    high: date
    unit: Unit = "day"
    said: frozenset[Component] = frozenset()
    about: bool = False

    def written(self) -> str:
        """The moment in EDTF, a window as `[a..b]`; what is not said is marked as inferred."""
        first, last = self._date(self.low), self._date(self.high)
        return first if first == last else f"[{first}..{last}]"

    def as_end(self) -> str | None:
        """The moment as one end of an interval, where EDTF has no room for a window.

        Then it is the month or the year that holds it, and None where no year does.
        """
        units: tuple[Unit, ...] = ("day", "month", "year")
        for unit in units[units.index(self.unit) :]:
            wider = replace(self, unit=unit)
            first, last = wider._date(self.low), wider._date(self.high)
            if first == last:
                return first
        return None

    def hull(self, other: "Moment") -> "Moment":
        """The window that holds both, told by the day where their units differ."""
        unit: Unit = self.unit if self.unit == other.unit else "day"
        low, high = min(self.low, other.low), max(self.high, other.high)
        return Moment(low, high, unit, self.said & other.said, self.about or other.about)

    def until(self, day: date) -> "Moment | None":
        """The days up to `day`, as no report of that day tells of later ones; None where none are left."""
        return None if self.low > day else replace(self, high=min(self.high, day))

    def _date(self, day: date) -> str:
        told = COMPONENTS[: COMPONENTS.index(self.unit) + 1]
        marks = [
            joined_marks(("" if name in self.said else "?") + "~" * self.about) if name in told else ""
            for name in COMPONENTS
        ]
        month, number = (f"{part:02}" for part in (day.month, day.day))
        written = EdtfDate(f"{day.year:04}", month, number, marks=Marks(*marks))
        return str(written if "day" in told else replace(written, month=month * ("month" in told), day=""))


def back(day: date, count: int, unit: str = "day") -> date:
    """The day that lies `count` hours, days, weeks, months or years before `day`.

    Hours count as begun days; a day that the month has not becomes its last.

    >>> back(date(2015, 10, 12), 48, "hour"), back(date(2015, 3, 31), 1, "month")
    (datetime.date(2015, 10, 10), datetime.date(2015, 2, 28))
    """
    if unit in ("month", "year"):
        months = 12 * day.year + day.month - 1 - count * (12 if unit == "year" else 1)
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    return day - timedelta({"hour": -(-count // 24), "day": count, "week": 7 * count}[unit])


def monday(day: date) -> date:
    """The first day of the week of `day`."""
    return day - timedelta(day.weekday())


def weekday_before(day: date, name: str) -> date:
    """The last day of that name on or before `day`."""
    return day - timedelta((day.weekday() - weekday_number(name)) % 7)


def month_of(year: int, month: int, said: frozenset[Component] = frozenset()) -> Moment:
    """A whole calendar month."""
    return Moment(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month", said)


def year_of(year: int, said: frozenset[Component] = frozenset()) -> Moment:
    """A whole calendar year."""
    return Moment(date(year, 1, 1), date(year, 12, 31), "year", said)
