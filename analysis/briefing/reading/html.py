"""HTML of any origin as blocks: the one place that says what an element means, for the page and for the PDF.

Markdown comes this way too, once its library has made HTML of it.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from analysis.briefing.document.blocks import (
    Block,
    CodeBlock,
    Details,
    Divider,
    Heading,
    Listing,
    Omission,
    Paragraph,
    Preformatted,
    Quote,
    Terms,
)
from analysis.briefing.document.characters import shown
from analysis.briefing.document.citations import References, plain, prose, raised
from analysis.briefing.document.formulas import Formula
from analysis.briefing.document.runs import Break, Link, Run, Runs
from analysis.briefing.reading import controls, media
from analysis.briefing.reading.cells import Attachments
from analysis.briefing.reading.grids import grid
from analysis.briefing.reading.lines import bold, trimmed
from analysis.briefing.reading.looks import Look, is_tinted, looked, tinted_ids
from analysis.briefing.reading.mathematics import formula_runs
from analysis.briefing.reading.tree import DRAWING, tree
from analysis.messages import say

_APART = frozenset(
    """
    address article aside body caption center dd dir div dl dt fieldset figcaption figure footer form header
    hgroup legend li main menu nav optgroup p search section
    """.split()
)
_LEADS = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_UNTRUSTED = "Make this Notebook Trusted"
"""How folium's maps begin what they say where their frame is not shown."""


@dataclass(frozen=True)
class Origin:
    """Where HTML comes from.

    `label` names it to a reader, `place` is its cell; `attachments` are the pictures of the cell by name and
    type. Its headings belong to the outline where it is the `author`'s own text, not an output.
    """

    place: str
    label: str
    references: References
    attachments: Attachments = field(default_factory=dict)
    author: bool = False


def html_blocks(html: str, origin: Origin) -> tuple[Block, ...]:
    """The blocks of the HTML in their order; none where it shows nothing.

    Whatever cannot be shown is named where it stood. Nothing of it acts or loads.
    """
    found = _Reader(origin, tinted_ids(html)).blocks(tree(html), top=True)
    return (*found, *media.lost_in(html)) if "<svg" in html else found


@dataclass
class _Flow:
    """Blocks as they are gathered, and the line being read; `later` waits for the end of that line."""

    blocks: list[Block] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    later: list[Block] = field(default_factory=list)

    def part(self) -> None:
        """End the line: what comes next stands apart."""
        if runs := trimmed(self.runs):
            self.blocks.append(Paragraph(runs))
        self.blocks.extend(self.later)
        self.runs, self.later = [], []

    def add(self, *blocks: Block) -> None:
        """Put blocks below what was read so far."""
        self.part()
        self.blocks.extend(blocks)


class _Reader:
    """Walks the tree of one piece of HTML."""

    def __init__(self, origin: Origin, tinted: frozenset[str]) -> None:
        self._origin = origin
        self._tinted = tinted
        self._blocks: dict[str, Callable[[Element, _Flow, Look], None]] = {
            "a": self._link,
            "blockquote": self._quote,
            "details": self._details,
            "dl": self._terms,
            "hr": lambda element, flow, look: flow.add(Divider()),
            "math": self._foreign_formula,
            "ol": self._listing,
            "pre": self._preformatted,
            "q": self._quoted,
            "table": self._table,
            "tex-display": self._formula,
            "tex-inline": self._formula,
            "ul": self._listing,
            **dict.fromkeys(("dir", "menu"), self._listing),
            **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), self._heading),
            **dict.fromkeys(("abbr", "acronym", "dfn"), self._abbreviation),
            **dict.fromkeys(media.TAGS, self._media),
            **dict.fromkeys(controls.TAGS, self._control),
        }
        self._top = False

    def blocks(self, element: Element, look: Look | None = None, *, top: bool = False) -> tuple[Block, ...]:
        """The blocks within an element."""
        before, self._top = self._top, top
        flow = _Flow()
        self._within(element, flow, look or Look())
        flow.part()
        self._top = before
        return tuple(flow.blocks)

    def runs(self, element: Element, look: Look | None = None) -> tuple[Runs, tuple[Block, ...]]:
        """What an element holds as one line, and the blocks that do not fit into a line."""
        found = self.blocks(element, look)
        lines = [block.runs for block in found if isinstance(block, Paragraph)]
        joined = [run for line in lines for run in (Break(), *line)][1:]
        return tuple(joined), tuple(block for block in found if not isinstance(block, Paragraph))

    def _within(self, element: Element, flow: _Flow, look: Look) -> None:
        self._text(element.text, flow, look)
        for child in element:
            self._element(child, flow, look)
            self._text(child.tail, flow, look)

    def _text(self, text: str | None, flow: _Flow, look: Look) -> None:
        if text and not look.kept:
            flow.runs.extend(prose(_BLANKS.sub(" ", text), look.styles))
        for place, line in enumerate((text or "").split("\n") if look.kept else ()):
            flow.runs.extend([Break()] if place else [])
            flow.runs.extend(prose(line.expandtabs().replace("  ", "\u00a0 "), look.styles))

    def _element(self, element: Element, flow: _Flow, look: Look) -> None:
        if _says_only_that_it_is_not_trusted(element):
            return
        tag, look = element.tag, looked(element, look)
        if tag in self._blocks:
            self._blocks[tag](element, flow, look)
        elif tag == "br":
            flow.runs.append(Break())
        elif tag in _APART:
            flow.part()
            self._within(element, flow, look)
            flow.part()
        else:
            start = len(flow.runs)
            self._within(element, flow, look)
            if element.get("title"):
                self._title(element, plain(flow.runs[start:]), flow, look)

    # ---- within a line

    def _link(self, element: Element, flow: _Flow, look: Look) -> None:
        """A link with its address; where it leads nowhere from here, the address stands beside its words."""
        address, inner = element.get("href", "").strip(), _Flow()
        self._within(element, inner, look)
        held = tuple(run for run in inner.runs if not isinstance(run, Link))
        if inner.blocks:
            flow.add(*inner.blocks)
        flow.later.extend(inner.later)
        words = plain(held).strip()
        if _LEADS.fullmatch(address):
            said = held if words else prose(address.removeprefix("mailto:"), look.styles)
            flow.runs.append(Link(said, address))  # type: ignore[arg-type]
        else:
            flow.runs.extend(held)
            name = address.partition(",")[0] if address.startswith("data:") else address
            if name and not name.startswith("#") and name not in words:
                flow.runs.extend(prose(say("in-brackets", words=name), look.styles))
        self._title(element, words, flow, look)

    def _abbreviation(self, element: Element, flow: _Flow, look: Look) -> None:
        start = len(flow.runs)
        self._within(element, flow, look)
        self._title(element, plain(flow.runs[start:]), flow, look)

    def _title(self, element: Element, words: str, flow: _Flow, look: Look) -> None:
        """What an element says of its words to whoever points at them, in brackets behind them."""
        title = _BLANKS.sub(" ", element.get("title", "")).strip()
        if title and title.casefold() not in words.casefold():
            flow.runs.extend(prose(say("in-brackets", words=title), look.styles))

    def _quoted(self, element: Element, flow: _Flow, look: Look) -> None:
        opened, closed = say("quoted", words="\n").split("\n")
        self._text(opened, flow, look)
        self._within(element, flow, look)
        self._text(closed, flow, look)

    def _formula(self, element: Element, flow: _Flow, look: Look) -> None:
        flow.runs.extend(formula_runs(element.text or "", display=element.tag == "tex-display"))

    def _foreign_formula(self, element: Element, flow: _Flow, look: Look) -> None:
        """A formula in MathML: by its TeX where it brings that, else named as left out."""
        notes = [note for note in element.iter("annotation") if "tex" in note.get("encoding", "").lower()]
        tex = (notes[0].text or "") if notes else element.get("alttext", "")
        if tex.strip():
            flow.runs.extend(formula_runs(tex, display=element.get("display") == "block"))
        else:
            words = " ".join(" ".join(element.itertext()).split())
            flow.later.append(Omission(say("left-out-named", what=say("left-out-formula"), name=words)))

    def _control(self, element: Element, flow: _Flow, look: Look) -> None:
        """What stands in a form: what is chosen or written in it, not what it could be."""
        self._text(controls.words_of(element), flow, look)

    def _media(self, element: Element, flow: _Flow, look: Look) -> None:
        """A picture, a drawing, sound, film, a frame: shown where its data is there, else named."""
        origin = self._origin
        flow.later.extend(media.blocks_of(element, origin.label, origin.references, origin.attachments))
        if element.tag in ("iframe", "frame") and element.get("srcdoc", "").strip():
            inner = self.blocks(tree(element.get("srcdoc", "")))
            flow.later.extend([Quote(inner)] if inner else [])
        if element.tag == DRAWING:
            flow.part()

    # ---- apart

    def _heading(self, element: Element, flow: _Flow, look: Look) -> None:
        """A heading; in an output a paragraph in bold: the outline belongs to the author's own text."""
        runs, others = self.runs(element, look)
        flow.part()
        if plain(runs).strip() or any(isinstance(run, Formula) for run in runs):
            if self._top and self._origin.author:
                anchor = self._origin.references.anchor("section", plain(runs))
                flow.add(Heading(int(element.tag[1]), runs, anchor))
            else:
                flow.add(Paragraph(bold(runs)))
        flow.add(*others)

    def _quote(self, element: Element, flow: _Flow, look: Look) -> None:
        if inner := self.blocks(element, look):
            flow.add(Quote(inner))

    def _listing(self, element: Element, flow: _Flow, look: Look) -> None:
        """A list; where an item says another number than the one that is due, a list of its own begins."""
        items: list[tuple[Block, ...]] = []
        start = _start(element)
        step = -1 if "reversed" in element.attrib else 1
        for part in _parts(element, ("li",)):
            inner = self.blocks(part, looked(part, look))
            value = _number(part.get("value", "")) if part.tag == "li" else None
            if value is not None and value != start + step * len(items):
                flow.add(*_listed(element, items, start))
                items, start = [], value
            if part.tag == "li":
                items.append(inner)
            elif inner and items:
                items[-1] += inner
            elif inner:
                items.append(inner)
        flow.add(*_listed(element, items, start))

    def _terms(self, element: Element, flow: _Flow, look: Look) -> None:
        items: list[tuple[Runs, tuple[Block, ...]]] = []
        for part in self._term_parts(element):
            if part.tag == "dt":
                items.append(self.runs(part, look))
            elif inner := self.blocks(part, look):
                term, said = items.pop() if items else ((), ())
                items.append((term, said + inner))
        if items:
            flow.add(Terms(tuple(items)))

    def _term_parts(self, element: Element) -> Iterator[Element]:
        """The terms of a list and what is said of them, also where they stand together in a `div`."""
        for part in _parts(element, ("dt", "dd", "div")):
            yield from self._term_parts(part) if part.tag == "div" else (part,)

    def _details(self, element: Element, flow: _Flow, look: Look) -> None:
        summaries = [child for child in element if child.tag == "summary"]
        summary, others = self.runs(summaries[0], look) if summaries else (prose(say("details")), ())
        rest = Element("div")
        rest.text = element.text
        rest.extend(_emptied(child) if child in summaries[:1] else child for child in element)
        if inner := others + self.blocks(rest, look):
            flow.add(Details(summary, inner))
        else:
            flow.add(Paragraph(summary))

    def _preformatted(self, element: Element, flow: _Flow, look: Look) -> None:
        lines = "".join(_lines_of(element)).strip("\n")
        code = len(element) == 1 and element[0].tag == "code" and not (element.text or "").strip()
        text = shown(lines)
        if text.strip() and code and self._origin.author:
            flow.add(CodeBlock(text, say("code"), folded=False))
        elif text.strip():
            flow.add(Preformatted(text, self._origin.label))
        for child in element.iter():
            if child.tag in media.TAGS:
                self._media(child, flow, look)

    def _table(self, element: Element, flow: _Flow, look: Look) -> None:
        captions = [child for child in element if child.tag == "caption"]
        caption, others = self.runs(captions[0]) if captions else ((), ())
        found = grid(element, caption, lambda cell: self.blocks(cell, looked(cell, look)))
        flow.add(*others, *([found] if found else [Paragraph(caption)] if caption else []))
        if found and is_tinted(element, self._tinted):
            flow.add(Omission(say("left-out-nameless", what=say("left-out-colours"))))


def _listed(element: Element, items: list[tuple[Block, ...]], start: int) -> list[Block]:
    """The list of these items, which counts as the element says; none where nothing is in them."""
    if not any(items):
        return []
    if element.tag != "ol":
        return [Listing(tuple(filter(None, items)))]
    sign, down = element.get("type", "1"), "reversed" in element.attrib
    return [Listing(tuple(items), start, sign if sign in ("a", "A", "i", "I") else "1", reversed=down)]


def _start(element: Element) -> int:
    """The number of a list's first item."""
    given = _number(element.get("start", ""))
    if given is not None:
        return given
    return len([child for child in element if child.tag == "li"]) if "reversed" in element.attrib else 1


def _number(text: str) -> int | None:
    return int(text) if re.fullmatch(r"-?[0-9]{1,9}", text.strip()) else None


def _parts(element: Element, named: tuple[str, ...]) -> Iterator[Element]:
    """What an element holds directly: children that are `named`, and a blank one around all else."""
    loose = Element("span")
    loose.text = element.text
    for child in element:
        if child.tag in named:
            yield loose
            yield child
            loose = Element("span")
            loose.text = child.tail
        else:
            loose.append(child)
    yield loose


def _emptied(element: Element) -> Element:
    """A blank in place of the element, with the text that follows it."""
    blank = Element("span")
    blank.tail = element.tail
    return blank


def _lines_of(element: Element) -> Iterable[str]:
    """The text within an element as it stands, line for line."""
    if element.tag == "br":
        yield "\n"
    if element.tag in ("sup", "sub"):
        yield raised("".join(element.itertext()), element.tag)
    elif element.tag not in media.TAGS:
        yield element.text or ""
        for child in element:
            yield from _lines_of(child)
            yield child.tail or ""


def _says_only_that_it_is_not_trusted(element: Element) -> bool:
    return element.tag == "span" and (element.text or "").strip().startswith(_UNTRUSTED)
