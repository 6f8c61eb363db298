"""Keys: small pictures of the marks with their words in a row, only for what direct labels cannot say."""

import math
from collections.abc import Sequence
from typing import Any

from matplotlib.colors import to_rgba
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon

from analysis.charts.style import MUTED, Sheet, hatched
from analysis.charts.style.lettering import SMALL, width

WIDE, GAP = 18.0, 12.0
"""Width of the little picture and the distance to the next item, in points."""

Item = tuple[Sequence[dict[str, Any]], str]
"""The strokes and shapes of one item, drawn in a box of 18 by 8 points, and its words."""


def bar(colour: str, fill: float, dashed: bool = False, hatch: str = "") -> list[dict[str, Any]]:
    """The picture of a bar, with the look that bars of spans have."""
    return [
        {
            "shape": [(0, 0), (WIDE, 0), (WIDE, 8), (0, 8)],
            "colour": colour,
            "fill": fill,
            "dashed": dashed,
            "hatch": hatch,
        }
    ]


def fading(colour: str, fill: float) -> list[dict[str, Any]]:
    """The picture of a bar whose end fades."""
    step = WIDE / 6
    return [
        {
            "shape": [(i * step, 0), (i * step + step, 0), (i * step + step, 8), (i * step, 8)],
            "colour": colour,
            "fill": fill * (6 - i) / 6,
            "edge": False,
        }
        for i in range(6)
    ]


def bracket(colour: str) -> list[dict[str, Any]]:
    """The picture of a bracket: a thin line with a cap at either end."""
    lines = ([(0, 4), (WIDE, 4)], [(0, 0), (0, 8)], [(WIDE, 0), (WIDE, 8)])
    return [{"line": line, "colour": colour, "thick": 1.1} for line in lines]


def mark(colour: str, marker: str) -> list[dict[str, Any]]:
    """The picture of one mark, by matplotlib's name."""
    return [{"line": [(WIDE / 2, 4)], "colour": colour, "marker": marker}]


def head(colour: str) -> list[dict[str, Any]]:
    """The picture of a hollow arrow head."""
    return [{"shape": [(6, 0), (13, 4), (6, 8)], "colour": colour, "fill": 0.0}]


def circle(colour: str, area: bool = False) -> list[dict[str, Any]]:
    """The picture of a circle of precision; that of an area is dashed and hatched."""
    turn = [2 * math.pi * step / 24 for step in range(24)]
    points = [(9 + 5 * math.cos(angle), 4 + 5 * math.sin(angle)) for angle in turn]
    return [{"shape": points, "colour": colour, "fill": 0.05, "dashed": area, "hatch": "//" if area else ""}]


def draw_key(sheet: Sheet, x: float, y: float, items: Sequence[Item]) -> float:
    """Draw the items in a row from the point (x, y) of the sheet, breaking before its right edge.

    Returns the height used, in points.
    """
    left, line = x, 0
    for shapes, words in items:
        need = WIDE + 4 + width(words, SMALL)
        if left > x and left + need > sheet.width:
            left, line = x, line + 1
        for shape in shapes:
            _draw(sheet, shape, left, y + line * 12)
        sheet.write(left + WIDE + 4, y + line * 12 + 2.6, words, size=SMALL, colour=MUTED)
        left += need + GAP
    return (line + 1) * 12.0


def rows_needed(across: float, items: Sequence[Item]) -> int:
    """How many rows the items take in a key `across` points wide."""
    left, line = 0.0, 1
    for _, words in items:
        need = WIDE + 4 + width(words, SMALL)
        if left and left + need > across:
            left, line = 0.0, line + 1
        left += need + GAP
    return line


def _draw(sheet: Sheet, shape: dict[str, Any], left: float, middle: float) -> None:
    points = [(left + x, middle - 4 + y) for x, y in shape.get("shape") or shape["line"]]
    if "line" in shape:
        x, y = zip(*points, strict=True)
        style = {
            "linewidth": shape.get("thick", 1.2),
            "linestyle": shape.get("dashes", "-"),
            "color": shape["colour"],
        }
        line = Line2D(x, y, transform=sheet.transform, marker=shape.get("marker", ""), clip_on=False, **style)
        line.set(
            markersize=5, markerfacecolor=shape.get("face", shape["colour"]), markeredgecolor=shape["colour"]
        )
        sheet.ax.add_artist(line)
        return
    face, edge = (
        to_rgba(shape["colour"], shape["fill"]),
        to_rgba(shape["colour"], 0.9 if shape.get("edge", True) else 0),
    )
    dashes = (0, (3, 2)) if shape.get("dashed") else "-"
    look = {"facecolor": face, "edgecolor": edge, "linestyle": dashes, "linewidth": 0.9}
    drawn = sheet.ax.add_artist(Polygon(points, transform=sheet.transform, clip_on=False, **look))
    if shape.get("hatch"):
        hatched(sheet.ax, drawn, shape["hatch"], to_rgba(shape["colour"], 0.6))
