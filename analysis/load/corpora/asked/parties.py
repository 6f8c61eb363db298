"""Questions about who, where and when: places, factions, ties, and reports that come late."""

import re
from collections.abc import Iterator
from datetime import date

import pandas as pd

from analysis.errors import Question
from analysis.load.corpora.asked.corpus import Asked
from analysis.load.packages.quoting import quoted
from analysis.model.places import places_above

LATE = 2 * 366
"""The days after which a report on an event is asked for its year."""

CIVILIANS = re.compile(
    r"(?:the |local )?(?:civilians?|civilian population|residents|inhabitants|villagers|refugees)", re.I
)
LEAVABLE = ("member_of", "allied_with", "supports")


def party_questions(asked: Asked) -> Iterator[Question]:
    """Every question about places, factions, ties and late reports."""
    yield from _places(asked)
    yield from _late(asked)
    yield from _civilians(asked)
    yield from _supported(asked)
    yield from _left(asked)
    yield from _pointless(asked)


def _places(asked: Asked) -> Iterator[Question]:
    """The place of a claim is that of its event, lies in it, or holds it."""
    above = places_above(asked.tables["places"].cells("place_id", "parent_id").dropna(subset="place_id"))
    events = asked.tables["events"].cells("event_id", "place_id").dropna().drop_duplicates("event_id")
    where = dict(zip(events["event_id"], events["place_id"], strict=True))
    cells = asked.claims[["place_id", "event_id"]].dropna()
    pairs = cells.assign(at=cells["event_id"].map(where)).dropna()
    apart = {
        (place, at)
        for place, at in pairs[["place_id", "at"]].drop_duplicates().itertuples(index=False, name=None)
        if at not in above.get(place, (place,)) and place not in above.get(at, (at,))
    }
    for line, place, event, at in pairs.itertuples(name=None):
        if (place, at) in apart:
            found = f"{quoted(place)}, while {event} was at {at}"
            asks = "Is it the right place, or the right event? Or does one lie in the other (parent_id)?"
            yield asked.tables["claims"].question(line, "place_id", found, asks)


def _late(asked: Asked) -> Iterator[Question]:
    """A report that comes years after the event; asked once for each report and event."""
    ends = {key: span.high for key, span in asked.span_of("events", "event_id", "date").items()}
    cells = asked.claims[["source_id", "event_id"]].dropna().drop_duplicates()
    for line, source, event in cells.itertuples(name=None):
        published, end = asked.published.get(source), ends.get(event)
        low = published.low if published else None
        if isinstance(low, date) and isinstance(end, date) and (low - end).days > LATE:
            found = f"{quoted(event)}, over by {end}, in a report of {low}"
            asks = "Are event and year right?"
            yield asked.tables["claims"].question(line, "event_id", found, asks)


def _civilians(asked: Asked) -> Iterator[Question]:
    actors = asked.tables["actors"]
    for line, key, name in actors.cells("actor_id", "name").itertuples(name=None):
        texts = [text.replace("-", " ") for text in (key, name) if isinstance(text, str)]
        if any(CIVILIANS.fullmatch(text) for text in texts):
            asks = "Are they a faction? Civilians are counted by counts, and no actor."
            yield actors.question(line, "name", quoted(texts[-1]), asks)


def _supported(asked: Asked) -> Iterator[Question]:
    """Whom a supporter supports mostly takes part itself."""
    participants = asked.tables["participants"]
    cells = participants.cells("event_id", "actor_id", "for_id")
    present = set(cells[["event_id", "actor_id"]].itertuples(index=False, name=None))
    for line, event, _, supported in cells.dropna().itertuples(name=None):
        if (event, supported) not in present:
            found = f"{quoted(supported)}, who has no part in {event}"
            yield participants.question(line, "for_id", found, "Did it take part?")


def _left(asked: Asked) -> Iterator[Question]:
    """Who leaves was with the other before, and somebody said so."""
    relations = asked.tables["relations"]
    cells = relations.cells("actor_id", "relation", "other_id", "date")
    ties = cells[cells["relation"].isin(LEAVABLE)]
    begun: dict[frozenset[str], list[date | None]] = {}
    for actor, other, text in ties[["actor_id", "other_id", "date"]].itertuples(index=False, name=None):
        span = asked.spans.get(text) if isinstance(text, str) else None
        begun.setdefault(frozenset((actor, other)), []).append(span.low if span else None)
    for line, actor, _, other, text in cells[cells["relation"] == "left"].itertuples(name=None):
        span = asked.spans.get(text) if isinstance(text, str) else None
        starts = begun.get(frozenset((actor, other)), [])
        left = span.high if span else None
        if not any(start is None or left is None or start <= left for start in starts):
            asks = f"With whom was {actor} before? A tie to {other} that ends stands here too."
            yield relations.question(line, "relation", "left, without an earlier tie", asks)


def _pointless(asked: Asked) -> Iterator[Question]:
    cells = asked.claims[["stance", "about"]].dropna(subset="about")
    for line, stance, about in cells.itertuples(name=None):
        if pd.isna(stance) or stance == "asserts":
            asks = "What does it do with that claim: confirm, deny, doubt, revise, or count a part of it?"
            yield asked.tables["claims"].question(line, "stance", f"asserts, about {quoted(about)}", asks)
