"""Drawings in SVG through an allow-list: shapes, text and local references stay, everything else goes."""

import re
from dataclasses import dataclass
from html import escape, unescape

import nh3

from analysis.briefing.document.characters import clean
from analysis.briefing.document.lines import isolated, spans
from analysis.briefing.document.weights import excess, overlong
from analysis.errors import RenderError

TAGS = frozenset(
    """
    svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath title
    desc image clipPath mask marker pattern linearGradient radialGradient stop
    """.split()
)
PROPERTIES = frozenset(
    """
    clip-path clip-rule color direction display dominant-baseline alignment-baseline baseline-shift
    fill fill-opacity fill-rule font font-family font-feature-settings font-size font-stretch
    font-style font-variant font-weight letter-spacing marker-end marker-mid marker-start mask
    mix-blend-mode opacity overflow paint-order shape-rendering stop-color stop-opacity stroke
    stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit
    stroke-opacity stroke-width text-anchor text-decoration text-rendering unicode-bidi
    vector-effect visibility white-space word-spacing writing-mode
    """.split()
)
_GEOMETRY = frozenset(
    """
    clipPathUnits cx cy d dx dy fx fy gradientTransform gradientUnits height href id lengthAdjust
    markerHeight markerUnits markerWidth maskContentUnits maskUnits offset orient pathLength
    patternContentUnits patternTransform patternUnits points preserveAspectRatio r refX refY rotate
    rx ry spreadMethod startOffset style textLength transform viewBox width x x1 x2 y y1 y2 lang
    direction class xlink:href
    """.split()
)
ATTRIBUTES = _GEOMETRY | PROPERTIES
LINK = "a"
"""What leads from a drawing of ours to an anchor of the document that it stands in."""
HIDDEN = frozenset(
    """
    script style metadata foreignObject iframe object embed animate animateMotion animateTransform
    set noscript template
    """.split()
)

TAG = re.compile(r"<[A-Za-z][^\"<>]*(?:\"[^\"]*\"[^\"<>]*)*>")
_LOCAL = re.compile(r"#[\w.:-]+")
_INLINE_IMAGE = re.compile(r"data:image/(?:png|jpeg);base64,[A-Za-z0-9+/=\s]*")
_ADDRESS = re.compile(r"url\s*\(\s*(?![\"']?#[\w.:-]+[\"']?\s*\))", re.IGNORECASE)
_ACTIVE = re.compile(
    r"[\\@<>]|/\*|expression|image\s*\(|image-set|src\s*\(|javascript|behavior", re.IGNORECASE
)
_STYLE_TAG = re.compile(r"<(/?)style\b[^<>]*(?<!/)>", re.IGNORECASE)
_SELECTOR = re.compile(r"[\w\s.#*,>+~-]+")
_ROOT = re.compile(r"<svg\b((?:\s+[^\s=<>]+=\"[^\"]*\")*)\s*>(.*)</svg>", re.DOTALL)
_WORDS = re.compile(r"(<(?:text|title|desc)\b.*?</(?:text|title|desc)>)", re.DOTALL)
_ANY_TAG = re.compile(r"</?[A-Za-z][^\"<>]*(?:\"[^\"]*\"[^\"<>]*)*>")
_ENTITY = re.compile(r"&#?\w+;")
_TEXT = re.compile(r"(<text\b[^>]*>)(.*?)(?=</text>)", re.DOTALL)
_PLACED = re.compile(r" (?:x|y)=")
_LETTER_BY_LETTER = re.compile(r" (?:x|y|dx|dy|rotate)=\"\s*[^\s,\"]+[\s,]+[^\s\"]")
_GROUP = re.compile(r"<g id=\"(?P<id>[^\"]*)\"")
_ATTRIBUTE = re.compile(r"([^\s=<>]+)=\"([^\"]*)\"")
_LENGTH = re.compile(r"\s*([0-9]+(?:\.[0-9]*)?|\.[0-9]+)\s*(px|pt|in|mm|cm)?\s*")
_PIXELS = {"px": 1.0, "": 1.0, "pt": 4 / 3, "in": 96.0, "mm": 96 / 25.4, "cm": 96 / 2.54}
_OWN_ATTRIBUTES = {"width", "height", "viewBox", "id", "class", "x", "y"}


@dataclass(frozen=True)
class Drawing:
    """A sanitised drawing: what stands inside its root element, the root's own attributes, its style rules.

    `width` and `height` are in CSS pixels; `rules` are pairs of selector and declarations, unscoped.
    """

    body: str
    view_box: str
    width: float
    height: float
    attributes: tuple[tuple[str, str], ...] = ()
    rules: tuple[tuple[str, str], ...] = ()

    def xml(self) -> str:
        """The drawing as a file of its own, well-formed XML."""
        own = "".join(f' {name}="{value}"' for name, value in self.attributes)
        rules = "".join(f"{selector}{{{declarations}}}" for selector, declarations in self.rules)
        style = f"<style>{escape(rules, quote=False)}</style>" if rules else ""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{self.view_box}" width="{self.width:g}" '
            f'height="{self.height:g}"{own}>{style}{self.body}</svg>'
        )


def drawing(svg: str, place: str) -> Drawing:
    """The SVG text as a sanitised drawing.

    RenderError naming `place` where it holds none of known size, or more than may be drawn (`weights`).
    """
    if too_much := overlong(svg):
        raise RenderError(f"{place}: image/svg+xml is not shown: {too_much}")
    svg = clean(svg)
    bare, sheets = _without_styles(svg)
    markup = nh3.clean(
        bare,
        tags={*TAGS, LINK},
        attributes={tag: set(ATTRIBUTES) for tag in TAGS} | {LINK: {"href", "xlink:href"}},
        clean_content_tags=set(HIDDEN),
        attribute_filter=safe_attribute,
        link_rel=None,
        url_schemes={"data"},
    )
    root = _ROOT.search(modern(markup))
    if root is None:
        raise RenderError(f"{place}: image/svg+xml holds no <svg> element")
    attributes = _ATTRIBUTE.findall(root.group(1))
    view_box, width, height = _size(dict(attributes), place)
    rules = _rules(sheets)
    if too_much := excess(root.group(), rules, view_box, width, height):
        raise RenderError(f"{place}: image/svg+xml is not shown: {too_much}")
    body = re.sub(r"\A\s*<title>[^<]*</title>", "", root.group(2)).strip()
    return Drawing(
        body=_with_passages(_closed_up(_unnamed(body, svg))),
        view_box=view_box,
        width=width,
        height=height,
        attributes=tuple(pair for pair in attributes if pair[0] not in _OWN_ATTRIBUTES),
        rules=rules,
    )


def safe_attribute(tag: str, name: str, value: str) -> str | None:
    """The value of a drawing's attribute where it is harmless, None where it must go.

    References lead to the same drawing; pictures are embedded PNG or JPEG; styles name known properties only.
    """
    if name in ("href", "xlink:href"):
        allowed = _INLINE_IMAGE if tag == "image" else _LOCAL
        return value if allowed.fullmatch(value) else None
    if name == "style":
        return _declarations(value) or None
    if name in PROPERTIES or name in ("transform", "patternTransform", "gradientTransform"):
        return value if _harmless(value) else None
    return value


def modern(markup: str) -> str:
    """Sanitised markup with `href` in place of `xlink:href` and no entity that XML does not know."""
    plain = TAG.sub(lambda match: match.group().replace(" xlink:href=", " href="), markup)
    return plain.replace("&nbsp;", "\u00a0")


def _unnamed(body: str, svg: str) -> str:
    """The drawing without the names of groups to which nothing in it leads."""
    led_to = set(re.findall(r"#([\w.:-]+)", svg))
    return _GROUP.sub(lambda group: group.group() if group["id"] in led_to else "<g", body)


def _closed_up(body: str) -> str:
    """The drawing without the blanks and line ends that lay its source out; those within text stay."""
    parts = _WORDS.split(body)
    for place in range(0, len(parts), 2):
        lines = re.sub(r">\s+<", "><", parts[place]).split("\n")
        parts[place] = " ".join(filter(None, map(str.strip, lines)))
    return "".join(parts)


def _with_passages(body: str) -> str:
    """The drawing with passages in its labels isolated by marks, which every printing understands."""
    return _TEXT.sub(lambda text: text[1] + _label(text), body)


def _label(text: re.Match[str]) -> str:
    """What a text element holds; letters that are placed one by one are left alone."""
    if _LETTER_BY_LETTER.search(text[0]):
        return text[2]
    # Tags and entities keep their length and are no letters; a tag that is placed anew begins a line.
    bare = _ANY_TAG.sub(lambda tag: ("\n" if _PLACED.search(tag[0]) else "\ufffc") * len(tag[0]), text[2])
    bare = _ENTITY.sub(lambda sign: "\ufffc" * len(sign[0]), bare)
    found, last = "", 0
    for start, end in spans(bare, "ltr"):
        found += text[2][last:start] + isolated(text[2][start:end], "rtl")
        last = end
    return found + text[2][last:]


def _size(attributes: dict[str, str], place: str) -> tuple[str, float, float]:
    box = attributes.get("viewBox", "").replace(",", " ").split()
    try:
        numbers = [float(part) for part in box]
    except ValueError:
        numbers = []
    width, height = (_pixels(attributes.get(side, "")) for side in ("width", "height"))
    if len(numbers) == 4 and numbers[2] > 0 and numbers[3] > 0:
        width, height = width or numbers[2], height or numbers[3]
    elif width and height:
        numbers = [0, 0, width, height]
    else:
        raise RenderError(f"{place}: image/svg+xml has no size: neither viewBox nor width and height")
    return " ".join(f"{number:g}" for number in numbers), width, height


def _pixels(length: str) -> float:
    match = _LENGTH.fullmatch(length)
    return float(match.group(1)) * _PIXELS[match.group(2) or ""] if match else 0.0


def _without_styles(svg: str) -> tuple[str, list[str]]:
    """The drawing without its style elements, and what these hold."""
    kept, *parts = _STYLE_TAG.split(svg)
    outside = [kept, *(text for closes, text in zip(parts[::2], parts[1::2], strict=True) if closes)]
    return "".join(outside), [
        text for closes, text in zip(parts[::2], parts[1::2], strict=True) if not closes
    ]


def _rules(sheets: list[str]) -> tuple[tuple[str, str], ...]:
    """The rules of the drawing's style elements that select plainly and declare only known properties."""
    rules = []
    for sheet in sheets:
        first, *commented = unescape(re.sub(r"<!\[CDATA\[|\]\]>", "", sheet)).split("/*")
        text = first + "".join(part.partition("*/")[2] for part in commented)
        for rule in text.split("}")[:-1]:
            selectors, _, body = rule.rpartition("{")
            selector = selectors.rpartition("{")[2].strip()
            declarations = _declarations(body)
            if declarations and _SELECTOR.fullmatch(selector):
                rules.append((" ".join(selector.split()), declarations))
    return tuple(rules)


def _declarations(style: str) -> str:
    kept = []
    for declaration in style.split(";"):
        name, colon, value = (part.strip() for part in declaration.partition(":"))
        if colon and name.lower() in PROPERTIES and _harmless(value):
            kept.append(f"{name.lower()}: {value}")
    return "; ".join(kept)


def _harmless(value: str) -> bool:
    return not (_ADDRESS.search(value) or _ACTIVE.search(value))
