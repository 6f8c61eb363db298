"""Distances of a front on a map: rings around a place, measured from its edge."""

from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.patches import Arc, Circle, Wedge

from analysis.charts.style import INK, OUTSIDE, colour_of, outside
from analysis.messages import day_of_month_words, say

HALF = 45.0
"""An arc reaches so many degrees to either side of the direction that the words name."""

DASHES = (0, (3, 2))


def middle(row: Any) -> float:
    """The distance at which the line of a ring is drawn: the middle of the interval, or its one end."""
    return float(np.nanmean([row.low, row.high]))


def as_of(row: Any) -> str:
    """The day of which a distance speaks, in a few letters; empty where none is known."""
    if pd.isna(row.as_of_end):
        return ""
    day = day_of_month_words(row.as_of_end)
    return day if row.as_of_start == row.as_of_end else say("date-by", date=day)


def draw_edge(ax: Axes, key: str, radius: float, x: float, y: float) -> None:
    """Draw the edge of a place from which distances are measured, radius and point in km."""
    look = {"facecolor": "none", "edgecolor": to_rgba(INK, 0.7), "linewidth": 0.8}
    ax.add_artist(Circle((x, y), radius, label=f"{key} edge", zorder=3.2, **look))


def draw_ring(ax: Axes, row: Any, x: float, y: float) -> None:
    """Draw a distance around the point, in km: a band from its least to its greatest, and a line within.

    The line is dashed where nobody named says it. Where the words name a side it is an arc to that side; of
    an interval that is open only the end that is known is drawn.
    """
    ink = OUTSIDE if outside(row) else colour_of(row.colour)
    first, last = (0.0, 360.0) if pd.isna(row.bearing) else (90 - row.bearing - HALF, 90 - row.bearing + HALF)
    label = f"front {row.claim_id}"
    if pd.notna(row.low) and pd.notna(row.high) and row.high > row.low:
        inner, outer = row.radius_km + row.low, row.radius_km + row.high
        band = Wedge((x, y), outer, first, last, width=outer - inner, facecolor=to_rgba(ink, 0.3))
        band.set(edgecolor="none", label=f"{label} band", zorder=3.5)
        ax.add_artist(band)
    across = 2 * (row.radius_km + middle(row))
    line = Arc((x, y), across, across, theta1=first, theta2=last, edgecolor=ink, linewidth=1.6)
    line.set(linestyle="-" if row.named else DASHES, label=label, zorder=4)
    ax.add_artist(line)
