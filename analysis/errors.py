"""The one family of errors: each says what is wrong, where, what was found and what was expected."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches


class SitrepError(Exception):
    """Anything Sitrep refuses; the message is written for the person who can mend it."""


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong in one cell, row or file of a corpus.

    `row` is the line of the file on which the row begins (the header is line 1; a cell may span several
    lines), 0 where the whole file is meant; `column` is empty where no single column is meant; `nearest` is
    empty where no valid value is near.
    """

    file: str
    row: int
    column: str
    found: str
    expected: str
    nearest: str = ""

    def __str__(self) -> str:
        place = ", ".join(
            part for part in (self.file, f"row {self.row}" if self.row else "", self.column) if part
        )
        hint = f"; nearest valid: {self.nearest}" if self.nearest else ""
        return f"{place}: found {self.found}; expected {self.expected}{hint}"


class CorpusError(SitrepError):
    """A corpus with faults; `faults` holds every one of them, in the order of file, row and column."""

    def __init__(self, corpus: str, faults: Sequence[Fault]) -> None:
        self.corpus = corpus
        self.faults = tuple(faults)
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        super().__init__("\n".join([f"{corpus}: {count}", *(f"  {fault}" for fault in faults)]))


class DateError(SitrepError, ValueError):
    """A text that is no EDTF date, or a form of EDTF that is not read.

    `name` says what it is where it has a name ("a clock time"), and `expected` what is read instead.
    """

    def __init__(self, message: str, *, name: str = "", expected: str) -> None:
        self.name = name
        self.expected = expected
        super().__init__(message)


class FrameError(SitrepError):
    """A frame that lacks what a function needs: a column, a single unit, a row."""


class ParameterError(SitrepError):
    """A parameter that a notebook does not declare, or a value that is not of the declared type."""


class NotebookError(SitrepError):
    """A notebook that failed while running; the message names the cell, the cause and where the evidence
    is."""


class MessageError(SitrepError):
    """A message that a catalogue lacks, or a value that a message asks for and does not get."""


class RenderError(SitrepError):
    """A notebook that ran but cannot be printed as it stands."""


def nearest(value: str, valid: Iterable[str]) -> str:
    """The valid value most like `value`, or an empty string where none is alike.

    >>> nearest("fatalitys", ["fatalities", "strength"])
    'fatalities'
    >>> nearest("zzz", ["fatalities", "strength"])
    ''
    """
    by_folded = {choice.casefold(): choice for choice in valid}
    matches = get_close_matches(value.casefold(), by_folded, n=1, cutoff=0.5)
    return by_folded[matches[0]] if matches else ""
