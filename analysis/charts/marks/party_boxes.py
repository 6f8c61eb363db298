"""Boxes of factions: the name in a frame of the faction's colour, its members in boxes inside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from matplotlib.patches import FancyBboxPatch

from analysis.charts.marks.tie_words import Told, letter, measured
from analysis.charts.style import INK, Sheet
from analysis.charts.style.lettering import LEADING, SMALL, TEXT, width, wrapped
from analysis.charts.style.placement import Box

WIDEST, PAD, GAP = 84.0, 4.5, 4.0
"""Widest line of a name, room between text and frame, and between the boxes of members, in points."""


@dataclass(frozen=True)
class Party:
    """A faction as it is lettered: `told` is by whose word it is a member of the box around it."""

    key: str
    name: str
    colour: str
    grey: bool = False
    told: Told | None = None
    members: Sequence["Party"] = field(default_factory=tuple)


def size_of(party: Party, widest: float = WIDEST) -> tuple[float, float]:
    """Width and height of the box of a faction with all that stands in it, in points."""
    lines = wrapped(party.name, widest, _type(party), bold=True)
    wide = max(width(line, _type(party), bold=True) for line in lines)
    high = len(lines) * _type(party) * LEADING
    if party.told is not None:
        across, down = measured(party.told)
        wide, high = max(wide, across), high + down
    for member in party.members:
        across, down = size_of(member, widest)
        wide, high = max(wide, across), high + down + GAP
    return wide + 2 * PAD, high + 2 * PAD - 1


def draw_party(sheet: Sheet, party: Party, box: Box, widest: float = WIDEST) -> dict[str, Box]:
    """Draw the box with what stands in it; returns the boxes of all factions in it, by their keys."""
    left, top, right, bottom = box
    look = {"facecolor": "none", "edgecolor": party.colour, "linewidth": 1.6, "label": party.key}
    frame = FancyBboxPatch((left, top), right - left, bottom - top, boxstyle="round,pad=0,rounding_size=2",
                           transform=sheet.transform, clip_on=False, zorder=3, **look)  # fmt: skip
    sheet.ax.add_artist(frame)
    size, middle, y = _type(party), (left + right) / 2, top + PAD - 0.5
    for line in wrapped(party.name, widest, size, bold=True):
        sheet.write(middle, y + size * 0.95, line, size=size, colour=INK, weight="bold", ha="center")
        y += size * LEADING
    if party.told is not None:
        letter(sheet, party.told, middle, y)
        y += measured(party.told)[1]
    drawn = {party.key: box}
    for member in party.members:
        across, down = size_of(member, widest)
        y += GAP
        drawn |= draw_party(sheet, member, (middle - across / 2, y, middle + across / 2, y + down), widest)
        y += down
    return drawn


def nested(parties: Mapping[str, Party], inside: Mapping[str, str]) -> dict[str, Party]:
    """The factions that stand by themselves, each with its members; `inside` is the whole of a member."""
    within: dict[str, list[Party]] = {}
    for member, whole in inside.items():
        within.setdefault(whole, []).append(parties[member])
    return {
        key: Party(party.key, party.name, party.colour, party.grey, None, tuple(within.get(key, ())))
        for key, party in parties.items()
        if key not in inside
    }


def _type(party: Party) -> float:
    return SMALL if party.told is not None else TEXT
