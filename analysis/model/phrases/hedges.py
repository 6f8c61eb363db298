"""Hedges and what else may stand before a number, and what a hedge does to an interval."""

import math
from typing import Literal, NamedTuple, get_args

from analysis.model.phrasebook import Phrasebook, phrasebook, phrases_in
from analysis.model.quantities import Quantity
from analysis.model.wording_rules import AMOUNTS, TOLERANCE

Hedge = Literal["about", "nearly", "at least", "more than", "at most", "fewer than"]
Verb = Literal["", "living", "things", "any"]


class Opening(NamedTuple):
    """Words before a number: a `hedge`, or none and a `hint`. `verb` says whose fate they tell; `numbered`
    ones count only right before a number, and `near` ones only before a distance; `ends` announces a range.
    """

    hedge: Hedge | None = None
    hint: str = ""
    verb: Verb = ""
    numbered: bool = False
    ends: bool = False
    near: bool = False


_RULES = {rule.name: rule for rule in AMOUNTS}
_AFTER_ONLY = ("or ", "give ", "plus", "+")
_PLAIN = """altogether, there were, there was, there are, just, only, merely, exactly, precisely, a total of,
    total of, in total, in all, now, already, currently, so far, reportedly, allegedly, officially"""
_RISES = """rose to, risen to, rises to, rising to, reached, reaches, reaching, climbed to, climbs to,
    increased to, grew to, grown to, jumped to, soared to, swelled to, stands at, stood at, standing at,
    fell to, dropped to, declined to, shrank to, revised to, totalled, totaled, totalling, totaling, totals,
    amounted to, amounting to, amounts to, numbered, numbering, numbers, came to, put at"""
_COUNTS = """the death toll, a death toll, death toll, the toll, a toll, toll, the total, total, casualties,
    deaths, fatalities, losses, enemy losses"""
_COUNTED = """dead, casualties, deaths, fatalities, victims, killed, wounded, injured, missing, displaced,
    detainees, prisoners"""
_VERBS: dict[Verb, str] = {
    "living": """killed, killing, kills, kill, wounded, wounding, wounds, injured, injuring, injures,
        displaced, displacing, displaces, left, leaving, leaves, claimed, claiming, detained, detaining,
        arrested, arresting, abducted, abducting, kidnapped, kidnapping, evacuated, rescued, freed,
        executed""",
    "things": """destroyed, destroying, destroys, damaged, damaging, downed, shot down, intercepted, seized,
        seizing, launched, launching, fired, firing, dropped, delivered, delivering, conducted, carried out,
        flew, flown, retook, recaptured""",
    "any": "captured, capturing, captures, lost, losing, loses, took, taking, takes, hit, hitting, struck",
}


def _openings() -> Phrasebook[Opening]:
    table: dict[str, Opening] = {}
    for words in phrases_in(_PLAIN):
        table[words] = Opening()
    for rise in phrases_in(_RISES):
        for auxiliary in ("", "has ", "have ", "had ", "was ", "now "):
            table[auxiliary + rise] = Opening()
    numbers = [f"{article}number of {noun}" for article in ("the ", "") for noun in phrases_in(_COUNTED)]
    for count in [*phrases_in(_COUNTS), *numbers]:
        for copula in ("", " of", " is", " was", " at"):
            table[count + copula] = Opening()
    for verb, verbs in _VERBS.items():
        table.update({word: Opening(verb=verb) for word in phrases_in(verbs)})
    for words in ("all", "all of the", "all of", "the", "these", "those", "its", "their", "his"):
        table[words] = Opening(numbered=True)
    for words in ("another", "a further", "an additional", "further", "additional"):
        table[words] = Opening(hint="further", numbered=True)
    for words in ("an average of", "on average"):
        table[words] = Opening(hint="average")
    for words in ("between", "from"):
        table[words] = Opening(ends=True)
    for hedge in get_args(Hedge):
        for words in _RULES[hedge].words:
            if not words.startswith(_AFTER_ONLY):
                table[words] = Opening(hedge, numbered=words == "some", near=words == "within")
                if words.startswith(("exceed", "surpass", "topped", "passed")):
                    table["has " + words] = table["have " + words] = Opening(hedge)
    return phrasebook(table)


OPENINGS = _openings()
"""What may stand before a number, by its first word."""

AFTER: Phrasebook[Hedge] = phrasebook(
    {
        **{
            words: hedge
            for hedge in get_args(Hedge)
            for words in _RULES[hedge].words
            if words.startswith(_AFTER_ONLY)
        },
        **dict.fromkeys(("at least", "at the very least", "at a minimum"), "at least"),
        **dict.fromkeys(("at most", "at the most"), "at most"),
    }
)
"""Hedges behind a number: `12 or more`, `dozens at most`."""


def hedged(quantity: Quantity, hedge: Hedge | None, whole: bool) -> Quantity | None:
    """The quantity under a hedge; of `whole` things an end falls on a whole number.

    A hedge on an interval moves only the end it speaks of. None where the two make no sense together: nearly
    an interval, fewer than none.

    >>> ten = Quantity(10, 10, 10)
    >>> hedged(ten, "more than", whole=True).low, hedged(ten, "more than", whole=False).low
    (11, 10)
    >>> hedged(Quantity(12, 99), "at most", whole=True)
    Quantity(low=None, high=99, best=None)
    """
    exact = quantity.best
    step = 1 if whole and exact is not None else 0
    if hedge is None or (hedge == "about" and exact is None):
        return quantity
    if hedge in ("at least", "more than"):
        low = quantity.low
        return None if low is None else Quantity(low + (step if hedge == "more than" else 0), None)
    if hedge in ("at most", "fewer than"):
        high = quantity.high
        high = None if high is None else high - (step if hedge == "fewer than" else 0)
        return None if high is None or high < 0 else Quantity(None, high)
    if exact is None:
        return None
    low, high = round(exact * (1 - TOLERANCE), 6), round(exact * (1 + TOLERANCE), 6)
    if whole:
        low, high = math.floor(low), math.ceil(high)
    return Quantity(low, exact) if hedge == "nearly" else Quantity(low, high, exact)
