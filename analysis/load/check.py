"""Is this folder a corpus? Everything that is wrong with it, at once and in words that help to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from analysis.errors import Fault
from analysis.load.constraints import constraint_faults
from analysis.load.dates import span_faults, spans_in
from analysis.load.package import Package, read_package
from analysis.load.rules import rule_faults
from analysis.load.tables import Table, read_table
from analysis.load.texts import text_faults, without_endless
from analysis.model import Span


def check(path: str | Path) -> tuple[Fault, ...]:
    """Every fault of the corpus in the folder `path`, by file, row and column; empty where there is none.

    Nothing is written, and nothing raises: a missing folder or an unreadable file is a fault like any other.
    """
    return examined(Path(path)).faults


@dataclass(frozen=True)
class Examined:
    """A folder once read: data package (None where unusable), tables as text, spans of dates, every fault."""

    package: Package | None
    tables: dict[str, Table]
    spans: dict[str, Span]
    faults: tuple[Fault, ...]


def examined(folder: Path) -> Examined:
    """The corpus in `folder` as it was read, with every fault that was found on the way."""
    package, faults = read_package(folder)
    if package is None:
        return Examined(None, {}, {}, tuple(sorted(faults)))
    tables = {}
    for name, spec in package.tables.items():
        tables[name], found = read_table(folder, spec)
        faults += found
    spans = spans_in(tables)
    faults += text_faults(tables)
    comparable = without_endless(tables)
    faults += constraint_faults(comparable)
    faults += span_faults(comparable, spans)
    faults += rule_faults(comparable)
    return Examined(package, tables, spans, tuple(sorted(_one_per_cell(faults))))


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
