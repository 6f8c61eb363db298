"""The register of sources for the typesetter: reports, their statements, and what leads to them."""

from analysis.briefing.document.blocks import Register
from analysis.briefing.document.citations import prose
from analysis.briefing.document.reports import Report, Statement
from analysis.briefing.document.words import facts_about, in_quotes, reports_left, statements_left
from analysis.briefing.pdf.ledger import Ledger
from analysis.briefing.pdf.sizes import Node
from analysis.briefing.pdf.text import runs
from analysis.messages import say


def register(block: Register, ledger: Ledger) -> Node:
    """The register as JSON values; its reports and statements take their anchors from the ledger."""
    return {
        "kind": "register",
        **ledger.exhibit(block.exhibit),
        "reports": [_report(report, ledger) for report in block.reports],
        "more": reports_left(block),
    }


def _report(report: Report, ledger: Ledger) -> Node:
    return {
        "anchor": ledger.anchor(report.anchor),
        "number": report.number,
        "title": runs(prose(report.title)),
        "citing": ledger.citing(report.anchor),
        "facts": [[name, runs(prose(value))] for name, value in facts_about(report)],
        "href": report.url if report.is_on_the_web else "",
        "url": runs(prose(report.url)),
        "statements": [_statement(statement, ledger) for statement in report.statements],
        "more": statements_left(report),
    }


def _statement(statement: Statement, ledger: Ledger) -> Node:
    speaker = say("speaker-said", speaker=statement.speaker) if statement.speaker else ""
    return {
        "anchor": ledger.anchor(statement.anchor),
        "citing": ledger.citing(statement.anchor),
        "locator": runs(prose(statement.label), 8),
        "speaker": runs(prose(speaker)),
        "summary": runs(prose(statement.summary)),
        "words": runs(prose(in_quotes(statement.words))),
    }
