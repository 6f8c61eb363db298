"""Dates that a spreadsheet or another habit wrote: the EDTF texts that they may stand for, as hints."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from analysis.model.time.edtf import is_edtf
from analysis.model.time.names import MONTH, MONTHS, month_number

SYSTEMS = (date(1899, 12, 30), date(1904, 1, 1))
"""The day 0 of a spreadsheet's serial numbers: of the 1900 system (which counts a 29 February 1900 that never
was, so the count is right from March 1900) and of the 1904 system of older Macintosh files."""
LONGEST = 60
"""Letters beyond which a text is like no date."""
PIVOT = 30
"""Spreadsheets read two-digit years from 30 on as 1930 and later, and those below as 2000 and later."""

_NAME = f"(?P<name>{MONTH})[.]?"
_YEAR, _DAY, _SHORT = "(?P<year>[0-9]{4})", "(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?", "'?(?P<short>[0-9]{2})"
_GAP = "[ ./,-]{1,2}"

_FORMS = (
    rf"{_YEAR}(?P<gap>[./ -])(?P<month>[0-9]{{1,2}})(?:(?P=gap){_DAY})?",
    rf"(?P<month>[0-9]{{1,2}})[./-]{_YEAR}",
    rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})?",
    rf"{_YEAR}[.]0+",
    rf"{_DAY}(?:{_GAP}(?:of )?)?{_NAME}(?:{_GAP})?(?:{_YEAR}|{_SHORT})",
    rf"{_NAME}{_GAP}{_DAY}{_GAP}{_YEAR}",
    rf"(?:{_YEAR}{_GAP}{_NAME}(?:{_GAP}{_DAY})?)",
    rf"{_NAME}{_GAP}{_YEAR}",
    rf"{_NAME} ?'(?P<short>[0-9]{{2}})",
)
"""Dates that can be read in one way only: names of months, or the year first."""
_EITHER = (
    r"(?P<one>[0-9]{1,2})(?P<gap>[./ -])(?P<other>[0-9]{1,2})(?P=gap)"
    r"(?:(?P<year>[0-9]{4})|(?P<short>[0-9]{2}))"
)
_CLOCK = (
    r"(.*?)(?:T|\s+)(?:0?0:00(?::00(?:[.]0+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?"
    r"|(?!24:)[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.][0-9]+)?)?(?: ?[AaPp][Mm])?)"
)
_DRAFT = {"open": "..", "unknown": "", "u": "X", "x": "X", "?~": "%", "~?": "%", " ": ""}
"""What drafts of EDTF before 2019 wrote, and blanks, which it has none of."""


def suggestions(text: str) -> tuple[str, ...]:
    """The EDTF texts that `text` may stand for, the likeliest first; none where it is EDTF or like no date.

    Where it could be several, all are offered: the coder knows which, we do not. A day that the calendar has
    not ("2015-02-30") has no nearest.

    >>> suggestions("10-Nov-15"), suggestions("11/10/2015"), suggestions("42318")
    (('2015-11-10',), ('2015-10-11', '2015-11-10'), ('2015-11-10', '2019-11-11'))
    >>> suggestions("Nov-15"), suggestions("2015-11-10 00:00:00")
    (('2015-11', '15 November'), ('2015-11-10',))
    """
    if len(text) > LONGEST or is_edtf(text):
        return ()
    plain = _plain(text)
    if is_edtf(plain):
        return (plain,)
    return tuple(dict.fromkeys((*_single(plain), *_spans(plain), *_drafts(plain))))


def _single(text: str) -> Iterator[str]:
    """What a single date may stand for, with or without a time of day."""
    clock = re.fullmatch(_CLOCK, text)
    bare = clock[1] if clock else text
    if clock and is_edtf(bare):
        yield bare
    found = re.fullmatch(_EITHER, bare)
    if found:
        yield from _either_way(found)
    matches = (re.fullmatch(form, bare, re.IGNORECASE) for form in _FORMS)
    yield from filter(is_edtf, (_written(match) for match in matches if match))
    yield from _without_year(bare)
    serial = re.fullmatch(r"([1-9][0-9]{4})(?:[.][0-9]+)?", bare)
    if serial:
        yield from (str(start + timedelta(int(serial[1]))) for start in SYSTEMS)


def _written(found: re.Match[str]) -> str:
    """The date that a form found, in EDTF, whether or not the calendar has it."""
    parts = {name: words for name, words in found.groupdict().items() if words}
    month = parts.get("month", "")
    if "name" in parts:
        month = str(month_number(parts["name"]))
    told = (_year(parts), month.zfill(2) if month else "", parts["day"].zfill(2) if "day" in parts else "")
    return "-".join(part for part in told if part)


def _either_way(found: re.Match[str]) -> Iterator[str]:
    """Two numbers and a year: day and month in either order, but day first between full stops."""
    year, one, other = _year(found.groupdict()), found["one"].zfill(2), found["other"].zfill(2)
    tries = [f"{year}-{other}-{one}"]
    if found["gap"] != ".":
        tries.append(f"{year}-{one}-{other}")
    yield from filter(is_edtf, tries)


def _without_year(text: str) -> Iterator[str]:
    """A month and a number: a spreadsheet shows "Nov-15" for a month of 2015 and for a day of any year.

    The day is offered as a phrase, for only the report tells its year.
    """
    month_first = re.fullmatch(rf"{_NAME}-(?P<short>[0-9]{{2}})", text, re.IGNORECASE)
    found = month_first or re.fullmatch(rf"{_DAY}-{_NAME}", text, re.IGNORECASE)
    if not found:
        return
    if month_first:
        yield _written(found)
    month, day = month_number(found["name"]), int(found["short"] if month_first else found["day"])
    if is_edtf(f"2000-{month:02}-{day:02}"):
        yield f"{day} {MONTHS[month - 1]}"


def _spans(text: str) -> Iterator[str]:
    """Two dates with a slash, a dash or "to" between them, the earlier first."""
    parted = re.fullmatch(r"(.+?)(?: ?/ ?| - | to |(?<=[0-9]{2})-(?=[0-9]{4}\b))(.+)", text)
    if not parted:
        return
    ends = [side if is_edtf(side) else _only(side) for side in parted.groups()]
    if all(ends):
        tries = (f"{ends[0]}/{ends[1]}", f"{ends[1]}/{ends[0]}")
        yield from (near for near in tries[: 1 if is_edtf(tries[0]) else 2] if is_edtf(near))


def _drafts(text: str) -> Iterator[str]:
    """EDTF as it was before 2019, or with blanks in it."""
    if re.search("[0-9]", text):
        near = re.sub("|".join(map(re.escape, _DRAFT)), lambda found: _DRAFT[found[0]], text)
        yield from filter(is_edtf, (near,))


def _only(text: str) -> str:
    """What a single date stands for where there is only one answer, else nothing."""
    near = tuple(dict.fromkeys(_single(text)))
    return near[0] if len(near) == 1 else ""


def _year(parts: Mapping[str, str | None]) -> str:
    short = parts.get("short")
    if short:
        return f"{19 if int(short) >= PIVOT else 20}{short}"
    return parts["year"] or ""


def _plain(text: str) -> str:
    """The text with digits, dashes and blanks as ASCII has them, without what a spreadsheet put around it."""
    digits = "".join(str(unicodedata.decimal(sign, sign)) for sign in text)
    return " ".join(re.sub(r"[\u2010-\u2015]", "-", digits).split()).strip("'. ")
