"""Binding: an executed notebook printed into a folder as page, PDF, pictures and data."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from analysis import typefaces
from analysis.briefing.document.blocks import Document
from analysis.briefing.document.data import csv_files
from analysis.briefing.manifest import FILE
from analysis.briefing.page.html import page
from analysis.briefing.page.pictures import pictures
from analysis.briefing.pdf.press import pdf
from analysis.briefing.reading.notebook import document

__all__ = ["as_json", "document", "printed", "warm"]

SPECIMEN = {
    "nbformat": 4,
    "metadata": {},
    "cells": [{"cell_type": "markdown", "metadata": {}, "source": "# a\n\nb"}],
}
"""A notebook of one heading and one line."""


def warm() -> None:
    """Have all that every briefing needs read ahead of need: templates, the typesetter, typefaces cut."""
    typefaces.warm()
    specimen = document(SPECIMEN)
    page(specimen)
    pdf(specimen)


def page_of(markdown: str) -> str:
    """A text in Markdown as one offline page; its first heading is the title."""
    cell = {"cell_type": "markdown", "metadata": {}, "source": markdown}
    return page(document({**SPECIMEN, "cells": [cell]}))


def printed(bound: Document, recipe: Mapping[str, Any], folder: Path) -> None:
    """Write the page, the data and drawing of every exhibit, and the PDF with data and recipe attached.

    The recipe goes in for the whole manifest, which has the time of the run and the PDF's own checksum.
    """
    files = csv_files(bound.data)
    (folder / "data").mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    drawn = pictures(bound)
    if drawn:
        (folder / "pictures").mkdir()
    for name, content in drawn.items():
        (folder / name).write_bytes(content)
    names = {Path(name).stem for name in drawn}
    (folder / "briefing.html").write_bytes(page(bound, names).encode())
    (folder / "briefing.pdf").write_bytes(pdf(bound, files | {FILE: as_json(recipe)}))


def as_json(value: Mapping[str, Any]) -> bytes:
    """JSON as it is published: indented, in the letters it is written in."""
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()
