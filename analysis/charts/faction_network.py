"""Who stands with whom, and who against: factions on a ring by side, and ties as last reported."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba

from analysis.charts import style
from analysis.charts.marks import tie_lines
from analysis.charts.style import INK, MUTED, legend
from analysis.charts.style.lettering import LEADING, SMALL, TEXT, one_line, shortened, wrapped
from analysis.messages import day_words, listed, paragraph, say
from analysis.model.frames import SIDES, TIES, takes

COLUMNS = TIES.only(
    *("actor_id", "actor", "relation", "other_id", "other", "inferred", "attested", "source_ids")
)

MEMBERS = SIDES.only("actor_id", "actor", "side", "colour")

NAMES, PITCH, LINE = 128.0, 40.0, 9.8
"""Room for names at either side, height of a faction and least distance of two names, in points."""

TALLEST, MOST = 520.0, 80
"""Height of the ring at most, in points, and the most ties that are drawn one by one with their marks."""


Faction = tuple[str, str, str, str]
"""Key, name, colour and side (empty = none)."""


@dataclass(frozen=True)
class Node:
    """A faction and where it stands, in points of the sheet; `right` is the half of the ring."""

    key: str
    name: str
    colour: str
    side: str
    x: float
    y: float
    right: bool


@style.themed
@takes(ties=COLUMNS, sides=MEMBERS)
def faction_network(ties: pd.DataFrame, sides: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw the ties between factions; those of one side stand together on a ring.

    Takes the columns `COLUMNS` of `frames.TIES` and `MEMBERS` of `frames.SIDES`. The kinds of tie differ in
    stroke and mark. Raises FrameError where a column or every tie is missing, or where a tie is of another
    kind.
    """
    style.not_empty(ties, "faction_network")
    tie_lines.check(ties)
    factions = _factions(ties, sides)
    halves = _halves(factions)
    items = tie_lines.key(ties)
    key = 12.0 * legend.rows_needed(style.COLUMN * 72 - 2 * style.MARGIN, items) + 16
    wanted = min(max(map(len, halves)) * PITCH, TALLEST)
    fixed = map(say, ("network-sides", "network-no-strength"))
    subtitle = paragraph(_reported(ties), *fixed, style.outside_words(ties))
    if style.pitch_for(ax, wanted, max(map(len, halves))) < LINE:
        subtitle = paragraph(subtitle, say("network-named", ties=len(ties)))
    sheet = style.titled(ax, _title(ties, factions), subtitle, style.sources_of(ties), height=wanted + key)
    sheet.place(sheet.ax, 0, sheet.top, sheet.width, sheet.bottom)
    style.bare(sheet.ax)
    legend.draw_key(sheet, 0, sheet.top + 4, items)
    _draw(sheet, tie_lines.distinct(ties), _stand(halves, sheet, sheet.top + key), tie_lines.outside(ties))
    style.describe(sheet.ax, _alternative(ties, factions))
    return sheet.ax


def _factions(ties: pd.DataFrame, sides: pd.DataFrame) -> list[Faction]:
    """Key, name, colour and side of every faction that has a tie, side by side, the largest side first."""
    known = {row.actor_id: row for row in sides.itertuples()}
    names: dict[str, str] = {}
    for row in ties.itertuples():
        names.setdefault(row.actor_id, one_line(row.actor))
        names.setdefault(row.other_id, one_line(row.other))
    factions = []
    for key, name in names.items():
        row = known.get(key)
        side = "" if row is None or pd.isna(row.side) else f"{row.side:g}"
        grey = row is not None and style.outside(row)
        colour = style.OUTSIDE if grey else style.colour_of(None if row is None else row.colour)
        factions.append((key, name, colour, side))
    size = {side: sum(other == side for *_, other in factions) for *_, side in factions}
    return sorted(factions, key=lambda faction: (faction[3] == "", -size[faction[3]], faction[3]))


def _halves(factions: list[Faction]) -> tuple[list[Faction], list[Faction]]:
    """The factions of the left and of the right half, divided between two sides where there are two."""
    breaks = [place for place in range(1, len(factions)) if factions[place][3] != factions[place - 1][3]]
    middle = len(factions) / 2
    cut = min(breaks, key=lambda place: abs(place - middle)) if breaks else int(np.ceil(middle))
    return factions[:cut], factions[cut:]


def _stand(halves: tuple[list[Faction], list[Faction]], sheet: style.Sheet, top: float) -> dict[str, Node]:
    """Places on a ring: at even heights, so that names have room and no tie runs through a third faction."""
    middle, reach = (top + sheet.bottom) / 2, (sheet.bottom - top) / 2
    across = sheet.width / 2 - NAMES
    nodes = {}
    for right, half in zip((False, True), halves, strict=True):
        for place, (key, name, colour, side) in enumerate(half):
            level = ((place + 0.5) / len(half) * 2 - 1) * (len(half) / max(map(len, halves))) ** 0.5
            x = sheet.width / 2 + across * float(np.sqrt(1 - (level * 0.97) ** 2)) * (1 if right else -1)
            nodes[key] = Node(key, name, colour, side, x, middle + level * reach, right)
    return nodes


def _draw(
    sheet: style.Sheet,
    lines: list[tuple[str, str, str, bool, float]],
    nodes: dict[str, Node],
    grey: set[tuple[str, str, str]],
) -> None:
    number = dict.fromkeys(nodes, 0)
    for actor, other, *_ in lines:
        number[actor] += 1
        number[other] += 1
    pitch = min((sheet.bottom - sheet.top) / len(nodes) * 2, PITCH)
    dot = float(np.clip(pitch * 0.35, 1.5, 11))
    if len(lines) > MOST:
        _crowd(sheet, lines, nodes)
    else:
        for actor, other, kind, inferred, shift in lines:
            start, end = _between(nodes[actor], nodes[other], shift, dot / 2 + 2)
            label = f"{actor} {kind} {other}"
            colour = style.OUTSIDE if (actor, other, kind) in grey else INK
            tie_lines.draw_line(sheet, start, end, kind, inferred, label, colour)
    x, y = np.array([(node.x, node.y) for node in nodes.values()]).T
    colours = [node.colour for node in nodes.values()]
    sheet.ax.scatter(x, y, s=dot**2, c=colours, transform=sheet.transform, clip_on=False, zorder=4,
                     linewidth=0,                     label="factions")  # fmt: skip
    _name(sheet, sorted(nodes.values(), key=lambda node: -number[node.key]), dot, roomy=pitch >= 34)


def _between(
    one: Node, other: Node, shift: float, short: float
) -> tuple[tuple[float, float], tuple[float, float]]:
    """The line between the rims of two dots, moved sideways by `shift` points."""
    long = max(float(np.hypot(other.x - one.x, other.y - one.y)), 1e-6)
    across, down = (other.x - one.x) / long, (other.y - one.y) / long
    aside, short = (-down * shift, across * shift), min(short, long * 0.4)
    start = (one.x + across * short + aside[0], one.y + down * short + aside[1])
    return start, (other.x - across * short + aside[0], other.y - down * short + aside[1])


def _crowd(
    sheet: style.Sheet, lines: list[tuple[str, str, str, bool, float]], nodes: dict[str, Node]
) -> None:
    """Ties too many for marks of their own: one path for each kind, by its stroke."""
    strong = float(np.clip(60 / len(lines), 0.06, 0.6))
    for kind, (thick, dashes) in tie_lines.STROKES.items():
        mine = [(nodes[actor], nodes[other]) for actor, other, relation, _, _ in lines if relation == kind]
        if mine:
            x = np.array([(one.x, other.x, np.nan) for one, other in mine]).ravel()
            y = np.array([(one.y, other.y, np.nan) for one, other in mine]).ravel()
            sheet.ax.plot(x, y, color=to_rgba(INK, strong), linewidth=thick * 0.6, linestyle=dashes,
                          label=kind, transform=sheet.transform, clip_on=False)  # fmt: skip


def _name(sheet: style.Sheet, ranked: list[Node], dot: float, roomy: bool) -> None:
    """Names outside the ring with their side, the best tied first; none lies on another."""
    taken: dict[bool, list[float]] = {True: [], False: []}
    for node in ranked:
        if any(abs(node.y - y) < SMALL * LEADING for y in taken[node.right]):
            continue
        taken[node.right].append(node.y)
        x = node.x + (dot / 2 + 5) * (1 if node.right else -1)
        room = (sheet.width - x if node.right else x) - 2
        lines = [(shortened(node.name, room, SMALL), SMALL, INK, "normal")]
        if roomy:
            lines = [(line, TEXT, INK, "normal") for line in wrapped(node.name, room, TEXT, lines=2)]
            words = say("network-side", side=node.side) if node.side else say("network-no-side")
            lines.append((words, SMALL, MUTED, "normal"))
        sheet.block(x, node.y, lines, ha="left" if node.right else "right")


def _title(ties: pd.DataFrame, factions: list[Faction]) -> str:
    sides = len({side for *_, side in factions if side})
    fights = sum(kind == "fights" for _, _, kind, _, _ in tie_lines.distinct(ties))
    return say("network-title", factions=len(factions), sides=sides, pairs=fights)


def _alternative(ties: pd.DataFrame, factions: list[Faction]) -> str:
    """The chart in words: the sides, each tie when there are few, and what is not shown."""
    members: dict[str, list[str]] = {}
    for _, name, _, side in factions:
        members.setdefault(side, []).append(name)
    inferred = int(ties["inferred"].notna().sum())
    return paragraph(
        say("network-alt", factions=len(factions), ties=len(tie_lines.distinct(ties))),
        _reported(ties),
        style.outside_words(ties),
        *(_side(side, names) for side, names in list(members.items())[:5]),
        *tie_lines.sentences(ties, most=20),
        say("network-alt-dates", inferred=inferred, claims=len(ties)),
        say("network-alt-not-shown"),
    )


def _reported(ties: pd.DataFrame) -> str:
    """That the ties are as last reported, and from when to when that was."""
    days = ties["attested"].dropna()
    if days.empty:
        return say("network-ties")
    first, last = (day_words(day, short=True) for day in (days.min(), days.max()))
    if first == last:
        return say("network-ties-day", day=last)
    return say("network-ties-days", first=first, last=last)


def _side(side: str, names: list[str]) -> str:
    actors = listed(names, most=6)
    if not side:
        return say("network-alt-no-side", actors=actors)
    return say("network-alt-side", side=side, actors=actors)
