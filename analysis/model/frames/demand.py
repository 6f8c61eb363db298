"""How a function asks for a frame: by its contract, and refused by name where a column is missing."""

import inspect
from collections.abc import Callable, Iterable
from functools import wraps
from typing import ParamSpec, TypeVar

import pandas as pd

from analysis.errors import FrameError, nearest
from analysis.model.frames import (
    claims,
    coverage,
    drafts,
    events,
    factions,
    figures,
    places,
    story,
    tables,
    voices,
)
from analysis.model.frames.contract import Contract

P = ParamSpec("P")
Result = TypeVar("Result")

ALL: tuple[Contract, ...] = (
    *(*tables.TABLES.values(), tables.BOUNDARIES),
    *(
        claims.STATEMENTS,
        claims.GROUPS,
        claims.UNCOMPARED,
        claims.LEDGER,
        claims.CLAIMED,
        claims.KEY_FIGURES,
    ),
    *(events.TIMELINE, events.EVENT_COUNTS, events.UNPLACED, events.HOLDINGS, events.LANES),
    *(places.SPOTS, places.FRONTS),
    *(factions.TIES, factions.BONDS, factions.SIDES),
    story.STORY,
    *(figures.FIGURES, figures.UNCOUNTED),
    voices.VOICES,
    *(drafts.DRAFTED_REPORTS, drafts.PROPOSALS, drafts.PROPOSAL_FIELDS),
    *(coverage.REGISTER, coverage.COVERAGE, coverage.LEFT_OUT, coverage.KEPT),
)
"""Every contract, in the order in which frames come about."""


def takes(**contracts: Contract) -> Callable[[Callable[P, Result]], Callable[P, Result]]:
    """Have a function refuse a frame that lacks a column of the contract given for that parameter.

    A frame may have more columns. A parameter that is None is not asked for anything.
    """

    def asking(function: Callable[P, Result]) -> Callable[P, Result]:
        signature = inspect.signature(function)
        who = f"{function.__module__.split('.')[1]}.{function.__name__}"

        @wraps(function)
        def asked(*args: P.args, **kwargs: P.kwargs) -> Result:
            given = signature.bind(*args, **kwargs).arguments
            for name, contract in contracts.items():
                if given.get(name) is not None:
                    require(given[name], contract, who)
            return function(*args, **kwargs)

        asked.__dict__["takes"] = contracts
        return asked

    return asking


def require(frame: pd.DataFrame, contract: Contract, who: str) -> None:
    """Raise FrameError unless the frame has every column of the contract.

    The message names the function, the frame, each missing column with the one most like it, and, where the
    frame is another one that we know (the raw claims for statements), that one and what makes the right one.
    """
    if not isinstance(frame, pd.DataFrame):
        found = f"found a {type(frame).__name__}; expected a frame"
        raise FrameError(f"{who}: {contract.name}: {found} from {contract.made_by}")
    missing = [name for name in contract.names if name not in frame.columns]
    if not missing:
        return
    if other := _taken_for(frame):
        found = f"found {other.name} ({other.grain}); {contract.made_by} makes {contract.name}"
        raise FrameError(f"{who}: {contract.name}: {found}; missing column {', '.join(missing)}")
    require_columns(frame, missing, f"{who}: {contract.name}")


def require_columns(frame: pd.DataFrame, columns: Iterable[str], who: str) -> None:
    """Raise FrameError, naming each missing column and the one most like it, unless `frame` has `columns`."""
    have = [str(column) for column in frame.columns]
    missing = [column for column in columns if column not in have]
    if missing:
        hints = ", ".join(f"{column} (nearest here: {nearest(column, have) or 'none'})" for column in missing)
        raise FrameError(f"{who}: missing column {hints}; found {', '.join(have) or 'no columns'}")


def _taken_for(frame: pd.DataFrame) -> Contract | None:
    """The contract that the frame is most like, where it keeps the whole of it: never the one it breaks."""
    have = set(frame.columns)
    alike = max(ALL, key=lambda one: len(have & set(one.names)) / len(have | set(one.names)))
    return alike if set(alike.names) <= have else None
