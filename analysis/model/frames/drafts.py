"""Contracts of what lies beside a corpus: proposals for it, and the reports that they were drafted from."""

from analysis.model.drafts import STATUSES
from analysis.model.frames.contract import Contract, count, flag, text

PROPOSALS = Contract(
    "proposals",
    "one row per row that was proposed for a table of the corpus",
    ("proposal_id",),
    "load.drafts",
    (
        text("proposal_id", "Key of the proposal: report, paragraph and place in it."),
        text("table", "Table of the corpus for which the row is proposed."),
        text("source_id", "Key of the report, which `sources` may not have yet."),
        text("locator", "Paragraph.", "the row is of the report as a whole"),
        count("sentence_start", "Letter of the paragraph at which the sentence begins, from 0."),
        count("sentence_end", "Letter behind the sentence."),
        count("start", "Letter at which the wording begins."),
        count("end", "Letter behind the wording."),
        text("wording", "The words as the report has them.", "the row is of a whole sentence or report"),
        text("reading", "What the words are read as, in words.", "they count nothing"),
        text("status", "What has become of it.", values=STATUSES),
        text("row_key", "Key of the row that it has become.", "it was not accepted"),
    ),
)
PROPOSAL_FIELDS = Contract(
    "proposal_fields",
    "one row per value that was proposed for a column, the best of each first",
    ("proposal_id", "field", "rank"),
    "load.drafts",
    (
        text("proposal_id", "Key of the proposal."),
        text("field", "Column of the table, or `speaker` and `via`: voices as the report calls them."),
        count("rank", "Place among the values for this column, from 1."),
        text("value", "The value."),
        text("rule", "What gave the value, in words."),
        count("start", "Letter of the paragraph at which the words begin that it rests on."),
        count("end", "Letter behind them; as `start` where it rests on none there."),
        flag("sure", "Whether it is filled in; what is not sure is a choice."),
    ),
)
DRAFTED_REPORTS = Contract(
    "drafted_reports",
    "one row per report that was drafted",
    ("source_id",),
    "load.drafts",
    (
        text("source_id", "Key of the report."),
        text("file", "Name of the file that was read."),
        text("checksum", "SHA-256 of its bytes."),
        flag("text_kept", "Whether its text lies beside the corpus, because the user said so."),
    ),
)
