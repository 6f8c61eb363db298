"""A document as JSON values for the typesetter: text stays text, lengths are points, anchors are labels."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby, takewhile
from pathlib import Path

from analysis import palette
from analysis.briefing.document.blocks import (
    Block,
    CodeBlock,
    Cover,
    Details,
    Divider,
    Document,
    ErrorOutput,
    Figure,
    Grid,
    Heading,
    KeyFigure,
    KeyFigures,
    Listing,
    Omission,
    Paragraph,
    Picture,
    Preformatted,
    Quote,
    Recording,
    Register,
    Story,
    Table,
    Terms,
    Trust,
    exhibit_of,
)
from analysis.briefing.document.characters import shortened, shown
from analysis.briefing.document.citations import prose
from analysis.briefing.document.passages import marked, written
from analysis.briefing.document.runs import Run
from analysis.briefing.document.words import error_head, error_name, opened
from analysis.briefing.pdf.annex import annexed
from analysis.briefing.pdf.grids import grid
from analysis.briefing.pdf.ledger import Ledger
from analysis.briefing.pdf.nesting import DEEPEST, Nest, leaves
from analysis.briefing.pdf.registers import register
from analysis.briefing.pdf.sizes import NARROWEST, TALLEST, WIDTH, Node, drawn, pieces, size_asked
from analysis.briefing.pdf.tables import table
from analysis.briefing.pdf.text import LONGEST_WORD, broken, has_letters, language, runs, with_breaks
from analysis.briefing.pdf.widths import SHORT_WORD
from analysis.messages import listed, paragraph, say

PRINTED_LINES = 300
"""Lines of a program's output that are printed."""

CODE_LINES = 3000
"""Lines of code in one cell that are printed: more was not written by hand."""

LONGEST_LINE = 20_000
"""Characters of a line of code or output that are printed: some four pages."""

PAGE, PAGES = "{page}", "{pages}"
"""Stand in the words of a page's foot for its number and the last one, which only the typesetter knows."""

_TYPES = {".csv": "text/csv", ".json": "application/json", ".txt": "text/plain", ".ipynb": "application/json"}
_FRONT = Story | KeyFigures | Trust
"""What stands on page one, with whatever is told between."""

_SHORT_TITLE = 60
"""Characters of a title that stand on two lines at its full size."""

_INSET = 20.0
"""Points by which a list or a quotation is narrower than what it stands in."""

_LETTER = 4.6
"""Points that a letter of code takes."""


@dataclass
class Manuscript:
    """What the typesetter is handed: a document as JSON, and by name the files that JSON cannot hold."""

    data: Node
    files: dict[str, bytes]


def manuscript_of(document: Document, attachments: Mapping[str, bytes], *, flat: bool = False) -> Manuscript:
    """The document as JSON values and files: its pictures and `attachments`, by name.

    An exhibit points to the attachment that holds its data. Where it is to be `flat`, the cells of a grid
    within something else follow one another.
    """
    with written(document.direction):
        return _manuscript_of(document, attachments, flat=flat)


def _manuscript_of(document: Document, attachments: Mapping[str, bytes], *, flat: bool) -> Manuscript:
    ledger = Ledger(document.citing, attachments)
    setter = _Setter(ledger, flat=flat)
    cover = document.cover
    first = _front(document.blocks)
    # Paper has no column beside the story: how far to trust it ends page one.
    front = sorted(setter.blocks(first), key=lambda node: node["kind"] == Trust.kind and not node["named"])
    blocks = setter.blocks(document.blocks[len(first) :])
    ledger.titled()
    blocks += _making(document, setter)
    end = max(
        (place for place, node in enumerate(blocks, 1) if node["kind"] == "register"), default=len(blocks)
    )
    attached = [_attached(number, name, document) for number, name in enumerate(attachments, 1)]
    data = {
        "title": shortened(cover.title, 400),
        "running": shortened(cover.title, 90),
        "mark": shortened(cover.mark, 90),
        "as_of": say("running-as-of", day=shortened(cover.as_of, 60)) if cover.as_of else "",
        "language": language(document.lang),
        "colours": {name: getattr(palette, name) for name in ("INK", "MUTED", "RULE", "PAPER", "ACCENT")},
        "headline": runs(prose(cover.title)),
        "headline-long": len(cover.title) > _SHORT_TITLE,
        "facts": [runs(prose(fact)) for fact in _facts(cover)],
        "front": front,
        "blocks": list(_grouped(blocks[:end])),
        "annex": annexed(blocks[end:]),
        "anchors": ledger.anchors,
        "attached": attached,
        "words": {
            "exhibit": say("exhibit", number="").strip(),
            "producer": say("producer"),
            "product": say("product"),
            "figures": say("key-figures"),
            "trust": say("trust"),
            "attached": say("attached-files", files=listed(list(attachments))) if attachments else "",
            "page": say("page-number", page=PAGE, pages=PAGES),
        },
    }
    held = {node["file"]: attachments[node["name"]] for node in attached}
    return Manuscript(data, ledger.pictures | held)


def _front(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks of page one: up to the last of those made for it that stands before the first exhibit."""
    before = list(takewhile(lambda block: exhibit_of(block) is None, blocks))
    last = max((place for place, block in enumerate(before, 1) if isinstance(block, _FRONT)), default=0)
    return blocks[:last]


def _grouped(nodes: Iterable[Node]) -> Iterator[Node | list[Node]]:
    """The nodes; drawings as lists where several follow one another that are cut, or several that are not."""
    for whole, group in groupby(nodes, lambda node: node["kind"] == "figure" and str(node["whole"])):
        if whole:
            yield list(group)
        else:
            yield from group


def _facts(cover: Cover) -> list[str]:
    """The scope, the day and the edition of a cover, as they follow one another below its title."""
    as_of = say("running-as-of", day=cover.as_of) if cover.as_of else ""
    facts = [fact for fact in (cover.scope, as_of, cover.edition) if fact]
    return [facts[0][:1].upper() + facts[0][1:], *facts[1:]] if facts else []


def _attached(number: int, name: str, document: Document) -> Node:
    """An attachment as the typesetter takes it: its name, type and subject, and the file that holds it."""
    kind = _TYPES.get(Path(name).suffix, "application/octet-stream")
    return {"name": name, "file": f"attached-{number}", "type": kind, "about": _about(name, document)}


def _about(name: str, document: Document) -> str:
    """What an attached file holds, in a few words."""
    for exhibit in document.exhibits:
        if name.rpartition("/")[2] == f"{exhibit.name}.csv":
            return say("attached-data", number=exhibit.number, title=shortened(exhibit.title, 90))
    if name.rpartition("/")[2] == "manifest.json":
        return say("attached-manifest")
    return ""


def _making(document: Document, setter: "_Setter") -> list[Node]:
    """How the briefing was made: what is printed of it, and what of it only the page has."""
    every = (*document.blocks, *document.making)
    folded = [block.label for block in every if isinstance(block, CodeBlock) and _is_left_out(block)]
    coded = sum(bool(exhibit.code) for exhibit in document.exhibits)
    held = [*folded, *([say("code-of-exhibits", number=coded)] if coded else [])]
    nodes = setter.blocks(document.making)
    if nodes:
        nodes.insert(0, {"kind": "heading", "level": 1, "body": runs(prose(say("making"))), "anchor": ""})
    if held:
        said = say("code-in-page", held=listed(held))
        nodes.append({"kind": "omission", "body": runs(prose(said))})
    return nodes


class _Setter:
    """Turns blocks into JSON, in the room that is left where they stand."""

    def __init__(self, ledger: Ledger, *, flat: bool = False) -> None:
        self._ledger = ledger
        self._flat = flat
        self._depth = 0
        self._room = WIDTH

    def blocks(self, given: Iterable[Block]) -> list[Node]:
        """The blocks that are printed; folded code is not."""
        nodes: list[Node] = []
        last: Block | None = None
        for block in given:
            nodes += self._nodes(block, last)
            last = block
        return nodes

    def _nodes(self, block: Block, last: Block | None) -> list[Node]:
        """What a block that follows `last` becomes: one node; none, or several where it only holds others."""
        if isinstance(block, Nest):
            return self._nested(block, last) if self._depth < DEEPEST else self.blocks(leaves([block]))
        match block:
            case Paragraph():
                return [{"kind": "paragraph", "body": self._runs(block.runs)}]
            case Heading():
                return [self._heading(block)]
            case KeyFigures():
                return [self._key_figures(block, isinstance(last, Heading))]
            case CodeBlock():
                return [] if _is_left_out(block) else self._code(block)
            case Figure():
                return [self._figure(block)]
            case Table():
                return [table(block, self._ledger)]
            case Story():
                return [self._story(block)]
            case Trust():
                return [self._trust(block, isinstance(last, Heading))]
            case Register():
                return [register(block, self._ledger)]
            case Preformatted():
                return [self._lines(block.text)]
            case Picture():
                return [self._picture(block)]
            case Recording():
                return [{"kind": "omission", "body": runs(prose(block.alt))}]
            case ErrorOutput():
                return self._error(block)
            case Omission():
                return [{"kind": "omission", "body": runs(prose(block.text))}]
            case Cover() | Divider():
                return [{"kind": block.kind}]

    def _nested(self, block: Nest, last: Block | None) -> list[Node]:
        """What a block with others in it becomes."""
        match block:
            case Listing():
                return [self._listing(block)]
            case Terms():
                return [self._terms(block)]
            case Details():
                summary = {"kind": "summary", "body": self._runs(block.summary)}
                return [summary, *self._inside(block.blocks, self._room)]
            case Quote():
                return [{"kind": "quote", "blocks": self._inside(block.blocks, self._room - _INSET)}]
            case Grid() if self._flat and self._depth:
                return self._inside(leaves([block]), self._room)
            case Grid():
                return grid(block, self._ledger, self._room, self._inside)

    def _inside(self, given: Iterable[Block], room: float) -> list[Node]:
        """Blocks that lie within another one, in what room that leaves them."""
        with self._within(room):
            return self.blocks(given)

    @contextmanager
    def _within(self, room: float) -> Iterator[None]:
        outer = self._room
        self._depth, self._room = self._depth + 1, max(room, NARROWEST)
        yield
        self._depth, self._room = self._depth - 1, outer

    def _runs(self, given: Iterable[Run]) -> list[object]:
        longest = LONGEST_WORD if self._room > WIDTH / 2 else SHORT_WORD
        return self._ledger.runs(given, longest, self._room)

    def _heading(self, block: Heading) -> Node:
        """A heading; within something else it makes no section."""
        if self._depth:
            return {"kind": "summary", "body": self._runs(block.runs)}
        return self._ledger.heading(block)

    def _listing(self, block: Listing) -> Node:
        return {
            "kind": "listing",
            "start": block.start,
            "numbering": block.numbering,
            "step": -1 if block.reversed else 1,
            "items": [self._inside(item, self._room - _INSET) for item in block.items],
        }

    def _terms(self, block: Terms) -> Node:
        return {
            "kind": "terms",
            "items": [
                {"term": self._runs(term), "blocks": self._inside(said, self._room - _INSET)}
                for term, said in block.items
            ],
        }

    def _story(self, block: Story) -> Node:
        told = [self._runs(paragraph) for paragraph in block.paragraphs]
        opening, rest = opened(block.absent)
        absent = {"opening": self._runs(opening), "absent": self._runs(rest)}
        return {"kind": block.kind, "paragraphs": told, **absent}

    def _trust(self, block: Trust, named: bool) -> Node:
        """How far to trust it, which has a heading of its own unless it is `named` by one before it."""
        items = [{"head": runs(prose(head)), "body": self._runs(told)} for head, told in block.items]
        return {"kind": block.kind, "named": named, "items": items}

    def _key_figures(self, block: KeyFigures, named: bool) -> Node:
        items = [self._key_figure(item) for item in block.items]
        return {"kind": block.kind, "named": named, "items": items}

    def _key_figure(self, item: KeyFigure) -> Node:
        texts = {"label": item.label, "value": item.value, "unit": item.unit}
        texts |= {"reading": item.reading, "speaker": item.speaker, "note": item.note}
        cites = self._runs(item.cites)
        return {
            **{name: runs(prose(text), 20) for name, text in texts.items()},
            "cites": cites,
            "long": item.is_long,
        }

    def _figure(self, block: Figure) -> Node:
        head = self._ledger.exhibit(block.exhibit)
        drawing = pieces(block.drawing, block.breaks)
        head["whole"] = head["whole"] and len(drawing["parts"]) == 1
        return {"kind": "figure", **head, **drawing, "alt": _described(block.alt)}

    def _picture(self, block: Picture) -> Node:
        node: Node = {
            "kind": "picture",
            "anchor": self._ledger.anchor(block.anchor),
            "alt": _described(block.alt),
        }
        if block.drawing is not None:
            return node | drawn(block.drawing, self._room, block.width, block.height)
        node |= {"file": self._ledger.picture(block.content), "width": self._room, "height": TALLEST}
        return node | size_asked(block.width, block.height)

    def _code(self, block: CodeBlock) -> list[Node]:
        named = block.label and block.label != say("code")
        label = [{"kind": "label", "body": runs(prose(block.label))}] if named else []
        return [*label, self._lines(block.text, CODE_LINES) | {"code": True}]

    def _error(self, block: ErrorOutput) -> list[Node]:
        node = {
            "kind": "error",
            "head": runs(prose(error_head(block))),
            "body": runs(prose(error_name(block))),
        }
        return [node, self._lines(block.traceback)] if block.traceback.strip() else [node]

    def _lines(self, text: str, most: int = PRINTED_LINES) -> Node:
        """Preformatted text, its longest words given places to break; no more than that many lines."""
        longest = max(1, min(80, int(self._room / _LETTER)))
        lines = shown(text).expandtabs(4).split("\n")
        kept = lines[:most]
        left, cut = len(lines) - len(kept), sum(len(line) > LONGEST_LINE for line in kept)
        long = re.compile(rf"\S{{{longest + 1},}}")
        kept = [
            long.sub(lambda word: with_breaks(word.group(), longest), line[:LONGEST_LINE]) for line in kept
        ]
        more = paragraph(
            say("lines-cut", number=cut, length=LONGEST_LINE) if cut else "",
            say("lines-further", number=left) if left else "",
        )
        return {"kind": "lines", "text": "\n".join(map(marked, kept)), "more": more, "code": False}


def _described(alt: str) -> str:
    """An alternative text that says something: PDF/UA takes no picture without one."""
    return broken(alt).strip() if has_letters(alt) else say("picture")


def _is_left_out(block: CodeBlock) -> bool:
    """Whether code is only named: where it has no name it is printed."""
    return block.folded and bool(block.label)
