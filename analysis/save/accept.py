"""What a person has decided in a workbook of proposals, carried out: all of it, or nothing."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from analysis import load
from analysis.errors import CorpusError, Fault, SitrepError, nearest
from analysis.load.corpora.csv import TextTable
from analysis.load.packages.quoting import quoted
from analysis.load.workbooks.cells import in_sheet
from analysis.load.workbooks.sheets import Sheet, sheets_of
from analysis.model import Corpus
from analysis.model.drafts import ACCEPTED, OPEN, REJECTED, STATUSES
from analysis.save import coding
from analysis.save.drafts import decide_all
from analysis.save.review import DECISION, KEY, READ, TABLES, check_folder, headings
from analysis.save.rows import rows_for

NEEDED = ("locator", "measure")
"""What the key of a claim is made from."""


@dataclass(frozen=True)
class Decided:
    """What has become of the proposals of a workbook: keys of rows that stand in the corpus now, how many
    proposals were rejected, and how many are open still."""

    accepted: tuple[str, ...]
    rejected: int
    open: int


@dataclass(frozen=True)
class _Line:
    """One row of a sheet: its proposal, the decision on it, and its filled cells by heading."""

    table: str
    row: int
    key: str
    decision: str
    cells: Mapping[str, str]


def accept(book: Path, corpus: Path) -> Decided:
    """Put the accepted rows of a workbook of proposals, as `write_review` made it, into the corpus in a
    folder, and note all decisions.

    All rows are put in together and checked as `coding.add` checks them; a claim that stands there already,
    word for word, is not put in again. Raises CorpusError where a row cannot be taken, which names sheet and
    cell; SitrepError where `corpus` is a workbook. Nothing is written then.
    """
    check_folder(corpus)
    sheets, faults = sheets_of(book)
    if sheets is None or faults:
        raise CorpusError(str(book), faults)
    columns = {name: _columns(sheets[name]) for name in TABLES if name in sheets}
    lines, wrong = _lines(book, corpus, sheets, columns)
    if wrong:
        raise CorpusError(str(book), wrong)
    keys = _put_in(book, corpus, [one for one in lines if one.decision == ACCEPTED], columns)
    decisions = {one.key: (one.decision, keys.get(one.key, "")) for one in lines if one.decision != OPEN}
    if decisions:
        decide_all(corpus, decisions)
    rejected = sum(one.decision == REJECTED for one in lines)
    return Decided(tuple(keys.values()), rejected, sum(one.decision == OPEN for one in lines))


def _columns(sheet: Sheet) -> dict[str, int]:
    """The number of each column by its heading."""
    return {text.strip(): number for number, text in enumerate(sheet.rows.get(1, ()), 1) if text.strip()}


def _lines(
    book: Path, corpus: Path, sheets: Mapping[str, Sheet], columns: Mapping[str, Mapping[str, int]]
) -> tuple[list[_Line], list[Fault]]:
    """The rows of all sheets whose proposals are open, and what is wrong with the sheets."""
    found = load.drafts(corpus).proposals
    own = (found[name].astype(str).tolist() for name in (KEY, "source_id", "status"))
    known = {key: (source, status) for key, source, status in zip(*own, strict=True)}
    faults = [
        Fault(in_sheet(book, name), 0, "", "a sheet that is none of proposals", " or ".join(TABLES))
        for name in sheets
        if name not in (*TABLES, "lists")
    ]
    if not columns:
        expected = "the sheet claims or sources, as `sitrep review` writes it"
        faults.append(Fault(book.name, 0, "", "no sheet of proposals", expected))
    lines = []
    for name, places in columns.items():
        faults += _heading_faults(book, name, places, headings(name, corpus))
        for row, texts in sorted(sheets[name].rows.items()):
            if row > 1 and KEY in places and DECISION in places:
                cells = {head: texts[at - 1].strip() for head, at in places.items() if at <= len(texts)}
                one = _Line(name, row, cells.get(KEY, ""), cells.get(DECISION, "") or OPEN, cells)
                wrong = list(_row_faults(book, one, sheets[name], places, known))
                faults += wrong
                if not wrong and known[one.key][1] == OPEN:
                    filled = {head: cell for head, cell in cells.items() if cell}
                    lines.append(replace(one, cells=filled | {"source_id": known[one.key][0]}))
    return lines, faults


def _heading_faults(
    book: Path, sheet: str, places: Mapping[str, int], expected: Sequence[str]
) -> Iterator[Fault]:
    """Headings that are missing among those that count, or mean nothing."""
    where = in_sheet(book, sheet)
    for name in (KEY, DECISION):
        if name not in places:
            near = nearest(name, places)
            yield Fault(where, 1, name, "no such column", f"a column {name}", near)
    for name, place in places.items():
        if name not in expected:
            near, known = nearest(name, expected), f"one of {', '.join(expected)}"
            yield Fault(in_sheet(book, sheet, 1, place), 1, name, "an unknown column", known, near)


def _row_faults(
    book: Path, line: _Line, sheet: Sheet, places: Mapping[str, int], known: Mapping[str, tuple[str, str]]
) -> Iterator[Fault]:
    """What is wrong with a row before the corpus is asked."""

    def fault(name: str, found: str, expected: str, near: str = "") -> Fault:
        where = in_sheet(book, line.table, line.row, places.get(name, 0))
        return Fault(where, line.row, name, found, expected, near)

    names = {place: name for name, place in places.items()}
    if line.decision not in STATUSES:
        expected = f"one of {', '.join(STATUSES)}"
        yield fault(DECISION, quoted(line.decision), expected, nearest(line.decision, STATUSES))
    if line.key not in known:
        near = nearest(line.key, known)
        yield fault(KEY, quoted(line.key) if line.key else "nothing", "the key of a proposal", near)
    elif known[line.key][1] not in (OPEN, line.decision) and line.decision != OPEN:
        yield fault(DECISION, line.decision, f"what was decided meanwhile: {known[line.key][1]}")
    taken = line.decision == ACCEPTED
    for (row, place), (found, expected, near) in sheet.problems.items():
        name = names.get(place, "")
        if row == line.row and (name in (KEY, DECISION) or (taken and name not in ("", *READ))):
            yield fault(name, found, expected, near)
    for name in NEEDED if taken and line.table == "claims" else ():
        if not line.cells.get(name):
            yield fault(name, "an empty cell", f"a {name}, which every claim has")


def _put_in(
    book: Path, corpus: Path, lines: Sequence[_Line], columns: Mapping[str, Mapping[str, int]]
) -> dict[str, str]:
    """Put the accepted rows into the corpus; the keys of their rows by those of their proposals."""
    if not lines:
        return {}
    found = load.review(corpus)
    coded = load.corpus(corpus, "restricted")
    keys: dict[str, str] = {}
    rows: list[coding.Row] = []
    origins: list[_Line] = []
    for line in sorted(lines, key=lambda one: TABLES.index(one.table)):
        cells = {name: cell for name, cell in line.cells.items() if name not in (KEY, DECISION, *READ)}
        cells["source_id"] = line.cells["source_id"]
        key = "claim_id" if line.table == "claims" else "source_id"
        standing = _standing(found.read.tables[line.table], key, cells)
        if standing:
            keys[line.key] = standing
            continue
        made = _made(book, line, cells, coded, keys.values())
        main = next(row for row in made if row.table == line.table)
        keys[line.key] = main.cells[key]
        rows += made
        origins += [line] * len(made)
    if rows:
        _add(book, corpus, rows, origins, columns)
    return keys


def _made(
    book: Path, line: _Line, cells: Mapping[str, str], coded: Corpus, taken: Collection[str]
) -> list[coding.Row]:
    """The rows that a line makes; CorpusError where a field lacks what it is of."""
    try:
        return rows_for(line.table, cells, coded, taken)
    except SitrepError as refusal:
        name, _, told = str(refusal).partition(": ")
        found, _, expected = told.removeprefix("found ").partition("; expected ")
        where = in_sheet(book, line.table, line.row)
        raise CorpusError(str(book), [Fault(where, line.row, name, found, expected)]) from None


def _standing(table: TextTable, key: str, cells: Mapping[str, str]) -> str:
    """The key of the row that has these cells and no others; empty where none has."""
    own = table.frame
    given = {name: cell for name, cell in cells.items() if name in own.columns}
    if key not in own.columns or len(given) < len(cells):
        return ""
    same = own[list(given)].eq(pd.Series(given)).all(axis=1)
    same &= own[[name for name in own.columns if name not in (key, *given)]].isna().all(axis=1)
    return str(own.loc[same, key].iloc[0]) if same.any() else ""


def _add(
    book: Path,
    corpus: Path,
    rows: Sequence[coding.Row],
    origins: Sequence[_Line],
    columns: Mapping[str, Mapping[str, int]],
) -> None:
    """Put rows in; the faults that the corpus would have are told by the cells that they come from."""
    places = dict(zip(coding.lines_of(corpus, rows), origins, strict=True))
    try:
        coding.add(corpus, rows)
    except CorpusError as refusal:
        faults = []
        for fault in refusal.faults:
            line = places.get((fault.file, fault.row))
            if line is not None:
                place = columns[line.table].get(fault.column, 0)
                where = in_sheet(book, line.table, line.row, place)
                fault = replace(fault, file=where, row=line.row)
            faults.append(fault)
        raise CorpusError(str(book), faults) from None
