"""What a line consists of before it is printed: frozen runs of text, links, citations and formulas."""

from dataclasses import dataclass
from typing import ClassVar

from analysis.briefing.document.formulas import Formula

STYLES = ("strong", "em", "strike", "insert", "mark", "small", "sup", "sub", "code", "key")
"""What a stretch of text can be, after the elements of HTML: `strike` is deleted or no longer right (del, s),
`insert` inserted or underlined (ins, u), `small` a side remark, `code` also what a program says (samp), `key`
what is to be pressed (kbd)."""


@dataclass(frozen=True)
class Text:
    """A stretch of text; `styles` are names of STYLES, the outermost first."""

    kind: ClassVar[str] = "text"
    text: str
    styles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Link:
    """Runs that lead to an http, https or mailto address; there is no link within a link."""

    kind: ClassVar[str] = "link"
    runs: tuple["Text | Break | Formula", ...]
    href: str


@dataclass(frozen=True)
class Cite:
    """A citation; `text` is "1 p3a", `target` the anchor it leads to, empty where the register lacks it."""

    kind: ClassVar[str] = "cite"
    text: str
    target: str
    anchor: str

    @property
    def label(self) -> str:
        """What is printed for it."""
        return f"[{self.text}]"


@dataclass(frozen=True)
class Break:
    """A line break inside a paragraph."""

    kind: ClassVar[str] = "break"


Run = Text | Link | Cite | Break | Formula
Runs = tuple[Run, ...]
