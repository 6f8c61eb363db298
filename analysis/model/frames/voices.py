"""Contract of voices: who says how much through which reports, and what of it weighs most."""

from analysis.model.frames.claims import STATEMENTS
from analysis.model.frames.contract import Contract, count, flag, text

SEVERAL = "the row stands for several"

VOICES = Contract(
    "voices",
    "one row per chain of attribution in a report, and one per group of reports for what they say in their "
    "own voice; where rows are gathered, one per author and party, or per party",
    ("row",),
    "derive.voices",
    (
        count("row", "Number of the row, from 1: by group, those of a party first, nobody named last."),
        count("group", "Number of the group: the reports of one author, or one report that is unsigned."),
        text("numbers", "Numbers of the reports of the group, joined by spaces.", "more than 12"),
        count("reports", "How many reports these are."),
        text("author", "Byline of the reports of the group.", "they are unsigned, or of several authors"),
        text("publisher", "Outlet of the reports of the group.", "not stated, or several"),
        count("authors", "How many bylines the reports of the group have."),
        count("unsigned", "How many of them are unsigned."),
        count("group_claims", "How many statements the group holds."),
        count("group_own", "How many of these are in the reports' own voice."),
        count("source_number", "Number of the report in which the voice speaks.", SEVERAL),
        flag("own", "Whether it is the own voice of the reports."),
        flag("unnamed", "Whether the report names nobody for it."),
        count("voices", "How many voices the row stands for; of nobody named, how many passages."),
        text("speaker_id", "Key of the speaker.", SEVERAL),
        text("speaker", "Name of the speaker.", SEVERAL),
        text("via", "Names of those through whom it came, origin first, joined by semicolons, without the "
             "report's own voice.", "nobody else, or the row stands for several"),
        text("party_id", "Key of the party at the top for which the voice speaks.", "of no party"),
        text("party", "Name of that party.", "of no party"),
        text("party_colour", "Colour of that party, #rrggbb.", "the house grey, or of no party"),
        count("claims", "How many statements it makes."),
        count("weight", "How much the weightiest of them weighs, the lowest first."),
        *STATEMENTS.only("claim_id", "cite").columns,
        *STATEMENTS.only("stance", "wording", "low", "high", "unit", "measure", "noun", "counts", "actor",
                         "actor_is", "by", "summary").columns,
        text("source_ids", "Keys of the reports, joined by spaces; of a party in all reports that of the "
             "statement alone."),
    ),
)  # fmt: skip
"""`claim_id` to `summary` are of the statement that weighs most."""
