"""Build: from a notebook and its parameters to a published folder, whole or not at all."""

import json
import shutil
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from analysis.briefing import manifest, parameters
from analysis.briefing.document.blocks import Document
from analysis.briefing.document.data import csv_files
from analysis.briefing.kernels import kernel
from analysis.briefing.page import fonts
from analysis.briefing.page.html import page
from analysis.briefing.pdf.press import pdf
from analysis.briefing.publish import published, slug
from analysis.briefing.reading.notebook import document
from analysis.briefing.run import executed
from analysis.errors import SitrepError

FAILED = "_failed"
"""Where failed notebooks are kept; no briefing's folder begins with an underscore."""


def build(notebook: Path, given: Iterable[str], reports: Path, seconds: float | None = None) -> Path:
    """Run a notebook with `name=value` parameters and publish the briefing; returns its folder in `reports`.

    `seconds` is how long the run may take; where it is None, every cell may take ten minutes.

    The folder holds `briefing.html`, `briefing.pdf`, `briefing.ipynb` (as executed), `data/<exhibit>.csv` and
    `manifest.json`. It replaces an earlier one of the same name only when all of it is there. When the run or
    the page fails, nothing is published, the notebook as far as it came is kept in `reports/_failed/`, and
    the error says where.
    """
    started = datetime.now(UTC)
    declared = parameters.declared(notebook)
    values = parameters.checked(notebook, declared, given)
    name = slug(notebook, declared, values, reports)
    shown = parameters.shown(declared, values)
    used = {one.name: shown.get(one.name, one.default) for one in declared}
    read = parameters.paths(declared, values, notebook.parent)
    went_in = manifest.ingredients(notebook, read, used)
    reports.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=f".{name}-", dir=reports))
    try:
        evidence = staging / "briefing.ipynb"
        try:
            with kernel(notebook.parent.resolve()) as running, ThreadPoolExecutor(1) as meanwhile:
                # The kernel is another process; fonts for the page can be cut while it works.
                meanwhile.submit(fonts.warm)
                ran = executed(notebook, values, shown, evidence, running, seconds)
            bound = document(ran)
            _print(bound, manifest.recipe(went_in, bound.sources), staging)
        except SitrepError as failure:
            kept = _kept(evidence, reports / FAILED / f"{name}.ipynb")
            raise type(failure)(f"{failure}{kept}") from failure
        whole = manifest.manifest(went_in, bound.sources, staging, started, datetime.now(UTC))
        (staging / "manifest.json").write_bytes(_json(whole))
        return published(staging, reports / name)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _print(bound: Document, recipe: dict[str, Any], folder: Path) -> None:
    """Write the page, the data of every exhibit, and the PDF to which the data and the recipe are attached.

    The recipe goes in for the whole manifest, which has the time of the run and the PDF's own checksum.
    """
    files = csv_files(bound.data)
    (folder / "data").mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    (folder / "briefing.html").write_bytes(page(bound).encode())
    (folder / "briefing.pdf").write_bytes(pdf(bound, files | {"manifest.json": _json(recipe)}))


def _json(value: dict[str, Any]) -> bytes:
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()


def _kept(evidence: Path, place: Path) -> str:
    """Move the failed notebook to where it can be looked at, and say where that is."""
    if not evidence.exists():
        return ""
    place.parent.mkdir(exist_ok=True)
    shutil.move(evidence, place)
    return f"\nNothing was published. The notebook as far as it ran: {place}"
