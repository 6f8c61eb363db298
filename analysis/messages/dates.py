"""Dates in words, long for prose and short for charts, never more precise than they are written."""

import re
from datetime import date
from functools import cache
from typing import Literal

from babel.dates import format_date, format_skeleton
from babel.lists import format_list

from analysis.messages.catalogue import Catalogue, current
from analysis.messages.edtf import Dated, Written, taken_apart, window_of, without_open

Said = str | None

_OPEN = {"since": "date-since", "from": "date-from", "until": "date-until", "ended": "date-until"}
"""The messages of spans of which one end is open or unknown."""

_DECADE = re.compile(r"(\d{3})X")
_PLAIN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?")


def date_words(edtf: str, *, short: bool = False, on: bool = False) -> str:
    """An EDTF date in words; `short` abbreviates the month, `on` makes it say when something was.

    >>> date_words("2013/2015-11-10"), date_words("2015-10-12~/..", short=True)
    ('2013 to 10 November 2015', 'since about 12 Oct 2015')
    >>> date_words("[2015-10-09..2015-10-17]", on=True), date_words("[..2012]", on=True)
    ('on a day between 9 and 17 October 2015', 'by 2012')
    >>> date_words("2015-11-10", on=True), date_words("{2015-05-03,2015-05-09}")
    ('on 10 November 2015', '3 and 9 May 2015')

    What is only inferred is not marked: see `dated_words`. A text that is no EDTF stays as written.
    """
    return _closed(current(), edtf, _worded(current(), edtf.strip(), short, on))


def dated_words(edtf: str, *, short: bool = False, on: bool = False) -> str:
    """The date in words, with which part of it is inferred and not stated.

    >>> dated_words("2015?-09-30/.."), dated_words("2015-11-10%")
    ('since 30 September 2015 (year inferred)', 'about 10 November 2015 (inferred)')
    >>> dated_words("2013/2015-11-10?")
    '2013 to 10 November 2015 (end inferred)'
    """
    return _dated(current(), edtf.strip(), short, on)


def standing_words(
    edtf: str,
    attested: date | None,
    *,
    exact: bool = True,
    ahead: bool = False,
    short: bool = False,
    on: bool = False,
) -> str:
    """The date as `dated_words` has it; of what has no reported end also when it was last reported.

    `exact` is false where that was some day of a window which ends with `attested`, `ahead` is true where
    that was before it began.

    >>> standing_words("2015-09-30/..", date(2015, 11, 10))
    'since 30 September 2015, last reported on 10 November 2015'
    >>> standing_words("/..", date(2015, 10, 18), exact=False)
    'start not reported, last reported by 18 October 2015'
    """
    written = taken_apart(edtf)
    if attested is None or written is None or written.form not in ("since", "from", "under-way"):
        return dated_words(edtf, short=short, on=on)
    words = current()
    day = words.say("date-on" if exact else "date-by", date=day_words(attested, short=short))
    if written.form == "under-way":
        return words.say("date-under-way-when", day=day)
    key = "date-foretold" if ahead else "date-last-reported"
    return words.say(key, date=dated_words(edtf, short=short, on=on), day=day)


def day_words(day: date, *, short: bool = False) -> str:
    """One day in words.

    >>> day_words(date(2015, 11, 10)), day_words(date(2015, 11, 10), short=True)
    ('10 November 2015', '10 Nov 2015')
    """
    return date_words(f"{day:%Y-%m-%d}", short=short)


def day_of_month_words(day: date) -> str:
    """A day without its year, the month abbreviated: `10 Nov`."""
    return _skeleton(current(), day, "MMMd")


def month_words(day: date) -> str:
    """The month of a day, abbreviated: `Nov`."""
    return _skeleton(current(), day, "MMM")


def year_words(day: date) -> str:
    """The year of a day: `2015`."""
    return _skeleton(current(), day, "y")


def _skeleton(words: Catalogue, day: date, form: str) -> str:
    return str(format_skeleton(form, day, locale=words.locale))


@cache
def _dated(words: Catalogue, edtf: str, short: bool, on: bool) -> str:
    said, note = _worded(words, edtf, short, on), _inferred(words, edtf)
    return _closed(words, edtf, words.say("date-noted", date=said, note=note) if note else said)


def _closed(words: Catalogue, edtf: str, said: str) -> str:
    """The words with which end nobody reports, where EDTF leaves one unknown."""
    written = taken_apart(edtf)
    key = {"from": "date-no-end", "ended": "date-no-start"}.get(written.form) if written else None
    return words.say(key, date=said) if key else said


@cache
def _worded(words: Catalogue, edtf: str, short: bool, on: bool) -> str:
    written = taken_apart(edtf)
    said = _form(words, written, short, on) if written else None
    return edtf if said is None else said


def _form(words: Catalogue, written: Written, short: bool, on: bool) -> Said:
    """The text in words by its form; None where one of its dates has none."""
    if written.form == "under-way":
        return words.say("date-under-way")
    if written.form in ("one-of", "all"):
        return _listed(words, written, short, on)
    first, last = (*written.members[0], None)[:2]
    if written.form == "within":
        first, last = first and _bound(first, 0), last and _bound(last, 1)
    same = first and last and (first.text, first.about) == (last.text, last.about) and not _window(first)
    if written.form == "date" or same:
        return _alone(words, first, short, on) if first else None
    start = None if first is None else _start(words, first, last, short)
    end = None if last is None else _one(words, last, short)
    if (first and start is None) or (last and end is None):
        return None
    if written.form == "within":
        return _within(words, (first, start), (last, end), on)
    if start and end:
        return words.say("date-span", start=start, end=end)
    return words.say(_OPEN[written.form], date=start or end)


def _within(
    words: Catalogue, first: tuple[Dated | None, Said], last: tuple[Dated | None, Said], on: bool
) -> str:
    """One day somewhere within; two days that follow each other are named as the one or the other."""
    (begun, start), (ended, end) = first, last
    if start is None or begun is None:
        return words.say("date-by", date=end)
    if end is None or ended is None:
        return words.say("date-on-or-after", date=start)
    days = _day(begun.text), _day(ended.text)
    whole = begun.text.count("-") == ended.text.count("-") == 2
    if whole and all(days) and (days[1] - days[0]).days == 1:  # type: ignore[operator]
        said = str(format_list([start, end], style="or", locale=words.locale))
        return words.say("date-on", date=said) if on else said
    return words.say("date-on-within" if on else "date-within", start=start, end=end)


def _listed(words: Catalogue, written: Written, short: bool, on: bool) -> Said:
    """Several dates or ranges in one list, each without the month and year that the last one says too."""
    closing = written.dates[-1]
    said: list[str] = []
    for place, member in enumerate(written.members):
        last = place == len(written.members) - 1
        ends = [*member[1:], closing]
        worded = [
            None
            if one is None
            else _one(words, one, short)
            if last and one is member[-1]
            else _start(words, one, end or closing, short)
            for one, end in zip(member, ends, strict=True)
        ]
        if any(one and text is None for one, text in zip(member, worded, strict=True)):
            return None
        said.append(_member(words, worded))
    style: Literal["or", "standard"] = "or" if written.form == "one-of" else "standard"
    listed = str(format_list(said, style=style, locale=words.locale))
    return words.say("date-on", date=listed) if on and closing.text.count("-") == 2 else listed


def _member(words: Catalogue, worded: list[Said]) -> str:
    """One date of a list, or a range in it, of which the first or the last of all may be open."""
    if len(worded) == 1:
        return str(worded[0])
    start, end = worded
    if start and end:
        return words.say("date-span", start=start, end=end)
    return words.say("date-on-or-after", date=start) if start else words.say("date-by", date=end)


def _start(words: Catalogue, first: Dated, last: Dated | None, short: bool) -> Said:
    """The start of a span, without the month and year that its end says too."""
    one, other = _day(first.text), _day(last.text) if last else None
    days = last is not None and first.text.count("-") == last.text.count("-") == 2
    if days and one and other and one < other and one.year == other.year:
        form = "d" if one.month == other.month else ("MMMd" if short else "MMMMd")
        bare = _skeleton(words, one, form)
        return words.say("date-about", date=bare) if first.about else bare
    return _one(words, first, short)


def _alone(words: Catalogue, date: Dated, short: bool, on: bool) -> Said:
    """A single date; with `on` as when something was: on a day, in a month or year."""
    date = without_open(date)
    if window := _window(date):
        return _somewhere(words, window, short, on)
    said = _one(words, date, short)
    if not on or date.about or said is None:
        return said
    return words.say("date-on" if date.text.count("-") == 2 else "date-in", date=said)


def _window(date: Dated) -> tuple[Dated, Dated] | None:
    """The window of a date with open digits that have no name of their own, as a decade has."""
    date = without_open(date)
    window = None if _DECADE.fullmatch(date.text) else window_of(date)
    return window if window and window[0].text != window[1].text else None


def _somewhere(words: Catalogue, window: tuple[Dated, Dated], short: bool, on: bool) -> Said:
    """A day somewhere in the window of open digits; None where an end has no words."""
    first, last = window
    start, end = _start(words, first, last, short), _one(words, last, short)
    return None if start is None or end is None else _within(words, (first, start), (last, end), on)


def _bound(date: Dated, end: int) -> Dated:
    """The first (0) or the last (1) date that open digits allow: a window of windows is one window."""
    window = _window(date)
    return window[end] if window else date


def _one(words: Catalogue, date: Dated, short: bool) -> Said:
    """One date in words: a day, a month, a part of a year, a year or a decade; None for other forms.

    One with open digits is a day within: the start of a span may be known better than its end.
    """
    date = without_open(date)
    if window := _window(date):
        return _somewhere(words, window, short, on=False)
    if not _DECADE.fullmatch(date.text) and (only := window_of(date)):
        date = only[0]
    decade = _DECADE.fullmatch(date.text)
    if decade:
        bare = words.say("date-decade", year=f"{decade[1]}0")
    elif date.part:
        year = _day(date.text[:4])
        if year is None:
            return None
        bare = words.say("date-part-of-year", part=date.part, year=_skeleton(words, year, "y"))
    else:
        day = _day(date.text)
        if day is None:
            return None
        form = {4: "y", 7: "yMMM" if short else "yMMMM"}.get(len(date.text))
        whole = format_date(day, "medium" if short else "long", locale=words.locale)
        bare = _skeleton(words, day, form) if form else str(whole)
    return words.say("date-about", date=bare) if date.about else bare


def _day(text: str) -> date | None:
    """The first day of a year, a month or a day; None for any other form, and for no day of the calendar."""
    found = _PLAIN.fullmatch(text)
    if not found:
        return None
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _inferred(words: Catalogue, edtf: str) -> str:
    """Which part of a date is inferred, in words; empty where none is."""
    written = taken_apart(edtf)
    dates = written.dates if written else []
    notes = [(date.inferred, date.whole) for date in dates]
    if written is None or not any(parts for parts, _ in notes):
        return ""
    if all(note == notes[0] for note in notes) or all(whole for _, whole in notes):
        parts, whole = notes[0]
        return words.say("date-inferred") if whole else _part_inferred(words, parts)
    if len(dates) > 2 or written.form in ("one-of", "all"):
        return words.say("date-inferred-some")
    said = [
        words.say(f"date-inferred-{end}") if whole else _part_inferred(words, parts, f"-{end}")
        for end, (parts, whole) in zip(("start", "end"), notes, strict=False)
        if parts
    ]
    return said[0] if len(said) == 1 else words.say("join-further", first=said[0], next=said[1])


def _part_inferred(words: Catalogue, parts: tuple[str, ...], end: str = "") -> str:
    names = [words.say(f"date-{part}") for part in parts]
    listed = str(format_list(names, style="standard", locale=words.locale))
    return words.say(f"date-inferred-part{end}", parts=listed)
