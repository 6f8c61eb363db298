"""Quantities as intervals, and the rules that read the words of a claim as numbers.

The words always stay beside the numbers. A rule that has no published source says so in its reason.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from analysis.model.bounds import Bounds

TOLERANCE = 0.10
"""How far "about" reaches to either side, as a share of the number. A house convention: no conflict dataset
publishes one, and a tenth is the step at which such figures are usually rounded."""


@dataclass(frozen=True)
class Quantity(Bounds[float]):
    """A number known between `low` and `high`; `best` is missing where the words name no single value."""

    best: float | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.best is not None and not self.contains(self.best):
            raise ValueError(f"best {self.best} lies outside {self.low} to {self.high}; expected it within")


def written(low: float | None, high: float | None) -> str:
    """An interval in words; a missing end is open, both missing is no number.

    >>> written(12, 99), written(1600, None), written(None, 500), written(20, 20), written(None, None)
    ('12 to 99', '1,600 or more', 'up to 500', '20', 'no number')
    """
    ends = [None if end is None or end != end else f"{end:,.10g}" for end in (low, high)]
    if ends[0] == ends[1]:
        return ends[0] or "no number"
    if ends[0] is None:
        return f"up to {ends[1]}"
    return f"{ends[0]} or more" if ends[1] is None else f"{ends[0]} to {ends[1]}"


@dataclass(frozen=True)
class WordingRule:
    """One way in which words stand for an interval: what it matches, what it means, and why."""

    name: str
    example: str
    meaning: str
    reason: str
    pattern: re.Pattern[str]
    build: Callable[[re.Match[str]], Quantity]


_DIGITS = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "a": 1,
    "an": 1,
    "another": 1,
}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_PLURALS: dict[str, tuple[float, float]] = {
    "tens": (10, 99),
    "dozens": (12, 99),
    "scores": (40, 99),
    "hundreds": (100, 999),
    "thousands": (1_000, 9_999),
    "tens of thousands": (10_000, 99_999),
    "hundreds of thousands": (100_000, 999_999),
    "millions": (1_000_000, 9_999_999),
}

_SCALE = "|".join(_SCALES)
_NUMBER = rf"(?:\d[\d,]*(?:\.\d+)?|half|(?:{'|'.join(_DIGITS)})\b)(?:\s+(?:{_SCALE}))?|(?:{_SCALE})"
_REST = r"(?:\s+[^\d]*)?"


def _number(text: str) -> float:
    """The value of "1,600", "two million", "a dozen" or "half" (which is 50, of a hundred)."""
    first, *scale = text.replace(",", "").split()
    if first == "half":
        value: float = 50
    elif first in _SCALES:
        value = _SCALES[first]
    else:
        value = _DIGITS[first] if first in _DIGITS else float(first)
    return value * (_SCALES[scale[0]] if scale else 1)


def _rule(
    name: str, example: str, meaning: str, reason: str, words: str, build: Callable[[re.Match[str]], Quantity]
) -> WordingRule:
    return WordingRule(name, example, meaning, reason, re.compile(words + _REST), build)


def _exactly(value: float) -> Quantity:
    return Quantity(value, value, value)


def _about(value: float) -> Quantity:
    return Quantity(_share(value, 1 - TOLERANCE), _share(value, 1 + TOLERANCE), value)


def _share(value: float, share: float) -> float:
    return round(value * share, 6)


def _between(match: re.Match[str]) -> Quantity:
    first, second = _number(match["n"]), _number(match["m"])
    return Quantity(min(first, second), max(first, second))


WORDING_RULES: tuple[WordingRule, ...] = (
    _rule(
        "plural",
        "dozens",
        "12 to 99; hundreds 100 to 999; thousands 1,000 to 9,999",
        "A plural reaches to where the next larger word would be used; 12 for dozens and 100 for hundreds "
        "are the floors ACLED codes for these words.",
        rf"(?:many |several )?(?P<w>{'|'.join(sorted(_PLURALS, key=len, reverse=True))})\b",
        lambda match: Quantity(*_PLURALS[match["w"]]),
    ),
    _rule(
        "few",
        "a few hundred",
        "2 to 9 of the unit named: 200 to 999",
        "At least two, and less than the next larger word; several is read alike, from three.",
        rf"(?P<w>a few|few|several)\s+(?P<s>{_SCALE})\b",
        lambda match: Quantity(
            (3 if match["w"] == "several" else 2) * _SCALES[match["s"]], 10 * _SCALES[match["s"]] - 1
        ),
    ),
    _rule(
        "range",
        "between 30 and 40",
        "30 to 40",
        "Both ends are stated; no value between them is.",
        rf"(?:between\s+|from\s+)?(?P<n>{_NUMBER})\s*(?:and|to|or|-|\u2013)\s*(?P<m>{_NUMBER})",
        _between,
    ),
    _rule(
        "at least",
        "over 1,600",
        "1,600 upward, open",
        "Only a floor is stated; a ceiling would be invented.",
        rf"(?:over|more than|above|at least|no fewer than|upwards? of|exceeding)\s+(?P<n>{_NUMBER})",
        lambda match: Quantity(_number(match["n"]), None),
    ),
    _rule(
        "at most",
        "up to 500",
        "500 downward, open",
        "Only a ceiling is stated; zero would be a claim that nobody made.",
        rf"(?:up to|at most|no more than|fewer than|less than|under|below)\s+(?P<n>{_NUMBER})",
        lambda match: Quantity(None, _number(match["n"])),
    ),
    _rule(
        "nearly",
        "nearly 300",
        "270 to 300",
        "Below the number, by no more than the house tolerance of a tenth.",
        rf"(?:nearly|almost|close to|just under)\s+(?P<n>{_NUMBER})",
        lambda match: Quantity(_share(_number(match["n"]), 1 - TOLERANCE), _number(match["n"])),
    ),
    _rule(
        "about",
        "about 2,000",
        "1,800 to 2,200, best 2,000",
        "A house tolerance of a tenth to either side; no conflict dataset publishes one.",
        rf"(?:about|around|some|roughly|approximately|an estimated|circa|ca\.?|~)\s*(?P<n>{_NUMBER})",
        lambda match: _about(_number(match["n"])),
    ),
    _rule(
        "several",
        "several years",
        "3 to 9",
        "More than two, and fewer than ten, which has a word of its own.",
        r"several\b",
        lambda match: Quantity(3, 9),
    ),
    _rule(
        "a few",
        "a few villages",
        "2 to 9",
        "At least two, and fewer than ten, which has a word of its own.",
        r"(?:a few|few|a handful of)\b",
        lambda match: Quantity(2, 9),
    ),
    _rule(
        "a number of",
        "a number of villages",
        "2 upward, open",
        "The plural says at least two and nothing more.",
        r"(?:a number of|multiple|various|many|numerous)\b",
        lambda match: Quantity(2, None),
    ),
    _rule(
        "some of",
        "some of the villages",
        "1 upward, open",
        "At least one of an unstated number.",
        r"some(?: of)?\b",
        lambda match: Quantity(1, None),
    ),
    _rule(
        "none",
        "none",
        "0",
        "Zero is a claim, made in words.",
        r"(?:none|nobody|no one)\b",
        lambda match: _exactly(0),
    ),
    _rule(
        "number",
        "1,600",
        "1,600",
        "A number without a hedge is taken as it stands.",
        rf"(?!an?\s+(?!{_SCALE}))(?P<n>{_NUMBER})",
        lambda match: _exactly(_number(match["n"])),
    ),
)
"""Tried in this order; the first that matches the whole wording wins."""


def quantity_of(wording: str) -> Quantity | None:
    """The interval that words stand for, or None where no rule reads them.

    >>> quantity_of("over 1,600")
    Quantity(low=1600.0, high=None, best=None)
    >>> quantity_of("dozens")
    Quantity(low=12, high=99, best=None)
    >>> quantity_of("significant") is None
    True
    """
    text = re.sub(r"^(?:just|only)\s+", "", " ".join(wording.casefold().split()))
    for rule in WORDING_RULES:
        match = rule.pattern.fullmatch(text)
        if match:
            return rule.build(match)
    return None
