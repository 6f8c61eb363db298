"""The register for the typesetter: reports, a table of what was coded from each, and what leads to them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from analysis.briefing.document.blocks import Register
from analysis.briefing.document.citations import prose
from analysis.briefing.document.reports import Report, Statement
from analysis.briefing.document.words import facts_about, in_quotes, reports_left, statements_left
from analysis.briefing.pdf import widths
from analysis.briefing.pdf.ledger import Ledger
from analysis.briefing.pdf.sizes import WIDTH, Node
from analysis.briefing.pdf.text import runs
from analysis.messages import paragraph, say

REPORTS = 100
"""Reports that are printed, those cited first; more are in the page and its data."""

STATEMENTS = 400
"""Statements of all reports that are printed, those cited first."""

_COLUMNS = ("speaker", "day", "grade")
"""The columns after label and statement, which are left out where no row has them."""

_USUAL = 3
"""Statements of a report that are of one day before the day is said in its head instead."""

_SIZE, _GAP = 8.0, 7.0
"""Points of the type that the tables are set in, and between two columns."""


def register(block: Register, ledger: Ledger) -> Node:
    """The register as JSON values; its reports and statements take their anchors from the ledger."""
    block = _bounded(block, ledger)
    days = [_usual_day(report) for report in block.reports]
    reports = [_without(report, day) for report, day in zip(block.reports, days, strict=True)]
    told = [statement for report in reports for statement in report.statements]
    columns = [name for name in _COLUMNS if any(_field(statement, name) for statement in told)]
    heads = [say(f"register-{name}") for name in ("label", "statement", *columns)]
    texts = [[head, *(_texts(each, columns)[n] for each in told)] for n, head in enumerate(heads)]
    wide = widths.levelled(texts, WIDTH, _SIZE, _GAP)
    return {
        "kind": "register",
        **ledger.exhibit(replace(block.exhibit, sources=())),  # it is what others point to
        "size": _SIZE,
        "gap": _GAP,
        "heads": [runs(prose(head)) for head in heads],
        "widths": wide,
        "reports": [
            _report(report, day, columns, wide, ledger) for report, day in zip(reports, days, strict=True)
        ],
        "more": reports_left(block),
    }


def _usual_day(report: Report) -> str:
    """The day of which most statements of a report are, to be said once; empty where one of them has no day,
    which could not be told from it, and where it would spare little."""
    days = Counter(statement.day for statement in report.statements)
    day, number = days.most_common(1)[0] if days else ("", 0)
    return day if number >= _USUAL and "" not in days else ""


def _without(report: Report, day: str) -> Report:
    """The report with this day, which its head says, left out of its statements."""
    told = (replace(each, day="") if each.day == day else each for each in report.statements)
    return replace(report, statements=tuple(told))


def _texts(statement: Statement, columns: list[str]) -> list[str]:
    """The cells of a statement as text, for the widths of the columns."""
    said = paragraph(statement.summary, in_quotes(statement.words), _reading(statement), _verdict(statement))
    return [statement.label, said, *(_field(statement, name) for name in columns)]


def _bounded(block: Register, ledger: Ledger) -> Register:
    """The register with as many reports and statements as paper has room for, those cited first."""
    reports = sorted(block.reports, key=lambda report: not _is_cited(report, ledger))[:REPORTS]
    told = [statement for report in reports for statement in report.statements]
    told.sort(key=lambda statement: not ledger.citing(statement.anchor))
    kept = {statement.anchor for statement in told[:STATEMENTS]}
    numbers = {report.number for report in reports}
    left = tuple(report for report in block.reports if report.number not in numbers)
    cut = tuple(_cut(report, kept) for report in block.reports if report.number in numbers)
    return replace(block, reports=cut, unlisted=(*block.unlisted, *left))


def _cut(report: Report, kept: set[str]) -> Report:
    told = tuple(statement for statement in report.statements if statement.anchor in kept)
    return replace(report, statements=told, more=report.more + len(report.statements) - len(told))


def _is_cited(report: Report, ledger: Ledger) -> bool:
    anchors = (report.anchor, *(statement.anchor for statement in report.statements))
    return any(map(ledger.citing, anchors))


def _report(report: Report, day: str, columns: list[str], wide: Sequence[float], ledger: Ledger) -> Node:
    usual = [(say("register-usual-day"), day)] if day else []
    return {
        "anchor": ledger.anchor(report.anchor),
        "number": report.number,
        "title": runs(prose(report.title)),
        "citing": ledger.citing(report.anchor),
        "facts": [[name, runs(prose(value))] for name, value in (*facts_about(report), *usual)],
        "href": report.url if report.is_on_the_web else "",
        "url": runs(prose(report.url)),
        "statements": [_statement(each, columns, wide, ledger) for each in report.statements],
        "more": statements_left(report),
    }


def _statement(statement: Statement, columns: list[str], wide: Sequence[float], ledger: Ledger) -> Node:
    rooms = [width - _GAP for width in wide]
    fields = [_field(statement, name) for name in columns]
    return {
        "anchor": ledger.anchor(statement.anchor),
        "citing": ledger.citing(statement.anchor),
        "label": runs(prose(statement.label), widths.SHORT_WORD, rooms[0]),
        "summary": runs(prose(statement.summary), widths.LONGEST_WORD, rooms[1]),
        "words": runs(prose(in_quotes(statement.words)), widths.LONGEST_WORD, rooms[1]),
        "reading": runs(prose(_reading(statement)), widths.LONGEST_WORD, rooms[1]),
        "verdict": runs(prose(_verdict(statement)), widths.LONGEST_WORD, rooms[1]),
        "fields": [
            runs(prose(field), widths.SHORT_WORD, room) for field, room in zip(fields, rooms[2:], strict=True)
        ],
    }


def _reading(statement: Statement) -> str:
    """How the house reads the words, in brackets behind them."""
    return say("in-brackets", words=statement.reading).strip() if statement.reading else ""


def _verdict(statement: Statement) -> str:
    """How the statement compares with others: few have it, so it ends the cell and has no column."""
    return say("register-verdict", verdict=statement.verdict) if statement.verdict else ""


def _field(statement: Statement, name: str) -> str:
    """A field as its cell holds it: with the day goes the place, where the statement does not name it."""
    if name != "day" or statement.place.casefold() in statement.summary.casefold():
        return str(getattr(statement, name))
    if not statement.day:
        return statement.place
    return say("register-day-place", day=statement.day, place=statement.place)
