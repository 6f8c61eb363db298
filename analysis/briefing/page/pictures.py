"""The drawing of each exhibit as a picture to take away: a file of its own that says what it shows."""

import re
from collections.abc import Iterable, Iterator
from html import escape, unescape

from analysis import palette, typefaces
from analysis.briefing.document.blocks import Cover, Document, Figure
from analysis.briefing.document.drawings import PROPERTIES, Drawing
from analysis.briefing.document.passages import marked, written
from analysis.messages import say
from analysis.typefaces import ARABIC, FACES, SANS, Face

MARGIN = 16.0
"""Pixels of paper around all that stands in a picture."""

REPORTS = 6
"""Reports named by their titles below a drawing; further ones are counted."""

_FAMILIES = f"'{SANS}','{ARABIC}',sans-serif"
_REGULAR, _BOLD = (face for face in FACES if face.family == SANS)
_TITLE, _PLAIN, _SMALL = (17.0, 21.0), (13.0, 17.0), (11.5, 15.0)
"""Size of type and distance of lines, in pixels."""

_TEXT = re.compile(r">([^<]+)")
_LINK = re.compile(r"<a href=\"#([^\"]*)\">")


def pictures(document: Document) -> dict[str, bytes]:
    """The drawing of every figure as a file, by its name beside the page: `pictures/<exhibit>.svg`.

    Each has the exhibit's number, title and subtitle above and its reports and the edition below, and the
    typeface inside. The same document gives the same bytes.
    """
    figures = [block for block in document.blocks if isinstance(block, Figure)]
    with written(document.direction):
        return {
            f"pictures/{figure.exhibit.name}.svg": picture(figure, document.cover).encode()
            for figure in figures
        }


def picture(figure: Figure, cover: Cover) -> str:
    """One figure as SVG."""
    exhibit, drawing = figure.exhibit, figure.drawing
    room = drawing.width
    lines = _Lines(room)
    head = say("exhibit", number=exhibit.number)
    if exhibit.label:
        head = say("exhibit-labelled", number=exhibit.number, label=exhibit.label)
    lines.add(head, _SMALL, muted=True)
    lines.add(exhibit.title, _TITLE, bold=True)
    lines.add(exhibit.subtitle, _PLAIN, muted=True)
    top = lines.height + 8
    lines.height = top + drawing.height + 4
    for said in _below(figure, cover):
        lines.add(said, _SMALL, muted=True)
    width, height = room + 2 * MARGIN, lines.height + MARGIN
    named = f"<title>{escape(exhibit.title)}</title><desc>{escape(figure.alt)}</desc>"
    body = f"{''.join(lines.markup)}{_inside(drawing, MARGIN, top)}"
    letters = unescape("".join(_TEXT.findall(body)))
    rules = "".join(f"{selector}{{{declarations}}}" for selector, declarations in drawing.rules)
    style = f"<style>{escape(typefaces.style(letters, (_REGULAR, _BOLD)) + rules, quote=False)}</style>"
    paper = f'<rect width="100%" height="100%" fill="{palette.PAPER}"/>'
    size = f'viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" font-family="{_FAMILIES}" {size}>'
        f"{named}{style}{paper}{body}</svg>\n"
    )


def _below(figure: Figure, cover: Cover) -> Iterator[str]:
    """What stands below the drawing, line by line."""
    exhibit = figure.exhibit
    yield exhibit.shown
    for source in exhibit.sources[:REPORTS]:
        yield say("picture-report", number=source.number, title=source.title)
    if len(exhibit.sources) > REPORTS:
        yield say("sources-further", number=len(exhibit.sources) - REPORTS)
    yield say("picture-edition", title=cover.title, edition=cover.edition) if cover.edition else cover.title


class _Lines:
    """Lines of text set one below the other between the margins; `height` is where the next one begins."""

    def __init__(self, room: float) -> None:
        self.height = MARGIN
        self.markup: list[str] = []
        self._room = room

    def add(self, text: str, sizes: tuple[float, float], *, bold: bool = False, muted: bool = False) -> None:
        """Set a text, broken where a line is full; nothing for an empty one."""
        size, distance = sizes
        colour, weight = palette.MUTED if muted else palette.INK, 600 if bold else 400
        for line in _broken(text.split(), _BOLD if bold else _REGULAR, size, self._room):
            at = self.height + size
            self.markup.append(
                f'<text x="{MARGIN:g}" y="{at:g}" font-size="{size:g}" font-weight="{weight}" '
                f'fill="{colour}">{escape(marked(line))}</text>'
            )
            self.height += distance


def _broken(words: Iterable[str], face: Face, size: float, room: float) -> Iterator[str]:
    """The words as lines that fit into the room; a word longer than that has a line of its own."""
    line = ""
    for word in words:
        longer = f"{line} {word}".strip()
        if line and typefaces.width(longer, face, size) > room:
            yield line
            longer = word
        line = longer
    if line:
        yield line


def _inside(drawing: Drawing, left: float, top: float) -> str:
    """The drawing at its place; its links lead to the page beside which the picture lies."""
    own = "".join(
        f' {name}="{value}"'
        for name, value in drawing.attributes
        if name in PROPERTIES or name in ("style", "preserveAspectRatio")
    )
    body = _LINK.sub(r'<a href="../briefing.html#\1">', drawing.body)
    return (
        f'<svg x="{left:g}" y="{top:g}" width="{drawing.width:g}" height="{drawing.height:g}" '
        f'viewBox="{drawing.view_box}"{own}>{body}</svg>'
    )
