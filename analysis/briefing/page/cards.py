"""Cards: what opens beside a citation, one for every claim that running text cites, each made once."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from analysis.briefing.document.blocks import Cover, Register
from analysis.briefing.document.characters import shortened
from analysis.briefing.document.reports import Report, Statement
from analysis.briefing.document.runs import Cite
from analysis.messages import say

_GRADE = re.compile(r"([A-F])([1-6])")
_PARAGRAPH = re.compile(r"p(\d+)[a-z]*")

TITLE_LETTERS = 120
"""Letters of a title in a line that is copied; what is longer is cut."""


@dataclass(frozen=True)
class Card:
    """A claim with the report it was coded from."""

    statement: Statement
    report: Report

    @property
    def anchor(self) -> str:
        """The anchor of the card; that of the claim's row in the register is another."""
        return f"card-{self.statement.anchor}"

    @property
    def facts(self) -> list[tuple[str, str]]:
        """Label and value of what the register holds of the claim, its words apart."""
        said = self.statement
        facts = {
            "statement": said.summary,
            "speaker": said.speaker,
            "reading": said.reading,
            "measure": said.measure,
            "place": said.place,
            "day": said.day,
            "grade": graded(said.grade),
            "verdict": said.verdict,
            "report": say(
                "card-report", number=self.report.number, title=self.report.title, place=self.place
            ),
        }
        return [(say(f"claim-{name}"), value) for name, value in facts.items() if value]

    @property
    def place(self) -> str:
        """Where in the report the claim stands, in words."""
        _, _, place = self.statement.label.partition(" ")
        found = _PARAGRAPH.fullmatch(place)
        return say("card-paragraph", number=int(found[1])) if found else place

    def copied(self, cover: Cover) -> str:
        """The line by which the claim is cited elsewhere, for copying as text."""
        return say(
            "card-copy",
            title=shortened(cover.title, TITLE_LETTERS),
            edition=cover.edition,
            report=shortened(self.report.title, TITLE_LETTERS),
            place=self.place,
        )


class Cards:
    """Hands out a button for each group of citations, and remembers which cards these open.

    A group of one claim opens its card; a group of several opens a list, from which each card is opened.
    """

    def __init__(self, registers: Iterable[Register]) -> None:
        reports = [report for register in registers for report in register.reports]
        self._known = {said.anchor: Card(said, report) for report in reports for said in report.statements}
        self._used: dict[str, Card] = {}
        self.lists: dict[tuple[str, ...], str] = {}

    @property
    def opened(self) -> list[Card]:
        """The cards that some button opens, in the order in which they are first cited."""
        return list(self._used.values())

    def listed(self, targets: Iterable[str]) -> list[Card]:
        """The cards of one list."""
        return [self._used[target] for target in targets]

    def button(self, group: Sequence[Cite]) -> Markup:
        """The button of a group of citations; nothing where the register has none of their claims."""
        targets = tuple(dict.fromkeys(cite.target for cite in group if cite.target in self._known))
        if not targets:
            return Markup()
        self._used.update({target: self._known[target] for target in targets})
        if len(targets) == 1:
            card = self._used[targets[0]]
            opens, label = card.anchor, say("card-open", label=card.statement.label)
        else:
            opens = self.lists.setdefault(targets, f"cards-{len(self.lists) + 1}")
            label = say("cards-open", number=len(targets))
        return Markup('<button class="open" popovertarget="{}" aria-label="{}"></button>').format(
            opens, label
        )


def graded(grade: str) -> str:
    """A grade of the NATO Admiralty code with what its letter and its digit mean; another as it stands.

    >>> graded("F2"), graded("good")
    ('F2: report, reliability cannot be judged; statement, probably true', 'good')
    """
    found = _GRADE.fullmatch(grade)
    if not found:
        return grade
    words = {"report": say(f"grade-{found[1]}"), "statement": say(f"credibility-{found[2]}")}
    return say("card-grade", grade=grade, **words)
