"""What stands in the controls of a form, in words: a choice, a text, a measure of progress."""

from xml.etree.ElementTree import Element

TAGS = ("input", "select", "textarea", "button", "progress", "meter")

_TICKS = {"checkbox": ("\u2611", "\u2610"), "radio": ("\u25c9", "\u25cb")}
_SILENT = ("hidden", "file", "image", "password", "color", "range")


def words_of(element: Element) -> str:
    """What a control shows at rest; nothing for one that only folds or acts.

    A box is shown where nobody can tick it, as in lists of tasks; elsewhere it is there to change what is
    shown.
    """
    if element.tag == "input":
        return _input(element)
    if element.tag == "select":
        options = list(element.iter("option"))
        chosen = [option for option in options if "selected" in option.attrib] or options[:1]
        return ", ".join(_within(option) for option in chosen)
    if element.tag in ("progress", "meter"):
        value, most = element.get("value", ""), element.get("max", "1")
        return f"{value} / {most}" if value else ""
    return _within(element)


def _input(element: Element) -> str:
    kind = element.get("type", "text").lower()
    if kind in _TICKS:
        ticked, open_ = _TICKS[kind]
        shown = "disabled" in element.attrib
        return f"{ticked if 'checked' in element.attrib else open_} " if shown else ""
    return "" if kind in _SILENT else element.get("value", "")


def _within(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
