"""The exporters that stock nbconvert finds by name: `jupyter nbconvert --to sitrep-html notebook.ipynb`.

Also `--to sitrep-pdf`; both print any executed notebook.
"""

from abc import abstractmethod
from collections.abc import Mapping
from typing import Any

from nbconvert.exporters import Exporter
from traitlets import default
from traitlets.config import Config

from analysis.briefing.document.blocks import Document
from analysis.briefing.document.data import csv_files
from analysis.briefing.page.html import page
from analysis.briefing.pdf.press import pdf
from analysis.briefing.reading.notebook import document

_EXCLUDED = ("code_cell", "markdown", "raw", "input", "output")


class _DocumentExporter(Exporter):  # type: ignore[misc]
    """Makes the document of a notebook and lets a printing print it."""

    extension = ""

    @property
    def default_config(self) -> Config:
        """The tags that nbconvert removes cells, inputs and outputs by are read without being asked for."""
        removing = {"enabled": True}
        own = Config({"TagRemovePreprocessor": removing, "RegexRemovePreprocessor": removing})
        own.merge(super().default_config)
        return own

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
        prepared = without_excluded(prepared, self.config.get("TemplateExporter", {}))
        name = (resources.get("metadata") or {}).get("name", "")
        return self.printed(document(prepared, name=name)), resources

    @abstractmethod
    def printed(self, bound: Document) -> str | bytes:
        """The document in the format of this exporter."""


def without_excluded(notebook: Any, settings: Mapping[str, Any]) -> Any:
    """The notebook without what stock nbconvert is told to leave out, by `--no-input` for one.

    `settings` are those of its TemplateExporter: `exclude_` with code_cell, markdown, raw, input or output.
    """
    excluded = {name for name in _EXCLUDED if settings.get(f"exclude_{name}")}
    kinds = {"code" if name == "code_cell" else name for name in excluded}
    notebook.cells = [cell for cell in notebook.cells if cell.cell_type not in kinds]
    hidden = [f"hide-{name}" for name in ("input", "output") if name in excluded]
    for cell in notebook.cells if hidden else ():
        cell.metadata.tags = [*cell.metadata.get("tags", ()), *hidden]
    return notebook


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
