"""Marks of places on a map: outlines, borders, circles, halos, and points."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.patches import Circle

from analysis.charts.marks.basemap import draw_shape, shared_line
from analysis.charts.style import INK, OUTSIDE, outside
from analysis.charts.style.lettering import one_line

RINGS = 8
"""Of so many circles a halo is made, each as faint as the others, so that it fades to its edge."""

LARGEST = 22.0
"""The size of the largest mark of a cell, in points across."""


def draw_spots(ax: Axes, spots: pd.DataFrame, points: np.ndarray, units: pd.DataFrame) -> None:
    """Draw each spot by its shape at its point, in km; `units` are the outlines that are in sight."""
    seen = {row.name: row.shape for row in units[["name", "shape"]].itertuples(index=False)}
    most = max(int(spots["events"].max()), 1)
    counted = "places" in spots and bool(spots["places"].gt(1).any())
    for spot, (x, y) in zip(spots.itertuples(), points, strict=True):
        ink = OUTSIDE if outside(spot) else INK
        shapes = [seen[name] for name in one_line(spot.outlines).split("; ") if name in seen]
        if spot.shape == "outline":
            share = 0.06 + 0.4 * spot.events / most if counted else 0.14
            for shape in shapes:
                draw_shape(ax, shape, None, facecolor=to_rgba(ink, share), edgecolor=to_rgba(ink, 0.55),
                           linewidth=0.8, zorder=2, label=spot.place_id)  # fmt: skip
        elif spot.shape == "border":
            _border(ax, shapes, ink, spot.place_id)
        elif spot.shape in ("circle", "halo"):
            _circle(ax, spot, x, y, ink)
    _points(ax, spots, points, most)


def borders(spots: pd.DataFrame, seen: Mapping[str, Any]) -> list[Any]:
    """The lines of all spots that are borders, in km; `seen` are the outlines in sight by name."""
    found = []
    for spot in spots[spots["shape"] == "border"].itertuples():
        shapes = [seen[name] for name in one_line(spot.outlines).split("; ") if name in seen]
        if len(shapes) == 2:
            found.append(shared_line(*shapes))
    return found


def _border(ax: Axes, shapes: list[Any], ink: str, label: str) -> None:
    """The line between two outlines, as far as both are in sight."""
    if len(shapes) != 2:
        return
    draw_shape(
        ax, shared_line(*shapes), None, edgecolor=to_rgba(ink, 0.6), linewidth=3.5, zorder=3, label=label
    )


def _circle(ax: Axes, spot: Any, x: float, y: float, ink: str) -> None:
    """The circle of the coded extent with its edge; a halo, which has none, fades outward."""
    if spot.shape == "halo":
        for step in range(RINGS, 0, -1):
            ring = Circle(
                (x, y), spot.radius_km * step / RINGS, facecolor=to_rgba(ink, 0.035), edgecolor="none"
            )
            ring.set(label=spot.place_id, zorder=2.5)
            ax.add_artist(ring)
        return
    look = {"facecolor": to_rgba(ink, 0.08), "edgecolor": to_rgba(ink, 0.6), "linewidth": 0.8}
    ax.add_artist(Circle((x, y), spot.radius_km, label=spot.place_id, zorder=3, **look))


def _points(ax: Axes, spots: pd.DataFrame, points: np.ndarray, most: int) -> None:
    """A point for an exact place, a ring where nobody gives an extent, a dot by its count for a cell."""
    grey = np.array([outside(spot) for spot in spots.itertuples()])
    for shape, size, face in (("point", 5.0, INK), ("unknown", 6.0, "none")):
        for out, ink in ((False, INK), (True, OUTSIDE)):
            mine = (spots["shape"] == shape).to_numpy() & (grey == out)
            if mine.any():
                look = {"markersize": size, "markeredgecolor": ink, "zorder": 5, "label": "places"}
                look["markerfacecolor"] = face if face == "none" else ink
                ax.plot(*points[mine].T, linestyle="none", marker="o", **look)
    cells = (spots["shape"] == "cell").to_numpy()
    if cells.any():
        area = spots.loc[cells, "events"].to_numpy(float) / most * LARGEST**2
        ax.scatter(*points[cells].T, s=area, facecolor=to_rgba(INK, 0.25), edgecolor=to_rgba(INK, 0.7),
                   linewidth=0.7, label="cells", zorder=4)  # fmt: skip
