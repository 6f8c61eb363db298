"""Where the front stood: each distance as claimed, as of when, and by whom."""

from functools import partial
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import style
from analysis.charts.marks import intervals
from analysis.charts.style.lettering import one_line
from analysis.errors import FrameError
from analysis.messages import joined, listed, paragraph, say
from analysis.model.frames import CLAIMED, takes

COLUMNS = CLAIMED.only(*intervals.COLUMNS, "place")


@style.themed
@takes(claimed=COLUMNS)
def front_distance(claimed: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw statements of a distance as intervals, one row each, by faction, place and day.

    Takes the columns `COLUMNS` of `frames.CLAIMED`. Nothing is drawn between the rows, which stand evenly
    spaced. Raises FrameError where a column or every row is missing, or units are mixed.
    """
    style.not_empty(claimed, "front_distance")
    units = list(dict.fromkeys(claimed["unit"].map(one_line)))
    if len(units) > 1:
        raise FrameError(f"front_distance: found the units {', '.join(units)}; expected one")
    rows = claimed.sort_values(["actor", "place", "as_of_start"], kind="stable")
    unit = intervals.unit_of(units[0])
    several = rows.drop_duplicates(["actor", "place"])
    subjects = list(dict.fromkeys(map(_subject, several.itertuples())))
    heading = say("front-panel", unit=unit, axis=intervals.axis_words(rows))
    order = say("front-panel-one" if len(subjects) == 1 else "front-panel-several")
    panel = intervals.Panel(heading, order, rows, partial(_label, alone=len(subjects) == 1))
    fixed = map(say, ("front-bar", "interval-dot", "front-between"))
    subtitle = paragraph(*fixed, intervals.shortfall(len(rows)))
    footer = style.sources_of(rows)
    title = _title(rows, subjects)
    sheet = style.titled(ax, title, subtitle, footer, height=intervals.height_of([panel]))
    intervals.draw_panels(sheet, [panel])
    style.describe(sheet.ax, _alternative(rows, unit))
    return sheet.ax


def _subject(row: Any) -> str:
    """Whose distance from where, in words."""
    return joined("join-comma", [one_line(row.actor) or say("faction-none"), one_line(row.place)])


def _label(row: Any, *, alone: bool) -> tuple[str, str]:
    """The day at the left of each row; faction and place above it unless they are `alone` in the chart."""
    when = intervals.as_of_words(row)
    return (when, intervals.label_of(row)) if alone else (_subject(row), when)


def _title(rows: pd.DataFrame, subjects: list[str]) -> str:
    """The first and the last claim that has a number, in their words, where both are of one subject."""
    if len(subjects) > 1:
        return say("front-title-several", claims=len(rows), subjects=listed(subjects, most=3))
    known = rows[rows[["low", "best", "high"]].notna().any(axis=1) & rows["as_of_start"].notna()]
    if known["as_of_start"].nunique() < 2:
        return say("front-title-one", claims=len(rows))
    first, last = (
        intervals.wording_of(row) or intervals.range_words(row) for row in known.iloc[[0, -1]].itertuples()
    )
    return say("front-title", first=first, last=last)


def _alternative(rows: pd.DataFrame, unit: str) -> str:
    """The chart in words: each claim with its day when there are few, and what is not shown."""
    claims, most = len(rows), 8
    told = [
        say(
            "front-alt-claim",
            subject=_subject(row),
            date=intervals.as_of_words(row),
            said=intervals.said_words(row),
            attribution=intervals.attributed(row),
        )
        for row in rows.head(most).itertuples()
    ]
    return paragraph(
        say("front-alt", claims=claims, unit=unit),
        *told,
        say("further-claims", number=claims - most) if claims > most else "",
        say("front-alt-joined"),
        say("front-alt-not-shown"),
    )
