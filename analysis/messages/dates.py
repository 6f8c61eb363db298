"""Dates in words, long for prose and short for charts, never more precise than they are written."""

import re
from datetime import date
from functools import cache

from babel.dates import format_date, format_skeleton

from analysis.messages.catalogue import Catalogue, current

OPEN = ("..", "")
"""EDTF writes an open end as `..` and an unknown one as nothing."""

_PART = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?")


def date_words(edtf: str, *, short: bool = False) -> str:
    """An EDTF date or interval in words; `short` abbreviates the month.

    >>> date_words("2013/2015-11-10"), date_words("2015-10-12~/..", short=True)
    ('2013 to 10 November 2015', 'since about 12 Oct 2015')
    >>> date_words("2015-10-10/2015-10-11"), date_words("/2015-10")
    ('10 to 11 October 2015', 'until October 2015')

    Forms beyond day, month and year stay as written.
    """
    return _worded(current(), edtf.strip(), short)


def day_words(day: date, *, short: bool = False) -> str:
    """One day in words.

    >>> day_words(date(2015, 11, 10)), day_words(date(2015, 11, 10), short=True)
    ('10 November 2015', '10 Nov 2015')
    """
    return date_words(f"{day:%Y-%m-%d}", short=short)


def day_of_month_words(day: date) -> str:
    """A day without its year, the month abbreviated: `10 Nov`."""
    return _skeleton(day, "MMMd")


def month_words(day: date) -> str:
    """The month of a day, abbreviated: `Nov`."""
    return _skeleton(day, "MMM")


def year_words(day: date) -> str:
    """The year of a day: `2015`."""
    return _skeleton(day, "y")


def _skeleton(day: date, form: str) -> str:
    return str(format_skeleton(form, day, locale=current().locale))


@cache
def _worded(words: Catalogue, edtf: str, short: bool) -> str:
    first, slash, last = edtf.partition("/")
    if not slash:
        return _part(words, first, short)
    if first == last:
        return _part(words, first, short)
    if first in OPEN:
        return words.say("date-until", date=_part(words, last, short))
    if last in OPEN:
        return words.say("date-since", date=_part(words, first, short))
    return words.say("date-span", start=_start(words, first, last, short), end=_part(words, last, short))


def _start(words: Catalogue, first: str, last: str, short: bool) -> str:
    """The start of a span, without the month and year that its end says too."""
    one, other = _day(first), _day(last)
    if one and other and one < other and first.count("-") == last.count("-") == 2 and one.year == other.year:
        about = first.replace("?", "") != f"{one:%Y-%m-%d}"
        form = "d" if one.month == other.month else ("MMMd" if short else "MMMMd")
        bare = str(format_skeleton(form, one, locale=words.locale))
        return words.say("date-about", date=bare) if about else bare
    return _part(words, first, short)


def _part(words: Catalogue, text: str, short: bool) -> str:
    day = _day(text)
    if day is None:
        return text
    text = text.replace("?", "")
    bare = text.strip("~%")
    form = {4: "y", 7: "yMMM" if short else "yMMMM"}.get(len(bare))
    length = "medium" if short else "long"
    named = (
        format_skeleton(form, day, locale=words.locale)
        if form
        else format_date(day, length, locale=words.locale)
    )
    return words.say("date-about", date=str(named)) if bare != text else str(named)


def _day(text: str) -> date | None:
    """The first day of a date that names a year, a month or a day; None for any other form."""
    found = _PART.fullmatch(text.replace("?", "").strip("~%"))
    if not found:
        return None
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None
