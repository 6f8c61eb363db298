"""Manifest: what went into a briefing and what came out, with checksums. The only place that holds a
clock."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from analysis import __version__

PACKAGES = ("pandas", "matplotlib", "networkx", "frictionless", "papermill", "jinja2")
"""Those whose version can change a figure, a chart or the page."""


def inputs(notebook: Path, data: Iterable[Path]) -> list[dict[str, Any]]:
    """Path, size and SHA-256 of the notebook and of every file in the folders it reads.

    Paths begin at the folder named, so that they read the same on every machine.
    """
    entries = [_entry(notebook, notebook.parent)]
    for path in data:
        files = [path] if path.is_file() else sorted(file for file in path.rglob("*") if file.is_file())
        entries.extend(_entry(file, path.resolve().parent) for file in files)
    return entries


def outputs(folder: Path) -> list[dict[str, Any]]:
    """Path, size and SHA-256 of every file in `folder`."""
    return [_entry(file, folder) for file in sorted(folder.rglob("*")) if file.is_file()]


def recipe(
    notebook: Path, data: Iterable[Path], values: Mapping[str, Any], sources: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    """What determines a briefing: inputs, parameters, sources and versions; nothing in it depends on the
    clock."""
    return {
        "made_by": f"Sitrep {__version__}",
        "notebook": notebook.name,
        "parameters": dict(values),
        "inputs": inputs(notebook, data),
        "sources": list(sources),
        "packages": {name: version(name) for name in PACKAGES},
    }


def manifest(
    recipe: Mapping[str, Any], folder: Path, started: datetime, finished: datetime
) -> dict[str, Any]:
    """The recipe with the outputs in `folder` and the times of the run (UTC, ISO 8601)."""
    times = {
        "started": started.isoformat(timespec="seconds"),
        "finished": finished.isoformat(timespec="seconds"),
    }
    return {**recipe, "outputs": outputs(folder), "times": times}


def _entry(file: Path, start: Path) -> dict[str, Any]:
    content = file.read_bytes()
    name = file.resolve().relative_to(start.resolve()).as_posix()
    return {"path": name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
