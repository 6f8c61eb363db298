"""Sources: the register of reports with what was coded from each."""

import pandas as pd

from analysis.model import Corpus


def register(corpus: Corpus, claims: pd.DataFrame) -> pd.DataFrame:
    """One row per report, in corpus order: the columns of `sources` with `number` and the count of
    `claims`."""
    counts = claims.groupby("source_id").size().rename("claims").reset_index()
    rows = corpus.sources.assign(number=range(1, len(corpus.sources) + 1)).merge(
        counts, how="left", on="source_id"
    )
    # A report without a claim in scope holds none: here a missing count is a counted zero.
    return rows.assign(claims=rows["claims"].fillna(0).astype(int))


def last_day(sources: pd.DataFrame) -> str:
    """The last day on which a report may have been published, in ISO 8601; empty where none is dated."""
    last = sources["published_end"].max()
    return "" if pd.isna(last) else f"{last:%Y-%m-%d}"
