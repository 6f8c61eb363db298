"""Contracts of claims: as statements, in groups that can be compared, and as a reader looks them up."""

from analysis.model.frames.contract import Column, Contract, count, day, flag, number, text
from analysis.model.frames.tables import CLAIMS, GRADES

VERDICTS = ("single", "agree", "overlap", "apart", "indeterminate")
REASONS = ("count", "later", "reading", "estimate", "number")
ORIGINS = ("one", "several", "indeterminate")
STANDINGS = ("compared", "earlier", "revised")
NOT_COMPARED = "no quantity, so not compared"
NOT_DECIDED = "the coded memberships do not decide"

STATEMENTS = CLAIMS.extended(
    "statements",
    "one row per claim, with everything its keys lead to written out",
    ("claim_id",),
    "derive.statements",
    count("source_number", "Number of the report in the register, from 1."),
    text("cite", "How the claim is cited: report and locator, with a letter where several stand there."),
    text("original_id", "Key of the report, or where it is a copy of the report that it copies."),
    day("published_start", "First day on which the report may have been published.", "not known"),
    day("published_end", "Last day on which the report may have been published.", "not known"),
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
    text("noun", "What the corpus calls a measure of its own.", "a standard one, which messages name"),
    text("family", "Family of the measure in the vocabulary."),
    text("measure_kind", "Whether a number holds at a time or adds up over one.",
         values=("stock", "flow", "none")),
    text("measure_unit", "Unit in which figures of the measure are compared.", "it counts nothing"),
    flag("proves_event", "Whether it says of its event that it happened."),
    text(
        "actor_is",
        "Whether the faction is whom or what the measure counts, or who did it.",
        values=("subject", "doer"),
    ),
    count("rank", "Place of the measure among the key figures, the lowest first.", "it counts nothing"),
    text("grade", "Admiralty code: report, then information."),
    text("voice_id", "Key of the voice; one not named is another in each report."),
    text("chain_id", "Key of the first voice that relayed it, else of the voice itself."),
    text("chain", "Name of the first voice that relayed it, else of the speaker."),
    text(
        "root_ids",
        "Keys of the parties at the top of the memberships of `party_id` on the day of the claim, joined by "
        "spaces; several where the coded memberships do not decide.",
        "of no party",
    ),
    text("party_root", "Name of the one party at the top.", f"of no party, or {NOT_DECIDED}"),
    text("origin_id", "What origins are told apart by: the party at the top, else the voice.", NOT_DECIDED),
)  # fmt: skip


def _shared(name: str, what: str) -> Column:
    return text(f"shared_{name}", f"{what} that all claims of the group share.", "one claim, or not shared")


SHARED = (
    _shared("voice", "Name of the speaker"),
    _shared("party", "Name of the party"),
    _shared("chain", "Name of the first voice that relayed some of them and relayed or said the others,"),
    _shared("copy", "Key of the report of which all others are copies,"),
    _shared("author", "Author"),
    count("shared_source", "Number of the report that all claims share.", "one claim, or not shared"),
)
"""What ties the claims of a group together."""

BEHIND = (
    count("voices", "How many named sources claim it."),
    count("unnamed", "How many voices besides that no report names."),
    count("parties", "How many parties stand behind them.", NOT_DECIDED),
    count("unaligned", "How many of the voices are of no party."),
    text("origin", "Whether they have one origin or several: parties at the top, else voices; several may "
         "still know of each other.", values=ORIGINS),
)  # fmt: skip

_COMPARED = (
    text("verdict", "What the numbers of those compared come to.", values=VERDICTS),
    text(
        "because",
        "Why they are apart: `count`, `later` (those apart, or an earlier figure of the same voice, were "
        "counted on other days) or `reading` (a laxer reading of the words would close the gap); or why "
        "nothing is decided: `estimate` (only estimates are apart) or `number` (fewer than two have one).",
        "they are not apart",
        REASONS,
    ),
    count("compared", "How many of the claims have a number."),
    count("compatible", "How many of these can be true together, at most."),
    number("ratio", "Highest floor as a multiple of the lowest.", "times", "below 1.5, or not two floors"),
    number("union_low", "Lowest value that any of them allows.", "`unit`", "open, or no number"),
    number("union_high", "Highest value that any of them allows.", "`unit`", "open, or no number"),
    number("common_low", "Lowest value that all of them allow.", "`unit`", "open, or there is none"),
    number("common_high", "Highest value that all of them allow.", "`unit`", "open, or there is none"),
)

_BESIDE = (
    text("earlier_ids", "Keys of claims whose voice gave a later figure, joined by spaces.", "none"),
    text("revised_ids", "Keys of claims that a later one revises, joined by spaces.", "none"),
    text("denied_ids", "Keys of claims that deny any of these, joined by spaces.", "none"),
    text("doubted_ids", "Keys of claims that doubt any of these, or their report.", "none"),
    text(
        "part_of", "Keys of the groups of which it is a part, the nearest only, joined by spaces.", "of none"
    ),
    text("breach", "Keys of those of its wholes that it exceeds, joined by spaces.", "of none"),
    *(
        count(f"other_{reason}", f"How many figures of the same are not compared, being {what}.")
        for reason, what in (
            ("method", "projections where this is none, or the reverse"),
            ("place", "of another place"),
            ("window", "of another time"),
            ("tags", "of another part of it"),
            ("doer", "said to be done by somebody where these name nobody, or the reverse"),
            ("actor", "of a faction where these name none, or the reverse"),
        )
    ),
)

GROUPS = Contract(
    "groups",
    "one row per group of comparable claims: of one event, measure, unit, faction and doer, and of one "
    "place, time and part of what is counted",
    ("group_id",),
    "derive.compared",
    (
        text("group_id", "Key of the group: what it is of, and what narrows it."),
        text("event_id", "Key of the event.", "on none"),
        text("event", "Title of the event.", "on none"),
        text("actor_id", "Key of the faction.", "on none"),
        text("actor", "Name of the faction.", "on none"),
        text("by_id", "Key of the faction said to have done it.", "nobody is said to"),
        text("by", "Name of the faction said to have done it.", "nobody is said to"),
        text("place_id", "Key of the place, that of the event where the claims name none.", "none is named"),
        text("place", "Name of that place.", "none is named"),
        flag("at_event", "Whether that is the place of the event."),
        text("measure", "What is counted."),
        *STATEMENTS.only("noun", "actor_is").columns,
        text("unit", "Unit in which the numbers are compared."),
        text("counts", "Who or what of it is counted: tags, joined by semicolons.", "everyone"),
        day("start", "First day of the time counted.", "open, or not known"),
        day("end", "Last day of the time counted.", "open, or not known"),
        flag("whole_event", "Whether that is the time of the event."),
        flag("projected", "Whether they are projections."),
        count("claims", "How many claims are compared."),
        text("claim_ids", "Their keys, joined by spaces."),
        text("source_ids", "Keys of their reports, joined by spaces."),
        *_COMPARED,
        *BEHIND,
        *SHARED,
        *_BESIDE,
    ),
)

UNCOMPARED = Contract(
    "uncompared",
    "one row per two groups of the same that are not compared, or of which one is a part of the other",
    ("group_id", "other_id"),
    "derive.uncompared",
    (
        text("group_id", "Key of the group."),
        text("other_id", "Key of the other; of a part, that of the whole."),
        text(
            "reason",
            "Why they are no equals: one is a `part`, a part that exceeds its whole (`breach`), or they "
            "differ in `method`, `place`, `window` or `tags`, "
            "or only one names a `doer` or a faction (`actor`).",
            values=("part", "breach", "method", "place", "window", "tags", "doer", "actor"),
        ),
        text("claim_ids", "Keys of the claims of both, joined by spaces."),
        text("source_ids", "Keys of their reports, joined by spaces."),
    ),
)

_JUDGED = (
    text("group_id", "Key of its group.", NOT_COMPARED),
    text(
        "standing",
        "Whether it is compared, or stands beside: its voice gave a later figure, or a claim revises it.",
        NOT_COMPARED,
        STANDINGS,
    ),
    text("verdict", "What the numbers of its group come to.", "not compared", VERDICTS),
    text("because", "Why they are apart, or nothing is decided.", "they are not apart", REASONS),
    count("compared", "How many claims of its group have a number.", "not compared"),
    count("compatible", "How many of these can be true together, at most.", "not compared"),
    number("ratio", "Highest floor as a multiple of the lowest.", "times", "below 1.5, or not compared"),
    count("voices", "How many named sources claim it.", "not compared"),
    count("unnamed", "How many voices besides that no report names.", "not compared"),
    count("parties", "How many parties stand behind them.", f"not compared, or {NOT_DECIDED}"),
    count("unaligned", "How many of the voices are of no party.", "not compared"),
    text("origin", "Whether they have one origin or several.", "not compared", ORIGINS),
)

LEDGER = Contract(
    "ledger",
    "one row per statement, what a reader may ask of it, with the verdict of its group",
    ("claim_id",),
    "derive.ledger",
    (
        *STATEMENTS.only(
            *(
                "claim_id",
                "source_id",
                "locator",
                "cite",
                "speaker",
                "via",
                "party",
                "stance",
                "about",
                "event",
                "actor",
                "actor_is",
            ),
            *("by", "place", "measure", "noun", "counts", "method", "wording", "low", "best", "high", "unit"),
            *("numbers_from", "as_of", "as_of_inferred"),
            *("reliability", "speaker_reliability", "credibility", "grade", "summary"),
        ).columns,
        *_JUDGED,
        *SHARED,
        text("source_ids", "Key of the report."),
    ),
)

CLAIMED = STATEMENTS.extended(
    "claimed",
    "one row per statement that counts something, of some families of measures, ordered by unit, measure, "
    "faction and time",
    ("claim_id",),
    "derive.claimed_forces",
    text("colour", "Colour of the faction, #rrggbb.", "the house grey"),
    text("source_ids", "Key of the report."),
)

KEY_FIGURES = STATEMENTS.extended(
    "key_figures",
    "one row per statement behind a key figure: one measure of one faction and place, on one event or none",
    ("claim_id",),
    "derive.key_figures",
    *_JUDGED,
    *SHARED,
    count("figure", "Number of the key figure, from 1, in the order in which they are printed."),
)
