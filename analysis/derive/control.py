"""Control: who held, besieged or contested what, and when; claimed apart from assessed."""

import pandas as pd

from analysis.model import Corpus


def holdings(corpus: Corpus, claims: pd.DataFrame) -> pd.DataFrame:
    """One row per coded holding, by place and time.

    `place`, `actor`, `colour`, `status` (held, besieged, contested), `start`, `end` (missing = open),
    `precision`, `approximate`, `date_basis`, `basis` (claimed, assessed), `attribution` and `wording` of the
    claim that carries it, `claim_ids` and `source_ids`. Takes statements as `claims`.
    """
    carried = claims[["claim_id", "source_id", "attribution", "wording", "source_number", "locator"]]
    rows = (
        corpus.control.merge(_named(corpus.places, "place_id", "place"), on="place_id", how="left")
        .merge(
            corpus.actors[["actor_id", "name", "colour"]].rename(columns={"name": "actor"}),
            on="actor_id",
            how="left",
        )
        .merge(carried, on="claim_id", how="left")
        .rename(columns={"claim_id": "claim_ids", "source_id": "source_ids"})
    )
    return rows.sort_values(["place", "start", "actor"], na_position="first").reset_index(drop=True)


def _named(frame: pd.DataFrame, key: str, name: str) -> pd.DataFrame:
    return frame[[key, "name"]].rename(columns={"name": name})
