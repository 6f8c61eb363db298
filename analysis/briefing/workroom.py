"""Workroom: a private folder that one build works in, known as dead once that build has gone."""

import contextlib
import fcntl
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from analysis.briefing.stops import unbroken

HIDDEN = ".sitrep-"
"""How the name of a workroom beside published briefings begins; no briefing's folder begins with a dot."""

TEMPORARY = "sitrep-"
"""How the name of one among temporary files begins: short, for the path of a socket has little room."""

_LOCK = ".in-use"
"""The file in a workroom that its build holds locked; however a build ends, the system lets go of it."""

_RANDOM = "[a-z0-9_]{8}"
"""What `tempfile` adds to the beginning of a name."""


@contextlib.contextmanager
def workroom(parent: Path, beginning: str) -> Iterator[Path]:
    """A new folder in `parent`, closed to others, that is removed afterwards; its path is whole.

    Where the process is killed, it stays until `sweep` finds it without its owner.
    """
    with contextlib.ExitStack() as afterwards:
        with unbroken():
            room, lock = _opened(parent, beginning)
            afterwards.callback(os.close, lock)
            afterwards.callback(remove, room)
        yield room


def sweep(parent: Path, beginning: str) -> None:
    """Remove the workrooms in `parent` whose builds are gone; those of others and of live builds are left."""
    for room in dead_rooms(parent, beginning):
        remove(room)


def dead_rooms(parent: Path, beginning: str) -> Iterator[Path]:
    """The workrooms in `parent` that nobody works in any more, each locked while it is looked at.

    A folder is one only with its lock in it: a user's own folder may bear such a name. What a build leaves
    that was killed before it had a lock is empty, and removed here.
    """
    for room in sorted(parent.glob(f"{beginning}*")):
        if not re.fullmatch(re.escape(beginning) + _RANDOM, room.name) or not _is_own_folder(room):
            continue
        with contextlib.suppress(OSError):
            room.rmdir()
        lock = _locked(room, os.O_RDWR)
        if lock is not None:
            try:
                yield room
            finally:
                os.close(lock)


def remove(room: Path) -> None:
    """Remove a workroom, its lock last, so that one half removed is still known for what it is."""
    with contextlib.suppress(FileNotFoundError):
        for entry in list(room.iterdir()):
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry, ignore_errors=True)
            elif entry.name != _LOCK:
                entry.unlink(missing_ok=True)
        (room / _LOCK).unlink(missing_ok=True)
    with contextlib.suppress(OSError):
        room.rmdir()


def _opened(parent: Path, beginning: str) -> tuple[Path, int]:
    """A new workroom and its lock; again where another build took it for a dead one before it was locked."""
    while True:
        room = Path(tempfile.mkdtemp(prefix=beginning, dir=parent.resolve()))
        lock = _locked(room, os.O_RDWR | os.O_CREAT)
        if lock is not None:
            return room, lock


def _locked(room: Path, how: int) -> int | None:
    """The lock of a room, held; nothing where it has none, or somebody else holds it."""
    try:
        lock = os.open(room / _LOCK, how | os.O_NOFOLLOW, 0o600)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        return None
    if os.fstat(lock).st_nlink == 0:  # whoever held it has removed the room meanwhile
        os.close(lock)
        return None
    return lock


def _is_own_folder(path: Path) -> bool:
    try:
        return path.is_dir() and not path.is_symlink() and path.stat().st_uid == os.getuid()
    except OSError:
        return False
