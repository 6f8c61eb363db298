"""Snapshot: the notebook and the files it is told to read, copied before the run, so that what is hashed is
what is read."""

import contextlib
import hashlib
import json
import os
import shutil
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from analysis.briefing.manifest import entry
from analysis.errors import SitrepError

TRIES = 3
"""How often inputs are copied that change while they are copied, before they are refused."""

PACKAGE, OUTLINES = "datapackage.json", "boundaries.geojson"
"""What makes a folder a corpus: its data package; and beside it, if it has them, outlines for its map."""

PIECE = 2**30
"""Bytes copied in one call of the system."""

_State = dict[str, tuple[int, int, int]]
"""Of each file, by its path within what is read: its number in the file system, size and time of change."""


@dataclass(frozen=True)
class Snapshot:
    """Private copies of what a briefing is made from.

    `notebook` is the copy of the notebook, `places` has that of each file or folder by the parameter that
    names it; `origins` says where these lie themselves. `entries` has path, size and SHA-256 of each file,
    as a manifest lists them: paths begin at the folder named, so that they read the same on every machine.
    """

    room: Path
    notebook: Path
    places: Mapping[str, Path]
    origins: Mapping[str, Path]
    entries: tuple[Mapping[str, Any], ...]

    @property
    def identity(self) -> str:
        """SHA-256 over the names and contents of all inputs: equal inputs, equal identity."""
        lines = (f"{entry['sha256']} {entry['path']}\n" for entry in self.entries)
        return hashlib.sha256("".join(lines).encode()).hexdigest()

    def told(self, text: str) -> str:
        """A text for whoever runs the build, in which each copy is called by where it was taken from."""
        for name, place in self.places.items():
            text = text.replace(str(place), _as_typed(self.origins[name]))
        return text


def snapshot(notebook: Path, read: Mapping[str, Path], room: Path, apart_from: Path) -> Snapshot:
    """Copy the notebook, and each file or folder of `read` by its parameter, into the folder `room`.

    What does not exist is left out: whether it is needed is the notebook's to say. So is the folder
    `apart_from`, into which briefings are published, where it lies within what is read. Links within a folder
    stay links. SitrepError names what cannot be copied: a link that leads out, a name that is no text, what
    is no file, what changes all the while, more than there is room for.
    """
    origins = {name: place.resolve() for name, place in read.items() if place.exists()}
    places = {name: room / "inputs" / name / place.name for name, place in origins.items()}
    copied = room / "notebook" / notebook.name
    copied.parent.mkdir()
    entries = _copied(notebook, copied, apart_from)
    for name, place in places.items():
        place.parent.mkdir(parents=True)
        entries += _copied(origins[name], place, apart_from)
    return Snapshot(room, copied, places, origins, tuple(entries))


def entries_of(place: Path, apart_from: Path) -> list[dict[str, Any]]:
    """What `snapshot` would list of a file or folder, without copying it."""
    place = place.resolve()
    return _entries(place, _state(place, apart_from.resolve()))


def _copied(origin: Path, place: Path, apart_from: Path) -> list[dict[str, Any]]:
    """Copy one file or folder as it was at one time; what a manifest says of each file."""
    origin, apart_from = origin.resolve(), apart_from.resolve()
    if not place.name:
        raise SitrepError(f"{origin}: found the whole file system; expected a file or folder in it")
    for _ in range(TRIES):
        try:
            before = _state(origin, apart_from)
            _check_room(origin, before, place.parent)
            for name in before:
                _copy(origin / name, place / name, origin, place)
            after = _state(origin, apart_from)
            changes = [name for name in {**before, **after} if before.get(name) != after.get(name)]
        except FileNotFoundError as gone:
            changes = [str(gone.filename)]
        if not changes:
            return _entries(place, before)
        _discard(place)
    changed = f"{origin / changes[0]}: changed while it was being read"
    raise SitrepError(f"{changed}; expected inputs that rest while a build begins")


def _state(origin: Path, apart_from: Path) -> _State:
    """Every file of a folder, or the one file (by an empty name), in the order of names.

    SitrepError where there is something else than files and links that stay within.
    """
    if not origin.is_dir():
        _check_kind(origin)
        return {"": _stamp(origin)}
    found: _State = {}
    own = _own_files(origin)
    for folder, folders, files in os.walk(origin, onerror=_refuse):
        here = Path(folder)
        folders[:] = sorted(name for name in folders if (here / name) != apart_from)
        for name in [*files, *(name for name in folders if (here / name).is_symlink())]:
            path = here / name
            if own is not None and path.relative_to(origin).as_posix() not in own:
                continue
            _check_name(path)
            if path.is_symlink():
                _check_link(path, origin)
            else:
                _check_kind(path)
            found[path.relative_to(origin).as_posix()] = _stamp(path)
    return dict(sorted(found.items(), key=lambda item: Path(item[0]).parts))


def _own_files(folder: Path) -> set[str] | None:
    """The files that a corpus' data package names as its own, with itself and the outlines beside it.

    None for a folder that is no corpus, or whose package cannot be read: all of it is taken then. Whatever
    else lies in the folder of a corpus (drafts, notes, files of an editor) is neither read nor told of.
    """
    try:
        package = json.loads((folder / PACKAGE).read_bytes())
        paths = [resource.get("path") for resource in package["resources"]]
    except (OSError, ValueError, RecursionError, LookupError, TypeError, AttributeError):
        return None
    named = {PurePosixPath(path).as_posix() for path in paths if isinstance(path, str)}
    return named | {PACKAGE, OUTLINES}


def _stamp(path: Path) -> tuple[int, int, int]:
    found = path.stat()
    return found.st_ino, found.st_size, found.st_mtime_ns


def _refuse(error: OSError) -> None:
    raise error


def _check_name(path: Path) -> None:
    try:
        str(path).encode()
    except UnicodeEncodeError:
        told = os.fsencode(path).decode(errors="backslashreplace")
        raise SitrepError(f"{told}: found a name that is not UTF-8; expected one; rename the file") from None


def _check_link(path: Path, origin: Path) -> None:
    target = path.resolve()
    if not target.exists():
        raise SitrepError(f"{path}: found a link to {os.readlink(path)}, which is not there; remove it")
    if not target.is_relative_to(origin):
        found = f"found a link that leads out of {origin.name}, to {target}"
        raise SitrepError(f"{path}: {found}; expected inputs within their folder; put a copy in its place")


def _check_kind(path: Path) -> None:
    if not stat.S_ISREG(path.stat().st_mode):
        raise SitrepError(f"{path}: found something that is no file; expected files and folders alone")


def _check_room(origin: Path, files: _State, target: Path) -> None:
    needed, free = sum(size for _, size, _ in files.values()), shutil.disk_usage(target).free
    if needed > free:
        has = f"{len(files):,} files of {needed:,} bytes, which a build copies before it runs"
        raise SitrepError(f"{origin}: found {has}; there is room for {free:,} beside the published briefings")


def _copy(source: Path, target: Path, origin: Path, place: Path) -> None:
    """Copy one file, sharing its blocks where the file system can; a link is made anew, within the copy."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_symlink():
        goal = place / source.resolve().relative_to(origin)
        target.symlink_to(os.path.relpath(goal, target.parent))
        return
    with source.open("rb") as giving, target.open("xb") as taking:
        with contextlib.suppress(OSError, AttributeError):  # not on every system and file system
            while os.copy_file_range(giving.fileno(), taking.fileno(), PIECE):
                pass
        shutil.copyfileobj(giving, taking)  # from where the system has left off
    found = source.stat()
    os.utime(target, ns=(found.st_atime_ns, found.st_mtime_ns))


def _entries(place: Path, files: _State) -> list[dict[str, Any]]:
    """What a manifest says of each file; of a link to a folder nothing, for its files stand there once."""
    return [entry(place / name, place.parent) for name in files if (place / name).is_file()]


def _discard(place: Path) -> None:
    if place.is_dir():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)


def _as_typed(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
