"""The ground of a map: boundaries with names, the land where events lie, scale bar."""

from collections.abc import Callable, Collection
from typing import Any

import numpy as np
import pandas as pd
import shapely
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.patches import Circle, PathPatch
from matplotlib.path import Path

from analysis.charts.marks.globe import RIM, TURN, Frame, Projection, flattened
from analysis.charts.style import INK, MUTED, RULE, Sheet
from analysis.charts.style.lettering import SMALL, one_line, width
from analysis.charts.style.placement import Ground
from analysis.messages import say

OFF_SHORE = 30.0
"""A point so many km off every outline, at most, lies on the nearest: coasts are simplified."""

SEAM = 3.0
"""Outlines of a province and of its country, from two files, may lie so many km apart along one border."""


def shared_line(one: Any, other: Any) -> Any:
    """The line between two outlines in km, as far as they lie along each other; else an empty one."""
    return shapely.intersection(shapely.boundary(one), shapely.buffer(other, SEAM))


def draw_boundaries(
    ax: Axes, boundaries: Any, projection: Projection, frame: Frame, points: np.ndarray, pixel: float
) -> pd.DataFrame:
    """Draw the borders within the frame, and shade the land of the events at `points`, in km.

    `pixel` is the smallest detail worth drawing, in km. Returns one row per unit that is in sight:
    `name, level` and `shape` (its visible part, in km), and whether it is `shaded`.
    """
    box = shapely.box(frame.left, frame.bottom, frame.right, frame.top)
    units = _units_in(boundaries, projection, frame, pixel)
    units["shaded"] = _lies_under(units, points)
    edge = shapely.buffer(shapely.union(box.exterior, _cut(boundaries, projection, box)), 0.4)
    for level, thick, strength in (("admin1", 0.6, 0.45), ("country", 1.1, 0.75)):
        for shape in units.loc[units["level"] == level, "shape"]:
            draw_shape(ax, shape, edge, edgecolor=to_rgba(MUTED, strength), linewidth=thick, label=level)
    for shape in _lands(units):
        draw_shape(ax, shape, None, facecolor=to_rgba(RULE, 0.4), edgecolor="none", zorder=0)
    if frame.reach > RIM:
        ax.add_artist(Circle((0, 0), RIM, facecolor="none", edgecolor=RULE, linewidth=0.8, label="rim"))
    return units


def _units_in(boundaries: Any, projection: Projection, frame: Frame, pixel: float) -> pd.DataFrame:
    """The outlines that are in sight, with their visible part in km."""
    box = shapely.box(frame.left, frame.bottom, frame.right, frame.top)
    seen = []
    for row in boundaries[["name", "level", "geometry"]].itertuples():
        shape = shapely.intersection(flattened(row.geometry, projection, frame), box)
        shape = _without_specks(shapely.simplify(shape, pixel), pixel)
        if not shape.is_empty:
            seen.append((one_line(row.name), one_line(row.level), shape))
    return pd.DataFrame(seen, columns=["name", "level", "shape"])


def _without_specks(shape: Any, pixel: float) -> Any:
    """The shape without islands that would be drawn as a dot: a map of the world has thousands."""
    parts = shapely.get_parts(shape)
    large = shapely.area(parts) > (3 * pixel) ** 2
    return shape if large.all() else shapely.multipolygons(parts[large])


def _lies_under(units: pd.DataFrame, points: np.ndarray) -> pd.Series:
    """Whether each unit is land of the story: a province, or a country with an event outside of provinces.

    A point on a border is in both countries; one off shore is in the nearest.
    """
    shaded = (units["level"] == "admin1").to_numpy(copy=True)
    places = shapely.points(points)
    provinces = shapely.union_all(list(units.loc[shaded, "shape"]))
    strangers = places[~shapely.dwithin(places, provinces, SEAM)]
    rows = np.flatnonzero(~shaded)
    nearest = shapely.STRtree(list(units["shape"].iloc[rows])).query_nearest(
        strangers, max_distance=OFF_SHORE
    )
    shaded[rows[nearest[1]]] = True
    return pd.Series(shaded, index=units.index)


def _lands(units: pd.DataFrame) -> list[Any]:
    """What is shaded, none of it twice: provinces, and countries without the provinces in them."""
    shaded = units[units["shaded"]]
    provinces = list(shaded.loc[shaded["level"] == "admin1", "shape"])
    inner = shapely.union_all(provinces)
    countries = shaded.loc[shaded["level"] == "country", "shape"]
    rest = [shapely.difference(shape, inner) if provinces else shape for shape in countries]
    return [*provinces, *(shape for shape in rest if not shape.is_empty)]


def _cut(boundaries: Any, projection: Projection, box: Any) -> Any:
    """Where the file ends in the box, in km: outlines are cut off at the degrees around them all, no border.

    A file that goes round the world ends nowhere.
    """
    boxes = shapely.bounds(shapely.get_parts(np.array(boundaries["geometry"])))
    turns = np.round((projection.longitude - (boxes[:, 0] + boxes[:, 2]) / 2) / TURN) * TURN
    west, east = (boxes[:, 0] + turns).min(), (boxes[:, 2] + turns).max()
    if east - west > 0.9 * TURN:
        return shapely.LineString()
    ends = shapely.box(west, boxes[:, 1].min(), east, boxes[:, 3].max()).exterior
    lines = shapely.transform(shapely.segmentize(ends, 0.1), projection.km)
    # A side along a pole is thousands of points on one spot, whose crossings nobody could count.
    return shapely.intersection(shapely.remove_repeated_points(lines, 1.0), shapely.buffer(box, 1.0))


def draw_shape(ax: Axes, shape: Any, edge: Any, **look: Any) -> None:
    """Draw a shape in km as one path; `edge`, where the frame or the file ends, is no border and left out."""
    drawn = shape if edge is None else shapely.difference(shapely.boundary(shape), edge)
    rings = [ring for part in shapely.get_parts(drawn) if not part.is_empty for ring in _rings(part)]
    if not rings:
        return
    points = [np.asarray(ring.coords)[:, :2] for ring in rings]
    codes = [[Path.MOVETO, *[Path.LINETO] * (len(ring) - 1)] for ring in points]
    path = Path(np.concatenate(points), np.concatenate(codes))
    face = look.pop("facecolor", "none")
    ax.add_artist(PathPatch(path, facecolor=face, **{"zorder": 1, **look}))


def _rings(part: Any) -> list[Any]:
    if part.geom_type == "Polygon":
        return [part.exterior, *part.interiors]
    return [part] if "Line" in part.geom_type else []


def name_units(
    sheet: Sheet,
    ground: Ground,
    units: pd.DataFrame,
    to_points: Callable[[np.ndarray], np.ndarray],
    scale: float,
    named: Collection[str] = (),
) -> list[str]:
    """Letter the names of the units where there is room, neighbours in capitals; returns the names.

    Those that are `named` already go without. Countries come first, the largest in sight before others, then
    provinces in the order of the file. A country whose land in sight is small beside its name goes without.
    """
    lettered = []
    inner = shapely.union_all(list(units.loc[units["level"] == "admin1", "shape"]))
    area = shapely.area(np.array(units["shape"])) * (units["level"] == "country")
    order = units.assign(area=area).sort_values(["level", "area"], ascending=False, kind="stable")
    for row in order[~order["name"].isin(list(named))].itertuples():
        country = row.level == "country"
        if country and not inner.is_empty and row.shape.intersection(inner).area > 0.5 * row.shape.area:
            continue
        text = row.name.upper() if country else row.name
        wide = width(text, SMALL)
        if country and row.area * scale**2 < 0.7 * wide * SMALL:
            continue
        box = ground.centred(to_points(inside(row.shape)), wide + 4, SMALL + 3)
        if box is not None:
            sheet.write(box[0] + 2, box[3] - 3.4, text, size=SMALL, colour=MUTED)
            lettered.append(row.name)
    return lettered


def inside(shape: Any) -> np.ndarray:
    """Points of the shape to try for its name: the middle first, then a grid."""
    left, bottom, right, top = shape.bounds
    x, y = np.meshgrid(np.linspace(left, right, 9)[1:-1], np.linspace(bottom, top, 9)[1:-1])
    grid = np.column_stack([x.ravel(), y.ravel()])
    grid = grid[shapely.contains_xy(shape, grid[:, 0], grid[:, 1])]
    middle = np.asarray(shape.representative_point().coords)
    return np.concatenate([middle, grid[np.argsort(np.hypot(*(grid - middle).T), kind="stable")]])


def scale_bar(sheet: Sheet, left: float, y: float, points_per_km: float, far: bool) -> float:
    """Draw a bar of a round number of km, 40 to 110 points long, and say how many; returns the km.

    On a map that is `far` across it is true from the centre only, and says so.
    """
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
    sheet.write(
        left + long + 5,
        y + 1,
        say("map-scale-centre" if far else "map-scale", km=km),
        size=SMALL,
        colour=MUTED,
    )
    return km
