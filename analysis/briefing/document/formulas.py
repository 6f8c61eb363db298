"""Formulas written in TeX."""

from dataclasses import dataclass
from typing import ClassVar

from analysis.briefing.document.drawings import Drawing


@dataclass(frozen=True)
class Formula:
    """A formula in TeX, on a line of its own where it is for `display`.

    `drawing` is None where it could not be typeset: then its TeX is printed. `depth` is how far the drawing
    reaches below the line of text, in CSS pixels.
    """

    kind: ClassVar[str] = "formula"
    tex: str
    display: bool = False
    drawing: Drawing | None = None
    depth: float = 0.0
