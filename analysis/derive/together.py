"""Claims in rows as a chart draws them, and where there are too many of them, several in one row."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from pandas.api.typing import DataFrameGroupBy

from analysis.model.frames import AGAINST, FIGURES
from analysis.model.measures import LONG_AGO

MOST_ROWS = 60
"""The most claims that have a row each: about three pages in print, and as much as is read one by one."""

MOST_TOGETHER = 30
"""The most rows in which claims stand together."""

MOST_MARKS = 24
"""The most marks of one row, which are drawn over one another; beyond it neighbours share a mark."""

LEVELS: tuple[tuple[str, ...], ...] = (
    (),
    ("actor_id",),
    ("actor_id", "counts"),
    ("actor_id", "counts", "spot"),
    ("actor_id", "counts", "spot", "month"),
)
"""By what claims stand together besides what they count and in which unit, each finer than the one before."""

OF_ONE = (
    *("claim_id", "locator", "speaker_id", "summary", "cite", "speaker", "voice_id", "chain_id", "chain"),
    *("wording", "via", "via_id"),
)
"""What is not said of a mark that stands for several claims."""

NUMBERS = ["low", "best", "high"]


def alone(rows: pd.DataFrame) -> pd.DataFrame:
    """The claims with a row each, in the order given; `row` is still to be numbered."""
    return rows.assign(
        mark=1,
        claims=1,
        together=1,
        silent=rows[NUMBERS].isna().all(axis=1).astype("int64"),
        voices=1,
        month=None,
        spot=None,
    )


def in_few_rows(rows: pd.DataFrame, most: int) -> pd.DataFrame:
    """The claims in at most `most` rows of several marks each, `one` telling the rows apart.

    First what counts the same in the same unit shares a row; then the row of most claims is parted by the
    next finer of the levels, as long as there is room. Where even the first are too many, those of most
    claims are kept. A claim that is alone in its row stays as it is. Denials and doubts, and what is outside
    a scope, are never in one row with other claims.
    """
    rows = rows.assign(
        against=rows["stance"].isin(AGAINST),
        month=rows["as_of_start"].dt.strftime("%Y-%m"),
        spot=rows["place"],
        # A narrowed frame says why a row outside is shown.
        why=rows.get("context"),
    )
    parts = [_Part(part) for _, part in _grouped(rows, ["measure", "unit", "against", "why"])]
    parts = sorted(parts, key=lambda part: -len(part.rows))[:most]
    while waiting := [part for part in parts if part.level + 1 < len(LEVELS) and not part.whole]:
        part = max(waiting, key=lambda one: len(one.rows))
        finer = _grouped(part.rows, LEVELS[part.level + 1])
        if len(parts) + finer.ngroups - 1 > most:  # counted first: there may be thousands
            part.whole = True
            continue
        place = parts.index(part)
        parts[place : place + 1] = [_Part(one, part.level + 1) for _, one in finer]
    marks = [_marks(part.rows, LEVELS[part.level]).assign(one=number) for number, part in enumerate(parts)]
    return pd.concat(marks)


@dataclass(eq=False)
class _Part:
    """Claims that share a row, by which level, and whether there is no room to part them further."""

    rows: pd.DataFrame
    level: int = 0
    whole: bool = False


def _grouped(rows: pd.DataFrame, by: Sequence[str]) -> "DataFrameGroupBy[Any, Any]":
    return rows.groupby(list(by), dropna=False, sort=False)


def _marks(rows: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """The claims of one row as its marks, from the lowest to the highest, those with an open end last."""
    if len(rows) == 1:
        return alone(rows)
    silent = rows[NUMBERS].isna().all(axis=1)
    told = rows[~silent] if not silent.all() else rows
    start = told["low"].fillna(told["best"]).fillna(told["high"])
    told = told.assign(open=told["high"].isna() & told["best"].isna(), start=start)
    told = told.sort_values(["open", "start", "high", "claim_id"], na_position="last")
    parts = np.array_split(np.arange(len(told)), min(MOST_MARKS, len(told)))
    marks = _joined(told, parts)
    whole = rows.drop_duplicates("source_id")["source_id"]
    return marks.assign(
        mark=range(1, len(marks) + 1),
        together=len(rows),
        silent=int(silent.sum()),
        voices=rows["voice_id"].nunique(),
        source_ids=" ".join(whole),
        month=marks["month"] if "month" in by else None,
        spot=marks["spot"] if "spot" in by else None,
        actor=marks["actor"] if "actor_id" in by else None,
        colour=marks["colour"] if "actor_id" in by else None,
        counts=marks["counts"] if "counts" in by else None,
        event=None,
        depth=0,
        standing=None,
        replaces=None,
        group_id=None,
    )


def _joined(told: pd.DataFrame, parts: Sequence[np.ndarray]) -> pd.DataFrame:
    """Neighbouring claims as one mark each, from the lowest number to the highest; an end that one of them
    leaves open is open."""
    first, sizes = np.array([part[0] for part in parts]), np.array([len(part) for part in parts])
    several = sizes > 1
    low, high = (told[end].fillna(told["best"]).to_numpy(dtype="float64") for end in ("low", "high"))
    marks = told.iloc[first].assign(claims=sizes)
    return marks.assign(
        low=np.where(several, np.minimum.reduceat(low, first), marks["low"]),
        best=marks["best"].mask(several),
        high=np.where(several, np.maximum.reduceat(high, first), marks["high"]),
        **{name: marks[name].mask(several, None) for name in OF_ONE},
    )


def shaped(rows: pd.DataFrame) -> pd.DataFrame:
    """The marks as `frames.FIGURES`, with the columns of a scope behind where the claims have them."""
    scope = [name for name in ("in_scope", "context") if name in rows]
    past = rows["published_start"] - rows["as_of_end"] > LONG_AGO
    figures = FIGURES.shaped(
        rows.assign(past=past & rows["measure_kind"].eq("stock") & (rows["claims"] == 1))
    )
    return figures.assign(**{name: rows[name].reset_index(drop=True) for name in scope})


def numbered(rows: pd.DataFrame, column: str, by: pd.Series) -> pd.DataFrame:
    """The rows with a column that numbers from 1 what is alike in `by`, in the order in which it is met."""
    return rows.assign(**{column: pd.factorize(by, use_na_sentinel=False)[0] + 1})
