"""What a briefing consists of, before it is printed as page or PDF: frozen blocks of runs, never markup.

Only `Drawing` holds markup, and that has been through an allow-list.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, ClassVar

from analysis.briefing.document.data import Data
from analysis.briefing.document.drawings import Drawing
from analysis.briefing.document.reports import Report
from analysis.briefing.document.runs import Runs


@dataclass(frozen=True)
class Cover:
    """The head of the briefing; `mark` stands on every page."""

    kind: ClassVar[str] = "cover"
    title: str
    scope: str = ""
    as_of: str = ""
    edition: str = ""
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
    """A list; `start` is the first number of a numbered one, None for bullets.

    `numbering` is the sign that HTML has for it: 1, a, A, i or I. Numbers go down where it is `reversed`.
    """

    kind: ClassVar[str] = "listing"
    items: tuple[tuple["Block", ...], ...]
    start: int | None = None
    numbering: str = "1"
    reversed: bool = False


@dataclass(frozen=True)
class Terms:
    """Terms, each with what is said of it."""

    kind: ClassVar[str] = "terms"
    items: tuple[tuple[Runs, tuple["Block", ...]], ...]


@dataclass(frozen=True)
class Details:
    """What a page folds under a `summary` and paper shows in full."""

    kind: ClassVar[str] = "details"
    summary: Runs
    blocks: tuple["Block", ...]


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
class Story:
    """What happened, in the few sentences that one reads first; `absent` says what no report tells."""

    kind: ClassVar[str] = "story"
    paragraphs: tuple[Runs, ...]
    absent: Runs = ()


@dataclass(frozen=True)
class Trust:
    """How far to trust a briefing: a word or two on what each item is of, and what is to be known of it."""

    kind: ClassVar[str] = "trust"
    items: tuple[tuple[str, Runs], ...]


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
    """Source code; `label` says whose. Where it is `folded`, the page folds it and paper only names it."""

    kind: ClassVar[str] = "code"
    text: str
    label: str
    folded: bool = True


@dataclass(frozen=True)
class SourceReference:
    """A report an exhibit drew on; `target` is its anchor in the register, or empty."""

    number: int
    title: str
    target: str = ""


RESERVED = frozenset(
    "card cards cite claim code content contents data exhibit making picture section source top trust".split()
)
"""What anchors begin with that are not an exhibit's: the exhibit of such a name has an anchor of its own."""


@dataclass(frozen=True)
class Exhibit:
    """What every numbered exhibit has, down to its data and the code that made it.

    `label` is its short name in words, from the heading that stands before it; often there is none.
    """

    name: str
    number: int
    title: str
    label: str = ""
    subtitle: str = ""
    sources: tuple[SourceReference, ...] = ()
    notes: tuple[Runs, ...] = ()
    shown: str = ""
    data: Data = field(default_factory=Data)
    code: str = ""

    @property
    def anchor(self) -> str:
        """The anchor of the exhibit: its name, which stays the same from edition to edition."""
        return f"exhibit-{self.name}" if self.name.partition("-")[0] in RESERVED else self.name


@dataclass(frozen=True)
class Figure:
    """A numbered drawing with its alternative text.

    `breaks` are heights at which it may be cut between two rows, as shares of its own, in order.
    """

    kind: ClassVar[str] = "figure"
    exhibit: Exhibit
    drawing: Drawing
    alt: str
    breaks: tuple[float, ...] = ()


@dataclass(frozen=True)
class Head:
    """The head of one table column; cells of a column with `header` name their row."""

    label: Runs
    align: str = "left"
    header: bool = False


@dataclass(frozen=True)
class Table:
    """A numbered table: one line of heads, and rows with a cell below each of them."""

    kind: ClassVar[str] = "table"
    exhibit: Exhibit
    heads: tuple[Head, ...]
    rows: tuple[tuple[Runs, ...], ...]
    total: int


@dataclass(frozen=True)
class Cell:
    """A cell of a grid: `header` is "" or what it heads, "col" or "row"; it may span several places."""

    blocks: tuple["Block", ...] = ()
    header: str = ""
    across: int = 1
    down: int = 1
    align: str = "left"


@dataclass(frozen=True)
class Grid:
    """A table that is no exhibit, with whatever its cells hold; `head` are the lines repeated on each page.

    A line lists the cells that begin in it; those that reach into it from above or from the left are not
    listed again. `width` is the number of places of each line.
    """

    kind: ClassVar[str] = "grid"
    head: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    width: int
    caption: Runs = ()


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
    """A picture that is not one of our exhibits: either bytes of `mime` or a drawing.

    `width` and `height` are those it asks for, in CSS pixels, 0 where it asks for none.
    """

    kind: ClassVar[str] = "picture"
    alt: str
    anchor: str
    mime: str = ""
    content: bytes = b""
    drawing: Drawing | None = None
    width: float = 0.0
    height: float = 0.0


@dataclass(frozen=True)
class Recording:
    """Sound or film that a page can play: `media` is audio or video; `alt` says what paper leaves out."""

    kind: ClassVar[str] = "recording"
    media: str
    mime: str
    content: bytes
    alt: str


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
    | Terms
    | Details
    | Quote
    | Divider
    | Story
    | Trust
    | KeyFigures
    | CodeBlock
    | Figure
    | Table
    | Grid
    | Register
    | Preformatted
    | Picture
    | Recording
    | ErrorOutput
    | Omission
)


def exhibit_of(block: Block) -> Exhibit | None:
    """What makes a block a numbered exhibit; None for every other."""
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
