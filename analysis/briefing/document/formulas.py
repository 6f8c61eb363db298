"""Formulas in TeX as drawings; nothing for whatever the typesetter would print otherwise than meant.

ziamath draws the MathML that latex2mathml makes of TeX. Both go on in silence where they know a command by
half or not at all: its name is printed, or its letters are lost. So a formula is drawn only where each of
its commands is known to print well, every letter has a shape, and the letters drawn are those written.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, ClassVar, NamedTuple
from xml.etree import ElementTree

from analysis.briefing.document.drawings import Drawing, drawing
from analysis.briefing.document.tex import letters, understood

EM = 16.0
"""CSS pixels of the text for which formulas are drawn."""

MOST_WORK = 6_000
"""Signs that may be measured for one formula, which takes about half a second."""

_MARGIN = 0.5
_SIGNS = frozenset("+\u2212\u00b1\u2213")
_OPENING = frozenset("=<>\u2264\u2265\u2260\u2248\u2261\u221d\u2192\u21d2\u2208,;:([{\u00d7\u22c5")
_PATH = re.compile(r' d="([MLQCZ\d. -]*)"')
_STEP = re.compile(r"([MLQCZ])([\d. -]*)")
_ROWS = frozenset(("math", "mrow", "mtr", "mtd"))


@dataclass(frozen=True)
class Formula:
    """A formula as it was written and as it is drawn; how wide, high over and deep under the line, in em.

    The drawing takes the colour of the text around it and has neither ids nor words: its alternative text is
    `tex`. All of it lies within `width` and, from the line that the text stands on, `height` and `depth`,
    which is below zero where the whole formula floats over that line. It stands on a line of its own where it
    is for `display`.
    """

    kind: ClassVar[str] = "formula"
    tex: str
    drawing: Drawing
    width: float
    height: float
    depth: float
    display: bool = False


class _Typesetter(NamedTuple):
    """Characters of commands that print as one; TeX made into MathML; MathML laid out."""

    symbols: Mapping[str, str]
    mathml: Callable[..., str]
    math: Callable[..., Any]


@lru_cache(maxsize=4096)
def formula(tex: str, *, display: bool) -> Formula | None:
    r"""The TeX, without its dollar signs, typeset for its own line or for the middle of one.

    None where it is empty, too long or nested too deep, not well-formed, or holds anything that would print
    otherwise than meant: then the TeX itself is to be shown.
    """
    typesetter = _typesetter()
    meant = understood(tex, typesetter.symbols)
    if meant is None:
        return None
    try:
        mathml = _tidied(ElementTree.fromstring(typesetter.mathml(meant.tex, inline=not display)))  # noqa: S314 - made here
        if _work(mathml) > MOST_WORK:
            return None
        math = typesetter.math(mathml, size=EM, margin=_MARGIN)
        glyphs = list(_glyphs(math.node))
        svg = math.svg()
    except Exception:  # noqa: BLE001 - two libraries with errors of many kinds; whichever, the TeX is shown
        return None
    box = math.node.bbox
    if not glyphs or not all(glyph.glyph.index for glyph in glyphs) or box.ymin >= box.ymax:
        return None
    if letters("".join(glyph.char for glyph in glyphs)) != meant.letters:
        return None
    svg = _PATH.sub(lambda match: f' d="{_shorter(match.group(1))}"', svg)
    svg = svg.replace(' fill="black"', "").replace('="black"', '="currentColor"')
    drawn = drawing(svg.replace("<svg ", '<svg fill="currentColor" ', 1), tex)
    depth = (_MARGIN - box.ymin) / EM
    return Formula(tex, drawn, drawn.width / EM, drawn.height / EM - depth, depth, display)


def _tidied(element: ElementTree.Element) -> ElementTree.Element:
    """The formula as it is laid out well and soon.

    Rows of one row go, which only cost time, but a sign alone in a row keeps its spacing; and a plus or minus
    that follows a relation, a comma or an opening bracket stands close to what it signs.
    """
    before = ""
    for place, child in enumerate(element):
        inner = _tidied(child)
        alone = child.tag.endswith("}mrow") and len(inner) == 1 and not inner.attrib
        kept = not alone or len(inner[0]) == 0 or inner[0].tag.endswith("}mstyle")
        element[place] = inner if kept else inner[0]
        mark = child.text or "" if child.tag.endswith("}mo") else ""
        if mark in _SIGNS and before in _OPENING:
            child.set("form", "prefix")
        before = mark
    return element


def _work(element: ElementTree.Element) -> int:
    """How many signs are measured until the formula is laid out: each row measures twice what it holds."""
    inside = sum(map(_work, element)) or 1
    return 2 * inside if element.tag.rpartition("}")[2] in _ROWS else inside


def _glyphs(node: Any) -> Iterator[Any]:
    """The letters and signs of a typeset formula, those included of which only the space is kept."""
    for child in node.nodes:
        if hasattr(child, "glyph"):
            yield child
        yield from _glyphs(child)


def _shorter(path: str) -> str:
    """The shape in steps from point to point, which takes half as many characters as points of the sheet.

    >>> _shorter("M 5.04 -4.77 L 5.04 -4.77 L 5.82 -6.11 Q 6.14 -6.69 6.64 -7.18 Z ")
    'm5.04-4.77l.78-1.34q.32-.58 .82-1.07z'
    """
    steps, start, here = [], (0, 0), (0, 0)
    for command, numbers in _STEP.findall(path):
        marks = [round(float(number) * 100) for number in numbers.split()]
        points = list(zip(marks[::2], marks[1::2], strict=True))
        if command == "L" and points == [here]:
            continue
        steps.append(
            command.lower() + "".join(_step(x - here[0]) + _step(y - here[1]) for x, y in points).strip()
        )
        here = points[-1] if points else start
        start = here if command == "M" else start
    return "".join(steps)


def _step(hundredths: int) -> str:
    """A length with what parts it from the one before it: its sign, or a blank."""
    number = f"{abs(hundredths) / 100:g}".removeprefix("0") or "0"
    return f"-{number}" if hundredths < 0 else f" {number}"


@lru_cache(maxsize=1)
def _typesetter() -> _Typesetter:
    """The typesetter, loaded with the first formula: most briefings have none."""
    import ziamath
    from latex2mathml.symbols_parser import SYMBOLS
    from ziamath.tex import tex2mml

    ziamath.config.svg2 = False  # shapes where they stand, so that drawings have no ids
    ziamath.config.precision = 2
    symbols = {command: chr(int(code, 16)) for command, code in SYMBOLS.items() if "-" not in code}
    spacing = {command: mark for command, mark in symbols.items() if not unicodedata.combining(mark)}
    return _Typesetter(spacing, tex2mml, ziamath.Math)
