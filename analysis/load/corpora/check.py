"""Is this folder a corpus? Everything that is wrong with it, at once and in words that help to mend it."""

from pathlib import Path

from analysis.errors import Fault
from analysis.load.corpora.read import examined


def check(path: str | Path) -> tuple[Fault, ...]:
    """Every fault of the corpus in the folder `path`, by file, row and column; empty where there is none.

    Nothing is written, and nothing raises: a missing folder or an unreadable file is a fault like any other.
    """
    return examined(Path(path)).faults
