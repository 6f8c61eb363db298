"""The dates of a corpus: every EDTF text read once, and what is wrong with those that cannot be read."""

from collections.abc import Iterator, Mapping

from analysis.errors import DateError, Fault
from analysis.load.corpora.csv import TextTable
from analysis.load.corpora.quoting import quoted
from analysis.model import Span, span_of, suggestions


def spans_in(tables: Mapping[str, TextTable]) -> dict[str, Span]:
    """The span of each date text that occurs in the tables and can be read; each text is read once."""
    texts = {
        text
        for table in tables.values()
        for column in table.spec.dates
        if table.has(column)
        for text in table.frame[column].dropna().unique()
    }
    spans = {text: _read(text) for text in texts}
    return {text: span for text, span in spans.items() if isinstance(span, Span)}


def span_faults(tables: Mapping[str, TextTable], spans: Mapping[str, Span]) -> Iterator[Fault]:
    """Dates that are no EDTF, are of a form that is not read, or end before they start."""
    for table in tables.values():
        for column in table.spec.dates:
            if not table.has(column):
                continue
            cells = table.frame[column].dropna()
            unread = cells[~cells.isin(spans.keys())]
            for line, text in zip(unread.index, unread, strict=True):
                problem = _read(text)
                if isinstance(problem, DateError):
                    found = ", ".join(part for part in (quoted(text), problem.name) if part)
                    near = " or ".join(suggestions(text))
                    yield Fault(table.spec.file, int(line), column, found, problem.expected, near)


def _read(text: str) -> Span | DateError:
    try:
        return span_of(text)
    except DateError as problem:
        return problem
