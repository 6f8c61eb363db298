"""Where boxes and lines of a network stand: in layers from top to bottom, no line through a box.

The way is that of Sugiyama, Tagawa and Toda (1981): nodes are given layers, a line that passes a layer gets a
narrow place of its own in it, the order within layers is chosen for few crossings, then come the positions.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import shapely

from analysis.charts.style.placement import Box, Ground

Point = tuple[float, float]

APART, BETWEEN, STUB = 12.0, 50.0, 4.0
"""Least distance of boxes in a layer, height between layers, and length of the upright ends of a line."""

ASIDE = (0.0, 8.0, -8.0, 16.0, -16.0)
"""How far beside its line a label may be centred, in points."""

CLEAR = 2.5
"""Room between a label and any other line, in points."""

SWEEPS = 6
"""How often the order of layers is looked through; more changes nothing in graphs of this size."""

ALONG = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82)
"""Where on a line its label may stand, as shares of its length, in the order in which they are tried."""


@dataclass(frozen=True)
class Line:
    """A line to lay: from the box `upper` down to the box `lower`, with the size of its label in points."""

    upper: str
    lower: str
    wide: float
    high: float


@dataclass(frozen=True)
class Laid:
    """Where everything stands, in points from the upper left: boxes by key; by line, its course and label."""

    boxes: Mapping[str, Box]
    courses: Sequence[Sequence[Point]]
    labels: Sequence[Box]
    high: float


Cell = str | tuple[int, int]
"""What stands in a layer: a box by its key, or line and layer of a line that passes."""


def laid(sizes: Mapping[str, tuple[float, float]], lines: Sequence[Line], across: float) -> Laid | None:
    """Boxes of the sizes given and the lines between them on a sheet `across` points wide.

    `sizes` is in the order from top to bottom: each line runs from an earlier to a later box. None where
    they find no room, or a label no place of its own.
    """
    layer_of = _layers(list(sizes), lines)
    rows = _ordered(layer_of, lines)
    wide: dict[Cell, float] = {key: size[0] for key, size in sizes.items()}
    for number, line in enumerate(lines):
        passed = range(layer_of[line.upper] + 1, layer_of[line.lower])
        for layer in passed:
            wide[number, layer] = line.wide if layer == passed[len(passed) // 2] else 6.0
    if any(sum(wide[cell] for cell in row) + APART * (len(row) - 1) > across for row in rows):
        return None
    middles = _middles(rows, wide, _near(layer_of, lines), across)
    tops, high = _heights(rows, sizes)
    boxes = {
        key: (middles[key] - size[0] / 2, tops[layer_of[key]][0], middles[key] + size[0] / 2,
              tops[layer_of[key]][0] + size[1])
        for key, size in sizes.items()
    }  # fmt: skip
    courses = _courses(lines, layer_of, boxes, middles, tops)
    labels = _labels(lines, courses, boxes, (across, high))
    return None if labels is None else Laid(boxes, courses, labels, high)


def _layers(keys: Sequence[str], lines: Sequence[Line]) -> dict[str, int]:
    """The layer of each box: as high as the boxes above it let it, those on top as low as those below."""
    layer = dict.fromkeys(keys, 0)
    for key in keys:
        above = [layer[line.upper] for line in lines if line.lower == key]
        layer[key] = max(above, default=-1) + 1
    for key in reversed(keys):
        below = [layer[line.lower] for line in lines if line.upper == key]
        above = [line for line in lines if line.lower == key]
        if below and not above:
            layer[key] = min(below) - 1
    return layer


def _near(layer_of: Mapping[str, int], lines: Sequence[Line]) -> dict[Cell, list[Cell]]:
    """The cells next to each cell along the lines, each line cut where it passes a layer."""
    near: dict[Cell, list[Cell]] = {key: [] for key in layer_of}
    for number, line in enumerate(lines):
        passed = [(number, layer) for layer in range(layer_of[line.upper] + 1, layer_of[line.lower])]
        for one, other in pairwise([line.upper, *passed, line.lower]):
            near.setdefault(one, []).append(other)
            near.setdefault(other, []).append(one)
    return near


def _ordered(layer_of: Mapping[str, int], lines: Sequence[Line]) -> list[list[Cell]]:
    """The cells of each layer from left to right, those with near neighbours close to them."""
    rows: list[list[Cell]] = [[] for _ in range(max(layer_of.values()) + 1)]
    for key, layer in layer_of.items():
        rows[layer].append(key)
    for number, line in enumerate(lines):
        for layer in range(layer_of[line.upper] + 1, layer_of[line.lower]):
            rows[layer].append((number, layer))
    near = _near(layer_of, lines)
    best, fewest = [list(row) for row in rows], _crossings(rows, near)
    for sweep in range(SWEEPS):
        for place in range(len(rows)) if sweep % 2 == 0 else reversed(range(len(rows))):
            at = {cell: (spot + 0.5) / len(row) for row in rows for spot, cell in enumerate(row)}
            beside = set(rows[place - 1] if sweep % 2 == 0 and place else rows[min(place + 1, len(rows) - 1)])
            rows[place].sort(
                key=lambda cell: _mean([at[one] for one in near[cell] if one in beside], at[cell])
            )
        crossings = _crossings(rows, near)
        if crossings < fewest:
            best, fewest = [list(row) for row in rows], crossings
    return best


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _crossings(rows: Sequence[Sequence[Cell]], near: Mapping[Cell, Sequence[Cell]]) -> int:
    """How many pairs of lines cross between neighbouring layers."""
    found = 0
    for upper, lower in pairwise(rows):
        at = {cell: place for place, cell in enumerate(lower)}
        ends = [(place, at[one]) for place, cell in enumerate(upper) for one in near[cell] if one in at]
        found += sum(
            (one[0] - other[0]) * (one[1] - other[1]) < 0
            for place, one in enumerate(ends)
            for other in ends[place + 1 :]
        )
    return found


def _middles(
    rows: Sequence[Sequence[Cell]],
    wide: Mapping[Cell, float],
    near: Mapping[Cell, Sequence[Cell]],
    across: float,
) -> dict[Cell, float]:
    """The middle of each cell: as close to its neighbours' as order, distances and the sheet allow."""
    middle: dict[Cell, float] = {}
    for row in rows:
        left = (across - sum(wide[cell] for cell in row) - APART * (len(row) - 1)) / 2
        for cell in row:
            middle[cell] = left + wide[cell] / 2
            left += wide[cell] + APART
    for sweep in range(SWEEPS):
        for row in rows if sweep % 2 else reversed(rows):
            wanted = [_mean([middle[one] for one in near[cell]], middle[cell]) for cell in row]
            middle.update(zip(row, _set_apart(wanted, [wide[cell] for cell in row], across), strict=True))
    left = min(middle[cell] - wide[cell] / 2 for row in rows for cell in row)
    right = max(middle[cell] + wide[cell] / 2 for row in rows for cell in row)
    return {cell: x + (across - left - right) / 2 for cell, x in middle.items()}


def _set_apart(wanted: Sequence[float], wide: Sequence[float], across: float) -> list[float]:
    """The places nearest to those wanted, by least squares, that keep the distances and lie on the sheet."""
    steps = [0.0]
    for one, other in pairwise(wide):
        steps.append(steps[-1] + (one + other) / 2 + APART)
    pools: list[list[float]] = []
    for want, step in zip(wanted, steps, strict=True):
        pools.append([want - step])
        while len(pools) > 1 and _mean(pools[-2], 0) > _mean(pools[-1], 0):
            last = pools.pop()
            pools[-1] += last
    low, high = wide[0] / 2, across - wide[-1] / 2 - steps[-1]
    shifts = [min(max(_mean(pool, 0), low), high) for pool in pools for _ in pool]
    return [shift + step for shift, step in zip(shifts, steps, strict=True)]


def _heights(
    rows: Sequence[Sequence[Cell]], sizes: Mapping[str, tuple[float, float]]
) -> tuple[list[tuple[float, float]], float]:
    """Top and bottom of each layer, and the height of all."""
    tops, y = [], 1.0
    for row in rows:
        high = max((sizes[cell][1] for cell in row if isinstance(cell, str)), default=0.0)
        tops.append((y, y + high))
        y += high + BETWEEN
    return tops, y - BETWEEN + 1


def _courses(
    lines: Sequence[Line],
    layer_of: Mapping[str, int],
    boxes: Mapping[str, Box],
    middles: Mapping[Cell, float],
    tops: Sequence[tuple[float, float]],
) -> list[list[Point]]:
    """The points through which each line runs: upright beside boxes, aslant between layers."""
    ports = _ports(lines, layer_of, boxes, middles)
    courses = []
    for number, line in enumerate(lines):
        first, last = layer_of[line.upper], layer_of[line.lower]
        start, end = ports[number, line.upper], ports[number, line.lower]
        points = [(start, boxes[line.upper][3]), (start, tops[first][1] + STUB)]
        for layer in range(first + 1, last):
            x = middles[number, layer]
            points += [(x, tops[layer][0] - STUB), (x, tops[layer][1] + STUB)]
        courses.append([*points, (end, tops[last][0] - STUB), (end, boxes[line.lower][1])])
    return courses


def _ports(
    lines: Sequence[Line],
    layer_of: Mapping[str, int],
    boxes: Mapping[str, Box],
    middles: Mapping[Cell, float],
) -> dict[tuple[int, str], float]:
    """Where on the edge of its box each line begins and ends: evenly, in the order of where it comes from."""
    ports: dict[tuple[int, str], float] = {}
    for key, (left, _, right, _) in boxes.items():
        for down in (True, False):
            toward = []
            for number, line in enumerate(lines):
                mine, other, step = (line.upper, line.lower, 1) if down else (line.lower, line.upper, -1)
                if mine == key:
                    passed = layer_of[key] + step
                    cell: Cell = other if passed == layer_of[other] else (number, passed)
                    toward.append((middles[cell], number))
            share = (right - left) / (len(toward) + 1)
            for place, (_, number) in enumerate(sorted(toward), 1):
                ports[number, key] = left + place * share
    return ports


def _labels(
    lines: Sequence[Line],
    courses: Sequence[Sequence[Point]],
    boxes: Mapping[str, Box],
    sheet: tuple[float, float],
) -> list[Box] | None:
    """A box on each line for its label, the shortest lines first, on no box and no other line; else None."""
    ground = Ground((0.0, 0.0, *sheet), list(boxes.values()))
    found: dict[int, Box] = {}
    drawn = np.array([shapely.LineString(course) for course in courses])
    for number in sorted(range(len(lines)), key=lambda number: len(courses[number])):
        line, others = lines[number], np.delete(drawn, number)
        spots = [(x + aside, y) for aside in ASIDE for x, y in _spots(courses[number])]
        half = line.wide / 2 + CLEAR, line.high / 2 + CLEAR
        edges = [(x - half[0], y - half[1], x + half[0], y + half[1]) for x, y in spots]
        crossed = shapely.intersects(shapely.box(*np.array(edges).T)[:, None], others).any(axis=1)
        clear = [spot for spot, cross in zip(spots, crossed, strict=True) if not cross]
        box = ground.centred(clear, line.wide, line.high)
        if box is None:
            return None
        found[number] = box
    return [found[number] for number in range(len(lines))]


def _spots(course: Sequence[Point]) -> list[Point]:
    """Points of the line on which its label may be centred: first beside the boxes that it passes."""
    pieces = list(pairwise(course))
    upright = pieces[2:-2:2]
    aslant = pieces[1:-1:2]
    passing = [((one[0] + other[0]) / 2, (one[1] + other[1]) / 2) for one, other in upright]
    middle = passing[len(passing) // 2 :] + passing[: len(passing) // 2]
    return middle + [
        (one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1]))
        for one, other in aslant
        for share in ALONG
    ]
