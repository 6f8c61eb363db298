"""The dates of a corpus: EDTF texts, phrases read by the report they stand in, and what is wrong."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.errors import DateError, Fault, nearest
from analysis.load.corpora.csv import TextTable
from analysis.load.packages.quoting import quoted
from analysis.model import PHRASE_RULES, DateReading, Span, dated, span_of, suggestions

Tables = Mapping[str, TextTable]

EXPECTED = "an EDTF date such as 2015-11-10, 2015-10~, 2013 or 2015-09-30/.., or a phrase of the codebook"


@dataclass(frozen=True)
class Phrase:
    """One cell that holds a phrase of time instead of a date: where, its words, the reading, and by which
    reports it was read (their keys), None where those reports differ, tell no day, or no rule reads it.

    `answers` are the dates that the reports give where they differ; `blind` is true where no report on which
    it could be read tells its day.
    """

    file: str
    row: int
    column: str
    text: str
    sources: tuple[str, ...]
    reading: DateReading | None
    answers: tuple[str, ...] = ()
    blind: bool = False


@dataclass(frozen=True)
class Dates:
    """What was read of all dates: the span of each EDTF text, those of the phrases included, the phrases,
    and the tables with each phrase replaced by its EDTF text."""

    spans: dict[str, Span]
    phrases: tuple[Phrase, ...]
    tables: dict[str, TextTable]


def dates_in(tables: Tables) -> Dates:
    """Every date in the tables, each text read once; a phrase is read by the reports behind its row.

    Claims stand in their report; control and ties rest on a claim, events on all the claims on them, which
    must agree. The days of reports themselves are never phrases.
    """
    spans = _spans(tables)
    sources = _sources_of(tables)
    published = _published(tables, spans)
    phrases: list[Phrase] = []
    replaced = dict(tables)
    for name, reports in sources.items():
        table = tables[name]
        for column in table.spec.dates:
            found = list(_phrases(table, column, reports, published, spans))
            phrases += found
            replaced[name] = _with_edtf(replaced[name], column, found)
    readings = {phrase.reading.edtf for phrase in phrases if phrase.reading}
    return Dates(spans | {edtf: span_of(edtf) for edtf in readings}, tuple(phrases), replaced)


def date_faults(tables: Tables, dates: Dates) -> Iterator[Fault]:
    """Dates that are no EDTF, of a form that is not read, or end before they start, and phrases that no rule
    reads, or that reports of different days would read differently."""
    phrases = {(phrase.file, phrase.row, phrase.column): phrase for phrase in dates.phrases}
    for table in tables.values():
        for column in table.spec.dates:
            if not table.has(column):
                continue
            cells = table.frame[column].dropna()
            for line, text in cells[~cells.isin(dates.spans.keys())].items():
                phrase = phrases.get((table.spec.file, int(str(line)), column))
                if phrase is None or not phrase.reading:
                    yield from _fault(table, line, column, text, phrase)


def _fault(table: TextTable, line: object, column: str, text: str, phrase: Phrase | None) -> Iterator[Fault]:
    problem = _read(text)
    near = " or ".join(suggestions(text))
    if not isinstance(problem, DateError):
        return
    if phrase is None or near or problem.name or not problem.expected.startswith("an EDTF date"):
        found = ", ".join(part for part in (quoted(text), problem.name) if part)
        yield table.fault(line, column, found, problem.expected, near)
    elif phrase.answers:
        found = f"{quoted(text)}, which reports of different days read as {' and '.join(phrase.answers)}"
        yield table.fault(line, column, found, "an EDTF date", " or ".join(phrase.answers))
    elif phrase.blind:
        found = f"{quoted(text)}, and no day of the report to read it by"
        yield table.fault(line, column, found, "an EDTF date, as no phrase can be read")
    elif phrase.sources:
        alike = nearest(text, [rule.example for rule in PHRASE_RULES])
        yield table.fault(line, column, quoted(text), EXPECTED, alike)


def _spans(tables: Tables) -> dict[str, Span]:
    texts = {
        text
        for table in tables.values()
        for column in table.spec.dates
        if table.has(column)
        for text in table.frame[column].dropna().unique()
    }
    spans = {text: _read(text) for text in texts}
    return {text: span for text, span in spans.items() if isinstance(span, Span)}


def _read(text: str) -> Span | DateError:
    try:
        return span_of(text)
    except DateError as problem:
        return problem


def _published(tables: Tables, spans: Mapping[str, Span]) -> dict[str, Span | None]:
    """The publication of each report, None where it is not told or cannot be read."""
    sources = tables["sources"].cells("source_id", "published").dropna(subset="source_id")
    return {
        key: spans.get(text) for key, text in zip(sources["source_id"], sources["published"], strict=True)
    }


def _sources_of(tables: Tables) -> dict[str, pd.Series]:
    """For each table whose dates may be phrases: the keys of the reports behind each row, by its line."""
    claims = tables["claims"].cells("claim_id", "source_id", "event_id")
    by_claim = claims.dropna(subset=["claim_id", "source_id"]).drop_duplicates("claim_id")
    report = by_claim.set_index("claim_id")["source_id"].map(lambda key: (key,))
    on_event = claims.dropna(subset=["event_id", "source_id"]).drop_duplicates(["event_id", "source_id"])
    reports = on_event.groupby("event_id", sort=False)["source_id"].agg(tuple)
    events = tables["events"].cells("event_id")["event_id"].map(reports)
    own = claims["source_id"].map(lambda key: (key,), na_action="ignore")
    cited = {
        name: tables[name].cells("claim_id")["claim_id"].map(report) for name in ("relations", "control")
    }
    return {"claims": own, "events": events, **cited}


def _phrases(
    table: TextTable,
    column: str,
    reports: pd.Series,
    published: Mapping[str, Span | None],
    spans: Mapping[str, Span],
) -> Iterator[Phrase]:
    """The cells of a column that are no EDTF, each with what its reports make of it."""
    if not table.has(column):
        return
    cells = table.frame[column].dropna()
    unread = cells[~cells.isin(spans.keys())]
    answers: dict[tuple[str, str], DateReading | None] = {}
    for line, text, keys in zip(unread.index, unread, reports.loc[unread.index], strict=True):
        known = tuple(key for key in keys if key in published) if isinstance(keys, tuple) else ()
        days = [day for key in known if (day := published[key]) and day.low and day.high]
        for day in days:
            if (text, day.edtf) not in answers:
                answers[text, day.edtf] = dated(text, day)
        found = list(dict.fromkeys(answers[text, day.edtf] for day in days))
        blind = len(days) < len(known)
        sure = found[0] if len(found) == 1 and not blind else None
        told = tuple(reading.edtf for reading in found if reading) if len(found) > 1 else ()
        yield Phrase(table.spec.file, int(str(line)), column, text, known, sure, told, blind)


def _with_edtf(table: TextTable, column: str, phrases: list[Phrase]) -> TextTable:
    """The table with each phrase that was read replaced by its date, and its words kept as the reason."""
    read = {phrase.row: phrase for phrase in phrases if phrase.reading}
    if not read:
        return table
    frame = table.frame.copy()
    lines = list(read)
    frame.loc[lines, column] = [phrase.reading.edtf for phrase in read.values() if phrase.reading]
    note = f"{column}_note"
    if note in table.spec.fields:
        told = frame[note] if note in frame else pd.Series(None, index=frame.index, dtype="str")
        words = pd.Series(
            {row: f"In the words of the report: {phrase.text}." for row, phrase in read.items()}
        )
        frame[note] = told.fillna(words.reindex(frame.index))
    return TextTable(table.spec, frame, table.complete)
