"""The one family of errors: each says what is wrong, where, what was found and what was expected."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


class SitrepError(Exception):
    """Anything Sitrep refuses; the message is written for the person who can mend it."""

    def _render_traceback_(self) -> list[str]:
        """What a live notebook shows in place of a traceback: the words of the command line."""
        return [str(self)]


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
        hint = f"; nearest valid: {self.nearest}" if self.nearest else ""
        found = f"found {self.found}; expected {self.expected}{hint}"
        return f"{_place(self.file, self.row, self.column)}: {found}"


@dataclass(frozen=True, order=True)
class Question:
    """What may be right and is mostly a slip: the coder is asked, and nothing is refused.

    File, row and column as in `Fault`; `asks` is a whole question.
    """

    file: str
    row: int
    column: str
    found: str
    asks: str

    def __str__(self) -> str:
        return f"{_place(self.file, self.row, self.column)}: found {self.found}. {self.asks}"


def _place(file: str, row: int, column: str) -> str:
    return ", ".join(part for part in (file, f"row {row}" if row else "", column) if part)


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
    """A notebook that is none or not ours to run, a parameter that it does not declare, a value of another
    type: what is refused before anything runs."""


class NotebookError(SitrepError):
    """A notebook that failed while running; the message names the cell, the cause and where the evidence
    is."""


class MessageError(SitrepError):
    """A message that a catalogue lacks, or a value that a message asks for and does not get."""


class ReportError(SitrepError):
    """A report whose text cannot be read: the message names file and page, what was found and expected."""


class RenderError(SitrepError):
    """A notebook that ran but cannot be printed as it stands."""


BEGINNING = 4
"""The fewest letters by which a beginning is known as that of a longer word."""

LONGEST_SPELT = 100
"""The most letters of a value whose spelling is compared: that takes time by their square."""


def nearest(value: str, valid: Iterable[str]) -> str:
    """The valid value spelt most like `value`, or an empty string where none is near.

    Near is one letter in three wrong at most, one letter more at the end, or a word that the other begins
    with; capitals, blanks, hyphens and underscores are all one.

    >>> nearest("fatalitys", ["fatalities", "strength"])
    'fatalities'
    >>> nearest("ceasefire", ["seizure", "siege", "fighting"])
    ''
    """
    if len(value) > LONGEST_SPELT:
        return ""
    wanted = _folded(value)
    best, begun, fewest = "", "", len(wanted) + 1
    for choice in (each for each in valid if len(each) <= LONGEST_SPELT):
        spelt = _folded(choice)
        shorter, longer = sorted((wanted, spelt), key=len)
        one_more = shorter != "" and longer[:-1] == shorter
        most = min(max(len(longer) // 3, one_more), fewest - 1)
        if len(shorter) >= BEGINNING and longer.startswith(shorter) and len(shorter) > len(_folded(begun)):
            begun = choice
        if abs(len(wanted) - len(spelt)) > most or len(set(wanted) - set(spelt)) > most:
            continue
        wrong = _letters_wrong(wanted, spelt)
        if wrong <= most:
            best, fewest = choice, wrong
    return best or begun


def _folded(value: str) -> str:
    return re.sub("[ _-]+", "_", value.casefold())


def _letters_wrong(one: str, other: str) -> int:
    """How many letters must be put in, left out, changed or exchanged with the next to make one the other."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, twin in enumerate(other, 1):
            steps = [last[column] + 1, now[-1] + 1, last[column - 1] + (letter != twin)]
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == twin:
                steps.append(before[column - 2] + 1)
            now.append(min(steps))
        before, last = last, now
    return last[-1]
