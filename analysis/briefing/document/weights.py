"""What a drawing asks of whoever draws it, so that one made to freeze a reader's browser is not shown.

Limits are many times what charts need, and below what a browser or the typesetter takes seconds for.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate
from math import isfinite
from typing import NamedTuple

SOURCE = 12_000_000
"""Letters of a drawing's source; a scatter of 20,000 points has two million."""

SHAPES = 100_000
"""Shapes drawn, each as often as it is used: by `use`, as marker, pattern, mask or clip. A browser draws
20,000 in a second; a kilobyte of `use` upon `use` makes billions."""

ATTRIBUTES = 1_000
"""Attributes of one element: the parser compares each with all before it."""

ELEMENTS = 400_000
"""Elements of the source, those among them that draw nothing of their own."""

OUTLINE = 12_000_000
"""Letters of path data drawn, each as often as it is used; 20,000 circles of a scatter have seven million."""

LETTERS = 200_000
"""Letters of labels, each as often as it is used: more than any reader would read."""

DEEPEST = 200
"""Groups within groups: whoever goes through them one within another runs out of room some day."""

REFERENCES = 16
"""References that lead to references: a pattern of a pattern, a `use` of a `use`."""

TILES = 1_000_000
"""Times that a pattern may be repeated over the whole drawing: some viewers of PDF paint each of them."""

LONGEST = 1_000_000
"""Pixels a side may be long."""

SLIMMEST = 500
"""Times that one side may be as long as the other."""

STEPS = 1_000_000
"""References looked at, those of elements that are led to each time anew."""

_CHAINED = f"more than {REFERENCES} references that lead from one to the next"
_TAG = re.compile(r"<(/?)([A-Za-z][\w:.-]*)((?:[^\"<>]|\"[^\"]*\")*)>")
_ATTRIBUTE = re.compile(r"([^\s=<>\"]+)=\"([^\"]*)\"")
_OPENED = re.compile(r"<[A-Za-z][^\s/>]*")
_GIVEN = re.compile(r"[\s/]*(?:[^\s/>][^\s/>=]*(?:\s*=\s*(?:\"[^\"]*\"?|'[^']*'?|[^\s>\"'][^\s>]*)?)?)?")
_LED_TO = re.compile(r"url\(\s*(?:&quot;|[\"'])?#([\w:.-]+)")
_SELECTED = re.compile(r"([.#]?[\w-]+|\*)[^\s>+~]*\s*$")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_SCALED = re.compile(r"(matrix|scale)\s*\(([^)]*)\)")
_SHAPES = frozenset("path rect circle ellipse line polyline polygon text tspan textPath image".split())


class Weight(NamedTuple):
    """What is drawn: shapes, letters of path data, letters of labels."""

    shapes: int = 0
    outline: int = 0
    letters: int = 0

    def more(self, other: "Weight", times: int = 1) -> "Weight":
        """Both together, the other so many times."""
        return Weight(*(mine + times * its for mine, its in zip(self, other, strict=True)))


class _Reference(NamedTuple):
    """An element that leads to another, which is drawn so many `times` for it."""

    place: int
    target: str
    times: int


def overlong(svg: str) -> str:
    """What the source of a drawing has too much of to be parsed, in a few words; empty where it may be."""
    if len(svg) > SOURCE:
        return f"more than {SOURCE:,} letters"
    for tag in _OPENED.finditer(svg):
        place, attributes = tag.end(), 0
        while (found := _GIVEN.match(svg, place)) and found.end() > place:
            place, attributes = found.end(), attributes + 1
            if attributes > ATTRIBUTES:
                return f"an element with more than {ATTRIBUTES:,} attributes"
    return ""


def excess(markup: str, rules: Iterable[tuple[str, str]], box: str, width: float, height: float) -> str:
    """What a sanitised drawing has too much of, in a few words; empty where it may be shown.

    `rules` are selectors and declarations of its style sheet, `box` is its viewBox.
    """
    numbers = [abs(float(number)) for number in box.split()]
    if not all(map(isfinite, (*numbers, width, height))) or max(*numbers, width, height) > LONGEST:
        return f"a side longer than {LONGEST:,} pixels"
    if max(width, height) > SLIMMEST * min(width, height) or max(numbers[2:]) > SLIMMEST * min(numbers[2:]):
        return f"one side more than {SLIMMEST} times as long as the other"
    try:
        elements = _Elements(markup, rules)
        weight, _ = elements.drawn(0, len(elements.ends))
    except _TooMuch as refusal:
        return str(refusal)
    limits = Weight(SHAPES, OUTLINE, LETTERS)
    names = ("shapes", "letters of path data", "letters in labels")
    for name, its, limit in zip(names, weight, limits, strict=True):
        if its > limit:
            return f"more than {limit:,} {name}, counted as often as they are drawn"
    if elements.repeated(numbers[2] * numbers[3]) > TILES:
        return f"a pattern repeated more than {TILES:,} times"
    return ""


class _TooMuch(Exception):  # noqa: N818
    """There are more elements or references than are looked at; says which."""


class _Elements:
    """The elements of a drawing in their order: where each ends, what it draws, where it leads."""

    def __init__(self, markup: str, rules: Iterable[tuple[str, str]]) -> None:
        self.ends: list[int] = []
        self._own: list[Weight] = []
        self._places: dict[str, int] = {}
        self._references: list[_Reference] = []
        self._patterns: list[dict[str, str]] = []
        self._styles = _styles(rules)
        self._known: dict[str, tuple[Weight, int]] = {}
        self._going: list[str] = []
        self._steps = 0
        self._read(markup)
        self._sums = [list(accumulate(each, initial=0)) for each in zip(*self._own, strict=True)]
        self._from = [reference.place for reference in self._references]

    def drawn(self, start: int, end: int) -> tuple[Weight, int]:
        """What is drawn for the elements from one place to another, and how many references lead on at most.

        What leads back to itself is drawn once, as browsers have it.
        """
        weight, chain = Weight(*(each[end] - each[start] for each in self._sums)), 0
        first, last = bisect_left(self._from, start), bisect_left(self._from, end)
        self._steps += 1 + last - first
        if self._steps > STEPS:
            raise _TooMuch(f"more than {STEPS:,} references")
        for reference in self._references[first:last]:
            its, behind = self._target(reference.target)
            weight, chain = weight.more(its, reference.times), max(chain, behind + 1)
        if chain > REFERENCES:
            raise _TooMuch(_CHAINED)
        return weight, chain

    def repeated(self, area: float) -> float:
        """How often a pattern is repeated at most on a drawing of this area."""
        sizes = [_area(pattern, area) for pattern in self._patterns]
        shrunk = min((_scale(pattern.get("patternTransform", "")) for pattern in self._patterns), default=1.0)
        smallest = min(filter(None, sizes), default=area) * min(shrunk, 1.0)
        return area / smallest if smallest else float("inf")

    def _target(self, name: str) -> tuple[Weight, int]:
        if name not in self._places or name in self._going:
            return Weight(), 0
        if name not in self._known:
            self._going.append(name)
            if len(self._going) > REFERENCES:
                raise _TooMuch(_CHAINED)
            place = self._places[name]
            self._known[name] = self.drawn(place, self.ends[place])
            self._going.pop()
        return self._known[name]

    def _read(self, markup: str) -> None:
        opened: list[int] = []
        labels = last = 0
        for tag in _TAG.finditer(markup):
            if labels and opened:
                self._own[opened[-1]] = self._own[opened[-1]].more(Weight(letters=tag.start() - last))
            last = tag.end()
            if tag[1] and not opened:
                continue  # closes what stands around the drawing
            if tag[1]:
                labels -= tag[2] == "text"
                self.ends[opened.pop()] = len(self._own)
                continue
            labels += tag[2] == "text"
            opened.append(len(self._own))
            if len(opened) > DEEPEST:
                raise _TooMuch(f"elements more than {DEEPEST} deep within one another")
            if len(self._own) > ELEMENTS:
                raise _TooMuch(f"more than {ELEMENTS:,} elements")
            self._element(tag[2], dict(_ATTRIBUTE.findall(tag[3])))

    def _element(self, tag: str, given: dict[str, str]) -> None:
        place, outline = len(self._own), given.get("d", "") + given.get("points", "")
        self.ends.append(place + 1)
        self._own.append(Weight(shapes=int(tag in _SHAPES), outline=len(outline)))
        self._places.setdefault(given.get("id", ""), place)
        if tag == "pattern":
            self._patterns.append(given)
        for name, target in self._led_to(tag, given).items():
            # A marker is drawn at each corner, and no corner takes less than two numbers.
            corners = 1 + sum(1 for _ in _NUMBER.finditer(outline)) // 2 if name == "marker-mid" else 1
            self._references.append(_Reference(place, target, corners))

    def _led_to(self, tag: str, given: dict[str, str]) -> dict[str, str]:
        """Where an element leads, by the attribute or property that does so."""
        led: dict[str, str] = {}
        for selected in (
            "*",
            tag,
            f"#{given.get('id')}",
            *(f".{each}" for each in given.get("class", "").split()),
        ):
            led |= self._styles.get(selected, {})
        led |= {name: found[1] for name, value in given.items() if (found := _LED_TO.match(value.strip()))}
        led |= _declared(given.get("style", ""))
        if given.get("href", "").startswith("#"):
            led["href"] = given["href"][1:]
        return led


def _styles(rules: Iterable[tuple[str, str]]) -> dict[str, dict[str, str]]:
    """Where rules lead, by the last class, identifier or element that they select, whatever it lies in."""
    found: dict[str, dict[str, str]] = {}
    for selectors, declarations in rules:
        for selector in selectors.split(",") if (led := _declared(declarations)) else ():
            if selected := _SELECTED.search(selector.strip()):
                found[selected[1]] = found.get(selected[1], {}) | led
    return found


def _declared(style: str) -> dict[str, str]:
    """Where declarations lead, by their property."""
    pairs = (declaration.partition(":")[::2] for declaration in style.split(";"))
    return {name.strip(): found[1] for name, value in pairs if (found := _LED_TO.match(value.strip()))}


def _area(pattern: dict[str, str], whole: float) -> float:
    """The area of one tile of a pattern on a drawing of this area, not yet transformed; 0 where not told."""
    sides = [_NUMBER.match(pattern.get(side, "").strip()) for side in ("width", "height")]
    wide, high = (abs(float(side[0])) if side else 0.0 for side in sides)
    parts = 0.01 ** sum(pattern.get(side, "").strip().endswith("%") for side in ("width", "height"))
    return (
        wide
        * high
        * (1.0 if pattern.get("patternUnits") == "userSpaceOnUse" and parts == 1 else whole * parts)
    )


def _scale(transform: str) -> float:
    """By how much a list of transformations changes an area."""
    scale = 1.0
    for name, given in _SCALED.findall(transform):
        numbers = [float(number[0]) for number in _NUMBER.finditer(given)]
        if name == "matrix" and len(numbers) >= 4:
            scale *= abs(numbers[0] * numbers[3] - numbers[1] * numbers[2])
        elif name == "scale" and numbers:
            scale *= abs(numbers[0] * numbers[min(1, len(numbers) - 1)])
    return scale
