"""Run: one notebook with parameters, executed by papermill in a kernel of its own."""

import json
import os
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat

from analysis.briefing.execution import IOPUB_SECONDS, SAVED_EVERY, START_SECONDS, Evidence, Execution
from analysis.briefing.kernels import Kernel
from analysis.briefing.manuscript import INJECTED, Manuscript, manuscript
from analysis.briefing.parameters import Value, injected
from analysis.briefing.places import places_of, without_places
from analysis.briefing.snapshot import Snapshot
from analysis.errors import NotebookError

CELL_SECONDS = 600
"""A cell that runs longer than this is taken to hang, where no limit is set for the whole run."""


def executed(
    taken: Snapshot,
    values: Mapping[str, Value],
    shown: Mapping[str, Value],
    output: Path,
    kernel: Kernel,
    seconds: float | None = None,
) -> Any:
    """The notebook as executed in the kernel, also written to `output`.

    It runs with `values`, and reads the copies that were `taken` of what they point to; what comes back says
    them as `shown`, and names no folder of the machine. `seconds` is how long all of it may take.
    Progress is shown on a terminal and nowhere else. Raises NotebookError naming the cell and the cause where
    not every code cell was completed; `output` then holds the notebook as far as it came.
    """
    written = manuscript(taken.notebook)
    copies = {name: str(place) for name, place in taken.places.items()}
    given = {name: copies.get(name, value) for name, value in values.items()}
    defaults = "".join(f"\n{name} = {copy!r}" for name, copy in copies.items() if name not in values)
    book = _parameterized(written, given, defaults)
    evidence = Evidence(
        book, output_path=str(output), progress_bar=sys.stderr.isatty(), autosave_cell_every=SAVED_EVERY
    )
    execution = Execution(
        evidence,
        kernel,
        timeout=None if seconds else CELL_SECONDS,
        startup_timeout=START_SECONDS,
        iopub_timeout=IOPUB_SECONDS,
        store_widget_state=False,
        record_timing=False,
    )
    evidence.notebook_start()
    try:
        with _limited(execution, seconds):
            execution.execute(cleanup_kc=True)
        _refuse_failures(evidence)
        without_places(book, places_of(kernel.workplace, taken.room, kernel.home) | _copies(taken, kernel))
    except (NotebookError, RuntimeError, TimeoutError) as failure:
        raise NotebookError(f"{written.name}{_cause(evidence, execution, failure)}") from failure
    finally:
        evidence.notebook_complete()
        _tell(book, written, values, shown)
        output.write_text(nbformat.v4.writes(book), "utf-8")
    return book


def _copies(taken: Snapshot, kernel: Kernel) -> dict[str, str]:
    """What to write instead of the copies that were read, also where a path leads there from the notebook."""
    return {
        spelt: place.name
        for place in taken.places.values()
        for spelt in (str(place), os.path.relpath(place, kernel.workplace))
    }


def _parameterized(written: Manuscript, values: Mapping[str, Value], defaults: str) -> Any:
    """The notebook with a cell that holds the values of this run, where papermill puts it.

    The lines `defaults`, which point to copies in place of defaults, are added where these are declared.
    papermill's own function reads the declarations line by line, and warns of what it cannot read and of
    names that it therefore does not know; ours are checked by then.
    """
    cells = list(written.cells)
    before, after = written.position("parameters"), written.position(INJECTED)
    if values:
        cell: dict[str, Any] = {"cell_type": "code", "id": INJECTED, "metadata": {"tags": [INJECTED]}}
        cell |= {"source": _assignments(injected(written, values)), "outputs": [], "execution_count": None}
        if after is not None:
            cells[after] = cell
        else:
            cells.insert(0 if before is None else before + 1, cell)
    for at in {place for place in (before, after) if place is not None}:
        cells[at] = cells[at] | {"source": cells[at]["source"] + defaults}
    metadata = {**written.book["metadata"], "papermill": {}}
    return nbformat.from_dict({**written.book, "metadata": metadata, "cells": cells})


def _assignments(values: Mapping[str, Value]) -> str:
    # A text of JSON is one of Python, in the quotes that are usual.
    pairs = (
        (name, json.dumps(v, ensure_ascii=False) if isinstance(v, str) else repr(v))
        for name, v in values.items()
    )
    return "\n".join(["# Parameters", *(f"{name} = {written}" for name, written in pairs)])


def _tell(book: Any, written: Manuscript, values: Mapping[str, Value], shown: Mapping[str, Value]) -> None:
    """Let the notebook say the values as they are published, and nothing of when and how fast it ran."""
    for part in (book, *book.cells):
        part.metadata.pop("papermill", None)
    sources = {cell["id"]: cell["source"] for cell in written.cells}
    for cell in book.cells:
        cell.source = sources.get(cell.id, cell.source)
        if INJECTED in cell.metadata.tags and values:
            cell.source = _assignments(injected(written, shown))


@contextmanager
def _limited(execution: Execution, seconds: float | None) -> Iterator[None]:
    """End the run after so many seconds."""
    if seconds is None:
        yield
        return
    timer = threading.Timer(
        seconds, execution.stop, [f"not done after {seconds:g} seconds, the limit of the run"]
    )
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _refuse_failures(evidence: Evidence) -> None:
    """Raise NotebookError where a code cell failed or never ran; empty ones and `skip-execution` need not."""
    if evidence.failure:
        _, failure = evidence.failure
        name, message = getattr(failure, "ename", type(failure).__name__), getattr(failure, "evalue", "")
        ended = ": the notebook ended itself" if name == "SystemExit" else ""
        raise NotebookError(f"{name}: {message}".rstrip(": ") + ended)
    for number, cell in enumerate(evidence.nb.cells, 1):
        runs = cell.cell_type == "code" and cell.source.strip() and "skip-execution" not in cell.metadata.tags
        if runs and cell.execution_count is None:
            raise NotebookError(f"cell {number} never ran")


def _cause(evidence: Evidence, execution: Execution, failure: Exception) -> str:
    """Where the run ended and why."""
    if evidence.failure:
        at, _ = evidence.failure
        return f", cell {at + 1} (In [{evidence.nb.cells[at].execution_count}]): {failure}"
    begun = [at for at, cell in enumerate(evidence.nb.cells, 1) if cell.metadata.papermill.start_time]
    where = f": cell {begun[-1]}" if begun else ": no cell was running"
    if execution.stopped:
        return f"{where}: {execution.stopped}"
    if isinstance(failure, TimeoutError):
        late = "IOPub" in str(failure)
        said = "its outputs did not arrive" if late else f"ran longer than {CELL_SECONDS} s; see --timeout"
        return f"{where}: {said}"
    return f"{where}: {failure}"
