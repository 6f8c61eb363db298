"""Where in a line of text passages begin and end; the rules stand in `passages` of passages.py."""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import accumulate

OTHER = {"ltr": "rtl", "rtl": "ltr"}
"""The one direction, and the other."""

NUMBER = r"\d+(?:[-.,:/\u066b\u066c]\d+)*"
"""A number, a date, a clock time: what is read as one and never cut."""

_BRACKETS = dict(zip('([{"\u00ab\u201c\u2018\u2039', ')]}"\u00bb\u201d\u2019\u203a', strict=True))
_DEEPEST = 16
_STOPS = ".!?\u2026\u061f\u06d4"
_END = re.compile(f"(?<![{_STOPS}])[{_STOPS}]+['\"\u2019\u201d\u00bb)\\]]*(?=\\s)")
_COLON = re.compile(r":(?=\s)")
_LISTED = re.compile("[,;:|/\u2013\u2014\u060c\u061b]")
_ATTACHED = re.compile(f"[-\u2010\u2011_/.:,]?{NUMBER}[%\u066a]?|[+%\u066a]+")
_JOINERS = "\u200c\u200d"
_IN_WORD = frozenset("-'\u2019_\u2010\u2011" + _JOINERS)

_MARKS, _MARK_OF_END = {"ltr": "\u2066", "rtl": "\u2067"}, "\u2069"

Span = tuple[int, int]


@lru_cache(maxsize=4096)
def way_of(sign: str) -> str:
    """The direction that a letter is written in; empty for all that is no letter."""
    if not unicodedata.category(sign).startswith("L"):
        return ""
    return {"L": "ltr", "R": "rtl", "AL": "rtl"}.get(unicodedata.bidirectional(sign), "")


def spans(text: str, base: str) -> list[Span]:
    """Where the passages of the text begin and end, in order."""
    if text.isascii() and base == "ltr":
        return []
    if not any(way_of(sign) == OTHER[base] for sign in set(text)):
        return []
    found: list[Span] = []
    at = 0
    for line in text.split("\n"):
        found += [(at + start, at + end) for start, end in _Line(line, base).passages()]
        at += len(line) + 1
    return found


def isolated(text: str, direction: str) -> str:
    """The text between marks that keep it in this direction, and what stands around it out of it."""
    return _MARKS[direction] + text + _MARK_OF_END


class _Line:
    """One line in which passages are looked for; places are positions in its text."""

    def __init__(self, text: str, base: str) -> None:
        self._text, self._base, self._foreign = text, base, OTHER[base]
        self._ways = [way_of(sign) for sign in text]
        self._letters = [place for place, way in enumerate(self._ways) if way]
        self._begins = list(_beginnings(text, self._ways))
        self._words = {
            each: [
                0,
                *accumulate(
                    begins and way == each for begins, way in zip(self._begins, self._ways, strict=True)
                ),
            ]
            for each in OTHER
        }
        self._closing = _closing(text)

    def passages(self) -> list[Span]:
        """The passages of the line; neighbouring sentences that run the other way are one."""
        found: list[Span] = []
        before = False
        for sentence in self._parts(0, len(self._text), _END, self._changes):
            inside = self._within(*sentence)
            whole = inside == [self._trimmed(*sentence)]
            if whole and before:
                found[-1] = (found[-1][0], inside[0][1])
            else:
                found += inside
            before = whole
        return found

    def _within(self, start: int, end: int) -> list[Span]:
        """The passages of a sentence, or of what stands in brackets or behind a colon."""
        start, end = self._trimmed(start, end)
        foreign, own = (
            self._words[way][end] - self._words[way][start] for way in (self._foreign, self._base)
        )
        if not foreign:
            return []
        if own <= 2 * foreign and self._is_foreign(start, end):
            return [(start, end)]
        clauses = self._parts(start, end, _COLON, lambda _: True)
        if len(clauses) > 1:
            return [span for clause in clauses for span in self._within(*clause)]
        return [
            (first, self._with_attached(last, end)) for first, last in self._names(start, end, foreign, own)
        ]

    def _is_foreign(self, start: int, end: int) -> bool:
        """Whether a sentence begins with a letter of the other way, and has more such words than others.

        What stands in brackets or quotation marks does not count where there is more than that.
        """
        outside = [
            first for first, last in self._atoms(start, end) if last - first == 1 and self._ways[first]
        ]
        letters = outside or [place for place in range(start, end) if self._ways[place]]
        words = Counter(self._ways[place] for place in letters if self._begins[place])
        return self._ways[letters[0]] == self._foreign and words[self._foreign] > words[self._base]

    def _names(self, start: int, end: int, foreign: int, own: int) -> Iterable[Span]:
        """The passages of a sentence of the page with so many words: names, and what stands in brackets."""
        found: list[Span] = []
        goes_on = False
        for first, last in self._atoms(start, end):
            ways = set(self._ways[first:last])
            if last - first > 1 and self._foreign in ways and (self._base in ways or not goes_on):
                found += self._within(first + 1, last - 1)
                goes_on = False
            elif self._base in ways:
                goes_on = goes_on and last - first == 1 and foreign >= 2 * own
            elif self._foreign in ways:
                if goes_on and not self._is_list(found[-1][1], first):
                    found[-1] = (found[-1][0], last)
                else:
                    found.append((first, last))
                goes_on = True
        return found

    def _is_list(self, start: int, end: int) -> bool:
        """Whether other words stand between two names, and a comma or the like with them."""
        return self._base in self._ways[start:end] and bool(_LISTED.search(self._text, start, end))

    def _with_attached(self, place: int, end: int) -> int:
        """The end of a passage together with its vowel signs and the number that is attached to it."""
        while place < end and (
            unicodedata.category(self._text[place]) == "Mn" or self._text[place] in _JOINERS
        ):
            place += 1
        attached = _ATTACHED.match(self._text, place, end)
        return attached.end() if attached else place

    def _parts(self, start: int, end: int, mark: re.Pattern[str], parts: Callable[[int], bool]) -> list[Span]:
        """What lies between marks outside brackets, where `parts` says so of the place behind a mark."""
        found: list[Span] = []
        for first, last in self._atoms(start, end):
            match = mark.match(self._text, first) if last - first == 1 else None
            if match and start < match.end() < end and parts(match.end()):
                found.append((start, match.end()))
                start = match.end()
        return [*found, (start, end)]

    def _atoms(self, start: int, end: int) -> Iterator[Span]:
        """Signs one by one, but whatever stands in brackets or quotation marks as one, with them."""
        while start < end:
            last = self._closing.get(start, start) + 1
            yield (start, last) if last <= end else (start, start + 1)
            start = last if last <= end else start + 1

    def _changes(self, place: int) -> bool:
        """Whether the letters before and behind a place run different ways."""
        behind = bisect_left(self._letters, place)
        around = [self._ways[letter] for letter in self._letters[max(behind - 1, 0) : behind + 1]]
        return behind > 0 and len(set(around)) == 2

    def _trimmed(self, start: int, end: int) -> Span:
        part = self._text[start:end]
        return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())


def _beginnings(text: str, ways: Iterable[str]) -> Iterator[bool]:
    """For each sign of the text whether a word begins with it."""
    inside = False
    for sign, way in zip(text, ways, strict=True):
        yield bool(way) and not inside
        inside = bool(way) or (inside and (sign in _IN_WORD or unicodedata.category(sign)[0] in "MN"))


def _closing(text: str) -> dict[int, int]:
    """The place of each bracket or quotation mark that opens, and of the one that closes it."""
    found: dict[int, int] = {}
    open_at: list[int] = []
    for place, sign in enumerate(text):
        opener = next((at for at in reversed(open_at) if _BRACKETS[text[at]] == sign), None)
        if opener is not None:
            found[opener] = place
            del open_at[open_at.index(opener) :]
        elif sign in _BRACKETS and len(open_at) < _DEEPEST:
            open_at.append(place)
    return found
