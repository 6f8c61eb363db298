"""What is kept of a document while it is set: anchors, levels, pictures, the files attached to it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from analysis.briefing.document.blocks import Exhibit, Heading, SourceReference
from analysis.briefing.document.citations import plain, prose
from analysis.briefing.document.formulas import Formula
from analysis.briefing.document.runs import Cite, Run
from analysis.briefing.pdf.sizes import WIDTH, Node
from analysis.briefing.pdf.text import LONGEST_WORD, has_letters, runs
from analysis.messages import say

SOURCES = 12
"""Reports that the foot of an exhibit names; of more it says how many."""

_NOTES_KEPT = 1500


class Ledger:
    """Hands out anchors once, names pictures, and keeps the levels of headings in order."""

    def __init__(self, citing: Mapping[str, tuple[str, ...]], attached: Iterable[str]) -> None:
        self._citing = citing
        self._attached = {name.rpartition("/")[2]: name for name in attached}
        self.anchors: dict[str, bool] = {}
        self.pictures: dict[str, bytes] = {}
        self._level = 0

    def anchor(self, anchor: str) -> str:
        """The anchor, or nothing where something printed before has it already."""
        if not anchor or anchor in self.anchors:
            return ""
        self.anchors[anchor] = True
        return anchor

    def citing(self, anchor: str) -> list[str]:
        """The anchors of the citations that lead to a statement or report."""
        return list(self._citing.get(anchor, ()))

    def attached(self, exhibit: Exhibit) -> str:
        """The attached file that holds an exhibit's data, empty where none does."""
        return self._attached.get(f"{exhibit.name}.csv", "")

    def runs(self, given: Iterable[Run], longest: int = LONGEST_WORD, room: float = WIDTH) -> list[Any]:
        """The runs as JSON; citations that can be led back to are remembered."""
        given = tuple(given)
        for run in given:
            if isinstance(run, Cite):
                self.anchor(run.anchor)
        return runs(given, longest, room)

    def picture(self, content: bytes) -> str:
        """The name of the file that holds a picture."""
        name = f"picture-{len(self.pictures) + 1}"
        self.pictures[name] = content
        return name

    def heading(self, block: Heading) -> Node:
        """A heading.

        The outline of the file takes its entries from the letters of headings. One that holds nothing but a
        formula shows its TeX; one without any letter is a paragraph, and its level is not missed.
        """
        title = block.runs
        if not has_letters(plain(run for run in title if not isinstance(run, Formula))):
            title = prose(plain(title))
        if not has_letters(plain(title)):
            return {"kind": "paragraph", "body": self.runs(block.runs)}
        anchor = self.anchor(block.anchor)
        self._level = min(block.level - 1, self._level + 1)
        return {"kind": "heading", "level": self._level, "body": self.runs(title), "anchor": anchor}

    def titled(self) -> None:
        """Remember that the typesetter sets a heading of the first level of its own."""
        self._level = 1

    def exhibit(self, exhibit: Exhibit) -> Node:
        """What every exhibit has; its label makes a section."""
        anchor, attached = self.anchor(exhibit.anchor), self.attached(exhibit)
        label = exhibit.label if has_letters(exhibit.label) else ""
        if label:
            self._level = 1
        told = (exhibit.title, exhibit.subtitle, exhibit.shown, *map(plain, exhibit.notes))
        return {
            "anchor": anchor,
            "number": exhibit.number,
            "head": say("exhibit", number=exhibit.number),
            "label": runs(prose(label)),
            "title": runs(prose(exhibit.title)),
            "caption": runs(prose(exhibit.subtitle)),
            "notes": [self.runs(note) for note in exhibit.notes],
            "sources": _sources(exhibit.sources),
            "shown": runs(prose(exhibit.shown)),
            "data": runs(prose(say("data-attached", file=attached))) if attached else [],
            "whole": sum(map(len, told)) <= _NOTES_KEPT,
        }


def _sources(sources: Sequence[SourceReference]) -> list[Any]:
    """The reports that an exhibit rests on, as the words of its foot and the numbers between them."""
    if not sources:
        return []
    parts: list[Any] = []
    for source in sources[:SOURCES]:
        parts += [", ", {"number": source.number, "to": source.target}]
    left = len(sources) - SOURCES
    end = " " + say("sources-further", number=left) if left > 0 else "."
    return [say("reports-lead", number=len(sources)) + " ", *parts[1:], end]
