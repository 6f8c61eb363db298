"""Amounts in running text: where a sentence counts something, in which words, and what these say.

What a wording says is read by `wording`, and by no second set of rules. Here it is only found where the words
for an amount begin and end: at its hedge before, at its noun behind. From left to right the longest window
that is read is taken; days, hours, ages and names that hold numbers are none.
"""

import re
from dataclasses import dataclass

from analysis.model.numerals import SCALES, TENS, UNITS
from analysis.model.phrasebook import longest
from analysis.model.phrases.barred import MONTHS, WEEKDAYS
from analysis.model.phrases.counting import PARTICIPLES, PREPOSITIONS
from analysis.model.phrases.hedges import AFTER, OPENINGS
from analysis.model.phrases.masked import MASKS
from analysis.model.phrases.nouns import names_people, noun_of
from analysis.model.units import measured_at
from analysis.model.wording import Reading, reading_of

MOST_WORDS = 14
"""So many words behind its first an amount may end: the longest noun phrases of reports are shorter."""

_WORD = re.compile(
    r"[0-9]{1,3}(?:[ \u00a0\u202f\u2009][0-9]{3})+(?![0-9])|[$\u20ac\u00a3]?[0-9]+(?:[.,'\u2019][0-9]+)*%?"
    r"|(?:[^\W\d_]\.){2,}|[^\W_]+(?:['\u2019.-][^\W_]+)*|[$\u20ac\u00a3%]|[^\w\s]"
)
_FRACTION = re.compile(
    r"(?:(?:more|less|fewer) than |over |under |nearly |almost |about |around |some |roughly |up to "
    r"|at least "
    r"|no more than |no less than )?(?:(?:an?|one) (?:half|third|quarter|fifth|sixth|tenth)|half"
    r"|(?:two|three|four|five|nine)[ -](?:thirds|quarters|fifths|sixths|tenths))\b"
    r"(?! (?:a|an|dozen|million|brother|sister|past|hour|day|year|way|time))",
    re.IGNORECASE,
)

_BREAKS = frozenset(',;:.!?()[]"\u201c\u201d\u00ab\u00bb\u2014\u2026/\u061b\u060c')
_QUALIFIERS = (
    *(("a", "total", "of"), ("total", "of"), ("just",), ("only",), ("exactly",), ("an", "average", "of")),
    *(("merely",), ("no", "fewer", "than"), ("no", "less", "than"), ("as", "many", "as")),
)
_DEFINITE = frozenset("the these those both his her its their our your this".split())
_AUXILIARY = frozenset(
    "is are was were be been being has have had having do does did will would can could may might must "
    "shall should said says say told added according that there here it they he she we i you not "
    "killed wounded injured died fled left reached arrived remain remained remains went came took".split()
)
_BEYOND = frozenset("this that so last today yesterday overnight alone since when where who which".split())
"""Words that no noun phrase goes on with."""

_DASHES = frozenset("-\u2013")
_VAGUE = frozenset("several dozens scores hundreds thousands millions tens".split())
_LINKS = frozenset(("and", "or", "to"))


@dataclass(frozen=True)
class FoundAmount:
    """An amount in a text: `text[start:end]` is its wording, and `reading` what these words say.

    `unit` is the unit that the noun behind the number counts, as `units` names it; empty where none is named,
    or where the noun is unknown. `reading` is None where no rule reads the words. `noun` is that noun in
    small letters, `rated` is true where the words give so many per time, and `definite` where an article
    makes them a number that was told before: "the two sides".
    """

    start: int
    end: int
    wording: str
    reading: Reading | None
    unit: str
    noun: str
    rated: bool
    definite: bool


@dataclass(frozen=True)
class _Word:
    start: int
    end: int
    text: str

    @property
    def low(self) -> str:
        return self.text.lower().replace("\u2019", "'")


def amounts_in(text: str) -> tuple[FoundAmount, ...]:
    """Every amount in a text, from left to right; none overlaps another.

    >>> found = amounts_in("The strike killed at least 71 people, including 22 children, on 19 June.")
    >>> [(amount.wording, amount.unit) for amount in found]
    [('at least 71 people', 'persons'), ('22 children', 'persons')]
    >>> amounts_in("M23 shelled the base over two days in 2013, one witness, 14, said.")
    ()
    """
    masked = bytearray(len(text))
    for found in MASKS.finditer(text):
        masked[found.start() : found.end()] = b"\1" * (found.end() - found.start())
    words = [_Word(*found.span(), found[0]) for found in _WORD.finditer(text)]
    amounts: list[FoundAmount] = []
    place = 0
    while place < len(words):
        amount, place = _amount_from(text, words, place, masked)
        if amount is not None:
            amounts.append(amount)
    return tuple(amounts)


def _amount_from(
    text: str, words: list[_Word], place: int, masked: bytearray
) -> tuple[FoundAmount | None, int]:
    """The amount whose number begins at this word, if one does, and the place behind it."""
    word = words[place]
    share = _FRACTION.match(text, word.start)
    if share is not None and not masked[word.start]:
        reading = reading_of(share[0], "percent")
        behind = next((at for at in range(place, len(words)) if words[at].start >= share.end()), len(words))
        if reading is not None:
            return FoundAmount(*share.span(), share[0], reading, "percent", "", False, False), behind
    if masked[word.start] or not _begins(words, place):
        return None, place + 1
    first = _hedged_from(words, place, masked)
    last = _last_of(words, place)
    for end in range(last, place, -1):
        found = _read(text, words, first, place, end)
        if found is not None and (found.unit or end == last or not _names_a_noun(words, end)):
            return found, end
    return _unlisted(text, words, first, place, last)


def _names_a_noun(words: list[_Word], place: int) -> bool:
    """Whether a word that may be a noun stands here: what it counts is then unknown, and no bare number."""
    low = words[place].low
    return low.isalpha() and low not in _AUXILIARY and low not in PREPOSITIONS and low not in _LINKS


def _unlisted(
    text: str, words: list[_Word], first: int, place: int, last: int
) -> tuple[FoundAmount | None, int]:
    """An amount of something that the table of nouns lacks, up to its first plural; or a bare number whose
    noun is no noun."""
    stop = place + 1
    while stop < last and _numeric(words, stop):
        stop += 1
    if words[place].low == "no":
        return None, place + 1
    plural = next((at for at in range(stop, last) if re.fullmatch("[a-z-]{3,}s", words[at].low)), None)
    for end in dict.fromkeys((stop if plural is None else plural + 1, stop)):
        wording = text[words[first].start : words[end - 1].end]
        reading = reading_of(wording)
        noun = words[end - 1].low if end > stop else ""
        if reading is not None or (noun and words[place].text[:1].isdigit()):
            definite = place > 0 and words[place - 1].low in _DEFINITE and first == place
            span = (words[first].start, words[end - 1].end)
            return FoundAmount(*span, wording, reading, "", noun, False, definite), end
    return None, place + 1


def _begins(words: list[_Word], place: int) -> bool:
    """Whether a number or a vague amount begins at this word."""
    low = words[place].low
    following = words[place + 1].low if place + 1 < len(words) else ""
    if low == "no":
        return following not in ("more", "fewer", "less", "longer", "one", "doubt", "other")
    if low[:1].isdigit() or low[:1] in "$\u20ac\u00a3":
        return low[:1].isdigit() or low[1:2].isdigit()
    head = low.split("-")[0]
    if head in UNITS or head in TENS or low in _VAGUE:
        return not (low in _VAGUE and place and words[place - 1].low in ("tens", "hundreds"))
    if low == "half":
        return following in ("a", "of", "the") or following in SCALES
    if low in ("a", "an") and not _span_of_time(words, place):
        return following in (
            "few",
            "couple",
            "dozen",
            "hundred",
            "thousand",
            "million",
            "third",
            "quarter",
        ) or (following == "number" and words[min(place + 2, len(words) - 1)].low == "of")
    return low in ("a", "an") or (low == "few" and following in SCALES)


def _hedged_from(words: list[_Word], place: int, masked: bytearray) -> int:
    """The first word of what hedges the number that begins at `place`."""
    first = place
    while first:
        for length in (4, 3, 2, 1):
            begin = first - length
            if begin < 0 or masked[words[begin].start]:
                continue
            tokens = [word.low for word in words[begin:first]]
            opening, end = longest(OPENINGS, tokens, 0)
            hedging = (
                opening is not None and end == length and (opening.hedge or opening.ends or opening.hint)
            )
            if hedging or tuple(tokens) in _QUALIFIERS:
                first = begin
                break
        else:
            return first
    return first


def _last_of(words: list[_Word], place: int) -> int:
    """The place behind the noun phrase that begins with the number at `place`, at most."""
    end, named = place + 1, False
    limit = min(len(words), place + MOST_WORDS)
    while end < limit:
        low, before = words[end].low, words[end - 1].low
        if low in _BREAKS or low in _AUXILIARY:
            break
        if low in _LINKS | _DASHES and not (_numeric(words, end + 1) and _numeric(words, end - 1)):
            break
        if low in _BEYOND or before == "others":
            break
        if low in PREPOSITIONS and (low != "of" or (named and before not in ("number", "couple"))):
            break
        if named and (low in WEEKDAYS or low.title() in MONTHS or low in ("a", "an", "per", "each")):
            break
        if low in PARTICIPLES and named:
            break
        named = named or (low.isalpha() and low != "of" and not _numeric(words, end) and before != "of")
        end += 1
    return end


def _span_of_time(words: list[_Word], place: int) -> bool:
    """Whether `a year` or the like stands here behind a hedge: how long something has lasted."""
    behind = words[place + 1].low if place + 1 < len(words) else ""
    before = words[place - 1].low if place else ""
    return behind in ("year", "month", "week", "decade") and before in ("over", "than", "nearly", "almost")


def _numeric(words: list[_Word], place: int) -> bool:
    if not 0 <= place < len(words):
        return False
    low = words[place].low
    counted = low in UNITS or low in TENS or low in SCALES or low in _VAGUE
    return counted or low[:1].isdigit() or low[:1] in "$\u20ac\u00a3"


def _read(text: str, words: list[_Word], first: int, place: int, end: int) -> FoundAmount | None:
    """The amount of the words from `first` to `end`, whose number begins at `place`; None where they end in
    no noun or number, or are not read."""
    tokens = [word.low for word in words[place:end]]
    unit, noun = _unit_behind(text, words, place, end)
    if unit is None:
        return None
    rated = _rate_behind(words, end)
    stop = rated or _after(words, end)
    start = words[first].start
    for begin, behind in ((start, stop), (start, end), (words[place].start, end)):
        wording = text[begin : words[behind - 1].end]
        named = f"{unit} per {words[behind - 1].low}" if rated and behind == rated else unit
        reading = reading_of(wording, "" if named == unit else named) or reading_of(wording, named)
        if reading is not None:
            definite = place > 0 and words[place - 1].low in _DEFINITE and begin == words[place].start
            done = behind == rated if rated else False
            return FoundAmount(
                begin,
                words[behind - 1].end,
                wording,
                reading,
                named,
                noun,
                bool(done),
                definite and bool(tokens),
            )
    return None


def _unit_behind(text: str, words: list[_Word], place: int, end: int) -> tuple[str | None, str]:
    """The unit that the words name at their end, and the noun: empty for a bare number, None where the words
    end in something else."""
    tokens = [word.low for word in words[place:end]]
    for length in (3, 2, 1):
        if length <= len(tokens):
            unit, behind = measured_at(tokens[-length:], 0)
            if (
                unit is not None
                and behind == length
                and len(tokens) > length - (tokens[0][:1] in "$\u20ac\u00a3")
            ):
                return (None if unit.dimension == "ambiguous" else unit.name), " ".join(tokens[-length:])
    last = tokens[-1]
    if "percent" in tokens or "cent" in tokens:
        return None, ""
    if last.endswith("%"):
        return "percent", "%"
    if any(token.endswith("%") for token in tokens):
        return None, ""
    if last == "others":
        return "", ""
    if tokens[0][:1] in "$\u20ac\u00a3" and (last in SCALES or len(tokens) == 1):
        return {"$": "USD", "\u20ac": "EUR", "\u00a3": "GBP"}[tokens[0][0]], ""
    if tokens == ["no"]:
        return None, ""
    if _numeric(words, end - 1) or last in ("few", "couple", "several", "half", *_VAGUE):
        return "", ""
    noun = noun_of([token for token in tokens if token.isalpha() or "-" in token] or [last])
    if noun is not None:
        return noun.unit.name, last
    if names_people(last, text[words[place].start : words[end - 1].end]):
        return "persons", last
    return None, ""


def _rate_behind(words: list[_Word], end: int) -> int:
    """The place behind `a day`, `per week`, where these follow; 0 where they do not."""
    tokens = [word.low for word in words[end : end + 2]]
    per = len(tokens) == 2 and tokens[0] in ("a", "per", "each", "every", "an")
    return end + 2 if per and tokens[1] in ("day", "week", "month", "year", "hour", "night") else 0


def _after(words: list[_Word], end: int) -> int:
    """The place behind a hedge that follows the amount: `12 or more`."""
    _, behind = (
        longest(AFTER, [word.low for word in words[end : end + 4]], 0) if end < len(words) else (None, 0)
    )
    return end + behind
