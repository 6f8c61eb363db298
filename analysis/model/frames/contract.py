"""What a frame promises: one row is what, which columns name it, what each column means and may lack."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal

import pandas as pd

Kind = Literal["str", "float64", "int64", "Int64", "bool", "datetime64[us]", "geometry"]
"""The dtypes that cross a stage; `Int64` is a count that may be missing."""


@dataclass(frozen=True)
class Column:
    """One column: `missing` says what a missing value means, and is empty where none may be missing.

    `unit` is that of numbers other than counts; `values` are the only ones allowed, where they are few;
    `default` is what an empty cell of a corpus' file means, empty where it means that nothing is known.
    """

    name: str
    kind: Kind
    meaning: str
    unit: str = ""
    missing: str = ""
    values: tuple[str, ...] = ()
    default: str = ""

    @property
    def required(self) -> bool:
        """Whether every row of a file has to fill it."""
        return not (self.missing or self.default)


@dataclass(frozen=True)
class Contract:
    """The promise of one frame, by which it is made, asked for, tested and documented.

    `grain` is a sentence that begins with "one row". `key` names the columns that together occur once.
    `made_by` is the function that makes it, as it is called in a notebook. `base` is the contract whose
    columns stand first in this one, None where it begins afresh.
    """

    name: str
    grain: str
    key: tuple[str, ...]
    made_by: str
    columns: tuple[Column, ...]
    base: "Contract | None" = None

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)

    def only(self, *names: str) -> "Contract":
        """The contract cut to the columns named, for who needs no more; KeyError where it has no such one."""
        by_name = {column.name: column for column in self.columns}
        return replace(self, columns=tuple(by_name[name] for name in names), base=None)

    def extended(
        self, name: str, grain: str, key: tuple[str, ...], made_by: str, *columns: Column
    ) -> "Contract":
        """The contract of a frame that has these columns and more behind them."""
        return Contract(name, grain, key, made_by, (*self.columns, *columns), base=self)

    def shaped(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The frame as promised: these columns alone, in this order, of these kinds; rows numbered from 0."""
        cut = frame[list(self.names)]
        # Most columns are of their kind already, and `astype` and `reset_index` copy those too.
        for column, found in zip(self.columns, cut.dtypes, strict=True):
            if _named(found) != column.kind:
                kind: Any = column.kind
                cut[column.name] = cut[column.name].astype(kind)
        cut.index = pd.RangeIndex(len(cut))
        return cut

    def of(self, rows: Sequence[dict[str, object]]) -> pd.DataFrame:
        """The promised frame from rows as dictionaries; without rows it is empty and has its columns."""
        return self.shaped(pd.DataFrame(list(rows), columns=list(self.names)))


@lru_cache(maxsize=64)
def _named(kind: Hashable) -> str:
    """The name of a dtype, which takes long to write."""
    return str(kind)


def text(
    name: str, meaning: str, missing: str = "", values: tuple[str, ...] = (), default: str = ""
) -> Column:
    """A column of text."""
    return Column(name, "str", meaning, missing=missing, values=values, default=default)


def number(name: str, meaning: str, unit: str, missing: str = "") -> Column:
    """A column of numbers with their unit."""
    return Column(name, "float64", meaning, unit, missing)


def count(name: str, meaning: str, missing: str = "") -> Column:
    """A column of counts or of numbers that order."""
    return Column(name, "Int64" if missing else "int64", meaning, missing=missing)


def flag(name: str, meaning: str) -> Column:
    """A column of true and false."""
    return Column(name, "bool", meaning)


def day(name: str, meaning: str, missing: str = "") -> Column:
    """A column of days."""
    return Column(name, "datetime64[us]", meaning, missing=missing)
