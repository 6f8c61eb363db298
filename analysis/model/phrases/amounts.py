"""Numbers and vague words as intervals: what an amount says before its hedge and its noun are looked at."""

import re

from analysis.model.numerals import LETTERS, SCALES, TENS, UNITS, Numeral, numeral
from analysis.model.phrasebook import longest, phrasebook
from analysis.model.phrases.nouns import NOUNS
from analysis.model.phrases.phrase import Amount, Phrase, Unread
from analysis.model.quantities import Quantity
from analysis.model.units import UNITS as UNITS_OF_CLAIMS
from analysis.model.units import Unit, measured_at, rounded
from analysis.model.wording_rules import AMOUNTS, IMPLAUSIBLE

_WORDS = {rule.name: rule.words for rule in AMOUNTS}
PLURALS: dict[str, tuple[float, float]] = {
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
_VAGUE = phrasebook(
    {
        **{words: (Quantity(*ends), "plural") for words, ends in PLURALS.items()},
        **dict.fromkeys(_WORDS["few"], (Quantity(2, 9), "few")),
        **dict.fromkeys(_WORDS["several"], (Quantity(3, 9), "several")),
        **dict.fromkeys(_WORDS["couple"], (Quantity(2, 2, 2), "couple")),
        **dict.fromkeys(_WORDS["a number of"], (Quantity(2, None), "a number of")),
        **dict.fromkeys(_WORDS["some of"], (Quantity(1, None), "some of")),
        **dict.fromkeys(_WORDS["none"], (Quantity(0, 0, 0), "none")),
        **dict.fromkeys(("a single", "a lone"), (Quantity(1, 1, 1), "single")),
    }
)
_SCALES = phrasebook(
    {
        **{words: float(value) for words, value in SCALES.items()},
        **{words: float(low) for words, (low, _) in PLURALS.items() if words not in ("dozens", "scores")},
        "dozens": 12.0,
        "hundred thousand": 100_000.0,
        "hundred million": 100_000_000.0,
    }
)
_PARTS = {
    **dict.fromkeys(("half", "halves"), 2),
    **dict.fromkeys(("third", "thirds"), 3),
    **dict.fromkeys(("quarter", "quarters"), 4),
    **dict.fromkeys(("fifth", "fifths"), 5),
    **dict.fromkeys(("sixth", "sixths"), 6),
    **dict.fromkeys(("seventh", "sevenths"), 7),
    **dict.fromkeys(("eighth", "eighths"), 8),
    **dict.fromkeys(("tenth", "tenths"), 10),
}
_SCALABLE = frozenset(("count", "money", "mass", "volume"))
_YEAR = re.compile(r"(19|20)[0-9]{2}")


def numberish(word: str) -> bool:
    """Whether a number or a vague amount may begin with this word."""
    return (
        word[:1].isdigit()
        or word in UNITS
        or word in TENS
        or word in ("$", "\u20ac", "\u00a3", "us", "half", "several", "a")
        or word in PLURALS
    )


def amount_at(phrase: Phrase) -> Amount:
    """The amount where the reading stands. Raises Unread where there is none."""
    tokens, start = phrase.tokens, phrase.at
    vague, end = longest(_VAGUE, tokens, start)
    if vague is not None:
        return _vague(phrase, *vague, end)
    word = phrase.word()
    if word == "some" or not word:
        raise Unread("no rule")
    found = _between(phrase) if phrase.ends else _fraction_at(phrase, start) or _number_or_range(phrase)
    if found is None and word in ("a", "an", "another") and (phrase.unit is not None or word == "another"):
        if word == "another":
            phrase.hint("further")
        return Amount(Quantity(1, 1, 1), "single", start + 1, one=True)
    if found is None:
        raise Unread("no rule")
    return found


def _vague(phrase: Phrase, quantity: Quantity, rule: str, end: int) -> Amount:
    """A vague word, with the scale behind `a few` and `several`."""
    scale, behind = longest(_SCALES, phrase.tokens, end)
    if scale is None or rule == "plural":
        nobody = phrase.tokens[phrase.at : end] in (["nobody"], ["no", "one"])
        unit = UNITS_OF_CLAIMS["persons"] if nobody else None
        return Amount(quantity, rule, end, unit, one=rule in ("single", "none"))
    if rule not in ("few", "several"):
        raise Unread("no rule")
    top = 99 if scale == SCALES["dozen"] else 10 * scale - 1
    return Amount(Quantity((quantity.low or 0) * scale, top), rule, behind)


def _fraction_at(phrase: Phrase, start: int) -> Amount | None:
    """`half`, `a third`, `two thirds` as percent; of any other unit a fraction is not read."""
    tokens = phrase.tokens
    word = tokens[start]
    above = 1 if word in ("a", "an", "half") else UNITS.get(word)
    place = start if word == "half" else start + 1
    below = _PARTS.get(tokens[place]) if above and place < len(tokens) else None
    if above is None or below is None or (above > 1) != tokens[place].endswith("s"):
        return None
    behind = tokens[place + 1] if place + 1 < len(tokens) else ""
    if word == "half" and (behind in SCALES or (behind == "a" and tokens[place + 2 : place + 3] != [])):
        return None  # half a million is a number; half an hour is not read
    if phrase.unit is None or phrase.unit.name != "percent" or above >= below:
        raise Unread("no rule")
    share = 100 * above / below
    return Amount(Quantity(share, share, share), "fraction", place + 1, UNITS_OF_CLAIMS["percent"])


def _number_or_range(phrase: Phrase) -> Amount | None:
    """A number, or two joined by `to` or `or`."""
    first, unit = _measured_number(phrase, phrase.at, joins=True)
    if first is None:
        return None
    ranged = _range_from(phrase, first, unit)
    if ranged is not None:
        return ranged
    alone = phrase.at == 0 and first.end == len(phrase.tokens)
    if alone and _YEAR.fullmatch(phrase.tokens[0]):
        raise Unread("no rule")  # a bare 2015 is more likely a year than a count
    return Amount(_exactly(first.value), "number", first.end, unit, first.value == 1, first.comma)


def _between(phrase: Phrase) -> Amount | None:
    """The range that `between` or `from` announces. The first number of "between one hundred and two hundred"
    ends before the "and"; where that makes no range, the "and" is within it."""
    low = _fraction_at(phrase, phrase.at)
    if low is not None:
        joined = phrase.tokens[low.end : low.end + 1] in (["and"], ["to"]) and low.end + 1 < len(
            phrase.tokens
        )
        high = _fraction_at(phrase, low.end + 1) if joined else None
        ends = (low.quantity.low, high.quantity.high) if high is not None else (None, None)
        if high is None or ends[0] is None or ends[1] is None or ends[0] >= ends[1]:
            return None
        return Amount(Quantity(*ends), "range", high.end, low.unit)
    for joins in (False, True):
        first, unit = _measured_number(phrase, phrase.at, joins)
        ranged = _range_from(phrase, first, unit) if first is not None else None
        if ranged is not None:
            return ranged
    return None


def _range_from(phrase: Phrase, first: Numeral, unit: Unit | None) -> Amount | None:
    """The range that begins with `first`: a second number joined by `to`, `or` and, behind `between`, `and`.

    A scale behind the second counts for both; a unit behind the first has to come again behind the second.
    """
    tokens, place = phrase.tokens, first.end
    joiners = ("to", "or", "and") if phrase.ends else ("to", "or")
    between, behind = (None, place) if unit else measured_at(tokens, place)
    if between is not None and behind < len(tokens) and tokens[behind] in joiners:
        unit, place = between, behind
    elif place >= len(tokens) or tokens[place] not in joiners:
        return None
    second, second_unit = _measured_number(phrase, place + 1, joins=True)
    if second is None or (second_unit is not None and second_unit is not unit):
        return None
    value = first.value
    if first.scale == 1 and second.scale > 1 and value * second.scale <= second.value:
        value *= second.scale
    years = _YEAR.fullmatch(tokens[first.end - 1]) and _YEAR.fullmatch(tokens[second.end - 1])
    if not value < second.value <= value * IMPLAUSIBLE or years:
        return None
    comma = first.comma or second.comma
    return Amount(Quantity(value, second.value), "range", second.end, unit, comma=comma)


def _measured_number(phrase: Phrase, start: int, joins: bool) -> tuple[Numeral | None, Unit | None]:
    """The number at `start`, a currency before it and a letter for its scale behind it."""
    tokens = phrase.tokens
    currency, place = measured_at(tokens, start)
    if currency is not None and currency.dimension != "money":
        return None, None
    number = numeral(tokens, place, joins)
    if number is None:
        return None, None
    scale = _letter(phrase, number, currency) if tokens[place][0].isdigit() and number.scale == 1 else 1
    if scale > 1:
        number = Numeral(number.value * scale, number.end + 1, scale)
    return number, currency


def _letter(phrase: Phrase, number: Numeral, currency: Unit | None) -> int:
    """The scale that a letter behind a number stands for; 1 where it may be a unit: `5m` is metres of
    lengths, `5 m` of whatever is not named behind it, and of an unknown unit neither is read."""
    tokens, place = phrase.tokens, number.end
    scale = LETTERS.get(tokens[place], 1) if place < len(tokens) else 1
    if scale == 1 or currency is not None:
        return scale
    joined = tokens[place] != "m" or f"{tokens[place - 1]}m" in phrase.wording.lower()
    if phrase.unit is not None and phrase.unit.dimension in _SCALABLE and joined:
        return scale
    named = place + 1 < len(tokens) and (
        tokens[place + 1] in NOUNS or measured_at(tokens, place + 1)[0] is not None
    )
    return scale if named else 1


def _exactly(value: float) -> Quantity:
    return Quantity(value, value, value)


def as_stated(quantity: Quantity) -> Quantity:
    """A share without digits that nobody stated: two thirds are 66.7 percent."""
    ends = (quantity.low, quantity.high, quantity.best)
    return Quantity(*(None if end is None else rounded(end) for end in ends))
