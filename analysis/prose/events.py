"""Events in prose: what happened when, told by how many."""

import pandas as pd

from analysis.model import Passage
from analysis.model.frames import PLACES, SOURCES, STATEMENTS, TIMELINE, UNPLACED, takes
from analysis.prose.sentences import Row, cited, counted, listed, rows_of, sentence, when

REASONS = {"no_place": "no place named", "not_located": "place without coordinates"}
"""Why an event is not on the map, in words."""


@takes(timeline=TIMELINE, statements=STATEMENTS)
def situation(timeline: pd.DataFrame, statements: pd.DataFrame, most: int = 20) -> list[Passage]:
    """One passage per event in order of time, the latest `most`; then how many earlier ones the timeline
    holds."""
    latest = timeline.tail(most)
    telling = statements[statements["event_id"].isin(latest["event_id"])]
    by_event = {key: rows_of(rows) for key, rows in telling.groupby("event_id")}
    passages = [_event(event, by_event.get(event["event_id"], [])) for event in rows_of(latest)]
    earlier = len(timeline) - len(latest)
    if earlier:
        passages.insert(0, sentence(f"{counted(earlier, 'earlier event')} in the timeline and its data."))
    return passages


@takes(timeline=TIMELINE)
def period(timeline: pd.DataFrame, start: str, end: str) -> str:
    """The period covered, in words: as asked for, else from the first to the last day that events name."""
    if start or end:
        return when(f"{start or '..'}/{end or '..'}")
    dated = timeline.dropna(subset=["start", "end"], how="all")
    if dated.empty:
        return "no day stated"
    first = dated.loc[dated["start"].fillna(dated["end"]).idxmin()]
    last = dated.loc[dated["end"].fillna(dated["start"]).idxmax()]
    sides = [_side(first, "start", "end"), _side(last, "end", "start")]
    basis = "inferred" if "inferred" in (first["basis"], last["basis"]) else "stated"
    return when("/".join(dict.fromkeys(sides)), basis)


def _side(event: pd.Series, end: str, other: str) -> str:
    """One end of an event's EDTF date as written, or the other where this one is open."""
    first, _, last = event["date"].partition("/")
    written = {"start": first, "end": last or first}
    return written[end] if pd.notna(event[end]) else written[other]


@takes(sources=SOURCES)
def as_of(sources: pd.DataFrame) -> str:
    """The day up to which the reports speak: the last day of publication, marked where it is inferred."""
    dated = sources[sources["published_end"].notna()].sort_values("published_end")
    if dated.empty:
        return "no day stated"
    latest = rows_of(dated.tail(1))[0]
    return when(latest["published"], latest["published_basis"])


@takes(timeline=TIMELINE, places=PLACES)
def where(timeline: pd.DataFrame, places: pd.DataFrame) -> str:
    """The provinces in which events are placed, in words, the one with most events first."""
    named = (
        timeline[["place_id"]]
        .merge(places[["place_id", "admin1"]], on="place_id", validate="many_to_one")["admin1"]
        .dropna()
    )
    provinces = named.str.split("; ").explode().value_counts(sort=True)
    return listed(sorted(provinces.index, key=lambda name: (-provinces[name], name))) or "no place named"


@takes(unplaced=UNPLACED)
def not_placed(unplaced: pd.DataFrame, most: int = 20) -> list[str]:
    """What the map does not show, one note per reason with at most `most` events named."""
    notes = []
    for reason, rows in unplaced.groupby("reason", sort=True):
        more = f" and {counted(len(rows) - most, 'more event')}" if len(rows) > most else ""
        notes.append(f"Not on the map ({REASONS[reason]}): {'; '.join(rows['title'].head(most))}{more}.")
    return notes


def _event(event: Row, claims: list[Row]) -> Passage:
    known = event["place"] is None or event["place"] in event["title"]
    place = "" if known else f"; place: {event['place']}"
    telling = (event["told_by"] or event["claim_ids"] or "").split()
    voices = counted(int(event["independent"] or 0), "independent voice")
    reports = counted(int(event["reports"] or 0), "report")
    told = f"told by {voices} in {reports}" if event["voices"] else "spoken of, but told by nobody"
    if event["independent"] is None:
        voices = counted(event["voices"], "voice")
        told = f"told by {voices}, how many of them independent is not decided, in {reports}"
    head = f"{event['title']}: {when(event['date'], event['basis'])}, {told}{place}"
    return sentence(head, cited(claim for claim in claims if claim["claim_id"] in telling), ".")
