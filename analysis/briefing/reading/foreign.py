"""HTML from elsewhere, read once: through an allow-list as markup for the page, and as blocks for the PDF."""

import re
from html import escape

import nh3

from analysis.briefing.document import drawings
from analysis.briefing.document.blocks import ForeignHtml
from analysis.briefing.document.characters import WEB_ADDRESS, clean
from analysis.briefing.reading.foreign_blocks import html_blocks
from analysis.briefing.reading.pictures import EMBEDDED
from analysis.messages import say

_TEXT_TAGS = frozenset(
    """
    abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em
    figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strong
    sub summary sup table tbody td tfoot th thead time tr u ul var wbr a
    """.split()
)
_TEXT_ATTRIBUTES: dict[str, frozenset[str]] = {
    "*": frozenset({"title", "lang", "dir", "style"}),
    "a": frozenset({"href"}),
    "img": frozenset({"src", "alt", "width", "height"}),
    "td": frozenset({"colspan", "rowspan", "headers"}),
    "th": frozenset({"colspan", "rowspan", "scope", "abbr"}),
    "ol": frozenset({"start", "reversed", "type"}),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "time": frozenset({"datetime"}),
}
_TEXT_PROPERTIES = frozenset({"text-align", "font-weight", "font-style", "text-decoration", "white-space"})
_HEADING = re.compile(r"<(/?)h[1-6](?=[\s>])")
_VISIBLE = re.compile(r"<(?:img|svg|hr)\b|>[^<]*[^\s<][^<]*<|\A[^<]*[^\s<]")


def foreign_html(html: str, label: str) -> ForeignHtml | None:
    """The HTML as both printings take it, None where nothing visible is left; `label` names its origin."""
    markup = sanitised(html)
    return ForeignHtml(markup, label, html_blocks(markup, label)) if markup else None


def sanitised(html: str) -> str:
    """The HTML without what could act, load or break out of its place; empty where nothing visible is left.

    Text, tables, lists, figures and drawings stay. Headings become paragraphs, because the outline belongs
    to the document around them; empty header cells become ordinary cells; pictures without alternative text
    say so; drawings keep shapes, text and local references.
    """
    markup = nh3.clean(
        clean(html),
        tags=set(_TEXT_TAGS | drawings.TAGS),
        attributes=_attributes(),
        clean_content_tags=set(drawings.HIDDEN | {"head"}),
        attribute_filter=_safe_attribute,
        link_rel="noreferrer",
        url_schemes={"http", "https", "data"},
    )
    markup = drawings.modern(markup)
    markup = _HEADING.sub(r"<\1p", markup)
    markup = re.sub(r"<th(?:\s[^<>]*)?></th>", "<td></td>", markup)
    markup = drawings.TAG.sub(_described, markup)
    return markup.strip() if _VISIBLE.search(markup) else ""


def _attributes() -> dict[str, set[str]]:
    attributes = {tag: set(drawings.ATTRIBUTES) for tag in drawings.TAGS}
    for tag, names in _TEXT_ATTRIBUTES.items():
        attributes[tag] = attributes.get(tag, set()) | names
    return attributes


def _safe_attribute(tag: str, name: str, value: str) -> str | None:
    if tag in drawings.TAGS:
        return drawings.safe_attribute(tag, name, value)
    if name == "href":
        return value if WEB_ADDRESS.match(value) else None
    if name == "src":
        return value if EMBEDDED.fullmatch(value) else None
    if name == "style":
        pairs = (part.partition(":") for part in value.split(";"))
        kept = [
            f"{prop.strip().lower()}:{setting.strip()}"
            for prop, _, setting in pairs
            if prop.strip().lower() in _TEXT_PROPERTIES and re.fullmatch(r"[\s\w-]+", setting)
        ]
        return ";".join(kept) or None
    return value


def _described(match: re.Match[str]) -> str:
    tag = match.group()
    if tag.startswith("<img") and " alt=" not in tag:
        return f'{tag[:-1]} alt="{escape(say("picture-undescribed-bare"))}">'
    return tag
