"""Lines of ties: support, membership, alliance, hostility and more, told apart by stroke and mark."""

from typing import Any

import numpy as np
import pandas as pd
from matplotlib.colors import to_rgba

from analysis.charts.style import INK, Sheet, legend
from analysis.charts.style import outside as is_outside
from analysis.charts.style.lettering import one_line
from analysis.errors import FrameError, nearest
from analysis.messages import listed, say

DASHES, DOTS = (0, (4, 2.5)), (0, (1, 2))

MARKS = {"fights": "x", "neutral_to": "o", "mediates": "s", "left": "|"}
"""What stands in the middle of a line; those with dots for a line bring nobody to a side."""

MUTUAL = ("fights", "allied_with", "neutral_to")
"""Ties that hold both ways, and are one line."""

STROKES = {
    "supports": (1.3, "-"),
    "member_of": (0.8, "-"),
    "allied_with": (2.6, "-"),
    "fights": (1.2, DASHES),
    "neutral_to": (0.8, DOTS),
    "mediates": (0.8, DOTS),
    "left": (0.8, DOTS),
}
"""The kinds of tie, with thickness in points and dashes of each; marks are added where there is room."""

SPREAD = 7.0
"""Distance of two lines between the same pair, in points."""

Point = tuple[float, float]


def check(ties: pd.DataFrame) -> None:
    """Raise FrameError where a tie is of a kind that has no line."""
    unknown = [kind for kind in dict.fromkeys(ties["relation"].map(one_line)) if kind not in STROKES]
    if unknown:
        hints = ", ".join(f"{kind!r} (nearest: {nearest(kind, STROKES) or 'none'})" for kind in unknown)
        raise FrameError(f"faction_network: found relation {hints}; expected one of {', '.join(STROKES)}")


def distinct(ties: pd.DataFrame) -> list[tuple[str, str, str, bool, float]]:
    """The lines to draw: actor, other, kind, whether inferred, and the shift sideways in points.

    Several claims of one tie are one line, stated if any of them is; ties of several kinds between one pair
    lie side by side.
    """
    lines: dict[tuple[str, str, str], bool] = {}
    for row in ties.itertuples():
        inferred = not pd.isna(row.inferred)
        lines[_line(row)] = lines.get(_line(row), True) and inferred
    by_pair: dict[frozenset[str], int] = {}
    for actor, other, _ in lines:
        by_pair[frozenset((actor, other))] = by_pair.get(frozenset((actor, other)), 0) + 1
    met: dict[frozenset[str], int] = {}
    drawn = []
    for (actor, other, kind), inferred in lines.items():
        pair = frozenset((actor, other))
        shift = (met.get(pair, 0) - (by_pair[pair] - 1) / 2) * SPREAD * (1 if actor < other else -1)
        met[pair] = met.get(pair, 0) + 1
        drawn.append((actor, other, kind, inferred, shift))
    return drawn


def _line(row: Any) -> tuple[str, str, str]:
    """A tie as one line: those that hold both ways have one, whichever end is named first."""
    ends = (row.actor_id, row.other_id)
    ends = tuple(sorted(ends)) if row.relation in ("fights", "allied_with") else ends
    return (*ends, row.relation)


def outside(ties: pd.DataFrame) -> set[tuple[str, str, str]]:
    """The lines of which every claim is outside the scope: actor, other, kind, as `distinct` names them."""
    rows = list(ties.itertuples())
    grey = {_line(row) for row in rows if is_outside(row)}
    return grey - {_line(row) for row in rows if not is_outside(row)}


def draw_line(sheet: Sheet, start: Point, end: Point, kind: str, inferred: bool, label: str,
              ink: str = INK) -> None:  # fmt: skip
    """Draw one tie from point to point of the sheet: its stroke, and the mark that tells its kind."""
    colour = to_rgba(ink, 0.5 if inferred else 0.95)
    (x0, y0), (x1, y1) = start, end
    long = max(float(np.hypot(x1 - x0, y1 - y0)), 1e-6)
    across, down = (x1 - x0) / long, (y1 - y0) / long
    look = {"color": colour, "transform": sheet.transform, "clip_on": False, "zorder": 2}
    if kind == "member_of":
        for side in (-1.6, 1.6):
            x, y = (
                (x0 - down * side, x1 - across * 6 - down * side),
                (y0 + across * side, y1 - down * 6 + across * side),
            )
            sheet.ax.plot(x, y, linewidth=0.8, label=label, **look)
    else:
        back = 5.0 if kind == "supports" else 0.0
        thick, dashes = STROKES[kind]
        x, y = (x0, x1 - across * back), (y0, y1 - down * back)
        sheet.ax.plot(x, y, linewidth=thick, linestyle=dashes, label=label, **look)
    if kind in MARKS:
        middle = (x0 + x1) / 2, (y0 + y1) / 2
        sheet.ax.plot(
            *middle,
            marker=MARKS[kind],
            markersize=6 if kind == "fights" else 4,
            markeredgewidth=1.6,
            linestyle="none",
            label=label,
            **look,
        )
    elif kind != "allied_with":
        _head(sheet, (x1, y1), (across, down), colour, hollow=kind == "member_of")


def _head(sheet: Sheet, tip: Point, along: Point, colour: tuple, hollow: bool) -> None:
    """An arrow head; a hollow one points to the whole that a faction is part of."""
    (x, y), (across, down) = tip, along
    wings = [(x - across * 7 - down * side, y - down * 7 + across * side) for side in (-3.2, 3.2)]
    points = np.array([(x, y), *wings])
    look = {"facecolor": "none" if hollow else colour, "edgecolor": colour, "linewidth": 0.8, "zorder": 3}
    sheet.ax.fill(*points.T, transform=sheet.transform, clip_on=False, **look)


def key(ties: pd.DataFrame) -> list[legend.Item]:
    """The key to the kinds of line that are drawn."""
    pictures: dict[str, list[dict[str, object]]] = {
        "supports": [{"line": [(0, 4), (12, 4)], "colour": INK}, _triangle(fill=1.0)],
        "member_of": [{"line": [(0, 2.6), (12, 2.6)], "colour": INK, "thick": 0.8},
                      {"line": [(0, 5.4), (12, 5.4)], "colour": INK, "thick": 0.8}, _triangle(fill=0.0)],
        "allied_with": [{"line": [(0, 4), (18, 4)], "colour": INK, "thick": 2.6}],
        "fights": [{"line": [(0, 4), (18, 4)], "colour": INK, "dashes": DASHES},
                   {"line": [(9, 4)], "colour": INK, "marker": "x"}],
        **{kind: [{"line": [(0, 4), (18, 4)], "colour": INK, "dashes": DOTS, "thick": 0.8},
                  {"line": [(9, 4)], "colour": INK, "marker": MARKS[kind]}]
           for kind in ("neutral_to", "mediates", "left")},
    }  # fmt: skip
    met = set(ties["relation"])
    items: list[legend.Item] = [
        (picture, say(f"network-key-{kind}")) for kind, picture in pictures.items() if kind in met
    ]
    if ties["inferred"].notna().any():
        shape = [(0, 3.4), (18, 3.4), (18, 4.6), (0, 4.6)]
        light = {"shape": shape, "colour": INK, "fill": 0.5, "edge": False}
        items.append(([light], say("network-key-inferred")))
    return items


def _triangle(fill: float) -> dict[str, object]:
    return {"shape": [(12, 1), (18, 4), (12, 7)], "colour": INK, "fill": fill}


def sentences(ties: pd.DataFrame, most: int) -> list[str]:
    """The ties in words, those of one faction and kind in one sentence, then how many more there are."""
    met: dict[tuple[str, str], list[str]] = {}
    for row in ties.itertuples():
        others = met.setdefault((one_line(row.actor), row.relation), [])
        if one_line(row.other) not in others:
            others.append(one_line(row.other))
    told = [
        say(f"network-alt-{kind}", actor=actor, others=listed(others, most=6))
        for (actor, kind), others in list(met.items())[:most]
    ]
    more = sum(len(others) for others in list(met.values())[most:])
    return [*told, say("network-alt-more", ties=more)] if more else told
