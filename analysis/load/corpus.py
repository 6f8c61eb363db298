"""A corpus as a whole, a folder or a workbook: its coded tables and, where it has one, the map beside
them."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from analysis.errors import CorpusError, Fault, ParameterError, Question, nearest
from analysis.load.boundaries import boundary_faults
from analysis.load.corpora.corpus import typed
from analysis.load.corpora.dates import Dates
from analysis.load.corpora.handling import PUBLIC, for_the_public
from analysis.load.corpora.questions import questions_on
from analysis.load.corpora.read import Examined, checksum_of, examined
from analysis.load.corpora.readings import Readings, readings_of
from analysis.load.drafts import Unreviewed, unreviewed
from analysis.load.workbooks.files import Unfolded, first_of_cells, in_order
from analysis.load.workbooks.folder import as_folder
from analysis.model import Corpus
from analysis.model.frames.tables import HANDLING


@dataclass(frozen=True)
class Review:
    """What `sitrep check` tells of a corpus: `faults`, which must be mended, `questions`, which may be
    answered, and `readings` of words and phrases of time, each in order; and the `drafts` beside it."""

    read: Examined
    faults: tuple[Fault, ...]
    drafts: Unreviewed
    book: Unfolded | None = None

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """What may be right and is mostly a slip, by file, row and column."""
        asked = questions_on(self.read)
        placed = asked if self.book is None else in_order(self.book.placed(asked))
        return (*placed, *self.drafts.questions)

    def codebook(self, fault: Fault) -> str:
        """What the codebook says of the column of a fault, first sentence only; empty where it says
        nothing."""
        specs = self.read.package.tables.values() if self.read.package is not None else ()
        sheets = f"{fault.file},"
        own = (spec for spec in specs if spec.file == fault.file or f"sheet {spec.name}," in sheets)
        fields = next((spec.fields for spec in own), {})
        return str(fields.get(fault.column, {}).get("description", "")).partition(". ")[0]

    @cached_property
    def readings(self) -> Readings:
        """Every wording and every phrase of time, with what it is read as."""
        return readings_of(self.read)


def check(path: str | Path) -> tuple[Fault, ...]:
    """Every fault of the corpus at `path`, a folder or a workbook, by file, row and column; empty where there
    is none.

    Nothing is written, and nothing raises: a missing folder or an unreadable file is a fault like any other.
    """
    return _read(Path(path)).faults


def review(path: str | Path) -> Review:
    """The faults of the corpus at `path`, a folder or a workbook, as `check` finds them, with questions,
    readings and how many proposals beside it wait for a decision."""
    found = _read(Path(path))
    tables = [table for table in found.read.tables.values() if table.spec.primary_key]
    keys = {one.spec.name: set(one.cells(one.spec.primary_key[0]).iloc[:, 0].dropna()) for one in tables}
    return Review(found.read, found.faults, unreviewed(path, keys), found.book)


def corpus(path: str | Path, handling: str = PUBLIC) -> Corpus:
    """The corpus at `path`, a folder or a workbook, as `model.Corpus` describes it.

    With `handling` "public" it is without what tells of restricted reports and speakers, with "restricted"
    it is whole. Raises ParameterError for another handling; CorpusError, which holds every fault, unless the
    folder is clean, outlines for its map included.
    """
    if handling not in HANDLING:
        found = f"handling: found {handling!r}; expected {' or '.join(HANDLING)}"
        raise ParameterError(f"{found}; nearest: {nearest(handling, HANDLING) or PUBLIC}")
    whole = _read(Path(path))
    read = whole.read
    if whole.faults or read.package is None:
        raise CorpusError(str(path), whole.faults)
    coded = typed(read.package, read.dates.tables, read.dates.spans, whole.checksum)
    return for_the_public(coded) if handling == PUBLIC else coded


class _Found(NamedTuple):
    """A corpus as it was read: its tables, faults, checksum, and the workbook where it is one."""

    read: Examined
    faults: tuple[Fault, ...]
    checksum: str
    book: Unfolded | None


def _read(path: Path) -> _Found:
    with as_folder(path) as (folder, book):
        if book is not None and not book.files:
            return _Found(Examined(None, {}, Dates({}, (), {}), {}, book.faults), book.faults, "", book)
        read = examined(folder)
        checksum = checksum_of(folder, read.package) if read.package is not None else ""
        faults = [*read.faults, *boundary_faults(folder)]
        if book is None:
            return _Found(read, tuple(sorted(faults)), checksum, None)
        return _Found(read, first_of_cells([*book.faults, *book.placed(faults)]), checksum, book)
