"""Manifest: what goes into a briefing and what comes out, with checksums. The only place that holds a
clock."""

import hashlib
import platform
import sysconfig
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from types import MappingProxyType
from typing import Any

from analysis import __version__
from analysis.errors import SitrepError

DISTRIBUTION = "sitrep-press"
"""The name under which Sitrep is installed."""

HOUSE = Path(__file__).absolute().parents[1]
"""The folder of our own code, the package `analysis`."""

TRAVELLERS = {"notebooks", "seeds"}
"""What travels in it and is no code: what a briefing takes from there stands among its inputs."""


FILE = "manifest.json"
"""The name of the file in a published folder."""


def ingredients(
    notebook: Path,
    inputs: Sequence[Mapping[str, Any]],
    values: Mapping[str, Any],
    given: Mapping[str, str] = MappingProxyType({}),
    briefing: str = "",
) -> dict[str, Any]:
    """All that determines a briefing, as it is before the run; nothing in it depends on the clock.

    The notebook, the parameters, every file that was taken for the run with its checksum, the versions of the
    packages that Sitrep asks for, and under `environment` what differs between machines and states of the
    code: Python, platform, the packages that those packages ask for, a checksum of our own code, and one that
    tells this `briefing` from others. Of the parameters, `given` has the texts of those that were given.
    Raises SitrepError where Sitrep is run without being installed.
    """
    asked, further = _packages()
    return {
        "made_by": f"Sitrep {__version__}",
        "notebook": notebook.name,
        "parameters": dict(values),
        "given": dict(given),
        "inputs": [dict(entry) for entry in inputs],
        "packages": asked,
        "environment": {
            "python": platform.python_version(),
            "platform": sysconfig.get_platform(),
            "code": own_code(HOUSE),
            "packages": further,
            "briefing": briefing,
        },
    }


def recipe(ingredients: Mapping[str, Any], sources: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What is attached to the PDF: the ingredients and the sources.

    Without the environment, so that the same input gives the same PDF on every machine and after a change of
    the code that changes nothing in it.
    """
    told = {name: value for name, value in ingredients.items() if name != "environment"}
    return {**told, "sources": list(sources)}


def manifest(
    ingredients: Mapping[str, Any],
    sources: Sequence[Mapping[str, Any]],
    folder: Path,
    started: datetime,
    finished: datetime,
) -> dict[str, Any]:
    """The ingredients and sources with the outputs in `folder` and the times of the run (UTC, ISO 8601)."""
    times = {
        "started": started.isoformat(timespec="seconds"),
        "finished": finished.isoformat(timespec="seconds"),
    }
    return {**ingredients, "sources": list(sources), "outputs": outputs(folder), "times": times}


def outputs(folder: Path) -> list[dict[str, Any]]:
    """Path, size and SHA-256 of every file in `folder`."""
    return [entry(file, folder) for file in sorted(folder.rglob("*")) if file.is_file()]


def entry(file: Path, start: Path) -> dict[str, Any]:
    """Path from `start`, size and SHA-256 of one file."""
    with file.open("rb") as content:
        checksum = hashlib.file_digest(content, "sha256").hexdigest()
    return {"path": file.relative_to(start).as_posix(), "bytes": file.stat().st_size, "sha256": checksum}


def own_code(house: Path) -> str:
    """SHA-256 over the names and contents of all files of our own code in the folder `house`."""
    whole = hashlib.sha256()
    for file in sorted(house.rglob("*")):
        name = file.relative_to(house)
        if file.is_file() and name.parts[0] not in TRAVELLERS and "__pycache__" not in name.parts:
            whole.update(f"{name.as_posix()} {hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()


@lru_cache(maxsize=1)
def _packages() -> tuple[dict[str, str], dict[str, str]]:
    """The versions of the packages that Sitrep asks for, and of all that those ask for in turn, by name."""
    if _version(DISTRIBUTION) is None:
        found = f"found no installed {DISTRIBUTION}, whose requirements a manifest lists"
        raise SitrepError(f"{found}; expected python -m pip install --editable .")
    own = _needs(DISTRIBUTION, ())
    seen, waiting = set(own), list(own)
    while waiting:
        fresh = _needs(*waiting.pop()) - seen
        seen |= fresh
        waiting += fresh
    versions = {name: _version(name) or "not installed" for name in sorted({name for name, _ in seen})}
    asked = {name for name, _ in own}
    return (
        {name: found for name, found in versions.items() if name in asked},
        {name: found for name, found in versions.items() if name not in asked},
    )


def _needs(distribution: str, extras: tuple[str, ...]) -> set[tuple[str, tuple[str, ...]]]:
    """The packages that an installed one asks for on this machine, each with the extras it is to have."""
    from packaging.requirements import Requirement  # here, because the kernel is to be started before
    from packaging.utils import canonicalize_name

    texts = requires(distribution) or () if _version(distribution) else ()
    needs = [need for need in map(Requirement, texts) if _is_meant(need.marker, extras)]
    return {(canonicalize_name(need.name), tuple(sorted(need.extras))) for need in needs}


def _is_meant(marker: Any, extras: tuple[str, ...]) -> bool:
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras))


def _version(distribution: str) -> str | None:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return None
