"""Markdown as blocks: its library makes HTML of it, which is read as any other HTML."""

from functools import lru_cache

import mistune
from mistune.plugins.table import table_in_list, table_in_quote

from analysis.briefing.document.blocks import Block
from analysis.briefing.document.characters import clean
from analysis.briefing.document.citations import References
from analysis.briefing.reading.cells import Attachments
from analysis.briefing.reading.html import Origin, html_blocks
from analysis.briefing.reading.mathematics import formulas
from analysis.messages import say


def markdown_blocks(
    markdown: str, references: References, place: str, attachments: Attachments | None = None
) -> tuple[Block, ...]:
    """The blocks of a Markdown text as Jupyter reads it; heading levels are as written.

    `attachments` are the pictures of the cell by name; those from elsewhere are named, not loaded.
    """
    label = say("html-of", place=place)
    origin = Origin(place, label, references, attachments or {}, author=True)
    return html_blocks(str(_markdown()(clean(markdown))), origin)


@lru_cache(maxsize=1)
def _markdown() -> mistune.Markdown:
    """Markdown with what Jupyter adds: tables, deletions, addresses, lists of tasks and terms, formulas.

    HTML in it comes through as it is, and addresses too: what may stay is decided where HTML is read.
    """
    renderer = mistune.HTMLRenderer(escape=False, allow_harmful_protocols=True)
    tables = ("table", table_in_quote, table_in_list)
    plugins = (*tables, "strikethrough", "url", "task_lists", "def_list")
    markdown = mistune.create_markdown(renderer=renderer, plugins=plugins)
    formulas(markdown)
    return markdown
