"""Events: when, where, who took part, and how many independent voices tell of them."""

import pandas as pd

from analysis.model import Corpus, require

POINT_PRECISION = 1
"""UCDP GED codebook, where_prec 1: the exact place is known."""

NEAR_KM = 25.0
"""UCDP GED codebook, where_prec 2: within about 25 km of a known point."""


NOT_TELLING = frozenset(
    {"assessment", "comparison", "explanation", "intent", "population", "strength", "territory_share"}
)
"""Measures of claims that speak about an event without saying that it happened."""


def timeline(corpus: Corpus, claims: pd.DataFrame) -> pd.DataFrame:
    """One row per event, in order of the first day known, be it the last of the event; without any day, last.

    `start` and `end` are days (missing = open), `precision`, `approximate` and `date` (EDTF) as written,
    `basis` stated or inferred with its `date_note`, `place`, `actors` (names with their roles), `told_by`
    (the claims that say it happened) with their distinct `voices`, `independent` origins and `reports`;
    `claim_ids` and `source_ids` of all claims on it. Takes statements as `claims`.
    """
    require(claims, ("event_id", "claim_id", "source_id", "measure", "voice_id", "origin_id"), "timeline")
    told = claims[claims["event_id"].notna()].groupby("event_id")
    telling = claims[claims["event_id"].notna() & ~claims["measure"].isin(NOT_TELLING)].groupby("event_id")
    keys = told.agg(claim_ids=("claim_id", " ".join), source_ids=("source_id", _each_once))
    voices = telling.agg(
        voices=("voice_id", "nunique"),
        independent=("origin_id", "nunique"),
        reports=("source_id", "nunique"),
        told_by=("claim_id", " ".join),
    )
    # Nobody says that it happened: a counted zero, not a missing number.
    counts = ["voices", "independent", "reports"]
    counted = (
        keys.join(voices).fillna(dict.fromkeys(counts, 0)).astype(dict.fromkeys(counts, int)).reset_index()
    )
    rows = (
        corpus.events.rename(columns={"date_basis": "basis"})
        .merge(_place_names(corpus.places), on="place_id", how="left")
        .merge(_actors_of(corpus), on="event_id", how="left")
        .merge(counted, on="event_id", how="left")
    )
    rows = rows.assign(_known=rows["start"].fillna(rows["end"]))
    ordered = rows.sort_values(["_known", "end", "title"], na_position="last")
    return ordered.drop(columns="_known").reset_index(drop=True)


def placed(events: pd.DataFrame, places: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Timeline rows on the map, and those that are not with the `reason`.

    The first frame adds `latitude`, `longitude`, `where_prec`, `place_kind` and `radius_km`: as coded, else 0
    for an exact place and 25 for a place known to 25 km (UCDP where_prec 1 and 2); missing where it is not
    known.
    """
    columns = ["place_id", "kind", "latitude", "longitude", "where_prec", "radius_km"]
    rows = events.merge(places[columns].rename(columns={"kind": "place_kind"}), on="place_id", how="left")
    stated = rows["where_prec"].map({POINT_PRECISION: 0.0, 2: NEAR_KM})
    rows = rows.assign(radius_km=rows["radius_km"].fillna(stated))
    here = rows["latitude"].notna() & rows["longitude"].notna()
    reason = rows["place_id"].isna().map({True: "no place named", False: "place without coordinates"})
    unplaced = rows.assign(reason=reason)[~here]
    return rows[here].reset_index(drop=True), unplaced.reset_index(drop=True)


def _each_once(keys: pd.Series) -> str:
    return " ".join(dict.fromkeys(keys))


def _place_names(places: pd.DataFrame) -> pd.DataFrame:
    return places[["place_id", "name"]].rename(columns={"name": "place"})


def _actors_of(corpus: Corpus) -> pd.DataFrame:
    """One row per event with its factions in words: "ISIS (defender), Syrian army (attacker)"."""
    named = corpus.participants.merge(corpus.actors[["actor_id", "name"]], on="actor_id")
    words = named.assign(actors=named["name"] + " (" + named["role"] + ")")
    return words.groupby("event_id")["actors"].agg(", ".join).reset_index()
