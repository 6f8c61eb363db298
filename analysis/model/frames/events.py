"""Contracts of events in time and on the map, and of who held what."""

from analysis.model.frames.claims import ORIGINS
from analysis.model.frames.contract import Contract, count, number, text
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
    ),
)
