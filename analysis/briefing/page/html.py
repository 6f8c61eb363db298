"""A document printed as one HTML page that works offline, without scripts, under a strict content policy."""

import re
from base64 import b64encode
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from analysis.briefing.document import drawings
from analysis.briefing.document.blocks import Document, Exhibit, Heading, Picture, Recording, exhibit_of
from analysis.briefing.document.characters import shortened
from analysis.briefing.document.citations import plain
from analysis.briefing.document.data import csv_text
from analysis.briefing.document.drawings import Drawing
from analysis.briefing.document.passages import written
from analysis.briefing.document.words import (
    error_head,
    error_name,
    facts_about,
    facts_of,
    in_quotes,
    reports_left,
    statements_left,
)
from analysis.briefing.page import colours, fonts
from analysis.briefing.page.runs import inline
from analysis.messages import say

POLICY = "default-src 'none'; img-src data:; media-src data:; style-src 'unsafe-inline'; font-src data:"
"""Nothing is loaded and nothing runs."""

TABLE_ROWS = 200
"""Rows of a table the page shows; more are in its data."""

DATA_ROWS = 50
"""Rows shown of the data under a figure."""

SOURCE_ROWS = 12
"""Reports named below one exhibit; the others stand in the register."""

OPEN_STATEMENTS = 40
"""Statements of one report that the register lists unfolded."""

DOWNLOAD_LIMIT = 300_000
"""Bytes of CSV embedded for saving; larger data lies beside the page only."""

_PAINTS = ("style", "fill", "stroke", "stop-color", "color")
_ELEMENT = re.compile(r"<([A-Za-z]+)(?:\s+[^\s=<>\"]+=\"[^\"]*\")+\s*>")
_ATTRIBUTE = re.compile(
    r" (id|class|href|style|fill|stroke|stop-color|color|clip-path|mask|marker-\w+)=\"([^\"]*)\""
)
_SELECTED = re.compile(r"([#.])([\w-]+)")
_TEXT = re.compile(r">([^<]+)")


@dataclass(frozen=True)
class Section:
    """A part of the contents: a heading (without an anchor above the first one) and the exhibits below it."""

    anchor: str
    title: str
    exhibits: list[Exhibit] = field(default_factory=list)


def page(document: Document) -> str:
    """The document as one HTML file: styles, fonts, drawings and data are inside, nothing is loaded.

    The same document gives the same bytes.
    """
    printing = _Printing()
    environment = _environment()
    with written(document.direction):
        body = environment.get_template("page.html.j2").render(
            document=document,
            printing=printing,
            contents=contents(document),
            policy=POLICY,
            table_rows=TABLE_ROWS,
            data_rows=DATA_ROWS,
            source_rows=SOURCE_ROWS,
            open_statements=OPEN_STATEMENTS,
        )
    style = environment.get_template("style.css").render(
        light=colours.properties(printing.colours, dark=False),
        dark=colours.properties(printing.colours, dark=True),
    )
    letters = unescape("".join(_TEXT.findall(body)))
    head = f"<style>\n{fonts.style(letters)}{style}{''.join(printing.rules)}</style>"
    return body.replace("<style></style>", head, 1)


def contents(document: Document) -> list[Section]:
    """The contents: headings of the second level, each with the exhibits that follow it."""
    sections: list[Section] = []
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 2:
            sections.append(Section(block.anchor, plain(block.runs)))
        elif exhibit := exhibit_of(block):
            if not sections:
                sections.append(Section("", ""))
            sections[-1].exhibits.append(exhibit)
    return sections


class _Printing:
    """What templates call to turn drawings, pictures and data into markup; remembers the colours they use."""

    def __init__(self) -> None:
        self.colours: dict[str, str] = {}
        self.rules: list[str] = []

    def drawing(self, drawing: Drawing, anchor: str, title: str, description: str) -> Markup:
        """Inline SVG, scaled to its frame, with title and description, its ids and styles kept to itself."""
        attributes = "".join(
            f' {name}="{colours.as_variables(value, self.colours) if name in _PAINTS else value}"'
            for name, value in drawing.attributes
            if name in drawings.PROPERTIES or name in ("style", "preserveAspectRatio")
        )
        for selector, declarations in drawing.rules:
            self.rules.append(self._scoped(anchor, selector, declarations))
        named = Markup('<title id="{0}-title">{1}</title><desc id="{0}-desc">{2}</desc>')
        head = (
            f'<svg viewBox="{drawing.view_box}" role="img" aria-labelledby="{anchor}-title {anchor}-desc"'
            f"{attributes}>"
        )
        body = self.repainted(drawing.body, f"{anchor}-")
        return Markup(head) + named.format(anchor, title, description) + Markup(body + "</svg>")  # noqa: S704

    def repainted(self, markup: str, prefix: str) -> str:
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
        return "data:text/csv;charset=utf-8," + quote(text, safe="/:;,()!*'~")

    def _scoped(self, anchor: str, selector: str, declarations: str) -> str:
        """A style rule of a drawing that reaches nothing outside it."""
        own = [
            f"#{anchor} svg " + _SELECTED.sub(rf"\1{anchor}-\2", part.strip())
            for part in selector.split(",")
            if part.strip()
        ]
        painted = colours.as_variables(declarations, self.colours)
        painted = re.sub(r"(url\(\s*[\"']?)#", rf"\1#{anchor}-", painted)
        return f"{','.join(own)}{{{painted}}}\n"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("analysis.briefing.page", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["inline"] = inline
    environment.filters["shortened"] = shortened
    words = (error_head, error_name, facts_about, facts_of, in_quotes, reports_left, statements_left)
    environment.filters.update({function.__name__: function for function in words})
    environment.globals["say"] = say
    return environment
