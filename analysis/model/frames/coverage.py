"""Contracts of what is held and what is not: the register, gaps, and what a scope leaves out."""

from analysis.model.frames.contract import Contract, count, text
from analysis.model.frames.tables import SOURCES

REGISTER = SOURCES.extended(
    "register",
    "one row per report, in corpus order",
    ("source_id",),
    "derive.register",
    count("number", "Number of the report, from 1."),
    count("claims", "How many statements in scope were coded from it."),
)

GAPS = Contract(
    "gaps",
    "one row per kind of gap that there is",
    ("gap",),
    "derive.gaps",
    (
        text(
            "gap",
            "What is not known.",
            values=(
                *("civilian_harm", "force", "location", "date", "publisher", "author"),
                *("number", "number_by_rule"),
            ),
        ),
        text("names", "What is meant: at most 12 names, joined by semicolons.", "the corpus as a whole"),
        count("more", "How many further names there are."),
        count("rows", "How many rows are meant."),
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
