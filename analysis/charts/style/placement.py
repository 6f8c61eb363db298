"""Where labels go: the first free place around a mark, so that no label lies on another or leaves the map."""

from collections.abc import Iterable
from dataclasses import dataclass, field

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in points."""

AROUND = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
"""Sides of a mark in the order in which they are tried: right and left first."""

STEPS = (5.0, 12.0, 22.0, 36.0, 54.0)
"""Distances from the mark that are tried, in points."""


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share any area.

    >>> overlap((0, 0, 2, 2), (1, 1, 3, 3)), overlap((0, 0, 1, 1), (1, 0, 2, 1))
    (True, False)
    """
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@dataclass
class Ground:
    """The map as labels see it: its frame and the boxes that are taken."""

    frame: Box
    taken: list[Box] = field(default_factory=list)

    def take(self, box: Box) -> None:
        """Mark a box as taken."""
        self.taken.append(box)

    def free(self, box: Box) -> bool:
        """Whether the box lies within the frame and on nothing that is taken."""
        left, top, right, bottom = self.frame
        inside = box[0] >= left and box[1] >= top and box[2] <= right and box[3] <= bottom
        return inside and not any(overlap(box, other) for other in self.taken)

    def on_rim(self, x: float, y: float, radius: float, wide: float, high: float) -> Box | None:
        """The first free box above, below or beside a circle, which is then taken; None without one."""
        out, half = radius + 2, high / 2
        middles = [(x, y - out - half), (x, y + out + half), (x + out + wide / 2, y), (x - out - wide / 2, y)]
        return self.centred(middles, wide, high)

    def beside(self, x: float, y: float, wide: float, high: float) -> Box | None:
        """The first free box of that size around the mark at (x, y), then taken; None without one."""
        for step in STEPS:
            for across, down in AROUND:
                slant = 0.75 if across and down else 1.0
                left = x + across * step * slant + (across - 1) * wide / 2
                top = y + down * step * slant + (down - 1) * high / 2
                box = (left, top, left + wide, top + high)
                if self.free(box):
                    self.take(box)
                    return box
        return None

    def centred(self, points: Iterable[tuple[float, float]], wide: float, high: float) -> Box | None:
        """The first free box of that size centred on one of the points, then taken; None without one."""
        for x, y in points:
            box = (x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
            if self.free(box):
                self.take(box)
                return box
        return None
