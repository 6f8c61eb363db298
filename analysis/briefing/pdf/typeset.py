"""A document as JSON values for the typesetter: text stays text, lengths are points, anchors are labels."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analysis import palette
from analysis.briefing.document.blocks import (
    Block,
    Cite,
    CodeBlock,
    Cover,
    Divider,
    Document,
    ErrorOutput,
    Exhibit,
    Figure,
    ForeignHtml,
    Heading,
    Highlights,
    KeyFigure,
    KeyFigures,
    Listing,
    Omission,
    Paragraph,
    Picture,
    Preformatted,
    Quote,
    Register,
    Report,
    Run,
    Runs,
    Statement,
    Table,
)
from analysis.briefing.document.characters import shortened, shown
from analysis.briefing.document.citations import plain, prose
from analysis.briefing.document.drawings import Drawing
from analysis.briefing.document.passages import written
from analysis.briefing.document.words import (
    error_head,
    error_name,
    facts_about,
    facts_of,
    in_quotes,
    reports_left,
    statements_left,
)
from analysis.briefing.pdf import widths
from analysis.briefing.pdf.text import (
    LONGEST_WORD,
    Node,
    broken,
    cell_text,
    language,
    lettered,
    runs,
    with_breaks,
)
from analysis.messages import paragraph, say

WIDTH = 504.0
"""The type area of a page of A4 is that wide, in points."""

TALLEST = 610.0
"""Points a drawing may be high, so that its caption, notes and sources stand on the same page."""

TABLE_ROWS = 200
"""Rows of a table that are printed; more are in its data."""

TABLE_COLUMNS = 16
"""Columns of a foreign table that are printed: more would hold no words."""

DEEPEST = 6
"""Quotations within quotations that are set in further: the typesetter goes no deeper than a few dozen."""

PRINTED_LINES = 300
"""Lines of a program's output that are printed."""

PAGE, PAGES = "{page}", "{pages}"
"""Stand in the words of a page's foot for its number and the last one, which only the typesetter knows."""

_TYPES = {".csv": "text/csv", ".json": "application/json", ".txt": "text/plain", ".ipynb": "application/json"}
_ROW_KEPT_WHOLE = 700
_HEAD_REPEATED = 160
_NOTES_KEPT = 1500


@dataclass
class Manuscript:
    """What the typesetter is handed: a document as JSON, and by name the files that JSON cannot hold."""

    data: Node
    files: dict[str, bytes]


def manuscript_of(document: Document, attachments: Mapping[str, bytes]) -> Manuscript:
    """The document as JSON values and files: its pictures and `attachments`, by name.

    An exhibit points to the attachment that holds its data.
    """
    with written(document.direction):
        return _manuscript_of(document, attachments)


def _manuscript_of(document: Document, attachments: Mapping[str, bytes]) -> Manuscript:
    setter = _Setter(document.citing, attachments)
    cover = document.cover
    blocks = setter.blocks(document.blocks)
    attached = [_attached(number, name, document) for number, name in enumerate(attachments, 1)]
    data = {
        "title": shortened(cover.title, 400),
        "running": shortened(cover.title, 90),
        "mark": shortened(cover.mark, 90),
        "as_of": say("running-as-of", day=shortened(cover.as_of, 60)) if cover.as_of else "",
        "language": language(document.lang),
        "colours": {name: getattr(palette, name) for name in ("INK", "MUTED", "RULE", "PAPER", "ACCENT")},
        "headline": runs(prose(cover.title)),
        "facts": [[name, runs(prose(value))] for name, value in facts_of(cover)],
        "notice": runs(cover.notice),
        "blocks": blocks,
        "contents": setter.contents,
        "anchors": setter.anchors,
        "attached": attached,
        "words": {
            "exhibit": say("exhibit", number="").strip(),
            "sources": say("sources-lead"),
            "highlights": say("highlights"),
            "attached": say("attached"),
            "page": say("page-number", page=PAGE, pages=PAGES),
        },
    }
    held = {node["file"]: attachments[node["name"]] for node in attached}
    return Manuscript(data, setter.pictures | held)


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


class _Setter:
    """Turns blocks into JSON; remembers anchors, contents and pictures."""

    def __init__(self, citing: Mapping[str, tuple[str, ...]], attached: Iterable[str]) -> None:
        self._citing = citing
        self._attached = {name.rpartition("/")[2]: name for name in attached}
        self.anchors: dict[str, bool] = {}
        self.contents: dict[str, Node] = {}
        self.pictures: dict[str, bytes] = {}
        self._depth = 0

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
        match block:
            case Paragraph():
                return [{"kind": "paragraph", "body": self._runs(block.runs)}]
            case Heading():
                return [self._heading(block)]
            case Listing():
                return [self._listing(block)]
            case Quote():
                return self._quote(block)
            case Highlights():
                return [self._highlights(block, headed=isinstance(last, Heading))]
            case KeyFigures():
                return [self._key_figures(block)]
            case CodeBlock():
                return [] if block.label else [_lines(block.text)]
            case Figure():
                return [self._figure(block)]
            case Table():
                return [self._table(block)]
            case Register():
                return [self._register(block)]
            case Preformatted():
                return [_lines(block.text)]
            case Picture():
                return [self._picture(block)]
            case ForeignHtml():
                return self.blocks(block.blocks)
            case ErrorOutput():
                return [_error(block)]
            case Omission():
                return [{"kind": "omission", "body": runs(prose(block.text))}]
            case Cover() | Divider():
                return [{"kind": block.kind}]

    def _quote(self, block: Quote) -> list[Node]:
        if self._depth >= DEEPEST:
            return self.blocks(block.blocks)
        self._depth += 1
        inner = self.blocks(block.blocks)
        self._depth -= 1
        return [{"kind": "quote", "blocks": inner}]

    def _highlights(self, block: Highlights, *, headed: bool) -> Node:
        return {"kind": "highlights", "headed": headed, "blocks": self.blocks(block.blocks)}

    def _runs(self, given: Iterable[Run], longest: int = LONGEST_WORD) -> list[Any]:
        given = tuple(given)
        for run in given:
            if isinstance(run, Cite):
                self._anchor(run.anchor)
        return runs(given, longest)

    def _anchor(self, anchor: str) -> str:
        """The anchor, or nothing where something printed before has it already."""
        if not anchor or anchor in self.anchors:
            return ""
        self.anchors[anchor] = True
        return anchor

    def _heading(self, block: Heading) -> Node:
        title = runs(prose(shortened(plain(block.runs))))
        anchor = self._anchor(block.anchor)
        if block.level == 2:
            self.contents[anchor] = {"title": title}
        return {"kind": "heading", "level": block.level - 1, "body": self._runs(block.runs), "anchor": anchor}

    def _listing(self, block: Listing) -> Node:
        return {"kind": "listing", "start": block.start, "items": [self.blocks(item) for item in block.items]}

    def _key_figures(self, block: KeyFigures) -> Node:
        return {"kind": block.kind, "items": [self._key_figure(item) for item in block.items]}

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
        head = self._exhibit(block.exhibit)
        return {"kind": "figure", **head, **_drawn(block.drawing), "alt": broken(block.alt)}

    def _exhibit(self, exhibit: Exhibit) -> Node:
        anchor, attached = self._anchor(exhibit.anchor), self._attached.get(f"{exhibit.name}.csv")
        self.contents[anchor] = {
            "number": exhibit.number,
            "title": runs(prose(shortened(exhibit.title, 90))),
        }
        sources = [
            {"number": source.number, "title": runs(prose(source.title)), "to": source.target}
            for source in exhibit.sources
        ]
        return {
            "anchor": anchor,
            "number": exhibit.number,
            "head": say("exhibit", number=exhibit.number),
            "title": runs(prose(exhibit.title)),
            "caption": runs(prose(exhibit.caption)),
            "notes": [runs(prose(note)) for note in exhibit.notes],
            "sources": sources,
            "data": say("data-attached", file=attached) if attached else "",
            "whole": sum(map(len, (exhibit.title, exhibit.caption, *exhibit.notes))) <= _NOTES_KEPT,
        }

    def _table(self, block: Table) -> Node:
        heads = block.heads[:TABLE_COLUMNS]
        empty: tuple[Runs, ...] = ((),) * len(heads)
        kept = [(*row, *empty)[: len(heads)] for row in block.rows[:TABLE_ROWS]]
        texts = [[plain(head.label), *(cell_text(row[n]) for row in kept)] for n, head in enumerate(heads)]
        layout = widths.layout(texts, WIDTH, full=block.exhibit is not None)
        longest = widths.SHORT_WORD
        rows = [[self._runs(cell, longest) for cell in row] for row in kept]
        node = self._exhibit(block.exhibit) if block.exhibit else {"anchor": ""}
        return node | {
            "kind": "table",
            "size": layout.size,
            "gap": layout.gap,
            "tight": layout.tight,
            "widths": layout.widths,
            "heads": [self._runs(head.label, longest) for head in heads],
            "repeats": all(len(plain(head.label)) <= _HEAD_REPEATED for head in heads),
            "aligns": [head.align for head in heads],
            "names": [head.header and _short(cells) for head, cells in zip(heads, texts, strict=True)],
            "rows": rows,
            "splits": any(len(cell_text(cell)) > _ROW_KEPT_WHOLE for row in kept for cell in row),
            "more": self._more(block, len(kept), len(heads)),
        }

    def _more(self, block: Table, rows: int, width: int) -> str:
        """What of a table is not printed, and where it is."""
        said = []
        total = max(block.total, len(block.rows))
        attached = self._attached.get(f"{block.exhibit.name}.csv") if block.exhibit else None
        if total > rows and attached:
            said.append(say("rows-printed-file", shown=rows, total=total, file=attached))
        elif total > rows:
            said.append(say("rows-printed", shown=rows, total=total))
        if len(block.heads) > width:
            said.append(say("columns-printed", shown=width, total=len(block.heads)))
        return paragraph(*said)

    def _register(self, block: Register) -> Node:
        return {
            "kind": "register",
            **self._exhibit(block.exhibit),
            "reports": [self._report(report) for report in block.reports],
            "more": reports_left(block),
        }

    def _report(self, report: Report) -> Node:
        return {
            "anchor": self._anchor(report.anchor),
            "number": report.number,
            "title": runs(prose(report.title)),
            "citing": list(self._citing.get(report.anchor, ())),
            "facts": [[name, runs(prose(value))] for name, value in facts_about(report)],
            "href": report.url if report.is_on_the_web else "",
            "url": runs(prose(report.url)),
            "statements": [self._statement(statement) for statement in report.statements],
            "more": statements_left(report),
        }

    def _statement(self, statement: Statement) -> Node:
        speaker = say("speaker-said", speaker=statement.speaker) if statement.speaker else ""
        return {
            "anchor": self._anchor(statement.anchor),
            "citing": list(self._citing.get(statement.anchor, ())),
            "locator": runs(prose(statement.locator), 8),
            "speaker": runs(prose(speaker)),
            "summary": runs(prose(statement.summary)),
            "words": runs(prose(in_quotes(statement.words))),
        }

    def _picture(self, block: Picture) -> Node:
        node: Node = {
            "kind": "picture",
            "anchor": self._anchor(block.anchor),
            "alt": broken(block.alt).strip(),
        }
        if block.drawing is not None:
            return node | _drawn(block.drawing)
        name = f"picture-{len(self.pictures) + 1}"
        self.pictures[name] = block.content
        return node | {"file": name, "width": WIDTH, "height": TALLEST}


def _lines(text: str) -> Node:
    """Preformatted text, its longest lines given places to break, no more than a few pages of it."""
    lines = shown(text).expandtabs(4).split("\n")
    kept = lines[:PRINTED_LINES]
    left = len(lines) - len(kept)
    kept = [re.sub(r"\S{81,}", lambda word: with_breaks(word.group(), 80), line[:20_000]) for line in kept]
    return {
        "kind": "lines",
        "text": "\n".join(kept),
        "more": say("lines-further", number=left) if left else "",
    }


def _error(block: ErrorOutput) -> Node:
    return {"kind": "error", "head": runs(prose(error_head(block))), "body": runs(prose(error_name(block)))}


def _drawn(drawing: Drawing) -> Node:
    """A drawing with the size it is printed in: its own, made smaller where the page is."""
    width, height = drawing.width * 0.75, drawing.height * 0.75
    scale = min(1.0, WIDTH / width, TALLEST / height)
    return {
        "svg": lettered(drawing.xml()),
        "width": round(width * scale, 2),
        "height": round(height * scale, 2),
    }


def _short(cells: list[str]) -> bool:
    """Whether cells are names rather than sentences, which would be too much in bold."""
    return sum(map(len, cells)) <= 30 * len(cells)
