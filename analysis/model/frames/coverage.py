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

LEFT_OUT = Contract(
    "left_out",
    "one row per table and reason for which a scope leaves rows out; a row counts under its first reason",
    ("table", "reason"),
    "derive.scope",
    (
        text("table", "Name of the table.", values=("events", "claims", "control", "relations")),
        text("reason", "Which wish it does not meet; `event`: it is on an event that is left out.",
             values=("region", "period", "factions", "event")),
        count("rows", "How many rows."),
    ),
)  # fmt: skip
