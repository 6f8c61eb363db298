"""Runs of text in several sizes that flow on through lines, as a row of a table is read aloud."""

from collections.abc import Iterable
from dataclasses import dataclass

from analysis.charts.style import INK, Sheet
from analysis.charts.style.lettering import LEADING, SMALL, one_line, shortened, width


@dataclass(frozen=True)
class Run:
    """Some words in one look. `url` makes them a link; `whole` keeps them on one line, as a citation is."""

    text: str
    size: float = SMALL
    colour: str = INK
    bold: bool = False
    italic: bool = False
    url: str = ""
    whole: bool = False


GAP = 3.4
"""The space between two runs, in points."""

Line = list[tuple[float, Run]]
"""The runs of one line, each with the distance of its start from the left, in points."""


def flowed(runs: Iterable[Run], wide: float) -> list[Line]:
    """The runs one after the other, broken between words into lines of `wide` points; nothing is left out.

    Only a single word longer than a line is cut.
    """
    lines: list[Line] = [[]]
    x = 0.0
    for run in runs:
        text = one_line(run.text)
        begun = False  # whether words of this run stand at the end of the line
        for word in [text] if run.whole and text else text.split():
            start, words = x + (GAP if lines[-1] else 0.0), word
            if begun:
                start, words = lines[-1][-1][0], f"{lines[-1][-1][1].text} {word}"
            if start + width(words, run.size, run.bold) > wide and lines[-1]:
                lines.append([])
                start, words, begun = 0.0, word, False
            if begun:
                lines[-1].pop()
            words = shortened(words, wide - start, run.size, run.bold)
            lines[-1].append((start, _with_text(run, words)))
            x, begun = start + width(words, run.size, run.bold), True
    return lines if lines[0] else []


def height_of(lines: list[Line]) -> float:
    """The height that the lines take, in points."""
    return sum(_size(line) * LEADING for line in lines)


def letter(sheet: Sheet, x: float, y: float, lines: list[Line]) -> float:
    """Letter the lines from the point (x, y) of the sheet downwards; returns where they end."""
    for line in lines:
        size = _size(line)
        for start, run in line:
            look = {"weight": "bold" if run.bold else "normal", "style": "italic" if run.italic else "normal"}
            text = sheet.write(x + start, y + size * 0.95, run.text, size=run.size, colour=run.colour, **look)
            if run.url:
                text.set_url(run.url)
        y += size * LEADING
    return y


def _size(line: Line) -> float:
    return max(run.size for _, run in line)


def _with_text(run: Run, text: str) -> Run:
    return Run(text, run.size, run.colour, run.bold, run.italic, run.url, run.whole)


def aloud(*parts: Iterable[Run]) -> str:
    """Runs as one text, a comma between two but where the first ends with a colon, as `denied:` does."""
    text = ""
    for run in (run for runs in parts for run in runs):
        gap = " " if text.endswith(":") else ", "
        text += f"{gap if text else ''}{run.text.rstrip('.')}"
    return text
