"""Contracts of what is loaded: the tables of a corpus, and outlines for maps.

What a cell may hold is written in the data package of each corpus; here stands what the code relies on.
"""

from analysis.model.frames.contract import Column, Contract, day, flag, number, text

GRADES = tuple("ABCDEF")
BASES = ("stated", "inferred")
NO_DATE = "no day is known"
NO_CLAIM = "no claim in scope carries it"


def span(prefix: str, date: str) -> tuple[Column, ...]:
    """What is read from the EDTF text in the column `date`, under names that begin with `prefix`."""
    return (
        day(f"{prefix}start", f"First day of `{date}`.", "open, not known, or no date"),
        day(f"{prefix}end", f"Last day of `{date}`.", "open, not known, or no date"),
        text(
            f"{prefix}precision",
            f"How precisely `{date}` is written: day, month, season, year, decade, century or span.",
            NO_DATE,
        ),
        flag(f"{prefix}approximate", f"Whether any part of `{date}` is marked with ~, ? or %."),
    )


FIELDS: dict[str, tuple[Column, ...]] = {
    "sources": (
        text("source_id", "Key of the report."),
        text("title", "Headline as printed."),
        text("author", "Byline.", "the report names nobody"),
        text("publisher", "Outlet.", "the report does not say"),
        text("kind", "What sort of document it is."),
        text("published", "Day or span of publication, EDTF.", NO_DATE),
        text("published_basis", "Whether the report states that date.", NO_DATE, BASES),
        text("published_note", "Why the date was inferred.", "it was not"),
        text("reliability", "Admiralty grade of the report.", values=GRADES),
        text("url", "Web address.", "not known"),
        text("licence", "Terms under which the report may be used."),
    ),
    "speakers": (
        text("speaker_id", "Key of the speaker."),
        text("name", "Name as it is printed."),
        text("kind", "What sort of voice it is; `unattributed` is a voice that the report does not name."),
        text("party", "Key of the actor for whom the speaker speaks.", "of no party"),
        text("reliability", "Admiralty grade of the speaker.", values=GRADES),
    ),
    "claims": (
        text("claim_id", "Key of the claim."),
        text("source_id", "Key of the report in which it stands."),
        text("locator", "Where in the report."),
        text("speaker_id", "Key of the voice to whom the report attributes it."),
        text("via_id", "Key of the voice that relayed it.", "nobody did"),
        text("event_id", "Key of the event it is on.", "on none"),
        text("actor_id", "Key of the faction that is counted or acts.", "on none"),
        text("place_id", "Key of the place it is on.", "on none"),
        text("measure", "What it counts or says, by name in the vocabulary of measures."),
        text("wording", "The few words that carry the number or the judgement.", "none coded"),
        number("low", "Lowest value that the words allow.", "`unit`", "open, or no number"),
        number("best", "The one value that the words name.", "`unit`", "they name none"),
        number("high", "Highest value that the words allow.", "`unit`", "open, or no number"),
        text("unit", "Unit of low, best and high.", "no quantity"),
        text("as_of", "The time of which it speaks, EDTF.", NO_DATE),
        text("as_of_basis", "Whether the report states that time.", NO_DATE, BASES),
        text("credibility", "Admiralty grade of the information.", values=tuple("123456")),
        text("summary", "The statement in the coder's words."),
    ),
    "events": (
        text("event_id", "Key of the event."),
        text("kind", "What sort of event it is."),
        text("date", "When it happened, EDTF.", NO_DATE),
        text("date_basis", "Whether a report states that date.", NO_DATE, BASES),
        text("date_note", "Why the date was inferred.", "it was not"),
        text("place_id", "Key of the place.", "no report says where"),
        text("title", "Short name of the event."),
    ),
    "participants": (
        text("event_id", "Key of the event."),
        text("actor_id", "Key of the faction that took part."),
        text("role", "What part it took."),
    ),
    "actors": (
        text("actor_id", "Key of the faction."),
        text("name", "Usual English name."),
        text("name_ar", "Name in Arabic script.", "not known"),
        text("kind", "What sort of actor it is; `civilians` are people outside the fighting."),
        text("aliases", "Other names, joined by semicolons.", "none"),
        text("ucdp_id", "Number of the actor in UCDP's datasets.", "not known"),
        text("acled_name", "Name of the actor in ACLED's data.", "not known"),
        text("colour", "Colour in every chart, #rrggbb.", "the house grey"),
    ),
    "relations": (
        text("actor_id", "Key of the faction from which the tie starts."),
        text("relation", "Kind of tie.", values=("member_of", "supports", "allied_with", "fights")),
        text("other_id", "Key of the faction to which it runs."),
        text("date", "When it held, EDTF.", "on every day"),
        text("date_basis", "Whether a report states that date.", NO_DATE, BASES),
        text("claim_id", "Key of the claim that carries it."),
    ),
    "places": (
        text("place_id", "Key of the place."),
        text("name", "Usual English name."),
        text("name_ar", "Name in Arabic script.", "not known"),
        text("kind", "What sort of place it is."),
        number("latitude", "Degrees north, WGS 84.", "degrees", "cannot be placed"),
        number("longitude", "Degrees east, WGS 84.", "degrees", "cannot be placed"),
        number("where_prec", "How precisely it is known, 1 (exact) to 7.", "UCDP where_prec"),
        number("radius_km", "Radius of the circle within which it lies; 0 is a point.", "km", "not known"),
        text("parent_id", "Key of the place in which it lies.", "in none that is coded"),
        text("admin1", "Province or provinces, joined by semicolons.", "not known"),
        text("aliases", "Other names, joined by semicolons.", "none"),
    ),
    "control": (
        text("place_id", "Key of the place."),
        text("actor_id", "Key of the faction that held it, wholly or in part."),
        text("status", "How it held the place.", values=("held", "besieged", "contested")),
        text("date", "When it did, EDTF.", NO_DATE),
        text("date_basis", "Whether a report states that date.", NO_DATE, BASES),
        text("basis", "Whether a speaker says so or the coder concludes it.", values=("claimed", "assessed")),
        text("claim_id", "Key of the claim that carries it."),
    ),
}  # fmt: skip
"""The columns of each table that stand in its file."""


def _loaded(table: str, grain: str, key: tuple[str, ...], *added: Column) -> Contract:
    return Contract(table, grain, key, "load.corpus", (*FIELDS[table], *added))


SOURCES = _loaded("sources", "one row per report", ("source_id",), *span("published_", "published"))
SPEAKERS = _loaded("speakers", "one row per voice that reports quote", ("speaker_id",))
CLAIMS = _loaded(
    "claims",
    "one row per statement by one speaker in one report, as coded",
    ("claim_id",),
    *span("as_of_", "as_of"),
    text(
        "numbers_from",
        "Whether the coder wrote the numbers or a rule read them from the words.",
        "there are no numbers",
        ("coder", "words"),
    ),
)
EVENTS = _loaded("events", "one row per event, as coded", ("event_id",), *span("", "date"))
PARTICIPANTS = _loaded(
    "participants", "one row per role of a faction in an event", ("event_id", "actor_id", "role")
)
ACTORS = _loaded("actors", "one row per faction", ("actor_id",))
RELATIONS = _loaded(
    "relations",
    "one row per tie between two factions for a time, as coded",
    ("actor_id", "relation", "other_id", "date"),
    *span("", "date"),
)
PLACES = _loaded("places", "one row per place", ("place_id",))
CONTROL = _loaded(
    "control",
    "one row per hold of a place by a faction for a time, as coded",
    ("place_id", "actor_id", "status", "date"),
    *span("", "date"),
)

TABLES: dict[str, Contract] = {
    contract.name: contract
    for contract in (SOURCES, SPEAKERS, CLAIMS, EVENTS, PARTICIPANTS, ACTORS, RELATIONS, PLACES, CONTROL)
}
"""The contract of each table of a corpus, in the order of `model.Corpus`."""

BOUNDARIES = Contract(
    "boundaries",
    'one row per outline of a country or province; `attrs["attribution"]` names their origin',
    ("level", "name"),
    "load.boundaries",
    (
        text("name", "English name."),
        text("name_ar", "Name in Arabic script.", "not known"),
        text("level", "What is outlined.", values=("country", "admin1")),
        text("iso", "Code after ISO 3166."),
        Column("geometry", "geometry", "Polygons, WGS 84.", "degrees"),
    ),
)
