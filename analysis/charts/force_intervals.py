"""What forces are said to be: every claim of strength, losses or sorties as an interval, by unit."""

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import style
from analysis.charts.marks import intervals
from analysis.charts.style.lettering import counted, listed, one_line
from analysis.model.frames import CLAIMED, takes

COLUMNS = CLAIMED.only(*intervals.COLUMNS)


@style.themed
@takes(forces=COLUMNS)
def force_intervals(forces: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw claims about forces as intervals, one row per claim in the order of the frame, one panel per unit.

    Takes the columns `COLUMNS` of `frames.CLAIMED`. An open end is an arrow; a claim without a number keeps
    its row, in words. Raises FrameError where a column or every row is missing.
    """
    style.not_empty(forces, "force_intervals")
    units = list(dict.fromkeys(forces["unit"].map(one_line)))
    panels = [_panel(unit, forces[forces["unit"].map(one_line) == unit]) for unit in units]
    silent = int(forces[["low", "best", "high"]].isna().all(axis=1).sum())
    without = f"; {silent:,} without a number" if silent else ""
    title = f"{counted(len(forces), 'claim')} about forces{without}"
    subtitle = "Bar: lowest to highest value as read from the words. Dot: best value, where one is given."
    subtitle += _shortfall(len(forces))
    sheet = style.titled(ax, title, subtitle, style.sources_of(forces), height=intervals.height_of(panels))
    intervals.draw_panels(sheet, panels)
    style.describe(sheet.ax, _alternative(forces, units))
    return sheet.ax


def _shortfall(rows: int) -> str:
    if style.TALLEST / rows >= intervals.LINE:
        return " Arrow: open end."
    return f" All {rows:,} claims are drawn; some of them are labelled."


def _panel(unit: str, rows: pd.DataFrame) -> intervals.Panel:
    said = [(one_line(row.label), one_line(row.actor)) for row in rows.itertuples()]
    labels = [(label, "" if actor in label else actor) for label, actor in said]
    scale = "logarithmic axis" if intervals.wants_log(rows) else "axis from 0"
    note = f"{counted(len(rows), 'claim')}; {scale}"
    return intervals.Panel(unit.capitalize() or "No unit", note, rows, labels)


def _alternative(forces: pd.DataFrame, units: list[str]) -> str:
    """The chart in words: the panels, each claim when there are few, and what is not shown."""
    parts = [f"Interval chart of {counted(len(forces), 'claim')} about forces, by unit: {listed(units)}."]
    for row in forces.head(8).itertuples():
        number = intervals.number_words(row)
        words = f" (“{one_line(row.wording)}”)" if one_line(row.wording) else ""
        parts.append(
            f"{one_line(row.label)}, in {one_line(row.unit)}: {number}{words}, {one_line(row.attribution)}."
        )
    if len(forces) > 8:
        parts.append(f"{counted(len(forces) - 8, 'further claim')}.")
    silent = int(forces[["low", "best", "high"]].isna().all(axis=1).sum())
    if silent:
        parts.append(f"{counted(silent, 'claim')} without a number.")
    return " ".join([*parts, "Not shown: anything that no report counts."])
