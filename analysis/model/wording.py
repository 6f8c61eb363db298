"""The rules that read the words of a claim as an interval. What no rule reads whole is never guessed.

The words always stay beside the numbers. A rule that has no published source says so in its reason.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from analysis.model.numerals import DIGITS, SCALES, TENS, UNITS, numeral, words_of
from analysis.model.quantities import Quantity

TOLERANCE = 0.10
"""How far "about" reaches to either side, as a share of the number. A house convention: no conflict dataset
publishes one, and a tenth is the step at which such figures are usually rounded."""

IMPLAUSIBLE = 100
"""A range whose ends lie further apart than this factor ("2-3,000") was not meant as it reads."""

Meaning = TypeVar("Meaning")
Kind = Literal["number", "about", "nearly", "at least", "at most"]


@dataclass(frozen=True)
class WordingRule:
    """One way in which words stand for an interval: the words, an example, what it means, and why."""

    name: str
    words: tuple[str, ...]
    example: str
    meaning: str
    reason: str


WORDING_RULES = (
    WordingRule("number", (), "1,600", "1,600", "A number without a hedge is taken as it stands."),
    WordingRule(
        "about",
        (
            *("about", "around", "roughly", "approximately", "an estimated", "estimated", "circa", "some"),
            "or so",
        ),
        "about 2,000",
        "1,800 to 2,200, best 2,000",
        "A house tolerance of a tenth to either side; no conflict dataset publishes one.",
    ),
    WordingRule(
        "nearly",
        ("nearly", "almost", "close to", "just under"),
        "nearly 300",
        "270 to 300",
        "Below the number, by no more than the house tolerance of a tenth.",
    ),
    WordingRule(
        "at least",
        (
            *("over", "more than", "above", "at least", "no fewer than", "no less than", "upwards of"),
            *("exceeding", "in excess of", "not less than", "or more"),
        ),
        "over 1,600",
        "1,600 or more, open",
        "Only a floor is stated; a ceiling would be invented.",
    ),
    WordingRule(
        "at most",
        (
            *("up to", "as many as", "at most", "no more than", "not more than", "fewer than", "less than"),
            *("under", "below", "or fewer", "or less"),
        ),
        "up to 500",
        "500 or fewer, open",
        "Only a ceiling is stated; zero would be a claim that nobody made.",
    ),
    WordingRule("range", ("to", "and", "or"), "between 30 and 40", "30 to 40", "Both ends are stated."),
    WordingRule(
        "plural",
        (
            *("tens of thousands", "hundreds of thousands", "tens of millions", "hundreds of millions"),
            *("tens", "dozens", "scores", "hundreds", "thousands", "millions"),
        ),
        "dozens",
        "12 to 99; hundreds 100 to 999; thousands 1,000 to 9,999",
        "A plural reaches to where the next larger word would be used; 12 for dozens and 100 for hundreds "
        "are the floors ACLED codes for these words.",
    ),
    WordingRule(
        "few",
        ("a few", "a handful of", "a handful"),
        "a few hundred",
        "2 to 9, or 2 to 9 of the scale named: 200 to 999",
        "At least two, and less than the next larger word.",
    ),
    WordingRule(
        "several",
        ("several",),
        "several years",
        "3 to 9, or 3 to 9 of the scale named",
        "More than two, and less than the next larger word.",
    ),
    WordingRule(
        "a number of",
        ("a number of", "multiple", "various", "numerous", "many"),
        "a number of villages",
        "2 or more, open",
        "The plural says at least two and nothing more.",
    ),
    WordingRule("some of", ("some of", "some"), "some of the villages", "1 or more, open", "At least one."),
    WordingRule("none", ("none",), "none", "0", "Zero is a claim, made in words."),
    WordingRule(
        "half",
        ("half",),
        "around half",
        "50 of a hundred; with about, 45 to 55",
        "A share is counted in percent; other fractions are left to the coder.",
    ),
    WordingRule("another", ("another",), "another", "1", "One more of a kind is one."),
)
"""Every reading goes through these; the order is that of the codebook."""

_WORDS = {rule.name: rule.words for rule in WORDING_RULES}
_HEDGES: dict[str, Kind] = {
    words: kind
    for kind in ("about", "nearly", "at least", "at most")
    for words in _WORDS[kind]
    if not words.startswith("or ")
}
_AFTER: dict[str, Kind] = {
    "or so": "about",
    "or more": "at least",
    "at least": "at least",
    "or fewer": "at most",
    "or less": "at most",
    "at most": "at most",
}
_PLURALS: dict[str, tuple[float, float]] = {
    "tens": (10, 99),
    "dozens": (12, 99),
    "scores": (40, 99),
    "hundreds": (100, 999),
    "thousands": (1_000, 9_999),
    "tens of thousands": (10_000, 99_999),
    "hundreds of thousands": (100_000, 999_999),
    "millions": (1_000_000, 9_999_999),
    "tens of millions": (10_000_000, 99_999_999),
    "hundreds of millions": (100_000_000, 999_999_999),
}
_OPEN = {**dict.fromkeys(_WORDS["a number of"], 2.0), **dict.fromkeys(_WORDS["some of"], 1.0)}
_SCALES = {**SCALES, **{f"{scale}s": value for scale, value in SCALES.items()}, "tens": 10}
_NOT_A_NOUN = frozenset(
    {*UNITS, *TENS, *_SCALES, *_PLURALS}
    | set("half halves third thirds quarter quarters fourth fourths fifth fifths sixth sixths".split())
    | set("seventh sevenths eighth eighths ninth ninths tenth tenths hundredth hundredths".split())
    | set("score scores times fold odd so and or to but plus than per a an each every".split())
    | set(
        "not no none if even perhaps maybe possibly probably at roughly approximately est estimated".split()
    )
    | set("more less fewer least most about around over under up nearly almost many few several".split())
    | set("max maximum min minimum tops ago am pm k m bn mn mln".split())
    | set("january february march april may june july august september october november december".split())
    | set("jan feb mar apr jun jul aug sep sept oct nov dec".split())
    | set("monday tuesday wednesday thursday friday saturday sunday".split())
    | set("battalion brigade division platoon company unit squad".split())
)
"""Words after a number that would change what it says; with one of them the phrase is left to the coder."""


def quantity_of(wording: str, unit: str = "") -> Quantity | None:
    """The interval that words stand for, or None where no rule reads all of them.

    `unit` is that of the claim: `half` is a number only of percent, and `a year` only of years.

    >>> quantity_of("over 1,600")
    Quantity(low=1600.0, high=None, best=None)
    >>> quantity_of("over a year", "years").low, quantity_of("over a decade", "years")
    (1, None)
    """
    if re.search(r"[()\[\]/:!?\"\u201c\u201d]", wording):
        return None
    text = re.sub(r"(?<=\d)\+", " or more", re.sub(r"~\s*", "about ", wording))
    words = words_of(text)
    while words[:1] in (["just"], ["only"]):
        words = words[1:]
    both_ends = words[:1] in (["between"], ["from"])
    hedge, rest = _leading(words[1:] if both_ends else words, _HEDGES)
    read = _expression(rest, unit if hedge or rest[:1] == ["half"] else "")
    if read is None:
        return _unhedged(words)
    quantity, rest = read
    after, rest = _leading(rest, _AFTER)
    if (hedge and after) or not _is_noun_phrase(rest) or (both_ends and quantity.low == quantity.high):
        return _unhedged(words)
    kind = hedge or after
    if kind is None and not rest and _is_year(words):
        return None
    return _hedged(quantity, kind or "number")


def _expression(words: list[str], unit: str) -> tuple[Quantity, list[str]] | None:
    """The number, range or vague amount at the beginning, and the words behind it."""
    vague, rest = _leading(words, dict.fromkeys(_PLURALS, "plural"))
    if vague:
        plural = " ".join(words[: len(words) - len(rest)])
        return Quantity(*_PLURALS[plural]), rest
    amount, rest = _leading(words, {**dict.fromkeys(_WORDS["few"], 2.0), "several": 3.0})
    if amount is not None:
        scale = _SCALES.get(rest[0], 1) if rest else 1
        top = 99 if scale == SCALES["dozen"] else 10 * scale - 1
        return Quantity(amount * scale, top), rest[1:] if scale > 1 else rest
    if words[:1] == ["half"] and words[1:2] in ([], ["of"]):
        return (_exactly(50), words[1:]) if unit == "percent" else None
    if words[:1] == ["another"]:
        return _exactly(1), words[1:]
    if words[:1] in (["a"], ["an"]) and unit and words[1:] == [unit.removesuffix("s")]:
        return _exactly(1), []
    first = numeral(words)
    if first is None:
        return None
    return _range(first, words) or (_exactly(first[0]), words[first[1] :])


def _range(first: tuple[float, int, int], words: list[str]) -> tuple[Quantity, list[str]] | None:
    """Two numbers joined by `to`, `and` or `or`; a scale behind the second counts for both."""
    value, taken, scale = first
    if words[taken : taken + 1] not in (["to"], ["and"], ["or"]):
        return None
    second = numeral(words[taken + 1 :])
    if second is None:
        return None
    top, length, common = second
    if scale == 1 and common > 1 and value * common <= top:
        value *= common
    if not value < top <= value * IMPLAUSIBLE:
        return None
    return Quantity(value, top), words[taken + 1 + length :]


def _unhedged(words: list[str]) -> Quantity | None:
    """Words that are amounts by themselves: `a number of villages`, `some of them`, `none`."""
    if words == ["none"]:
        return _exactly(0)
    floor, rest = _leading(words, _OPEN)
    if words[:1] == ["some"] and words[1:2] != ["of"] and not "".join(words[-1:]).endswith("s"):
        return None
    return Quantity(floor, None) if floor is not None and _is_noun_phrase(rest) else None


def _hedged(quantity: Quantity, kind: Kind) -> Quantity:
    """The quantity under a hedge; a hedge on an interval moves only the end it speaks of."""
    if kind == "at least":
        return Quantity(quantity.low, None)
    if kind == "at most":
        return Quantity(None, quantity.high)
    exact = quantity.best
    if exact is None or kind == "number":
        return quantity
    below = round(exact * (1 - TOLERANCE), 6)
    return (
        Quantity(below, exact)
        if kind == "nearly"
        else Quantity(below, round(exact * (1 + TOLERANCE), 6), exact)
    )


def _leading(words: list[str], phrases: Mapping[str, Meaning]) -> tuple[Meaning | None, list[str]]:
    """The meaning of the longest phrase that `words` begin with, and the words behind it."""
    for length in (3, 2, 1):
        phrase = " ".join(words[:length])
        if len(words) >= length and phrase in phrases:
            return phrases[phrase], words[length:]
    return None, words


def _is_noun_phrase(words: list[str]) -> bool:
    """Whether the words only name what is counted: none of them counts, hedges, joins or dates."""
    return len(words) <= 8 and not any(
        word.strip(".,;") in _NOT_A_NOUN or any(sign.isdigit() for sign in word) for word in words
    )


def _is_year(words: list[str]) -> bool:
    """A bare 2015 is more likely a year than a count."""
    return (
        len(words) == 1
        and bool(DIGITS.fullmatch(words[0]))
        and re.fullmatch(r"(19|20)\d\d", words[0]) is not None
    )


def _exactly(value: float) -> Quantity:
    return Quantity(value, value, value)
