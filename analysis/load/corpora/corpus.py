"""Coded tables as one frozen `Corpus` of typed frames."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from analysis.load.corpora.csv import TextTable
from analysis.load.corpora.defaults import filled
from analysis.load.packages.package import Package
from analysis.model import Corpus, Span, quantity_of
from analysis.model.frames import DATES, TABLES


def typed(
    package: Package, tables: Mapping[str, TextTable], spans: Mapping[str, Span], checksum: str
) -> Corpus:
    """The corpus of a data package from its tables as text, which are clean, the spans of its dates, and the
    checksum of its files.

    A table or column that it does not have is empty, and what an empty cell means is written out.
    """
    frames = filled({name: tables[name].frame if name in tables else None for name in TABLES})
    frames = {name: _typed(name, frame, spans) for name, frame in frames.items()}
    frames["claims"] = _with_quantities(frames["claims"])
    return Corpus(package.name, package.title, package.licence, checksum, **frames)


def _typed(table: str, frame: pd.DataFrame, spans: Mapping[str, Span]) -> pd.DataFrame:
    """The table with the columns of its contract, in order: numbers as float64, dates with their spans."""
    frame = frame.reset_index(drop=True)
    for date, prefix in DATES.get(table, {}).items():
        frame = frame.join(_spans(frame[date], spans, prefix))
    for column in TABLES[table].columns:
        if column.kind == "float64" and column.name in frame:
            frame[column.name] = pd.to_numeric(frame[column.name])
        # Most columns are of their kind already, and `astype` of a frame copies those too.
        if column.name in frame and str(frame[column.name].dtype) != column.kind:
            kind: Any = column.kind
            frame[column.name] = frame[column.name].astype(kind)
    return frame[[name for name in TABLES[table].names if name in frame]]


def _spans(texts: pd.Series, known: Mapping[str, Span], prefix: str) -> pd.DataFrame:
    """What EDTF texts say, by the columns of `frames.tables.span`; all missing where there is no text."""
    columns = _span_columns(prefix)
    rows = {text: _span_row(known[text]) for text in texts.dropna().unique()}
    read = pd.DataFrame.from_dict(rows, orient="index", columns=columns, dtype=object)
    cells = read.reindex(texts).set_axis(texts.index)
    flag = f"{prefix}approximate"
    return cells.assign(**{flag: cells[flag].eq(True)})


def _span_columns(prefix: str) -> list[str]:
    names = ("start", "end", "precision", "span", "start_latest", "end_earliest", "inferred", "approximate")
    return [f"{prefix}{name}" for name in names]


def _span_row(span: Span) -> tuple[object, ...]:
    marks = (span.first, span.last)
    inferred = " ".join(part for part in ("year", "month", "day") if any(part in m.inferred for m in marks))
    about = any(mark.approximate for mark in marks)
    days = (_stamp(day) for day in (span.low, span.high, span.latest_start, span.earliest_end))
    start, end, start_latest, end_earliest = days
    return (start, end, span.precision, span.kind, start_latest, end_earliest, inferred or None, about)


def _stamp(day: object) -> object:
    return None if day is None else np.datetime64(str(day), "us")


def _with_quantities(claims: pd.DataFrame) -> pd.DataFrame:
    """Claims with numbers read from their words where the coder left them empty, and `numbers_from`.

    Only what has a unit is a quantity: "several years" of contest is a status, and stays without numbers.
    """
    columns = ["low", "best", "high"]
    coded = claims[columns].notna().any(axis=1)
    worded = claims["unit"].notna() & claims["wording"].notna() & ~coded
    said = pd.Series(list(zip(claims["wording"], claims["unit"], strict=True)), index=claims.index)
    readings = ((pair, quantity_of(*pair)) for pair in said[worded].unique())
    known = {pair: quantity for pair, quantity in readings if quantity is not None}
    read = worded & said.isin(known.keys())
    quantities = [known[pair] for pair in said[read]]
    numbers = [[quantity.low, quantity.best, quantity.high] for quantity in quantities]
    filled = claims.copy()
    filled.loc[read, columns] = np.array(numbers, dtype="float64").reshape(-1, len(columns))
    origin = np.select([coded, read], ["coder", "words"], default="")
    filled["numbers_from"] = pd.Series(origin, index=claims.index, dtype="str").replace("", np.nan)
    return filled
