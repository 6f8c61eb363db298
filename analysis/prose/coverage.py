"""Coverage in prose: what is not known, and what was left out."""

import pandas as pd

from analysis.model import Passage
from analysis.prose.sentences import capital, counted, rows_of, sentence

NOTICE = (
    "Figures are claims by the voices named. Numbers beside quoted words are what the words allow. "
    "Nothing is averaged; what is missing is not zero."
)
"""What a reader of any briefing must bear in mind."""


def limits(rows: pd.DataFrame) -> list[Passage]:
    """What the gaps of `derive.gaps` mean, and how many kinds there are."""
    kinds = capital(counted(len(rows), "kind of gap", "kinds of gaps"))
    meaning = "missing from the reports held, which does not mean that nothing happened"
    return [sentence(f"{kinds} below: {meaning}.")]


def left_out(rows: pd.DataFrame) -> list[Passage]:
    """What the region, period and factions asked for leave out of the corpus."""
    if rows.empty:
        return [sentence("Nothing in the corpus was left out.")]
    return [
        sentence(f"Left out of {row['table']}: {counted(row['rows'], 'row')}, {row['reason']}.")
        for row in rows_of(rows)
    ]


def notes(rows: pd.DataFrame, table: str) -> list[str]:
    """What an exhibit of one table does not show, and why: one note per reason of `derive.scope`."""
    return [
        f"Not shown: {counted(row['rows'], 'row')}, {row['reason']}."
        for row in rows_of(rows[rows["table"] == table])
    ]
