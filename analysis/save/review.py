"""Open proposals as a workbook in which a person decides on them: one row each, filled where it is sure."""

import os
import tempfile
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from analysis import load
from analysis.errors import ReportError, SitrepError
from analysis.load.drafts import TEXTS, drafts_folder
from analysis.load.packages.package import TableSpec, read_package
from analysis.load.workbooks.folder import is_workbook
from analysis.model import Corpus
from analysis.model.drafts import OPEN, STATUSES
from analysis.model.measures import vocabulary
from analysis.save.coding import columns_of
from analysis.save.rows import EXTRA
from analysis.save.sheets import Book, new_book
from analysis.save.workbook import note

KEY, DECISION = "proposal_id", "decision"

READ = {
    "source_id": "The report. For reading only.",
    "sentence": "The sentence, where `sitrep draft --keep-text` has kept the text. For reading only.",
    "said_by": "Who speaks, as the report calls them. For reading only.",
    "reading": "What the words are read as. For reading only.",
}
"""What stands beside a proposal to be read: changes there are lost."""

TABLES = ("sources", "claims")
"""The tables for which rows are proposed, a sheet each."""

MADE = {"sources": ("source_id",), "claims": ("claim_id", "source_id")}
"""Columns that are not to be filled in: the key of the report stands beside, that of a claim is made."""

_EXTRA = {
    **dict.fromkeys(("role", "other_role"), ("participants", "role")),
    **dict.fromkeys(("status", "other_status"), ("control", "status")),
    "relation": ("relations", "relation"),
    "other_id": ("relations", "other_id"),
}
"""The column of another table that a field beside those of claims fills."""

MOST = 5_000
"""The most keys that a drop-down offers; nobody looks through more."""

LONGEST = 5_000
"""The most letters of a sentence that are shown."""


def write_review(corpus: Path, target: Path) -> int:
    """Write the open proposals beside the corpus in a folder as a workbook, and return how many there are.

    A sheet for `sources` and one for `claims`: a row per proposal with its decision, what it rests on, and
    the fields of the table. A field is filled where it is sure and offers the ranked choices where it is not,
    else the values or keys of its column. Raises SitrepError where there is nothing to decide on or something
    stands at `target`, CorpusError where the corpus or its drafts have faults.
    """
    check_folder(corpus)
    if target.exists():
        raise SitrepError(f"{target}: exists already; expected a new name")
    if target.suffix.lower() != ".xlsx":
        raise SitrepError(f"{target}: expected the name of a workbook, ending in .xlsx")
    coded, found = load.corpus(corpus, "restricted"), load.drafts(corpus)
    proposals = found.proposals[found.proposals["status"] == OPEN]
    if not len(proposals):
        raise SitrepError(f"{drafts_folder(corpus)}: found no open proposal; `sitrep draft` makes some")
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".sitrep-", dir=target.parent) as made:
        room = Path(made) / target.name
        with new_book(room, coded.title) as book:
            for table in TABLES:
                own = proposals[proposals["table"] == table]
                if len(own):
                    _Writer(book, corpus, coded, table).write(own, found.fields)
        os.replace(room, target)
    return len(proposals)


def check_folder(corpus: Path) -> None:
    """Raise SitrepError for a corpus that is a workbook: rows are put into the tables of a folder."""
    if is_workbook(corpus):
        raise SitrepError(
            f"{corpus}: found a workbook; expected the folder of a corpus, as `sitrep convert` makes it"
        )


def headings(table: str, corpus: Path) -> list[str]:
    """The headings of the sheet of a table: what a proposal is known by and rests on, then its fields."""
    fields = [name for name in columns_of(corpus)[table] if name not in MADE[table]]
    extra = [name for name in EXTRA if name not in fields] if table == "claims" else []
    return [KEY, DECISION, *READ, *fields, *extra]


class _Writer:
    """What holds for all rows of one table: its columns, and what each may offer."""

    def __init__(self, book: Book, corpus: Path, coded: Corpus, table: str) -> None:
        self._book, self._corpus, self._table = book, corpus, table
        package, _ = read_package(corpus)
        self._specs: Mapping[str, TableSpec] = package.tables if package is not None else {}
        self._heads = headings(table, corpus)
        self._coded = coded

    def write(self, proposals: pd.DataFrame, fields: pd.DataFrame) -> None:
        """The sheet with a row for each proposal."""
        book, sheet = self._book, self._book.sheet(self._table)
        spec = self._specs[self._table]
        book.headings(sheet, {name: self._note(name) for name in self._heads}, (DECISION, *spec.required))
        values, choices = self._cells(proposals, fields)
        for place, name in enumerate(self._heads):
            book.column(sheet, place, name, values[name], look="read" if name in (KEY, *READ) else "text")
            self._drop_downs(sheet, place, name, choices.get(name, {}), len(proposals))
        sheet.autofilter(0, 0, len(proposals), len(self._heads) - 1)

    def _cells(
        self, proposals: pd.DataFrame, fields: pd.DataFrame
    ) -> tuple[dict[str, list[str]], dict[str, dict[int, list[str]]]]:
        """The text of each cell by column, and the ranked choices of those that are not sure, by column and
        row."""
        told = _told(self._corpus, proposals)
        values = {name: told.get(name, [""] * len(proposals)) for name in self._heads}
        choices: dict[str, dict[int, list[str]]] = {}
        rows = {key: row for row, key in enumerate(told[KEY])}
        own = fields[fields["proposal_id"].isin(rows)].sort_values(["proposal_id", "field", "rank"])
        columns = (own[name].tolist() for name in ("proposal_id", "field", "value", "sure", "rank"))
        for key, field, value, sure, rank in zip(*columns, strict=True):
            name = "said_by" if field == "speaker" else field
            if name in values and rank == 1 and (sure or name in READ):
                values[name][rows[key]] = value
            elif name in values and name not in READ and not values[name][rows[key]]:
                choices.setdefault(name, {}).setdefault(rows[key], []).append(value)
        return values, choices

    def _drop_downs(
        self, sheet: Any, place: int, name: str, choices: Mapping[int, Sequence[str]], rows: int
    ) -> None:
        """Ranked choices where there are some, what the column may hold in the rows between."""
        usual = self._offered(name)
        start = 0
        for row in [*sorted(choices), rows]:
            if usual and row > start:
                self._book.choice(sheet, place, usual, start + 1, row)
            if row in choices:
                self._book.choice(sheet, place, list(dict.fromkeys(choices[row])), row + 1, row + 1)
            start = row + 1

    def _offered(self, name: str) -> list[str]:
        """The values or keys that a column may hold; none where it takes any text or has too many."""
        if name == DECISION:
            return list(STATUSES)
        if name in (KEY, *READ):
            return []
        if self._table == "claims" and name == "measure":
            return list(vocabulary(self._coded.measures))
        table, column = (
            _EXTRA.get(name, (self._table, name)) if self._table == "claims" else (self._table, name)
        )
        spec = self._specs.get(table)
        if spec is None or column not in spec.fields:
            return []
        if column in spec.foreign_keys:
            other, key = spec.foreign_keys[column]
            keys = getattr(self._coded, other or table)[key].tolist()
            return keys if len(keys) <= MOST else []
        return [str(value) for value in spec.fields[column].get("constraints", {}).get("enum", ())]

    def _note(self, name: str) -> str:
        """What is said of a column."""
        if name in READ:
            return READ[name]
        if name == KEY:
            return "Key of the proposal. Leave it as it is."
        if name == DECISION:
            return f"What you decide: {', '.join(STATUSES)}. Rows that are {OPEN} stay as they are."
        table, column = (
            _EXTRA.get(name, (self._table, name)) if self._table == "claims" else (self._table, name)
        )
        spec = self._specs.get(table)
        return note(spec, column) if spec is not None and column in spec.fields else ""


def _told(corpus: Path, proposals: pd.DataFrame) -> dict[str, list[str]]:
    """What the proposals are of, as text by heading."""
    names = (KEY, "source_id", "locator", "wording", "reading")
    told = {name: proposals[name].fillna("").astype(str).tolist() for name in names}
    texts = _texts(corpus, set(told["source_id"]))
    spans = zip(proposals["sentence_start"].tolist(), proposals["sentence_end"].tolist(), strict=True)
    places = zip(told["source_id"], told["locator"], spans, strict=True)
    told["sentence"] = [
        texts.get((source, at), "")[start:end][:LONGEST] for source, at, (start, end) in places
    ]
    return told | {DECISION: [OPEN] * len(proposals)}


def _texts(corpus: Path, sources: Collection[str]) -> dict[tuple[str, str], str]:
    """The paragraphs of the reports whose text is kept, by report and locator."""
    texts: dict[tuple[str, str], str] = {}
    for source in sources:
        file = drafts_folder(corpus) / TEXTS / f"{source}.txt"
        if file.is_file():
            try:
                read = load.report(file)
            except ReportError:
                continue
            texts |= {(source, one.locator): one.text for one in read.paragraphs}
    return texts
