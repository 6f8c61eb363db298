"""What may be right and is mostly a slip, asked of the coder and never refused."""

from collections.abc import Iterable

from analysis.errors import Fault, Question
from analysis.load.corpora.asked.corpus import Asked
from analysis.load.corpora.asked.figures import figure_questions
from analysis.load.corpora.asked.parties import party_questions
from analysis.load.corpora.asked.rows import capped, row_questions
from analysis.load.corpora.asked.words import word_questions
from analysis.load.corpora.read import Examined

MOST = 20
"""Of one kind so many are told, and how many more there are: a list is for working through."""


def questions_on(read: Examined) -> tuple[Question, ...]:
    """The questions on a corpus, by file, row and column, of each kind the first `MOST`; none on a row that
    has a fault already."""
    if read.package is None:
        return ()
    asked = Asked(read.dates.tables, read.dates.spans, read.measures)
    found = {*word_questions(asked), *figure_questions(asked), *party_questions(asked), *row_questions(asked)}
    return tuple(capped(sorted(_beside(found, read.faults)), MOST))


def _beside(questions: Iterable[Question], faults: Iterable[Fault]) -> list[Question]:
    spoilt = {(fault.file, fault.row) for fault in faults}
    return [question for question in questions if (question.file, question.row) not in spoilt]
