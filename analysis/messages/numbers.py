"""Numbers and intervals in words."""

from functools import lru_cache

from babel.numbers import format_decimal

from analysis.messages.catalogue import Catalogue, current, say
from analysis.messages.codes import code_words


def number_words(value: float) -> str:
    """A number as the language writes it, thousands parted, at most three decimals from 1 on.

    >>> number_words(1234567.0), number_words(0.2), number_words(0.0004), number_words(12.34567)
    ('1,234,567', '0.2', '0.0004', '12.346')
    """
    return _number(current(), value)


@lru_cache(maxsize=10_000)
def _number(words: Catalogue, value: float) -> str:
    form = "#,##0.###" if abs(value) >= 1 else "#,##0.##########"
    return str(format_decimal(value, form, locale=words.locale))


def spelled(number: int) -> str:
    """A count as it stands in a sentence: in letters up to twelve.

    >>> spelled(1), spelled(12), spelled(1300)
    ('one', 'twelve', '1,300')
    """
    return say("number-spelled", number=number)


def interval_words(low: float | None, high: float | None) -> str:
    """An interval in words; a missing end (None or NaN) is open, both missing is no number.

    >>> interval_words(12, 99), interval_words(1600, None), interval_words(None, 500), interval_words(20, 20)
    ('12 to 99', '1,600 or more', 'up to 500', '20')
    """
    ends = [None if end is None or end != end else number_words(end) for end in (low, high)]
    first, last = ends
    if first is None:
        return say("interval-up-to", high=last) if last else say("interval-none")
    if last is None:
        return say("interval-from", low=first)
    return first if first == last else say("interval", low=first, high=last)


def amount_words(low: float | None, high: float | None, unit: str | None) -> str:
    """An interval with its unit, `unit` as the corpus names it (`persons`); without a unit the number alone.

    >>> amount_words(12, 99, "persons"), amount_words(1, 1, "depots"), amount_words(None, None, "persons")
    ('12 to 99 persons', '1 depot', 'no number')
    """
    known = (None if end is None or end != end else float(end) for end in (low, high))
    return _amount(current(), *known, unit or "")


@lru_cache(maxsize=10_000)
def _amount(words: Catalogue, low: float | None, high: float | None, unit: str) -> str:
    """`words` are those spoken, by which the answers are told apart."""
    number = interval_words(low, high)
    if number == say("interval-none") or not unit:
        return number
    exact = low if low == high and low is not None else 2
    return words.say("amount", number=number, unit=unit_words(unit, exact))


def unit_words(unit: str, number: float = 2) -> str:
    """The unit as a noun that agrees with the number; one that the catalogue lacks as the corpus names it.

    >>> unit_words("tanks", 1), unit_words("families per day", 1), unit_words("pirogues", 1)
    ('tank', 'family per day', 'pirogues')
    """
    key = f"unit-{unit.replace('_', '-').replace(' ', '-')}"
    if current().has(key):
        return say(key, number=number)
    counted, per, time = unit.replace("/", " per ").partition(" per ")
    if not per:
        return unit
    return say("unit-rate", unit=unit_words(counted.strip(), number), time=code_words("time", time.strip()))
