"""What a register lists: reports, and the statements coded from each."""

from dataclasses import dataclass

from analysis.briefing.document.characters import WEB_ADDRESS


@dataclass(frozen=True)
class Statement:
    """One claim in the register, each field in words: how it is cited, who said it, what it says, in which
    words, how the house reads them, of what, where and when, its grade, and what comparing it came to."""

    claim: str
    anchor: str
    label: str
    speaker: str
    summary: str
    words: str = ""
    reading: str = ""
    measure: str = ""
    place: str = ""
    day: str = ""
    grade: str = ""
    verdict: str = ""


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
