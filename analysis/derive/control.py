"""Control: who held, besieged or contested what, and when; claimed apart from assessed."""

import pandas as pd

from analysis.model import Corpus
from analysis.model.frames import HOLDINGS, STATEMENTS, takes


@takes(statements=STATEMENTS)
def holdings(corpus: Corpus, statements: pd.DataFrame) -> pd.DataFrame:
    """Every coded hold, by place and time, with the statement that carries it: `frames.HOLDINGS`."""
    places = corpus.places[["place_id", "name"]].rename(columns={"name": "place"})
    actors = corpus.actors[["actor_id", "name", "colour"]].rename(columns={"name": "actor"})
    carried = statements[["claim_id", "source_id", "wording", "source_number", "locator"]]
    rows = (
        corpus.control.merge(places, on="place_id", how="left", validate="many_to_one")
        .merge(actors, on="actor_id", how="left", validate="many_to_one")
        .merge(carried, on="claim_id", how="left", validate="many_to_one")
        .rename(columns={"claim_id": "claim_ids", "source_id": "source_ids"})
    )
    return HOLDINGS.shaped(rows.sort_values(["place", "start", "actor"], na_position="first"))
