"""Places in prose: where most events lie, how a front moved, in whose words, and what is not on the map."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pandas as pd

from analysis.messages import (
    code_words,
    day_of_month_words,
    day_words,
    interval_words,
    joined,
    listed,
    paragraph,
    say,
    spelled,
)
from analysis.model import Citation, Passage
from analysis.model.frames import FRONTS, PLACES, SPOTS, TIMELINE, UNPLACED, takes
from analysis.model.places import places_above
from analysis.prose.names import named
from analysis.prose.sentences import Row, capital, in_scope, marked, passage, plain_rows

LONGEST = 125
"""So many characters of a title fit on two lines of the widest column."""

FRONTS_TOLD, NAMED = 6, 3
"""The most distances of a front that are told, the latest, and the most names of what is missing."""


@takes(spots=SPOTS, off=UNPLACED, fronts=FRONTS, timeline=TIMELINE, places=PLACES)
def words(
    spots: pd.DataFrame,
    off: pd.DataFrame,
    fronts: pd.DataFrame,
    timeline: pd.DataFrame,
    places: pd.DataFrame,
    attribution: str,
) -> dict[str, Any]:
    """All words around the drawing, as `Exhibits.figure` takes them: title, subtitle, notes and shown."""
    return {
        "title": title(fronts, timeline, places),
        "subtitle": subtitle(spots),
        "notes": notes(fronts, off, len(timeline)),
        "shown": shown(spots, off, attribution),
    }


@takes(fronts=FRONTS, timeline=TIMELINE, places=PLACES)
def title(fronts: pd.DataFrame, timeline: pd.DataFrame, places: pd.DataFrame) -> str:
    """The finding: how far a faction stood from a place first and last where that changed, else in which
    province most events lie, placed there or not."""
    moved = _moved(plain_rows(in_scope(fronts)))
    if moved:
        return _front_title(*moved)
    events = plain_rows(in_scope(timeline))
    coded, above = {row["place_id"]: row for row in plain_rows(places)}, places_above(places)
    provinces = Counter(_province(row["place_id"], coded, above) for row in events if row["place_id"])
    known = [(name, number) for name, number in provinces.most_common() if name]
    if not known:
        return say("map-title-none")
    name, number = known[0]
    return say(
        "map-title", number=capital(spelled(number)), place=named(name), **_of_all(number, len(events))
    )


@takes(spots=SPOTS)
def subtitle(spots: pd.DataFrame) -> str:
    """What is drawn, and where places are counted together, that they are."""
    gathered = bool(spots["places"].gt(1).any())
    grey = int(spots["context"].notna().sum()) if "context" in spots else 0
    return paragraph(
        say("map-gathered", places=int(spots["places"].sum())) if gathered else say("map-subtitle"),
        say("map-outside") if grey else "",
    )


@takes(fronts=FRONTS, off=UNPLACED)
def notes(fronts: pd.DataFrame, off: pd.DataFrame, events: int) -> list[Passage]:
    """The words of each distance with who says so, then what is not on the map, out of so many `events`."""
    rows = plain_rows(fronts)[-FRONTS_TOLD:]
    told = [_front(row) for row in rows]
    if any(row["bearing"] is None for row in rows):
        told.append(passage("map-front-whole"))
    if len(fronts) > len(rows):
        told.append(_earlier(len(fronts) - len(rows)))
    if len(off):
        reasons = [_missing(str(reason), same) for reason, same in off.groupby("reason", sort=True)]
        told.append(
            passage("map-missing", number=len(off), events=events, reasons=joined("join-further", reasons))
        )
    return told


@takes(spots=SPOTS, off=UNPLACED)
def shown(spots: pd.DataFrame, off: pd.DataFrame, attribution: str) -> str:
    """How many events are on the map, and the origin of its lines."""
    drawn = int(spots["events"].sum())
    counts = _of_all(drawn, drawn + len(off))
    return paragraph(say("map-shown", shown=capital(spelled(drawn)), **counts), attribution)


def _of_all(number: int, events: int) -> dict[str, str]:
    """Which part of so many events a number is, and how many they are in words."""
    whole = {1: "one", 2: "both"}.get(events, "all")
    part = "some-one" if number == 1 else "some"
    return {"told": whole if number == events else part, "events": spelled(events)}


def _earlier(number: int) -> Passage:
    return passage("map-fronts-more", number=number, words=capital(spelled(number)))


def _front_title(first: Row, last: Row) -> str:
    """The words of the first and the last distance with their days; in fewer words where that is long."""
    years = first["as_of_end"].year != last["as_of_end"].year
    early = day_words(first["as_of_end"], short=True) if years else day_of_month_words(first["as_of_end"])
    values = {
        "actor": named(first["actor"]),
        "place": named(first["place"]),
        "first": _said(first),
        "last": _said(last),
    }
    values |= {"from": early, "to": day_words(last["as_of_end"], short=True)}
    told = say("map-title-front", **values)
    return told if len(told) <= LONGEST else say("map-title-front-short", **values)


def _moved(fronts: list[Row]) -> tuple[Row, Row] | None:
    """The first and last distance of one faction from one place that cannot be the same; of several such
    pairs that with most claims."""
    by_subject: dict[tuple[str, str], list[Row]] = {}
    for row in fronts:
        if None not in (row["as_of_start"], row["as_of_end"]):
            by_subject.setdefault((row["actor_id"], row["place_id"]), []).append(row)
    for rows in sorted(by_subject.values(), key=len, reverse=True):
        first, last = rows[0], rows[-1]
        if first["as_of_start"] < last["as_of_start"] and _apart(first, last):
            return first, last
    return None


def _apart(one: Row, other: Row) -> bool:
    """Whether one interval ends before the other begins."""
    pairs = ((one["high"], other["low"]), (other["high"], one["low"]))
    return any(high is not None and low is not None and high < low for high, low in pairs)


def _said(row: Row) -> str:
    """The words of a distance, else its number."""
    if row["wording"]:
        return say("quoted", words=row["wording"])
    return say("map-front-number", km=interval_words(row["low"], row["high"]))


def _day(row: Row) -> str:
    """On which day a distance was so, or by which; empty where none is known."""
    if row["as_of_end"] is None:
        return ""
    key = "date-on" if row["as_of_start"] == row["as_of_end"] else "date-by"
    return say(key, date=day_words(row["as_of_end"]))


def _front(row: Row) -> Passage:
    """One distance: whose and from where, its words, of which day, by whose word."""
    cites = [Citation(row["source_id"], row["claim_id"], row["cite"])]
    told = {"actor": named(row["actor"]), "place": named(row["place"]), "words": _said(row)}
    told["speaker"] = capital(named(row["speaker"]))
    key = "map-front-dated" if _day(row) else "map-front"
    return marked(row, passage(key, cites=cites, **told, **({"day": _day(row)} if _day(row) else {})))


def _missing(reason: str, events: pd.DataFrame) -> str:
    """How many events a reason keeps off the map, with their places or else their titles."""
    names = dict.fromkeys(events["place" if reason == "not_located" else "title"])
    words = code_words("reason", reason)
    return say("map-missing-reason", number=len(events), reason=words, names=listed(names, most=NAMED))


def _province(place: str, known: Mapping[str, Row], above: Mapping[str, tuple[str, ...]]) -> str:
    """The name of the province in which a place lies; empty where none is coded, or several are."""
    for key in above.get(place, ()):
        if known[key]["kind"] == "province":
            return str(known[key]["name"])
    admin1 = known[place]["admin1"] if place in known else None
    return "" if admin1 is None or ";" in admin1 else str(admin1)
