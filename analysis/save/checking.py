"""What a check found, as a table to work through, as JSON, and again at each save."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from zipfile import is_zipfile

import watchfiles
from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.table import Table

from analysis.errors import Fault, Question
from analysis.load import review
from analysis.load.corpus import Review
from analysis.load.drafts import drafts_folder

WIDTH = 150
"""The width of tables where nobody's terminal says another."""

NARROW = 60
"""The least width in which a table can be read."""

WIDE = 120
"""From this width on what was found, expected and is near stand side by side; below it each has its line."""

SETTLED = 100
"""Milliseconds without a change after which files are taken as saved."""

LOOK = 500
"""Milliseconds after which the watch looks up from waiting, so that it can be stopped."""

READ = (".csv", ".json", ".geojson", ".xlsx", ".xlsm")
"""What a corpus is made of; other files beside it are not watched."""


class Change(NamedTuple):
    """What a save has changed: faults that are gone, that are new, and all that is found now."""

    mended: tuple[Fault, ...]
    new: tuple[Fault, ...]
    found: Review


def as_table(path: Path, found: Review, width: int) -> str:
    """The faults, then the questions, in order of file and row, and what the codebook says of their columns.

    The first line says how many faults there are. `width` is that of the terminal in letters; no cell is cut
    in any.
    """
    wide = max(width, NARROW)
    parts = [counted(path, found)]
    rows = [(one, (one.found, one.expected, one.nearest)) for one in found.faults]
    parts += _section(("found", "expected", "nearest valid"), rows, wide)
    if found.questions:
        parts.append("1 question" if len(found.questions) == 1 else f"{len(found.questions)} questions")
        asked = [(one, (one.found, one.asks)) for one in found.questions]
        parts += _section(("found", "question"), asked, wide)
    parts += _codebook(found, wide)
    if found.drafts.proposals:
        parts.append(str(found.drafts))
    return re.sub("\n{3,}", "\n\n", "\n".join(parts)).rstrip("\n")


def as_json(path: Path, found: Review, indent: int | None = 2, *, readings: bool = False) -> str:
    """The same as one JSON object, on one line where `indent` is None.

    `corpus`; `faults` and `questions`, each with `file`, `row` (0 for the whole file) and `column`, and what
    was `found`; a fault with what was `expected`, the `nearest` valid value and what the `codebook` says of
    its column, a question with what it `asks`; how many proposals are `unreviewed`; and, if asked for,
    `readings`: `words` and `phrases` with what each is read as.
    """
    faults = [
        {
            **_where(one),
            "found": one.found,
            "expected": one.expected,
            "nearest": one.nearest,
            "codebook": found.codebook(one),
        }
        for one in found.faults
    ]
    questions = [{**_where(one), "found": one.found, "asks": one.asks} for one in found.questions]
    told: dict[str, object] = {
        "corpus": str(path),
        "faults": faults,
        "questions": questions,
        "unreviewed": found.drafts.proposals,
    }
    if readings:
        words = [one._asdict() for one in found.readings.words]
        told["readings"] = {"words": words, "phrases": [one._asdict() for one in found.readings.phrases]}
    return json.dumps(told, indent=indent, ensure_ascii=False)


def counted(path: Path, found: Review) -> str:
    """How many faults a corpus has, in one line."""
    faults = len(found.faults)
    return f"{path}: " + ("no faults" if not faults else "1 fault" if faults == 1 else f"{faults} faults")


def left(path: Path, found: Review) -> str:
    """What is left to work through, in one line."""
    parts = [counted(path, found)]
    if found.questions:
        parts.append("1 question" if len(found.questions) == 1 else f"{len(found.questions)} questions")
    if found.drafts.proposals:
        parts.append(str(found.drafts))
    return ", ".join(parts)


def changes(path: Path) -> Iterator[Change]:
    """A check of the corpus at `path`, a folder or a workbook: one at once, with every fault as new, then one
    at each save of it or of its drafts, until the process is stopped. Where nothing is to be watched only the
    first comes.
    """
    before: tuple[Fault, ...] = ()
    for found in _checks(path):
        mended, new = _without(before, found.faults), _without(found.faults, before)
        yield Change(mended, new, found)
        before = found.faults


def _checks(path: Path) -> Iterator[Review]:
    """What is found each time. It is looked for only when the watch has begun, so that no save is missed."""
    folder, drafts = (path if path.is_dir() else path.parent), drafts_folder(path)
    if not path.exists():
        yield review(path)
        return
    due = True
    while folder.is_dir():
        with_drafts = drafts.is_dir()
        watch = watchfiles.watch(
            *([folder, drafts] if with_drafts else [folder]),
            step=SETTLED,
            rust_timeout=LOOK,
            yield_on_timeout=True,
            recursive=False,
            watch_filter=lambda _, name: _is_read(Path(name)) or Path(name).name == drafts.name,
        )
        for saved in watch:
            due = due or bool(saved)
            if saved and path.is_file() and not is_zipfile(path):
                continue  # a workbook of which only half is written; what stays broken is told the next time
            if due and path.exists():  # an editor saves by putting a new file in place of the old one
                yield review(path)
                due = False
            if drafts.is_dir() != with_drafts:  # from now on these are watched too, or no longer
                due = True
                break


def _is_read(path: Path) -> bool:
    return path.name.endswith(READ) and not path.name.startswith((".", "~", "#"))


def _without(faults: Sequence[Fault], others: Sequence[Fault]) -> tuple[Fault, ...]:
    """The faults that are not among the others. A fault that has only moved to another row is the same."""
    left = Counter(map(_matter, others))
    kept = []
    for fault in faults:
        left[_matter(fault)] -= 1
        if left[_matter(fault)] < 0:
            kept.append(fault)
    return tuple(kept)


def _matter(fault: Fault) -> tuple[str, str, str, str]:
    return _table_of(fault), fault.column, fault.found, fault.expected


def _where(one: Fault | Question) -> Mapping[str, object]:
    return {"file": one.file, "row": one.row, "column": one.column}


def _table_of(one: Fault | Question) -> str:
    """The file, or the workbook and its sheet, without the cell."""
    return one.file.partition(", cell ")[0]


def _cell(one: Fault | Question) -> str:
    """The row, or in a workbook the cell; empty where the whole file is meant."""
    return one.file.partition(", cell ")[2] or (str(one.row) if one.row else "")


def _section(
    heads: Sequence[str], rows: Sequence[tuple[Fault | Question, Sequence[str]]], width: int
) -> list[str]:
    """Rows as they stand in the files; a file is named once, where it begins."""
    if not rows:
        return []
    cell = "cell" if any(", cell " in one.file for one, _ in rows) else "row"
    if width < WIDE:
        return _stacked(heads, rows, width)
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for head in ("file", cell, "column", *heads):
        table.add_column(head, overflow="fold", no_wrap=head in (cell, "column"))
    before = ""
    for one, cells in rows:
        name = _table_of(one)
        table.add_row("" if name == before else name, _cell(one), one.column, *cells)
        before = name
    return ["", _printed(table, width), ""]


def _stacked(
    heads: Sequence[str], rows: Sequence[tuple[Fault | Question, Sequence[str]]], width: int
) -> list[str]:
    """Each file as a line, and below it a row for each cell with what is said of it in lines."""
    parts: list[str] = []
    deep = max(len(_cell(one)) for one, _ in rows)
    broad = max(len(one.column) for one, _ in rows)
    for name in dict.fromkeys(_table_of(one) for one, _ in rows):
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(min_width=deep, justify="right", no_wrap=True)
        table.add_column(min_width=broad, no_wrap=True)
        table.add_column(overflow="fold")
        for one, cells in rows:
            if _table_of(one) == name:
                said = [
                    f"{head}: {cell}" if place else cell
                    for place, (head, cell) in enumerate(zip(heads, cells, strict=True))
                    if cell
                ]
                table.add_row(_cell(one), one.column, "\n".join(said))
        parts += ["", name, _printed(table, width)]
    return [*parts, ""]


def _codebook(found: Review, width: int) -> list[str]:
    """What the codebook says of each column with a fault, once for each."""
    told = dict.fromkeys((_table_of(one), one.column, found.codebook(one)) for one in found.faults)
    rows = [(file, column, words) for file, column, words in told if column and words]
    if not rows:
        return []
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    before = ""
    for file, column, words in rows:
        if file != before:
            table.add_row(file, "")
        table.add_row(f"  {column}", words)
        before = file
    return ["From the codebook:", _printed(table, width)]


def _printed(table: RenderableType, width: int) -> str:
    console = Console(width=width, color_system=None, highlight=False, markup=False, emoji=False)
    with console.capture() as caught:
        console.print(table)
    return "\n".join(line.rstrip() for line in caught.get().splitlines()).strip("\n")
