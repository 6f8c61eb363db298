"""Contracts of events in time and on the map, and of who held what."""

from analysis.model.frames.claims import ORIGINS
from analysis.model.frames.contract import Contract, count, day, flag, number, text
from analysis.model.frames.tables import ATTESTED, CONTROL, EVENTS, NO_CLAIM, span

TIMELINE = Contract(
    "timeline",
    "one row per event, in order of the first day known, else the day last attested; without any, last",
    ("event_id",),
    "derive.timeline",
    (
        *EVENTS.only("event_id", "kind", "date", "date_note", "place_id", "title").columns,
        *span("", "date"),
        *ATTESTED,
        text("place", "Name of the place.", "no report says where"),
        text("claim_ids", "Keys of all claims on it, joined by spaces.", NO_CLAIM),
        text("source_ids", "Keys of their reports, joined by spaces.", NO_CLAIM),
        count("voices", "How many named sources say that it happened."),
        count("unnamed", "How many voices besides that no report names."),
        text(
            "origin",
            "Whether they have one origin or several: parties at the top, else voices.",
            "none does",
            ORIGINS,
        ),
        count("reports", "How many reports say that it happened."),
        text("told_by", "Keys of the claims that say so, joined by spaces.", "none does"),
        text(
            "dated_as",
            "Words by which its claims of a start, an end or a duration date it, joined by semicolons.",
            "no such claim has any",
        ),
        text(
            "cite_ids",
            "Keys of at most two claims that carry it, those that date it first, joined by spaces.",
            NO_CLAIM,
        ),
        text("cites", "How these are cited, in the same order, joined by semicolons.", NO_CLAIM),
    ),
)

EVENT_COUNTS = Contract(
    "event_counts",
    "one row per kind of event and month in which any of them began, or year where the events span over 20",
    ("kind", "start"),
    "derive.event_counts",
    (
        text("kind", "What sort of event it is.", "of further kinds, which are few each"),
        day("start", "First day of the month or year.", "no day is known of them"),
        day("end", "Last day of the month or year.", "no day is known of them"),
        count("events", "How many events began then: on the first day known of them, else the last."),
        count("sure", "How many of them surely did, whatever day of their date is meant."),
    ),
)

_ON_THE_MAP = (
    text("place_kind", "What sort of place it is.", "no place"),
    number("latitude", "Degrees north, WGS 84.", "degrees", "not located"),
    number("longitude", "Degrees east, WGS 84.", "degrees", "not located"),
    number("where_prec", "How precisely it is known, 1 (exact) to 7.", "UCDP scale", "no place"),
    number(
        "radius_km",
        "Radius of the circle within which it lies.",
        "km",
        "not known",
    ),
)

UNPLACED = TIMELINE.extended(
    "unplaced",
    "one row per event that cannot be drawn on a map",
    ("event_id",),
    "derive.spots",
    *_ON_THE_MAP,
    text("reason", "Why: it names no place, or its place has no coordinates.",
         values=("no_place", "not_located")),
)  # fmt: skip

HOLDINGS = Contract(
    "holdings",
    "one row per coded hold of a place, by place and time",
    ("place_id", "actor_id", "status", "date"),
    "derive.holdings",
    (
        *CONTROL.only("place_id", "actor_id", "status", "date", "basis").columns,
        text("claim_ids", "Key of the claim that carries it."),
        *span("", "date"),
        *ATTESTED,
        text("place", "Name of the place."),
        text("actor", "Name of the faction."),
        text("colour", "Colour of the faction, #rrggbb.", "the house grey"),
        text("source_ids", "Key of the claim's report.", NO_CLAIM),
        text("wording", "The words of the claim.", "none coded"),
        count("source_number", "Number of the report in the register.", NO_CLAIM),
        text("locator", "Where in the report.", NO_CLAIM),
        text("cites", "How the claim is cited.", NO_CLAIM),
        text(
            "by",
            "Names of those who besiege the place, joined by semicolons: the attackers in the claim's event.",
            "it is not besieged, or none is coded",
        ),
        text("by_colour", "Colour of the first of them, #rrggbb.", "the house grey, or none is coded"),
    ),
)

LANES = HOLDINGS.extended(
    "lanes",
    "one row per hold of a place, by lane and time; those that change hands first, then the last reported on",
    ("place_id", "actor_id", "status", "date"),
    "derive.lanes",
    count("lane", "Number of the place's lane, from 0.", "too many places to draw this one"),
    count(
        "level",
        "Which of the strips of a lane it stands on, from 0; holds that overlap have one each.",
        "not drawn",
    ),
    flag("changes", "Whether the place changes hands, is lost, or is besieged no longer."),
)
