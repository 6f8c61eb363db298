"""The units of claims: what each counts or measures, how reports spell it, and what it converts to."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from analysis.model.phrasebook import longest, phrasebook


@dataclass(frozen=True)
class Unit:
    """One unit. `dimension` says what it measures; units convert only within one, and only with a `factor`.

    `factor` is how many of the dimension's first unit one of it is, missing where no fixed number is true
    (months, money). `within` names the wider unit that each of these also is: every tank is a vehicle. A
    rate has `of` what is counted and `per` which time. An ambiguous spelling says in `doubt` what it may
    mean.
    """

    name: str
    dimension: str
    spellings: tuple[str, ...] = ()
    factor: float | None = None
    within: str = ""
    of: str = ""
    per: str = ""
    doubt: str = ""

    @property
    def whole(self) -> bool:
        """Whether it comes only in whole things, so that more than ten is eleven or more."""
        return self.dimension == "count"

    @property
    def counted(self) -> bool:
        """Whether a number without a unit may be of it; measures are read only where the words name them."""
        return self.dimension in ("count", "rate", "other")


_COUNTS = {
    "": "persons families animals vehicles aircraft drones missiles rockets shells bombs mines mortars "
    "guns weapons strikes sorties attacks incidents clashes battles explosions violations protests "
    "raids ambushes shellings bombings engagements launchers systems killings executions arrests "
    "abductions displacements depots warehouses buildings facilities bridges places vessels barrels "
    "containers tents shelters parcels kits doses bags convoys tunnels wells fires formations",
    "vehicles": "tanks trucks cars buses motorcycles ambulances",
    "aircraft": "helicopters planes",
    "buildings": "houses",
    "places": "villages towns cities townships settlements localities camps neighbourhoods districts "
    "provinces hills positions outposts checkpoints bases",
    "facilities": "hospitals clinics schools",
    "formations": "brigades battalions divisions regiments companies units squads platoons",
}
"""Things that are counted, under the wider unit that each of them also is. What wars call by many words has
them in `nouns`."""

_MEASURES = (
    Unit("m", "length", ("metre", "metres", "meter", "meters"), 1),
    Unit("km", "length", ("kilometre", "kilometres", "kilometer", "kilometers", "kms"), 1_000),
    Unit("miles", "length", ("mile",), 1_609.344),
    Unit("nautical miles", "length", ("nautical mile", "nm"), 1_852),
    Unit("yards", "length", ("yard",), 0.9144),
    Unit("feet", "length", ("foot", "ft"), 0.3048),
    Unit("m2", "area", ("square metres", "square meters", "sq m", "sqm"), 1),
    Unit(
        "km2",
        "area",
        (
            *("square kilometres", "square kilometers", "square kilometre", "square kilometer", "square km"),
            *("sq km", "sqkm", "sq kilometres", "sq kilometers"),
        ),
        1_000_000,
    ),
    Unit("hectares", "area", ("hectare", "ha"), 10_000),
    Unit("acres", "area", ("acre",), 4_046.8564224),
    Unit("dunams", "area", ("dunam", "dunum", "dunums", "donum", "donums"), 1_000),
    Unit("feddans", "area", ("feddan",), 4_200),
    Unit("square miles", "area", ("square mile", "sq miles", "sq mi"), 2_589_988.110336),
    Unit("kg", "mass", ("kilogram", "kilograms", "kilogramme", "kilogrammes", "kilos", "kilo", "kgs"), 1),
    Unit("tonnes", "mass", ("tonne", "t", "metric tons", "metric ton", "metric tonnes", "mt"), 1_000),
    Unit("short tons", "mass", ("short ton",), 907.18474),
    Unit("long tons", "mass", ("long ton",), 1_016.0469088),
    Unit("litres", "volume", ("litre", "liter", "liters"), 1),
    Unit("m3", "volume", ("cubic metres", "cubic meters", "cubic metre", "cubic meter"), 1_000),
    Unit("USD", "money", ("usd", "us dollars", "us dollar", "dollars", "dollar", "$", "us $")),
    Unit("EUR", "money", ("eur", "euros", "euro", "\u20ac")),
    Unit("GBP", "money", ("gbp", "pounds sterling", "british pounds", "\u00a3")),
    Unit("SYP", "money", ("syp", "syrian pounds")),
    Unit("SDG", "money", ("sdg", "sudanese pounds")),
    Unit("UAH", "money", ("uah", "hryvnias", "hryvnia")),
    Unit("RUB", "money", ("rub", "roubles", "rubles", "russian roubles", "russian rubles")),
    Unit("ILS", "money", ("ils", "shekels")),
    Unit("minutes", "duration", ("minute",), 1 / 1_440),
    Unit("hours", "duration", ("hour", "hrs", "h"), 1 / 24),
    Unit("days", "duration", ("day",), 1),
    Unit("weeks", "duration", ("week",), 7),
    Unit("months", "duration", ("month",)),
    Unit("years", "duration", ("year", "yrs")),
    Unit("percent", "share", ("%", "per cent", "pct"), 1),
    Unit("percentage points", "difference", ("percentage point", "percent points", "points")),
)
"""Measured units. `$` and dollars are those of the United States, as news writes them; a dunam is the metric
one, as in the Levant and Turkey (that of Iraq is 2,500 square metres and must be coded by hand)."""

_DOUBTFUL = {
    "metric, long or short tons": ("tons", "ton"),
    "United States or imperial gallons": ("gallons", "gallon"),
    "a mass or a currency": ("pounds", "pound"),
    "a currency of several countries": tuple(
        "dinars dinar riyals riyal rials rial francs franc lira liras pesos rupees shillings".split()
    ),
}
"""Spellings that two units share, by what they may mean; no number of them is read."""

_PER = {"day": "day", "week": "week", "month": "month", "year": "year", "hour": "hour", "night": "night"}


def _all_units() -> Iterator[Unit]:
    for wider, names in _COUNTS.items():
        for name in names.split():
            yield Unit(name, "count", within=wider)
    yield from _MEASURES
    for doubt, spellings in _DOUBTFUL.items():
        yield Unit(spellings[0], "ambiguous", spellings[1:], doubt=doubt)


UNITS = {unit.name: unit for unit in _all_units()}
"""Every unit by its name, as claims write it."""

_BY_SPELLING = {
    **{spelling: unit for unit in UNITS.values() for spelling in (unit.name.lower(), *unit.spellings)},
    **dict.fromkeys(("people", "person", "individuals"), UNITS["persons"]),
    "households": UNITS["families"],
}
_MEASURED = phrasebook({words: unit for words, unit in _BY_SPELLING.items() if not unit.counted})
MEASURES = frozenset(words for words, unit in _BY_SPELLING.items() if not unit.counted and " " not in words)
"""Words for measured units, which are no part of a noun: in 500 kg bombs the number counts no bombs."""


@lru_cache(maxsize=1_024)
def unit_named(name: str) -> Unit:
    """The unit that a claim calls `name`. A corpus may count what the table does not know: such a unit counts
    only itself and converts to nothing; of a rate, `trucks per day` or `trucks/day`, both halves are known.

    >>> unit_named("sq km").name, unit_named("km").dimension, unit_named("trucks per day").per
    ('km2', 'length', 'day')
    >>> unit_named("warehouses of grain").dimension
    'other'
    """
    spelt = name.replace("_", " ").lower().strip()
    known = _BY_SPELLING.get(spelt)
    if known is not None:
        return known
    counted, _, time = spelt.replace("/", " per ").partition(" per ")
    if time.strip() in _PER:
        return Unit(spelt, "rate", of=unit_named(counted.strip()).name, per=_PER[time.strip()])
    return Unit(spelt, "other")


def measured_at(tokens: list[str], start: int) -> tuple[Unit | None, int]:
    """The measured or ambiguous unit that the words at `start` spell, and the place behind it.

    >>> unit, end = measured_at(["350", "square", "kilometres"], 1)
    >>> unit.name, end
    ('km2', 3)
    """
    return longest(_MEASURED, tokens, start)


def is_a(unit: Unit, wider: Unit) -> bool:
    """Whether each of `unit` is also one of `wider`: itself, or what lies within it."""
    while unit.name != wider.name:
        if not unit.within:
            return False
        unit = UNITS[unit.within]
    return True


def factor_between(unit: Unit, other: Unit) -> float | None:
    """How many of `other` one of `unit` is; None where no fixed number is true.

    >>> factor_between(unit_named("miles"), unit_named("km"))
    1.609344
    >>> factor_between(unit_named("months"), unit_named("years"))
    """
    if unit.dimension != other.dimension or unit.factor is None or other.factor is None:
        return None
    return unit.factor / other.factor


def converted(value: float, factor: float) -> float:
    """`value` by `factor`, to as many digits as a reader can use: one decimal, or three digits below ten.
    Within the metric system nothing is lost.

    >>> converted(12, 1.609344), converted(300, 0.001), converted(500, 0.0040468564224)
    (19.3, 0.3, 2.02)
    """
    exact = value * factor
    if math.log10(factor).is_integer():
        return round(exact, 9)
    return rounded(exact)


def rounded(value: float) -> float:
    """A share or a converted number without digits that nobody stated.

    >>> rounded(200 / 3), rounded(3.048)
    (66.7, 3.05)
    """
    return round(value, 1) if value >= 10 else float(f"{value:.3g}")
