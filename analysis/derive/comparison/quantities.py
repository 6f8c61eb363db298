"""Figures that can be compared: which statements are some, of what key each is, and in which dimensions."""

import numpy as np
import pandas as pd

from analysis.derive.comparison.windows import one_times, windows
from analysis.model.counts import tags_of
from analysis.model.units import converted, factor_between, unit_named

STATES = ("asserts", "confirms", "revises", "part_of")
"""Stances that state a figure; a denial and a doubt state none."""

KEY = ["event_id", "measure", "unit", "actor_id", "by_id"]
"""What figures have to be of to be compared at all."""

PLACE_AND_PART = ["key", "place_id", "tags", "part", "projected"]

ENDS = ["low", "best", "high"]

ADDING_UP = ("count", "area", "mass", "volume", "money", "other")
"""Dimensions of units whose parts add up to the whole: a part of the dead, not a part of a distance."""

_SUBJECT = ["event_id", "event", "actor_id", "actor", "by_id", "by", "place_id", "place", "counts"]
_FIGURE = ["wording", *ENDS, "unit", "numbers_from", "method"]
_AS_OF = ["as_of", "as_of_start", "as_of_end", "as_of_precision", "as_of_span", "as_of_from"]
_AS_OF += ["as_of_start_latest", "as_of_end_earliest"]


def quantities(statements: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """The statements that state a figure, in the unit of their measure, each with what it is compared by.

    Added are `tags` (families are told by the unit), `said_unit`, `projected`, `adds_up`, the place of the
    event where the claim names none, the window (`windows.windows`), `key` (a number for all of one event,
    measure, unit, faction and doer), `part` (the claim itself where it says that it is a part of a claim
    on the very same) and `group` (a number for all of one key, place, window, tags and method). What names
    neither event, place nor faction, or no time that it adds up over, is a group of its own.
    """
    rows = statements[statements["stance"].isin(STATES) & statements["unit"].notna()]
    rows = _in_one_unit(_confirming(rows))
    rows = _at_place_of_event(rows, events)
    rows = rows.assign(
        counts=rows["counts"].fillna(""),
        projected=rows["method"] == "projected",
        key=rows.groupby(KEY, dropna=False, sort=False).ngroup(),
        part="",
    )
    rows = rows.join(windows(rows, events))
    alone = rows["unknown"] | rows[["event_id", "place_id", "actor_id"]].isna().all(axis=1)
    rows = rows.assign(unknown=alone, time=_times(rows))
    rows = rows.assign(part=_parts_of_the_same(rows))
    by = [*PLACE_AND_PART, "time", "alone"]
    grouped = rows.assign(alone=rows["claim_id"].where(alone)).groupby(by, dropna=False, sort=False)
    return rows.assign(group=grouped.ngroup())


def _confirming(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows, where one confirms a figure without a number of its own with what it confirms."""
    silent = rows["stance"].eq("confirms") & rows[ENDS].isna().all(axis=1)
    if not silent.any():
        return rows
    told = rows.set_index("claim_id")
    same = told["measure"].reindex(rows["about"]).to_numpy() == rows["measure"].to_numpy()
    silent &= same
    columns = [*_SUBJECT, *_FIGURE]
    found = told[[*columns, *_AS_OF]].reindex(rows.loc[silent, "about"]).set_axis(rows.index[silent])
    result = rows.copy()
    result.loc[silent, columns] = found[columns]
    undated = silent & rows["as_of_from"].ne("claim")
    result.loc[undated, _AS_OF] = found.loc[undated[silent], _AS_OF]
    return result


def _in_one_unit(rows: pd.DataFrame) -> pd.DataFrame:
    """The figures in the unit of their measure where a fixed number leads there, and `tags` without families.

    Families that a tag tells are a unit of their own.
    """
    tags = {cell: frozenset(tags_of(cell)) for cell in rows["counts"].fillna("").unique()}
    counted = rows["counts"].fillna("").map(tags)
    families = counted.map(lambda some: "families" in some).astype(bool) & rows["unit"].eq("persons")
    unit = rows["unit"].mask(families, "families")
    pairs = list(zip(unit, rows["measure_unit"].fillna(""), strict=True))
    known = {pair: _target(*pair) for pair in set(pairs)}
    factors = pd.Series([known[pair][1] for pair in pairs], index=rows.index, dtype="float64")
    result = rows.assign(
        said_unit=rows["unit"],
        unit=pd.Series([known[pair][0] for pair in pairs], index=rows.index, dtype="str"),
        adds_up=pd.Series([known[pair][2] for pair in pairs], index=rows.index, dtype=bool),
        tags=counted.map(lambda some: some - {"families"}),
    )
    for index in rows.index[factors != 1]:
        ends = rows.loc[index, ENDS]
        result.loc[index, ENDS] = [
            end if pd.isna(end) else converted(float(end), float(factors[index])) for end in ends
        ]
    return result


def _target(unit: str, wanted: str) -> tuple[str, float, bool]:
    """The unit in which a figure is compared, how many of it one of `unit` is, and whether parts add up."""
    given = unit_named(unit)
    if wanted:
        factor = factor_between(given, unit_named(wanted))
        if factor is not None:
            return wanted, factor, given.dimension in ADDING_UP
    name = wanted if wanted and given == unit_named(wanted) else given.name
    return name, 1.0, given.dimension in ADDING_UP


def _at_place_of_event(rows: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """The rows with the place of their event where they name none."""
    where = events.set_index("event_id")["place_id"]
    return rows.assign(place_id=rows["place_id"].fillna(rows["event_id"].map(where).astype("str")))


def _times(rows: pd.DataFrame) -> pd.Series:
    """A text for each row, the same where the window, or for stocks the time within days, is the same."""
    flow = rows["measure_kind"].eq("flow")
    texts = rows["start"].astype(str) + "/" + rows["end"].astype(str)
    stocks = rows.loc[~flow, [*PLACE_AND_PART, "measure_kind", "start", "end"]]
    by = stocks.groupby([*PLACE_AND_PART, "measure_kind"], dropna=False, sort=False).ngroup()
    several = texts[~flow].groupby(by).transform("nunique") > 1
    spans = stocks.loc[several, ["start", "end"]]
    starts, ends = spans["start"].to_numpy(), spans["end"].to_numpy()
    numbers = np.zeros(len(spans), dtype="int64")
    for places in map(np.asarray, spans.groupby(by[several]).indices.values()):
        numbers[places] = one_times(starts[places], ends[places])
    named = pd.Series(numbers.astype("str"), index=spans.index, dtype="str")
    return named.reindex(texts.index).fillna(texts)


def _parts_of_the_same(rows: pd.DataFrame) -> pd.Series:
    """The key of a claim that is part of another and would else be held against it, empty for all others."""
    told = rows.set_index("claim_id")
    parts = rows[rows["stance"].eq("part_of") & rows["about"].isin(told.index)]
    wholes = told.loc[parts["about"]].set_axis(parts.index)
    same = pd.Series(True, index=parts.index)
    for column in ("key", "place_id", "tags", "projected", "time"):
        same &= (parts[column] == wholes[column]) | (parts[column].isna() & wholes[column].isna())
    return rows["part"].mask(rows.index.isin(parts.index[same]), rows["claim_id"])
