"""Numbers as reports write them, in digits and in English words."""

import re
from typing import NamedTuple

UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
}
LETTERS = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "mln": 1_000_000, "bn": 1_000_000_000}
"""Scales written as letters behind digits; whether `m` is a million or a metre, the unit must say."""

_BLANKS = dict.fromkeys(map(ord, "\u00a0\u202f\u2007\u2008\u2009\u200a\u2002\u2003\u2004\u2005\u2006"), " ")
_SIGNS = {0x2019: "'", 0x2010: "-", 0x2011: "-", 0x2012: "-", 0x2212: "-", 0x2014: ",", 0x2015: ","}
_PLAIN = {**_BLANKS, **_SIGNS}
_SUPERSCRIPT = re.compile(r"(?<=m)[\u00b2\u00b3]")
_TOKEN = re.compile(
    r"[0-9]{1,3}(?: [0-9]{3})+(?![0-9])"  # 1 600, the blank of the international standards
    r"|[0-9]+(?:[.,'][0-9]+)*"
    r"|(?<![0-9])[^\W\d_]+-?[0-9][^\W_]*(?:-[^\W_]+)*"  # M23, T-72, km2: names that hold digits
    r"|(?:[^\W\d_]\.){2,}"  # U.N.
    r"|[^\W\d_]+(?:'[^\W\d_]+)*"
    r"|[^\s-]"
)
_ABBREVIATED = re.compile(r"\b(c|ca|approx|est|sq|min|max|pct|hrs|km)\.(?=\s|\d|$)")
_RANGE = re.compile(
    r"(?<=[0-9])(km|kg|ha|bn|mn|m|k|\s?%|\skm)?\s*[-\u2013]\s*(?=(?:us)?[$\u20ac\u00a3]?[0-9])"
)
_ASIDE = re.compile(r"\s[-\u2013]\s")

_WHOLE = re.compile(r"[1-9][0-9]{0,14}|0|[1-9][0-9]{0,2}(?:([, '])[0-9]{3}(?:\1[0-9]{3}){0,3})")
_DOTTED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,4}")
_POINT = re.compile(r"(?:0|[1-9][0-9]{0,14}|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,3})\.[0-9]{1,2}")
_COMMA = re.compile(r"(?:0|[1-9][0-9]{0,14}),[0-9]{1,2}")


class Numeral(NamedTuple):
    """A number within a phrase: `value`, the place `end` behind its last word, its last `scale` (1 without
    one), and whether it was written with a decimal comma, which only a scale or a unit of measure makes sure.
    """

    value: float
    end: int
    scale: int = 1
    comma: bool = False


def tokens_of(text: str) -> list[str]:
    """The words, numbers and signs of a phrase in small letters; hyphens open words and dashes part them.

    A dash between numbers is `to`, one with blanks around it a comma. Rare blanks are blanks; a number that
    is no digit of ours (a fraction, an Arabic numeral) stays a sign that nothing reads.

    >>> tokens_of("Twenty-five to 1,600 fighters")
    ['twenty', 'five', 'to', '1,600', 'fighters']
    >>> tokens_of("10km\u201312km of T-72s, 1\u202f600 men")
    ['10', 'km', 'to', '12', 'km', 'of', 't-72s', ',', '1 600', 'men']
    """
    text = text.lower()
    if not text.isascii():
        text = _SUPERSCRIPT.sub(lambda found: "2" if found[0] == "\u00b2" else "3", text).translate(_PLAIN)
    if "-" in text or "\u2013" in text:
        text = _ASIDE.sub(" , ", _RANGE.sub(r"\1 to ", text)).replace("\u2013", " to ")
    if "." in text:
        text = _ABBREVIATED.sub(r"\1 ", text).rstrip(" .")
    return _TOKEN.findall(text)


def numeral(tokens: list[str], start: int, joins: bool = True) -> Numeral | None:
    """The number that begins at `start`; None where there is none.

    `joins` lets `and` join what belongs together, as in "two hundred and fifty"; behind "between" it may part
    two numbers instead.

    >>> numeral(["two", "hundred", "and", "fifty", "men"], 0)
    Numeral(value=250, end=4, scale=1, comma=False)
    >>> numeral(["15", "thousand"], 0)
    Numeral(value=15000.0, end=2, scale=1000, comma=False)
    """
    if start >= len(tokens):
        return None
    first = tokens[start]
    if "0" <= first[0] <= "9":
        return _in_digits(tokens, start)
    if first == "half":
        return _half(tokens, start)
    if first in UNITS or first in TENS or first in ("a", "an"):
        return _spelt(tokens, start, joins)
    return None


def _in_digits(tokens: list[str], start: int) -> Numeral | None:
    """A number in digits, with the scale behind it.

    Thousands are set off by commas, blanks or apostrophes, decimals by a point. `1.600` and `1,50,000` could
    be read in two ways and are not read; `1.600.000` and `1,5` could not.
    """
    written, comma = tokens[start], False
    if _WHOLE.fullmatch(written):
        value = float(re.sub(r"[, ']", "", written))
    elif _POINT.fullmatch(written):
        value = float(written.replace(",", ""))
    elif _COMMA.fullmatch(written):
        value, comma = float(written.replace(",", ".")), True
    elif _DOTTED.fullmatch(written):
        value = float(written.replace(".", ""))
    else:
        return None
    scale = SCALES.get(tokens[start + 1], 1) if start + 1 < len(tokens) else 1
    if scale == 1:
        return Numeral(value, start + 1, comma=comma)
    if "," in written and not comma:  # 1,500 million: a thousand of them, or one and a half
        return None
    return Numeral(value * scale, start + 2, scale)


def _half(tokens: list[str], start: int) -> Numeral | None:
    """`half a dozen`, `half a million`: half of a scale. Half of anything else is no number of things."""
    place = start + 2 if tokens[start + 1 : start + 2] == ["a"] else start + 1
    scale = SCALES.get(tokens[place]) if place < len(tokens) else None
    return Numeral(scale / 2, place + 1) if scale else None


def _spelt(tokens: list[str], start: int, joins: bool) -> Numeral | None:
    """A number in words, from large to small: `two hundred and fifty thousand`; `a` is one before a scale."""
    total, current, largest, scale, place = 0, None, 0, 1, start
    while place < len(tokens):
        word = tokens[place]
        following = tokens[place + 1] if place + 1 < len(tokens) else ""
        if word in UNITS or word in TENS:
            if not _continues(tokens, place, current):
                break
            current, scale = (current or 0) + (UNITS.get(word) or TENS.get(word, 0)), 1
        elif word in ("a", "an") and place == start and following in SCALES:
            current = 1
        elif word in SCALES and current:
            value = SCALES[word]
            if value >= 1_000 and (not largest or value < largest):
                total, current, largest = total + current * value, 0, value
            elif value < 1_000 and current < 100:
                current *= value
            else:
                return None
            scale = value
        elif not (joins and word == "and" and scale == 100 and (following in UNITS or following in TENS)):
            break
        place += 1
    return None if current is None else Numeral(total + current, place, scale)


def _continues(tokens: list[str], place: int, current: int | None) -> bool:
    """Whether the word for a number at `place` can follow what was read: `twenty five`, `hundred and two`."""
    if not current:
        return current is None or tokens[place - 1] in SCALES
    if current % 100 == 0:
        return tokens[place - 1] in ("hundred", "and")
    return tokens[place - 1] in TENS and 0 < UNITS.get(tokens[place], 0) < 10
