"""The globe and the plane of a map: where it is centred, what it shows, and shapes from one to the other.

Degrees are longitude and latitude, WGS 84; kilometres are east and north of the centre.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from shapely.affinity import translate

EARTH = 6371.0
"""Mean radius of the Earth, in km."""

DEGREE = EARTH * np.pi / 180
"""One degree of a great circle, in km."""

RIM = EARTH * np.pi
"""The furthest that a point can lie from another, in km."""

TURN, POLE = 360.0, 90.0
"""Once round the world, and the latitude of a pole, in degrees."""

BLIND = 4.0
"""So many degrees around the point opposite the centre, which the plane tears apart, are not drawn."""


LEAST = 150.0
"""The least width of a map, in km."""


@dataclass(frozen=True)
class Projection:
    """Azimuthal equidistant around a centre in degrees: distances from the centre are true, in kilometres."""

    longitude: float
    latitude: float

    def km(self, degrees: np.ndarray) -> np.ndarray:
        """Longitude and latitude in degrees (rows of an array) as km east and north of the centre."""
        east = np.radians(degrees[:, 0] - self.longitude)
        north, home = np.radians(degrees[:, 1]), np.radians(self.latitude)
        x = np.cos(north) * np.sin(east)
        y = np.cos(home) * np.sin(north) - np.sin(home) * np.cos(north) * np.cos(east)
        ahead = np.sin(home) * np.sin(north) + np.cos(home) * np.cos(north) * np.cos(east)
        aside = np.hypot(x, y)
        distance, here = EARTH * np.arctan2(aside, ahead), aside < 1e-12
        scale = np.divide(distance, aside, out=np.full_like(aside, EARTH), where=~here)
        # The point opposite the centre lies in every direction from it; north is as good as another.
        return np.column_stack([x * scale, np.where(here, distance, y * scale)])


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

    @property
    def reach(self) -> float:
        """From the centre of the projection to the corner furthest from it, in km."""
        return float(np.hypot(max(abs(self.left), abs(self.right)), max(abs(self.bottom), abs(self.top))))


def arc(longitudes: np.ndarray) -> tuple[float, float]:
    """The west and east end of the smallest arc that holds all longitudes, in degrees.

    Across the 180th meridian the east end is greater than 180.

    >>> arc(np.array([36.0, 38.0])), arc(np.array([179.5, -179.5]))
    ((36.0, 38.0), (179.5, 180.5))
    """
    low, high = float(longitudes.min()), float(longitudes.max())
    if high - low <= TURN / 2:
        return low, high
    round_the_world = np.unique(np.mod(longitudes, TURN))
    gaps = np.diff(round_the_world, append=round_the_world[0] + TURN)
    widest = int(gaps.argmax())
    west = float(round_the_world[(widest + 1) % len(gaps)])
    west -= TURN if west > TURN / 2 else 0.0
    return west, west + TURN - float(gaps[widest])


def centred_on(degrees: np.ndarray) -> Projection:
    """The projection around the middle of the points: of the smallest arc and of the latitudes.

    Points all round a pole, or all round the world but in one half of it, are centred on their mean.
    """
    west, east = arc(degrees[:, 0])
    if east - west > TURN / 2:
        longitude, latitude = np.radians(degrees).T
        out = np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude)
        x, y, z = (float(side.mean()) for side in out)
        if np.hypot(np.hypot(x, y), z) > 0.5:
            return Projection(*np.degrees([np.arctan2(y, x), np.arctan2(z, np.hypot(x, y))]))
    south, north = degrees[:, 1].min(), degrees[:, 1].max()
    return Projection((west + east) / 2, (south + north) / 2)


def frame_around(points: np.ndarray, radii: np.ndarray, shape: float) -> Frame:
    """The frame that holds all circles with a margin, at least 150 km wide, `shape` times as wide as high.

    The margin ends at the rim of the world.
    """
    reach = np.nan_to_num(radii)[:, None]
    low, high = (points - reach).min(axis=0), (points + reach).max(axis=0)
    middle, need = (low + high) / 2, high - low
    size = np.maximum(np.clip(need * 1.3, LEAST, 2.1 * RIM), need)
    wide = max(size[0], size[1] * shape)
    half = np.array([wide, wide / shape]) / 2
    return Frame(*(middle - half), *(middle + half))


def flattened(shape: Any, projection: Projection, frame: Frame) -> Any:
    """What of a shape in degrees may be seen in the frame, in km; somewhat more than lies in it, or empty."""
    west, south, east, north = _degrees_around(projection, frame)
    if east - west < TURN:
        return _in_km(_clipped(shape, west, south, east, north), projection)
    # All round the world: two halves, so that no piece holds a pole, and without the blind spot.
    middle = projection.longitude
    halves = (_clipped(shape, west, south, middle, north), _clipped(shape, middle, south, east, north))
    blind = _blind_spot(projection)
    seen = [_in_km(shapely.difference(half, blind), projection) for half in halves if not half.is_empty]
    return seen[0] if len(seen) == 1 else shapely.union_all(seen, grid_size=0.01)


def _in_km(shape: Any, projection: Projection) -> Any:
    """A shape in degrees in the plane, its long edges bent as they run on the globe."""
    return shapely.make_valid(shapely.transform(shapely.segmentize(shape, 1.0), projection.km))


def _degrees_around(projection: Projection, frame: Frame) -> tuple[float, float, float, float]:
    """West, south, east and north of the degrees that hold the frame; all longitudes with a pole."""
    reach = min(frame.reach / DEGREE * 1.5, TURN / 2)
    longitude, latitude = projection.longitude, projection.latitude
    south, north = max(latitude - reach, -POLE), min(latitude + reach, POLE)
    east = TURN / 2
    if reach < POLE - abs(latitude):
        east = float(np.degrees(np.arcsin(np.sin(np.radians(reach)) / np.cos(np.radians(latitude)))))
    return longitude - east, south, longitude + east, north


def _clipped(shape: Any, west: float, south: float, east: float, north: float) -> Any:
    """What lies within the degrees given; they may run on across the 180th meridian, where no seam stays."""
    left, bottom, right, top = shape.bounds
    if top < south or bottom > north:
        return shapely.Polygon()
    turns = [turn for turn in (-TURN, 0.0, TURN) if left + turn < east and right + turn > west]
    if turns == [0.0]:
        return shapely.clip_by_rect(shapely.make_valid(shape), west, south, east, north)
    moved = [translate(shapely.make_valid(shape), turn) for turn in turns]
    return shapely.union_all([shapely.clip_by_rect(part, west, south, east, north) for part in moved])


def _blind_spot(projection: Projection) -> Any:
    """The box around the point opposite the centre, at both ends of the longitudes around the centre."""
    narrow = max(np.cos(np.radians(projection.latitude)), BLIND / TURN)
    half = min(BLIND / narrow, TURN / 2)
    south, north = -projection.latitude - BLIND, -projection.latitude + BLIND
    west, east = projection.longitude - TURN / 2, projection.longitude + TURN / 2
    return shapely.union(
        shapely.box(west - 1, south, west + half, north), shapely.box(east - half, south, east + 1, north)
    )
