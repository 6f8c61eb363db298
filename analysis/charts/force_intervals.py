"""What forces are said to be, have and do: every claim as an interval, by unit; and any other figures."""

from functools import cache
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import style
from analysis.charts.marks import intervals
from analysis.charts.style.lettering import capitalised, one_line
from analysis.messages import joined, listed, paragraph, say
from analysis.model.frames import CLAIMED, takes

COLUMNS = CLAIMED.only(*intervals.COLUMNS)


@style.themed
@takes(forces=COLUMNS)
def force_intervals(forces: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw claims of figures as intervals, one row per claim in the order of the frame, one panel per unit.

    Takes the columns `COLUMNS` of `frames.CLAIMED`. An open end is an arrow; a claim without a number keeps
    its row, in words. Raises FrameError where a column or every row is missing.
    """
    style.not_empty(forces, "force_intervals")
    units = list(dict.fromkeys(forces["unit"].map(one_line)))
    panels = [_panel(unit, forces[forces["unit"].map(one_line) == unit]) for unit in units]
    silent = int(forces[["low", "best", "high"]].isna().all(axis=1).sum())
    without = say("forces-title-silent", number=silent) if silent else ""
    title = joined(
        "join-further",
        [say("forces-title", claims=len(forces), counted=intervals.counted_words(forces)), without],
    )
    some = intervals.shortfall(len(forces))
    subtitle = paragraph(say("interval-bar"), say("interval-dot"), some or say("interval-arrow"))
    sheet = style.titled(ax, title, subtitle, style.sources_of(forces), height=intervals.height_of(panels))
    intervals.draw_panels(sheet, panels)
    style.describe(sheet.ax, _alternative(forces, units, silent))
    return sheet.ax


def _panel(unit: str, rows: pd.DataFrame) -> intervals.Panel:
    note = say("forces-panel", claims=len(rows), axis=intervals.axis_words(rows))
    words = cache(intervals.label_words)  # the same few for thousands of rows

    def label(row: Any) -> tuple[str, str]:
        return words(*intervals.labelled(row)), ""

    return intervals.Panel(capitalised(intervals.unit_of(unit)), note, rows, label)


def _alternative(forces: pd.DataFrame, units: list[str], silent: int) -> str:
    """The chart in words: the panels, each claim when there are few, and what is not shown."""
    claims, most = len(forces), 8
    told = [
        say(
            "forces-alt-claim",
            label=intervals.label_of(row),
            unit=intervals.unit_of(row.unit),
            said=intervals.said_words(row),
            attribution=intervals.attributed(row),
        )
        for row in forces.head(most).itertuples()
    ]
    return paragraph(
        say(
            "forces-alt",
            claims=claims,
            counted=intervals.counted_words(forces),
            units=listed(map(intervals.unit_of, units), most=6),
        ),
        *told,
        say("further-claims", number=claims - most) if claims > most else "",
        say("forces-alt-silent", claims=silent) if silent else "",
        say("forces-alt-not-shown"),
    )
