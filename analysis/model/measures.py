"""What claims count or say: the one vocabulary of measures. `derive.statements` writes it beside each claim.

A corpus names the measures and units it allows in its own data package; `sitrep check` compares the two.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

import pandas as pd

from analysis.errors import FrameError, nearest

Kind = Literal["stock", "flow", "none"]
Family = Literal[
    "harm", "force", "siege", "operation", "loss", "front", "territory", "population",
    "time", "event", "status", "view",
]  # fmt: skip


@dataclass(frozen=True)
class Measure:
    """One thing that a claim can count or say.

    `noun` is how it reads in a label. `units` are those its numbers may be in; without any it is no quantity.
    `kind` says whether a number holds at a time (stock) or adds up over a span (flow). `family` is what
    exhibits, key figures and gaps ask for. `proves_event` is true where a claim of it on an event says that
    the event happened. `rank` is its place among the key figures, the lowest first; None where it is none.
    """

    name: str
    noun: str
    units: tuple[str, ...]
    kind: Kind
    family: Family
    proves_event: bool
    rank: int | None = None


_ROWS = (
    Measure("besieged", "besieged", ("persons",), "stock", "siege", proves_event=True, rank=10),
    Measure("fatalities", "fatalities", ("persons",), "flow", "harm", proves_event=True, rank=20),
    Measure("sorties", "sorties", ("sorties",), "flow", "operation", proves_event=True, rank=30),
    Measure("strength", "strength", ("persons",), "stock", "force", proves_event=False, rank=40),
    Measure("front_distance", "front distance", ("km",), "stock", "front", proves_event=True, rank=50),
    Measure("territory_share", "territory share", ("percent",), "stock", "territory", False, rank=60),
    Measure("population", "population", ("persons",), "stock", "population", proves_event=False, rank=70),
    Measure("air_strikes", "air strikes", ("strikes",), "flow", "operation", proves_event=True),
    Measure("losses", "losses", ("depots",), "flow", "loss", proves_event=True),
    Measure("places_taken", "places taken", ("places",), "flow", "territory", proves_event=True),
    Measure("duration", "duration", ("years",), "stock", "time", proves_event=True),
    Measure("start", "start", (), "none", "time", proves_event=True),
    Measure("occurrence", "occurrence", (), "none", "event", proves_event=True),
    Measure("participation", "participation", (), "none", "event", proves_event=True),
    Measure("control", "control", (), "none", "status", proves_event=True),
    Measure("relation", "relation", (), "none", "status", proves_event=True),
    Measure("status", "status", (), "none", "status", proves_event=True),
    Measure("intent", "intent", (), "none", "view", proves_event=False),
    Measure("explanation", "explanation", (), "none", "view", proves_event=False),
    Measure("assessment", "assessment", (), "none", "view", proves_event=False),
    Measure("comparison", "comparison", (), "none", "view", proves_event=False),
)
"""Key figures first, in the order in which a situation report puts them: people, then means, then ground.
Ranks leave room for what comes between."""

MEASURES: Mapping[str, Measure] = MappingProxyType({measure.name: measure for measure in _ROWS})
"""Every measure by name."""


def vocabulary(own: pd.DataFrame) -> Mapping[str, Measure]:
    """Every measure by name, those of a corpus' own table (`frames.MEASURES`) after the shipped ones."""
    columns = ["measure", "noun", "unit", "kind", "family", "proves_event"]
    added = {}
    for name, noun, unit, kind, family, proves in own[columns].to_numpy(dtype=object):
        added[name] = Measure(
            name, noun, (unit,) if isinstance(unit, str) else (), kind, family, proves == "yes"
        )
    return MappingProxyType(added | dict(MEASURES))


def measure_named(name: str) -> Measure:
    """The measure of that name; raises FrameError, with the nearest, where the vocabulary has none."""
    if name not in MEASURES:
        hint = nearest(name, MEASURES) or "none"
        raise FrameError(f"measure {name!r} is not in the vocabulary; nearest: {hint}")
    return MEASURES[name]
