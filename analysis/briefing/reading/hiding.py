"""What HTML hides: by its attribute, by its style, by the rules of the style elements beside it.

Outputs hide their second telling in this way: what is to be seen where styles or scripts are missing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from analysis.briefing.reading.sheets import sheet_rules

_COMPOUND = re.compile(r"(?P<tag>[a-z][\w-]*|\*)?(?P<marks>(?:[.#][\w-]+)*)", re.IGNORECASE)
_MARK = re.compile(r"([.#])([\w-]+)")
_DISPLAY = re.compile(r"(?:^|;)\s*(display|visibility)\s*:\s*([\w-]+)\s*(!\s*important)?", re.IGNORECASE)


@dataclass(frozen=True)
class _Compound:
    """A tag, an id and classes that one element has."""

    tag: str
    id: str
    classes: frozenset[str]

    def fits(self, element: Element) -> bool:
        """Whether the element is such a one."""
        return (
            self.tag in ("", "*", element.tag)
            and self.id in ("", element.get("id"))
            and self.classes <= set(element.get("class", "").split())
        )


@dataclass(frozen=True)
class Rule:
    """A rule that hides or shows what its selector leads to: one compound within another."""

    path: tuple[_Compound, ...]
    hides: bool
    important: bool


def rules_of(html: str) -> list[Rule]:
    """The rules in the HTML's style elements that say whether something is shown, weaker ones first.

    Only plain selectors are read (tags, classes and ids, one within another); rules for other media, for
    states and for neighbours say nothing of a page at rest.
    """
    rules: list[Rule] = []
    for selectors, declarations in sheet_rules(html):
        if said := _said(declarations):
            paths = [path for selector in selectors.split(",") if (path := _path(selector))]
            rules += [Rule(path, *said) for path in paths]
    return sorted(rules, key=lambda rule: rule.important)


def hide(root: Element, rules: Sequence[Rule]) -> None:
    """Take out of the tree what is hidden; the text that follows it stays."""
    _hide_within(root, [root], rules)


def _hide_within(parent: Element, line: list[Element], rules: Sequence[Rule]) -> None:
    kept: list[Element] = []
    for child in parent:
        if not _is_hidden(child, line, rules):
            kept.append(child)
            _hide_within(child, [*line, child], rules)
        elif kept:
            kept[-1].tail = (kept[-1].tail or "") + (child.tail or "")
        else:
            parent.text = (parent.text or "") + (child.tail or "")
    parent[:] = kept


def _is_hidden(element: Element, line: list[Element], rules: Sequence[Rule]) -> bool:
    """Whether what weighs most hides it: emphasis before none, the element's own style before a rule's."""
    if element.tag == "input" and element.get("type", "").lower() == "hidden":
        return True
    if element.tag == "dialog" and "open" not in element.attrib:
        return True
    if not rules and "style" not in element.attrib:
        return "hidden" in element.attrib
    fitting = [rule for rule in rules if rule.path[-1].fits(element) and _leads(rule.path[:-1], line)]
    own = _said(element.get("style", ""))
    said = ["hidden" in element.attrib]
    for emphasis in (False, True):
        said += [rule.hides for rule in fitting if rule.important == emphasis]
        said += [own[0]] if own and own[1] == emphasis else []
    return said[-1]


def _leads(path: Sequence[_Compound], line: Sequence[Element]) -> bool:
    """Whether the compounds are found one within another among the elements of a line, outermost first."""
    waiting = list(path)
    for element in line:
        if waiting and waiting[0].fits(element):
            waiting.pop(0)
    return not waiting


def _said(declarations: str) -> tuple[bool, bool] | None:
    """Whether declarations hide what they are for, and whether with emphasis; None where they do not say."""
    found = [
        (value.lower() in ("none", "hidden", "collapse"), bool(important))
        for _, value, important in _DISPLAY.findall(declarations)
    ]
    return (any(hides for hides, _ in found), any(important for _, important in found)) if found else None


def _path(selector: str) -> tuple[_Compound, ...]:
    """The compounds of a plain selector; none where it is not plain."""
    found = []
    for part in selector.split():
        match = _COMPOUND.fullmatch(part)
        if match is None:
            return ()
        marks = _MARK.findall(match["marks"])
        ids = [name for sign, name in marks if sign == "#"]
        classes = frozenset(name for sign, name in marks if sign == ".")
        found.append(_Compound((match["tag"] or "").lower(), ids[0] if ids else "", classes))
    return tuple(found)
