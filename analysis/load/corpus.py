"""The folder of a corpus as a whole: its coded tables and, where it has one, the map beside them."""

from pathlib import Path

from analysis.errors import CorpusError, Fault, ParameterError, nearest
from analysis.load.boundaries import boundary_faults
from analysis.load.corpora.corpus import typed
from analysis.load.corpora.handling import PUBLIC, for_the_public
from analysis.load.corpora.read import Examined, examined
from analysis.model import Corpus
from analysis.model.frames.tables import HANDLING


def check(path: str | Path) -> tuple[Fault, ...]:
    """Every fault of the corpus in the folder `path`, by file, row and column; empty where there is none.

    Nothing is written, and nothing raises: a missing folder or an unreadable file is a fault like any other.
    """
    return _read(Path(path))[1]


def corpus(path: str | Path, handling: str = PUBLIC) -> Corpus:
    """The corpus in the folder `path`, as `model.Corpus` describes it.

    With `handling` "public" it is without what tells of restricted reports and speakers, with "restricted"
    it is whole. Raises ParameterError for another handling; CorpusError, which holds every fault, unless the
    folder is clean, outlines for its map included.
    """
    if handling not in HANDLING:
        found = f"handling: found {handling!r}; expected {' or '.join(HANDLING)}"
        raise ParameterError(f"{found}; nearest: {nearest(handling, HANDLING) or PUBLIC}")
    read, faults = _read(Path(path))
    if faults or read.package is None:
        raise CorpusError(str(path), faults)
    whole = typed(read.package, read.tables, read.spans)
    return for_the_public(whole) if handling == PUBLIC else whole


def _read(folder: Path) -> tuple[Examined, tuple[Fault, ...]]:
    read = examined(folder)
    return read, tuple(sorted([*read.faults, *boundary_faults(folder)]))
