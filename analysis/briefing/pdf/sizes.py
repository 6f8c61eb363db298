"""How large drawings, pictures and formulas are printed: in points, never larger than their room."""

from collections.abc import Sequence
from math import isfinite
from typing import Any

from analysis.briefing.document.drawings import Drawing
from analysis.briefing.pdf.lettering import lettered
from analysis.briefing.pdf.slices import slices

Node = dict[str, Any]

WIDTH = 504.0
"""The type area of a page of A4 is that wide, in points."""

TALLEST = 610.0
"""Points a drawing may be high, so that its caption, notes and sources stand on the same page."""

NARROWEST = 12.0
"""Points that whatever stands within something else has at least: a letter or two."""

POINTS = 0.75
"""Points in a CSS pixel."""


def drawn(drawing: Drawing, room: float = WIDTH, width: float = 0.0, height: float = 0.0) -> Node:
    """A drawing with the size it is printed in: the one asked for in CSS pixels, else its own.

    It is made smaller where its room is. Where only width or height is asked for, the other one follows.
    """
    asked = size_asked(width, height)
    ratio = _real(drawing.width) / _real(drawing.height)
    wide = asked["wide"] or (asked["high"] * ratio or _real(drawing.width) * POINTS)
    high = asked["high"] or wide / ratio
    scale = min(1.0, room / wide, TALLEST / high)
    return {"svg": lettered(drawing.xml()), "width": round(wide * scale, 2), "height": round(high * scale, 2)}


def pieces(drawing: Drawing, breaks: Sequence[float]) -> Node:
    """The drawing of an exhibit in pieces between which a page may end: `parts`, and the `width` of all.

    It is made smaller only where the page is too narrow for it, or too low for one of the pieces.
    """
    wide, high = _real(drawing.width) * POINTS, _real(drawing.height) * POINTS
    cut = slices(drawing, breaks, high)
    tallest = max(_real(piece.height) * POINTS for piece in cut)
    scale = min(1.0, WIDTH / wide, TALLEST / tallest)
    parts = [
        {"svg": lettered(piece.xml()), "height": round(_real(piece.height) * POINTS * scale, 2)}
        for piece in cut
    ]
    return {"parts": parts, "width": round(wide * scale, 2)}


def size_asked(width: float, height: float) -> dict[str, float]:
    """The size in points that a picture asks for in CSS pixels; 0 for a side that makes no sense."""
    return {
        name: side * POINTS if _is_size(side) else 0.0 for name, side in (("wide", width), ("high", height))
    }


def _real(side: float) -> float:
    """A side that can be divided by: a drawing without width or height is a dot."""
    return side if _is_size(side) else 1.0


def _is_size(side: float) -> bool:
    return isfinite(side) and 0.1 <= side <= 1e6
