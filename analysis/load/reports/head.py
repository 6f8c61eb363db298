"""The head of a report in plain text: outlet, title, byline, dateline, day. Right or empty."""

import re
from dataclasses import dataclass, replace

from analysis.model.time.names import MONTH
from analysis.model.time.suggestions import suggestions

MOST_LINES = 8
"""A head has at most so many lines."""

LONGEST = 200
"""Letters of the longest line of a head; what is longer is a paragraph."""

_BYLINE = re.compile(r"^by\b:?\s+(?P<who>[^\W\d_](?:[^0-9!?;:.]|(?<=\b\w)\.){2,90})$", re.IGNORECASE)
_ROLE = re.compile(r"(?:,\s+[^\W\d_A-Z\u00c0-\u00de][^,]*|\s+in\s+[^\W\d_a-z].*)$")
_WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DAY = re.compile(
    rf"^(?:{_WEEKDAY},?\s*)?(?:[0-9]{{1,2}}(?:st|nd|rd|th)?\s+(?:{MONTH})[.]?|(?:{MONTH})[.]?\s+[0-9]{{1,2}})"
    rf"(?:,?\s*[0-9]{{4}})?$|^{_WEEKDAY}$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?P<what>date|published|updated|title|headline|source|outlet|author|dateline)\s*:\s*", re.IGNORECASE
)
_FIELDS = {
    "date": "published",
    "published": "published",
    "updated": "published",
    "author": "author",
    "title": "title",
    "headline": "title",
    "source": "publisher",
    "outlet": "publisher",
    "dateline": "dateline",
}
_INLINE = re.compile(
    r"^(?P<place>[^\W\d_a-z][^\W\d_a-z'\u2019 .-]{2,40}(?:, [^\W\d_a-z][^\W\d_]+(?: [^\W\d_a-z][^\W\d_]+)?)?)"
    rf"(?:, (?P<day>(?i:{MONTH})[.]? [0-9]{{1,2}}|[0-9]{{1,2}} (?i:{MONTH})[.]?))?"
    r"(?: \((?P<outlet>[^()]{2,40})\))? ?(?:[\u2013\u2014]|--?(?= )) ?",
)
_OUTLET = re.compile(
    r"\b(?:agency|dispatch|times|post|news|press|daily|courier|herald|record|journal|gazette|tribune|monitor"
    r"|observer|radio|television|tv|broadcasting|bureau|office|ministry|staff|front|command|committee|council"
    r"|observatory|watch|mission|nations|coordination|reuters|telegraph|guardian|independent|voice|review"
    r"|foundation|institute|organi[sz]ation|department|group|party|network|society|union)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])[.!:;,\u2026][\"\u201d\u2019)]*$")


@dataclass(frozen=True)
class Head:
    """What the head of a report says; what it does not say is empty."""

    title: str = ""
    author: str = ""
    publisher: str = ""
    dateline: str = ""
    published: str = ""


NO_HEAD = Head()


def head_of(blocks: list[str]) -> tuple[Head, list[str]]:
    """The head of a text and the blocks behind it: first blocks of short lines that end in no full stop.

    A text that begins with a paragraph has none. Behind the first block only bylines, days and datelines
    are of the head, so that no short paragraph is taken for it.
    """
    lines: list[str] = []
    rest = list(blocks)
    while rest:
        block = [" ".join(line.split()) for line in rest[0].split("\n") if line.strip()]
        if len(lines) + len(block) > MOST_LINES or any(
            len(line) > LONGEST and not _LABEL.match(line) for line in block
        ):
            break
        named = [line for line in block if not kind_of(line)]
        again = {kind_of(line) for line in block} & {kind_of(line) for line in lines}
        if (lines and (named or again)) or (
            named and not _is_heading(named, alone=len(rest) == 1 and named == block)
        ):
            break
        lines += block
        rest = rest[1:]
    return _read(lines), rest


def inline_dateline(head: Head, paragraph: str) -> Head:
    """The head with what a first paragraph begins with ("BEIRUT, Nov 10 (Reuters) - ") where it lacks it."""
    begun = _INLINE.match(paragraph)
    if begun is None or (head.dateline and not begun["outlet"]):
        return head
    return replace(
        head,
        dateline=head.dateline or begun["place"],
        publisher=head.publisher or (begun["outlet"] or "").split(",")[0],
        published=head.published or begun["day"] or "",
    )


def kind_of(line: str) -> str:
    """The field of the head that a line tells by its form or by what it says before a colon; else empty."""
    label = _LABEL.match(line)
    if label:
        return _FIELDS[label["what"].lower()]
    if _byline(line):
        return "author"
    if _is_day(line):
        return "published"
    return "dateline" if _is_place(line) else ""


def _is_heading(lines: list[str], *, alone: bool) -> bool:
    """Whether lines are outlet and title: none ends a sentence, each begins like a name, text follows."""
    begun = not any(re.match("[a-z]", line) for line in lines)
    return not alone and begun and len(lines) <= 3 and not any(map(_SENTENCE_END.search, lines))


def _byline(line: str) -> str:
    found = _BYLINE.match(line)
    return found["who"] if found else ""


def _is_day(line: str) -> bool:
    return bool(_DAY.match(line) or suggestions(line) or re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", line))


def _is_place(line: str) -> bool:
    """Whether a line is the place that a report was sent from, in capitals: "ALEPPO, Syria"."""
    place = re.split(r"[,(\u2013\u2014]", line)[0].strip()
    return place.isupper() and 2 < len(place) <= 30 and len(line) <= 60 and not re.search("[0-9.]", place)


def _read(lines: list[str]) -> Head:
    """The head in its lines; a line in capitals before any name is a title or an outlet, and no place."""
    told: dict[str, str] = {}
    names: list[str] = []
    for line in lines:
        field, plain = kind_of(line), _LABEL.sub("", line)
        if not field or (field == "dateline" and not names and "title" not in told):
            names.append(line)
        elif field == "author":
            told.setdefault(field, _ROLE.sub("", _byline(line) or plain))
        else:
            told.setdefault(field, plain)
    if len(names) > 1 and _is_outlet(names[0], names[1]):
        told.setdefault("publisher", names.pop(0))
    if names:
        told.setdefault("title", " ".join(names))
    return Head(**told)


def _is_outlet(first: str, second: str) -> bool:
    """Whether the first of two lines names the outlet, and is no title that goes on: it holds a word by which
    outlets call themselves, or is less than half as long as the second."""
    return len(first) <= 80 and (bool(_OUTLET.search(first)) or len(first) * 2 < len(second))
