"""The time that a figure counts: a window for what adds up, one time for what holds at a time."""

from typing import Any

import numpy as np
import pandas as pd

FAR = 10_000_000
"""Days so far off that no report speaks of them: where an end is open."""

ONE_TIME = 3
"""Stocks whose days lie no further apart than this are of one time."""

LONG = ("month", "season", "year", "decade", "century")
"""A date as imprecise as this is, for what adds up, the whole of it: the displaced of November."""

LASTING = ("lasts", "goes_on", "began", "ended", "until", "each")

COLUMNS = ["start", "end", "sure_start", "sure_end"]

Days = np.ndarray[Any, np.dtype[np.int64]]
"""Days as whole numbers since 1970."""


def windows(rows: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """The time of each figure, by the index of `rows`: `COLUMNS` in days since 1970 (FAR where open), and
    `unknown`, `known_on` and `whole_event`.

    From `start` to `end` it reaches at most, and from `sure_start` to `sure_end` in any case. What adds up
    counts over its own window where it states one, else over its event, else over the day it speaks of: a
    single day for a figure on an event says as of when it was known. A window without an end is closed by the
    publication of its report. `unknown` marks a figure whose time nothing tells, `known_on` one
    that says as of which day it was known, `whole_event` one that counts over its event.
    """
    own = _own(rows)
    flow = rows["measure_kind"] == "flow"
    windowed = rows["as_of_from"].eq("claim") & (
        rows["as_of_precision"].isin(LONG) | rows["as_of_span"].isin(LASTING)
    )
    on_event = rows["event_id"].notna()
    by_event = flow & on_event & ~windowed
    undated = rows["as_of"].isna() | (flow & rows["as_of_from"].eq("report"))
    of_events = _of_events(rows["event_id"], events)
    result = own.where(~by_event, of_events)
    whole = flow & on_event & (result[["start", "end"]] == of_events[["start", "end"]]).all(axis=1)
    result = result.where(flow, _at(rows))
    known_on = ~flow | (rows["as_of_from"].eq("claim") & by_event)
    return result.assign(unknown=undated & ~on_event, known_on=known_on, whole_event=whole)


def one_times(starts: Days, ends: Days) -> Days:
    """A number for each pair of start and end, the same for those of one time, whatever their order.

    Nearest are put together first, as long as all of them lie within `ONE_TIME` days of each other.
    """
    distinct, which = np.unique(np.stack([starts, ends]), axis=1, return_inverse=True)
    starts, ends = distinct
    first = list(range(len(starts)))
    last = list(range(len(starts)))
    gaps = np.maximum(np.diff(starts), np.abs(np.diff(ends)))
    for gap in np.argsort(gaps, kind="stable"):
        low, high = first[gap], last[gap + 1]
        if starts[high] - starts[low] <= ONE_TIME and np.ptp(ends[low : high + 1]) <= ONE_TIME:
            for row in range(low, high + 1):
                first[row], last[row] = low, high
    return np.array(first)[which]


def day_numbers(days: pd.Series, missing: int) -> pd.Series:
    """Days as whole numbers since 1970."""
    known = days.notna().to_numpy()
    numbers = days.to_numpy("datetime64[D]").astype("int64")
    return pd.Series(np.where(known, numbers, missing), index=days.index)


def _own(rows: pd.DataFrame) -> pd.DataFrame:
    """The windows that claims state themselves."""
    kind, whole = rows["as_of_span"], rows["as_of_precision"].isin(LONG)
    published = day_numbers(rows["published_end"], FAR)
    start = day_numbers(rows["as_of_start"], -FAR)
    end = day_numbers(rows["as_of_end"], FAR)
    end = end.where(end < FAR, np.maximum(published, start))
    # A month or a year at the end of a span is whole too: 2025-11/2025-12 is all of both months.
    from_first = whole | kind.isin(["lasts", "goes_on", "began"])
    to_last = whole | kind.isin(["lasts", "goes_on", "ended", "until"])
    sure_start = day_numbers(rows["as_of_start_latest"], FAR).mask(from_first, start)
    sure_end = day_numbers(rows["as_of_end_earliest"], -FAR).mask(to_last, end)
    sure_start = sure_start.mask(kind.eq("until"), -FAR).mask(kind.eq("ended"), FAR)
    return pd.concat([start, end, sure_start, sure_end], axis=1, keys=COLUMNS)


def _of_events(keys: pd.Series, events: pd.DataFrame) -> pd.DataFrame:
    """The windows of events; all that is told on an event lies in it, also where its ends are not known."""
    spans = pd.DataFrame(
        {"start": day_numbers(events["start"], -FAR), "end": day_numbers(events["end"], FAR)}
    ).set_axis(events["event_id"])
    met = spans.reindex(keys).set_axis(keys.index)
    met = met.fillna({"start": -FAR, "end": FAR}).astype("int64")
    return met.assign(sure_start=met["start"], sure_end=met["end"])[COLUMNS]


def _at(rows: pd.DataFrame) -> pd.DataFrame:
    """The days as of which stocks are counted."""
    start, end = day_numbers(rows["as_of_start"], -FAR), day_numbers(rows["as_of_end"], FAR)
    return pd.concat([start, end, start, end], axis=1, keys=COLUMNS)
