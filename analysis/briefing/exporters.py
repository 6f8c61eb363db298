"""The exporters that stock nbconvert finds by name: `jupyter nbconvert --to sitrep-html notebook.ipynb`."""

from typing import Any

from nbconvert.exporters import Exporter
from traitlets import default

from analysis.briefing.document import document
from analysis.briefing.html import page


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
