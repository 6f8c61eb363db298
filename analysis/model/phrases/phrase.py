"""A phrase while it is being read: its words, how far the reading has come, and what was found so far."""

from collections.abc import Mapping
from typing import NamedTuple

from analysis.model.phrases.hedges import Hedge, Verb
from analysis.model.quantities import Quantity
from analysis.model.units import Unit, unit_named

Conversions = Mapping[tuple[str, str], float]
"""How many of the second unit one of the first is, beyond what the table of units knows."""


class Unread(Exception):  # noqa: N818 - the ordinary way out of a phrase that no rule reads, not an error
    """A phrase that is not read: `code` says why, `words` what stood in the way."""

    def __init__(self, code: str, words: str = "") -> None:
        super().__init__(code, words)
        self.code, self.words = code, words


class Amount(NamedTuple):
    """What a number or a vague word says by itself, the rule that says so, and the place behind it.

    `unit` is the unit met inside (a currency before, a unit between the ends of a range), `one` whether a
    singular noun may follow, `comma` whether a decimal comma still waits for a unit to make it sure.
    """

    quantity: Quantity
    rule: str
    end: int
    unit: Unit | None = None
    one: bool = False
    comma: bool = False


class Phrase:
    """The state of one reading. `unit` is that of the claim (None where it is not known), `counted` what is
    counted by it (of trucks per day: trucks), `named` the unit that the words name."""

    __slots__ = (
        *("at", "conversions", "counted", "ends", "hedge", "hints", "named", "near", "rated", "tokens"),
        *("unit", "verb", "wording"),
    )

    def __init__(self, wording: str, tokens: list[str], unit: Unit | None, conversions: Conversions) -> None:
        self.wording, self.tokens, self.unit, self.conversions = wording, tokens, unit, conversions
        self.counted = unit_named(unit.of) if unit is not None and unit.of else unit
        self.at = 0
        self.hedge: Hedge | None = None
        self.verb: Verb = ""
        self.hints: list[str] = []
        self.named: Unit | None = None
        self.ends = self.near = self.rated = False

    def word(self, ahead: int = 0) -> str:
        """The word `ahead` of where the reading stands; empty behind the end."""
        place = self.at + ahead
        return self.tokens[place] if place < len(self.tokens) else ""

    def hint(self, code: str) -> None:
        """Note a hint once."""
        if code not in self.hints:
            self.hints.append(code)
