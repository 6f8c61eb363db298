"""How text in HTML looks, and what that look means: by element, and by the element's own style."""

import re
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from analysis.briefing.reading.sheets import sheet_rules

_STYLES = {
    **dict.fromkeys(("b", "strong"), "strong"),
    **dict.fromkeys(("i", "em", "var", "cite", "dfn"), "em"),
    **dict.fromkeys(("s", "del", "strike"), "strike"),
    **dict.fromkeys(("u", "ins"), "insert"),
    **dict.fromkeys(("code", "samp", "tt"), "code"),
    **{name: name for name in ("mark", "small", "sup", "sub")},
    "kbd": "key",
}
_DECLARED = (
    (re.compile(r"font-weight\s*:\s*(bold|[6-9]00)", re.IGNORECASE), "strong"),
    (re.compile(r"font-style\s*:\s*(italic|oblique)", re.IGNORECASE), "em"),
    (re.compile(r"text-decoration(-line)?\s*:[^;]*line-through", re.IGNORECASE), "strike"),
    (re.compile(r"text-decoration(-line)?\s*:[^;]*underline", re.IGNORECASE), "insert"),
    (re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE), "sup"),
    (re.compile(r"vertical-align\s*:\s*sub\b", re.IGNORECASE), "sub"),
)
_TINT = re.compile(
    r"background(?:-color|-image)?\s*:(?!\s*(?:none|transparent|inherit|initial|white|#fff)\b)"
)
_ID = re.compile(r"#([\w-]+)")

_STEPS = ("sup", "sub")
"""Styles that mean more within themselves: a power of a power."""

_KEPT = re.compile(r"white-space\s*:\s*(pre|break-spaces)", re.IGNORECASE)


@dataclass(frozen=True)
class Look:
    """The styles of a stretch of text, the outermost first, and whether its blanks are kept."""

    styles: tuple[str, ...] = ()
    kept: bool = False


def looked(element: Element, look: Look) -> Look:
    """The look within an element, from that around it."""
    style = element.get("style", "")
    found = [_STYLES[element.tag]] if element.tag in _STYLES else []
    found += [name for pattern, name in _DECLARED if style and pattern.search(style)]
    fresh = tuple(name for name in dict.fromkeys(found) if name in _STEPS or name not in look.styles)
    kept = look.kept or bool(style and _KEPT.search(style))
    return replace(look, styles=look.styles + fresh, kept=kept) if fresh or kept != look.kept else look


def tinted_ids(html: str) -> frozenset[str]:
    """The ids of elements that style elements in the HTML give a background, as pandas does for heat maps."""
    rules = sheet_rules(html)
    return frozenset(name for selector, said in rules if _TINT.search(said) for name in _ID.findall(selector))


def is_tinted(table: Element, tinted: frozenset[str]) -> bool:
    """Whether cells of a table have a background, by their own style or as one of the `tinted` elements."""
    cells = (cell for cell in table.iter() if cell.tag in ("td", "th"))
    return any(cell.get("id") in tinted or _TINT.search(cell.get("style", "")) for cell in cells)
