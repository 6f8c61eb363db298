"""What may stand behind a counted noun: where, by whom, for which time, of which a part; and what may not."""

from analysis.model.numerals import numeral
from analysis.model.phrasebook import longest, phrasebook, phrases_in
from analysis.model.phrases.amounts import PLURALS, numberish
from analysis.model.phrases.barred import BARRED
from analysis.model.phrases.counting import PARTICIPLES, PREPOSITIONS, PRONOUNS, joins_fates, told
from analysis.model.phrases.fates import BEFALLEN, LIVING_FATES
from analysis.model.phrases.hedges import AFTER
from analysis.model.phrases.nouns import NOUNS
from analysis.model.phrases.phrase import Phrase, Unread
from analysis.model.phrases.windows import DAYS, RATES, window_end
from analysis.model.quantities import Quantity
from analysis.model.units import MEASURES

_ADVERBS = phrasebook(
    dict.fromkeys(
        phrases_in("so far, to date, in total, in all, altogether, overall, alone, already, now"), True
    )
)
_PARTS = phrasebook(
    {
        **dict.fromkeys(
            phrases_in("including, among them, amongst them, among whom, of whom, of which"), True
        ),
        **dict.fromkeys(
            phrases_in(
                """mostly, mainly, largely, predominantly, primarily, chiefly, most of them, most of whom,
                many of them, many of whom, some of them, some of whom, half of them, half of whom,
                several of them, several of whom, almost all of them, the majority, a majority"""
            ),
            False,
        ),
    }
)
"""Words that begin a part, and whether several parts may follow."""

_NO_PART = frozenset(
    "plus excluding except besides while but not nor without well another additional further more "
    "than".split()
) | (LIVING_FATES - {"killed", "dead"})
"""Words that begin a second count, or deny the part."""

_FROM_A_DAY = ("after", "before", "into")
"""Words that make a duration the distance between two days: two years after the siege."""


def close(phrase: Phrase, quantity: Quantity) -> None:
    """Read what stands behind the noun, to the end. Raises Unread where a word has no place there.

    Notes a hedge behind the noun, hints of a part, a window or two fates, and whether the words name a rate.
    """
    measured = phrase.named is not None and phrase.named.dimension != "count"
    lasting = phrase.named is not None and phrase.named.dimension == "duration"
    while phrase.at < len(phrase.tokens):
        word = phrase.word()
        if word in (",", ";"):
            phrase.at += 1
            _part(phrase, quantity, aside=True)
        elif _hedge_behind(phrase) or _time(phrase) or _rate(phrase):
            pass
        elif longest(_ADVERBS, phrase.tokens, phrase.at)[0]:
            phrase.at = longest(_ADVERBS, phrase.tokens, phrase.at)[1]
        elif word in BEFALLEN:
            told(phrase, [word])
            phrase.at += 1
        elif word in ("and", "or") and joins_fates(phrase):
            phrase.hint("joined")
            phrase.at += 1
        elif longest(_PARTS, phrase.tokens, phrase.at)[0] is not None:
            _part(phrase, quantity, aside=False)
        elif (word == "as" and phrase.word(1) == "well") or (lasting and word in _FROM_A_DAY):
            raise Unread("no rule", word)
        elif word in PARTICIPLES and phrase.word(1) in PREPOSITIONS:
            phrase.at += 1
        elif word in PREPOSITIONS or word in PARTICIPLES:
            phrase.at += 1
            _complement(phrase)
        elif measured:
            _complement(phrase, of_measure=True)
        else:
            raise Unread("no rule", word)
        measured = False


def _hedge_behind(phrase: Phrase) -> bool:
    """`12 people or more`, where the claim's unit makes sure what the words between are."""
    hedge, end = longest(AFTER, phrase.tokens, phrase.at)
    if hedge is None or phrase.unit is None or phrase.hedge is not None:
        return False
    phrase.hedge, phrase.at = hedge, end
    return True


def _time(phrase: Phrase) -> bool:
    """`in 24 hours`, `since the start of the war`, `this year`, `overnight`: the time of the figure."""
    end = window_end(phrase.tokens, phrase.at)
    if end is None:
        return False
    phrase.hint("window")
    phrase.at = end
    return True


def _rate(phrase: Phrase) -> bool:
    """`a day`, `per week`, `daily`: only of a unit that is a rate of the same time. Raises Unread else."""
    word, length = phrase.word(), 1
    time = RATES.get(word)
    if time is None:
        if word not in ("a", "an", "per", "each", "every"):
            return False
        time, length = phrase.word(1), 2
        if time not in DAYS:
            raise Unread("no rule", word)
    if phrase.unit is None or phrase.unit.per != time:
        raise Unread("other unit", f"a rate per {time}")
    phrase.rated = True
    phrase.at += length
    return True


def _complement(phrase: Phrase, of_measure: bool = False) -> None:
    """Ordinary words that say where, by whom or of what; none of them counts, hedges, joins or dates. Right
    behind a measure no counted thing may stand: 500 kg bombs are no 500 kg."""
    start = phrase.at
    while phrase.at < len(phrase.tokens) and _ordinary(phrase):
        word = phrase.word()
        if of_measure and (word in MEASURES or (word in NOUNS and NOUNS[word].many)):
            raise Unread("other unit", word)
        phrase.at += 1
    if phrase.at == start:
        raise Unread("no rule", phrase.word())


def _ordinary(phrase: Phrase) -> bool:
    """Whether the word where the reading stands goes on with a complement and changes no number."""
    word, ahead = phrase.word(), phrase.word(1)
    if word in ("a", "an"):
        return ahead not in DAYS
    if word == "and":
        second = ahead in BARRED or ahead in NOUNS or ahead in BEFALLEN or ahead in ("a", "an", "the")
        return ahead.isalpha() and not second
    if not word[0].isalpha() or word in BARRED or word in PREPOSITIONS:
        return False
    return window_end(phrase.tokens, phrase.at) is None


def _part(phrase: Phrase, quantity: Quantity, aside: bool) -> None:
    """`including 43 children`, and behind a comma `two of them officers` or `all civilians`, to the end."""
    tokens, start = phrase.tokens, phrase.at
    lists, end = longest(_PARTS, tokens, start)
    if end > start:
        phrase.hint("part")
        _to_the_end(phrase, quantity, end, bool(lists))
    elif aside and phrase.word() in ("all", "both"):
        _to_the_end(phrase, quantity, start + 1, lists=False)
    elif aside and _of_them(tokens, start):
        phrase.hint("part")
        _to_the_end(phrase, quantity, start, lists=False)
    elif not aside or window_end(tokens, start) is None:
        raise Unread("no rule", phrase.word())


def _to_the_end(phrase: Phrase, quantity: Quantity, start: int, lists: bool) -> None:
    """Look through the words of a part; `lists` lets it name several: `including 43 children and 12 women`.

    Raises Unread where the part is no part: more than the whole, a second count beside it, or a rate.
    """
    tokens, place, named = phrase.tokens, start, 0.0
    while place < len(tokens):
        word, ahead = tokens[place], tokens[place + 1] if place + 1 < len(tokens) else ""
        end, number = window_end(tokens, place), numeral(tokens, place)
        second = word == "," and (ahead in PLURALS or (numberish(ahead) and not lists))
        if word == "and":
            second = numberish(ahead) and (not lists or tokens[place - 1] == ",")
        if second or _ends_a_part(phrase, word, ahead):
            raise Unread("no rule", word)
        if end is not None:
            phrase.hint("window")
            place = end
        elif number is not None:
            named, place = named + number.value, number.end
        elif word[0].isdigit():
            raise Unread("no rule", word)
        else:
            place += 1
    if quantity.high is not None and named > quantity.high:
        raise Unread("no rule")
    phrase.at = place


def _ends_a_part(phrase: Phrase, word: str, ahead: str) -> bool:
    """Whether a word has no place in a part: it denies, adds, or makes a rate; or it is the claim's unit
    itself, for 12, including three tanks, are not 12 tanks."""
    if word in _NO_PART or word in RATES or word in ("per", "each", "every", ";", "%", "+"):
        return True
    return (word == "a" and ahead in DAYS) or (phrase.named is None and _is_the_unit(phrase, word))


def _is_the_unit(phrase: Phrase, word: str) -> bool:
    """Whether a word of the part is the claim's unit itself: then the whole, without a noun, is another."""
    unit = phrase.counted
    if unit is None or unit.name == "persons":
        return False
    return word == unit.name or (word in NOUNS and NOUNS[word].unit is unit)


def _of_them(tokens: list[str], start: int) -> bool:
    """Whether the words say how many of those counted: `two of them`, `at least ten of whom`."""
    for place in range(start, min(start + 6, len(tokens) - 1)):
        if tokens[place] in (",", ";", "and"):
            return False
        if tokens[place] == "of" and tokens[place + 1] in (*PRONOUNS, "which"):
            return place > start
    return False
