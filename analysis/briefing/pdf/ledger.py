"""What is kept of a document while it is set: anchors, contents, pictures, the files attached to it."""

from collections.abc import Iterable, Mapping
from typing import Any

from analysis.briefing.document.blocks import Exhibit, Heading
from analysis.briefing.document.characters import shortened
from analysis.briefing.document.citations import plain, prose
from analysis.briefing.document.formulas import Formula
from analysis.briefing.document.runs import Break, Cite, Link, Run, Text
from analysis.briefing.pdf.sizes import WIDTH, Node
from analysis.briefing.pdf.text import LONGEST_WORD, has_letters, runs
from analysis.messages import say

LONGEST_TITLE = 160
"""Characters of a heading that its line in the contents holds."""

_NOTES_KEPT = 1500


class Ledger:
    """Hands out anchors once, names pictures, and remembers what the contents list."""

    def __init__(self, citing: Mapping[str, tuple[str, ...]], attached: Iterable[str]) -> None:
        self._citing = citing
        self._attached = {name.rpartition("/")[2]: name for name in attached}
        self.anchors: dict[str, bool] = {}
        self.contents: dict[str, Node] = {}
        self.pictures: dict[str, bytes] = {}
        self._section: Node | None = None
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
        """A heading; sections are listed in the contents.

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
        if self._level == 1:
            self._section = {"title": runs(_listed(title)), "leads": False}
            self.contents[anchor] = self._section
        return {"kind": "heading", "level": self._level, "body": self.runs(title), "anchor": anchor}

    def titled(self) -> None:
        """Remember that the typesetter sets a heading of the first level of its own."""
        self._level = 1

    def exhibit(self, exhibit: Exhibit) -> Node:
        """What every exhibit has; it is listed in the contents."""
        anchor, attached = self.anchor(exhibit.anchor), self.attached(exhibit)
        title = runs(prose(shortened(exhibit.title, 90)))
        if self._section is not None:
            # Its line in the contents stands with that of its first exhibit.
            self._section["leads"] = True
            self._section = None
        self.contents[anchor] = {"number": exhibit.number, "title": title}
        sources = [
            {"number": source.number, "title": runs(prose(source.title)), "to": source.target}
            for source in exhibit.sources
        ]
        return {
            "anchor": anchor,
            "number": exhibit.number,
            "head": say("exhibit", number=exhibit.number),
            "title": runs(prose(exhibit.title)),
            "caption": runs(prose(exhibit.subtitle)),
            "notes": [self.runs(note) for note in exhibit.notes],
            "sources": sources,
            "data": say("data-attached", file=attached) if attached else "",
            "whole": sum(map(len, (exhibit.title, exhibit.subtitle, *map(plain, exhibit.notes))))
            <= _NOTES_KEPT,
        }


def _listed(title: Iterable[Run]) -> tuple[Run, ...]:
    """A title as the contents list it: on one line, leading nowhere else; shortened where it is long."""
    title = tuple(title)
    text = plain(title)
    if len(text) > LONGEST_TITLE:
        return prose(shortened(text, LONGEST_TITLE))
    inner = (run.runs if isinstance(run, Link) else (run,) for run in title if not isinstance(run, Cite))
    return tuple(Text(" ") if isinstance(run, Break) else run for group in inner for run in group)
