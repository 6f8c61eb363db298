"""Prose with its citations: text and references in order, never markup."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Citation:
    """Where a statement stands: a report, the claim coded from it, and how that is cited ("3 p4a")."""

    source_id: str
    claim_id: str
    label: str


@dataclass(frozen=True)
class Passage:
    """One sentence or key phrase: runs of plain text with the citations that carry them."""

    runs: tuple[str | Citation, ...]

    def __str__(self) -> str:
        return "".join(run if isinstance(run, str) else f"[{run.label}]" for run in self.runs)


@dataclass(frozen=True)
class KeyFigure:
    """One figure of the strip that opens a briefing: `value` in the words of who said it, printed large, and
    in `reading` how the house reads them; where there are no words `value` is the number, with its `unit`."""

    label: str
    value: str
    unit: str
    reading: str
    speaker: str
    note: str
    citations: tuple[Citation, ...]
