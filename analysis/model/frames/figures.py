"""Contracts of figures as charts draw them: claims in rows, many of them together, and whom nobody counts."""

from dataclasses import replace

from analysis.model.frames.claims import CLAIMED
from analysis.model.frames.contract import Column, Contract, count, flag, text

SEVERAL = "several claims in one mark"
STANDINGS = ("compared", "earlier", "revised", "denies", "doubts")

_OF_ONE = ("claim_id", "locator", "speaker_id", "summary", "cite", "speaker", "voice_id", "chain_id", "chain")
"""What is known of a mark only where it is of one claim."""


def _of_marks(column: Column) -> Column:
    """A column of a claim as it is of a mark, which may stand for several claims."""
    return replace(column, missing=SEVERAL) if column.name in _OF_ONE else column


FIGURES = Contract(
    "figures",
    "one row per mark: a claim, or several claims that share a row; of these `low` and `high` reach from the "
    "lowest to the highest, and the other columns are those of the first",
    ("row", "mark"),
    "derive.force_figures",
    (
        *map(_of_marks, CLAIMED.columns),
        count("row", "Number of the row it stands in, from 1, in the order in which they are drawn."),
        count("mark", "Number of the mark in its row, from 1."),
        count("claims", "How many claims the mark stands for."),
        count("together", "How many claims its row stands for."),
        count("silent", "How many of those give no number."),
        count("voices", "How many voices its row has."),
        count("block", "Number of the rows on one scale that it is among, from 1."),
        count("depth", "Of how many wholes, one in another, it is a part."),
        text("group_id", "Key of the group of claims that it is compared in.", "compared with none"),
        text(
            "standing",
            "Whether it is compared, or stands beside: its voice gave a later figure, a claim revises it, or "
            "it denies or doubts one.",
            "compared with none",
            STANDINGS,
        ),
        text("replaces", "Key of the earlier claim whose figure this one replaces.", "none"),
        flag("past", "Whether it is of a state more than a year before its report: no figure of that day."),
        text("month", "Month of which its row is, where a row is of one month.", "of any"),
        text("spot", "Name of the place of which its row is, where a row is of one place.", "of any"),
    ),
)

UNCOUNTED = Contract(
    "uncounted",
    "one row per set of people of whom no report gives the same figures",
    ("whom", "names"),
    "derive.uncounted",
    (
        text(
            "whom",
            "Whether they are civilians, civilians among people who are counted without saying who they are, "
            "or those of factions.",
            values=("civilians", "among", "factions"),
        ),
        text("names", "Names of the factions, joined by semicolons.", "of none"),
        text("measures", "What of them no report counts, joined by semicolons."),
    ),
)
