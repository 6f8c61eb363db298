"""Coverage: what the corpus does not hold, found by looking for it."""

import pandas as pd

from analysis.model import Corpus
from analysis.model.frames import GAPS, STATEMENTS, takes

CIVILIANS = "civilians"
"""The kind of actor that stands for people outside the fighting."""

MOST_NAMES = 12
"""How many names a gap gives; of more it says how many there are."""


@takes(statements=STATEMENTS)
def gaps(corpus: Corpus, statements: pd.DataFrame) -> pd.DataFrame:
    """The kinds of gap that there are: `frames.GAPS`.

    Absence here is absence from the reports held, never a statement that nothing happened.
    """
    numbers = statements["low"].notna() | statements["high"].notna()
    harmed = statements.loc[(statements["family"] == "harm") & numbers, "actor_id"]
    civilians = corpus.actors.loc[corpus.actors["kind"] == CIVILIANS, "actor_id"]
    strong = statements.loc[(statements["family"] == "force") & numbers, "actor_id"]
    present = corpus.actors[corpus.actors["actor_id"].isin(corpus.participants["actor_id"])]
    located = corpus.places.loc[corpus.places["latitude"].notna(), "place_id"]
    events, sources = corpus.events, corpus.sources
    missing = [] if harmed.isin(civilians).any() else [None]
    found = {
        "civilian_harm": pd.Series(missing, dtype="str"),
        "force": present.loc[~present["actor_id"].isin(strong), "name"],
        "location": events.loc[~events["place_id"].isin(located), "title"],
        "date": events.loc[events["inferred"].notna(), "title"],
        "publisher": sources.loc[sources["publisher"].isna(), "title"],
        "author": sources.loc[sources["author"].isna(), "title"],
        "number": statements.loc[statements["unit"].notna() & ~numbers, "wording"],
        "number_by_rule": statements.loc[statements["numbers_from"] == "words", "wording"],
    }
    return GAPS.of([_gap(kind, meant) for kind, meant in found.items() if len(meant)])


def _gap(kind: str, meant: pd.Series) -> dict[str, object]:
    """One row: the first of the names in one text, and how many are left."""
    names = list(dict.fromkeys(meant.dropna()))
    return {
        "gap": kind,
        "names": "; ".join(names[:MOST_NAMES]) or None,
        "more": max(len(names) - MOST_NAMES, 0),
        "rows": len(meant),
    }
