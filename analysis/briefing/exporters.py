"""The exporters that stock nbconvert finds by name: `jupyter nbconvert --to sitrep-html notebook.ipynb`.

Also `--to sitrep-pdf`; both print any executed notebook.
"""

from abc import abstractmethod
from typing import Any

from nbconvert.exporters import Exporter
from traitlets import default

from analysis.briefing.document.blocks import Document
from analysis.briefing.document.data import csv_files
from analysis.briefing.page.html import page
from analysis.briefing.pdf.press import pdf
from analysis.briefing.reading.notebook import document


class _DocumentExporter(Exporter):  # type: ignore[misc]
    """Makes the document of a notebook and lets a printing print it."""

    extension = ""

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return self.extension

    def from_notebook_node(
        self, nb: Any, resources: dict[str, Any] | None = None, **kwargs: Any
    ) -> tuple[str | bytes, dict[str, Any]]:
        """The printed notebook and the resources nbconvert writes files by.

        A notebook without a title of its own takes the name of its file. RenderError where it cannot
        be printed.
        """
        prepared, resources = super().from_notebook_node(nb, resources, **kwargs)
        name = (resources.get("metadata") or {}).get("name", "")
        return self.printed(document(prepared, name=name)), resources

    @abstractmethod
    def printed(self, bound: Document) -> str | bytes:
        """The document in the format of this exporter."""


class SitrepHtmlExporter(_DocumentExporter):
    """Prints any executed notebook as one offline, accessible HTML page."""

    export_from_notebook = "Sitrep briefing (HTML)"
    output_mimetype = "text/html"
    extension = ".html"

    def printed(self, bound: Document) -> str:
        """The page."""
        return page(bound)


class SitrepPdfExporter(_DocumentExporter):
    """Prints any executed notebook as one tagged PDF (PDF/UA-1), the data of its exhibits attached."""

    export_from_notebook = "Sitrep briefing (PDF)"
    output_mimetype = "application/pdf"
    extension = ".pdf"

    def printed(self, bound: Document) -> bytes:
        """The PDF."""
        return pdf(bound, csv_files(bound.data))
