"""Coverage: what the corpus does not hold, found by looking for it."""

import pandas as pd

from analysis.model import Corpus
from analysis.model.frames import AGAINST, GAPS, STATEMENTS, TIMELINE, takes

CIVILIANS = "civilians"
"""The tag that says of a number that it counts people outside the fighting."""

MOST_NAMES = 12
"""How many names a gap gives; of more it says how many there are."""


@takes(statements=STATEMENTS, timeline=TIMELINE)
def gaps(corpus: Corpus, statements: pd.DataFrame, timeline: pd.DataFrame) -> pd.DataFrame:
    """The kinds of gap that there are: `frames.GAPS`.

    Absence here is absence from the statements and events given, never a statement that nothing happened.
    Of a narrowed frame only what is in scope counts.
    """
    statements, events = _in_scope(statements), _in_scope(timeline)
    numbers = statements["low"].notna() | statements["high"].notna()
    claimed = numbers & ~statements["stance"].isin(AGAINST)
    harmed = statements.loc[(statements["family"] == "harm") & claimed, "counts"]
    # Troops at hand tell of no event; those besieged or surrendered do, and are no strength.
    at_hand = (statements["family"] == "force") & ~statements["proves_event"]
    strong = statements.loc[at_hand & claimed, "actor_id"]
    met = corpus.participants[corpus.participants["event_id"].isin(events["event_id"])]
    present = corpus.actors[corpus.actors["actor_id"].isin(met["actor_id"])]
    located = corpus.places.loc[corpus.places["latitude"].notna(), "place_id"]
    sources = corpus.sources
    of_civilians = harmed.str.contains(rf"(?:^|; ){CIVILIANS}(?:;|$)", na=False)
    missing = [] if of_civilians.any() else [None]
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


def _in_scope(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["in_scope"]] if "in_scope" in rows else rows


def _gap(kind: str, meant: pd.Series) -> dict[str, object]:
    """One row: the first of the names in one text, and how many are left."""
    names = list(dict.fromkeys(meant.dropna()))
    return {
        "gap": kind,
        "names": "; ".join(names[:MOST_NAMES]) or None,
        "more": max(len(names) - MOST_NAMES, 0),
        "rows": len(meant),
    }
