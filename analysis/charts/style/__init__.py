"""What every chart is dressed in: theme, lettering, sheet, legend, room for labels, SVG.

Draws no data itself.
"""

from analysis.charts.style.sheet import (
    Sheet,
    bare,
    describe,
    description,
    hatched,
    pitch_for,
    rows_of,
    sources_of,
    titled,
)
from analysis.charts.style.svg import svg
from analysis.charts.style.theme import (
    ACCENT,
    COLUMN,
    INK,
    MARGIN,
    MUTED,
    NO_FACTION,
    PAPER,
    RULE,
    TALLEST,
    THEME,
    colour_of,
    themed,
)
from analysis.errors import FrameError
from analysis.model import require

__all__ = [
    "ACCENT",
    "COLUMN",
    "INK",
    "MARGIN",
    "MUTED",
    "NO_FACTION",
    "PAPER",
    "RULE",
    "TALLEST",
    "THEME",
    "FrameError",
    "Sheet",
    "bare",
    "colour_of",
    "describe",
    "description",
    "hatched",
    "pitch_for",
    "require",
    "rows_of",
    "sources_of",
    "svg",
    "themed",
    "titled",
]
