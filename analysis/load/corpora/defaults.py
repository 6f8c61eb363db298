"""What an empty cell of a corpus means: a simple report fills few columns, the rest is written out here."""

from collections.abc import Mapping

import pandas as pd

from analysis.model.frames import FIELDS
from analysis.model.measures import vocabulary


def filled(tables: Mapping[str, pd.DataFrame | None]) -> dict[str, pd.DataFrame]:
    """The tables with every column of `frames.FIELDS`, None for a table that the corpus has not.

    Empty cells get the default of their column; `unit` is then that of the measure, where one goes without
    saying, and `as_of` the date of the event where one is known, else that of the publication, as
    `as_of_from` says. Other columns are left out.
    """
    frames = {name: _with_columns(name, tables.get(name)) for name in FIELDS}
    claims = frames["claims"]
    measures = vocabulary(frames["measures"])
    units = {name: measure.unit for name, measure in measures.items() if measure.unit}
    told = claims.assign(unit=claims["unit"].fillna(claims["measure"].map(units)))
    frames["claims"] = _dated(told, frames["events"], frames["sources"])
    return frames


def _with_columns(name: str, frame: pd.DataFrame | None) -> pd.DataFrame:
    """The table with all its columns as text, defaults in empty cells."""
    given = pd.DataFrame() if frame is None else frame
    columns = {column.name: column for column in FIELDS[name]}
    whole = given.reindex(columns=list(columns)).astype("str").reset_index(drop=True)
    return whole.fillna({name: column.default for name, column in columns.items() if column.default})


def _dated(claims: pd.DataFrame, events: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    named = events[events["date"].str.contains("[0-9]", na=False)]
    on_event = claims["event_id"].map(_lookup(named, "event_id", "date")).astype("str")
    published = claims["source_id"].map(_lookup(sources, "source_id", "published")).astype("str")
    dates = {"claim": claims["as_of"], "event": on_event, "report": published}
    as_of, origin = claims["as_of"], pd.Series(None, index=claims.index, dtype="str")
    for name, date in dates.items():
        origin = origin.where(origin.notna() | date.isna(), name)
        as_of = as_of.fillna(date)
    return claims.assign(as_of=as_of, as_of_from=origin)


def _lookup(frame: pd.DataFrame, key: str, value: str) -> pd.Series:
    return frame.drop_duplicates(key).set_index(key)[value].astype("str")
