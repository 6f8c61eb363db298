"""Control: who held, besieged or contested what, and when; claimed apart from assessed."""

import pandas as pd

from analysis.derive.attested import with_attested
from analysis.model import Corpus
from analysis.model.frames import HOLDINGS, LANES, STATEMENTS, takes


@takes(statements=STATEMENTS)
def holdings(corpus: Corpus, statements: pd.DataFrame) -> pd.DataFrame:
    """Every coded hold, by place and time, with the statement that carries it: `frames.HOLDINGS`."""
    places = corpus.places[["place_id", "name"]].rename(columns={"name": "place"})
    actors = corpus.actors[["actor_id", "name", "colour"]].rename(columns={"name": "actor"})
    carried = statements[["claim_id", "source_id", "wording", "source_number", "locator", "cite", "event_id"]]
    rows = (
        _known(corpus, statements)
        .merge(places, on="place_id", how="left", validate="many_to_one")
        .merge(actors, on="actor_id", how="left", validate="many_to_one")
        .merge(carried, on="claim_id", how="left", validate="many_to_one")
        .merge(_besiegers(corpus), on="event_id", how="left", validate="many_to_one")
        .rename(columns={"claim_id": "claim_ids", "source_id": "source_ids", "cite": "cites"})
    )
    besieged = rows["status"] == "besieged"
    rows = rows.assign(
        _known=rows["start"].fillna(rows["end"]).fillna(rows["attested"]),
        by=rows["by"].where(besieged),
        by_colour=rows["by_colour"].where(besieged),
    )
    return HOLDINGS.shaped(rows.sort_values(["place", "_known", "actor"], na_position="first"))


def _known(corpus: Corpus, statements: pd.DataFrame) -> pd.DataFrame:
    """The coded holds with the day on which each is last attested."""
    carried = pd.DataFrame({"row": corpus.control.index, "claim_id": corpus.control["claim_id"]})
    return with_attested(corpus.control, carried, statements, corpus.sources)


@takes(holdings=HOLDINGS)
def lanes(holdings: pd.DataFrame, most: int = 40) -> pd.DataFrame:
    """The holds by the lane of their place, with a lane for at most `most` places: `frames.LANES`.

    Places that change hands come first, then those last reported on. Columns that `holdings` has beside
    those of its contract, as those of a scope, are kept.
    """
    rows = holdings.assign(
        opens=holdings["start"].fillna(holdings["end"]).fillna(holdings["attested_from"]),
        closes=holdings["end"].fillna(holdings["attested"]).fillna(holdings["start"]),
        changes=holdings["place_id"].isin(_changing(holdings)),
    )
    places = rows.groupby("place_id").agg(
        changes=("changes", "first"),
        last=("closes", "max"),
        holds=("status", "size"),
        name=("place", "first"),
    )
    weight = ["changes", "last", "holds", "name"]
    places = places.sort_values(weight, ascending=[False, False, False, True])
    rows = rows.assign(lane=rows["place_id"].map({place: lane for lane, place in enumerate(places.index)}))
    rows = rows.sort_values(["lane", "opens", "closes"], na_position="last", kind="stable")
    drawn = rows[rows["lane"] < most]
    levels = [level for _, held in drawn.groupby("lane") for level in _levels(held)]
    rows = rows.assign(
        level=pd.Series(levels, drawn.index, dtype="Int64"), lane=rows["lane"].where(rows["lane"] < most)
    )
    return rows[[*holdings.columns, "lane", "level", "changes"]].reset_index(drop=True).astype(_KINDS)


_KINDS = {column.name: column.kind for column in LANES.columns}


def _changing(holdings: pd.DataFrame) -> set[str]:
    """The places that are lost, that have one holder after another, or one who is besieged no longer."""
    lost = holdings.loc[holdings["status"] == "lost", "place_id"]
    firmly = holdings[holdings["status"].isin(["held", "besieged"])]
    holders = firmly.drop_duplicates(["place_id", "actor_id", "status"])["place_id"].value_counts()
    return {*lost, *holders.index[holders > 1]}


def _levels(held: pd.DataFrame) -> list[int]:
    """For each hold of a place, in order, the first strip on which nothing else lies on its days.

    What a faction lost stands where it held the place, and a faction keeps its strip while it can.
    """
    taken: list[tuple[pd.Timestamp, pd.Timestamp, str]] = []
    levels = []
    columns = ("opens", "closes", "actor_id", "status")
    for opens, closes, actor, status in zip(*(held[name] for name in columns), strict=True):
        free = [
            level
            for level, (since, until, by) in enumerate(taken)
            if until < opens or since < until == opens or (status == "lost" and by == actor)
        ]
        own = [level for level in free if taken[level][2] == actor]
        level = (own or free or [len(taken)])[0]
        levels.append(level)
        taken[level : level + 1] = [(opens, closes, actor)]
    return levels


def _besiegers(corpus: Corpus) -> pd.DataFrame:
    """By event: the names of its attackers, and the colour of the first."""
    attackers = corpus.participants[corpus.participants["role"] == "attacker"]
    named = attackers.merge(corpus.actors[["actor_id", "name", "colour"]], on="actor_id", how="left")
    named = named.drop_duplicates(["event_id", "actor_id"])
    by_event = named.groupby("event_id", sort=False)
    return by_event.agg(by=("name", "; ".join), by_colour=("colour", "first")).reset_index()
