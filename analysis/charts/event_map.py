"""Where it happened: a point only where the precision allows, else a circle of the coded precision."""

from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.patches import Circle

from analysis.charts import style
from analysis.charts.marks import basemap, globe
from analysis.charts.style import INK, MUTED, PAPER, legend
from analysis.charts.style.lettering import LEADING, SMALL, TEXT, one_line, shortened, width, wrapped
from analysis.charts.style.placement import Ground
from analysis.messages import code_words, joined, listed, paragraph, say
from analysis.model.frames import BOUNDARIES, PLACED, UNPLACED, takes

COLUMNS = PLACED.only(
    "event_id", "title", "place_id", "place", "latitude", "longitude", "where_prec", "radius_km",
    "source_ids",
)  # fmt: skip

BORDERS = BOUNDARIES.only("name", "level", "geometry")

LEFT_OFF = UNPLACED.only("title", "place", "reason")

LIST, TALL = 176.0, 330.0
"""Width of the list at the right and height of the map, in points."""

FAR = 5000.0
"""From this far from the centre, in km, distances across are drawn a tenth too long, and more beyond."""

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
    places = _places(placed)
    footer = paragraph(_missing(unplaced), _attribution(boundaries), style.sources_of(placed))
    subtitle = paragraph(_subtitle(places), style.outside_words(placed))
    sheet = style.titled(ax, _title(placed, places, unplaced), subtitle, footer, height=TALL + 32)
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
    projection = globe.centred_on(degrees)
    points, radii = projection.km(degrees), places["radius_km"].to_numpy(float)
    top, bottom, right = sheet.top, sheet.bottom - 32, sheet.width - LIST
    shape = right / (bottom - top)
    frame = globe.frame_around(points, radii, shape)
    sheet.place(sheet.ax, 0, top, right, bottom)
    style.bare(sheet.ax, "left", "right", "top", "bottom")
    sheet.ax.set(xlim=(frame.left, frame.right), ylim=(frame.bottom, frame.top))
    scale = right / frame.width
    units = basemap.draw_boundaries(sheet.ax, boundaries, projection, frame, points, 0.25 / scale)
    _marks(sheet.ax, places, points)

    def to_points(km: np.ndarray) -> np.ndarray:
        return np.column_stack([(km[:, 0] - frame.left) * scale, top + (frame.top - km[:, 1]) * scale])

    ground = Ground((2, top + 2, right - 2, bottom - 2))
    _names(sheet, ground, places, to_points(points), scale)
    basemap.name_units(sheet, ground, units, to_points, scale)
    basemap.scale_bar(sheet, 2, bottom + 16, scale)
    legend.draw_key(sheet, 130, bottom + 14, _key(places))
    if frame.width > basemap.WIDEST:
        _list(sheet, placed, places, (right + 14, top, bottom))
        return
    locator = min(96.0, (bottom - top) * 0.3)
    _list(sheet, placed, places, (right + 14, top, bottom - locator - 8))
    small = sheet.inset(right + 14, bottom - locator, right + 14 + locator * 1.4, bottom)
    style.bare(small)
    basemap.draw_locator(small, boundaries, units, projection, frame)


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
        note = say("map-place", precision=_precision(place), events=int(place.events))
        lines.append((note, SMALL, MUTED, "normal"))
        for event in mine.head(4).itertuples():
            ink = style.OUTSIDE if style.outside(event) else INK
            lines += [(line, SMALL, ink, "normal") for line in wrapped(event.title, wide, SMALL, lines=2)]
        if len(mine) > 4:
            lines.append((say("map-more-events", number=len(mine) - 4), SMALL, MUTED, "normal"))
        high = sum(size * LEADING for _, size, _, _ in lines)
        left = len(places) - row
        if y + high + (0 if left == 1 else SMALL * LEADING) > floor:
            sheet.write(x, y + SMALL, say("map-more-places", number=left), size=SMALL, colour=MUTED)
            return
        sheet.block(x, y + high / 2, lines)
        y += high + 5


def _or(radius: float) -> float:
    return -1.0 if pd.isna(radius) else radius


def _precision(place: Any) -> str:
    """How well the place is known, in words."""
    if pd.isna(place.radius_km):
        return say("map-precision-exact" if place.where_prec == 1 else "map-precision-unknown")
    if place.radius_km == 0:
        return say("map-precision-exact")
    key = "map-precision-within" if place.where_prec < 3 else "map-precision-area"
    return say(key, km=place.radius_km)


def _key(places: pd.DataFrame) -> list[legend.Item]:
    """Explain only what is drawn."""
    circled, area = places["radius_km"] > 0, places["where_prec"] >= 3
    vague = places["radius_km"].isna() & (places["where_prec"] != 1)
    items: list[legend.Item] = []
    if (places["where_prec"] == 1).any():
        items.append(([{"line": [(9, 4)], "colour": INK, "marker": "o"}], say("map-key-exact")))
    if (circled & ~area).any():
        items.append((legend.circle(INK), say("map-key-within")))
    if (circled & area).any() and len(places) <= CROWD:
        items.append((legend.circle(INK, area=True), say("map-key-area")))
    if vague.any():
        ring = {"line": [(9, 4)], "colour": INK, "marker": "o", "face": PAPER}
        items.append(([ring], say("map-precision-unknown")))
    return items


def _title(placed: pd.DataFrame, places: pd.DataFrame, unplaced: pd.DataFrame | None) -> str:
    missing = 0 if unplaced is None else len(unplaced)
    title = say("map-title", events=len(placed), places=places["place_id"].nunique())
    rest = say("map-title-missing", events=missing) if missing else ""
    return joined("join-further", [title, rest])


def _subtitle(places: pd.DataFrame) -> str:
    degrees = places[["longitude", "latitude"]].to_numpy(float)
    far = np.hypot(*globe.centred_on(degrees).km(degrees).T).max() > FAR
    return paragraph(
        say("map-projection"),
        say("map-scale-from-centre") if far else "",
        say("map-circle"),
        say("map-named", places=len(places), named=NAMED) if len(places) > NAMED else "",
        say("map-circles", number=CIRCLES) if len(places) > CIRCLES else "",
    )


def _missing(unplaced: pd.DataFrame | None) -> str:
    """How many are not on the map, and which."""
    if unplaced is None or unplaced.empty:
        return ""
    rows = unplaced.head(3).itertuples()
    names = [
        say("map-missing-event", title=one_line(row.title), reason=code_words("reason", one_line(row.reason)))
        for row in rows
    ]
    events = joined("join-further", names)
    if len(unplaced) > 3:
        events = say("list-more", names=events, more=len(unplaced) - 3)
    return say("map-missing", events=events)


def _attribution(boundaries: Any) -> str:
    given = one_line(getattr(boundaries, "attrs", {}).get("attribution", ""))
    return given or say("map-no-attribution")


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


def _alternative(placed: pd.DataFrame, places: pd.DataFrame, unplaced: pd.DataFrame | None) -> str:
    """The map in words: each place with its precision and events, and what is not on it."""
    most, number = 6, places["place_id"].nunique()
    told = [
        say("map-alt-place", place=one_line(row.place), events=int(row.events), precision=_precision(row))
        for row in places.head(most).itertuples()
    ]
    return paragraph(
        say("map-alt", events=len(placed), places=number),
        *told,
        say("further-places", number=len(places) - most) if len(places) > most else "",
        say(
            "map-alt-extent",
            latitudes=_latitudes(places["latitude"]),
            longitudes=_longitudes(places["longitude"]),
        ),
        _unplaced(unplaced),
        say("map-alt-not-shown"),
    )


def _unplaced(unplaced: pd.DataFrame | None) -> str:
    """How many events have no place on the map, and why; empty where all have."""
    if unplaced is None or unplaced.empty:
        return ""
    codes = dict.fromkeys(unplaced["reason"].map(one_line))
    reasons = listed([code_words("reason", code) for code in codes], most=6)
    return say("map-alt-missing", events=len(unplaced), reasons=reasons)
