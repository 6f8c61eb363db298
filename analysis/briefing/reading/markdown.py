"""Markdown cells as blocks: parsed into a tree, never rendered to HTML on the way."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

import mistune

from analysis.briefing.document.blocks import (
    Block,
    Break,
    CodeBlock,
    Divider,
    Head,
    Heading,
    Link,
    Listing,
    Omission,
    Paragraph,
    Quote,
    Run,
    Runs,
    Table,
    Text,
)
from analysis.briefing.document.characters import WEB_ADDRESS, clean, shortened, shown
from analysis.briefing.document.citations import References, plain, prose
from analysis.briefing.reading.cells import Attachments
from analysis.briefing.reading.foreign import foreign_html
from analysis.briefing.reading.pictures import EMBEDDED, described, picture
from analysis.messages import say

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
_STYLES = {
    "b": "strong",
    "strong": "strong",
    "i": "em",
    "em": "em",
    "s": "strike",
    "del": "strike",
    "code": "code",
}
_UNSEEN = {"script", "style", "template", "iframe", "object"}

Token = Mapping[str, Any]


def markdown_blocks(
    markdown: str, references: References, place: str, attachments: Attachments | None = None
) -> tuple[Block, ...]:
    """The blocks of a markdown text; heading levels are as written.

    `attachments` are the pictures of the cell by name; those from elsewhere are named, not loaded.
    """
    tokens, _ = _parser().parse(clean(markdown))
    return _MarkdownReader(references, place, attachments or {}).blocks(tokens)


@lru_cache(maxsize=1)
def _parser() -> mistune.Markdown:
    return mistune.create_markdown(renderer=None, plugins=["table", "strikethrough"])


def _restyled(style: Text, name: str, on: bool) -> Text:
    changes: dict[str, Any] = {name: on}
    return replace(style, **changes)


class _MarkdownReader:
    """Walks the tokens of one markdown text."""

    def __init__(self, references: References, place: str, attachments: Attachments) -> None:
        self._references = references
        self._place = place
        self._attachments = attachments
        self._pictures: list[Block] = []

    def blocks(self, tokens: Iterable[Token]) -> tuple[Block, ...]:
        found: list[Block] = []
        for token in tokens:
            found.extend(self._block(token))
            found.extend(self._pictures)
            self._pictures = []
        return tuple(found)

    def _block(self, token: Token) -> list[Block]:
        kind = token["type"]
        if kind == "heading":
            runs = self._runs(token["children"])
            anchor = self._references.anchor("section", plain(runs))
            return [Heading(token["attrs"]["level"], runs, anchor)] if runs else []
        if kind in ("paragraph", "block_text"):
            runs = self._runs(token["children"])
            return [Paragraph(runs)] if plain(runs).strip() else []
        if kind == "list":
            return [self._listing(token)]
        if kind == "block_quote":
            return [Quote(self.blocks(token["children"]))]
        if kind == "block_code":
            return [CodeBlock(shown(token["raw"]).rstrip("\n"))]
        if kind == "thematic_break":
            return [Divider()]
        if kind == "table":
            return [self._table(token)]
        if kind == "block_html":
            found = foreign_html(token["raw"], say("html-of", place=self._place))
            return [found] if found else []
        return []

    def _listing(self, token: Token) -> Listing:
        attrs = token["attrs"]
        items = tuple(self.blocks(item["children"]) for item in token["children"])
        return Listing(items, start=attrs.get("start", 1) if attrs.get("ordered") else None)

    def _table(self, token: Token) -> Table:
        heads: tuple[Head, ...] = ()
        rows: list[tuple[Runs, ...]] = []
        for part in token["children"]:
            if part["type"] == "table_head":
                heads = tuple(map(self._head, part["children"]))
            else:
                cells = [
                    [self._runs(cell["children"]) for cell in row["children"]] for row in part["children"]
                ]
                rows.extend(map(tuple, cells))
        return Table(None, heads, tuple(rows), len(rows))

    def _head(self, cell: Token) -> Head:
        return Head(
            self._runs(cell["children"]), "right" if cell["attrs"].get("align") == "right" else "left"
        )

    def _runs(self, tokens: Iterable[Token], style: Text | None = None) -> Runs:
        """The runs of inline tokens; HTML tags that style text do so, other tags leave their text behind."""
        style = style or Text("")
        runs: list[Run] = []
        unseen = ""
        for token in tokens:
            kind = token["type"]
            if kind == "inline_html":
                tag = _TAG.match(token["raw"])
                closing, name = (tag.group(1), tag.group(2).lower()) if tag else ("", "")
                if name in _UNSEEN:
                    unseen = "" if closing else name
                elif name == "br":
                    runs.append(Break())
                elif name in _STYLES:
                    style = _restyled(style, _STYLES[name], not closing)
            elif not unseen:
                runs.extend(self._inline(token, style))
        return tuple(runs)

    def _inline(self, token: Token, style: Text) -> Iterable[Run]:
        kind = token["type"]
        if kind == "text":
            return self._styled(token["raw"], style)
        if kind in ("softbreak", "linebreak"):
            return [Text(" ")] if kind == "softbreak" else [Break()]
        if kind == "codespan":
            return [replace(style, text=shown(token["raw"]), code=True)]
        if kind == "image":
            self._pictures.append(self._picture(token))
            return []
        children = token.get("children", ())
        if kind == "link":
            return self._link(token["attrs"]["url"], self._runs(children, style))
        name = {"strong": "strong", "emphasis": "em", "strikethrough": "strike"}.get(kind)
        return self._runs(children, _restyled(style, name, True) if name else style)

    def _styled(self, text: str, style: Text) -> Iterable[Run]:
        runs = prose(text, strong=style.strong, em=style.em, strike=style.strike)
        return [replace(run, code=style.code) for run in runs]

    def _link(self, url: str, runs: Runs) -> Iterable[Run]:
        return [Link(plain(runs) or url, clean(url))] if WEB_ADDRESS.match(url) else runs

    def _picture(self, token: Token) -> Block:
        url = token["attrs"]["url"]
        alt = shortened(plain(self._runs(token["children"])), 2000)
        mime, encoded = "", ""
        if url.startswith("attachment:"):
            attached = self._attachments.get(url.removeprefix("attachment:"), {})
            mime, encoded = next(iter(sorted(attached.items())), ("", ""))
        elif match := EMBEDDED.fullmatch(url):
            mime, encoded = match.groups()
        anchor = self._references.anchor("picture", alt or self._place)
        found = picture(mime, encoded, described(alt, self._place), anchor)
        name = shortened(url.partition(",")[0], 120) + (f" ({alt})" if alt else "")
        return found or Omission(say("picture-left-out", name=name))
