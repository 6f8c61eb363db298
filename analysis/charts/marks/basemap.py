"""The ground of a map: a local projection in kilometres, boundaries with names, scale bar, locator."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import shapely
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from analysis.charts.style import ACCENT, INK, MUTED, RULE, Sheet
from analysis.charts.style.lettering import SMALL, one_line, width
from analysis.charts.style.placement import Ground
from analysis.messages import say

EARTH = 6371.0
"""Mean radius of the Earth, in km."""


@dataclass(frozen=True)
class Projection:
    """Azimuthal equidistant around a centre in degrees: distances from the centre are true, in kilometres."""

    longitude: float
    latitude: float

    def km(self, degrees: np.ndarray) -> np.ndarray:
        """Longitude and latitude in degrees (rows of an array) as km east and north of the centre."""
        east = np.radians(degrees[:, 0] - self.longitude)
        north, home = np.radians(degrees[:, 1]), np.radians(self.latitude)
        cosine = np.sin(home) * np.sin(north) + np.cos(home) * np.cos(north) * np.cos(east)
        angle = np.arccos(np.clip(cosine, -1, 1))
        scale = EARTH / np.sinc(angle / np.pi)
        x = scale * np.cos(north) * np.sin(east)
        y = scale * (np.cos(home) * np.sin(north) - np.sin(home) * np.cos(north) * np.cos(east))
        return np.column_stack([x, y])


@dataclass(frozen=True)
class Frame:
    """The part of the plane that the map shows, in km."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From left to right, in km."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top, in km."""
        return self.top - self.bottom


def frame_around(points: np.ndarray, radii: np.ndarray, shape: float) -> Frame:
    """The frame that holds all circles with a margin, at least 150 km wide, `shape` times as wide as high."""
    reach = np.nan_to_num(radii)[:, None]
    low, high = (points - reach).min(axis=0), (points + reach).max(axis=0)
    middle, size = (low + high) / 2, np.maximum((high - low) * 1.3, 150.0)
    wide = max(size[0], size[1] * shape)
    half = np.array([wide, wide / shape]) / 2
    return Frame(*(middle - half), *(middle + half))


def draw_boundaries(
    ax: Axes, boundaries: Any, projection: Projection, frame: Frame, pixel: float
) -> pd.DataFrame:
    """Draw the borders within the frame; `pixel` is the smallest detail worth drawing, in km.

    Returns one row per unit that is in sight: `name, level` and `shape` (its visible part, in km).
    """
    box = shapely.box(frame.left, frame.bottom, frame.right, frame.top)
    seen = []
    for row in boundaries[["name", "level", "geometry"]].itertuples():
        near = shapely.clip_by_rect(shapely.make_valid(row.geometry), *_degrees_around(projection, frame))
        shape = shapely.intersection(shapely.make_valid(shapely.transform(near, projection.km)), box)
        shape = shapely.simplify(shape, pixel)
        if not shape.is_empty:
            seen.append((one_line(row.name), one_line(row.level), shape))
    units = pd.DataFrame(seen, columns=["name", "level", "shape"])
    ends = shapely.box(*shapely.total_bounds(np.array(boundaries["geometry"]))).exterior
    edge = shapely.union(box.exterior, shapely.transform(shapely.segmentize(ends, 0.1), projection.km))
    for level, thick, strength in (("admin1", 0.6, 0.45), ("country", 1.1, 0.75)):
        for shape in units.loc[units["level"] == level, "shape"]:
            _border(ax, shape, edge, edgecolor=to_rgba(MUTED, strength), linewidth=thick, label=level)
    for shape in _home(units):
        _border(ax, shape, None, facecolor=to_rgba(RULE, 0.4), edgecolor="none", zorder=0)
    return units


def _degrees_around(projection: Projection, frame: Frame) -> tuple[float, float, float, float]:
    reach = np.hypot(frame.width, frame.height) / 111 * 1.2
    east = reach / max(np.cos(np.radians(projection.latitude)), 0.1)
    longitude, latitude = projection.longitude, projection.latitude
    return longitude - east, latitude - reach, longitude + east, latitude + reach


def _home(units: pd.DataFrame) -> list[Any]:
    """The governorates, or where a file has none all countries: the land that is shaded."""
    inner = units[units["level"] == "admin1"]
    return list((inner if len(inner) else units)["shape"])


def _border(ax: Axes, shape: Any, edge: Any, **look: Any) -> None:
    """One unit as one path; `edge`, where the frame or the file ends, is no border and left out."""
    drawn = shape if edge is None else shapely.difference(shapely.boundary(shape), shapely.buffer(edge, 0.4))
    rings = [ring for part in shapely.get_parts(drawn) if not part.is_empty for ring in _rings(part)]
    if not rings:
        return
    points = [np.asarray(ring.coords)[:, :2] for ring in rings]
    codes = [[Path.MOVETO, *[Path.LINETO] * (len(ring) - 1)] for ring in points]
    path = Path(np.concatenate(points), np.concatenate(codes))
    face = look.pop("facecolor", "none")
    ax.add_patch(PathPatch(path, facecolor=face, **{"zorder": 1, **look}))


def _rings(part: Any) -> list[Any]:
    if part.geom_type == "Polygon":
        return [part.exterior, *part.interiors]
    return [part] if "Line" in part.geom_type else []


def name_units(sheet: Sheet, ground: Ground, units: pd.DataFrame, to_points: Any) -> list[str]:
    """Letter the names of the units where there is room, neighbours in capitals; returns the names."""
    named = []
    inner = shapely.union_all(list(units.loc[units["level"] == "admin1", "shape"]))
    for row in units.sort_values("level", ascending=False, kind="stable").itertuples():
        country = row.level == "country"
        if country and not inner.is_empty and row.shape.intersection(inner).area > 0.5 * row.shape.area:
            continue
        text = row.name.upper() if country else row.name
        wide = width(text, SMALL)
        box = ground.centred(to_points(_inside(row.shape)), wide + 4, SMALL + 3)
        if box is not None:
            sheet.write(box[0] + 2, box[3] - 3.4, text, size=SMALL, colour=MUTED)
            named.append(row.name)
    return named


def _inside(shape: Any) -> np.ndarray:
    """Points of the shape to try for its name: the middle first, then a grid."""
    left, bottom, right, top = shape.bounds
    x, y = np.meshgrid(np.linspace(left, right, 9)[1:-1], np.linspace(bottom, top, 9)[1:-1])
    grid = np.column_stack([x.ravel(), y.ravel()])
    grid = grid[shapely.contains_xy(shape, grid[:, 0], grid[:, 1])]
    middle = np.asarray(shape.representative_point().coords)
    return np.concatenate([middle, grid[np.argsort(np.hypot(*(grid - middle).T), kind="stable")]])


def scale_bar(sheet: Sheet, left: float, y: float, points_per_km: float) -> float:
    """Draw a bar of a round number of km, 40 to 110 points long, and say how many; returns the km."""
    steps = [factor * 10.0**power for power in range(-1, 5) for factor in (1, 2, 5)]
    km = next((step for step in steps if step * points_per_km >= 40), steps[-1])
    long = km * points_per_km
    sheet.ax.plot(
        (left, left, left + long, left + long),
        (y - 3, y, y, y - 3),
        color=INK,
        linewidth=1.0,
        transform=sheet.transform,
        clip_on=False,
        label="scale",
    )
    sheet.write(left + long + 5, y + 1, say("map-scale", km=km), size=SMALL, colour=MUTED)
    return km


def draw_locator(ax: Axes, boundaries: Any, projection: Projection, frame: Frame) -> None:
    """A small map of the whole land with the frame of the large one."""
    inner = boundaries[boundaries["level"] == "admin1"]
    shapes = shapely.transform(
        shapely.union_all(list((inner if len(inner) else boundaries)["geometry"])), projection.km
    )
    left, bottom, right, top = shapes.bounds
    pixel = (right - left) / 120
    _border(
        ax,
        shapely.simplify(shapes, pixel),
        None,
        facecolor=to_rgba(RULE, 0.4),
        edgecolor=MUTED,
        linewidth=0.7,
    )
    corner = (frame.left, frame.bottom)
    ax.add_patch(
        Rectangle(
            corner, frame.width, frame.height, facecolor="none", edgecolor=ACCENT, linewidth=1.2, zorder=3
        )
    )
    low, high = (
        (min(left, frame.left), min(bottom, frame.bottom)),
        (max(right, frame.right), max(top, frame.top)),
    )
    pad = 0.03 * (high[0] - low[0])
    ax.set(
        xlim=(low[0] - pad, high[0] + pad), ylim=(low[1] - pad, high[1] + pad), aspect="equal", anchor="SW"
    )
