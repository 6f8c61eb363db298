"""Where it happened: areas as areas, points only where a point is known, and how far a front stood."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pandas as pd
import shapely
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.patches import Rectangle

from analysis.charts import style
from analysis.charts.marks import basemap, front_rings, globe, spot_marks
from analysis.charts.style import INK, MUTED, PAPER, legend
from analysis.charts.style.lettering import LEADING, SMALL, one_line, width, wrapped
from analysis.charts.style.placement import Box, Ground
from analysis.messages import code_words, paragraph, say
from analysis.model.frames import BOUNDARIES, FRONTS, SPOTS, takes

COLUMNS = SPOTS.only(
    *("place_id", "place", "shape", "outlines", "latitude", "longitude", "radius_km", "places"),
    *("events", "source_ids"),
)

BORDERS = BOUNDARIES.only("name", "level", "geometry")

RINGS = FRONTS.only(
    *(
        "claim_id",
        "actor",
        "colour",
        "place_id",
        "base",
        "place",
        "latitude",
        "longitude",
        "radius_km",
        "low",
        "high",
        "bearing",
    ),
    *("wording", "named", "as_of_start", "as_of_end"),
)

NAMED, FRONTS_DRAWN = 14, 6
"""The most places that are named, those with most events first, and the most distances of a front."""

WIDE, HIGH = 1.5, 0.85
"""The most and the least that the map is wide, as a multiple of its height."""

WORDS, SEEN = 104.0, 7.0
"""Room for the words of a distance, and the least radius of a ring that is lettered, in points."""

AWAY, TURNS = (3.0, 10.0, 20.0, 32.0, 46.0), (0, 30, -30, 60, -60)
"""How far from its ring the words of a distance may stand, in points, and how far from the side named."""

FAR = 5000.0
"""From this far from the centre, in km, distances across are drawn a tenth too long, and more beyond."""

APART = 3.0
"""An outline so many times as wide or high as all else that is drawn does not widen the map; it is cut."""


Lettered = tuple[str, float, str, str]
"""A line of text with its size, colour and weight."""


@style.themed
@takes(spots=COLUMNS, boundaries=BORDERS, fronts=RINGS)
def event_map(spots: pd.DataFrame, *, boundaries: pd.DataFrame, fronts: pd.DataFrame,
              ax: Axes | None = None) -> Axes:  # fmt: skip
    """Draw places with events, and distances of a front, on a map that is framed to them.

    Takes the columns `COLUMNS` of `frames.SPOTS`, `BORDERS` of `frames.BOUNDARIES` and `RINGS` of
    `frames.FRONTS`. A province is its outline, the border of two their common line; what is around a place
    is a halo without an edge. A front is a ring from the edge of its place, an arc where a side is named.
    Raises FrameError where a column or every spot is missing.
    """
    style.not_empty(spots, "event_map")
    fronts = fronts.tail(FRONTS_DRAWN)
    degrees = np.vstack([frame[["longitude", "latitude"]].to_numpy(float) for frame in (spots, fronts)])
    projection = globe.centred_on(degrees)
    frame = _frame(spots, fronts, boundaries, projection)
    items = _key(spots, fronts)
    across = style.width_for(ax)
    key = 12.0 * legend.rows_needed(across, items) + 8 if items else 0.0
    high = across * frame.height / frame.width
    sheet = style.sheet(ax, height=high + key + 6)
    _draw(sheet, spots, fronts, boundaries, projection, frame, sheet.bottom - key - 4)
    legend.draw_key(sheet, 0, sheet.bottom - key + 8, items)
    style.describe(sheet.ax, _alternative(spots, fronts))
    return sheet.ax


def _frame(
    spots: pd.DataFrame, fronts: pd.DataFrame, boundaries: pd.DataFrame, projection: globe.Projection
) -> globe.Frame:
    """The part of the plane that holds all that is drawn."""
    points = projection.km(spots[["longitude", "latitude"]].to_numpy(float))
    radii = spots["radius_km"].fillna(0).to_numpy()
    rings = projection.km(fronts[["longitude", "latitude"]].to_numpy(float))
    reach = fronts["radius_km"] + fronts[["low", "high"]].max(axis=1)
    corners = np.vstack([points - radii[:, None], points + radii[:, None]])
    corners = np.vstack([corners, rings - reach.to_numpy()[:, None], rings + reach.to_numpy()[:, None]])
    alone = bool(spots["shape"].isin(["outline", "border"]).all())
    for shape in _areas(spots, boundaries, projection):
        own = shapely.get_coordinates(shape)
        size, all_else = np.ptp(own, axis=0), np.ptp(corners, axis=0)
        if alone or (size <= APART * np.maximum(all_else, 60.0)).all():
            corners = np.vstack([corners, own.min(axis=0), own.max(axis=0)])
    need = np.maximum(np.ptp(corners, axis=0), globe.LEAST)
    shape = float(np.clip(need[0] / need[1], HIGH, WIDE))
    return globe.frame_around(corners, np.zeros(len(corners)), shape)


def _areas(spots: pd.DataFrame, boundaries: pd.DataFrame, projection: globe.Projection) -> list[Any]:
    """The outlines and borders that are drawn, whole and in km."""
    geometry = dict(zip(boundaries["name"], boundaries["geometry"], strict=True))
    found = []
    for spot in spots[spots["outlines"].notna()].itertuples():
        names = [name for name in one_line(spot.outlines).split("; ") if name in geometry]
        shapes = [shapely.transform(geometry[name], projection.km) for name in names]
        if spot.shape == "border" and len(shapes) == 2:
            shapes = [basemap.shared_line(*map(shapely.make_valid, shapes))]
        found += [shape for shape in shapes if not shape.is_empty]
    return found


def _draw(
    sheet: style.Sheet,
    spots: pd.DataFrame,
    fronts: pd.DataFrame,
    boundaries: pd.DataFrame,
    projection: globe.Projection,
    frame: globe.Frame,
    bottom: float,
) -> None:
    """Ground, areas, marks and rings in km; then names, words and scale in the points of the sheet."""
    ax, scale = sheet.ax, sheet.width / frame.width
    sheet.place(ax, 0, 0, sheet.width, bottom)
    style.bare(ax, "left", "right", "top", "bottom")
    ax.set(xlim=(frame.left, frame.right), ylim=(frame.bottom, frame.top))
    points = projection.km(spots[["longitude", "latitude"]].to_numpy(float))
    units = basemap.draw_boundaries(ax, boundaries, projection, frame, points, 0.25 / scale)
    spot_marks.draw_spots(ax, spots, points, units)
    centres = projection.km(fronts[["longitude", "latitude"]].to_numpy(float))
    for row, (x, y) in zip(fronts.itertuples(), centres, strict=True):
        front_rings.draw_ring(ax, row, x, y)
    edges = fronts.assign(x=centres[:, 0], y=centres[:, 1]).drop_duplicates("place_id")
    for row in edges[edges["radius_km"] > 0].itertuples():
        front_rings.draw_edge(ax, row.place_id, row.radius_km, row.x, row.y)

    def to_points(km: np.ndarray) -> np.ndarray:
        return np.column_stack([(km[:, 0] - frame.left) * scale, (frame.top - km[:, 1]) * scale])

    ground = Ground((3, 3, sheet.width - 3, bottom - 3))
    far = bool(np.hypot(*points.T).max() > FAR)
    bar = basemap.scale_bar(sheet, 8, bottom - 8, scale, far)
    ground.take((0, bottom - 20, bar * scale + (110 if far else 40), bottom))
    shapes = {row.name: row.shape for row in units[["name", "shape"]].itertuples(index=False)}
    lines = [
        to_points(shapely.get_coordinates(shapely.segmentize(line, 5 / scale)))
        for line in spot_marks.borders(spots, shapes)
    ]
    _take_marks(ground, spots, fronts, to_points(points), to_points(centres), lines, scale)
    for row, at in zip(fronts.itertuples(), to_points(centres), strict=True):
        _front_words(sheet, ground, row, at, scale)
    _bases(sheet, ground, spots, edges, to_points)
    rooms = [
        to_points(basemap.inside(shapes[spot.outlines]))
        if spot.shape == "outline" and spot.outlines in shapes
        else None
        for spot in spots.head(NAMED).itertuples()
    ]
    _names(sheet, ground, spots, to_points(points), rooms, scale)
    named = {one_line(spot.outlines) for spot in spots.itertuples() if spot.shape == "outline"}
    basemap.name_units(sheet, ground, units, to_points, scale, named)


def _take_marks(
    ground: Ground,
    spots: pd.DataFrame,
    fronts: pd.DataFrame,
    at: np.ndarray,
    centres: np.ndarray,
    lines: Sequence[np.ndarray],
    scale: float,
) -> None:
    """Keep labels off points, borders and rings."""
    for line in lines:
        for x, y in np.unique(np.floor(line / 6) * 6 + 3, axis=0):
            ground.take((x - 3, y - 3, x + 3, y + 3))
    marked = spots["shape"].isin(["point", "unknown", "cell"]).to_numpy()
    for x, y in np.unique(np.floor(at[marked] / 8) * 8 + 4, axis=0):
        ground.take((x - 4, y - 4, x + 4, y + 4))
    for row, (x, y) in zip(fronts.itertuples(), centres, strict=True):
        radius = (row.radius_km + front_rings.middle(row)) * scale
        half = 180.0 if pd.isna(row.bearing) else front_rings.HALF
        turns = np.radians(
            np.arange(-half, half + 1, max(360 / max(radius, 1.0), 6.0)) + np.nan_to_num(row.bearing)
        )
        for east, south in zip(x + radius * np.sin(turns), y - radius * np.cos(turns), strict=True):
            ground.take((east - 2, south - 2, east + 2, south + 2))


def _bases(
    sheet: style.Sheet,
    ground: Ground,
    spots: pd.DataFrame,
    edges: pd.DataFrame,
    to_points: Callable[..., Any],
) -> None:
    """Letter the names of places from which a front is measured, where no event names them."""
    for row in edges[~edges["place_id"].isin(spots["place_id"])].itertuples():
        text, (x, y) = one_line(row.base), to_points(np.array([[row.x, row.y]]))[0]
        wide = width(text, SMALL, bold=True) + 4
        if box := ground.centred([(x, y)], wide, SMALL + 3) or ground.beside(x, y, wide, SMALL + 3):
            _letter(sheet, box, [(text, SMALL, INK, "bold")])


def _names(
    sheet: style.Sheet,
    ground: Ground,
    spots: pd.DataFrame,
    at: np.ndarray,
    rooms: Sequence[np.ndarray | None],
    scale: float,
) -> None:
    """Letter the names of places where there is room, the most frequent first; of an outline within it."""
    gathered = bool(spots["places"].gt(1).any())
    most = int(spots["events"].max())
    for spot, (x, y) in zip(spots.itertuples(), at, strict=True):
        text, across = str(spot.events), spot_marks.LARGEST * (spot.events / most) ** 0.5
        if spot.shape == "cell" and width(text, SMALL) < across:
            sheet.block(x, y, [(text, SMALL, INK, "normal")], ha="center", zorder=8)
    for spot, (x, y), room in zip(spots.head(NAMED).itertuples(), at, rooms, strict=False):
        text = one_line(spot.place)
        if not text:
            continue
        if gathered:
            text = say("map-counted", place=text, events=int(spot.events))
        ink = MUTED if style.outside(spot) else INK
        lines = [(line, SMALL, ink, "bold") for line in wrapped(text, 92, SMALL, bold=True, lines=3)]
        wide, high = _size(lines)
        if room is not None:
            box = ground.centred(room, wide, high)
        else:
            radius = 0.0 if pd.isna(spot.radius_km) else spot.radius_km * scale
            box = ground.on_rim(x, y, radius, wide, high) if radius > 10 else None
            box = box or ground.beside(x, y, wide, high)
            if box is not None:
                _lead(sheet, box, x, y, radius)
        if box is not None:
            _letter(sheet, box, lines)


def _size(lines: Sequence[Lettered]) -> tuple[float, float]:
    """Width and height of lines of small type, with a little room around them, in points."""
    wide = max(width(text, size, weight == "bold") for text, size, _, weight in lines)
    return wide + 4, len(lines) * SMALL * LEADING + 2


def _letter(sheet: style.Sheet, box: Box, lines: list[Lettered]) -> None:
    """Letter the lines in the box, on paper that lets what lies under it shine through."""
    left, top, right, bottom = box
    ground = Rectangle((left + 1, top + 1), right - left - 2, bottom - top - 2, transform=sheet.transform)
    ground.set(facecolor=to_rgba(PAPER, 0.65), edgecolor="none", zorder=6, label="ground")
    sheet.ax.add_artist(ground)
    sheet.block((left + right) / 2, (top + bottom) / 2, lines, ha="center", zorder=8)


def _lead(sheet: style.Sheet, box: Box, x: float, y: float, radius: float) -> None:
    """A thin line from a mark to its label where that stands off."""
    near = (min(max(x, box[0]), box[2]), min(max(y, box[1]), box[3]))
    far = float(np.hypot(near[0] - x, near[1] - y))
    if far > max(8, radius + 4):
        look = {"color": INK, "linewidth": 0.6, "transform": sheet.transform, "zorder": 7}
        rim = x + (near[0] - x) * radius / far, y + (near[1] - y) * radius / far
        sheet.ax.plot((rim[0], near[0]), (rim[1], near[1]), label="leader", **look)


def _front_words(sheet: style.Sheet, ground: Ground, row: Any, at: np.ndarray, scale: float) -> None:
    """Letter the words of a distance at its ring, and the day of which they speak."""
    radius = (row.radius_km + front_rings.middle(row)) * scale
    if radius < SEEN:
        return
    words = one_line(row.wording)
    said = say("quoted", words=words) if words else say("map-front-number", km=front_rings.middle(row))
    long = width(said, SMALL)
    room = max(long / np.ceil(long / WORDS) * 1.12, 40.0)
    lines = [(line, SMALL, INK, "normal") for line in wrapped(said, room, SMALL, lines=3)]
    if day := front_rings.as_of(row):
        lines.append((day, SMALL, MUTED, "normal"))
    wide, high = _size(lines)
    sides = (
        [0, 180, 90, 270, 45, 315, 135, 225]
        if pd.isna(row.bearing)
        else [row.bearing + turn for turn in TURNS]
    )
    for out in AWAY:
        for turn in np.radians(sides):
            east, north = float(np.sin(turn)), float(np.cos(turn))
            x, y = at[0] + (radius + out) * east, at[1] - (radius + out) * north
            if box := ground.centred([(x + east * wide / 2, y - north * high / 2)], wide, high):
                _letter(sheet, box, lines)
                if out > 12:
                    _lead(sheet, box, at[0] + radius * east, at[1] - radius * north, 0.0)
                return


def _key(spots: pd.DataFrame, fronts: pd.DataFrame) -> list[legend.Item]:
    """Explain only what is drawn."""
    met = set(spots["shape"])
    ring = {"line": [(9, 4)], "colour": INK, "marker": "o", "face": PAPER}
    pictures: dict[str, Any] = {
        "point": legend.mark(INK, "o"),
        "circle": legend.circle(INK),
        "halo": legend.fading(INK, 0.3),
        "outline": legend.bar(INK, 0.14),
        "border": [{"line": [(0, 4), (18, 4)], "colour": INK, "thick": 3.5}],
        "unknown": [ring],
        "cell": legend.mark(INK, "o"),
    }
    items: list[legend.Item] = [
        (picture, say(f"map-key-{shape}")) for shape, picture in pictures.items() if shape in met
    ]
    named = fronts["named"].astype(bool)
    for there, key, dashes in ((named, "map-key-front", "-"), (~named, "map-key-front-unnamed", (0, (3, 2)))):
        if there.any():
            colour = style.colour_of(fronts.loc[there, "colour"].iloc[0])
            items.append(
                ([{"line": [(0, 4), (18, 4)], "colour": colour, "thick": 1.6, "dashes": dashes}], say(key))
            )
    return items


def _alternative(spots: pd.DataFrame, fronts: pd.DataFrame) -> str:
    """The map in words: each place with what it is drawn as and its events, the fronts, what is not shown."""
    most = 6
    told = [
        say("map-alt-place", place=one_line(row.place) or say("map-cell"), events=int(row.events),
            shape=code_words("map-shape", row.shape))
        for row in spots.head(most).itertuples()
    ]  # fmt: skip
    lines = [
        say("map-alt-front", actor=one_line(row.actor), place=one_line(row.place),
            words=say("quoted", words=one_line(row.wording)) if one_line(row.wording) else "none",
            km=front_rings.middle(row))
        for row in fronts.itertuples()
    ]  # fmt: skip
    return paragraph(
        say("map-alt", events=int(spots["events"].sum()), places=len(spots)),
        *told,
        say("further-places", number=len(spots) - most) if len(spots) > most else "",
        *lines,
        style.outside_words(spots),
        say(
            "map-alt-extent",
            latitudes=_latitudes(spots["latitude"]),
            longitudes=_longitudes(spots["longitude"]),
        ),
        say("map-alt-not-shown"),
    )


def _latitudes(values: pd.Series) -> str:
    """From where to where the latitudes reach, in degrees to either side of the equator."""
    return _degrees(float(values.min()), float(values.max()), "south", "north")


def _longitudes(values: pd.Series) -> str:
    """From where to where the longitudes reach, by the smallest arc, in degrees east or west."""
    west, east = globe.arc(values.to_numpy(float))
    if east <= globe.TURN / 2:
        return _degrees(west, east, "west", "east")
    return say(
        "map-degrees-date-line",
        first=_degrees(west, west, "west", "east"),
        next=_degrees(east - globe.TURN, east - globe.TURN, "west", "east"),
    )


def _degrees(low: float, high: float, below: str, above: str) -> str:
    """From one value to another in degrees to either side of nought; equal ends once."""
    first, last = round(low, 2), round(high, 2)
    if first < 0 < last:
        ends = say("map-degrees", at=-first, side=below), say("map-degrees", at=last, side=above)
        return say("map-degrees-across", first=ends[0], next=ends[1])
    side = below if first < 0 else above
    if first == last:
        return say("map-degrees", at=abs(first), side=side)
    near, far = sorted((abs(first), abs(last)))
    return say("map-degrees-span", low=near, high=far, side=side)
