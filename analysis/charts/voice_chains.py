"""Who said what: chains of attribution, origin first, under the reports through which all of them came."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch

from analysis.charts import style
from analysis.charts.style import ACCENT, INK, MUTED, RULE, colour_of
from analysis.charts.style.lettering import SMALL, TEXT, capitalised, one_line, width, wrapped
from analysis.messages import amount_words, joined, listed, measure_words, paragraph, say, tag_words
from analysis.model.frames import AGAINST, VOICES, takes

COLUMNS = VOICES.only(
    *("row", "group", "numbers", "reports", "author", "publisher", "group_claims", "group_own", "own"),
    *(
        "unnamed",
        "voices",
        "speaker",
        "via",
        "party_id",
        "party",
        "party_colour",
        "claims",
        "claim_id",
        "cite",
    ),
    *(
        "stance",
        "wording",
        "low",
        "high",
        "unit",
        "measure",
        "noun",
        "counts",
        "actor",
        "actor_is",
        "summary",
    ),
    "source_ids",
)

LINE, HEAD, GAP, INDENT = 12.0, 13.0, 6.0, 8.0
"""Height of a line of text and of a heading, distance of two rows, and by how much rows stand in."""

CHIP, PAD, EDGE = 12.6, 4.0, 3.2
"""Height of the frame of a name, room at either side of the name, and thickness of a party's edge."""

NARROWEST = 70.0
"""Words begin on a line of their own where less than this is left of the line, in points."""

ARROW = "→"
"""From who said it to who handed it on."""

LONGEST_ALT = 12
"""How many rows the alternative text tells."""

Piece = tuple[str, float, str, str]
"""Some words with their size, colour and the address they lead to, empty for none."""


class _Page:
    """Draws down the sheet: with `sheet` None it only measures how far down that goes."""

    def __init__(self, wide: float, sheet: style.Sheet | None = None) -> None:
        self.wide, self.sheet, self.y = wide, sheet, 0.0
        self.cuts: list[float] = []

    def text(self, x: float, words: str, size: float, colour: str, url: str = "", **more: Any) -> None:
        if self.sheet:
            written = self.sheet.write(x, self.y + LINE * 0.76, words, size=size, colour=colour, **more)
            written.set_url(url or None)

    def line(self, words: str, size: float, colour: str, x: float = 0.0, weight: str = "normal") -> None:
        """Words on as many lines as they need."""
        for part in wrapped(words, self.wide - x, size, bold=weight == "bold"):
            self.text(x, part, size, colour, weight=weight)
            self.y += HEAD if weight == "bold" else LINE

    def chip(self, x: float, name: str, row: Any, first: bool) -> float:
        """The frame of a name at `x`, or on the next line where it does not fit; the point after it."""
        room = self.wide - INDENT - 2 * PAD - EDGE
        name = wrapped(name, room, SMALL, lines=1)[0] if name else ""
        long = width(name, SMALL) + 2 * PAD + self._edge(row, first)
        if x > INDENT and x + long > self.wide:
            x, self.y = INDENT * 2, self.y + CHIP + 2
        if self.sheet:
            self._frame(x, long, row, first)
        self.text(x + PAD + self._edge(row, first), name, SMALL, INK)
        return x + long

    def _edge(self, row: Any, first: bool) -> float:
        """How thick the edge of a party is: nothing for who speaks for none, or only hands on."""
        return EDGE if first and one_line(row.party) else 0.0

    def _frame(self, x: float, long: float, row: Any, first: bool) -> None:
        ax, put = self.sheet.ax, {"transform": self.sheet.transform, "clip_on": False}
        dashes = (0, (2.4, 1.6)) if first and row.unnamed else "-"
        look = {"facecolor": "none", "edgecolor": MUTED, "linewidth": 0.8, "linestyle": dashes}
        shape = "round,pad=0,rounding_size=2"
        label = "nobody" if first and row.unnamed else "voice" if first else "relay"
        ax.add_patch(FancyBboxPatch((x, self.y), long, CHIP, boxstyle=shape, label=label, **look, **put))
        if self._edge(row, first):
            ends = ((x + EDGE / 2,) * 2, (self.y, self.y + CHIP))
            ax.add_artist(
                Line2D(*ends, color=colour_of(row.party_colour), linewidth=EDGE, label="party", **put)
            )

    def flow(self, x: float, pieces: list[Piece]) -> None:
        """Words run on from `x`, and on the next lines from the indent."""
        if self.wide - x < NARROWEST:
            x, self.y = INDENT * 2, self.y + CHIP + 1
        start, held, look = x, "", None
        for word, size, colour, url in _words(pieces):
            kind = (size, colour, url)
            longer = f"{held} {word}" if held and kind == look else word
            begun = x if kind == look or not held else x + width(held + " ", look[0] if look else size)
            if begun + width(longer, size) > self.wide and (held or begun > INDENT * 2):
                self._write(x, held, look)
                self.y, x, held = self.y + LINE, INDENT * 2, word
            elif kind == look:
                held = longer
            else:
                self._write(x, held, look)
                x, held = begun, word
            look = kind
        self._write(x, held, look)
        self.y += max(LINE, CHIP) if start == x else LINE

    def _write(self, x: float, words: str, look: tuple[float, str, str] | None) -> None:
        if words and look:
            size, colour, url = look
            self.text(x, words, size, colour, url)

    def rule(self) -> None:
        """A hairline between two rows, at which the drawing may be cut."""
        self.y += GAP / 2
        self.cuts.append(self.y)
        if self.sheet:
            put = {"transform": self.sheet.transform, "clip_on": False}
            self.sheet.ax.add_artist(Line2D((0, self.wide), (self.y,) * 2, color=RULE, linewidth=0.6, **put))
        self.y += GAP / 2


@dataclass(frozen=True)
class _Line:
    """A row with its words, which are asked for once and then measured, drawn and described."""

    row: Any
    heading: str
    party: str
    name: str
    relays: tuple[str, ...]
    says: str
    more: str

    @property
    def pieces(self) -> list[Piece]:
        """What the voice says, where, and how many statements more it makes."""
        cite = f"[{one_line(self.row.cite)}]".replace(" ", "\u00a0")
        address = f"#claim-{self.row.claim_id}"
        return [(self.says, TEXT, INK, ""), (cite, SMALL, ACCENT, address), (self.more, SMALL, MUTED, "")]


@style.themed
@takes(voices=COLUMNS)
def voice_chains(voices: pd.DataFrame, *, ax: Axes | None = None) -> Axes:
    """Draw who said what and through whom it came, the weightiest statement of each in few words.

    Takes the columns `COLUMNS` of `frames.VOICES` as `derive.gathered` gives them. A name that is dashed is
    nobody named; a thick edge is the party for which a voice speaks. What reports say in their own voice is
    counted in the heading alone. Raises FrameError where a column or every row is missing.
    """
    style.not_empty(voices, "voice_chains")
    lines = list(_lines(voices))
    measured = _Page(style.width_for(ax))
    _draw(measured, lines)
    sheet = style.sheet(ax, height=measured.y + 2)
    page = _Page(sheet.width, sheet)
    style.bare(sheet.ax)
    _draw(page, lines)
    style.cut_at(sheet, page.cuts)
    style.describe(sheet.ax, _alternative(lines))
    return sheet.ax


def _lines(voices: pd.DataFrame) -> Iterator[_Line]:
    """The rows with their words; the first of a group has its heading, the first of a party its name."""
    group, party = None, ""
    for row in voices.itertuples():
        heading = _heading(row) if row.group != group else ""
        named = _party_beside(row)
        own = one_line(row.via).split("; ") if one_line(row.via) else []
        yield _Line(
            row,
            heading,
            "" if not heading and named == party else named,
            "" if row.own else _name(row),
            tuple(own),
            _says(row),
            say("voices-more", number=row.claims - 1) if row.claims > 1 else "",
        )
        group, party = row.group, named


def _draw(page: _Page, lines: list[_Line]) -> None:
    rule = False
    for line in lines:
        if line.heading:
            if page.y:
                page.y += GAP * 1.5
                page.cuts.append(page.y - GAP)
            page.line(line.heading, TEXT, INK, weight="bold")
            page.y += 2
            rule = False
        if not line.row.own:
            if rule:
                page.rule()
            _row(page, line)
            rule = True
    _key(page, lines)


def _row(page: _Page, line: _Line) -> None:
    if line.party:
        page.line(line.party, SMALL, MUTED, x=INDENT)
    x = page.chip(INDENT, line.name, line.row, True)
    for name in line.relays:
        page.text(x + 3, ARROW, SMALL, MUTED)
        x = page.chip(x + 6 + width(ARROW, SMALL), name, line.row, False)
    page.flow(x + 5, line.pieces)


def _party_beside(row: Any) -> str:
    """The party of a voice, where the name of the voice does not tell it."""
    party, speaker = one_line(row.party), one_line(row.speaker)
    told = re.search(rf"\b{re.escape(party)}\b", speaker, re.IGNORECASE)
    return party if speaker and not told else ""


def _says(row: Any) -> str:
    """The weightiest statement in few words: a figure with what it counts, else what is told of it."""
    if row.stance in AGAINST or not one_line(row.unit):
        return one_line(row.summary)
    words = say("quoted", words=one_line(row.wording)) if one_line(row.wording) else ""
    low, high = (None if end != end else end for end in (row.low, row.high))
    of = joined("join-comma", [tag_words(one_line(row.counts)), one_line(row.actor)])
    measure = measure_words(one_line(row.measure), one_line(row.noun))
    subject = say("voices-subject", measure=measure, of=of) if of else measure
    return say("voices-figure", words=words or amount_words(low, high, row.unit), subject=subject)


def _name(row: Any) -> str:
    """The name in the frame: the speaker, nobody, or how many speak for a party."""
    if one_line(row.speaker):
        return say("voices-nobody") if row.unnamed else one_line(row.speaker)
    if row.unnamed:
        return say("voices-nobody-times", number=row.voices)
    if one_line(row.party):
        return say("voices-of-party", number=row.voices, party=one_line(row.party))
    return say("voices-of-none", number=row.voices)


def _heading(row: Any) -> str:
    numbers = one_line(row.numbers).split()
    reports = say("voices-reports-many", number=row.reports)
    if numbers:
        reports = say("voices-reports", number=row.reports, numbers=listed(numbers))
        by = one_line(row.author) or one_line(row.publisher) or say("voices-unsigned")
        reports = say("voices-by", reports=reports, by=by)
    own = {"number": row.group_own, "reports": row.reports}
    return say(
        "voices-heading",
        reports=capitalised(reports),
        claims=say("voices-statements", number=row.group_claims),
        own=say(f"voices-own{'-all' if row.group_own == row.group_claims else ''}", **own),
    )


def _key(page: _Page, lines: list[_Line]) -> None:
    """What frames mean, where both kinds are drawn, and edges where a party is named above one."""
    unnamed = {bool(line.row.unnamed) for line in lines if not line.row.own}
    words = [
        say("voices-key-frames") if len(unnamed) == 2 else "",
        say("voices-key-party") if any(line.party for line in lines) else "",
    ]
    if any(words):
        page.y += GAP
        page.line(paragraph(*words), SMALL, MUTED)


def _words(pieces: list[Piece]) -> Iterator[Piece]:
    for text, size, colour, url in pieces:
        for word in text.split(" "):
            if word:
                yield word, size, colour, url


def _alternative(lines: list[_Line]) -> str:
    """The chart in words: headings and the first rows, and what is not shown."""
    told: list[str] = []
    drawn = 0
    for line in lines:
        if line.heading and drawn < LONGEST_ALT:
            told.append(say("sentence", text=line.heading))
        if not line.row.own:
            drawn += 1
            if drawn <= LONGEST_ALT:
                told.append(say("sentence", text=_told(line)))
    return paragraph(
        say("voices-alt", rows=drawn),
        *told,
        say("voices-alt-more", number=drawn - LONGEST_ALT) if drawn > LONGEST_ALT else "",
        say("voices-alt-not-shown"),
    )


def _told(line: _Line) -> str:
    chain = line.name
    if line.relays:
        chain = say("voices-alt-through", speaker=chain, via=listed(line.relays))
    party = _party_beside(line.row)
    if party:
        chain = say("voices-alt-party", chain=chain, party=party)
    return say("voices-alt-row", chain=capitalised(chain), says=line.says.rstrip("."))
