"""Verify: whether a published folder is what its manifest says, and whether a new build gives the same."""

import json
import os
import stat
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from analysis.briefing.build import Order, built, order
from analysis.briefing.manifest import FILE, entry
from analysis.briefing.notebooks import found
from analysis.briefing.snapshot import entries_of
from analysis.briefing.workroom import TEMPORARY, sweep, workroom
from analysis.errors import ParameterError, SitrepError

MOST = 64 * 2**20
"""Bytes of a manifest; one of ten thousand inputs has two million."""


def checked_folder(folder: Path) -> tuple[int, list[str]]:
    """How many files a published folder has by its manifest, and every way in which it differs from that.

    A file that is missing, changed, more than listed, or no file is named. SitrepError where there is no
    manifest that can be read, or it lists what cannot be in the folder.
    """
    told = _outputs(folder)
    there = set(_files(folder)) - {FILE}
    faults = [f"{_told(name)}: found none; expected a file" for name in sorted(set(told) - there)]
    faults += [f"{_told(name)}: found; expected nothing of that name" for name in sorted(there - set(told))]
    for name in sorted(set(told) & there):
        faults += _faults_of(folder, name, told[name])
    return len(told), faults


def rebuilt(folder: Path, given: Iterable[str], notebooks: Sequence[Path]) -> list[str]:
    """Every way in which a new build differs from a published folder, by bytes; nothing where none does.

    The notebook is looked for by its name as `build` does. `given` says where folders lie that the briefing
    read, as `name=path`: it has to for those that were given when it was built, and may for the others.
    Before anything is run, SitrepError names every input that is not the one the manifest lists. Where bytes
    differ, so do perhaps Sitrep, packages or Python: these differences come first.
    """
    told = _manifest(folder)
    notebook = found(_text(told, "notebook"), notebooks)
    temporary = Path(tempfile.gettempdir())
    sweep(temporary, TEMPORARY)
    with workroom(temporary, TEMPORARY) as reports:
        asked = replace(_order(notebook, told, list(given), reports), reports=folder.absolute().parent)
        _check_inputs(asked, told, folder)
        made = built(asked, reports)
        apart = _apart(_outputs(folder), _outputs(made))
        return [*_made_otherwise(told, _manifest(made)), *apart] if apart else []


def _manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a published folder; SitrepError where it is none."""
    file = folder / FILE
    if not folder.is_dir():
        raise SitrepError(f"{folder}: found no folder; expected one that sitrep build published")
    try:
        state = file.lstat()
    except FileNotFoundError:
        raise SitrepError(f"{file}: not found; expected the manifest of a published briefing") from None
    if not stat.S_ISREG(state.st_mode) or state.st_size > MOST:
        raise SitrepError(f"{file}: found no file of at most {MOST:,} bytes; expected a manifest")
    try:
        read = json.loads(file.read_bytes())
    except (ValueError, RecursionError) as cause:
        raise SitrepError(f"{file}: found no JSON ({cause}); expected a manifest") from None
    if not isinstance(read, dict):
        raise SitrepError(f"{file}: found no object of JSON; expected a manifest")
    return read


def _outputs(folder: Path) -> dict[str, tuple[int, str]]:
    """Bytes and SHA-256 of each output that a manifest lists, by its path."""
    return _listed(_manifest(folder), "outputs", folder)


def _listed(told: Mapping[str, Any], what: str, folder: Path) -> dict[str, tuple[int, str]]:
    """Entries of a manifest by path; SitrepError names the first that is none, or leads out of the folder."""
    entries = told.get(what)
    listed: dict[str, tuple[int, str]] = {}
    for number, one in enumerate(entries if isinstance(entries, list) else [None], 1):
        where = f"{folder / FILE}, {what}, entry {number}"
        match one:
            case {"path": str(path), "bytes": int(size), "sha256": str(checksum)}:
                if not _is_within(path) or path in listed:
                    expected = "expected the path of one file in the folder, named once"
                    raise SitrepError(f"{where}: found {_told(path)}; {expected}")
                listed[path] = size, checksum
            case _:
                raise SitrepError(f"{where}: found {_told(str(one))[:80]}; expected path, bytes and sha256")
    return listed


def _is_within(path: str) -> bool:
    parts = PurePosixPath(path).parts
    plain = "/".join(parts) == path and "\x00" not in path
    return plain and bool(parts) and parts[0] != "/" and not {".", ".."} & set(parts)


def _files(folder: Path) -> Iterator[str]:
    """The path of all in a folder that is no folder, links to folders included; empty folders end in `/`."""
    for place, folders, files in os.walk(folder, onerror=_refuse):
        here = Path(place)
        links = [name for name in folders if (here / name).is_symlink()]
        yield from ((here / name).relative_to(folder).as_posix() for name in [*files, *links])
        if not folders and not files and here != folder and here != folder / "data":
            yield f"{here.relative_to(folder).as_posix()}/"


def _refuse(error: OSError) -> None:
    raise error


def _faults_of(folder: Path, name: str, told: tuple[int, str]) -> list[str]:
    """How one file differs from what is told of it."""
    file = folder / name
    if not stat.S_ISREG(file.lstat().st_mode):
        return [f"{_told(name)}: found a link or something else that is no file; expected a file"]
    if file.stat().st_size != told[0]:
        return [f"{_told(name)}: found {file.stat().st_size:,} bytes; expected {told[0]:,}"]
    if (checksum := entry(file, folder)["sha256"]) != told[1]:
        return [f"{_told(name)}: found SHA-256 {checksum}; expected {_told(told[1])}"]
    return []


def _order(notebook: Path, told: Mapping[str, Any], given: list[str], reports: Path) -> Order:
    """The order by which a briefing was built, with the folders where they lie here."""
    places = dict(text.partition("=")[::2] for text in given)
    before = told.get("given")
    if not isinstance(before, dict) or not all(isinstance(value, str) for value in before.values()):
        raise SitrepError(f"{FILE}, given: found {_told(str(before))[:80]}; expected texts by parameter")
    declared = order(notebook, [], reports).declared
    paths = {one.name: one for one in declared if one.type == "path"}
    if unknown := [name for name in places if name not in paths]:
        expected = f"expected only where folders lie: {', '.join(paths) or 'this notebook reads none'}"
        raise ParameterError(f"{unknown[0]}: comes from the manifest; {expected}")
    if missing := [name for name in before if name in paths and name not in places]:
        named = f"the briefing read {_told(before[missing[0]])!r}"
        raise ParameterError(
            f"{missing[0]}: {named}; expected --parameter {missing[0]}=PATH to say where it is"
        )
    asked = order(notebook, [f"{name}={places.get(name, text)}" for name, text in before.items()], reports)
    read = {**asked.read, **{name: Path(place) for name, place in places.items()}}
    return replace(asked, read=read)


def _check_inputs(asked: Order, told: Mapping[str, Any], folder: Path) -> None:
    """Refuse inputs that are not those of the manifest, all at once."""
    there = _listed(told, "inputs", folder)
    here: dict[str, tuple[int, str]] = {}
    for place in (asked.notebook, *asked.read.values()):
        if place.exists():
            here |= {one["path"]: (one["bytes"], one["sha256"]) for one in entries_of(place, asked.reports)}
    if apart := _apart(there, here):
        raise SitrepError(
            "\n".join(["inputs are not those of the manifest:", *(f"  {one}" for one in apart)])
        )


def _apart(there: Mapping[str, tuple[int, str]], here: Mapping[str, tuple[int, str]]) -> list[str]:
    """How the files of a manifest differ from those here, by path."""
    faults = []
    for name in sorted({**there, **here}):
        if name not in here:
            faults.append(f"{_told(name)}: found none; expected {there[name][0]:,} bytes")
        elif name not in there:
            faults.append(f"{_told(name)}: found; the manifest has none")
        elif there[name] != here[name]:
            said = [
                f"{size:,} bytes, SHA-256 {checksum[:16]}" for size, checksum in (here[name], there[name])
            ]
            faults.append(f"{_told(name)}: found {said[0]}; expected {_told(said[1])}")
    return faults


def _made_otherwise(told: Mapping[str, Any], made: Mapping[str, Any]) -> list[str]:
    """What else differs that goes into a briefing: Sitrep, Python, packages, code."""
    ingredients = [_ingredients(each) for each in (told, made)]
    names = sorted({**ingredients[0], **ingredients[1]})
    pairs = [(name, *(each.get(name, "none") for each in ingredients)) for name in names]
    return [
        f"{name}: found {_told(here)}; expected {_told(there)}"
        for name, there, here in pairs
        if here != there
    ]


def _ingredients(told: Mapping[str, Any]) -> dict[str, str]:
    environment = told.get("environment")
    environment = environment if isinstance(environment, dict) else {}
    packages = [
        each for each in (told.get("packages"), environment.get("packages")) if isinstance(each, dict)
    ]
    versions = {f"package {name}": str(version) for each in packages for name, version in each.items()}
    states = {name: str(environment.get(name)) for name in ("python", "platform", "code")}
    return {"made by": str(told.get("made_by")), **states, **versions}


def _text(told: Mapping[str, Any], name: str) -> str:
    value = told.get(name)
    if not isinstance(value, str) or PurePosixPath(value).name != value:
        raise SitrepError(f"{FILE}, {name}: found {_told(str(value))[:80]}; expected the name of a notebook")
    return value


def _told(text: str) -> str:
    """A text that may come from anybody, fit for a terminal."""
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)
