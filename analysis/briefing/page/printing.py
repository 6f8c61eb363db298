"""Drawings, pictures and data as markup, and what the style sheet needs for them: what templates call."""

import re
from base64 import b64encode
from collections.abc import Collection, Iterable
from itertools import pairwise
from urllib.parse import quote

from markupsafe import Markup

from analysis.briefing.document import drawings
from analysis.briefing.document.blocks import Exhibit, Figure, Head, Picture, Recording
from analysis.briefing.document.citations import plain
from analysis.briefing.document.data import csv_text
from analysis.briefing.document.drawings import Drawing
from analysis.briefing.page import colours
from analysis.briefing.page.cards import Cards

DOWNLOAD_LIMIT = 60_000
"""Bytes of CSV embedded for saving; larger data lies beside the page only."""

NARROW = 480
"""Pixels that a drawing may be wide to stand beside its notes."""

TALL = 1.0
"""Times that a drawing may be as high as it is wide, and still be kept whole in print."""

SLICE = 0.3
"""Height of the slices that print makes of a taller one, in its widths; more only where no cut may be."""

_PAINTS = ("style", "fill", "stroke", "stop-color", "color")
_ELEMENT = re.compile(r"<([A-Za-z]+)(?:\s+[^\s=<>\"]+=\"[^\"]*\")+\s*>")
_ATTRIBUTE = re.compile(
    r" (id|class|href|style|fill|stroke|stop-color|color|clip-path|mask|marker-\w+)=\"([^\"]*)\""
)
_SELECTED = re.compile(r"([#.])([\w-]+)")
_STYLE = re.compile(r" style=\"([\w\s:;.,()#%'-]*)\"")
_OWN_ADDRESS = re.compile(r"[\x00-\x1f\x7f#%\"&<>`]")
_LINK = re.compile(r"<a href=\"#([^\"]*)\">")


class Printing:
    """Turns drawings, pictures and data into markup; remembers the colours and the style rules they need.

    `anchors` are those that links in drawings may lead to; `pictures` names the exhibits whose drawing lies
    beside the page.
    """

    def __init__(self, cards: Cards, anchors: Collection[str], pictures: Collection[str]) -> None:
        self.cards = cards
        self.pictures = pictures
        self.colours: dict[str, str] = {}
        self.rules: list[str] = []
        self.labelled: list[str] = []
        self._drawings = 0
        self._styles: dict[str, str] = {}
        self._anchors = frozenset(anchors)

    def drawing(self, drawing: Drawing, anchor: str, title: str, description: str) -> Markup:
        """Inline SVG, scaled to its frame, with title and description, its ids and styles kept to itself.

        What is named an image has no links inside, so a drawing with links is a group.
        """
        attributes = "".join(
            f' {name}="{colours.as_variables(value, self.colours) if name in _PAINTS else value}"'
            for name, value in drawing.attributes
            if name in drawings.PROPERTIES or name in ("style", "preserveAspectRatio")
        )
        # No anchor has capitals at its beginning, so nothing else in the page has such a name.
        self._drawings += 1
        prefix = f"D{self._drawings}-"
        for selector, declarations in drawing.rules:
            self.rules.append(self._scoped(anchor, prefix, selector, declarations))
        body = self._linked(self._repainted(drawing.body, prefix))
        body = body if drawing.rules else self._classed(body)
        role = "group" if "<a href=" in body else "img"
        head = (
            f'<svg viewBox="{drawing.view_box}" role="{role}" '
            f'aria-labelledby="{anchor}.name {anchor}.alt"{attributes}>'
        )
        named = Markup('<title id="{0}.name">{1}</title><desc id="{0}.alt">{2}</desc>')
        drawn = f'<g id="{prefix}">{body}</g></svg>'
        return Markup(head) + named.format(anchor, title, description) + Markup(drawn)  # noqa: S704

    def slices(self, figure: Figure) -> Markup:
        """The figure drawn last in slices between which print may break; nothing where it fits on a page."""
        left, top, width, height = map(float, figure.drawing.view_box.split())
        if height <= TALL * width or not figure.breaks:
            return Markup()
        edges = [0.0]
        for place, share in enumerate(figure.breaks):
            following = figure.breaks[place + 1] if place + 1 < len(figure.breaks) else 1.0
            if (following - edges[-1]) * height > SLICE * width:
                edges.append(share)
        edges.append(1.0)
        slices = (
            f'<svg viewBox="{left:g} {top + start * height:g} {width:g} {(end - start) * height:g}">'
            f'<use href="#D{self._drawings}-"/></svg>'
            for start, end in pairwise(edges)
        )
        return Markup(f'<div class="slices" aria-hidden="true">{"".join(slices)}</div>')  # noqa: S704

    def is_narrow(self, drawing: Drawing) -> bool:
        """Whether a drawing is made to stand beside its notes, and for a phone."""
        return drawing.width <= NARROW

    def labels(self, anchor: str, heads: Iterable[Head]) -> str:
        """Nothing; on a phone, where rows are cards, the heads of a table stand before its cells."""
        for place, head in enumerate(heads, 1):
            if plain(head.label).strip():
                content = quoted(plain(head.label))
                self.labelled.append(
                    f"#{anchor} tbody>tr>td:nth-child({place})::before{{content:{content}}}\n"
                )
        return ""

    def held(self, held: Picture | Recording) -> str:
        """The bytes of a picture or recording as a data address."""
        return f"data:{held.mime};base64,{b64encode(held.content).decode('ascii')}"

    def size(self, picture: Picture) -> str:
        """The size in which a picture is shown, as a style: that it asks for, or that of its drawing."""
        width, height = picture.width, picture.height
        if picture.drawing and not width:
            width = picture.drawing.width * (height / picture.drawing.height if height else 1)
        return f"width:{width:g}px" if width else f"height:{height:g}px" if height else ""

    def download(self, exhibit: Exhibit) -> str:
        """The data of an exhibit as a data address of CSV; empty where there is none or too much to embed."""
        data = exhibit.data
        if not data.columns or sum(map(len, data.lines)) > DOWNLOAD_LIMIT:
            return ""
        text = csv_text(data)
        if len(text.encode()) > DOWNLOAD_LIMIT:
            return ""
        # Letters of any script stand as they are in an address, and take a third of the room.
        return "data:text/csv;charset=utf-8," + _OWN_ADDRESS.sub(lambda sign: quote(sign[0]), text)

    def _linked(self, markup: str) -> str:
        """The markup with links to known anchors, out of the way of the keyboard, and without all others."""

        def link(match: re.Match[str]) -> str:
            return f'<a href="#{match[1]}" tabindex="-1">' if match[1] in self._anchors else "<a>"

        return _LINK.sub(link, markup)

    def _repainted(self, markup: str, prefix: str) -> str:
        """Sanitised markup, drawings' ids and references prefixed, their colours as custom properties."""

        def changed(tag: str, name: str, value: str) -> str:
            if tag not in drawings.TAGS:
                return value
            if name in ("id", "class"):
                return " ".join(f"{prefix}{part}" for part in value.split())
            if name == "href":
                return f"#{prefix}{value[1:]}" if value.startswith("#") else value
            if "url(" in value:
                value = re.sub(r"(url\(\s*[\"']?)#", rf"\1#{prefix}", value)
            return colours.as_variables(value, self.colours) if name in _PAINTS else value

        def in_tag(match: re.Match[str]) -> str:
            tag = match.group(1)
            return _ATTRIBUTE.sub(
                lambda pair: f' {pair.group(1)}="{changed(tag, pair.group(1), pair.group(2))}"', match.group()
            )

        return _ELEMENT.sub(in_tag, markup)

    def _classed(self, markup: str) -> str:
        """The markup with each style that is plain as a class, for a chart has a hundred elements alike."""

        def named(style: str) -> str:
            if style not in self._styles:
                self._styles[style] = f"S{len(self._styles) + 1}"
                self.rules.append(f".{self._styles[style]}{{{style}}}\n")
            return self._styles[style]

        def classed(element: re.Match[str]) -> str:
            tag = element.group()
            style = _STYLE.search(tag)
            if " class=" in tag or not style or not _is_closed(style[1]):
                return tag
            return f'{tag[: style.start()]} class="{named(style[1])}"{tag[style.end() :]}'

        return _ELEMENT.sub(classed, markup)

    def _scoped(self, anchor: str, prefix: str, selector: str, declarations: str) -> str:
        """A style rule of a drawing that reaches nothing outside it."""
        own = [
            f"#{anchor} svg " + _SELECTED.sub(rf"\1{prefix}\2", part.strip())
            for part in selector.split(",")
            if part.strip()
        ]
        painted = colours.as_variables(declarations, self.colours)
        painted = re.sub(r"(url\(\s*[\"']?)#", rf"\1#{prefix}", painted)
        return f"{','.join(own)}{{{painted}}}\n"


def _is_closed(style: str) -> bool:
    """Whether quotation marks and brackets in a style are closed, so that what comes after it stays apart."""
    return style.count("'") % 2 == 0 and style.count("(") == style.count(")")


def quoted(text: str) -> str:
    """The text as a string of CSS, every sign that is no plain letter, digit or space written as a number.

    >>> quoted('a"</style>')
    '"a\\\\22 \\\\3c \\\\2f style\\\\3e "'
    """
    signs = re.sub(r"[^A-Za-z0-9 ]", lambda sign: f"\\{ord(sign[0]):x} ", text)
    return f'"{signs}"'
