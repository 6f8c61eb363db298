"""How a page is laid out: what stands on its first screen, and what its one line of contents names."""

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.briefing.document.blocks import (
    Block,
    Document,
    Heading,
    KeyFigures,
    Listing,
    Paragraph,
    Story,
    Trust,
    exhibit_of,
)
from analysis.briefing.document.characters import shortened
from analysis.briefing.document.citations import plain

TITLE_LETTERS = 40
"""Letters of a title in the contents where an exhibit has no short name."""


@dataclass(frozen=True)
class Entry:
    """An entry of the contents: a heading of the second level, or an exhibit with its number."""

    anchor: str
    title: str
    number: int = 0


def contents(blocks: Sequence[Block]) -> list[Entry]:
    """The exhibits and the headings of the second level, in reading order."""
    entries: list[Entry] = []
    for block in blocks:
        if exhibit := exhibit_of(block):
            title = exhibit.label or shortened(exhibit.title, TITLE_LETTERS)
            entries.append(Entry(exhibit.anchor, title, exhibit.number))
        elif isinstance(block, Heading) and block.level == 2:
            entries.append(Entry(block.anchor, plain(block.runs)))
    return entries


def parted(document: Document) -> tuple[list[Block], list[Block]]:
    """What stands on the first screen, and the rest.

    The first screen has story, key figures and trust, in that order, with what stands among them; nothing
    where there is none of them before the first exhibit.
    """
    blocks = document.blocks
    first = next((place for place, block in enumerate(blocks) if exhibit_of(block)), len(blocks))
    ends = [place for place in range(first) if isinstance(blocks[place], Story | KeyFigures | Trust)]
    end = ends[-1] + 1 if ends else 0
    while ends and end < first and isinstance(blocks[end], Paragraph | Listing):
        end += 1
    front = sorted(blocks[:end], key=lambda block: isinstance(block, Trust))
    return sorted(front, key=lambda block: not isinstance(block, Story)), list(blocks[end:])
