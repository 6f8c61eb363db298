"""The references of one document: anchors, each used once, and citations to the register and back."""

from collections.abc import Iterable

from analysis.briefing.document.blocks import SourceReference
from analysis.briefing.document.characters import clean, slug
from analysis.briefing.document.formulas import Formula
from analysis.briefing.document.reports import Report
from analysis.briefing.document.runs import Cite, Link, Run, Text


def prose(text: str, styles: tuple[str, ...] = ()) -> tuple[Text, ...]:
    """The text as runs in one look: one run, or none where there is nothing."""
    text = clean(text)
    return (Text(text, styles),) if text else ()


def plain(runs: Iterable[Run]) -> str:
    """The runs as plain text, formulas as TeX, citations left out; what is raised or lowered says so.

    >>> plain([Text("10"), Text("5", ("sup",)), Text(" H"), Text("2", ("sub",)), Text("x", ("sup",))])
    '10⁵ H₂^x'
    """
    return "".join(map(_plain, runs))


def raised(text: str, style: str) -> str:
    """Text in signs that stand higher or lower by themselves; else behind the sign that TeX has for it."""
    signs, mark = _RAISED[style]
    found = text.translate(signs)
    return found if not set(text) & set(found) else f"{mark}{text}" if len(text) == 1 else f"{mark}({text})"


_RAISED = {
    "sup": (str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ"), "^"),
    "sub": (str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"), "_"),
}


def _plain(run: Run) -> str:
    match run:
        case Text():
            for style in (style for style in run.styles if style in _RAISED):
                return raised(run.text, style)
            return run.text
        case Link():
            return plain(run.runs)
        case Formula():
            return run.tex
        case Cite():
            return ""
    return " "


class References:
    """Hands out anchors and citations while a document is read, and remembers what cites what.

    >>> references = References()
    >>> references.anchor("section", "Forces"), references.anchor("section", "Forces")
    ('section-forces', 'section-forces-2')
    """

    def __init__(self) -> None:
        self._anchors: set[str] = set()
        self._claims: dict[str, str] = {}
        self._sources: dict[str, str] = {}
        self._citations = 0
        self.citing: dict[str, list[str]] = {}

    def anchor(self, part: str, text: str) -> str:
        """An anchor for the text that no other part of the document has."""
        wanted = f"{part}-{slug(text)}"
        anchor, count = wanted, 1
        while anchor in self._anchors:
            count += 1
            anchor = f"{wanted}-{count}"
        self._anchors.add(anchor)
        return anchor

    def register(self, reports: Iterable[Report]) -> None:
        """Make the reports and statements of a register known, so that citations can lead to them."""
        for report in reports:
            if not report.listed:
                continue
            self._sources[report.id] = report.anchor
            self._claims.update({statement.claim: statement.anchor for statement in report.statements})

    def cite(self, source: str, claim: str, label: str) -> Cite:
        """A citation: to the statement, else to the report, else without a link."""
        target = self._claims.get(claim) or self._sources.get(source, "")
        self._citations += 1
        anchor = f"cite-{self._citations}"
        if target:
            self.citing.setdefault(target, []).append(anchor)
        return Cite(label, target, anchor)

    def source(self, source: str, number: int, title: str) -> SourceReference:
        """A reference to a report in the register, without a link where the register lacks it."""
        return SourceReference(number=number, title=title, target=self._sources.get(source, ""))
