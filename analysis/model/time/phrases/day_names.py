"""What the phrases for days, nights, weekends and weeks name, counted from the day of the report."""

from datetime import date, timedelta

from analysis.model.time.phrases.moments import Moment, back, monday, month_of, weekday_before
from analysis.model.time.phrases.rule import NUMBERS, Found

NIGHT = timedelta(1)


def today(_: Found, day: date) -> Moment | None:
    """The day of the report."""
    return Moment(day, day)


def yesterday(_: Found, day: date) -> Moment | None:
    """The day before the report."""
    return Moment(back(day, 1), back(day, 1))


def day_before_yesterday(_: Found, day: date) -> Moment | None:
    """The second day before the report."""
    return Moment(back(day, 2), back(day, 2))


def last_night(_: Found, day: date) -> Moment | None:
    """The day of the report or the one before, which share the night."""
    return Moment(back(day, 1), day)


def days_back(found: Found, day: date) -> Moment | None:
    """So many days or hours before the report: that day, for hours from then on."""
    then = back(day, _number(found), found["unit"])
    return Moment(then, day if found["unit"] == "hour" else then)


def about_back(found: Found, day: date) -> Moment | None:
    """So many weeks, months or years before the report, to half of the unit either side."""
    unit, number = found["unit"], _number(found)
    if unit == "year":
        low, high = back(day, 12 * number + 6, "month"), back(day, 12 * number - 6, "month")
        return Moment(month_of(low.year, low.month).low, month_of(high.year, high.month).high, "month")
    half = timedelta(3 if unit == "week" else 15)
    then = back(day, number, unit)
    return Moment(then - half, then + half)


def back_from(found: Found, day: date) -> Moment | None:
    """The day so many hours, days, weeks, months or years before the report."""
    then = back(day, _number(found), found["unit"])
    return Moment(then, then)


def past(found: Found, day: date) -> Moment | None:
    """From so many hours, days, weeks, months or years before the report to its day."""
    return Moment(back(day, _number(found), found["unit"]), day)


def start_of_past(found: Found, day: date) -> Moment | None:
    """The first day of so long a time before the report; of weeks and more it is only about right."""
    then = back(day, _number(found), found["unit"])
    return Moment(then, then, about=found["unit"] not in ("hour", "day"))


def few_past(found: Found, day: date) -> Moment | None:
    """The three days, weeks, months or years before the report, its own day left out."""
    return Moment(back(day, 3, found.get("unit", "day")), back(day, 1))


def on_weekday(found: Found, day: date) -> Moment | None:
    """The last day of that name, the report's own day included: news says "on Friday" of the same day too."""
    then = weekday_before(day, found["weekday"])
    if found.get("which") == "this" and then < monday(day):
        return None
    return Moment(then, then)


def last_weekday(found: Found, day: date) -> Moment | None:
    """The last day of that name before the report's own."""
    then = weekday_before(back(day, 1), found["weekday"])
    return Moment(then, then)


def weekday_of_last_week(found: Found, day: date) -> Moment | None:
    """The day of that name in the week before the report's, weeks beginning on Monday."""
    then = weekday_before(back(monday(day), 1), found["weekday"])
    return Moment(then, then)


def weekday_night(found: Found, day: date) -> Moment | None:
    """The night that begins on that day, up to the report; "overnight" its own day is the night before."""
    then = weekday_before(day, found["weekday"])
    if then == day and "overnight" in found:
        then = back(day, 1)
    return Moment(then, then + NIGHT).until(day)


def night_into(found: Found, day: date) -> Moment | None:
    """The night that ends on that day; where both days are named, they must follow each other."""
    then = weekday_before(day, found["weekday"])
    evening = back(then, 1)
    if "from" in found and weekday_before(evening, found["from"]) != evening:
        return None
    return Moment(evening, then)


def weekend(found: Found, day: date) -> Moment | None:
    """Saturday and Sunday, the last ones begun, up to the report; "last" leaves out one that is not over."""
    saturday = weekday_before(day, "sat")
    running = (day - saturday).days < 2
    if found.get("which") == "this" and not running:
        return None
    if found.get("which") == "last" and running:
        saturday = back(saturday, 7)
    return Moment(saturday, saturday + NIGHT).until(day)


def this_week(_: Found, day: date) -> Moment | None:
    """From Monday to the day of the report."""
    return Moment(monday(day), day)


def earlier_this_week(_: Found, day: date) -> Moment | None:
    """From Monday to the day before the report, which a report of Monday has not."""
    return Moment(monday(day), back(day, 1)) if monday(day) < day else None


def last_week(_: Found, day: date) -> Moment | None:
    """The week before the report's, from Monday to Sunday."""
    first = back(monday(day), 7)
    return Moment(first, first + timedelta(6))


def _number(found: Found) -> int:
    """The number that is named; "a", "an" and none at all are one."""
    words = found.get("number", "a")
    return int(words) if words.isdigit() else NUMBERS.index(words) if words in NUMBERS else 1
