"""Formulas in TeX as drawings."""

from dataclasses import dataclass
from typing import ClassVar

from analysis.briefing.document.drawings import Drawing


@dataclass(frozen=True)
class Formula:
    """A formula as it was written and as it is drawn; how wide, high over and deep under the line, in em.

    The drawing takes the colour of the text around it; `tex` is its alternative text.
    It stands on a line of its own where it is for `display`.
    """

    kind: ClassVar[str] = "formula"
    tex: str
    drawing: Drawing
    width: float
    height: float
    depth: float
    display: bool = False


def formula(tex: str, *, display: bool) -> Formula | None:
    """None until the typesetter is there."""
    return None
