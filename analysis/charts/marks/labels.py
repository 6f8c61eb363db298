"""Labels above their marks: what it is in bold, what is told of it, and citations, in lines of one height."""

from collections.abc import Sequence
from typing import Any

from analysis.charts.marks import runs
from analysis.charts.marks.runs import Line, Run
from analysis.charts.style import ACCENT, INK, MUTED, Sheet
from analysis.charts.style.lettering import LEADING, SMALL, TEXT, one_line
from analysis.messages import say

LINE = TEXT * LEADING
"""Height of one line of a label, in points."""


def head(text: str) -> Run:
    """What a label is of, in bold."""
    return Run(text, TEXT, INK, bold=True)


def detail(text: str) -> Run:
    """What is told of it, in small grey type."""
    return Run(text, SMALL, MUTED)


def citations(row: Any) -> list[Run]:
    """The citations of a row with the keys of its claims in `cite_ids` and their labels in `cites`."""
    keys, marks = one_line(row.cite_ids).split(), one_line(row.cites).split("; ")
    return [cited(key, mark) for key, mark in zip(keys, marks, strict=False)]


def cited(key: str, mark: str) -> Run:
    """One citation, which leads to its claim and is never broken."""
    words = say("label-cited", label=mark)
    return Run(words, SMALL, ACCENT, bold=True, url=f"#claim-{key}", whole=True)


def letter(sheet: Sheet, top: float, lines: Sequence[Line]) -> None:
    """Write the lines from the height `top` down, in the sheet's points, each as high as the others."""
    for place, line in enumerate(lines):
        runs.letter(sheet, 0, top + place * LINE, [line])
