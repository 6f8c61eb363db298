"""Events counted by kind and month, where there are too many to show each."""

import pandas as pd

from analysis.model.frames import EVENT_COUNTS, TIMELINE, takes

COUNTED = TIMELINE.only("kind", "start", "end", "start_latest", "attested")

MOST, KINDS, YEARS = 60, 14, 20
"""How many events are shown each, how many kinds are told apart, and how many years are counted by month."""


@takes(timeline=COUNTED)
def event_counts(timeline: pd.DataFrame) -> pd.DataFrame:
    """The events in scope by kind and month of their beginning: `frames.EVENT_COUNTS`.

    Empty where there are at most `MOST`, so that each can be shown. Kinds stand in the order of their number;
    beyond `KINDS` they are counted together.
    """
    if len(timeline) <= MOST:
        return EVENT_COUNTS.of([])
    rows = timeline[timeline["in_scope"]] if "in_scope" in timeline else timeline
    days = rows["start"].fillna(rows["end"])
    order = rows["kind"].value_counts()
    if len(order) > KINDS:
        order = order.head(KINDS - 1)
    unit = "Y" if days.notna().any() and days.max().year - days.min().year > YEARS else "M"
    began = days.dt.to_period(unit)
    counted = pd.DataFrame(
        {
            "kind": rows["kind"].where(rows["kind"].isin(order.index)),
            "start": began.dt.start_time,
            "end": began.dt.end_time.dt.normalize(),
            "rank": rows["kind"].map(dict(zip(order.index, range(len(order)), strict=True))),
            "sure": rows["start_latest"].dt.to_period(unit).eq(began) & rows["start"].notna(),
        }
    )
    by_kind = counted.groupby(["rank", "kind", "start", "end"], dropna=False, sort=True)
    events = by_kind.agg(events=("sure", "size"), sure=("sure", "sum")).reset_index()
    return EVENT_COUNTS.shaped(events)
