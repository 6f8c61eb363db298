"""A corpus in a workbook as the folder that it stands for."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from analysis.load.workbooks.files import Unfolded

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
"""What files are taken for workbooks; all but the first two are refused by name."""


def is_workbook(path: Path) -> bool:
    """Whether a path is a file that is called like a workbook."""
    return path.suffix.lower() in SUFFIXES and not path.is_dir()


@contextmanager
def as_folder(path: Path) -> Iterator[tuple[Path, Unfolded | None]]:
    """The folder of a corpus: `path` itself, or a passing one that holds what the workbook there holds."""
    if not is_workbook(path):
        yield path, None
        return
    # A library reads workbooks that takes a while to be imported: not where the corpus is a folder.
    from analysis.load.workbooks.unfolded import unfold

    unfolded = unfold(path)
    with tempfile.TemporaryDirectory(prefix="sitrep-workbook-") as made:
        room = Path(made) / path.stem
        room.mkdir()
        unfolded.write(room)
        yield room, unfolded
