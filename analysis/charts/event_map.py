"""Where it happened: a point only where the precision allows, else a circle of the coded precision."""

from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.patches import Circle

from analysis.charts import style
from analysis.charts.marks import basemap
from analysis.charts.style import INK, MUTED, PAPER, legend
from analysis.charts.style.lettering import (
    LEADING,
    SMALL,
    TEXT,
    counted,
    figure,
    listed,
    one_line,
    shortened,
    width,
    wrapped,
)
from analysis.charts.style.placement import Ground
from analysis.model.frames import BOUNDARIES, PLACED, UNPLACED, takes

COLUMNS = PLACED.only(
    "event_id", "title", "place_id", "place", "latitude", "longitude", "where_prec", "radius_km",
    "source_ids",
)  # fmt: skip

BORDERS = BOUNDARIES.only("name", "level", "geometry")

LEFT_OFF = UNPLACED.only("title", "place", "reason")

REASONS = {"no_place": "no place named", "not_located": "place without coordinates"}
"""Why an event is not on the map, in words."""

LIST, TALL = 176.0, 330.0
"""Width of the list at the right and height of the map, in points."""

CROWD, CIRCLES, NAMED = 60, 1500, 14
"""More places than this are drawn as thin dots; circles and names that are drawn then, at most."""


@style.themed
@takes(placed=COLUMNS, boundaries=BORDERS, unplaced=LEFT_OFF)
def event_map(placed: pd.DataFrame, *, boundaries: pd.DataFrame, unplaced: pd.DataFrame | None = None,
              ax: Axes | None = None) -> Axes:  # fmt: skip
    """Draw events on a map that is framed to them; rows of one place share one mark.

    Takes the columns `COLUMNS` of `frames.PLACED`, `BORDERS` of `frames.BOUNDARIES`, whose attribution is
    printed, and `LEFT_OFF` of `frames.UNPLACED`. A place known exactly is a point, one that is an area a
    hatched circle. Raises FrameError where a column or every placed row is missing.
    """
    style.not_empty(placed, "event_map")
    if unplaced is not None:
        unplaced = unplaced.assign(reason=unplaced["reason"].map(REASONS))
    places = _places(placed)
    footer = f"{_missing(unplaced)} {_attribution(boundaries)} {style.sources_of(placed)}"
    sheet = style.titled(
        ax, _title(placed, places, unplaced), _subtitle(placed, places), footer, height=TALL + 32
    )
    _draw(sheet, placed, places, boundaries)
    style.describe(sheet.ax, _alternative(placed, places, unplaced))
    return sheet.ax


def _places(placed: pd.DataFrame) -> pd.DataFrame:
    """One row per place that is drawn, the most frequent first, with the number of its `events`."""
    keys_of = ["place_id", "latitude", "longitude", "where_prec", "radius_km"]
    events = placed.groupby(keys_of, dropna=False, sort=False)["event_id"].transform("size")
    places = placed.assign(events=events).drop_duplicates(keys_of)
    return places.sort_values("events", ascending=False, kind="stable").reset_index(drop=True)


def _draw(sheet: style.Sheet, placed: pd.DataFrame, places: pd.DataFrame, boundaries: Any) -> None:
    """The map at the left, what is where at the right, scale bar and key under it."""
    degrees = places[["longitude", "latitude"]].to_numpy(float)
    projection = basemap.Projection(*((degrees.min(axis=0) + degrees.max(axis=0)) / 2))
    points, radii = projection.km(degrees), places["radius_km"].to_numpy(float)
    top, bottom, right = sheet.top, sheet.bottom - 32, sheet.width - LIST
    shape = right / (bottom - top)
    frame = basemap.frame_around(points, radii, shape)
    sheet.place(sheet.ax, 0, top, right, bottom)
    style.bare(sheet.ax, "left", "right", "top", "bottom")
    sheet.ax.set(xlim=(frame.left, frame.right), ylim=(frame.bottom, frame.top))
    scale = right / frame.width
    units = basemap.draw_boundaries(sheet.ax, boundaries, projection, frame, 0.25 / scale)
    _marks(sheet.ax, places, points)

    def to_points(km: np.ndarray) -> np.ndarray:
        return np.column_stack([(km[:, 0] - frame.left) * scale, top + (frame.top - km[:, 1]) * scale])

    ground = Ground((2, top + 2, right - 2, bottom - 2))
    _names(sheet, ground, places, to_points(points), scale)
    basemap.name_units(sheet, ground, units, to_points)
    basemap.scale_bar(sheet, 2, bottom + 16, scale)
    legend.draw_key(sheet, 130, bottom + 14, _key(places))
    locator = min(96.0, (bottom - top) * 0.3)
    _list(sheet, placed, places, (right + 14, top, bottom - locator - 8))
    small = sheet.inset(right + 14, bottom - locator, right + 14 + locator * 1.4, bottom)
    style.bare(small)
    basemap.draw_locator(small, boundaries, projection, frame)


def _marks(ax: Axes, places: pd.DataFrame, points: np.ndarray) -> None:
    """A point for a place known exactly, a cross for one known nearly, a ring where nobody gives a radius."""
    crowd = len(places) > CROWD
    for place, (x, y) in zip(places.head(CIRCLES).itertuples(), points, strict=False):
        if place.radius_km > 0:
            _circle(ax, place, x, y, crowd)
    exact, near = (places["where_prec"] == 1).to_numpy(), (places["where_prec"] == 2).to_numpy()
    vague = places["radius_km"].isna().to_numpy() & ~exact
    size, ink = (2.2, to_rgba(INK, 0.55)) if crowd else (5.0, to_rgba(INK, 1.0))
    for mine, marker, scale, face, edge in (
        (exact, "o", 1.0, ink, 0.0),
        (near & ~vague, "+", 1.2, ink, 1.0),
        (vague, "o", 1.4, "none", 1.0),
    ):
        if mine.any():
            look = {
                "markerfacecolor": face,
                "markeredgecolor": ink,
                "markeredgewidth": edge * (0.5 if crowd else 1),
            }
            ax.plot(*points[mine].T, linestyle="none", marker=marker, markersize=size * scale, label="places",
                    zorder=5, **look)  # fmt: skip


def _circle(ax: Axes, place: Any, x: float, y: float, crowd: bool) -> None:
    """The circle of the coded precision: hatched for an area, plain for what is near a point."""
    area = place.where_prec >= 3
    look = {"linestyle": (0, (4, 3)) if area and not crowd else "-", "linewidth": 0.4 if crowd else 0.8}
    face, edge = (0.015, 0.15) if crowd else (0.05, 0.7)
    circle = Circle(
        (x, y), place.radius_km, facecolor=to_rgba(INK, face), edgecolor=to_rgba(INK, edge), **look
    )
    circle.set(label=place.place_id, zorder=3)
    ax.add_patch(circle)
    if area and not crowd:
        style.hatched(ax, circle, "//", to_rgba(INK, 0.22))


def _names(sheet: style.Sheet, ground: Ground, places: pd.DataFrame, at: np.ndarray, scale: float) -> None:
    """Letter the names of the places where there is room, the most frequent first.

    A crowd of marks is taken in cells of 8 points, so that thousands of them stay quick to avoid.
    """
    drawn = at[((places["where_prec"] < 3) | places["radius_km"].isna()).to_numpy()]
    cells = np.floor(drawn / 8) * 8 + 4 if len(places) > CROWD else drawn
    for x, y in np.unique(cells, axis=0):
        ground.take((x - 4, y - 4, x + 4, y + 4))
    for place, (x, y) in zip(places.head(NAMED).itertuples(), at, strict=False):
        text = shortened(one_line(place.place), 130, TEXT, bold=True)
        wide, high = width(text, TEXT, bold=True) + 4, TEXT + 3
        radius = 0.0 if pd.isna(place.radius_km) else place.radius_km * scale
        box = ground.on_rim(x, y, radius, wide, high) if radius > 10 else None
        box = box or ground.beside(x, y, wide, high)
        if box is None:
            continue
        near = (min(max(x, box[0]), box[2]), min(max(y, box[1]), box[3]))
        if np.hypot(near[0] - x, near[1] - y) > max(8, radius + 4):
            sheet.ax.plot(
                (x, near[0]), (y, near[1]), color=INK, linewidth=0.6, transform=sheet.transform, zorder=4
            )
        sheet.write(box[0] + 2, box[3] - 3.2, text, weight="bold", zorder=6)


def _list(sheet: style.Sheet, placed: pd.DataFrame, places: pd.DataFrame,
          room: tuple[float, float, float]) -> None:  # fmt: skip
    """What happened where, place by place, as long as there is room; then how many places are left."""
    x, y, floor = room
    wide = sheet.width - x
    for row, place in enumerate(places.itertuples()):
        mine = placed[
            (placed["place_id"] == place.place_id) & (placed["radius_km"].fillna(-1) == _or(place.radius_km))
        ]
        lines = [(line, TEXT, INK, "bold") for line in wrapped(place.place, wide, TEXT, bold=True, lines=2)]
        lines.append((f"{_precision(place)}; {counted(int(place.events), 'event')}", SMALL, MUTED, "normal"))
        for title in mine["title"].head(4):
            lines += [(line, SMALL, INK, "normal") for line in wrapped(title, wide, SMALL, lines=2)]
        if len(mine) > 4:
            lines.append((f"and {len(mine) - 4:,} more", SMALL, MUTED, "normal"))
        high = sum(size * LEADING for _, size, _, _ in lines)
        left = len(places) - row
        if y + high + (0 if left == 1 else SMALL * LEADING) > floor:
            sheet.write(x, y + SMALL, f"and {counted(left, 'more place')}", size=SMALL, colour=MUTED)
            return
        sheet.block(x, y + high / 2, lines)
        y += high + 5


def _or(radius: float) -> float:
    return -1.0 if pd.isna(radius) else radius


def _precision(place: Any) -> str:
    """How well the place is known, in words."""
    if pd.isna(place.radius_km):
        return "exact place" if place.where_prec == 1 else "radius not known"
    if place.radius_km == 0:
        return "exact place"
    return (
        f"within {figure(place.radius_km)} km"
        if place.where_prec < 3
        else f"area, {figure(place.radius_km)} km around"
    )


def _key(places: pd.DataFrame) -> list[legend.Item]:
    """Explain only what is drawn."""
    circled, area = places["radius_km"] > 0, places["where_prec"] >= 3
    vague = places["radius_km"].isna() & (places["where_prec"] != 1)
    items: list[legend.Item] = []
    if (places["where_prec"] == 1).any():
        items.append(([{"line": [(9, 4)], "colour": INK, "marker": "o"}], "place known"))
    if (circled & ~area).any():
        items.append((legend.circle(INK), "somewhere within"))
    if (circled & area).any() and len(places) <= CROWD:
        items.append((legend.circle(INK, area=True), "an area"))
    if vague.any():
        items.append(([{"line": [(9, 4)], "colour": INK, "marker": "o", "face": PAPER}], "radius not known"))
    return items


def _title(placed: pd.DataFrame, places: pd.DataFrame, unplaced: pd.DataFrame | None) -> str:
    missing = 0 if unplaced is None else len(unplaced)
    where = counted(places["place_id"].nunique(), "place")
    title = f"{counted(len(placed), 'event')} at {where}"
    return f"{title}; {counted(missing, 'event')} cannot be placed" if missing else title


def _subtitle(placed: pd.DataFrame, places: pd.DataFrame) -> str:
    parts = [
        f"{basemap.NAME.capitalize()} centred on the events. A circle is the coded precision, not a size."
    ]
    if len(places) > NAMED:
        parts.append(
            f"All {len(places):,} places are drawn; at most {NAMED} are named, those with most events first."
        )
    if len(places) > CIRCLES:
        parts.append(f"Circles only for the first {CIRCLES:,}.")
    return " ".join(parts)


def _missing(unplaced: pd.DataFrame | None) -> str:
    """How many are not on the map, and which."""
    if unplaced is None or unplaced.empty:
        return ""
    names = [f"{one_line(row.title)} ({one_line(row.reason)})" for row in unplaced.head(3).itertuples()]
    more = f" and {len(unplaced) - 3:,} more" if len(unplaced) > 3 else ""
    return f"Not on the map: {'; '.join(names)}{more}."


def _attribution(boundaries: Any) -> str:
    given = one_line(getattr(boundaries, "attrs", {}).get("attribution", ""))
    return given or "Boundaries as in the file given; they imply no judgement on the status of a territory."


def _degrees(values: pd.Series, below: str, above: str) -> str:
    """From where to where the values reach, in degrees to either side of nought; equal ends once."""
    ends = list(dict.fromkeys(round(float(end), 2) for end in (values.min(), values.max())))
    if len(ends) == 2 and ends[0] < 0 < ends[1]:
        return f"{-ends[0]:.2f} degrees {below} to {ends[1]:.2f} degrees {above}"
    words = " to ".join(f"{end:.2f}" for end in sorted(map(abs, ends)))
    return f"{words} degrees {below if ends[0] < 0 else above}"


def _alternative(placed: pd.DataFrame, places: pd.DataFrame, unplaced: pd.DataFrame | None) -> str:
    """The map in words: each place with its precision and events, and what is not on it."""
    parts = [f"Map of {counted(len(placed), 'event')} at {counted(places['place_id'].nunique(), 'place')}."]
    for place in places.head(6).itertuples():
        parts.append(f"{one_line(place.place)}: {counted(int(place.events), 'event')}, {_precision(place)}.")
    if len(places) > 6:
        parts.append(f"{counted(len(places) - 6, 'further place')}.")
    up, across = _degrees(places["latitude"], "south", "north"), _degrees(places["longitude"], "west", "east")
    parts.append(f"They lie at {up}, {across}.")
    missing = 0 if unplaced is None else len(unplaced)
    if missing:
        reasons = listed(list(dict.fromkeys(unplaced["reason"].map(one_line))))
        parts.append(f"Not shown: {counted(missing, 'event')} without coordinates ({reasons}).")
    return " ".join([*parts, "Size and importance of events are not shown."])
