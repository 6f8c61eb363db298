"""Manuscripts: a notebook as its author left it, read and made whole before anything of it runs."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis.errors import ParameterError

INJECTED = "injected-parameters"
"""The tag of the cell that papermill adds with the values of a run."""

_CELL = {"cell_type", "id", "metadata", "source"}
_KEPT = {"code": _CELL, "markdown": {*_CELL, "attachments"}, "raw": {*_CELL, "attachments"}}
_ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")
_MINOR = 5
"""The format that is written: 4.5, in which every cell has an id."""

_KERNELS = {
    "ir": "R",
    "julia": "Julia",
    "bash": "Bash",
    "xcpp": "C++",
    "deno": "TypeScript",
    "octave": "Octave",
}
"""Beginnings of the names of kernels that often stand without their language."""


@dataclass(frozen=True)
class Manuscript:
    """A notebook of format 4.5 as plain JSON, its cells without outputs; `name` is that of its file."""

    name: str
    book: dict[str, Any]

    @property
    def cells(self) -> list[dict[str, Any]]:
        """The cells, each with type, id, metadata that hold tags, and source as one text."""
        found: list[dict[str, Any]] = self.book["cells"]
        return found

    def position(self, tag: str) -> int | None:
        """Where the first cell with this tag stands, counted from 0; papermill looks at no other."""
        return next((at for at, cell in enumerate(self.cells) if tag in cell["metadata"]["tags"]), None)

    def source(self, tag: str) -> str:
        """The code of the first cell with this tag, empty where there is none or it holds no code."""
        at = self.position(tag)
        return self.cells[at]["source"] if at is not None and self.cells[at]["cell_type"] == "code" else ""


def manuscript(notebook: Path) -> Manuscript:
    """The notebook in a file of format 1 to 4, with or without a byte-order mark.

    Outputs of an earlier run are dropped; cells get the ids they lack. Raises ParameterError where the file
    is no notebook, naming the cells that cannot be read, or where it is not written in Python.
    """
    try:
        book = json.loads(notebook.read_bytes().decode("utf-8-sig"))
    except (ValueError, RecursionError) as cause:
        found = "no text in UTF-8" if isinstance(cause, UnicodeDecodeError) else "no JSON"
        raise ParameterError(f"{notebook.name}: no notebook ({found}); expected an .ipynb file") from cause
    current = _current(notebook.name, book)
    metadata = current.get("metadata", {})
    faults = [] if isinstance(metadata, dict) else ["metadata: expected an object"]
    cells = current.get("cells")
    if not isinstance(cells, list):
        raise ParameterError(f"{notebook.name}: no notebook (no list of cells); expected an .ipynb file")
    for number, cell in enumerate(cells, 1):
        faults += [f"cell {number}: {fault}" for fault in _faults(cell)]
    if faults:
        raise ParameterError(
            "\n".join([f"{notebook.name}: no valid notebook", *(f"  {one}" for one in faults)])
        )
    _check_language(notebook.name, metadata)
    whole = {"metadata": metadata, "nbformat": 4, "nbformat_minor": _MINOR, "cells": list(_whole(cells))}
    return Manuscript(notebook.name, whole)


def _current(name: str, book: Any) -> dict[str, Any]:
    """The notebook in format 4, older ones converted as Jupyter does."""
    major = book.get("nbformat") if isinstance(book, dict) else None
    if not isinstance(major, int) or isinstance(major, bool):
        raise ParameterError(f"{name}: no notebook (no nbformat); expected an .ipynb file")
    if not 1 <= major <= 4:
        raise ParameterError(f"{name}: found a notebook of format {major}; expected format 3 or 4")
    if major == 4:
        return dict(book)
    import nbformat  # here, because it is slow to import and only old notebooks need it

    try:
        return dict(nbformat.reads(json.dumps(book), as_version=4))
    except Exception as cause:
        found = f"found a notebook of format {major} that cannot be converted"
        raise ParameterError(
            f"{name}: {found} ({type(cause).__name__}: {cause}); expected format 4"
        ) from cause


def _faults(cell: Any) -> Iterator[str]:
    """What keeps a cell from being read."""
    if not isinstance(cell, dict):
        yield "expected an object"
        return
    if cell.get("cell_type") not in _KEPT:
        yield f"cell_type: found {cell.get('cell_type')!r}; expected code, markdown or raw"
    source = cell.get("source", "")
    lines = source if isinstance(source, list) else [source]
    if not all(isinstance(line, str) for line in lines):
        yield "source: expected text or a list of lines"
    metadata = cell.get("metadata", {})
    if not isinstance(metadata, dict):
        yield "metadata: expected an object"
    elif not _are_texts(metadata.get("tags", [])):
        yield "metadata, tags: expected a list of texts"


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _whole(cells: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The cells with all that format 4.5 asks for and nothing that it does not know."""
    taken: set[str] = set()
    for number, cell in enumerate(cells, 1):
        kind, name = cell["cell_type"], cell.get("id")
        if not isinstance(name, str) or not _ID.fullmatch(name) or name in taken:
            name = f"cell-{number}"
        taken.add(name)
        whole = {key: value for key, value in cell.items() if key in _KEPT[kind]}
        metadata = {"tags": [], **cell.get("metadata", {})}
        whole |= {"id": name, "metadata": metadata, "source": "".join(cell.get("source", ""))}
        yield whole | ({"outputs": [], "execution_count": None} if kind == "code" else {})


def _check_language(name: str, metadata: dict[str, Any]) -> None:
    """Refuse a notebook of another language; a kernel of any name is Python's if nothing says otherwise."""
    spec, info = (
        found if isinstance(found := metadata.get(key), dict) else {}
        for key in ("kernelspec", "language_info")
    )
    kernel = str(spec.get("name") or "")
    known = next((word for start, word in _KERNELS.items() if re.match(rf"{start}(?![a-z])", kernel)), "")
    language = str(spec.get("language") or known or info.get("name") or "")
    if language and "python" not in language.casefold():
        called = f"kernel {kernel} ({language})" if kernel else f"language {language}"
        raise ParameterError(f"{name}: {called}: Sitrep runs Python notebooks")
