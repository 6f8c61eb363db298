"""Contracts of what is loaded: the tables of a corpus, and outlines for maps.

What a cell may hold is written in the data package of each corpus; here stands what the code relies on.
"""

from analysis.model.frames.contract import Column, Contract, day, flag, number, text

GRADES = tuple("ABCDEF")
STANCES = ("asserts", "denies", "doubts", "confirms", "revises", "part_of")
AGAINST = ("denies", "doubts")
"""Stances that are no evidence for the figure they speak of."""
METHODS = ("reported", "documented", "estimated", "projected")
ROLES = ("attacker", "defender", "supporter", "target", "victim", "mediator", "signatory", "host")
RELATIONS_KNOWN = (
    *("member_of", "supports", "allied_with", "fights", "left", "neutral_to", "mediates"),
)  # fmt: skip
STATUSES = ("held", "part_held", "contested", "besieged", "lost")
HANDLING = ("public", "restricted")
SPAN_KINDS = ("day", "within", "lasts", "goes_on", "began", "ended", "until", "each")
NO_DATE = "no day is known"
NO_CLAIM = "no claim in scope carries it"

DATES: dict[str, dict[str, str]] = {
    "sources": {"published": "published_"},
    "claims": {"as_of": "as_of_"},
    "events": {"date": ""},
    "relations": {"date": ""},
    "control": {"date": ""},
}
"""The columns that hold EDTF dates, by table, each with the prefix of the columns that are read from it."""


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
        text(
            f"{prefix}span",
            f"What `{date}` says: one day, one day within a window, or what lasts, goes on, began or ended "
            "(`model.time.spans.Kind`).",
            NO_DATE,
            SPAN_KINDS,
        ),
        day(f"{prefix}start_latest", f"Last day on which `{date}` may have begun.", "not known"),
        day(f"{prefix}end_earliest", f"First day on which `{date}` may have ended.", "not known"),
        text(
            f"{prefix}inferred",
            f"Components of `{date}` that are inferred (year, month, day), joined by spaces.",
            "none is",
        ),
        flag(f"{prefix}approximate", f"Whether any part of `{date}` is marked with ~ or %."),
    )


ATTESTED = (
    day(
        "attested",
        "Last day on which a report that carries the row was published, a window's last, or of which its "
        "claim speaks if that is earlier and the row states no later day; nothing is known beyond it.",
        "nothing that carries it is dated",
    ),
    day("attested_from", "First day on which that may have been.", "not known"),
)
"""Up to when a row is known."""


FIELDS: dict[str, tuple[Column, ...]] = {
    "sources": (
        text("source_id", "Key of the report."),
        text("title", "Headline as printed."),
        text("author", "Byline.", "the report names nobody"),
        text("publisher", "Outlet.", "the report does not say"),
        text("kind", "What sort of document it is."),
        text("published", "Day or span of publication, EDTF.", NO_DATE),
        text("published_note", "Why the date was inferred.", "it was not"),
        text("copy_of", "Key of the report of which this is a copy.", "of none"),
        text("reliability", "Admiralty grade of the report.", values=GRADES, default="F"),
        text("url", "Web address.", "not known"),
        text("archived_url", "Address of an archived copy.", "not known"),
        text("accessed", "When the address was last read, EDTF.", "not known"),
        text("licence", "Terms under which the report may be used.", "not stated"),
        text("handling", "Whether a public build may name it.", values=HANDLING, default="public"),
    ),
    "speakers": (
        text("speaker_id", "Key of the speaker."),
        text("name", "Name as it is printed."),
        text("kind", "What sort of voice it is; `unattributed` is a voice that the report does not name."),
        text("party", "Key of the actor for whom the speaker speaks.", "of no party"),
        text("reliability", "Admiralty grade of the speaker.", values=GRADES, default="F"),
        text("handling", "Whether a public build may name it.", values=HANDLING, default="public"),
    ),
    "claims": (
        text("claim_id", "Key of the claim."),
        text("source_id", "Key of the report in which it stands."),
        text("locator", "Where in the report."),
        text("speaker_id", "Key of the voice to whom the report attributes it."),
        text(
            "via_id", "Keys of the voices that relayed it, origin first, joined by semicolons.", "nobody did"
        ),
        text("stance", "What it does with another claim.", values=STANCES, default="asserts"),
        text("about", "Key of that claim.", "with none; a doubt is then of the whole report"),
        text("event_id", "Key of the event it is on.", "on none"),
        text("actor_id", "Key of the faction that is counted or acts.", "on none"),
        text("by_id", "Key of the faction said to have done it.", "nobody is said to"),
        text("place_id", "Key of the place it is on.", "on none"),
        text("measure", "What it counts or says, by name in the vocabulary of measures."),
        text("counts", "Who or what of it is counted: tags, joined by semicolons.", "everyone"),
        text("method", "How the number was come by.", values=METHODS, default="reported"),
        text("wording", "The few words that carry the number or the judgement.", "none coded"),
        number("low", "Lowest value that the words allow.", "`unit`", "open, or no number"),
        number("best", "The one value that the words name.", "`unit`", "they name none"),
        number("high", "Highest value that the words allow.", "`unit`", "open, or no number"),
        text("unit", "Unit of low, best and high; empty in a file: that of the measure.", "no quantity"),
        text(
            "as_of",
            "The time of which it speaks, EDTF; empty in the file is that of the event, else of the report.",
            NO_DATE,
        ),
        text("credibility", "Admiralty grade of the information.", values=tuple("123456"), default="6"),
        text("summary", "The statement in the coder's words."),
    ),
    "measures": (
        text("measure", "Name of a measure beyond the standard ones."),
        text("noun", "How it reads in a label."),
        text("unit", "Unit of its numbers.", "it counts nothing"),
        text("kind", "Whether it holds at a time or adds up over one.", values=("stock", "flow", "none")),
        text("family", "Family of measures with which it is shown."),
        text("proves_event", "Whether it says of its event that it happened.", values=("yes", "no")),
    ),
    "events": (
        text("event_id", "Key of the event."),
        text("kind", "What sort of event it is."),
        text("date", "When it happened, EDTF.", NO_DATE),
        text("date_note", "Why the date was inferred.", "it was not"),
        text("place_id", "Key of the place.", "no report says where"),
        text("title", "Short name of the event."),
    ),
    "participants": (
        text("event_id", "Key of the event."),
        text("actor_id", "Key of the faction that took part."),
        text("claim_id", "Key of the claim that says so."),
        text("role", "What part it took.", values=ROLES),
        text("for_id", "Key of the faction that a supporter supports.", "it does not support, or not known"),
    ),
    "actors": (
        text("actor_id", "Key of the faction."),
        text("name", "Usual English name."),
        text("name_ar", "Name in Arabic script.", "not known"),
        text("kind", "What sort of actor it is."),
        text("aliases", "Other names, joined by semicolons.", "none"),
        text("ucdp_id", "Number of the actor in UCDP's datasets.", "not known"),
        text("acled_name", "Name of the actor in ACLED's data.", "not known"),
        text("colour", "Colour in every chart, #rrggbb.", "the house grey"),
    ),
    "relations": (
        text("actor_id", "Key of the faction from which the tie starts."),
        text("relation", "Kind of tie.", values=RELATIONS_KNOWN),
        text("other_id", "Key of the faction to which it runs."),
        text("date", "When it held, EDTF.", "on every day"),
        text("claim_id", "Key of the claim that carries it."),
    ),
    "places": (
        text("place_id", "Key of the place."),
        text("name", "Usual English name."),
        text("name_ar", "Name in Arabic script.", "not known"),
        text("kind", "What sort of place it is."),
        number("latitude", "Degrees north, WGS 84.", "degrees", "cannot be placed"),
        number("longitude", "Degrees east, WGS 84.", "degrees", "cannot be placed"),
        number("where_prec", "How precisely it is known, 1 (exact) to 7.", "UCDP where_prec", "not known"),
        number("radius_km", "Radius of the circle within which it lies; 0 is a point.", "km", "not known"),
        text("parent_id", "Key of the place in which it lies.", "in none that is coded"),
        text("admin1", "Province or provinces, joined by semicolons.", "not known"),
        text("aliases", "Other names, joined by semicolons.", "none"),
    ),
    "control": (
        text("place_id", "Key of the place."),
        text("actor_id", "Key of the faction that held it, wholly or in part."),
        text("status", "How it held the place.", values=STATUSES),
        text("date", "When it did, EDTF.", NO_DATE),
        text("date_note", "Why the date was inferred.", "it was not"),
        text("basis", "Whether a speaker says so or the coder concludes it.",
             values=("claimed", "assessed"), default="claimed"),
        text("claim_id", "Key of the claim that carries it."),
    ),
}  # fmt: skip
"""The columns of each table that stand in its file. One whose value may be missing, or that has a default,
need not be there."""

OPTIONAL = ("measures",)
"""Tables that a corpus need not have."""


def _loaded(table: str, grain: str, key: tuple[str, ...], *added: Column) -> Contract:
    return Contract(table, grain, key, "load.corpus", (*FIELDS[table], *added))


SOURCES = _loaded(
    *("sources", "one row per report", ("source_id",)),
    *span("published_", "published"),
)
SPEAKERS = _loaded("speakers", "one row per voice that reports quote", ("speaker_id",))
CLAIMS = _loaded(
    "claims",
    "one row per statement by one speaker in one report, as coded",
    ("claim_id",),
    *span("as_of_", "as_of"),
    text("as_of_from", "Whence `as_of`.", NO_DATE, ("claim", "event", "report")),
    text(
        "numbers_from",
        "Whether the coder wrote the numbers or a rule read them from the words.",
        "there are no numbers",
        ("coder", "words"),
    ),
)
MEASURES = _loaded("measures", "one row per measure that the corpus adds", ("measure",))
EVENTS = _loaded(
    *("events", "one row per event, as coded", ("event_id",)),
    *span("", "date"),
)
PARTICIPANTS = _loaded(
    "participants",
    "one row per role of a faction in an event, by whose word",
    ("event_id", "actor_id", "role", "claim_id"),
)
ACTORS = _loaded("actors", "one row per faction", ("actor_id",))
RELATIONS = _loaded(
    "relations",
    "one row per tie between two factions for a time, as coded",
    ("actor_id", "relation", "other_id", "claim_id"),
    *span("", "date"),
)
PLACES = _loaded("places", "one row per place", ("place_id",))
CONTROL = _loaded(
    "control",
    "one row per hold of a place by a faction for a time, as coded",
    ("place_id", "actor_id", "status", "claim_id"),
    *span("", "date"),
)

TABLES: dict[str, Contract] = {
    contract.name: contract
    for contract in (
        *(SOURCES, SPEAKERS, CLAIMS, MEASURES, EVENTS, PARTICIPANTS, ACTORS, RELATIONS, PLACES, CONTROL),
    )
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
        text("iso", "Code after ISO 3166; numeric for the countries of the world.", "none assigned"),
        Column("geometry", "geometry", "Polygons, WGS 84.", "degrees"),
    ),
)
