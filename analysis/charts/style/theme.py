"""The theme of charts: house colours, sizes, and matplotlib's settings while a chart draws."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import matplotlib as mpl

from analysis import palette
from analysis.charts.style.lettering import FAMILY, SMALL, TEXT, one_line, register_fonts

INK, MUTED, RULE, PAPER, ACCENT, NO_FACTION, OUTSIDE = (
    colour.lower()
    for colour in (
        palette.INK,
        palette.MUTED,
        palette.RULE,
        palette.PAPER,
        palette.ACCENT,
        palette.NO_FACTION,
        palette.OUTSIDE,
    )
)

P = ParamSpec("P")
R = TypeVar("R")

COLUMN = 3.75
"""Width of every figure, in inches: it is read on a phone and beside its notes on a page without being scaled
by more than a third."""

MARGIN = 2.0
"""Points left free at either side, so that no outline is cut in half by the edge."""

TALLEST = 620.0
"""The most height that marks get, in points; beyond it rows grow thinner."""

THEME: dict[str, Any] = {
    "font.family": list(FAMILY),
    "font.size": TEXT,
    "text.color": INK,
    "text.parse_math": False,
    "text.hinting": "no_hinting",
    "axes.edgecolor": RULE,
    "axes.facecolor": "none",
    "axes.grid": False,
    "axes.linewidth": 0.8,
    "figure.facecolor": "none",
    "figure.edgecolor": "none",
    "savefig.facecolor": "none",
    "savefig.edgecolor": "none",
    "savefig.bbox": None,
    "hatch.linewidth": 0.7,
    "lines.solid_capstyle": "butt",
    "path.simplify": False,
    "path.effects": [],
    "path.sketch": None,
    "xtick.color": MUTED,
    "ytick.color": MUTED,
    "xtick.labelsize": SMALL,
    "ytick.labelsize": SMALL,
    "svg.fonttype": "none",
    "svg.image_inline": True,
}


def themed(chart: Callable[P, R]) -> Callable[P, R]:
    """Make a chart draw with the house theme and leave matplotlib's settings as they were."""

    @wraps(chart)
    def drawn(*args: P.args, **kwargs: P.kwargs) -> R:
        register_fonts()
        with mpl.rc_context(THEME):
            return chart(*args, **kwargs)

    return drawn


def colour_of(colour: object) -> str:
    """A faction's colour as the corpus gives it, or the house colour of factions without one."""
    return one_line(colour).lower() or NO_FACTION
