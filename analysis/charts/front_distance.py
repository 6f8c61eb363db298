"""Where the front stood: each figure as claimed, as of when, and by whom."""

from functools import partial
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import style
from analysis.charts.marks import intervals
from analysis.charts.style.lettering import capitalised, one_line
from analysis.messages import joined, listed, measure_words, paragraph, say
from analysis.model.frames import CLAIMED, takes

COLUMNS = CLAIMED.only(*intervals.COLUMNS, "place")


@style.themed
@takes(claimed=COLUMNS)
def front_distance(claimed: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw statements of a front as intervals, one row each, by faction, place and day.

    Takes the columns `COLUMNS` of `frames.CLAIMED`. Each measure and unit has a panel of its own. Nothing is
    drawn between the rows, which stand evenly spaced. Raises FrameError where a column or every row is
    missing.
    """
    style.not_empty(claimed, "front_distance")
    rows = claimed.sort_values(["actor", "place", "as_of_start"], kind="stable")
    panels = [_panel(same) for _, same in rows.groupby(["measure", "unit"], dropna=False, sort=False)]
    fixed = map(say, ("interval-bar", "interval-dot", "front-between"))
    subtitle = paragraph(*fixed, intervals.shortfall(len(rows)))
    footer = style.sources_of(rows)
    sheet = style.titled(ax, _title(rows), subtitle, footer, height=intervals.height_of(panels))
    intervals.draw_panels(sheet, panels)
    style.describe(sheet.ax, _alternative(rows))
    return sheet.ax


def _panel(rows: pd.DataFrame) -> intervals.Panel:
    """The claims of one measure and unit."""
    alone = len(rows.drop_duplicates(["actor", "place"])) == 1
    first = next(rows.itertuples())
    heading = say("front-panel", kind=capitalised(_kind(first)), axis=intervals.axis_words(rows))
    order = say("front-panel-one" if alone else "front-panel-several")
    return intervals.Panel(heading, order, rows, partial(_label, alone=alone))


def _subjects(rows: pd.DataFrame) -> list[str]:
    """Whose fronts the rows are of, and where, each once."""
    return list(dict.fromkeys(map(_subject, rows.drop_duplicates(["actor", "place"]).itertuples())))


def _subject(row: Any) -> str:
    """Whose front, and where, in words."""
    return joined("join-comma", [one_line(row.actor) or say("faction-none"), one_line(row.place)])


def _kind(row: Any) -> str:
    """What is counted and in which unit, in words."""
    measure = measure_words(one_line(row.measure), one_line(row.noun))
    return say("front-kind", measure=measure, unit=intervals.unit_of(row.unit))


def _label(row: Any, *, alone: bool) -> tuple[str, str]:
    """The day at the left of each row; faction and place above it unless they are `alone` in the chart."""
    when = intervals.as_of_words(row)
    return (when, intervals.label_of(row)) if alone else (_subject(row), when)


def _title(rows: pd.DataFrame) -> str:
    """The first and the last claim that has a number, in their words, where both are of one subject."""
    subjects = _subjects(rows)
    values = {"claims": len(rows), "counted": intervals.counted_words(rows)}
    if len(subjects) > 1:
        return say("front-title-several", **values, subjects=listed(subjects, most=3))
    known = rows[rows[["low", "best", "high"]].notna().any(axis=1) & rows["as_of_start"].notna()]
    if known["as_of_start"].nunique() < 2 or len(known[["measure", "unit"]].drop_duplicates()) > 1:
        return say("front-title-one", **values)
    first, last = (
        intervals.wording_of(row) or intervals.range_words(row) for row in known.iloc[[0, -1]].itertuples()
    )
    return say("front-title", first=first, last=last)


def _alternative(rows: pd.DataFrame) -> str:
    """The chart in words: each claim with its day when there are few, and what is not shown."""
    claims, most = len(rows), 8
    mixed = len(rows[["measure", "unit"]].drop_duplicates()) > 1
    units = listed(map(intervals.unit_of, rows["unit"].drop_duplicates()), most=6)
    told = [
        say(
            "front-alt-claim",
            subject=joined("join-comma", [_kind(row) if mixed else "", _subject(row)]),
            date=intervals.as_of_words(row),
            said=intervals.said_words(row),
            attribution=intervals.attributed(row),
        )
        for row in rows.head(most).itertuples()
    ]
    return paragraph(
        say("front-alt", claims=claims, counted=intervals.counted_words(rows), units=units),
        *told,
        say("further-claims", number=claims - most) if claims > most else "",
        say("front-alt-joined"),
        say("front-alt-not-shown"),
    )
