"""Build: from a notebook and its parameters to a published folder, whole or not at all."""

import errno
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from analysis.briefing import manifest, parameters
from analysis.briefing.kernels import kernel
from analysis.briefing.publish import Name, check_place, name_of, named, published, sweep_reports
from analysis.briefing.snapshot import Snapshot, snapshot
from analysis.briefing.stops import settle
from analysis.briefing.workroom import HIDDEN, workroom
from analysis.errors import SitrepError

FAILED = "_failed"
"""Where failed notebooks are kept; no briefing's folder begins with an underscore."""

FULL = {errno.ENOSPC, errno.EDQUOT}
"""What the system says where a disk, or a user's share of it, is full."""


@dataclass(frozen=True)
class Order:
    """What is to be built: a notebook with values, what it reads by parameter, and what it is called.

    What is published stands in `reports`, and is never read as an input.
    """

    notebook: Path
    declared: tuple[parameters.Parameter, ...]
    values: Mapping[str, parameters.Value]
    read: Mapping[str, Path]
    given: Mapping[str, str]
    name: Name
    reports: Path

    @property
    def shown(self) -> dict[str, parameters.Value]:
        """The values given, as they are published."""
        return parameters.shown(self.declared, self.values)

    @property
    def used(self) -> dict[str, parameters.Value]:
        """The values of all parameters, as they are published."""
        return {one.name: self.shown.get(one.name, one.default) for one in self.declared}


def build(
    notebook: Path,
    given: Iterable[str],
    reports: Path,
    name: str | None = None,
    seconds: float | None = None,
) -> Path:
    """Run a notebook with `name=value` parameters and publish the briefing; returns its folder in `reports`.

    `seconds` is how long the run may take; where it is None, every cell may take ten minutes.

    The folder holds `briefing.html`, `briefing.pdf`, `briefing.ipynb` (as executed), `data/<exhibit>.csv`,
    `pictures/<exhibit>.svg` and `manifest.json`. It is named for what it holds, or as `name` says, and
    replaces an earlier edition of the same briefing only when all of it is there. When the run or the page
    fails, nothing is published, the notebook as far as it came is kept in `reports/_failed/`, and the error
    says where.
    """
    return built(order(notebook, given, reports, name), reports, seconds)


def order(notebook: Path, given: Iterable[str], reports: Path, name: str | None = None) -> Order:
    """What is to be built, with all that can be refused before anything is made."""
    texts = list(given)
    declared = parameters.declared(notebook)
    values = parameters.checked(notebook, declared, texts)
    called = name_of(notebook, declared, values, reports)
    called = called if name is None else named(name, called)
    check_place(called, reports)
    read = parameters.paths(declared, values, notebook.parent)
    told = {one: str(value) for one, value in parameters.shown(declared, values).items() if one in read}
    asked = dict(text.split("=", 1) for text in texts) | told
    return Order(notebook, declared, values, read, asked, called, reports)


def built(order: Order, reports: Path, seconds: float | None = None) -> Path:
    """Carry out an order, and publish what comes of it in `reports`."""
    reports.mkdir(parents=True, exist_ok=True)
    sweep_reports(reports)
    try:
        with workroom(reports, HIDDEN) as room:
            try:
                edition = room / "edition"
                edition.mkdir()
                _make(order, room, edition, reports / FAILED, seconds)
                return published(edition, order.name, reports)
            finally:
                settle()  # what follows is cleaning up
    except OSError as cause:
        if cause.errno not in FULL:
            raise
        places = {Path(tempfile.gettempdir()), reports.absolute()}
        free = ", ".join(
            f"{shutil.disk_usage(place).free:,} bytes free in {place}" for place in sorted(places)
        )
        remedy = "free some space, or name another disk with --reports or TMPDIR"
        raise SitrepError(f"a disk is full: {free}; nothing was published; {remedy}") from cause


def _make(order: Order, room: Path, edition: Path, failed: Path, seconds: float | None) -> None:
    """Make a whole edition in a folder: run, print, and write down what went in and what came out.

    The kernel takes as long to start as we do, and comes first. While it starts, the inputs are copied and
    what speaks with it is imported; while it works, what prints.
    """
    started = datetime.now(UTC)
    evidence = edition / "briefing.ipynb"
    with kernel(order.notebook.parent.resolve()) as running:
        taken = _taken(order, room)
        told, called = order.given, order.name.briefing
        went_in = manifest.ingredients(order.notebook, taken.entries, order.used, told, called)
        from analysis.briefing.run import executed

        try:
            with ThreadPoolExecutor(1) as meanwhile:
                ready = meanwhile.submit(_warm)
                ran = executed(taken, order.values, order.shown, evidence, running, seconds)
                ready.result()
            from analysis.briefing import binding

            bound = binding.document(ran)
            binding.printed(bound, manifest.recipe(went_in, bound.sources), edition)
        except SitrepError as failure:
            kept = _kept(evidence, taken, failed / f"{order.name.folder}.ipynb")
            raise type(failure)(f"{taken.told(str(failure))}{kept}") from failure
    whole = manifest.manifest(went_in, bound.sources, edition, started, datetime.now(UTC))
    (edition / manifest.FILE).write_bytes(binding.as_json(whole))


def _taken(order: Order, room: Path) -> Snapshot:
    """The inputs as they are now; SitrepError where the notebook is no longer the one that was ordered."""
    taken = snapshot(order.notebook, order.read, room, order.reports)
    if parameters.declared(taken.notebook) != order.declared:
        raise SitrepError(f"{order.notebook}: changed while it was being read; build it again")
    return taken


def _warm() -> None:
    from analysis.briefing import binding

    binding.warm()


def _kept(evidence: Path, taken: Snapshot, place: Path) -> str:
    """Move the failed notebook to where it can be looked at, and say where that is."""
    if not evidence.exists():
        return ""
    place.parent.mkdir(exist_ok=True)
    evidence.write_text(taken.told(evidence.read_text("utf-8")), "utf-8")
    shutil.move(evidence, place)
    return f"\nNothing was published. The notebook as far as it ran: {place}"
