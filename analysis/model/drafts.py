"""What is proposed for coding a report; no row of a corpus until a person accepts it."""

from collections.abc import Mapping
from dataclasses import dataclass

from analysis.model.reports import ReportText

OPEN, ACCEPTED, REJECTED = "open", "accepted", "rejected"
STATUSES = (OPEN, ACCEPTED, REJECTED)
"""What has become of a proposal."""


@dataclass(frozen=True)
class Candidate:
    """One value for one field, with the rule that gave it and the words that it rests on.

    `start` and `end` are the span of these words in the paragraph, equal where it rests on none there.
    What is not `sure` is offered as a choice and never filled in.
    """

    value: str
    rule: str
    start: int
    end: int
    sure: bool


@dataclass(frozen=True)
class Proposal:
    """One row proposed for a table of the corpus: `claims`, or `sources` for the report itself.

    `start` and `end` are the span of `wording` in the paragraph `locator`, `sentence` that of the sentence
    around it: `paragraph.text[start:end] == wording`, always. `reading` is what the words are read as, in
    words, empty where they count nothing. `fields` has the candidates of each column, best first. Beside
    the columns of the table it may have `speaker` and `via`: who speaks, as the report calls them, where it
    may be nobody of the corpus. The key is made from report, locator and start.
    """

    proposal_id: str
    table: str
    source_id: str
    locator: str
    sentence: tuple[int, int]
    start: int
    end: int
    wording: str
    reading: str
    fields: Mapping[str, tuple[Candidate, ...]]

    def filled(self, field: str) -> str:
        """The value that is filled in for a field: its best candidate where that is sure, else nothing."""
        best = next(iter(self.fields.get(field, ())), None)
        return best.value if best is not None and best.sure else ""


@dataclass(frozen=True)
class Draft:
    """All that is proposed for one report.

    `proposals` are in the order of the text, that for the report itself first, unless it is coded.
    `sentences` has one for every sentence, with an empty wording: what a new claim from it begins with.
    """

    report: ReportText
    source_id: str
    proposals: tuple[Proposal, ...]
    sentences: tuple[Proposal, ...]
