"""The words of claims with the unit in which they are read, each read once."""

from collections.abc import Mapping
from functools import lru_cache

import pandas as pd

from analysis.load.corpora.csv import TextTable
from analysis.model import Reading, Refusal, reading_of, refusal_of
from analysis.model.measures import Measure


def with_units(claims: TextTable, measures: Mapping[str, Measure]) -> pd.DataFrame:
    """All claims as text, by line, with `unit` filled by that of the measure where it is empty; what counts
    nothing has none."""
    columns = [*claims.spec.fields, "unit", "measure", "wording", "low", "best", "high"]
    cells = claims.cells(*dict.fromkeys(columns))
    counted = cells["measure"].isin([name for name, measure in measures.items() if measure.units])
    usual = cells["measure"].map({name: measure.unit for name, measure in measures.items() if measure.unit})
    return cells.assign(unit=cells["unit"].where(counted).fillna(usual).astype("str"))


def read(cells: pd.DataFrame) -> pd.Series:
    """What each wording says in its unit, a Reading or a Refusal, by line; only of rows that have both.

    `cells` has `wording` and `unit`; each pair of them is read once.
    """
    whole = cells[["wording", "unit"]].dropna()
    pairs = whole.drop_duplicates()
    found = {pair: _read(*pair) for pair in zip(pairs["wording"], pairs["unit"], strict=True)}
    said = [found[pair] for pair in zip(whole["wording"], whole["unit"], strict=True)]
    return pd.Series(said, index=whole.index, dtype="object")


def unread(cells: pd.DataFrame) -> pd.Series:
    """The refusals among what `read` gives."""
    said = read(cells)
    return said[[isinstance(one, Refusal) for one in said]]


@lru_cache(maxsize=65_536)
def _read(wording: str, unit: str) -> Reading | Refusal:
    found = reading_of(wording, unit) or refusal_of(wording, unit)
    return found if found is not None else Refusal("no rule")
