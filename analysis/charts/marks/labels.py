"""Labels above their marks: runs of bold, plain and cited text in one paragraph, wrapped over the width."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from analysis.charts.style import ACCENT, INK, MUTED, Sheet
from analysis.charts.style.lettering import LEADING, SMALL, TEXT, one_line, shortened, width
from analysis.messages import say

LINE = TEXT * LEADING
"""Height of one line of a label, in points."""


@dataclass(frozen=True)
class Run:
    """A piece of text in one look; with an address it is a link and never broken."""

    text: str
    size: float = SMALL
    colour: str = MUTED
    bold: bool = False
    address: str = ""


Line = list[tuple[float, Run]]
"""The runs of one line, each with the point at which it begins."""


def head(text: str) -> Run:
    """What a label is of, in bold."""
    return Run(text, TEXT, INK, bold=True)


def citations(row: Any) -> list[Run]:
    """The citations of a row with the keys of its claims in `cite_ids` and their labels in `cites`."""
    keys, marks = one_line(row.cite_ids).split(), one_line(row.cites).split("; ")
    return [cited(key, mark) for key, mark in zip(keys, marks, strict=False)]


def cited(key: str, mark: str) -> Run:
    """One citation, which leads to its claim."""
    return Run(say("label-cited", label=mark), SMALL, ACCENT, bold=True, address=f"#claim-{key}")


def flowed(runs: Iterable[Run], across: float) -> list[Line]:
    """The runs one after the other, broken between words into lines of so many points."""
    lines: list[Line] = [[]]
    used = 0.0
    for run in runs:
        blank = 0.25 * run.size
        for word in [run.text] if run.address else run.text.split():
            wide = width(word, run.size, run.bold)
            if used and used + wide > across:
                lines.append([])
                used = 0.0
            text = shortened(word, across, run.size, run.bold) if wide > across else word
            _append(lines[-1], run, text)
            used += wide + blank
    return lines


def _append(line: Line, run: Run, word: str) -> None:
    """Add a word to the last run of the line if that has the same look, else as a run of its own."""
    x = 0.0
    if line:
        left, last = line[-1]
        if not run.address and replace(last, text="") == replace(run, text=""):
            line[-1] = (left, replace(last, text=f"{last.text} {word}"))
            return
        x = left + width(last.text, last.size, last.bold) + 0.3 * last.size
    line.append((x, replace(run, text=word)))


def letter(sheet: Sheet, top: float, lines: Sequence[Line]) -> None:
    """Write the lines from the height `top` down, in the sheet's points."""
    for place, line in enumerate(lines):
        for x, run in line:
            weight = "bold" if run.bold else "normal"
            y = top + place * LINE + TEXT * 0.95
            text = sheet.write(x, y, run.text, size=run.size, colour=run.colour, weight=weight)
            if run.address:
                text.set_url(run.address)
