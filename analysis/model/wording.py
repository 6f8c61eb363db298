"""Reads the words of a claim as an interval. What no rule reads whole is never guessed.

The words always stay beside the numbers. The rules and their reasons are in `wording_rules`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from analysis.model.numerals import SCALES, TENS, UNITS, tokens_of
from analysis.model.phrasebook import longest
from analysis.model.phrases.amounts import amount_at, as_stated, numberish
from analysis.model.phrases.closing import close
from analysis.model.phrases.counting import count
from analysis.model.phrases.hedges import AFTER, OPENINGS, hedged
from analysis.model.phrases.phrase import Amount, Conversions, Phrase, Unread
from analysis.model.phrases.windows import window_end
from analysis.model.quantities import Quantity
from analysis.model.units import Unit, converted, factor_between, unit_named
from analysis.model.wording_rules import TOLERANCE

_STRAY = re.compile(r"^\s*[-\u2013\u2212]|[()\[\]{}/\\:!?\"\u201c\u201d\u00ab\u00bb_=*#@&|^]")
_IN_BRACKETS = re.compile(r"([^()]*[^()\s])\s*\(([^()]+)\)([^()]*)")
_NO_CONVERSIONS: Mapping[tuple[str, str], float] = {}


@dataclass(frozen=True)
class Reading:
    """What words say: the interval in the claim's unit, the rule that gave it, and hints at what stood around
    it, each the name of a rule of the codebook (`part`, `window`), a conversion with its unit: `converted
    from miles`."""

    quantity: Quantity
    rule: str
    hints: tuple[str, ...] = ()


@dataclass(frozen=True)
class Refusal:
    """Why words are not read: `other unit`, `other measure` (the claim's unit is measured too, and there is
    no conversion), `ambiguous unit`, `no unit named`, `unlisted noun` or `no rule`; and the `words` in
    question: the unit named, what it may mean, the noun."""

    code: str
    words: str = ""


def quantity_of(wording: str, unit: str = "") -> Quantity | None:
    """The interval that words stand for, or None where no rule reads all of them.

    `unit` is that of the claim: `half` is a number only of percent, families are no persons, and a bare
    number is no distance. Without a unit no noun is held against one.

    >>> quantity_of("over 1,600", "sorties")
    Quantity(low=1600.0, high=None, best=None)
    >>> quantity_of("over a year", "years").low, quantity_of("3,240 families", "persons")
    (1, None)
    """
    reading = reading_of(wording, unit)
    return reading.quantity if reading is not None else None


def reading_of(wording: str, unit: str = "", conversions: Conversions = _NO_CONVERSIONS) -> Reading | None:
    """The interval that words stand for, with the rule and the hints; None where no rule reads all of them.

    `conversions` says how many of a second unit one of a first is, where the table of units cannot know.

    >>> reading_of("79, including 43 children", "persons").hints
    ('part',)
    >>> reading_of("100 families", "persons", {("families", "persons"): 5}).quantity.best
    500.0
    """
    found = _read(wording, unit, conversions)
    return found if isinstance(found, Reading) else None


def refusal_of(wording: str, unit: str = "") -> Refusal | None:
    """Why words are not read in a unit; None where they are.

    >>> refusal_of("over six months", "years")
    Refusal(code='other measure', words='months')
    >>> refusal_of("12,000 tons", "tonnes").words
    'tons: metric, long or short tons'
    """
    found = _read(wording, unit, _NO_CONVERSIONS)
    return found if isinstance(found, Refusal) else None


def _read(wording: str, unit: str, conversions: Conversions) -> Reading | Refusal:
    try:
        known = unit_named(unit) if unit.strip(" _") else None
        if "(" in wording:
            return _given_twice(wording, known, conversions)
        return _reading(wording, known, conversions)
    except Unread as unread:
        return Refusal(unread.code, unread.words)


def _reading(wording: str, unit: Unit | None, conversions: Conversions) -> Reading:
    """The reading of a phrase: what opens it, the amount, a hedge behind, the noun, the rest."""
    if _STRAY.search(wording) or (not wording.isascii() and _foreign_number(wording)):
        raise Unread("no rule")
    phrase = Phrase(wording, tokens_of(wording), unit, conversions)
    if not phrase.tokens:
        raise Unread("no rule")
    adjective = _open(phrase)
    amount = amount_at(phrase)
    phrase.at = amount.end
    after, end = longest(AFTER, phrase.tokens, phrase.at)
    if after is not None:
        if phrase.hedge is not None:
            raise Unread("no rule")
        phrase.hedge, phrase.at = after, end
    count(phrase, amount)
    close(phrase, amount.quantity)
    measure = phrase.named.dimension if phrase.named is not None and not phrase.named.counted else ""
    if ((amount.comma or adjective) and not measure) or (phrase.near and measure != "length"):
        raise Unread("no unit named")
    if not phrase.rated and ((unit is not None and unit.per) or "average" in phrase.hints):
        raise Unread("other unit", "a total")
    return _result(phrase, amount)


def _foreign_number(wording: str) -> bool:
    """Whether a sign counts that is no digit of ours: a fraction, a superscript, an Arabic numeral."""
    return any(sign.isnumeric() and not sign.isascii() for sign in re.sub("m[\u00b2\u00b3]", "m", wording))


def _open(phrase: Phrase) -> bool:
    """Read what stands before the number. True where an article makes it an adjective: `a 72-hour truce`."""
    _open_with_time(phrase)
    while True:
        opening, end = longest(OPENINGS, phrase.tokens, phrase.at)
        behind = phrase.tokens[end] if end < len(phrase.tokens) else ""
        if opening is None or (opening.numbered and not (numberish(behind) or behind in SCALES)):
            break
        if opening.hedge is not None and (phrase.hedge is not None or phrase.ends):
            raise Unread("no rule")
        if opening.hint:
            phrase.hint(opening.hint)
        phrase.hedge, phrase.verb = opening.hedge or phrase.hedge, opening.verb or phrase.verb
        phrase.ends, phrase.near = phrase.ends or opening.ends, phrase.near or opening.near
        phrase.at = end
        if behind in SCALES:  # another dozen is one more dozen
            phrase.at = end - 1
            phrase.tokens[phrase.at] = "a"
            break
    following = phrase.word(1)
    article = phrase.word() in ("a", "an") and (
        following[:1].isdigit() or following in UNITS or following in TENS
    )
    phrase.at += article
    return article


def _open_with_time(phrase: Phrase) -> None:
    """`In 24 hours, 40 people`: a time before the number, where a number or a hedge follows it."""
    end = window_end(phrase.tokens, 0)
    if end is None or end >= len(phrase.tokens):
        return
    end += phrase.tokens[end] == ","
    if end < len(phrase.tokens) and (numberish(phrase.tokens[end]) or phrase.tokens[end] in OPENINGS):
        phrase.hint("window")
        phrase.at = end


def _result(phrase: Phrase, amount: Amount) -> Reading:
    """The amount under its hedge, in the unit of the claim."""
    unit = phrase.named or phrase.counted
    quantity, rule = amount.quantity, amount.rule
    whole = unit is not None and unit.whole
    if whole and any(end is not None and end % 1 for end in (quantity.low, quantity.high)):
        raise Unread("no rule")
    result = hedged(quantity, phrase.hedge, whole)
    if result is None or (phrase.hedge is not None and rule in ("none", "a number of", "some of")):
        raise Unread("no rule")
    if phrase.hedge is not None and not (phrase.hedge == "about" and quantity.best is None):
        rule = phrase.hedge
    if amount.unit is not None and amount.unit.dimension == "share":
        result = as_stated(result)
    claimed = phrase.counted
    if claimed is not None and unit is not None and unit is not claimed:
        result = _converted(result, unit, claimed, phrase)
    return Reading(result, rule, tuple(phrase.hints))


def _converted(quantity: Quantity, unit: Unit, claimed: Unit, phrase: Phrase) -> Quantity:
    """The quantity in the claim's unit, and a hint that says so."""
    factor = factor_between(unit, claimed)
    if factor is None:
        factor = phrase.conversions[unit.name, claimed.name]
    phrase.hint(f"converted from {unit.name}")
    ends = (quantity.low, quantity.high, quantity.best)
    return Quantity(*(None if end is None else converted(end, factor) for end in ends))


def _given_twice(wording: str, unit: Unit | None, conversions: Conversions) -> Reading:
    """`20 km (12 miles)`: what stands in brackets repeats the figure in another unit, or nothing is read."""
    parts = _IN_BRACKETS.fullmatch(wording.strip())
    if parts is None or unit is None or unit.factor is None:
        raise Unread("no rule")
    outside = _reading(parts[1] + parts[3], unit, conversions)
    inside = _reading(parts[2], unit, conversions)
    first, second = outside.quantity, inside.quantity
    units = [
        {hint for hint in reading.hints if hint.startswith("converted")} for reading in (outside, inside)
    ]
    if units[0] == units[1] or (first.low is None and first.high is None):
        raise Unread("no rule")
    low = None if first.low is None else first.low * (1 - TOLERANCE)
    high = None if first.high is None else first.high * (1 + TOLERANCE)
    if not Quantity(low, high).overlaps(second):
        raise Unread("no rule")
    return Reading(first, outside.rule, (*outside.hints, "given twice"))
