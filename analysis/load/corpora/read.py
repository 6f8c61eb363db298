"""A corpus folder read once: its data package, its tables as text, its dates, and every fault on the way."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from analysis.errors import Fault
from analysis.load.corpora.constraints import constraint_faults
from analysis.load.corpora.csv import TextTable, read_table
from analysis.load.corpora.dates import Dates, date_faults, dates_in
from analysis.load.corpora.measures import measures_in
from analysis.load.corpora.numbers import number_faults, without_faulty
from analysis.load.corpora.rules import rule_faults
from analysis.load.corpora.texts import text_faults
from analysis.load.packages.descriptor import DESCRIPTOR
from analysis.load.packages.files import content_of
from analysis.load.packages.package import Package, read_package
from analysis.model.measures import Measure


@dataclass(frozen=True)
class Examined:
    """A folder once read: data package (None where unusable), tables as text, dates, measures, every fault.

    `tables` hold phrases of time as they were written, `dates.tables` the dates that they mean.
    """

    package: Package | None
    tables: dict[str, TextTable]
    dates: Dates
    measures: Mapping[str, Measure]
    faults: tuple[Fault, ...]


def examined(folder: Path) -> Examined:
    """The corpus in `folder` as it was read, with every fault that was found on the way."""
    package, faults = read_package(folder)
    if package is None:
        return Examined(None, {}, Dates({}, (), {}), {}, tuple(sorted(faults)))
    tables = {}
    for name, spec in package.tables.items():
        tables[name], found = read_table(folder, spec)
        faults += found
    faults += [*text_faults(package, tables), *number_faults(tables)]
    dates, measures = dates_in(tables), measures_in(tables)
    faults += constraint_faults(without_faulty(tables))
    faults += date_faults(tables, dates)
    faults += rule_faults(tables, dates.spans, measures)
    return Examined(package, tables, dates, measures, tuple(sorted(_one_per_cell(faults))))


def measures_of(folder: Path) -> Mapping[str, Measure]:
    """The vocabulary of the corpus in `folder`: the standard measures, and those of its own table."""
    package, _ = read_package(folder)
    own = package.tables.get("measures") if package else None
    return measures_in({"measures": read_table(folder, own)[0]} if own else {})


def _one_per_cell(faults: Iterable[Fault]) -> list[Fault]:
    """The first fault of each cell: what comes later (an unknown key, say) mostly follows from it."""
    kept: dict[tuple[str, int, str], Fault] = {}
    whole = []
    for fault in faults:
        if fault.column:
            kept.setdefault((fault.file, fault.row, fault.column), fault)
        elif fault not in whole:
            whole.append(fault)
    return [*kept.values(), *whole]


def checksum_of(folder: Path, package: Package) -> str:
    """SHA-256 over the checksums and names of a corpus' files, in the order of names, as `sha256sum` lists
    them; a file that is gone, or none that may be opened, counts as empty."""
    files = sorted({DESCRIPTOR, *(spec.file for spec in package.tables.values())})
    read = ((name, content_of(folder, name)[0] or b"") for name in files)
    sums = (f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in read)
    return hashlib.sha256("".join(sums).encode()).hexdigest()
