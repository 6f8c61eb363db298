"""HTML of any origin through one allow-list into a small tree: what is hidden, acts or loads is gone."""

import re
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, SubElement

import nh3

from analysis.briefing.document import drawings
from analysis.briefing.document.characters import clean
from analysis.briefing.reading.hiding import Rule, hide, rules_of

DEEPEST = 60
"""Elements within elements that are kept apart; what lies deeper is laid flat into the last of them."""

DRAWING = "drawing"
"""The tag under which a drawing stands in the tree, its SVG as text."""

_TEXT = frozenset(
    """
    a abbr acronym address article aside b bdi bdo big blockquote body br button caption center cite code
    col colgroup data dd del details dfn dialog dir div dl dt em fieldset figcaption figure font footer
    form h1 h2 h3 h4 h5 h6 header hgroup hr i input ins kbd label legend li main mark menu nav ol optgroup
    option p pre q rp rt ruby s samp search section select small span strike strong sub summary sup table
    tbody td textarea tfoot th thead time tr tt u ul var wbr
    """.split()
)
_EMBEDDED = frozenset("audio canvas embed frame iframe img meter object progress source track video".split())
_FORMULAS = frozenset("math semantics annotation mi mn mo ms mtext tex-inline tex-display".split())
_ATTRIBUTES: dict[str, set[str]] = {
    "*": {"class", "hidden", "id", "style", "title"},
    "a": {"href"},
    "annotation": {"encoding"},
    "audio": {"src"},
    "dialog": {"open"},
    "embed": {"src"},
    "frame": {"src"},
    "iframe": {"src", "srcdoc"},
    "img": {"src", "alt", "width", "height"},
    "input": {"type", "value", "checked", "disabled"},
    "li": {"value"},
    "math": {"alttext", "display"},
    "meter": {"value", "max"},
    "object": {"data"},
    "ol": {"start", "reversed", "type"},
    "option": {"selected"},
    "progress": {"value", "max"},
    "source": {"src"},
    "td": {"colspan", "rowspan", "align"},
    "th": {"colspan", "rowspan", "align"},
    "tr": {"align"},
    "video": {"src"},
}
_UNREAD = drawings.HIDDEN - {"iframe", "object", "embed"} | {"head", "noembed", "noframes"}
_SCHEMES = {"http", "https", "mailto", "data", "attachment", "file", "ftp", "blob", "tel", "cid"}
"""Addresses that the reader gets to see, in order to name them; which of them become links is its to say."""

_VOID = frozenset("br col embed frame hr img input source track wbr".split())
_SVG = re.compile(r"<(/?)svg\b(?:[^<>\"]|\"[^\"]*\")*>")


def tree(html: str) -> Element:
    """The elements of the HTML below one root; a drawing is an element DRAWING that holds its SVG as text.

    What a browser would hide (`hidden`, `display: none`, also by a style element in the HTML) is left out;
    scripts, styles and comments are.
    """
    html = clean(html)
    rules = rules_of(html)
    markup = nh3.clean(
        html,
        tags=set(_TEXT | _EMBEDDED | _FORMULAS | drawings.TAGS),
        attributes=_allowed(),
        clean_content_tags=set(_UNREAD),
        attribute_filter=_safe_attribute,
        link_rel=None,
        url_schemes=_SCHEMES,
    )
    return _built(drawings.modern(markup), rules)


def _allowed() -> dict[str, set[str]]:
    attributes = {tag: set(drawings.ATTRIBUTES) for tag in drawings.TAGS}
    for tag, names in _ATTRIBUTES.items():
        attributes[tag] = attributes.get(tag, set()) | names
    return attributes


def _safe_attribute(tag: str, name: str, value: str) -> str | None:
    if tag in drawings.TAGS and not (tag == "title" or name == "hidden"):
        return drawings.safe_attribute(tag, name, value)
    return value


def _built(markup: str, rules: list[Rule]) -> Element:
    builder = _Builder()
    place = 0
    while opened := _SVG.search(markup, place):
        end = _end_of_drawing(markup, opened.start())
        builder.feed(markup[place : opened.start()])
        builder.draw(markup[opened.start() : end])
        place = end
    builder.feed(markup[place:])
    builder.close()
    hide(builder.root, rules)
    return builder.root


def _end_of_drawing(markup: str, start: int) -> int:
    depth = 0
    for tag in _SVG.finditer(markup, start):
        depth += -1 if tag.group(1) else 1
        if depth == 0:
            return tag.end()
    return len(markup)


class _Builder(HTMLParser):
    """Builds the tree from what the sanitiser wrote, which is well balanced."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("body")
        self._open = [self.root]
        self._flat = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, unless it lies too deep."""
        if len(self._open) > DEEPEST and tag not in _VOID:
            self._flat += 1
            return
        element = SubElement(self._open[-1], tag, {name: value or "" for name, value in attrs})
        if tag not in _VOID:
            self._open.append(element)
        if tag in ("iframe", "textarea"):
            self.set_cdata_mode(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        if self._flat:
            self._flat -= 1
        elif any(element.tag == tag for element in self._open[1:]):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Take in text."""
        element = self._open[-1]
        if len(element):
            element[-1].tail = (element[-1].tail or "") + data
        else:
            element.text = (element.text or "") + data

    def draw(self, svg: str) -> None:
        """Take in a drawing."""
        SubElement(self._open[-1], DRAWING).text = svg
