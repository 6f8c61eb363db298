"""Build: from a notebook and its parameters to a published folder, whole or not at all."""

import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from analysis.briefing import parameters
from analysis.briefing.kernels import Kernel, kernel
from analysis.briefing.parameters import Parameter, Value
from analysis.briefing.publish import published, slug
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
    declared = parameters.declared(notebook)
    values = parameters.checked(notebook, declared, given)
    name = slug(notebook, declared, values, reports)
    reports.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=f".{name}-", dir=reports))
    try:
        # Before anything else is imported: the kernel takes as long to start as we do.
        with kernel(notebook.parent.resolve()) as running:
            try:
                _make(notebook, declared, values, running, staging, seconds)
            except SitrepError as failure:
                kept = _kept(staging / "briefing.ipynb", reports / FAILED / f"{name}.ipynb")
                raise type(failure)(f"{failure}{kept}") from failure
        return published(staging, reports / name)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _make(
    notebook: Path,
    declared: Sequence[Parameter],
    values: Mapping[str, Value],
    running: Kernel,
    folder: Path,
    seconds: float | None,
) -> None:
    """Make all that is published in a folder: run, print, and write down what went in and what came out.

    While the kernel starts, what speaks with it is imported; while it works, what prints.
    """
    from analysis.briefing import manifest
    from analysis.briefing.run import executed

    started = datetime.now(UTC)
    shown = parameters.shown(declared, values)
    used = {one.name: shown.get(one.name, one.default) for one in declared}
    went_in = manifest.ingredients(notebook, parameters.paths(declared, values, notebook.parent), used)
    with ThreadPoolExecutor(1) as meanwhile:
        ready = meanwhile.submit(_warm)
        ran = executed(notebook, values, shown, folder / "briefing.ipynb", running, seconds)
        ready.result()
    from analysis.briefing import binding

    bound = binding.document(ran)
    binding.printed(bound, manifest.recipe(went_in, bound.sources), folder)
    whole = manifest.manifest(went_in, bound.sources, folder, started, datetime.now(UTC))
    (folder / "manifest.json").write_bytes(binding.as_json(whole))


def _warm() -> None:
    from analysis.briefing import binding

    binding.warm()


def _kept(evidence: Path, place: Path) -> str:
    """Move the failed notebook to where it can be looked at, and say where that is."""
    if not evidence.exists():
        return ""
    place.parent.mkdir(exist_ok=True)
    shutil.move(evidence, place)
    return f"\nNothing was published. The notebook as far as it ran: {place}"
