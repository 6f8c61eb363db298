"""Contracts of the map: what is drawn where, and distances of a front."""

from analysis.model.frames.contract import Contract, count, day, flag, number, text

SHAPES = ("point", "circle", "halo", "outline", "border", "unknown", "cell")
"""How a place is drawn; see `derive.spots`."""

SPOTS = Contract(
    "spots",
    "one row per place with an event; of very many places, per outline or cell that holds some; those with "
    "most events first",
    ("place_id",),
    "derive.spots",
    (
        text("place_id", "Key of the place; of several the name of the outline, or the number of the cell."),
        text("place", "Name of the place or outline.", "a cell"),
        text("shape", "How it is drawn.", values=SHAPES),
        text("outlines", "Names of the outlines that it is, or between which it lies, joined by semicolons.",
             "of none"),
        number("latitude", "Degrees north, WGS 84, of its middle.", "degrees"),
        number("longitude", "Degrees east, WGS 84, of its middle.", "degrees"),
        number("radius_km", "Radius of the circle within which it lies; 0 is a point.", "km", "not known"),
        count("places", "How many places that is."),
        count("events", "How many events are placed there."),
        text("event_ids", "Keys of these, joined by spaces."),
        text("source_ids", "Keys of the reports that tell of them, joined by spaces.",
             "no claim in scope carries them"),
    ),
)  # fmt: skip

FRONTS = Contract(
    "fronts",
    "one row per claim of how far a faction stood from a place that can be drawn, in order of time",
    ("claim_id",),
    "derive.fronts",
    (
        text("claim_id", "Key of the claim."),
        text("source_id", "Key of its report."),
        text("cite", "How it is cited."),
        text("actor_id", "Key of the faction."),
        text("actor", "Its name."),
        text("colour", "Colour of the faction, #rrggbb.", "the house grey"),
        text("place_id", "Key of the place from the edge of which it is measured."),
        text("base", "Name of that place."),
        text("place", "Name of the place of which the claim speaks."),
        number("latitude", "Degrees north, WGS 84.", "degrees"),
        number("longitude", "Degrees east, WGS 84.", "degrees"),
        number("radius_km", "Radius of the place, from the edge of which it is measured.", "km"),
        number("low", "Least distance that the words allow.", "km", "open"),
        number("high", "Greatest distance that the words allow.", "km", "open"),
        number("bearing", "Side of the place that is named, clockwise from north.", "degrees", "none is"),
        text("wording", "The words of the claim.", "none coded"),
        text("speaker", "Who says so."),
        flag("named", "Whether anyone whom the report names says so, or the report itself."),
        day("as_of_start", "First day of which it may speak.", "not known"),
        day("as_of_end", "Last day of which it may speak.", "not known"),
        text("source_ids", "Key of its report."),
    ),
)
