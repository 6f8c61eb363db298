"""Events: when, and how many sources tell of them."""

import pandas as pd

from analysis.derive.attested import telling, with_attested
from analysis.derive.comparison.quantities import STATES
from analysis.derive.parties import Behind, origin
from analysis.derive.statements import UNATTRIBUTED
from analysis.model import Corpus
from analysis.model.frames import STATEMENTS, TIMELINE, takes
from analysis.model.measures import DATING

CITED = 2
"""How many claims are cited where an event is named."""


@takes(statements=STATEMENTS)
def timeline(corpus: Corpus, statements: pd.DataFrame) -> pd.DataFrame:
    """The events in order of time, with those who tell of each: `frames.TIMELINE`.

    An event without a first day stands at its last, one without either where it is last attested. Only
    statements of a measure that proves an event tell that it happened, no denial, no doubt and no projection;
    an event that nobody tells has a counted zero.
    """
    on_event = statements[statements["event_id"].notna()]
    keys = on_event.groupby("event_id").agg(
        claim_ids=("claim_id", " ".join), source_ids=("source_id", _each_once)
    )
    states = on_event["stance"].isin(STATES) & on_event["method"].ne("projected")
    told = _told(on_event[on_event["proves_event"] & states])
    carried = _carried(telling(on_event))
    places = corpus.places[["place_id", "name"]].rename(columns={"name": "place"})
    rows = corpus.events.merge(places, on="place_id", how="left", validate="many_to_one").merge(
        keys.join([told, carried]).reset_index(), on="event_id", how="left", validate="one_to_one"
    )
    rows = with_attested(rows, _carrying(rows, statements), statements, corpus.sources)
    rows = rows.assign(
        _known=rows["start"].fillna(rows["end"]).fillna(rows["attested"]),
        voices=rows["voices"].fillna(0),
        reports=rows["reports"].fillna(0),
        unnamed=rows["unnamed"].fillna(0),
    )
    return TIMELINE.shaped(rows.sort_values(["_known", "end", "title"], na_position="last"))


def _carried(on_event: pd.DataFrame) -> pd.DataFrame:
    """By event: the words that date it, and at most `CITED` claims that carry it, one of each report.

    Of each report also the first that dates it, which come first.
    """
    dates = on_event["measure"].isin(DATING)
    rows = on_event.assign(_rank=(~dates).astype(int) + ~on_event["proves_event"])
    dating = rows[dates & rows["wording"].notna()].drop_duplicates(["event_id", "wording"])
    dating = dating.iloc[dating["measure"].map(DATING.index).argsort(kind="stable")]
    ranked = rows.sort_values("_rank", kind="stable").drop_duplicates(["event_id", "source_id", "_rank"])
    least = ranked.groupby("event_id")["_rank"].transform("min").clip(lower=1)
    cited = ranked[ranked["_rank"] <= least].groupby("event_id").head(CITED).groupby("event_id")
    return cited.agg(cite_ids=("claim_id", " ".join), cites=("cite", "; ".join)).join(
        dating.groupby("event_id").agg(dated_as=("wording", "; ".join))
    )


def _carrying(rows: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """The claims that carry each event, by its label in `row`: those that prove it, else all on it."""
    on_event = telling(statements).dropna(subset="event_id")
    proven = on_event["event_id"].isin(on_event.loc[on_event["proves_event"], "event_id"])
    carrying = on_event.loc[on_event["proves_event"] | ~proven, ["event_id", "claim_id"]]
    label = pd.Series(rows.index, index=rows["event_id"])
    return carrying.assign(row=carrying["event_id"].map(label)).dropna(subset="row")


def _told(telling: pd.DataFrame) -> pd.DataFrame:
    """By event: how many voices and reports say that it happened, in which claims, of how many origins."""
    by_event = telling.groupby("event_id")
    told = by_event.agg(reports=("source_id", "nunique"), told_by=("claim_id", " ".join))
    unnamed = telling["speaker_kind"] == UNATTRIBUTED
    for column, voices in (("voices", telling[~unnamed]), ("unnamed", telling[unnamed])):
        told[column] = voices.groupby("event_id")["voice_id"].nunique().reindex(told.index).fillna(0)
    behind: dict[str, list[Behind]] = {}
    known = telling[["event_id", "party_id", "root_ids", "origin_id", "voice_id", "chain_id"]].astype(object)
    for event, *who in known.where(known.notna(), None).itertuples(index=False):
        behind.setdefault(event, []).append(Behind(*who))
    origins = {event: origin(those) for event, those in behind.items()}
    return told.assign(origin=pd.Series(origins, dtype="str"))


def _each_once(keys: pd.Series) -> str:
    return " ".join(dict.fromkeys(keys))
