"""Coverage in prose: what is not known, and what was left out."""

import pandas as pd

from analysis.messages import code_words, say
from analysis.model import Passage
from analysis.model.frames import GAPS, LEFT_OUT, takes
from analysis.prose.sentences import Row, passage, plain_rows

_COLUMNS = ("kind", "subject", "rows")


def notice() -> str:
    """What a reader of any briefing must bear in mind."""
    return say("notice")


def headings() -> dict[str, str]:
    """The columns of the table of gaps and their headings."""
    return {column: say(f"gaps-{column}") for column in _COLUMNS}


@takes(rows=GAPS)
def gaps(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of `derive.gaps` with two columns in words: `kind`, what is not known, and `subject`, of whom
    or what."""
    missed = plain_rows(rows)
    return rows.assign(
        kind=[code_words("gap", row["gap"]) for row in missed], subject=list(map(_subject, missed))
    )


@takes(rows=GAPS)
def limits(rows: pd.DataFrame) -> list[Passage]:
    """What the gaps of `derive.gaps` mean, and how many kinds there are."""
    return [passage("gaps", number=len(rows))] if len(rows) else []


@takes(rows=LEFT_OUT)
def left_out(rows: pd.DataFrame) -> list[Passage]:
    """What the region, period and factions asked for leave out of the corpus."""
    if rows.empty:
        return [passage("left-out-nothing")]
    return [
        passage(
            "left-out", table=row["table"], number=row["rows"], reason=code_words("reason", row["reason"])
        )
        for row in plain_rows(rows)
    ]


@takes(rows=LEFT_OUT)
def notes(rows: pd.DataFrame, table: str) -> list[str]:
    """What an exhibit of one table does not show, and why: one note per reason of `derive.scope`."""
    return [
        say("not-shown", number=row["rows"], reason=code_words("reason", row["reason"]))
        for row in plain_rows(rows[rows["table"] == table])
    ]


def _subject(gap: Row) -> str:
    """The names that a gap gives, and how many there are beyond them."""
    names = gap["names"] or say("gaps-names-none")
    return say("gaps-names-more", names=names, more=gap["more"]) if gap["more"] else str(names)
