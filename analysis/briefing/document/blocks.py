"""What a briefing consists of, before it is printed as page or PDF: frozen blocks of runs, never markup.

Only `ForeignHtml` and `Drawing` hold markup, and both have been through an allow-list.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, ClassVar

from analysis.briefing.document.characters import WEB_ADDRESS
from analysis.briefing.document.data import Data
from analysis.briefing.document.drawings import Drawing


@dataclass(frozen=True)
class Text:
    """A stretch of text in one style."""

    kind: ClassVar[str] = "text"
    text: str
    strong: bool = False
    em: bool = False
    code: bool = False
    strike: bool = False


@dataclass(frozen=True)
class Link:
    """Text that leads to an http or https address."""

    kind: ClassVar[str] = "link"
    text: str
    href: str


@dataclass(frozen=True)
class Cite:
    """A citation such as [1 p3]; `target` is the anchor it leads to, empty where the register lacks it."""

    kind: ClassVar[str] = "cite"
    number: int
    locator: str
    target: str
    anchor: str

    @property
    def label(self) -> str:
        """What is printed for it."""
        return f"[{self.number} {self.locator}]" if self.locator else f"[{self.number}]"


@dataclass(frozen=True)
class Break:
    """A line break inside a paragraph."""

    kind: ClassVar[str] = "break"


Run = Text | Link | Cite | Break
Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Cover:
    """The head of the briefing; `mark` stands on every page."""

    kind: ClassVar[str] = "cover"
    title: str
    place: str = ""
    period: str = ""
    as_of: str = ""
    corpus: str = ""
    notice: Runs = ()
    mark: str = ""


@dataclass(frozen=True)
class Heading:
    """A heading; levels start at 2 (the title is 1) and never skip."""

    kind: ClassVar[str] = "heading"
    level: int
    runs: Runs
    anchor: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of running text."""

    kind: ClassVar[str] = "paragraph"
    runs: Runs


@dataclass(frozen=True)
class Listing:
    """A list; `start` is the first number of an ordered one, None for bullets."""

    kind: ClassVar[str] = "listing"
    items: tuple[tuple["Block", ...], ...]
    start: int | None = None


@dataclass(frozen=True)
class Quote:
    """A quotation set apart."""

    kind: ClassVar[str] = "quote"
    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class Divider:
    """A thematic break."""

    kind: ClassVar[str] = "divider"


@dataclass(frozen=True)
class Highlights:
    """The few sentences one reads first."""

    kind: ClassVar[str] = "highlights"
    blocks: tuple["Block", ...]


LONG_VALUE = 32
"""Characters of a key figure that stand on two lines at its full size."""


@dataclass(frozen=True)
class KeyFigure:
    """One figure of the strip: the words that carry it, or its number, large; how they are read, and who said
    them."""

    label: str
    value: str
    unit: str = ""
    reading: str = ""
    speaker: str = ""
    note: str = ""
    cites: Runs = ()

    @property
    def is_long(self) -> bool:
        """Whether the value is a sentence rather than a number, and is printed smaller."""
        return len(self.value) > LONG_VALUE


@dataclass(frozen=True)
class KeyFigures:
    """The strip of key figures."""

    kind: ClassVar[str] = "key_figures"
    items: tuple[KeyFigure, ...]


@dataclass(frozen=True)
class CodeBlock:
    """Source code, folded where `label` names what the fold holds."""

    kind: ClassVar[str] = "code"
    text: str
    label: str = ""


@dataclass(frozen=True)
class SourceReference:
    """A report an exhibit drew on; `target` is its anchor in the register, or empty."""

    number: int
    title: str
    target: str = ""


@dataclass(frozen=True)
class Exhibit:
    """What every numbered exhibit has, down to its data and the code that made it."""

    name: str
    number: int
    title: str
    caption: str = ""
    sources: tuple[SourceReference, ...] = ()
    notes: tuple[str, ...] = ()
    data: Data = field(default_factory=Data)
    code: str = ""

    @property
    def anchor(self) -> str:
        """The anchor of the exhibit in the page."""
        return f"exhibit-{self.name}"


@dataclass(frozen=True)
class Figure:
    """A numbered drawing with its alternative text."""

    kind: ClassVar[str] = "figure"
    exhibit: Exhibit
    drawing: Drawing
    alt: str


@dataclass(frozen=True)
class Head:
    """The head of one table column; cells of a column with `header` name their row."""

    label: Runs
    align: str = "left"
    header: bool = False


@dataclass(frozen=True)
class Table:
    """A table; `exhibit` is None for one written by hand in a markdown cell."""

    kind: ClassVar[str] = "table"
    exhibit: Exhibit | None
    heads: tuple[Head, ...]
    rows: tuple[tuple[Runs, ...], ...]
    total: int


@dataclass(frozen=True)
class Statement:
    """One claim in the register: where it stands, who made it, what it says, in which words."""

    claim: str
    anchor: str
    locator: str
    speaker: str
    summary: str
    words: str


@dataclass(frozen=True)
class Report:
    """One report of the register; `more` counts its statements that are not listed.

    One that is not `listed` is known and not printed.
    """

    id: str
    anchor: str
    number: int
    title: str
    author: str
    publisher: str
    published: str
    basis: str
    note: str
    reliability: str
    url: str
    licence: str
    statements: tuple[Statement, ...]
    more: int = 0
    listed: bool = True

    @property
    def is_on_the_web(self) -> bool:
        """Whether `url` is an address that a reader can follow; it may be words as well."""
        return WEB_ADDRESS.fullmatch(self.url) is not None


@dataclass(frozen=True)
class Register:
    """The numbered register of sources; `unlisted` are further reports, which are not printed."""

    kind: ClassVar[str] = "register"
    exhibit: Exhibit
    reports: tuple[Report, ...]
    unlisted: tuple[Report, ...] = ()


@dataclass(frozen=True)
class Preformatted:
    """What a program printed; `label` says where it comes from."""

    kind: ClassVar[str] = "preformatted"
    text: str
    label: str


@dataclass(frozen=True)
class Picture:
    """A picture that is not one of our exhibits: either bytes of `mime` or a drawing."""

    kind: ClassVar[str] = "picture"
    alt: str
    anchor: str
    mime: str = ""
    content: bytes = b""
    drawing: Drawing | None = None


@dataclass(frozen=True)
class ForeignHtml:
    """HTML from elsewhere, through the allow-list: as markup, and as blocks for a printing that has no HTML.

    `label` names its origin.
    """

    kind: ClassVar[str] = "foreign"
    markup: str
    label: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class ErrorOutput:
    """An exception a cell ended with."""

    kind: ClassVar[str] = "error"
    name: str
    message: str
    traceback: str
    label: str


@dataclass(frozen=True)
class Omission:
    """A line saying what is not shown, and why."""

    kind: ClassVar[str] = "omission"
    text: str


Block = (
    Cover
    | Heading
    | Paragraph
    | Listing
    | Quote
    | Divider
    | Highlights
    | KeyFigures
    | CodeBlock
    | Figure
    | Table
    | Register
    | Preformatted
    | Picture
    | ForeignHtml
    | ErrorOutput
    | Omission
)


def exhibit_of(block: Block) -> Exhibit | None:
    """What makes a block a numbered exhibit; None for every other, tables written by hand included."""
    return block.exhibit if isinstance(block, Figure | Table | Register) else None


@dataclass(frozen=True)
class Document:
    """A briefing ready to be printed.

    `making` is printed at the end under "How this was made"; `citing` maps the anchor of a statement or
    report in the register to the anchors of the citations that lead to it, in reading order.
    """

    cover: Cover
    lang: str
    direction: str
    blocks: tuple[Block, ...]
    making: tuple[Block, ...] = ()
    citing: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def exhibits(self) -> tuple[Exhibit, ...]:
        """The numbered exhibits in reading order."""
        return tuple(filter(None, map(exhibit_of, self.blocks)))

    @property
    def data(self) -> dict[str, Data]:
        """The data of every exhibit that has any, by the exhibit's name."""
        return {exhibit.name: exhibit.data for exhibit in self.exhibits if exhibit.data.columns}

    @property
    def sources(self) -> list[dict[str, Any]]:
        """The reports of the register as JSON objects, in their order, without their statements."""
        registers = [block for block in self.blocks if isinstance(block, Register)]
        left = ("anchor", "statements", "more", "listed")
        names = [each.name for each in fields(Report) if each.name not in left]
        reports = [report for block in registers for report in (*block.reports, *block.unlisted)]
        reports.sort(key=lambda report: report.number)
        return [{name: getattr(report, name) for name in names} for report in reports]
