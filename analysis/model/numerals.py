"""Numbers as reports write them, in digits and in English words."""

import re

UNITS = {
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
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}

DIGITS = re.compile(r"\d{1,15}|\d{1,3}(?:,\d{3}){1,4}|\d{1,15}\.\d{1,2}")
"""Thousands are set off by commas, decimals by a point; `1.600` and `1,6` could be either and are not
read."""


def words_of(text: str) -> list[str]:
    """The words of a phrase in small letters, hyphens and dashes between them opened.

    >>> words_of("Twenty-five to 1,600 fighters")
    ['twenty', 'five', 'to', '1,600', 'fighters']
    """
    ranged = re.sub(r"(?<=\d)\s*[-\u2013]\s*(?=\d)", " to ", text.casefold())
    return ranged.replace("-", " ").replace("\u2013", " to ").split()


def numeral(words: list[str]) -> tuple[float, int, int] | None:
    """The number that `words` begin with, how many words it takes, and its last scale; None where there is
    none.

    >>> numeral(["two", "hundred", "and", "fifty", "men"])
    (250, 4, 1)
    >>> numeral(["15", "thousand"])
    (15000.0, 2, 1000)
    """
    if words and DIGITS.fullmatch(words[0]):
        value, taken = float(words[0].replace(",", "")), 1
        scale = SCALES.get(words[1], 1) if len(words) > 1 else 1
        return (value * scale, 2, scale) if scale > 1 else (value, taken, 1)
    half = _half(words)
    return half or _spelt(words)


def _half(words: list[str]) -> tuple[float, int, int] | None:
    """`half a dozen`, `half a million`: half of a scale. Half of anything else is no number of things."""
    taken = 2 if words[1:2] == ["a"] else 1
    if words[:1] == ["half"] and len(words) > taken and words[taken] in SCALES:
        return SCALES[words[taken]] / 2, taken + 1, 1
    return None


def _spelt(words: list[str]) -> tuple[float, int, int] | None:
    """A number in words: `two hundred and fifty thousand`; `a` counts as one only before a scale."""
    total, current, scale, taken = 0, None, 1, 0
    while taken < len(words):
        word, following = words[taken], words[taken + 1] if taken + 1 < len(words) else ""
        if word in UNITS and (
            current is None or (scale > 1 and current % 100 == 0) or _after_tens(words, taken)
        ):
            current, scale = (current or 0) + UNITS[word], 1
        elif word in TENS and (current is None or (scale > 1 and current % 100 == 0)):
            current, scale = (current or 0) + TENS[word], 1
        elif word in ("a", "an") and current is None and following in SCALES:
            current = 1
        elif word in SCALES and current is not None:
            scale = SCALES[word]
            if scale >= 1_000:
                total, current = total + current * scale, 0
            else:
                current *= scale
        elif not (word == "and" and scale == 100 and (following in UNITS or following in TENS)):
            break
        taken += 1
    return None if current is None else (total + current, taken, scale)


def _after_tens(words: list[str], place: int) -> bool:
    """Whether the unit at `place` completes tens, as in `twenty five`."""
    return place > 0 and words[place - 1] in TENS and 0 < UNITS[words[place]] < 10
