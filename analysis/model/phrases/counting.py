"""What a number counts: the noun or unit behind it, held against the unit of the claim."""

import re

from analysis.model.numerals import numeral
from analysis.model.phrases.barred import BARRED, WEEKDAYS
from analysis.model.phrases.fates import BEFALLEN, FATES, LIVING, LIVING_FATES, THING_FATES
from analysis.model.phrases.nouns import NOUNS, Noun, names_people, noun_of, singular
from analysis.model.phrases.phrase import Amount, Phrase, Unread
from analysis.model.units import MEASURES, Unit, factor_between, is_a, measured_at

DETERMINERS = frozenset("the these those its their his her our all".split())
PRONOUNS = frozenset("them whom these those us".split())
PREPOSITIONS = frozenset(
    "in on at by from near around inside outside across along through throughout during with within "
    "of for between among under into towards toward against over after before following amid upon via "
    "due as behind since until till who whom that which whose where when while loyal".split()
)
"""Words that end the noun and begin a complement, which says where, by whom or of what."""

PARTICIPLES = frozenset(
    "carrying transporting travelling traveling fleeing trying sheltering wearing belonging seeking "
    "needing requiring attempting crossing facing hiding waiting sleeping serving standing attending "
    "returning".split()
)
"""Words that end a noun and begin a complement, but for one before the noun: `returning families`."""

_MILLION = re.compile(r"[0-9] ?M\b")
"""A capital behind a number is a million and no metre."""

_BEFORE = ("money", "share", "count")
"""What may be named before or within the number: a currency, a fraction, nobody."""

_ENDS = (
    PREPOSITIONS
    | WEEKDAYS
    | frozenset(
        "yesterday today overnight this last or and give including most mostly mainly largely "
        "predominantly primarily chiefly a an per each every daily weekly monthly yearly annually hourly "
        "so altogether overall alone already now plus".split()
    )
)


def count(phrase: Phrase, amount: Amount) -> None:
    """Read the noun or unit behind the amount. Raises Unread where it counts something else than the claim.

    A bare number is of counted things alone: 20 is no distance.
    """
    pronoun = _partitive(phrase, amount)
    unit, end = measured_at(phrase.tokens, phrase.at)
    inside = amount.unit
    if inside is not None and unit is not inside and (unit or inside.dimension not in _BEFORE):
        raise Unread("other unit", inside.name)
    if unit is not None:
        if unit.name == "m" and _MILLION.search(phrase.wording):
            raise Unread("no rule")
        _agree(phrase, unit)
        phrase.at = end
    elif inside is not None:
        _agree(phrase, inside)
    else:
        words = [] if pronoun else _noun_phrase(phrase)
        noun = _without_fates(words)
        fates = words[len(noun) :]
        if noun and amount.rule == "plural" and phrase.tokens[amount.end] not in ("of", "more", "other"):
            raise Unread("no rule")  # dozens of soldiers; what follows without an "of" is no noun of theirs
        if noun:
            _agree(phrase, _unit_of(phrase, amount, noun))
            _joined(phrase)
        else:
            _bare(phrase, fates)
        told(phrase, fates)


def told(phrase: Phrase, fates: list[str]) -> None:
    """What was killed, wounded or displaced lives. Raises Unread for twelve killed that should be tanks."""
    unit = phrase.named or phrase.counted
    if unit is None or unit.dimension != "count" or unit.name in LIVING:
        return
    if phrase.verb == "living" or not LIVING_FATES.isdisjoint(fates):
        raise Unread("other unit", "persons")


def _partitive(phrase: Phrase, amount: Amount) -> bool:
    """`12 more`, `40 others`, `dozens of`, `12 of the`, `12 of 18`: what stands between number and noun.
    True where a pronoun stands for the noun."""
    word = phrase.word()
    if word in ("more", "other", "others"):
        if amount.rule == "none":
            raise Unread("no rule", word)
        phrase.hint("further")
        phrase.at += 1
        if word == "others":
            return False
        word = phrase.word()
    if word == "the" and amount.rule in ("fraction", "couple"):
        phrase.at += 1
    if word != "of":
        return False
    phrase.at += 1
    if phrase.word() == "others":
        phrase.hint("further")
        phrase.at += 1
        return False
    if phrase.word() in PRONOUNS and not phrase.word(1)[:1].isalpha():
        phrase.at += 1
        return True
    definite = phrase.word() in DETERMINERS
    phrase.at += definite
    whole = numeral(phrase.tokens, phrase.at)
    if whole is not None:
        if amount.quantity.high is None or whole.value < amount.quantity.high:
            raise Unread("no rule")
        phrase.hint("of a whole")
        phrase.at = whole.end
        if not definite and not phrase.word():
            raise Unread("no rule")  # 3 of 5 may be a score
    elif not definite and amount.rule in ("number", "range"):
        raise Unread("no rule")
    return False


def _noun_phrase(phrase: Phrase) -> list[str]:
    """The words up to the end of the noun phrase, with what befell the things; the reading moves on."""
    tokens, end = phrase.tokens, phrase.at
    while end < len(tokens) and tokens[end][0].isalpha() and tokens[end] not in _ENDS:
        if tokens[end] in PARTICIPLES and end > phrase.at:
            break
        end += 1
    words = tokens[phrase.at : end]
    phrase.at = end
    return words


def _without_fates(words: list[str]) -> list[str]:
    """The noun phrase alone. Raises Unread where a word in it would change what the number says."""
    cut = len(words)
    while cut and words[cut - 1] in BEFALLEN:
        cut -= 1
    if not BARRED.isdisjoint(words[:cut]):
        raise Unread("no rule")
    if not MEASURES.isdisjoint(words[:cut]):
        raise Unread("other unit", next(word for word in words if word in MEASURES))
    return words[:cut]


def _unit_of(phrase: Phrase, amount: Amount, words: list[str]) -> Unit | None:
    """The unit that a noun counts; None where neither the claim nor the table knows it.

    Raises Unread where the noun's number is not that of the amount (`12 brigade`), and for a noun that the
    table lacks: it is read only as the claim's own unit or, of persons, where it is plainly one for people.
    """
    unit, last = phrase.counted, words[-1]
    if unit is not None and unit.dimension == "other" and last in _own_forms(unit, words):
        return unit
    noun = _listed(words)
    if noun is not None:
        fits = noun.one or noun.many if amount.one else noun.many
        if amount.rule == "single":
            fits = noun.one
        if not fits and amount.rule != "none":
            raise Unread("no rule", last)
        return noun.unit
    if amount.rule in ("none", "single"):
        raise Unread("unlisted noun", last)
    if unit is None and (amount.one or amount.rule == "number" or last.endswith("s")):
        return None
    plurals = [word for word in words[:-1] if word.endswith("s") or (word in NOUNS and NOUNS[word].many)]
    if unit is None or unit.name != "persons" or plurals or not names_people(last, phrase.wording):
        raise Unread("unlisted noun", last)
    phrase.hint("unlisted noun")
    return unit


def _own_forms(unit: Unit, words: list[str]) -> tuple[str, ...]:
    """The last words that name the unit itself: a corpus may count `aid flights` that the table lacks."""
    name = unit.name.split()
    if not name or words[-len(name) : -1] != name[:-1]:
        return ()
    return name[-1], singular(name[-1])


def _listed(words: list[str]) -> Noun | None:
    """The noun of the table that the words end in, or end in but for what describes it behind: `people
    homeless`. An unknown plural behind it is the true noun, and then there is none."""
    for end in range(len(words), 0, -1):
        noun = noun_of(words[:end])
        if noun is not None:
            return noun if noun.many or end == len(words) else None
        if words[end - 1].endswith("s"):
            return None
    return None


def _joined(phrase: Phrase) -> None:
    """Further nouns under the same number: `men, women and children`. All must be of the claim's unit."""
    while phrase.word() in (",", "and", "or"):
        start, sign = phrase.at, phrase.word()
        phrase.at += 1
        words = _noun_phrase(phrase)
        noun = _listed(_without_fates(words)) if words and words[0] not in BARRED else None
        if noun is None or not noun.many or (sign == "," and phrase.word() not in (",", "and", "or")):
            phrase.at = start
            return
        if phrase.counted is None and noun.unit is not phrase.named:
            raise Unread("other unit", noun.unit.name)
        _agree(phrase, noun.unit)
        phrase.hint("joined")


def _bare(phrase: Phrase, fates: list[str]) -> None:
    """A number without a noun: of counted units only, and what was destroyed or launched is nobody."""
    unit = phrase.counted
    if unit is None:
        return
    if not unit.counted:
        raise Unread("no unit named")
    if unit.name in LIVING and (phrase.verb == "things" or not THING_FATES.isdisjoint(fates)):
        raise Unread("other unit", "things")


def _agree(phrase: Phrase, named: Unit | None) -> None:
    """Note the unit that the words name. Raises Unread where it is neither the claim's nor converts to it."""
    unit = phrase.counted
    if named is None:
        return
    if named.doubt:
        raise Unread("ambiguous unit", f"{named.name}: {named.doubt}")
    if unit is None or is_a(named, unit):
        phrase.named = unit or named
    elif phrase.unit is unit and (
        factor_between(named, unit) is not None or (named.name, unit.name) in phrase.conversions
    ):
        phrase.named = named
    else:
        raise Unread("other unit" if named.counted or unit.counted else "other measure", named.name)


def joins_fates(phrase: Phrase) -> bool:
    """Whether an `and` or `or` where the reading stands joins two fates: `killed and wounded`."""
    return phrase.tokens[phrase.at - 1] in FATES and phrase.word(1) in BEFALLEN
