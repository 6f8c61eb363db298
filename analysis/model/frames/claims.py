"""Contracts of claims: as statements, in groups that can be compared, and as a reader looks them up."""

from analysis.model.frames.contract import Column, Contract, count, flag, number, text
from analysis.model.frames.tables import CLAIMS, GRADES

VERDICTS = ("single", "agree", "overlap", "contradict", "indeterminate")
NOT_COMPARED = "no quantity, so not compared"
NOT_DECIDED = "the coded memberships do not decide"

STATEMENTS = CLAIMS.extended(
    "statements",
    "one row per claim, with everything its keys lead to written out",
    ("claim_id",),
    "derive.statements",
    count("source_number", "Number of the report in the register, from 1."),
    text("source_title", "Headline of the report."),
    text("author", "Byline of the report.", "the report names nobody"),
    text("publisher", "Outlet of the report.", "the report does not say"),
    text("reliability", "Admiralty grade of the report.", values=GRADES),
    text("speaker", "Name of the speaker."),
    text("speaker_kind", "What sort of voice it is."),
    text("speaker_reliability", "Admiralty grade of the speaker.", values=GRADES),
    text(
        "party_id",
        "Key of the actor for whom the voice speaks: the speaker's, or where the report does not name the "
        "speaker that of whoever relayed it.",
        "of no party",
    ),
    text("party", "Name of that actor.", "of no party"),
    text("via", "Names of the voices that relayed it, origin first, joined by semicolons.", "nobody did"),
    text("event", "Title of the event.", "on none"),
    text("actor", "Name of the faction.", "on none"),
    text("actor_colour", "Colour of the faction, #rrggbb.", "the house grey, or on none"),
    text("by", "Name of the faction said to have done it.", "nobody is said to"),
    text("place", "Name of the place.", "on none"),
    text("noun", "What the measure is called in a label."),
    text("family", "Family of the measure in the vocabulary."),
    flag("proves_event", "Whether it says of its event that it happened."),
    count("rank", "Place of the measure among the key figures, the lowest first.", "no key figure"),
    text("grade", "Admiralty code: report, then information."),
    text("voice_id", "Key of the voice; one not named is another in each report."),
    text(
        "root_ids",
        "Keys of the parties at the top of the memberships of `party_id` on the day of the claim, joined by "
        "spaces; several where the coded memberships do not decide.",
        "of no party",
    ),
    text("party_root", "Name of the one party at the top.", f"of no party, or {NOT_DECIDED}"),
    text("origin_id", "By what independence is counted: the party at the top, else the voice.", NOT_DECIDED),
)  # fmt: skip


def _shared(name: str, what: str) -> Column:
    return text(f"shared_{name}", f"{what} that all claims of the group share.", "one claim, or not shared")


SHARED = (
    _shared("voice", "Name of the speaker"),
    _shared("party", "Name of the party"),
    _shared("via", "Name of the relaying voice"),
    _shared("author", "Author"),
    count("shared_source", "Number of the report that all claims share.", "one claim, or not shared"),
)
"""What ties the claims of a group together."""

COUNTED = (
    count("voices", "How many voices claim it."),
    count("parties", "How many parties stand behind them.", NOT_DECIDED),
    count("unaligned", "How many of the voices are of no party."),
    count("independent", "How many origins: parties at the top, else voices.", NOT_DECIDED),
)

GROUPS = Contract(
    "groups",
    "one row per group of comparable claims: of one measure and unit, about one actor, on one event, or, "
    "where no event is named, on one place at overlapping times",
    ("claim_ids",),
    "derive.compared",
    (
        text("event_id", "Key of the event.", "on none"),
        text("event", "Title of the event.", "on none"),
        text("actor_id", "Key of the faction.", "on none"),
        text("actor", "Name of the faction.", "on none"),
        text("place_id", "Key of the place that the first claim names.", "it names none"),
        text("place", "Name of that place.", "it names none"),
        text("measure", "What is counted."),
        text("unit", "Unit of the numbers."),
        count("claims", "How many claims."),
        text("claim_ids", "Their keys, joined by spaces."),
        text("source_ids", "Keys of their reports, joined by spaces."),
        number("union_low", "Lowest value that any of them allows.", "`unit`", "open, or no number"),
        number("union_high", "Highest value that any of them allows.", "`unit`", "open, or no number"),
        number("common_low", "Lowest value that all of them allow.", "`unit`", "open, or there is none"),
        number("common_high", "Highest value that all of them allow.", "`unit`", "open, or there is none"),
        text("verdict", "What the numbers come to.", values=VERDICTS),
        *COUNTED,
        *SHARED,
    ),
)  # fmt: skip

_JUDGED = (
    text("verdict", "What the numbers of its group come to.", NOT_COMPARED, VERDICTS),
    count("voices", "How many voices claim it.", NOT_COMPARED),
)

LEDGER = Contract(
    "ledger",
    "one row per statement, what a reader may ask of it, with the verdict of its group",
    ("claim_id",),
    "derive.ledger",
    (
        *STATEMENTS.only(
            *("claim_id", "source_id", "locator", "speaker", "via", "party", "event", "actor", "place"),
            *("measure", "wording", "low", "best", "high", "unit", "numbers_from", "as_of", "as_of_inferred"),
            *("reliability", "speaker_reliability", "credibility", "grade", "summary"),
        ).columns,
        *_JUDGED,
        count("independent", "How many origins.", f"{NOT_COMPARED}, or {NOT_DECIDED}"),
        *SHARED,
        text("source_ids", "Key of the report."),
    ),
)

CLAIMED = STATEMENTS.extended(
    "claimed",
    "one row per statement of a kind (forces, casualties, front), ordered by unit, measure, faction and time",
    ("claim_id",),
    "derive.claimed_forces",
    text("colour", "Colour of the faction, #rrggbb.", "the house grey"),
    text("source_ids", "Key of the report."),
)

KEY_FIGURES = STATEMENTS.extended(
    "key_figures",
    "one row per statement behind a key figure: one measure of one faction at one event, or one place",
    ("claim_id",),
    "derive.key_figures",
    *_JUDGED,
    count("parties", "How many parties stand behind them.", f"{NOT_COMPARED}, or {NOT_DECIDED}"),
    count("unaligned", "How many of the voices are of no party.", NOT_COMPARED),
    *SHARED,
    count("figure", "Number of the key figure, from 1, in the order in which they are printed."),
)

GRID = Contract(
    "source_grid",
    "one row per report, speaker and measure",
    ("source_id", "speaker_id", "measure"),
    "derive.source_grid",
    (
        *STATEMENTS.only("source_number", "source_id").columns,
        text("source", "Headline of the report."),
        *STATEMENTS.only("author", "speaker_id", "speaker", "measure").columns,
        count("claims", "How many claims."),
        text("claim_ids", "Their keys, joined by spaces."),
        text("shared_author", "The author, where several reports have the same.", "not shared"),
        text("source_ids", "Key of the report."),
    ),
)
