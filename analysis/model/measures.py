"""What claims count or say: the vocabulary of measures. `derive.statements` writes it beside each claim.

Where a measure is shown, how it reads and how it ranks follows from its row here or in the corpus' own table
`measures`; no chart and no sentence lists measures.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

import pandas as pd

from analysis.errors import FrameError, nearest

Kind = Literal["stock", "flow", "none"]
Family = Literal[
    "harm", "displacement", "need", "force", "materiel", "operations", "territory", "front", "aid",
    "infrastructure", "population", "statement",
]  # fmt: skip
Counted = Literal["subject", "doer"]

DOERS = frozenset({"operations", "aid", "infrastructure"})
"""Families of what is done: the actor of a measure that a corpus adds to them is the doer."""


@dataclass(frozen=True)
class Measure:
    """One thing that a claim can count or say.

    `units` are those that its numbers may be in, with whatever converts to one of them or is among its
    things, and with rates of them; without any it is no quantity. An empty unit means the first, unless
    `unit_stated`: then none goes without saying. `kind` says whether a number holds at a time (stock) or adds
    up over a span (flow). `family` is what exhibits and gaps ask for. `proves_event` is true where a claim of
    it on an event says that the event happened. `rank` is its place among the key figures, the lowest first;
    None where it is no quantity. `actor_is` says whether the actor is whom or what the number is of, or who
    did it. `field` is the term of the field and whose it is. `noun` is how a measure that a corpus adds
    reads, in one form or as "singular/plural"; the words of a shipped one are messages, so it has none.
    """

    name: str
    units: tuple[str, ...]
    kind: Kind
    family: Family
    proves_event: bool
    rank: int | None = None
    actor_is: Counted = "subject"
    field: str = ""
    unit_stated: bool = False
    noun: str = ""

    @property
    def unit(self) -> str | None:
        """The unit that an empty cell means; None where it counts nothing, or none goes without saying."""
        return None if self.unit_stated or not self.units else self.units[0]


PEOPLE = ("persons", "families")
TROOPS = ("persons", "formations")
WEAPONS = (
    *("weapons", "vehicles", "aircraft", "vessels", "drones", "missiles", "rockets", "shells", "bombs"),
    *("mines", "mortars", "guns", "launchers", "systems"),
)
STORES = (
    *("depots", "warehouses", "buildings", "facilities", "bridges", "barrels", "containers", "tunnels"),
    *("convoys", "animals"),
)
ATTACKS = (
    *("attacks", "incidents", "clashes", "battles", "explosions", "raids", "ambushes", "shellings"),
    *("bombings", "violations"),
)
TARGETS = ("facilities", "buildings", "bridges", "depots", "warehouses", "wells", "places", *ATTACKS)
GOODS = (
    *("tonnes", "m3", "parcels", "kits", "doses", "bags", "barrels", "containers", "tents", "shelters"),
)  # fmt: skip
MUNITIONS = ("shells", "rockets", "missiles", "mortars", "bombs")
CARRIERS = ("trucks", "convoys", "containers", "vessels", "planes")
MONEY = ("USD", "EUR", "GBP", "SYP", "SDG", "UAH", "RUB", "ILS")
TIMES = ("years", "months", "weeks", "days", "hours")

_ROWS = (
    # Harm: the actor is whose dead they are; who is said to have done it stands in `by_id`.
    Measure("fatalities", PEOPLE, "flow", "harm", True, 30,
            field="UCDP GED: best, low, high; ACLED: fatalities"),
    Measure("injured", PEOPLE, "flow", "harm", True, 40, field="OHCHR: injured"),
    Measure("missing", PEOPLE, "stock", "harm", True, 50, field="ICRC: missing persons"),
    Measure("abducted", PEOPLE, "flow", "harm", True, 60, field="ACLED: Abduction/forced disappearance"),
    Measure("detained", PEOPLE, "flow", "harm", True, 70, field="ACLED: Arrests"),
    # Displacement: how many are displaced at a time, and how often people had to move, are two figures.
    Measure("displaced", PEOPLE, "stock", "displacement", True, 80, field="IDMC: total number of IDPs"),
    Measure("displacements", PEOPLE, "flow", "displacement", True, 90, field="IDMC: internal displacements"),
    Measure("returned", PEOPLE, "flow", "displacement", True, 100,
            field="UNHCR: returned IDPs, returned refugees"),
    Measure("refugees", PEOPLE, "stock", "displacement", True, 110, field="UNHCR: refugees"),
    # Need: the besieged here are civilians, those under force troops.
    Measure("besieged", PEOPLE, "stock", "need", True, 10, field="OCHA: people in besieged areas"),
    Measure("in_need", PEOPLE, "stock", "need", False, 120, field="OCHA: people in need (PIN)"),
    Measure("food_insecure", PEOPLE, "stock", "need", False, 130, field="IPC: phase 3 or above"),
    # Force, materiel, operations: what became of a thing that was lost is a tag in `counts`.
    Measure("besieged_troops", TROOPS, "stock", "force", True, 20),
    Measure("strength", (*TROOPS, *WEAPONS), "stock", "force", False, 150,
            field="IISS: active personnel, equipment"),
    Measure("surrendered", TROOPS, "flow", "force", True, 160),
    Measure("prisoners", ("persons",), "stock", "force", True, 170, field="ICRC: prisoners of war"),
    Measure("losses", (*WEAPONS, *STORES), "flow", "materiel", True, 310, unit_stated=True),
    Measure("sorties", ("sorties",), "flow", "operations", True, 140, "doer"),
    Measure("air_strikes", ("strikes", "raids", "attacks"), "flow", "operations", True, 270, "doer",
            field="ACLED: Air/drone strike"),
    Measure("shells", MUNITIONS, "flow", "operations", True, 280, "doer",
            field="ACLED: Shelling/artillery/missile attack"),
    Measure("drones", ("drones",), "flow", "operations", True, 290, "doer", field="ACLED: Air/drone strike"),
    Measure("attacks", ATTACKS, "flow", "operations", True, 300, "doer", field="ACLED and UCDP GED: events"),
    # The front, territory.
    Measure("front_distance", ("km",), "stock", "front", True, 180),
    Measure("territory_share", ("percent",), "stock", "territory", False, 190),
    Measure("area_held", ("km2",), "stock", "territory", False, 200),
    Measure("area_gained", ("km2",), "flow", "territory", True, 210, "doer"),
    Measure("places_taken", ("places",), "flow", "territory", True, 320, "doer",
            field="ACLED: Non-state actor overtakes territory, Government regains territory"),
    # Population, infrastructure, aid.
    Measure("population", PEOPLE, "stock", "population", False, 220, field="OCHA COD-PS: population"),
    Measure("facilities_hit", TARGETS, "flow", "infrastructure", True, 230, "doer",
            field="WHO SSA: attacks on health care"),
    Measure("aid_trucks", CARRIERS, "flow", "aid", True, 240, "doer", field="OCHA: trucks"),
    Measure("aid_delivered", GOODS, "flow", "aid", True, 250, "doer", field="WFP: metric tonnes (MT)"),
    Measure("aid_funding", MONEY, "flow", "aid", False, 260, "doer",
            field="OCHA FTS: funding", unit_stated=True),
    # Statements: only a duration is counted.
    Measure("duration", TIMES, "stock", "statement", True, 330, unit_stated=True),
    Measure("start", (), "none", "statement", True),
    Measure("end", (), "none", "statement", True),
    Measure("occurrence", (), "none", "statement", True),
    Measure("participation", (), "none", "statement", True),
    Measure("control", (), "none", "statement", True),
    Measure("relation", (), "none", "statement", True),
    Measure("agreement", (), "none", "statement", True),
    Measure("status", (), "none", "statement", True),
    Measure("intent", (), "none", "statement", False),
    Measure("explanation", (), "none", "statement", False),
    Measure("assessment", (), "none", "statement", False),
    Measure("comparison", (), "none", "statement", False),
)  # fmt: skip
"""The shipped measures. Ranks go by what a situation report puts first: people, then means, then ground, then
single acts and things; between two there is room for those that a corpus adds."""

MEASURES: Mapping[str, Measure] = MappingProxyType({measure.name: measure for measure in _ROWS})
"""Every shipped measure by name."""


DEATHS = "fatalities"
SHUT_IN = ("besieged_troops", "besieged")
MOVED = ("displaced", "displacements")
"""Measures that say of an event what it cost: the dead, those shut in by a siege, those who had to flee."""

LONG_AGO = pd.Timedelta(days=365)
"""What holds at a time and is of a day so long before its report is told as past: after a year of war a count
of inhabitants is of a place that is no more. A convention of the house."""

TELLING = ("occurrence", "agreement", "end", "start", "control", "participation", "status", "relation")
"""Measures by which a claim tells of an event, that which tells most of it first."""

DATING = ("start", "end", "duration")
"""Measures by which a claim says when its event was."""

JUDGEMENT = "assessment"
"""What a voice thinks of a matter."""


def vocabulary(own: pd.DataFrame) -> Mapping[str, Measure]:
    """Every measure by name, those of a corpus' own table (`frames.MEASURES`) after the shipped ones.

    A measure of its own ranks after the shipped ones of its family. Raises FrameError for a name that is
    taken, and for a family or kind that there is not.
    """
    measures = dict(MEASURES)
    columns = ["measure", "noun", "unit", "kind", "family", "proves_event"]
    for name, noun, unit, kind, family, proves in own[columns].itertuples(index=False, name=None):
        if name in measures:
            raise FrameError(f"measures: found {name!r} again; expected a name that no other measure has")
        _one_of("family", family, get_args(Family), name)
        _one_of("kind", kind, get_args(Kind), name)
        units = () if kind == "none" or pd.isna(unit) else (unit,)
        rank = _last_rank(family) + 1 if units else None
        actor_is: Counted = "doer" if family in DOERS else "subject"
        measures[name] = Measure(
            name, units, kind, family, proves == "yes", rank, actor_is, noun="" if pd.isna(noun) else noun
        )
    return MappingProxyType(measures)


def measure_named(name: str, measures: Mapping[str, Measure]) -> Measure:
    """The measure of that name in a vocabulary; raises FrameError, with the nearest, where it has none."""
    if name not in measures:
        hint = nearest(name, measures) or "none"
        raise FrameError(f"measure {name!r} is not in the vocabulary; nearest: {hint}")
    return measures[name]


def _last_rank(family: Family) -> int:
    """The rank of the last key figure among the shipped measures of a family."""
    return max(measure.rank or 0 for measure in _ROWS if measure.family == family)


def _one_of(column: str, found: str, allowed: tuple[str, ...], measure: str) -> None:
    if found not in allowed:
        expected = f"one of {', '.join(allowed)}; nearest: {nearest(found, allowed) or 'none'}"
        raise FrameError(f"measures: {column} of {measure!r}: found {found!r}; expected {expected}")
