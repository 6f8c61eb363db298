"""What was proposed for a corpus and what has become of it: tables in a folder beside it, never part of it.

The folder is `drafts` in that of the corpus, or `STEM-drafts` beside a workbook. Nothing here opens a corpus.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from analysis.errors import CorpusError, Fault, Question, nearest
from analysis.load.corpora.csv import TextTable, read_table
from analysis.load.packages.package import TableSpec
from analysis.load.packages.quoting import quoted
from analysis.model.drafts import ACCEPTED, OPEN
from analysis.model.frames import DRAFTED_REPORTS, PROPOSAL_FIELDS, PROPOSALS, Contract

FILES: dict[str, Contract] = {
    "proposals.csv": PROPOSALS,
    "proposal_fields.csv": PROPOSAL_FIELDS,
    "reports.csv": DRAFTED_REPORTS,
}
"""The tables beside a corpus, by file."""

TEXTS = "texts"
"""The folder, within that of the drafts, of texts that the user asked to keep: a file per report, by key."""

STEP = ".step"
"""The folder, within that of the drafts, of new tables that are whole and not yet put in place of the old."""

TRUTH = {"yes": True, "no": False}
"""How what is true or not is written."""

DIGITS = 9
"""A count of letters has at most so many digits."""


@dataclass(frozen=True)
class Drafted:
    """The drafts of a corpus: frames by `DRAFTED_REPORTS`, `PROPOSALS` and `PROPOSAL_FIELDS`; all are empty
    where nothing was drafted."""

    reports: pd.DataFrame
    proposals: pd.DataFrame
    fields: pd.DataFrame


@dataclass(frozen=True)
class Unreviewed:
    """How many proposals nobody has decided on, of how many reports, and what is odd about the drafts."""

    proposals: int
    reports: int
    questions: tuple[Question, ...]

    def __str__(self) -> str:
        proposals = "1 proposal" if self.proposals == 1 else f"{self.proposals} proposals"
        return f"{proposals} of {'1 report' if self.reports == 1 else f'{self.reports} reports'} unreviewed"


def drafts_folder(corpus: str | Path) -> Path:
    """Where the drafts of a corpus lie: in its folder, or beside its workbook."""
    place = Path(corpus)
    return place.with_name(f"{place.stem}-drafts") if place.is_file() else place / "drafts"


def drafts(corpus: str | Path) -> Drafted:
    """The proposals for the corpus in a folder or workbook, with their values and the reports they are of.

    Raises CorpusError with every fault of their tables. Where nothing was drafted all frames are empty.
    """
    folder = drafts_folder(corpus)
    found, faults = _tables(folder)
    if faults:
        raise CorpusError(str(folder), faults)
    return Drafted(found["reports.csv"], found["proposals.csv"], found["proposal_fields.csv"])


def unreviewed(corpus: str | Path, keys: Mapping[str, set[str]]) -> Unreviewed:
    """How many proposals wait for a decision; `keys` are those of the tables of the corpus, by table.

    Drafts are no part of a corpus: what is wrong in them is asked, and is no fault. So is a row that was
    accepted and is gone, and a report with decisions that `sources` no longer has.
    """
    folder = drafts_folder(corpus)
    found, faults = _tables(folder)
    if faults:
        asked = [Question(f"{folder.name}/{one.file}", *_asking(one)) for one in faults]
        return Unreviewed(0, 0, tuple(asked))
    proposals = found["proposals.csv"]
    waiting = proposals[proposals["status"] == OPEN]
    questions = [
        Question(f"{folder.name}/proposals.csv", row + 2, "row_key", quoted(key), _GONE.format(table=table))
        for row, (status, table, key) in enumerate(
            zip(proposals["status"], proposals["table"], proposals["row_key"], strict=True)
        )
        if status == ACCEPTED and str(key) not in keys.get(str(table), set())
    ]
    return Unreviewed(len(waiting), waiting["source_id"].nunique(), tuple(questions))


_GONE = "It was accepted, and {table} has no such row: was it renamed or deleted by hand?"


def _asking(fault: Fault) -> tuple[int, str, str, str]:
    """A fault of the drafts, as it is asked."""
    return fault.row, fault.column, fault.found, f"Expected {fault.expected}: was the table edited by hand?"


def _tables(folder: Path) -> tuple[dict[str, pd.DataFrame], tuple[Fault, ...]]:
    """The tables of drafts, and every fault of them; all are empty where there are none."""
    if not any((place / file).exists() for file in FILES for place in (folder, folder / STEP)):
        return {file: contract.of([]) for file, contract in FILES.items()}, ()
    # A step that is whole counts, also where it was cut off before its tables took their places.
    texts, faults = {}, []
    for file, contract in FILES.items():
        whole = folder / STEP if (folder / STEP / file).is_file() else folder
        texts[file], found = read_table(whole, _spec(file, contract))
        faults += [*found, *_cell_faults(texts[file], contract)]
    faults += _orphans(texts)
    if faults:
        return {}, tuple(sorted(faults))
    return {file: _typed(texts[file], contract) for file, contract in FILES.items()}, ()


def _spec(file: str, contract: Contract) -> TableSpec:
    """The contract as the reader of tables takes it."""
    fields = [
        {"name": one.name, "type": "string", "constraints": {"required": True}} for one in contract.columns
    ]
    return TableSpec(contract.name, file, {"fields": fields, "primaryKey": list(contract.key)})


def _cell_faults(table: TextTable, contract: Contract) -> list[Fault]:
    """Cells that are empty or no value of their column, and keys that occur twice."""
    faults = []
    for column in contract.columns:
        if not table.has(column.name):
            continue
        fits, expected, near = _form(column.kind, column.values)
        for line, cell in table.frame[column.name].items():
            if pd.isna(cell):
                if not column.missing:
                    faults.append(table.fault(line, column.name, "an empty cell", expected))
            elif not fits(cell):
                faults.append(table.fault(line, column.name, quoted(cell), expected, nearest(cell, near)))
    if table.has(*contract.key):
        twice = table.frame[table.frame.duplicated(list(contract.key))]
        for line, cells in zip(twice.index, twice[list(contract.key)].itertuples(index=False), strict=True):
            found = f"{' '.join(map(str, cells))} again"
            faults.append(table.fault(line, contract.key[-1], found, "each key once"))
    return faults


def _form(kind: str, values: tuple[str, ...]) -> tuple[Callable[[str], bool], str, tuple[str, ...]]:
    """What tells whether a cell is of its column, what is expected, and the values that it may mean."""
    if kind == "int64":
        return _is_count, "a whole number, 0 or more", ()
    if kind == "bool":
        return TRUTH.__contains__, "yes or no", tuple(TRUTH)
    if values:
        return values.__contains__, f"one of {', '.join(values)}", values
    return lambda cell: True, "a text", ()


def _is_count(cell: str) -> bool:
    return cell.isascii() and cell.isdigit() and len(cell) <= DIGITS


def _orphans(texts: Mapping[str, TextTable]) -> list[Fault]:
    """Rows that are of no proposal, or of no report."""
    faults = []
    for file, column, whole in (
        ("proposal_fields.csv", "proposal_id", "proposals.csv"),
        ("proposals.csv", "source_id", "reports.csv"),
    ):
        if not (texts[file].has(column) and texts[whole].has(column) and texts[whole].complete):
            continue
        known = set(texts[whole].frame[column])
        cells = texts[file].frame[column]
        for line, cell in cells[cells.notna() & ~cells.isin(known)].items():
            faults.append(
                texts[file].fault(line, column, quoted(cell), f"one of {whole}", nearest(cell, known))
            )
    return faults


def _typed(table: TextTable, contract: Contract) -> pd.DataFrame:
    """The frame that the contract promises."""
    frame = table.frame.reindex(columns=list(contract.names))
    for column in contract.columns:
        if column.kind == "bool":
            frame[column.name] = frame[column.name].map(TRUTH)
    return contract.shaped(frame)
