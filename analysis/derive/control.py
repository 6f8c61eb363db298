"""Control: who held, besieged or contested what, and when; claimed apart from assessed."""

import pandas as pd

from analysis.derive.attested import with_attested
from analysis.model import Corpus
from analysis.model.frames import HOLDINGS, STATEMENTS, takes


@takes(statements=STATEMENTS)
def holdings(corpus: Corpus, statements: pd.DataFrame) -> pd.DataFrame:
    """Every coded hold, by place and time, with the statement that carries it: `frames.HOLDINGS`."""
    places = corpus.places[["place_id", "name"]].rename(columns={"name": "place"})
    actors = corpus.actors[["actor_id", "name", "colour"]].rename(columns={"name": "actor"})
    carried = statements[["claim_id", "source_id", "wording", "source_number", "locator"]]
    rows = (
        _known(corpus, statements)
        .merge(places, on="place_id", how="left", validate="many_to_one")
        .merge(actors, on="actor_id", how="left", validate="many_to_one")
        .merge(carried, on="claim_id", how="left", validate="many_to_one")
        .rename(columns={"claim_id": "claim_ids", "source_id": "source_ids"})
    )
    rows = rows.assign(_known=rows["start"].fillna(rows["end"]).fillna(rows["attested"]))
    return HOLDINGS.shaped(rows.sort_values(["place", "_known", "actor"], na_position="first"))


def _known(corpus: Corpus, statements: pd.DataFrame) -> pd.DataFrame:
    """The coded holds with the day on which each is last attested."""
    carried = pd.DataFrame({"row": corpus.control.index, "claim_id": corpus.control["claim_id"]})
    return with_attested(corpus.control, carried, statements, corpus.sources)
