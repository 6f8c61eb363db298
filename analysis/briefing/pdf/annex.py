"""The annex of a briefing: what is told after its register stands small, in two columns."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from analysis.briefing.pdf.sizes import Node

_TOLD = ("paragraph", "listing")
"""What stands in two columns; all else keeps the whole width."""

_LEAST = 400
"""Letters below which a text is no higher in one column than two columns are with their gap."""


def annexed(nodes: Iterable[Node]) -> list[Node]:
    """The nodes, with texts that follow one another parted into two `halves` of about the same length."""
    found: list[Node] = []
    for told, group in groupby(nodes, lambda node: node["kind"] in _TOLD):
        texts = list(group)
        found += _halved(texts) if told and _letters(texts) >= _LEAST else texts
    return found


def _halved(nodes: Sequence[Node]) -> list[Node]:
    """Texts in two columns; a list may end in one and go on in the other."""
    whole = _letters(nodes)
    left: list[Node] = []
    right: list[Node] = []
    for node in (part for each in nodes for part in _parts(each)):
        side = left if not right and 2 * _letters(left) + _letters(node) <= whole else right
        if side and node.get("goes_on"):
            side[-1] = side[-1] | {"items": [*side[-1]["items"], *node["items"]]}
        else:
            side.append(node)
    return [{"kind": "halves", "halves": [left, right]}] if left and right else list(nodes)


def _parts(node: Node) -> list[Node]:
    """A list item by item, each with the number it has; anything else as it is."""
    if node["kind"] != "listing":
        return [node]
    start, step = node["start"], node["step"]
    return [
        node | {"items": [item], "goes_on": n > 0, "start": None if start is None else start + step * n}
        for n, item in enumerate(node["items"])
    ]


def _letters(value: object) -> int:
    """Letters of all that is printed of a value, about."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, dict):
        return sum(_letters(each) for name, each in value.items() if name != "kind")
    return sum(map(_letters, value)) if isinstance(value, list | tuple) else 0
