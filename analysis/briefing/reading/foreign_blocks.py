"""Sanitised HTML reduced to blocks: text, lists, tables, pictures; for a printing that has no HTML."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from analysis.briefing.document.blocks import (
    Block,
    Break,
    Divider,
    Head,
    Link,
    Listing,
    Paragraph,
    Picture,
    Preformatted,
    Run,
    Runs,
    Table,
    Text,
)
from analysis.briefing.document.citations import plain, prose
from analysis.briefing.document.drawings import drawing
from analysis.briefing.reading.pictures import EMBEDDED, described, picture
from analysis.errors import RenderError

_STYLES = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "var": "em", "cite": "em"}
_STYLES |= {"s": "strike", "del": "strike", "code": "code", "kbd": "code", "samp": "code"}
_APART = frozenset(
    "blockquote caption dd details dl div dt figcaption figure ol p summary ul h1 h2 h3 h4 h5 h6".split()
)
_VOID = ("br", "hr", "img")
_SVG = re.compile(r"<(/?)svg\b[^>]*>")
_WIDEST = 1000
"""Cells a colspan or rowspan may stand for."""


def html_blocks(markup: str, label: str) -> tuple[Block, ...]:
    """The blocks of sanitised HTML in their order; lists are flat, nested tables are text.

    >>> [block.kind for block in html_blocks("<p>a<b>b</b></p><hr>", "cell 1")]
    ['paragraph', 'divider']
    """
    reader = _HtmlReader(label)
    rest = markup
    while opened := _SVG.search(rest):
        end = _end_of_svg(rest, opened.start())
        reader.feed(rest[: opened.start()])
        reader.draw(rest[opened.start() : end])
        rest = rest[end:]
    reader.feed(rest)
    reader.close()
    return reader.finished()


def _end_of_svg(markup: str, start: int) -> int:
    depth = 0
    for tag in _SVG.finditer(markup, start):
        depth += -1 if tag.group(1) else 1
        if depth == 0:
            return tag.end()
    return len(markup)


@dataclass
class _Cell:
    runs: list[Run] = field(default_factory=list)
    header: bool = False
    across: int = 1
    down: int = 1


@dataclass
class _Rows:
    """A table while it is read: rows of cells, and which of them stand in its head."""

    rows: list[list[_Cell]] = field(default_factory=list)
    heads: list[bool] = field(default_factory=list)
    in_head: bool = False


class _HtmlReader(HTMLParser):
    """Gathers blocks; knows only the tags that the allow-list lets through."""

    def __init__(self, label: str) -> None:
        super().__init__(convert_charrefs=True)
        self._label = label
        self._blocks: list[Block] = []
        self._runs: list[Run] = []
        self._items: list[tuple[Block, ...]] | None = None
        self._lists = 0
        self._styles: list[str] = []
        self._href = ""
        self._table: _Rows | None = None
        self._tables = 0
        self._pre: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a tag."""
        given = {name: value or "" for name, value in attrs}
        if self._table is not None and self._in_table(tag, given):
            return
        if tag in _STYLES:
            self._styles.append(_STYLES[tag])
        elif tag in _VOID:
            self._void(tag, given)
        elif tag == "a":
            self._href = given.get("href", "")
        elif tag == "pre":
            self._flush()
            self._pre = []
        elif tag == "table":
            self._flush()
            self._table = _Rows()
        elif tag == "li":
            self._flush()
        elif tag in _APART:
            self._part()
            if tag in ("ul", "ol"):
                self._lists += 1
                self._items = [] if self._items is None else self._items

    def handle_endtag(self, tag: str) -> None:
        """Close a tag."""
        if tag in _STYLES:
            if _STYLES[tag] in self._styles:
                self._styles.remove(_STYLES[tag])
        elif tag == "a":
            self._href = ""
        elif tag == "pre" and self._pre is not None:
            text, self._pre = "".join(self._pre).strip("\n"), None
            if text.strip():
                self._add(Preformatted(text, self._label))
        elif tag == "table" and self._table is not None:
            self._close_table()
        elif self._table is None and (tag == "li" or tag in _APART):
            self._flush()
            if tag in ("ul", "ol"):
                self._close_list()

    def handle_data(self, data: str) -> None:
        """Take in text."""
        if self._pre is not None:
            self._pre.append(data)
            return
        into = self._into()
        if (
            self._table is not None
            and (not self._table.rows or not self._table.rows[-1])
            and not data.strip()
        ):
            return
        if self._href:
            into.append(Link(data, self._href))
            return
        runs = prose(data)
        for style in self._styles:
            runs = tuple(_restyled(run, style) for run in runs)
        into.extend(runs)

    def draw(self, svg: str) -> None:
        """Take in a drawing."""
        title = re.search(r"<title[^>]*>([^<]+)</title>", svg)
        try:
            found = drawing(svg, self._label)
        except RenderError:
            return  # a drawing without a size draws nothing in a page either
        alt = described(title.group(1) if title else "", self._label)
        self._flush()
        self._add(Picture(alt=alt, anchor="", drawing=found))

    def finished(self) -> tuple[Block, ...]:
        """The blocks read, once everything was fed."""
        while self._table is not None:
            self._close_table()
        self._flush()
        self._lists = 0
        self._close_list()
        return tuple(self._blocks)

    def _void(self, tag: str, given: dict[str, str]) -> None:
        if tag == "br":
            if self._pre is not None:
                self._pre.append("\n")
            else:
                self._into().append(Break())
        elif tag == "hr":
            self._part()
            if self._table is None:
                self._add(Divider())
        elif match := EMBEDDED.fullmatch(given.get("src", "")):
            alt = described(given.get("alt", "").strip(), self._label)
            found = picture(match.group(1), match.group(2), alt, anchor="")
            if found is not None:
                self._part()
                self._add(found)
        elif given.get("alt"):
            self._into().extend(prose(f"[{given['alt']}]"))

    def _in_table(self, tag: str, given: dict[str, str]) -> bool:
        """Take in a tag that shapes the table being read; False where it is another one."""
        table = self._table
        if table is None:
            return False
        if tag == "table":
            self._tables += 1
        elif self._tables:
            return tag in ("thead", "tbody", "tfoot", "tr", "td", "th", "caption")
        elif tag in ("thead", "tbody", "tfoot"):
            table.in_head = tag == "thead"
        elif tag == "tr":
            table.rows.append([])
            table.heads.append(table.in_head)
        elif tag in ("td", "th"):
            if not table.rows:
                table.rows.append([])
                table.heads.append(table.in_head)
            cell = _Cell(header=tag == "th", across=_span(given, "colspan"), down=_span(given, "rowspan"))
            table.rows[-1].append(cell)
        else:
            return False
        return True

    def _into(self) -> list[Run]:
        """Where text goes: the cell being read, or the paragraph; a caption stands before its table."""
        table = self._table
        return table.rows[-1][-1].runs if table is not None and table.rows and table.rows[-1] else self._runs

    def _part(self) -> None:
        """Something begins apart from what stands before it: a new paragraph, in a cell a new line."""
        if self._table is None:
            self._flush()
        elif self._into() and not isinstance(self._into()[-1], Break):
            self._into().append(Break())

    def _add(self, block: Block) -> None:
        if self._items is None:
            self._blocks.append(block)
        else:
            self._items.append((block,))

    def _flush(self) -> None:
        runs, self._runs = trimmed(self._runs), []
        if runs:
            self._add(Paragraph(runs))

    def _close_list(self) -> None:
        self._lists = max(self._lists - 1, 0)
        if self._lists == 0 and self._items is not None:
            items, self._items = self._items, None
            if items:
                self._add(Listing(tuple(items)))

    def _close_table(self) -> None:
        if self._tables:
            self._tables -= 1
            return
        table, self._table = self._table, None
        self._flush()
        if table is not None and (made := _as_table(table)):
            self._add(made)


def trimmed(runs: list[Run]) -> Runs:
    """The runs without blank ones and line breaks at either end."""
    blank: Callable[[Run], bool] = lambda run: (  # noqa: E731
        isinstance(run, Break) or (isinstance(run, Text) and not run.text.strip())
    )
    low, high = 0, len(runs)
    while low < high and blank(runs[low]):
        low += 1
    while high > low and blank(runs[high - 1]):
        high -= 1
    return tuple(runs[low:high])


def _restyled(run: Text, style: str) -> Text:
    return replace(run, **{style: True})  # type: ignore[arg-type]


def _span(given: dict[str, str], name: str) -> int:
    value = given.get(name, "1")
    return min(max(int(value), 1), _WIDEST) if value.isdecimal() and value.isascii() else 1


def _as_table(read: _Rows) -> Table | None:
    """The table with cells that span several places put into the first of them."""
    rows = _spread(read.rows, read.heads)
    width = max((len(row) for row in rows), default=0)
    if not width:
        return None
    heads = read.heads
    if not any(heads) and rows[0] and all(cell.header for cell in read.rows[0]):
        heads = [True, *heads[1:]]
    filled = [[*row, *([_Cell()] * (width - len(row)))] for row in rows]
    top = [row for row, head in zip(filled, heads, strict=False) if head]
    body = [row for row, head in zip(filled, heads, strict=False) if not head]
    columns = []
    for place in range(width):
        label = _joined([trimmed(row[place].runs) for row in top])
        numbers = sum(_is_number(plain(row[place].runs)) for row in body)
        named = [row[place].header for row in body]
        align = "right" if body and numbers * 2 > len(body) else "left"
        columns.append(Head(label, align, bool(named) and all(named)))
    cells = tuple(tuple(trimmed(cell.runs) for cell in row) for row in body)
    return Table(None, tuple(columns), cells, len(cells))


def _spread(rows: list[list[_Cell]], heads: list[bool]) -> list[list[_Cell]]:
    """The rows with a cell in each place; a head over several columns names every one of them."""
    spread: list[list[_Cell]] = []
    held: dict[int, tuple[int, bool]] = {}
    for row, head in zip(rows, heads, strict=True):
        places: list[_Cell] = []
        waiting = list(row)
        while waiting or held.get(len(places), (0, False))[0]:
            left, header = held.get(len(places), (0, False))
            if left:
                held[len(places)] = (left - 1, header)
                places.append(_Cell(header=header))
                continue
            cell = waiting.pop(0)
            for extra in range(cell.across):
                held[len(places)] = (cell.down - 1, cell.header)
                places.append(cell if extra == 0 or head else _Cell(header=cell.header))
        spread.append(places)
    return spread


def _joined(labels: list[Runs]) -> Runs:
    joined: list[Run] = []
    for label in labels:
        if label and joined:
            joined.append(Text(" · "))
        joined.extend(label)
    return tuple(joined)


def _is_number(text: str) -> bool:
    return re.fullmatch(r"\s*[-+\u2212]?[\d.,\s]*\d[\d.,\s]*%?\s*|\s*NaN\s*", text) is not None
