"""Events in prose: what happened when, told by how many."""

from collections import Counter

import pandas as pd

from analysis.messages import date_words, edtf_ends, listed, say
from analysis.model.frames import PLACES, SOURCES, TIMELINE, takes
from analysis.model.places import places_above
from analysis.prose.sentences import Row, plain_rows, stated_day, when


@takes(timeline=TIMELINE)
def period(timeline: pd.DataFrame, start: str, end: str) -> str:
    """The period covered, in words: as asked for, else from the first to the last day that events name."""
    if start or end:
        return when(f"{start or '..'}/{end or '..'}")
    dated = timeline.dropna(subset=["start", "end"], how="all")
    if dated.empty:
        return say("date-none")
    by_start, by_end = dated["start"].fillna(dated["end"]), dated["end"].fillna(dated["start"])
    rows = plain_rows(dated)
    first, last = rows[int(by_start.argmin())], rows[int(by_end.argmax())]
    opening, closing = edtf_ends(first["date"]), edtf_ends(last["date"])
    return when("/".join(dict.fromkeys((opening[0] or opening[1], closing[1] or closing[0]))))


@takes(sources=SOURCES)
def as_of(sources: pd.DataFrame, last: pd.Timestamp | None = None) -> str:
    """The day up to which the reports speak: the last day of publication; what is inferred is said elsewhere.

    It is no later than `last`, the last day of the period asked for, where an end was.
    """
    dated = sources[sources["published_end"].notna()].sort_values("published_end")
    if dated.empty:
        return say("date-none")
    latest = plain_rows(dated.tail(1))[0]
    if last is not None and dated["published_end"].iloc[-1] > last:
        return when(f"{last:%Y-%m-%d}")
    return date_words(stated_day(latest["published"]))


@takes(timeline=TIMELINE, places=PLACES)
def where(timeline: pd.DataFrame, places: pd.DataFrame) -> str:
    """The provinces in which events are placed, in words, the one with most events first.

    Where no province is coded, the largest place below the country stands for it.
    """
    coded = {row["place_id"]: row for row in plain_rows(places)}
    above = places_above(places)
    named = [
        _province([coded[key] for key in above[place]]) for place in timeline["place_id"] if place in coded
    ]
    provinces = Counter(name for names in named for name in names.split("; "))
    return listed(sorted(provinces, key=lambda name: (-provinces[name], name))) or say("place-none")


def _province(above: list[Row]) -> str:
    """The province of a place as coded, else that in which it lies, else what lies below the country.

    `above` are the place and, upwards, those in which it lies.
    """
    for row in above:
        if row["admin1"] is not None or row["kind"] == "province":
            return str(row["admin1"] or row["name"])
    below = [row["name"] for row in above if row["kind"] != "country"]
    return str(below[-1] if below else above[0]["name"])
