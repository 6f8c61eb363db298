"""Documents made by hand, for what they give in print."""

import io
from contextlib import contextmanager

import pikepdf

from analysis.briefing.document.blocks import Cell, Cover, Document, Exhibit, Paragraph, Register
from analysis.briefing.document.drawings import Drawing
from analysis.briefing.document.reports import Report
from analysis.briefing.document.runs import Text
from analysis.briefing.pdf.press import pdf

DOT = Drawing('<circle cx="10" cy="5" r="4"/>', "0 0 20 10", 20.0, 10.0)


def printed(*blocks, making=(), lang="en", direction="ltr"):
    """The PDF of these blocks."""
    return pdf(Document(Cover("Title"), lang, direction, blocks, making))


@contextmanager
def opened(content):
    """The PDF, to be looked into."""
    with pikepdf.open(io.BytesIO(content)) as file:
        yield file


def said(*runs):
    """A paragraph of runs, texts given as they are."""
    return Paragraph(tuple(Text(run) if isinstance(run, str) else run for run in runs))


def cell(text="", **more):
    """A cell with a text, or with nothing."""
    return Cell((said(text),) if text else (), **more)


def register(*statements):
    """The register of one report."""
    words = {"author": "", "publisher": "", "published": "", "basis": "", "note": "", "reliability": ""}
    report = Report("r", "report-r", 1, "A report", **words, url="", licence="", statements=statements)
    return Register(Exhibit("register", 1, "Reports and the claims in them"), (report,))
