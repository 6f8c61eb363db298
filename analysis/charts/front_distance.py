"""Where the front stood: each distance as claimed, as of when, and by whom."""

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import intervals, style
from analysis.charts.days import day_words
from analysis.charts.lettering import counted, one_line


@style.themed
def front_distance(claims: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw claims of a distance as intervals, one row per claim, from the first day at the top to the last.

    `claims` has one row per claim: `claim_id, label` (from where to where), `actor, colour` (hex or
    missing), `measure, unit, low, best, high` (missing = not said), `wording, attribution, as_of_start` and
    `source_ids`. The rows stand in the order of `as_of_start`, evenly spaced; the light step between them
    says only which claim is later, not how the front moved. Raises FrameError where a column or every row is
    missing, or units are mixed.
    """
    style.rows_of(claims, intervals.COLUMNS, "front_distance")
    units = list(dict.fromkeys(claims["unit"].map(one_line)))
    if len(units) > 1:
        raise style.FrameError(f"front_distance: found the units {', '.join(units)}; expected one")
    rows = claims.sort_values("as_of_start", kind="stable")
    labels = [
        (day_words(row.as_of_start) or "day not known", one_line(row.label)) for row in rows.itertuples()
    ]
    scale = "logarithmic axis" if intervals.wants_log(rows) else "axis from 0"
    heading = f"Distance in {units[0]}, {scale}"
    panel = intervals.Panel(heading, "Rows follow the days, not to their scale", rows, labels, stepped=True)
    subtitle = (
        "Bar: nearest to farthest value that the words allow; dot: best value. Days between are not known."
    )
    if style.TALLEST / len(rows) < intervals.LINE:
        subtitle += f" All {len(rows):,} claims are drawn; some of them are labelled."
    footer = style.sources_of(rows)
    sheet = style.titled(ax, _title(rows), subtitle, footer, height=intervals.height_of([panel]))
    intervals.draw_panels(sheet, [panel])
    style.describe(sheet.ax, _alternative(rows, units[0]))
    return sheet.ax


def _title(rows: pd.DataFrame) -> str:
    """The first and the last claim that has a number, in their words."""
    known = rows[rows[["low", "best", "high"]].notna().any(axis=1)]
    if len(known) < 2:
        return f"The front: {counted(len(rows), 'claim')} of its distance"
    first, last = (
        one_line(row.wording) or intervals.number_words(row) for row in known.iloc[[0, -1]].itertuples()
    )
    return f"The front as claimed: “{first}”, then “{last}”"


def _alternative(rows: pd.DataFrame, unit: str) -> str:
    """The chart in words: each claim with its day when there are few, and what is not shown."""
    parts = [f"Interval chart of {counted(len(rows), 'claim')} of a distance in {unit}, in order of days."]
    for row in rows.head(8).itertuples():
        words = f" (“{one_line(row.wording)}”)" if one_line(row.wording) else ""
        number = intervals.number_words(row)
        day = day_words(row.as_of_start) or "day not known"
        parts.append(f"{day}, {one_line(row.label)}: {number}{words}, {one_line(row.attribution)}.")
    if len(rows) > 8:
        parts.append(f"{len(rows) - 8:,} further claims.")
    parts.append(
        "A light step joins the claims in their order. Not shown: the line of the front, and days between."
    )
    return " ".join(parts)
