"""EDTF texts taken apart for wording: which form a text has, its dates, and which components are inferred.

The corpus has been checked before anything is said of it, so what cannot be read here is left as it stands.
"""

import re
from calendar import monthrange
from functools import cache
from typing import Literal, NamedTuple

Form = Literal["date", "span", "since", "from", "until", "ended", "under-way", "within", "one-of", "all"]
"""What a text says: a date; a/b; a/..; a/; ../b; /b; /..; one day of [a..b]; one of [a,b]; all of {a,b}.

Of a `within` one side may be open: [..b], [a..]."""

COMPONENTS = ("year", "month", "day")

_DATE = re.compile(
    r"([?~%]?)([0-9X]{4}(?:S[1-4])?)([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?))?)?"
)
_PART_OF_YEAR = range(21, 42)


class Dated(NamedTuple):
    """One date: its digits as `text` without marks, which components are inferred, and whether it is about.

    `whole` says that every component written is inferred.
    """

    text: str
    inferred: tuple[str, ...] = ()
    about: bool = False
    whole: bool = False

    @property
    def part(self) -> int:
        """The number of the part of a year (21 to 41) that it names, 0 where it names none."""
        number = self.text[5:]
        return int(number) if number.isdigit() and int(number) in _PART_OF_YEAR else 0


class Written(NamedTuple):
    """A text taken apart: `members` are its dates, two by two where a member is a range; None is open."""

    form: Form
    members: tuple[tuple[Dated | None, ...], ...]

    @property
    def dates(self) -> list[Dated]:
        """All dates in it, in order."""
        return [date for member in self.members for date in member if date]


@cache
def taken_apart(edtf: str) -> Written | None:
    """The form and the dates of an EDTF text; None where it is none.

    >>> taken_apart("[..2012]").form, taken_apart("2015?-09-30/..").dates[0].inferred
    ('within', ('year',))
    """
    text = edtf.strip()
    try:
        if text[:1] in ("[", "{") and text[-1:] in ("]", "}"):
            return _set(text)
        first, slash, last = text.partition("/")
        return _interval(first, last) if slash else Written("date", ((_date(text),),))
    except ValueError:
        return None


def edtf_ends(edtf: str) -> tuple[str, str]:
    """The first and the last date written in an EDTF text, with their marks; empty where one is open.

    >>> edtf_ends("2013/2015-11-10?"), edtf_ends("[2015-10-09?..2015-10-17?]"), edtf_ends("/..")
    (('2013', '2015-11-10?'), ('2015-10-09?', '2015-10-17?'), ('', ''))
    """
    pieces = re.split("[,/]", edtf.strip().strip("[]{}"))
    return pieces[0].split("..")[0], pieces[-1].split("..")[-1]


def window_of(date: Dated) -> tuple[Dated, Dated] | None:
    """The first and last date that open digits or significant digits allow; None where there are none.

    >>> [end.text for end in window_of(Dated("2015-10-1X"))], window_of(Dated("2015-10-12"))
    (['2015-10-10', '2015-10-19'], None)
    """
    text = date.text
    year, *rest = text.split("-")
    if "S" in year:
        size = 10 ** (4 - int(year[5]))
        low = int(year[:4]) // size * size
        return date._replace(text=f"{low:04}"), date._replace(text=f"{low + size - 1:04}")
    while rest and rest[-1] == "XX":
        rest.pop()
    if "X" not in "".join((year, *rest)):
        return None
    return date._replace(text=_filled(year, rest, "0")), date._replace(text=_filled(year, rest, "9"))


def without_open(date: Dated) -> Dated:
    """The date without trailing components of which nothing is told: 2015-XX-XX says what 2015 does."""
    return date._replace(text=re.sub(r"(-XX)+$", "", date.text))


def _filled(year: str, rest: list[str], digit: str) -> str:
    """The earliest (0) or latest (9) date that the open digits allow."""
    parts = [year.replace("X", digit)]
    for text, most in zip(rest, (12, 31), strict=False):
        last = monthrange(int(parts[0]), int(parts[1]))[1] if most == 31 else most
        parts.append(f"{min(max(int(text.replace('X', digit)), 1), last):02}")
    return "-".join(parts)


def _interval(first: str, last: str) -> Written:
    start = None if first in ("", "..") else _date(first)
    end = None if last in ("", "..") else _date(last)
    form: Form = "span"
    if start and not end:
        form = "since" if last == ".." else "from"
    elif end and not start:
        form = "until" if first == ".." else "ended"
    elif not start:
        form = "under-way"
    return Written(form, ((start, end),))


def _set(text: str) -> Written:
    members = tuple(_member(piece) for piece in text[1:-1].split(","))
    alone = members[0] if len(members) == 1 else ()
    if len(alone) == 1:
        return Written("date", members)
    if alone:
        lasting: Form = "span" if all(alone) else "since" if alone[0] else "until"
        return Written("within" if text[0] == "[" else lasting, members)
    return Written("one-of" if text[0] == "[" else "all", members)


def _member(piece: str) -> tuple[Dated | None, ...]:
    first, dots, last = piece.partition("..")
    if not dots:
        return (_date(piece),)
    if not first + last:
        raise ValueError(piece)
    return (_date(first) if first else None, _date(last) if last else None)


def _date(text: str) -> Dated:
    """One date with its marks: right of a component for it and all to its left, left of one for it alone."""
    found = _DATE.fullmatch(text)
    if not found:
        raise ValueError(text)
    groups = [group or "" for group in found.groups()]
    digits = [part for part in groups[1::3] if part]
    alone, grouped = groups[0::3], groups[2::3]
    marks = [alone[place] + "".join(grouped[place:]) for place in range(len(digits))]
    inferred = tuple(
        name for name, mark in zip(COMPONENTS, marks, strict=False) if "?" in mark or "%" in mark
    )
    about = any("~" in mark or "%" in mark for mark in marks)
    return Dated("-".join(digits), inferred, about, len(inferred) == len(digits))
