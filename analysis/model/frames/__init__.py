"""Contracts of frames: for each frame that crosses a stage its grain, key and columns. Reads no file."""

from analysis.model.frames.claims import CLAIMED, GROUPS, KEY_FIGURES, LEDGER, STATEMENTS, UNCOMPARED
from analysis.model.frames.contract import Column, Contract
from analysis.model.frames.coverage import COVERAGE, KEPT, LEFT_OUT, REGISTER
from analysis.model.frames.demand import ALL, require, require_columns, takes
from analysis.model.frames.drafts import DRAFTED_REPORTS, PROPOSAL_FIELDS, PROPOSALS
from analysis.model.frames.events import EVENT_COUNTS, HOLDINGS, LANES, TIMELINE, UNPLACED
from analysis.model.frames.factions import BONDS, SIDES, TIES
from analysis.model.frames.figures import FIGURES, UNCOUNTED
from analysis.model.frames.places import FRONTS, SPOTS
from analysis.model.frames.promises import FORMS, POINTERS, RANGES, WHOLE
from analysis.model.frames.story import STORY
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
    "BONDS",
    "BOUNDARIES",
    "CLAIMED",
    "CLAIMS",
    "CONTROL",
    "COVERAGE",
    "DATES",
    "DRAFTED_REPORTS",
    "EVENTS",
    "EVENT_COUNTS",
    "FIELDS",
    "FIGURES",
    "FORMS",
    "FRONTS",
    "GROUPS",
    "HOLDINGS",
    "KEPT",
    "KEY_FIGURES",
    "LANES",
    "LEDGER",
    "LEFT_OUT",
    "MEASURES",
    "OPTIONAL",
    "PARTICIPANTS",
    "PLACES",
    "POINTERS",
    "PROPOSALS",
    "PROPOSAL_FIELDS",
    "RANGES",
    "REGISTER",
    "RELATIONS",
    "SIDES",
    "SOURCES",
    "SPEAKERS",
    "SPOTS",
    "STATEMENTS",
    "STORY",
    "TABLES",
    "TIES",
    "TIMELINE",
    "UNCOMPARED",
    "UNCOUNTED",
    "UNPLACED",
    "VOICES",
    "WHOLE",
    "Column",
    "Contract",
    "require",
    "require_columns",
    "takes",
]
