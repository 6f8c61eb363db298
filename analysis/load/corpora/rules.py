"""What Sitrep asks of a corpus beyond types and keys, gathered: reasons, coordinates, ties, and the rest."""

from collections.abc import Iterator, Mapping

from analysis.errors import Fault
from analysis.load.corpora.csv import TextTable
from analysis.load.corpora.evidence import evidence_faults
from analysis.load.corpora.measures import measure_faults
from analysis.load.corpora.quantities import quantity_faults
from analysis.load.corpora.stances import stance_faults
from analysis.load.corpora.voices import voice_faults
from analysis.load.packages.quoting import quoted
from analysis.model import Span
from analysis.model.frames import FIELDS
from analysis.model.measures import Measure


def rule_faults(
    tables: Mapping[str, TextTable], spans: Mapping[str, Span], measures: Mapping[str, Measure]
) -> Iterator[Fault]:
    """Every fault by our own rules; a rule whose columns are not there rests.

    `tables` are as they were read, phrases of time included; `spans` are those of the EDTF texts in them.
    """
    for table in tables.values():
        yield from _reasons(table)
    if "measures" in tables:
        yield from measure_faults(tables["measures"])
    yield from quantity_faults(tables["claims"], measures)
    yield from voice_faults(tables)
    yield from stance_faults(tables, spans, measures)
    yield from _coordinates(tables["places"])
    yield from _selves(tables["relations"])
    yield from evidence_faults(tables)


def _reasons(table: TextTable) -> Iterator[Fault]:
    """A date of which any part is inferred says why, in the tables that have a column for it."""
    known = {column.name for column in FIELDS[table.spec.name]}
    for column in table.spec.dates:
        note = f"{column}_note"
        if note not in known:
            continue
        cells = table.cells(column, note)
        silent = cells[column].str.contains("[?%]", na=False) & cells[note].isna()
        for line in cells.index[silent]:
            yield table.fault(line, note, "an empty cell", f"the reason, as {column} is inferred")


def _coordinates(places: TextTable) -> Iterator[Fault]:
    """Latitude and longitude come together."""
    cells = places.cells("latitude", "longitude")
    for column, other in (("latitude", "longitude"), ("longitude", "latitude")):
        alone = cells[column].isna() & cells[other].notna()
        for line in cells.index[alone]:
            expected = f"a {column} beside {other} {cells.at[line, other]!s}, or neither"
            yield places.fault(line, column, "an empty cell", expected)


def _selves(relations: TextTable) -> Iterator[Fault]:
    """No faction has a tie to itself."""
    if relations.has("actor_id", "other_id"):
        for line in relations.frame.index[relations.frame["actor_id"] == relations.frame["other_id"]]:
            found = f"{quoted(str(relations.frame.at[line, 'other_id']))}, a tie to itself"
            yield relations.fault(line, "other_id", found, "another faction than actor_id")
