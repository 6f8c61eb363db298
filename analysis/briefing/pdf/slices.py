"""A long drawing cut between two of its rows, so that a page may end there."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from analysis.briefing.document.drawings import Drawing

SMALL = 200.0
"""Points: what is not higher is never cut."""

LEAST = 64.0
"""Points that a piece of a drawing is high, the last one maybe more: one row alone would look lost."""

_PART = re.compile(
    r"<defs\b.*?</defs>|<text\b(?P<text>[^>]*)>.*?</text>|<path\b(?P<path>[^>]*)></path>"
    r"|<use\b(?P<use>[^>]*)></use>",
    re.DOTALL,
)
_MOVED = re.compile(r"<(?:g|a|svg|symbol)\b[^>]* transform=|<svg\b|<symbol\b")
"""What moves all that is within it: a part of such a drawing may stand anywhere."""

_EMPTY = re.compile(r"<g></g>")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
_PAIRS = re.compile(r"[MLCQSTZz\s\d.,eE+-]*")
"""The commands of a path whose numbers are pairs of x and y, from the corner of the drawing."""

_STROKE, _SIGN = 6.0, 40.0
"""Units of the drawing that a line, and a sign used in many places, may reach beyond where they are put."""


def slices(drawing: Drawing, breaks: Sequence[float], size: float) -> list[Drawing]:
    """The drawing as one or several, from top to bottom, cut at some of the `breaks`, shares of its height.

    `size` is the height in points at which it is printed. No piece holds what would be seen in no part of it,
    and every label stands in exactly one of them.
    """
    edges = _edges(breaks, size)
    if len(edges) == 2:
        return [drawing]
    x, top, wide, high = (float(number) for number in drawing.view_box.split())
    whole = bool(_MOVED.search(drawing.body))
    pieces = []
    for begin, end in pairwise(edges):
        upper, lower = top + begin * high, top + end * high
        ends = (upper if begin else float("-inf"), lower if end < 1 else float("inf"))
        box = f"{x:g} {upper:g} {wide:g} {lower - upper:g}"
        body = drawing.body if whole else _within(drawing.body, *ends)
        pieces.append(replace(drawing, body=body, view_box=box, height=drawing.height * (end - begin)))
    return pieces


def _edges(breaks: Sequence[float], size: float) -> list[float]:
    """Where pieces begin and end, as shares: none lower than `LEAST`."""
    edges = [0.0]
    if size > SMALL:
        for share in breaks:
            if (share - edges[-1]) * size >= LEAST and (1 - share) * size >= LEAST:
                edges.append(share)
    return [*edges, 1.0]


def _within(body: str, upper: float, lower: float) -> str:
    """What of a drawing reaches into the strip between two heights; what cannot be told stays."""

    def kept(part: re.Match[str]) -> str:
        span = _span(part)
        return part[0] if span is None or (span[0] < lower and span[1] >= upper) else ""

    body = _PART.sub(kept, body)
    while (less := _EMPTY.sub("", body)) != body:
        body = less
    return body


def _span(part: re.Match[str]) -> tuple[float, float] | None:
    """The upper and lower edge of a part of a drawing, where they can be told: a label has but one height."""
    if part["text"] is not None:
        height = _height(part["text"])
        return None if height is None else (height, height)
    if part["use"] is not None:
        height = None if " transform=" in part["use"] else _attribute(part["use"], "y")
        return None if height is None else (height - _SIGN, height + _SIGN)
    if part["path"] is None or " transform=" in part["path"]:
        return None
    steps = re.search(r" d=\"([^\"]*)\"", part["path"])
    if steps is None or not _PAIRS.fullmatch(steps[1]):
        return None
    heights = [float(number) for number in _NUMBER.findall(steps[1])[1::2]]
    return (min(heights) - _STROKE, max(heights) + _STROKE) if heights else None


def _height(attributes: str) -> float | None:
    """The height of a label's line, where it is put plainly."""
    if moved := re.search(r" transform=\"translate\(\S+[ ,]+(\S+)\)(?: rotate\([^)]*\))?\"", attributes):
        return float(moved[1])
    return None if " translate(" in attributes else _attribute(attributes, "y")


def _attribute(attributes: str, name: str) -> float | None:
    found = re.search(rf" {name}=\"(-?\d+(?:\.\d+)?)\"", attributes)
    return float(found[1]) if found else None
