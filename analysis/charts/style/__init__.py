"""What every chart is dressed in: theme, lettering, sheet, legend, room for labels, SVG.

Draws no data itself.
"""

from analysis.charts.style.sheet import (
    Sheet,
    bare,
    breaks,
    cut_at,
    describe,
    description,
    hatched,
    not_empty,
    outside,
    outside_words,
    sheet,
    width_for,
)
from analysis.charts.style.svg import svg
from analysis.charts.style.theme import (
    ACCENT,
    COLUMN,
    INK,
    MARGIN,
    MUTED,
    NO_FACTION,
    OUTSIDE,
    PAPER,
    RULE,
    TALLEST,
    THEME,
    colour_of,
    themed,
)

__all__ = [
    "ACCENT",
    "COLUMN",
    "INK",
    "MARGIN",
    "MUTED",
    "NO_FACTION",
    "OUTSIDE",
    "PAPER",
    "RULE",
    "TALLEST",
    "THEME",
    "Sheet",
    "bare",
    "breaks",
    "colour_of",
    "cut_at",
    "describe",
    "description",
    "hatched",
    "not_empty",
    "outside",
    "outside_words",
    "sheet",
    "svg",
    "themed",
    "width_for",
]
