"""Coverage: what the corpus does not hold, found by looking for it."""

import pandas as pd

from analysis.model import Corpus

CIVILIANS = "civilians"
"""The kind of actor that stands for people outside the fighting."""


def gaps(corpus: Corpus, claims: pd.DataFrame) -> pd.DataFrame:
    """One row per thing not known: `gap` (what kind), `subject` (of whom or what) and `rows` (how many are
    meant).

    Absence here is absence from the reports held, never a statement that nothing happened.
    """
    numbers = claims["low"].notna() | claims["high"].notna()
    fatalities = claims[(claims["measure"] == "fatalities") & numbers]
    civilians = set(corpus.actors.loc[corpus.actors["kind"] == CIVILIANS, "actor_id"])
    strong = claims[(claims["measure"] == "strength") & numbers]
    present = corpus.actors[corpus.actors["actor_id"].isin(corpus.participants["actor_id"])]
    unknown_strength = present[~present["actor_id"].isin(strong["actor_id"])]
    located = corpus.places.loc[corpus.places["latitude"].notna(), "place_id"]
    unplaced = corpus.events[~corpus.events["place_id"].isin(located)]
    inferred = corpus.events[corpus.events["date_basis"] == "inferred"]
    unstated = corpus.sources[corpus.sources["publisher"].isna()]
    no_author = corpus.sources[corpus.sources["author"].isna()]
    wordless = claims[claims["unit"].notna() & ~numbers]
    by_rule = claims[claims["numbers_from"] == "words"]
    found = [
        (
            "no civilian casualty figure",
            "in any report held",
            int(not fatalities["actor_id"].isin(civilians).any()),
        ),
        ("no strength in numbers", _listed(unknown_strength["name"]), len(unknown_strength)),
        ("event without a place on the map", _listed(unplaced["title"]), len(unplaced)),
        ("date inferred, not stated", _listed(inferred["title"]), len(inferred)),
        ("report without a stated publisher", _listed(unstated["title"]), len(unstated)),
        ("report without a stated author", _listed(no_author["title"]), len(no_author)),
        ("words that name no number", _listed(wordless["wording"]), len(wordless)),
        ("number read from words by rule", _listed(by_rule["wording"]), len(by_rule)),
    ]
    return pd.DataFrame([row for row in found if row[2]], columns=["gap", "subject", "rows"])


def _listed(names: pd.Series, most: int = 12) -> str:
    """The names in one text; beyond `most` only how many more there are."""
    distinct = list(dict.fromkeys(names.dropna()))
    more = len(distinct) - most
    return "; ".join(distinct[:most]) + (f"; and {more} more" if more > 0 else "")
