"""The measures that a corpus adds to the vocabulary, and what is wrong with them."""

from collections.abc import Iterator, Mapping
from typing import get_args

import pandas as pd

from analysis.errors import Fault, nearest
from analysis.load.corpora.csv import TextTable
from analysis.load.packages.quoting import quoted
from analysis.model.measures import MEASURES, Family, Measure, vocabulary

COLUMNS = ("measure", "noun", "unit", "kind", "family", "proves_event")
FAMILIES = tuple(get_args(Family))


def measures_in(tables: Mapping[str, TextTable]) -> Mapping[str, Measure]:
    """The vocabulary with the measures of the corpus' own table, those with a fault left out."""
    table = tables.get("measures")
    if table is None:
        return vocabulary(pd.DataFrame(columns=list(COLUMNS), dtype="str"))
    faulty = {fault.row for fault in measure_faults(table)}
    rows = table.cells(*COLUMNS)
    whole = rows[["measure", "noun", "kind", "family", "proves_event"]].notna().all(axis=1)
    fit = whole & rows["kind"].isin(["stock", "flow", "none"]) & ~rows.index.isin(faulty)
    return vocabulary(rows[fit].drop_duplicates("measure").reset_index(drop=True))


def measure_faults(table: TextTable) -> Iterator[Fault]:
    """A measure is new, of a family that exhibits know, and has a unit where and only where it counts."""
    for line, row in table.cells(*COLUMNS).iterrows():
        name, unit, kind, family = (row[column] for column in ("measure", "unit", "kind", "family"))
        if name in MEASURES:
            found = f"{quoted(name)}, which every corpus has"
            yield table.fault(line, "measure", found, "a name that the standard measures have not")
        if pd.notna(family) and family not in FAMILIES:
            expected = f"one of {', '.join(FAMILIES)}"
            yield table.fault(line, "family", quoted(family), expected, nearest(family, FAMILIES))
        if kind == "none" and pd.notna(unit):
            yield table.fault(line, "unit", quoted(unit), "an empty cell, as kind is none: it counts nothing")
        if kind in ("stock", "flow") and pd.isna(unit):
            yield table.fault(line, "unit", "an empty cell", f"the unit in which this {kind} is counted")
