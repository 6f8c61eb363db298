"""The files of a corpus: only plain files within its folder, of a size that can be read, are opened."""

import errno
import stat
from pathlib import Path

from analysis.errors import Fault
from analysis.load.packages.quoting import quoted

LARGEST = 100_000_000
"""Bytes of the largest file that is read, about a hundred times the largest corpus known."""


def content_of(folder: Path, file: str, largest: int = LARGEST) -> tuple[bytes | None, list[Fault]]:
    """The bytes of `file` in `folder`, None where it is not read, and why not.

    A link that leads out of the folder, a pipe, a device, a folder, a file of more than `largest` bytes and
    one that may not be read are faults, found before anything is opened. That there is no such file is none:
    then both are empty.
    """
    path = folder / file
    try:
        if not path.exists():
            return None, [Fault(file, 0, "", "a link to nothing", _PLAIN)] if path.is_symlink() else []
        home, target = folder.resolve(), path.resolve()
        known = target.stat()
        if not target.is_relative_to(home):
            found, expected = "a link that leads out of the folder", "a file within the folder of the corpus"
            return None, [Fault(file, 0, "", found, expected, "put a copy of it into the folder")]
        if not stat.S_ISREG(known.st_mode):
            return None, [Fault(file, 0, "", _kind(known.st_mode), _PLAIN)]
        if known.st_size > largest:
            expected = f"at most {largest // 1_000_000} million bytes"
            return None, [Fault(file, 0, "", f"{known.st_size} bytes", expected)]
        return target.read_bytes(), []
    except OSError as cause:
        if cause.errno == errno.ENAMETOOLONG:
            return None, []
        found = f"a file that cannot be read: {quoted(cause.strerror or str(cause.errno))}"
        return None, [Fault(file, 0, "", found, _PLAIN)]


_PLAIN = "a plain file"

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def _kind(mode: int) -> str:
    return next((name for is_of, name in _KINDS if is_of(mode)), "no plain file")
