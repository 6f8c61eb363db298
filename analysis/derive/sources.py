"""Sources: the register of reports with what was coded from each."""

import pandas as pd

from analysis.model import Corpus
from analysis.model.frames import REGISTER, SOURCES, STATEMENTS, takes


@takes(statements=STATEMENTS)
def register(corpus: Corpus, statements: pd.DataFrame) -> pd.DataFrame:
    """Every report, numbered, with the count of its statements: `frames.REGISTER`."""
    counts = statements.groupby("source_id").size()
    # A report without a statement in scope holds none: here a missing count is a counted zero.
    claims = corpus.sources["source_id"].map(counts).fillna(0)
    return REGISTER.shaped(corpus.sources.assign(number=range(1, len(corpus.sources) + 1), claims=claims))


@takes(sources=SOURCES)
def last_day(sources: pd.DataFrame) -> str:
    """The last day on which a report may have been published, in ISO 8601; empty where none is dated."""
    last = sources["published_end"].max()
    return "" if pd.isna(last) else f"{last:%Y-%m-%d}"
