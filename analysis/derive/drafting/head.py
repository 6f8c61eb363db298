"""What is proposed for the report itself: its row in `sources`, its day, its own voice."""

import re
import unicodedata
from itertools import chain, count

import pandas as pd

from analysis.errors import DateError
from analysis.model import Corpus, span_of
from analysis.model.drafts import Candidate, Proposal
from analysis.model.frames import DRAFTED_REPORTS, SOURCES, takes
from analysis.model.reports import ReportText
from analysis.model.time.names import WEEKDAY
from analysis.model.time.spans import Span as Days
from analysis.model.time.suggestions import suggestions

_WEEKDAY = re.compile(rf"^(?:{WEEKDAY})\b[.,]?\s*", re.IGNORECASE)
LONGEST_KEY = 48
"""Letters of a key that is made of a title, which stands in many cells."""

_KINDS = (
    (
        "situation_report",
        r"situation report|bureau|relief|monitor|observatory|watch|humanitarian|OCHA|record",
    ),
    ("press_release", r"statement|communiqu|press release|spokes|general staff"),
    ("broadcast", r"radio|television|\bTV\b|bulletin|transcript"),
    ("news_report", r"dispatch|times|post|news|press|agency|daily|courier|herald|\bby\b"),
)
"""Kinds of report, with words of a head that speak for them."""


def published_in(report: ReportText, source_id: str, corpus: Corpus) -> Days | None:
    """The day on which a report was published, as coded, else as printed; None where neither says."""
    coded = corpus.sources.loc[corpus.sources["source_id"] == source_id, "published"].dropna()
    printed = _days_printed(report.published)
    for text in (*map(str, coded), *(printed if len(printed) == 1 else ())):
        try:
            return span_of(text)
        except DateError:
            continue
    return None


def _days_printed(text: str) -> tuple[str, ...]:
    """The days in EDTF that a printed date may stand for: one where it can be read in one way only, none
    where it lacks the year or is a weekday alone."""
    try:
        return (span_of(text).edtf,) if text else ()
    except DateError:
        return suggestions(_WEEKDAY.sub("", text))


@takes(
    sources=SOURCES.only("source_id", "title", "url", "published"),
    drafted=DRAFTED_REPORTS.only("source_id", "checksum"),
)
def key_of(report: ReportText, sources: pd.DataFrame, drafted: pd.DataFrame) -> str:
    """The key of a report: as it is coded, known by its address or title; as it was drafted, known by its
    bytes; else one made of its title, or of its file's name, that no other report has.

    A coded report of the same title and another day is another one: some titles come every week.
    """
    days = _days_printed(report.published)
    for column, told in (("url", report.page_url), ("title", report.title)):
        alike = sources[sources[column].str.casefold() == told.casefold()] if told else sources[:0]
        for key, coded in zip(alike["source_id"], alike["published"].fillna(""), strict=True):
            if not (days and coded) or any(day in coded for day in days):
                return str(key)
    known = drafted.loc[drafted["checksum"] == report.checksum, "source_id"]
    if len(known):
        return str(known.iloc[0])
    taken = {*sources["source_id"], *drafted["source_id"]}
    slug = _slug(report.title) or _slug(report.file.rsplit(".", 1)[0]) or "report"
    return next(key for key in chain([slug], (f"{slug}-{n}" for n in count(2))) if key not in taken)


def _slug(text: str) -> str:
    """Small Latin letters and figures joined by hyphens, at most so many words as are short; else empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.findall("[a-z0-9]+", plain.replace("'", ""))
    while len("-".join(words)) > LONGEST_KEY:
        words.pop()
    return "-".join(words)


def own_voice(report: ReportText, source_id: str, corpus: Corpus) -> str:
    """The key of the voice that a report speaks with where it names nobody: its author, else publisher."""
    coded = corpus.sources[corpus.sources["source_id"] == source_id]
    names = [report.author, report.publisher, *coded["author"].dropna(), *coded["publisher"].dropna()]
    spoken = {
        str(name).casefold(): key
        for key, name in zip(corpus.speakers["speaker_id"], corpus.speakers["name"], strict=True)
    }
    return next((spoken[name.casefold()] for name in names if name and name.casefold() in spoken), "")


def head_proposal(report: ReportText, source_id: str, corpus: Corpus) -> Proposal:
    """The row proposed for the report in `sources`: its head as printed; the kind is a choice.

    A weekday alone is no date: `published` is empty then, and `published_note` says what is printed.
    """
    printed = {
        "source_id": source_id,
        "title": report.title,
        "author": report.author,
        "publisher": report.publisher,
        "url": report.page_url,
    }
    fields: dict[str, tuple[Candidate, ...]] = {
        name: (Candidate(value, "the head of the report", 0, 0, True),)
        for name, value in printed.items()
        if value
    }
    days = _days_printed(report.published)
    if days:
        fields["published"] = tuple(
            Candidate(day, "the date in the head", 0, 0, len(days) == 1) for day in days
        )
    elif report.published:
        fields["published_note"] = (Candidate(report.published, "the head of the report", 0, 0, True),)
    words = f"{report.publisher} {report.title}"
    kinds = [kind for kind, pattern in _KINDS if re.search(pattern, words, re.IGNORECASE)]
    if kinds:
        fields["kind"] = tuple(Candidate(kind, "words of the head", 0, 0, False) for kind in kinds)
    return Proposal(f"{source_id}-head", "sources", source_id, "", (0, 0), 0, 0, "", "", fields)
