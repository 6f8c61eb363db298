"""Build: from a notebook and its parameters to a published folder, whole or not at all."""

import fcntl
import hashlib
import json
import os
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from analysis.briefing import manifest, parameters
from analysis.briefing.document.blocks import Document
from analysis.briefing.document.data import csv_files
from analysis.briefing.page import fonts
from analysis.briefing.page.html import page
from analysis.briefing.parameters import Parameter, Value
from analysis.briefing.pdf.press import pdf
from analysis.briefing.reading.notebook import document
from analysis.briefing.run import executed
from analysis.errors import SitrepError

FAILED = "_failed"
"""Where failed notebooks are kept; no briefing's folder begins with an underscore."""

SLUG_LENGTH = 120
"""Letters of a folder's name; file systems allow 255 bytes."""


def build(notebook: Path, given: Iterable[str], reports: Path) -> Path:
    """Run a notebook with `name=value` parameters and publish the briefing; returns its folder in `reports`.

    The folder holds `briefing.html`, `briefing.pdf`, `briefing.ipynb` (as executed), `data/<exhibit>.csv` and
    `manifest.json`. It replaces an earlier one of the same name only when all of it is there. When the run or
    the page fails, nothing is published, the notebook as far as it came is kept in `reports/_failed/`, and
    the error says where.
    """
    started = datetime.now(UTC)
    declared = parameters.declared(notebook)
    values = parameters.checked(notebook, declared, given)
    name = slug(notebook, declared, values)
    reports.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=f".{name}-", dir=reports))
    try:
        evidence = staging / "briefing.ipynb"
        try:
            with ThreadPoolExecutor(1) as meanwhile:
                # The kernel is another process; fonts for the page can be cut while it works.
                meanwhile.submit(fonts.warm)
                ran = executed(notebook, values, evidence)
            bound = document(ran)
            used = {one.name: values.get(one.name, one.default) for one in declared}
            read = parameters.paths(declared, values, notebook.parent)
            recipe = manifest.recipe(notebook, read, used, bound.sources)
            _print(bound, recipe, staging)
        except SitrepError as failure:
            kept = _kept(evidence, reports / FAILED / f"{name}.ipynb")
            raise type(failure)(f"{failure}{kept}") from failure
        whole = manifest.manifest(recipe, staging, started, datetime.now(UTC))
        (staging / "manifest.json").write_bytes(_json(whole))
        return _published(staging, reports / name)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def slug(notebook: Path, declared: Iterable[Parameter], values: dict[str, Value]) -> str:
    """The folder name of a briefing: what it reads, which notebook it is, and what it was narrowed to.

    `aleppo-2015` for the briefing of that corpus; `aleppo-2015-forces-region-aleppo` for another notebook,
    narrowed.
    """
    read = [Path(str(values.get(one.name, one.default))).name for one in declared if one.type == "path"]
    kind = [notebook.stem] if notebook.stem != "briefing" or not read else []
    types = {one.name: one.type for one in declared}
    narrowed = []
    for name, value in values.items():
        if types[name] != "path" and value:
            narrowed += [name, "-".join(value) if isinstance(value, list) else str(value)]
    name = "-".join(map(_slugged, [*read, *kind, *narrowed]))
    return name if len(name) <= SLUG_LENGTH else f"{name[:SLUG_LENGTH]}-{_checksum(name)}"


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


def _published(staging: Path, place: Path) -> Path:
    """Put the finished folder in place of an earlier one, one build at a time.

    The earlier one is set aside before and removed after, so what stands at `place` is always whole.
    """
    staging.chmod(0o755)
    folder = os.open(place.parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        aside = Path(tempfile.mkdtemp(prefix=f".{place.name}-", dir=place.parent))
        if place.exists():
            place.rename(aside / place.name)
        staging.rename(place)
        shutil.rmtree(aside)
    finally:
        os.close(folder)
    return place


def _slugged(text: str) -> str:
    """Text as part of a file name; letters that Latin lacks are told apart by a checksum."""
    letters = unicodedata.normalize("NFKD", text)
    short = re.sub(r"[^a-z0-9]+", "-", letters.encode("ascii", "ignore").decode().casefold()).strip("-")
    lost = any(letter.isalnum() and not letter.isascii() for letter in letters)
    return f"{short}-{_checksum(text)}".lstrip("-") if lost or not short else short


def _checksum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
