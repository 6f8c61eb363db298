"""Coverage in prose: what is not known, and what was left out."""

import pandas as pd

from analysis.model import Passage
from analysis.model.frames import GAPS, LEFT_OUT, takes
from analysis.prose.sentences import capital, counted, rows_of, sentence

NOTICE = (
    "Figures are claims by the voices named. Numbers beside quoted words are what the words allow. "
    "Nothing is averaged; what is missing is not zero."
)
"""What a reader of any briefing must bear in mind."""


GAP = {
    "civilian_harm": "no civilian casualty figure",
    "force": "no strength in numbers",
    "location": "event without a place on the map",
    "date": "date inferred, not stated",
    "publisher": "report without a stated publisher",
    "author": "report without a stated author",
    "number": "words that name no number",
    "number_by_rule": "number read from words by rule",
}
REASONS = {
    "region": "outside the region",
    "period": "outside the period",
    "factions": "other factions",
    "event": "on an event left out",
}
HEADINGS = {"kind": "What is not known", "subject": "Of whom or what", "rows": "How many"}
"""The columns of the table of gaps and their headings."""


@takes(rows=GAPS)
def gaps(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of `derive.gaps` with `kind` and `subject` in words."""
    more = [f"; and {row['more']} more" if row["more"] else "" for row in rows_of(rows)]
    subject = rows["names"].fillna("in any report held") + pd.Series(more, index=rows.index, dtype="str")
    return rows.assign(kind=rows["gap"].map(GAP), subject=subject)


@takes(rows=GAPS)
def limits(rows: pd.DataFrame) -> list[Passage]:
    """What the gaps of `derive.gaps` mean, and how many kinds there are."""
    kinds = capital(counted(len(rows), "kind of gap", "kinds of gaps"))
    meaning = "missing from the reports held, which does not mean that nothing happened"
    return [sentence(f"{kinds} below: {meaning}.")]


@takes(rows=LEFT_OUT)
def left_out(rows: pd.DataFrame) -> list[Passage]:
    """What the region, period and factions asked for leave out of the corpus."""
    if rows.empty:
        return [sentence("Nothing in the corpus was left out.")]
    return [
        sentence(f"Left out of {row['table']}: {counted(row['rows'], 'row')}, {REASONS[row['reason']]}.")
        for row in rows_of(rows)
    ]


@takes(rows=LEFT_OUT)
def notes(rows: pd.DataFrame, table: str) -> list[str]:
    """What an exhibit of one table does not show, and why: one note per reason of `derive.scope`."""
    return [
        f"Not shown: {counted(row['rows'], 'row')}, {REASONS[row['reason']]}."
        for row in rows_of(rows[rows["table"] == table])
    ]
