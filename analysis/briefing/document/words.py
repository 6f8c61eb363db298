"""What both printings say in the same words: facts of a cover and of a report, quotation marks, errors."""

import re
from dataclasses import replace

from analysis.briefing.document.blocks import Cover, ErrorOutput, Register
from analysis.briefing.document.reports import Report
from analysis.briefing.document.runs import Runs, Text
from analysis.messages import say
from analysis.messages.catalogue import current

_END = re.compile(r"[.;](?=\s|$)")


def facts_of(cover: Cover) -> list[tuple[str, str]]:
    """Label and value of each fact that a cover states, in the order in which they are printed."""
    facts = (("scope", cover.scope), ("as_of", cover.as_of), ("edition", cover.edition))
    return [(say(f"fact-{name}"), value) for name, value in facts if value]


def facts_about(report: Report) -> list[tuple[str, str]]:
    """Label and value of what the register states of a report, address and key apart."""
    facts = {
        "author": report.author,
        "publisher": report.publisher,
        "published": _published(report),
        "reliability": _reliability(report.reliability),
        "licence": report.licence,
    }
    return [(say(f"report-{name}"), value) for name, value in facts.items() if value]


def statements_left(report: Report) -> str:
    """How many statements of a report the register does not list; empty where it lists all."""
    return say("statements-further", number=report.more) if report.more else ""


def reports_left(register: Register) -> str:
    """How many reports a register does not list; empty where it lists all."""
    return say("reports-further", number=len(register.unlisted)) if register.unlisted else ""


def in_quotes(words: str) -> str:
    """The words somebody used in quotation marks, unless they bring their own; nothing stays nothing.

    >>> in_quotes("dozens"), in_quotes("“dozens” or more"), in_quotes("")
    ('“dozens”', '“dozens” or more', '')
    """
    return say("quoted", words=words) if words and "“" not in words else words


def opened(runs: Runs) -> tuple[Runs, Runs]:
    """A passage parted after its first sentence, or after the part of it that ends with a semicolon: that
    much of it may be set apart.

    >>> opened((Text("Nobody is counted; no village is named. More."),))[0]
    (Text(text='Nobody is counted;', styles=()),)
    """
    for place, run in enumerate(runs):
        end = _END.search(run.text) if isinstance(run, Text) else None
        if isinstance(run, Text) and end:
            first, rest = (replace(run, text=text) for text in (run.text[: end.end()], run.text[end.end() :]))
            return (*runs[:place], first), ((rest,) if rest.text else ()) + runs[place + 1 :]
    return runs, ()


def error_head(error: ErrorOutput) -> str:
    """Which cell ended with an error, as a sentence."""
    said = say("error-ended", place=error.label)
    return said[:1].upper() + said[1:]


def error_name(error: ErrorOutput) -> str:
    """The kind of an error and what it says."""
    return say("error-named", name=error.name, message=error.message) if error.message else error.name


def _published(report: Report) -> str:
    if not report.published or report.basis != "inferred":
        return report.published
    if report.note:
        return say("report-inferred", date=report.published, note=report.note)
    return say("date-noted", date=report.published, note=say("date-inferred"))


def _reliability(grade: str) -> str:
    """A source grade of the NATO Admiralty code with its meaning; another grade as it stands."""
    key = f"grade-{grade}"
    return say("reliability-graded", grade=grade, words=say(key)) if current().has(key) else grade
