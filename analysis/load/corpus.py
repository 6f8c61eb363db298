"""The folder of a corpus as a whole: its coded tables and, where it has one, the map beside them."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from analysis.errors import CorpusError, Fault, ParameterError, Question, nearest
from analysis.load.boundaries import boundary_faults
from analysis.load.corpora.corpus import typed
from analysis.load.corpora.handling import PUBLIC, for_the_public
from analysis.load.corpora.questions import questions_on
from analysis.load.corpora.read import Examined, checksum_of, examined
from analysis.load.corpora.readings import Readings, readings_of
from analysis.model import Corpus
from analysis.model.frames.tables import HANDLING


@dataclass(frozen=True)
class Review:
    """What `sitrep check` tells of a corpus: `faults`, which must be mended, `questions`, which may be
    answered, and `readings` of words and phrases of time; each in order."""

    read: Examined
    faults: tuple[Fault, ...]

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """What may be right and is mostly a slip, by file, row and column."""
        return questions_on(self.read)

    @cached_property
    def readings(self) -> Readings:
        """Every wording and every phrase of time, with what it is read as."""
        return readings_of(self.read)


def check(path: str | Path) -> tuple[Fault, ...]:
    """Every fault of the corpus in the folder `path`, by file, row and column; empty where there is none.

    Nothing is written, and nothing raises: a missing folder or an unreadable file is a fault like any other.
    """
    return _read(Path(path))[1]


def review(path: str | Path) -> Review:
    """The faults of the corpus in the folder `path`, as `check` finds them, with questions and readings."""
    return Review(*_read(Path(path)))


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
    checksum = checksum_of(Path(path), read.package)
    whole = typed(read.package, read.dates.tables, read.dates.spans, checksum)
    return for_the_public(whole) if handling == PUBLIC else whole


def _read(folder: Path) -> tuple[Examined, tuple[Fault, ...]]:
    read = examined(folder)
    return read, tuple(sorted([*read.faults, *boundary_faults(folder)]))
