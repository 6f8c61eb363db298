"""Contracts of frames: for each frame that crosses a stage its grain, key and columns. Reads no file."""

from analysis.model.frames.claims import CLAIMED, GROUPS, KEY_FIGURES, LEDGER, STATEMENTS, UNCOMPARED
from analysis.model.frames.contract import Column, Contract
from analysis.model.frames.coverage import COVERAGE, KEPT, LEFT_OUT, REGISTER
from analysis.model.frames.demand import ALL, require, require_columns, takes
from analysis.model.frames.events import HOLDINGS, PLACED, TIMELINE, UNPLACED
from analysis.model.frames.factions import MEETINGS, SIDES, TIES
from analysis.model.frames.promises import FORMS, POINTERS, RANGES, WHOLE
from analysis.model.frames.tables import (
    ACTORS,
    AGAINST,
    BOUNDARIES,
    CLAIMS,
    CONTROL,
    DATES,
    EVENTS,
    FIELDS,
    MEASURES,
    OPTIONAL,
    PARTICIPANTS,
    PLACES,
    RELATIONS,
    SOURCES,
    SPEAKERS,
    TABLES,
)
from analysis.model.frames.voices import VOICES

__all__ = [
    "ACTORS",
    "AGAINST",
    "ALL",
    "BOUNDARIES",
    "CLAIMED",
    "CLAIMS",
    "CONTROL",
    "COVERAGE",
    "DATES",
    "EVENTS",
    "FIELDS",
    "FORMS",
    "GROUPS",
    "HOLDINGS",
    "KEPT",
    "KEY_FIGURES",
    "LEDGER",
    "LEFT_OUT",
    "MEASURES",
    "MEETINGS",
    "OPTIONAL",
    "PARTICIPANTS",
    "PLACED",
    "PLACES",
    "POINTERS",
    "RANGES",
    "REGISTER",
    "RELATIONS",
    "SIDES",
    "SOURCES",
    "SPEAKERS",
    "STATEMENTS",
    "TABLES",
    "TIES",
    "TIMELINE",
    "UNCOMPARED",
    "UNPLACED",
    "VOICES",
    "WHOLE",
    "Column",
    "Contract",
    "require",
    "require_columns",
    "takes",
]
