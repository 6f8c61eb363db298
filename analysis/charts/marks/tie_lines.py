"""Lines of ties: support, membership, alliance, hostility and more, told apart by stroke and mark."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import shapely
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon

from analysis.charts.style import INK, Sheet, legend
from analysis.charts.style.lettering import one_line
from analysis.charts.style.placement import Box
from analysis.errors import FrameError, nearest
from analysis.messages import listed, say

Point = tuple[float, float]

DASHES, DOTS, FINE = (0, (2.4, 1.2)), (0, (1, 1.6)), (0, (4, 2))

STROKES: dict[str, tuple[float, Any]] = {
    "supports": (1.1, "-"),
    "member_of": (0.7, "-"),
    "allied_with": (2.4, "-"),
    "fights": (2.4, DASHES),
    "neutral_to": (0.7, FINE),
    "mediates": (0.7, FINE),
    "left": (0.7, FINE),
}
"""The kinds of tie, with thickness in points and dashes of each."""

MARKS = {"neutral_to": "o", "mediates": "s", "left": "x"}
"""What stands on the end of a thin line that brings nobody to a side; it is hollow or a cross."""

HEAD, HALF = 7.0, 3.2
"""Length and half the width of an arrow head, in points."""


def check(bonds: pd.DataFrame) -> None:
    """Raise FrameError where a tie is of a kind that has no line."""
    unknown = [kind for kind in dict.fromkeys(bonds["relation"].map(one_line)) if kind not in STROKES]
    if unknown:
        hints = ", ".join(f"{kind!r} (nearest: {nearest(kind, STROKES) or 'none'})" for kind in unknown)
        raise FrameError(f"faction_network: found relation {hints}; expected one of {', '.join(STROKES)}")


def stroke_of(kind: str, named: bool) -> tuple[float, Any]:
    """Thickness and dashes of a tie; what nobody named says is dotted, whatever it is."""
    thick, dashes = STROKES[kind]
    return thick, dashes if named else DOTS


def draw_line(
    sheet: Sheet, course: Sequence[Point], kind: str, *, named: bool, label: str, ink: str = INK,
    gap: Box | None = None,
) -> None:  # fmt: skip
    """Draw one tie along its course, which ends at whom it leads to; `gap` is left free for its words."""
    thick, dashes = stroke_of(kind, named)
    points = [*course]
    if kind == "supports":
        points[-1] = _short(points[-2], points[-1], HEAD - 1)
    whole = shapely.LineString(points)
    seen = whole if gap is None else shapely.difference(whole, shapely.box(*gap))
    look = {"color": ink, "linewidth": thick, "linestyle": dashes, "transform": sheet.transform}
    for part in shapely.get_parts(seen):
        x, y = zip(*part.coords, strict=True)
        sheet.ax.add_artist(Line2D(x, y, label=label, clip_on=False, zorder=2, **look))
    if kind == "supports":
        _head(sheet, course[-2], course[-1], ink, label)
    elif kind in MARKS:
        x, y = _short(course[-2], course[-1], 5.0)
        face = {"markerfacecolor": "none", "markeredgecolor": ink, "markersize": 4.5, "markeredgewidth": 1.0}
        mark = Line2D([x], [y], marker=MARKS[kind], linestyle="none", transform=sheet.transform, **face)
        mark.set(label=label, clip_on=False, zorder=4)
        sheet.ax.add_artist(mark)


def _short(before: Point, tip: Point, by: float) -> Point:
    """A point so far before the tip of a line, in points."""
    long = max(((tip[0] - before[0]) ** 2 + (tip[1] - before[1]) ** 2) ** 0.5, 1e-6)
    share = min(by / long, 1.0)
    return tip[0] - (tip[0] - before[0]) * share, tip[1] - (tip[1] - before[1]) * share


def _head(sheet: Sheet, before: Point, tip: Point, ink: str, label: str) -> None:
    """An arrow head that points along the last piece of a line."""
    x, y = _short(before, tip, HEAD)
    long = max(((tip[0] - x) ** 2 + (tip[1] - y) ** 2) ** 0.5, 1e-6)
    across, down = (tip[0] - x) / long * HALF, (tip[1] - y) / long * HALF
    points = [tip, (x - down, y + across), (x + down, y - across)]
    look = {"facecolor": ink, "edgecolor": "none", "transform": sheet.transform, "clip_on": False}
    sheet.ax.add_artist(Polygon(points, label=f"{label} head", zorder=4, **look))


def key(bonds: pd.DataFrame, *, kinds: bool) -> list[legend.Item]:
    """The key to the lines that are drawn, without that to their `kinds` where headings name them."""
    met = set(bonds["relation"]) if kinds else set()
    items: list[legend.Item] = [
        (_picture(kind, True), say(f"network-key-{kind}")) for kind in STROKES if kind in met
    ]
    if not bonds["named"].all():
        first = next(kind for kind in STROKES if kind in set(bonds.loc[~bonds["named"], "relation"]))
        items.append((_picture(first, False), say("network-key-unnamed")))
    return items


def _picture(kind: str, named: bool) -> list[dict[str, object]]:
    thick, dashes = stroke_of(kind, named)
    end = legend.WIDE - HEAD + 1 if kind == "supports" else legend.WIDE
    shapes: list[dict[str, object]] = [
        {"line": [(0, 4), (end, 4)], "colour": INK, "thick": thick, "dashes": dashes}
    ]
    if kind == "supports":
        wing = [(legend.WIDE, 4), (legend.WIDE - HEAD, 4 - HALF), (legend.WIDE - HEAD, 4 + HALF)]
        shapes.append({"shape": wing, "colour": INK, "fill": 1.0, "edge": False})
    elif kind in MARKS:
        shapes.append({"line": [(13, 4)], "colour": INK, "marker": MARKS[kind], "face": "none"})
    return shapes


def sentences(bonds: pd.DataFrame, most: int) -> list[str]:
    """The ties in words, those of one faction and kind in one sentence, then how many more there are."""
    met: dict[tuple[str, str], list[str]] = {}
    for row in bonds.itertuples():
        others = met.setdefault((one_line(row.actor), row.relation), [])
        if one_line(row.other) not in others:
            others.append(one_line(row.other))
    told = [
        say(f"network-alt-{kind}", actor=actor, others=listed(others, most=6))
        for (actor, kind), others in list(met.items())[:most]
    ]
    more = sum(len(others) for others in list(met.values())[most:])
    return [*told, say("network-alt-more", ties=more)] if more else told
