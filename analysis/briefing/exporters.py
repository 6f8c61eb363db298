"""The exporters that stock nbconvert finds by name: `jupyter nbconvert --to sitrep-html notebook.ipynb`.

Also `--to sitrep-pdf`; both print any executed notebook.
"""

from typing import Any

from nbconvert.exporters import Exporter
from traitlets import default

from analysis.briefing.data import csv_text
from analysis.briefing.document import document
from analysis.briefing.html import page
from analysis.briefing.pdf import pdf


class SitrepHtmlExporter(Exporter):  # type: ignore[misc]
    """Prints any executed notebook as one offline, accessible HTML page."""

    export_from_notebook = "Sitrep briefing (HTML)"
    output_mimetype = "text/html"

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".html"

    def from_notebook_node(
        self, nb: Any, resources: dict[str, Any] | None = None, **kwargs: Any
    ) -> tuple[str, dict[str, Any]]:
        """The page of a notebook and the resources nbconvert writes files by.

        A notebook without a title of its own takes the name of its file. RenderError where it cannot
        be printed.
        """
        prepared, resources = super().from_notebook_node(nb, resources, **kwargs)
        name = (resources.get("metadata") or {}).get("name", "")
        return page(document(prepared, name=name)), resources


class SitrepPdfExporter(Exporter):  # type: ignore[misc]
    """Prints any executed notebook as one tagged PDF (PDF/UA-1), the data of its exhibits attached."""

    export_from_notebook = "Sitrep briefing (PDF)"
    output_mimetype = "application/pdf"

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".pdf"

    def from_notebook_node(
        self, nb: Any, resources: dict[str, Any] | None = None, **kwargs: Any
    ) -> tuple[bytes, dict[str, Any]]:
        """The PDF of a notebook and the resources nbconvert writes files by.

        A notebook without a title of its own takes the name of its file. RenderError where it cannot
        be printed.
        """
        prepared, resources = super().from_notebook_node(nb, resources, **kwargs)
        name = (resources.get("metadata") or {}).get("name", "")
        bound = document(prepared, name=name)
        attached = {f"data/{each}.csv": csv_text(data).encode() for each, data in bound.data.items()}
        return pdf(bound, attached), resources
