"""Contracts of what is held and what is not: the register, needs, and what a scope leaves out."""

from analysis.model.frames.contract import Contract, count, day, text
from analysis.model.frames.tables import SOURCES

REGISTER = SOURCES.extended(
    "register",
    "one row per report, in corpus order",
    ("source_id",),
    "derive.register",
    count("number", "Number of the report, from 1."),
    count("claims", "How many statements in scope were coded from it."),
)

NEEDS = (
    *("civilians", "displaced", "cut_off", "losses", "access", "damage", "strength", "people_now", "where"),
    *("time", "voices"),
)
"""What a decision needs to know of a conflict, in the order in which the want of it weighs."""

STATES = (
    *("no_figure", "no_voice", "not_told_apart", "some_only", "words_only", "past_only", "no_place"),
    *("no_report", "held"),
)
"""How far reports meet a need, the worst first."""

COVERAGE = Contract(
    "coverage",
    "one row per need of a decision, the worst met first",
    ("need",),
    "derive.needs",
    (
        text("need", "What a decision needs to know.", values=NEEDS),
        text(
            "state",
            "How far the reports meet it: `not_told_apart` counts people without saying who were civilians, "
            "`some_only` is known of some sides, `words_only` without a number, `past_only` of a time more "
            "than a year before the report, `no_report` for a span in which none was published.",
            values=STATES,
        ),
        text("lacking", "Names of what is not known: at most 12, joined by semicolons.", "none by name"),
        count("more", "How many further names there are."),
        text("kinds", "Kinds of voices that are not heard, joined by semicolons.", "not asked, or all are"),
        text("figure_ids", "Keys of claims that hold it, at most 6, the weightiest first.", "none"),
        count("figures", "How many claims hold it."),
        text("word_ids", "Keys of claims that tell it without a number or of the past, at most 6.", "none"),
        count("rows", "How many events cannot be placed, or claims look back on the span."),
        count("of_rows", "Of how many."),
        day("start", "Day after the last report before the span.", "no span is meant"),
        day("end", "Day before the next report.", "no span is meant"),
        text(
            "numbers",
            "Numbers of the reports that look back on the span, at most 6, joined by spaces.",
            "none",
        ),
        text("source_ids", "Keys of the reports of these claims, joined by spaces.", "of none"),
    ),
)

SCOPED_TABLES = ("events", "claims", "control", "relations")

LEFT_OUT = Contract(
    "left_out",
    "one row per table and reason for which a scope leaves rows out; a row counts under its first reason",
    ("table", "reason"),
    "derive.scope",
    (
        text("table", "Name of the table.", values=SCOPED_TABLES),
        text(
            "reason",
            "Which wish it does not meet. `wider_place`: it is of a place in which the region lies; "
            "`region_not_stated`: it names no place; `faction_not_stated`: it names no faction; `undated`: "
            "it has no day, and no report of the period tells of it; `not_shown`: a tie with a faction "
            "that is not shown.",
            values=(
                "region",
                "wider_place",
                "region_not_stated",
                "period",
                "undated",
                "factions",
                "faction_not_stated",
                "not_shown",
            ),
        ),
        count("rows", "How many rows."),
    ),
)

KEPT = Contract(
    "kept",
    "one row per table and reason for which rows outside a scope are kept as context",
    ("table", "reason"),
    "derive.scope",
    (
        text("table", "Name of the table.", values=SCOPED_TABLES),
        text(
            "reason",
            "What it is to what is in scope. `tie`: between factions shown; `reversal`: the place, or the "
            "number, is another later; `ended`: it ends what is shown; `whole`, `part`: of a wider or "
            "narrower place or time; `compared`: it is judged together with it; `carries`: it is the claim "
            "that carries it; `told_after`: it is of an event of the period and was told after the period.",
            values=("tie", "reversal", "ended", "denial", "doubt", "revision", "whole", "part", "compared",
                    "carries", "told_after"),
        ),
        count("rows", "How many rows."),
    ),
)  # fmt: skip
