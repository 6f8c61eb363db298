"""The dates of a corpus: every EDTF text read once, and what is wrong with those that cannot be read."""

import re
from collections.abc import Iterator, Mapping

from edtf import text_to_edtf

from analysis.errors import Fault
from analysis.load.corpora.csv import TextTable
from analysis.load.corpora.quoting import quoted
from analysis.model import Span, span_of


def spans_in(tables: Mapping[str, TextTable]) -> dict[str, Span]:
    """The span of each date text that occurs in the tables and can be read.

    Texts are read once however often they occur, because the EDTF grammar takes some milliseconds for each.
    """
    texts = {
        text
        for table in tables.values()
        for column in table.spec.dates
        if table.has(column)
        for text in table.frame[column].dropna().unique()
    }
    spans = {text: _span(text) for text in texts}
    return {text: span for text, span in spans.items() if span is not None}


def span_faults(tables: Mapping[str, TextTable], spans: Mapping[str, Span]) -> Iterator[Fault]:
    """Dates that are no EDTF, or that end before they start."""
    for table in tables.values():
        for column in table.spec.dates:
            if not table.has(column):
                continue
            cells = table.frame[column].dropna()
            unread = cells[~cells.isin(spans.keys())]
            for line, text in zip(unread.index, unread, strict=True):
                expected, near = _problem(text)
                yield Fault(table.spec.file, int(line), column, quoted(text), expected, near)


def _span(text: str) -> Span | None:
    try:
        return span_of(text)
    except ValueError:
        return None


def _problem(text: str) -> tuple[str, str]:
    """What was expected instead of a date that cannot be read, and the nearest that can."""
    first, _, last = text.partition("/")
    if last and _span(f"{last}/{first}"):
        return "a span that starts before it ends", f"{last}/{first}"
    return "an EDTF date such as 2015-11-10, 2015-10~, 2013 or 2015-09-30/..", _near_date(text)


def _near_date(text: str) -> str:
    """A date that reads like `text`: other separators, less precision, or words such as 'November 2015'.

    Where day and month could be either way round, both are offered: the coder knows which, we do not.
    """
    either = re.fullmatch(r"\s*(0?[1-9]|1[0-2])[./-](0?[1-9]|1[0-2])[./-](\d{4})\s*", text)
    if either and int(either[1]) != int(either[2]):
        one, other, year = (part.zfill(2) for part in either.groups())
        return f"{year}-{other}-{one} or {year}-{one}-{other}"
    numbers = re.fullmatch(r"\s*(\d{4})[./ -](\d{1,2})(?:[./ -](\d{1,2}))?\s*", text)
    tries = []
    if numbers:
        parts = [part.zfill(2) for part in numbers.groups() if part]
        tries = ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]
    tries.append(str(text_to_edtf(text) or ""))
    return next((near for near in tries if near and _span(near)), "")
