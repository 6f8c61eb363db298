"""Coverage in prose: what is not known, and what was left out."""

import pandas as pd

from analysis.messages import say
from analysis.model import Passage
from analysis.prose.sentences import passage, plain_rows

_COLUMNS = ("gap", "subject", "rows")


def notice() -> str:
    """What a reader of any briefing must bear in mind."""
    return say("notice")


def headings() -> dict[str, str]:
    """The columns of the table of gaps and their headings."""
    return {column: say(f"gaps-{column}") for column in _COLUMNS}


def limits(rows: pd.DataFrame) -> list[Passage]:
    """What the gaps of `derive.gaps` mean, and how many kinds there are."""
    return [passage("gaps", number=len(rows))]


def left_out(rows: pd.DataFrame) -> list[Passage]:
    """What the region, period and factions asked for leave out of the corpus."""
    if rows.empty:
        return [passage("left-out-nothing")]
    return [
        passage("left-out", table=row["table"], number=row["rows"], reason=row["reason"])
        for row in plain_rows(rows)
    ]


def notes(rows: pd.DataFrame, table: str) -> list[str]:
    """What an exhibit of one table does not show, and why: one note per reason of `derive.scope`."""
    return [
        say("not-shown", number=row["rows"], reason=row["reason"])
        for row in plain_rows(rows[rows["table"] == table])
    ]
