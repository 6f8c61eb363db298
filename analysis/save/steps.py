"""A step that changes several files of a folder: whole or not at all, and one writer at a time.

New files are written into a folder beside the old ones first. When it is whole it gets the name of the step,
and only then its files take the places of the old. What is cut off before is swept away by the next writer,
what is cut off after is finished by it.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def alone(folder: Path, step: str) -> Iterator[None]:
    """The folder while no other writer is in it, with what was cut off before finished or swept away."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        finish(folder, step)
        for left in folder.glob(f"{step}-*"):
            shutil.rmtree(left)
        yield
    finally:
        os.close(handle)


def carry_out(made: Path, folder: Path, step: str) -> None:
    """Put the files of the folder `made`, which is whole and lies in `folder`, in the places of the old."""
    os.replace(made, folder / step)
    finish(folder, step)


def finish(folder: Path, step: str) -> None:
    """Carry out a step that is whole, if there is one."""
    whole = folder / step
    if whole.is_dir():
        for file in sorted(whole.iterdir()):
            os.replace(file, folder / file.name)
        whole.rmdir()


def write(path: Path, content: bytes) -> None:
    """Write a file, and return when it is on the disk."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
