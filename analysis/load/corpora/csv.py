"""One CSV file of a corpus as a frame of text, with everything wrong about its bytes, quotes and header."""

import csv
import io
import json
import re
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from analysis.errors import Fault, Question, nearest
from analysis.load.corpora.encodings import separator_of, text_of
from analysis.load.packages.dialects import DELIMITERS, Dialect
from analysis.load.packages.files import content_of
from analysis.load.packages.package import TableSpec
from analysis.load.packages.quoting import quoted

_SURROGATE = re.compile("[\udc80-\udcff]")


@dataclass(frozen=True)
class TextTable:
    """The cells of one file as text, one row per record, indexed by the line on which the record starts.

    `frame` has the columns that both the file and the data package know; what is empty is missing.
    `complete` is false where rows could not be read, so that nobody concludes from their absence.
    """

    spec: TableSpec
    frame: pd.DataFrame
    complete: bool

    def has(self, *columns: str) -> bool:
        """Whether the file has all these columns."""
        return all(column in self.frame.columns for column in columns)

    def cells(self, *columns: str) -> pd.DataFrame:
        """These columns as text; one that the file lacks is missing in all rows."""
        return self.frame.reindex(columns=list(columns)).astype("str")

    def fault(self, line: object, column: str, found: str, expected: str, hint: str = "") -> Fault:
        """A fault in the row that begins on this line."""
        return Fault(self.spec.file, int(str(line)), column, found, expected, hint)

    def question(self, line: object, column: str, found: str, asks: str) -> Question:
        """A question about the row that begins on this line."""
        return Question(self.spec.file, int(str(line)), column, found, asks)


def read_table(folder: Path, spec: TableSpec) -> tuple[TextTable, list[Fault]]:
    """The table that `spec` describes and the faults of its file; an unreadable file gives an empty table."""
    content, faults = content_of(folder, spec.file)
    if content is None:
        return _empty(spec), faults or [_no_file(folder, spec)]
    text, encoding = text_of(content, spec.file)
    if text is None:
        return _empty(spec), encoding
    text, dialect, told = _parted(text, spec)
    records, broken = _records(text, dialect, spec)
    faults = encoding + told + broken
    if not records:
        return _empty(spec), faults or [_no_header(spec)]
    if _SURROGATE.search(text):
        records, undecodable = _decoded(records, spec)
        faults += undecodable
    (_, labels), *rows = records
    header = _header_faults(labels, dialect, spec)
    if header and not set(labels) & set(spec.fields):
        # What is saved in UTF-16 mostly has tabs as well, and is mended by the same step.
        return _empty(spec), faults if encoding else faults + header
    faults += header + [
        fault for line, cells in rows for fault in _ragged(line, cells, labels, dialect, spec)
    ]
    return TextTable(spec, _frame(rows, labels, spec), complete=not broken), faults + _blank(rows, spec)


def _parted(text: str, spec: TableSpec) -> tuple[str, Dialect, list[Fault]]:
    """The text without a first line `sep=;`, the dialect in which it is read, and the fault of that line."""
    mark, rest = separator_of(text)
    if not mark:
        return text, spec.dialect, []
    found = f"'sep={mark}', which only some spreadsheets understand"
    expected = f"the header in the first line, cells parted by {spec.dialect.parted}"
    fault = Fault(spec.file, 1, "", found, expected, "remove the line and save as CSV, comma, UTF-8")
    return rest, replace(spec.dialect, delimiter=mark), [fault]


def _no_file(folder: Path, spec: TableSpec) -> Fault:
    alike = nearest(spec.file, [entry.name for entry in folder.iterdir() if entry.is_file()])
    return Fault(spec.file, 0, "", "no such file", f"a CSV file with the table {spec.name}", alike)


def _empty(spec: TableSpec) -> TextTable:
    return TextTable(spec, pd.DataFrame({}), complete=False)


def _no_header(spec: TableSpec) -> Fault:
    return Fault(spec.file, 0, "", "an empty file", f"a header row: {','.join(spec.fields)}")


def _records(text: str, dialect: Dialect, spec: TableSpec) -> tuple[list[tuple[int, list[str]]], list[Fault]]:
    """The records with the line on which each starts; reading stops at a quote that cannot be understood."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True, **dialect.settings)
    records: list[tuple[int, list[str]]] = []
    line = 1
    try:
        for cells in reader:
            if cells:
                records.append((line, cells))
            line = reader.line_num + 1
    except csv.Error as cause:
        expected = f'cells parted by {dialect.parted}, quotes closed and doubled within: "a ""b"""'
        return records, [Fault(spec.file, line, "", f"no CSV: {cause}", expected)]
    return records, []


def _header_faults(labels: list[str], dialect: Dialect, spec: TableSpec) -> list[Fault]:
    """Columns that are missing, unknown or there twice."""
    others = [mark for mark in DELIMITERS if mark != dialect.delimiter and mark in labels[0]]
    if len(labels) == 1 and others:
        near = f'save as CSV, comma, or declare "dialect": {{"delimiter": {json.dumps(others[0])}}}'
        found, expected = f"a header without {dialect.parted}", f"cells parted by {dialect.parted}"
        return [Fault(spec.file, 1, "", found, expected, near)]
    missing = [name for name in spec.required if name not in labels]
    extra = [label for label in labels if label not in spec.fields]
    faults = [
        Fault(spec.file, 1, name, "no such column", f"a column {name}", nearest(name, extra))
        for name in missing
    ]
    for label in extra:
        expected = f"one of {', '.join(spec.fields)}"
        hint = nearest(label, missing or spec.fields)
        faults.append(
            Fault(spec.file, 1, quoted(label)[1:-1], f"an unknown column {quoted(label)}", expected, hint)
        )
    twice = [name for name in spec.fields if labels.count(name) > 1]
    return faults + [Fault(spec.file, 1, name, "the column twice", "each column once") for name in twice]


def _ragged(line: int, cells: list[str], labels: list[str], dialect: Dialect, spec: TableSpec) -> list[Fault]:
    if len(cells) == len(labels):
        return []
    quote = f"quote a cell that holds {dialect.parted}"
    hint = quote if len(cells) > len(labels) else "add the empty cells"
    return [Fault(spec.file, line, "", f"{len(cells)} cells", f"{len(labels)} cells, as in the header", hint)]


def _blank(rows: list[tuple[int, list[str]]], spec: TableSpec) -> list[Fault]:
    return [
        Fault(spec.file, line, "", "a row of empty cells", "a record, or no row")
        for line, cells in rows
        if not any(cells)
    ]


def _decoded(
    records: list[tuple[int, list[str]]], spec: TableSpec
) -> tuple[list[tuple[int, list[str]]], list[Fault]]:
    """The records with undecodable bytes read as Windows-1252, and one fault for the first of them.

    One fault is enough, as the whole file has one encoding; the guess lets the keys in it still be checked.
    """
    faults: list[Fault] = []
    decoded = []
    labels = [_guess(label) for label in records[0][1]]
    for line, cells in records:
        kept = []
        for position, cell in enumerate(cells):
            bad = _SURROGATE.search(cell)
            text = _guess(cell) if bad else cell
            if bad and not faults:
                column = labels[position] if position < len(labels) else ""
                found = f"byte 0x{ord(bad[0]) - 0xDC00:02X} at character {bad.start() + 1} of the cell"
                faults.append(Fault(spec.file, line, column, found, "UTF-8", text))
            kept.append(text)
        decoded.append((line, kept))
    return decoded, faults


def _guess(cell: str) -> str:
    return cell.encode("utf-8", errors="surrogateescape").decode("cp1252", errors="replace")


def _frame(rows: list[tuple[int, list[str]]], labels: list[str], spec: TableSpec) -> pd.DataFrame:
    """The known columns as text in the file's order, indexed by line; empty cells and rows are missing."""
    first = {name: labels.index(name) for name in labels if name in spec.fields}
    filled = [(line, cells) for line, cells in rows if any(cells)]
    columns = {
        name: [cells[at] or None if at < len(cells) else None for _, cells in filled]
        for name, at in first.items()
    }
    return pd.DataFrame(columns, index=[line for line, _ in filled], dtype="str")
