"""Shapes that cross the 180th meridian or hold a pole, cut there, as GeoJSON has it (RFC 7946, 3.1.9).

A ring of such a shape jumps from 180 to -180 degrees, so that read as it stands it runs once round the world.
No edge goes more than half round the world: one that seems to takes the other way.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
import shapely
from shapely.affinity import translate

TURN = 360.0
"""Once round the world, in degrees."""

POLE = 90.0
"""Latitude of a pole, in degrees."""

NEARLY = 0.01
"""A ring that stays within so many degrees of a pole is the pole and outlines nothing."""


def wrapped(shape: Any) -> Any:
    """A shape in degrees as polygons between -180 and 180 degrees of longitude; valid where it was cut.

    What lies between them already, without a jump, stays as it is. What has no area is empty.
    """
    if not any(_strays(ring) for ring in _rings(shape)):
        return shape
    return shapely.union_all([piece for polygon in shapely.get_parts(shape) for piece in _pieces(polygon)])


def _strays(ring: np.ndarray) -> bool:
    """Whether a ring leaves the degrees from -180 to 180, or jumps from one end of them to the other."""
    longitude = ring[:, 0]
    return bool(np.abs(longitude).max() > TURN / 2 or np.abs(np.diff(longitude)).max() > TURN / 2)


def _rings(shape: Any) -> Iterator[np.ndarray]:
    for polygon in shapely.get_parts(shape):
        for ring in (polygon.exterior, *polygon.interiors):
            yield np.asarray(ring.coords)[:, :2]


def _pieces(polygon: Any) -> Iterator[Any]:
    """The pieces of one polygon between -180 and 180 degrees, in the places that they have there."""
    rings = [_unrolled(ring) for ring in _rings(polygon) if not _is_pole(ring)]
    if not rings:
        return
    outer, *holes = rings
    turns = [round((_middle(outer) - _middle(hole)) / TURN) for hole in holes]
    beside = [hole + np.array([turn * TURN, 0.0]) for hole, turn in zip(holes, turns, strict=True)]
    whole = _mended(shapely.Polygon(outer, beside))
    if whole.is_empty:
        return
    left, _, right, _ = whole.bounds
    for turn in range(round(left / TURN), round(right / TURN) + 1):
        moved = translate(whole, -turn * TURN)
        piece = _mended(shapely.clip_by_rect(moved, -TURN / 2, -POLE, TURN / 2, POLE))
        if piece.area:
            yield piece


def _mended(shape: Any) -> Any:
    """The shape made valid, polygons alone."""
    return shapely.make_valid(shape, method="structure", keep_collapsed=False)


def _unrolled(ring: np.ndarray) -> np.ndarray:
    """The ring without jumps; one that runs round the world is closed over the nearer pole."""
    points = np.column_stack([np.unwrap(ring[:, 0], period=TURN), ring[:, 1]])
    first, last = points[0], points[-1]
    if abs(last[0] - first[0]) < TURN / 2:
        return points
    pole = np.copysign(POLE, points[:, 1].mean())
    return np.vstack([points, (last[0], pole), (first[0], pole), first])


def _is_pole(ring: np.ndarray) -> bool:
    return bool(np.abs(ring[:, 1]).min() > POLE - NEARLY)


def _middle(ring: np.ndarray) -> float:
    return float(ring[:, 0].min() + ring[:, 0].max()) / 2
