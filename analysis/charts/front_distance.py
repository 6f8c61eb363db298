"""Where the front stood: each distance as claimed, as of when, and by whom."""

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import style
from analysis.charts.marks import intervals
from analysis.charts.style.lettering import counted, listed, one_line
from analysis.model.frames import CLAIMED, takes

COLUMNS = CLAIMED.only(*intervals.COLUMNS, "place")


@style.themed
@takes(claimed=COLUMNS)
def front_distance(claimed: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw statements of a distance as intervals, one row each, by faction, place and day.

    Takes the columns `COLUMNS` of `frames.CLAIMED`, and `as_of_basis` where it is known. Nothing is drawn
    between the rows, which stand evenly spaced. Raises FrameError where a column or every row is missing, or
    units are mixed.
    """
    style.not_empty(claimed, "front_distance")
    units = list(dict.fromkeys(claimed["unit"].map(one_line)))
    if len(units) > 1:
        raise style.FrameError(f"front_distance: found the units {', '.join(units)}; expected one")
    rows = claimed.sort_values(["actor", "place", "as_of_start"], kind="stable")
    subjects = list(dict.fromkeys(map(_subject, rows.itertuples())))
    scale = "logarithmic axis" if intervals.wants_log(rows) else "axis from 0"
    order = "Rows follow the days" if len(subjects) == 1 else "Rows by faction and place, then by day"
    panel = intervals.Panel(
        f"Distance in {units[0]}, {scale}", f"{order}, not to their scale", rows, _labels(rows, subjects)
    )
    subtitle = "Bar: nearest to farthest value as read from the words; dot: best value."
    subtitle += " Days between are not known."
    if style.TALLEST / len(rows) < intervals.LINE:
        subtitle += f" All {len(rows):,} claims are drawn; some of them are labelled."
    footer = style.sources_of(rows)
    title = _title(rows, subjects)
    sheet = style.titled(ax, title, subtitle, footer, height=intervals.height_of([panel]))
    intervals.draw_panels(sheet, [panel])
    style.describe(sheet.ax, _alternative(rows, units[0]))
    return sheet.ax


def _subject(row: object) -> str:
    """Whose distance from where, in words."""
    return ", ".join(filter(None, (one_line(row.actor) or "no faction named", one_line(row.place))))


def _labels(rows: pd.DataFrame, subjects: list[str]) -> list[tuple[str, str]]:
    """The day at the left of each row; faction and place above it where the rows have several."""
    if len(subjects) == 1:
        return [(intervals.as_of_words(row), one_line(row.label)) for row in rows.itertuples()]
    return [(_subject(row), intervals.as_of_words(row)) for row in rows.itertuples()]


def _title(rows: pd.DataFrame, subjects: list[str]) -> str:
    """The first and the last claim that has a number, in their words, where both are of one subject."""
    if len(subjects) > 1:
        return f"The front: {counted(len(rows), 'claim')} of distance, for {listed(subjects, most=3)}"
    known = rows[rows[["low", "best", "high"]].notna().any(axis=1) & rows["as_of_start"].notna()]
    if known["as_of_start"].nunique() < 2:
        return f"The front: {counted(len(rows), 'claim')} of its distance"
    first, last = (
        one_line(row.wording) or intervals.number_words(row) for row in known.iloc[[0, -1]].itertuples()
    )
    return f"The front as claimed: “{first}”, then “{last}”"


def _alternative(rows: pd.DataFrame, unit: str) -> str:
    """The chart in words: each claim with its day when there are few, and what is not shown."""
    parts = [f"Interval chart of {counted(len(rows), 'claim')} of a distance in {unit}."]
    for row in rows.head(8).itertuples():
        words = f" (“{one_line(row.wording)}”)" if one_line(row.wording) else ""
        number = intervals.number_words(row)
        when, said = intervals.as_of_words(row), one_line(row.attribution)
        parts.append(f"{_subject(row)}, {when}: {number}{words}, {said}.")
    if len(rows) > 8:
        parts.append(f"{counted(len(rows) - 8, 'further claim')}.")
    parts.append("Nothing joins the claims. Not shown: the line of the front, and days between.")
    return " ".join(parts)
