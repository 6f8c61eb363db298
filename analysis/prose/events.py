"""Events in prose: what happened when, told by how many."""

import pandas as pd

from analysis.model import Passage
from analysis.prose.sentences import Row, cited, counted, rows_of, sentence, when


def situation(timeline: pd.DataFrame, claims: pd.DataFrame, most: int = 20) -> list[Passage]:
    """One passage per event in order of time, the latest `most`; then how many earlier ones the timeline
    holds."""
    by_event = {key: rows_of(rows) for key, rows in claims.groupby("event_id")}
    latest = timeline.tail(most)
    passages = [_event(event, by_event.get(event["event_id"], [])) for event in rows_of(latest)]
    earlier = len(timeline) - len(latest)
    if earlier:
        passages.insert(0, sentence(f"{counted(earlier, 'earlier event')} in the timeline and its data."))
    return passages


def period(timeline: pd.DataFrame, start: str, end: str) -> str:
    """The period covered, in words: as asked for, else from the first to the last day that events name."""
    if start or end:
        return when(f"{start or '..'}/{end or '..'}")
    begun, ended = timeline.dropna(subset="start"), timeline.dropna(subset="end")
    if begun.empty or ended.empty:
        return "no day stated"
    first = begun.loc[begun["start"].idxmin(), "date"].partition("/")[0]
    last = ended.loc[ended["end"].idxmax(), "date"].rpartition("/")[2]
    return when(f"{first}/{last}") if first != last else when(first)


def as_of(sources: pd.DataFrame) -> str:
    """The day up to which the reports speak: the last day of publication, marked where it is inferred."""
    dated = sources[sources["published_end"].notna()].sort_values("published_end")
    if dated.empty:
        return "no day stated"
    latest = rows_of(dated.tail(1))[0]
    inferred = " (inferred)" if latest["published_basis"] == "inferred" else ""
    return f"{when(latest['published'])}{inferred}"


def not_placed(unplaced: pd.DataFrame) -> list[str]:
    """What the map does not show and why, one note per event."""
    return [f"Not on the map: {row['title']} ({row['reason']})." for row in rows_of(unplaced.head(20))]


def _event(event: Row, claims: list[Row]) -> Passage:
    inferred = " (inferred)" if event["basis"] == "inferred" else ""
    known = event["place"] is None or event["place"] in event["title"]
    place = "" if known else f"; place: {event['place']}"
    voices = counted(int(event["independent"] or 0), "independent voice")
    head = f"{event['title']}: {when(event['date'])}{inferred}, told by {voices}{place}"
    return sentence(head, cited(claims), ".")
