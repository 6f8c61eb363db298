"""Blocks within blocks: how deep the typesetter follows them, and what is printed of what lies deeper."""

from collections.abc import Iterable, Iterator

from analysis.briefing.document.blocks import (
    Block,
    Details,
    Grid,
    Listing,
    Paragraph,
    Quote,
    Terms,
)

DEEPEST = 8
"""Blocks within blocks that are set in further: the typesetter goes no deeper than a few dozen of its own."""


Nest = Details | Grid | Listing | Quote | Terms
"""What holds other blocks."""


def leaves(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks that hold no others, in reading order, from any depth."""
    waiting = [iter(blocks)]
    while waiting:
        block = next(waiting[-1], None)
        if block is None:
            waiting.pop()
        elif isinstance(block, Nest):
            waiting.append(_within(block))
        else:
            yield block


def _within(block: Nest) -> Iterator[Block]:
    """What lies within a block, captions and terms as paragraphs."""
    match block:
        case Quote():
            yield from block.blocks
        case Details():
            yield Paragraph(block.summary)
            yield from block.blocks
        case Listing():
            for item in block.items:
                yield from item
        case Terms():
            for term, said in block.items:
                yield Paragraph(term)
                yield from said
        case Grid():
            if block.caption:
                yield Paragraph(block.caption)
            for line in (*block.head, *block.rows):
                for cell in line:
                    yield from cell.blocks
