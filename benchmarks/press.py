"""The press: one executed notebook as page and PDF, beside what else prints notebooks."""

import functools
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import nbformat
from nbconvert.exporters import HTMLExporter, WebPDFExporter

from analysis.briefing.build import build
from analysis.briefing.page.html import page
from analysis.briefing.pdf.press import pdf
from analysis.briefing.reading.notebook import document
from benchmarks.timing import report, seconds

ROOT = Path(__file__).parent.parent
BROWSER = shutil.which("chromium") or shutil.which("google-chrome")


def main() -> None:
    """Targets: the page no slower than stock; the PDF at most 150 ms warm, a twentieth of webpdf's time."""
    with tempfile.TemporaryDirectory() as folder:
        made = build(ROOT / "notebooks" / "briefing.ipynb", [], Path(folder))
        executed = nbformat.read(made / "briefing.ipynb", as_version=4)
    stock = HTMLExporter()
    pages = {
        "Sitrep page": lambda: page(document(executed)),
        "nbconvert html, reused": lambda: stock.from_notebook_node(executed),
        "nbconvert html, new": lambda: HTMLExporter().from_notebook_node(executed),
    }
    report("Page of the Aleppo briefing", seconds(pages), "nbconvert html, reused")
    own, others = len(page(document(executed)).encode()), len(stock.from_notebook_node(executed)[0].encode())
    print(f"  bytes: {own:,}, stock {others:,}")
    prints: dict[str, Callable[[], object]] = {"Sitrep PDF": lambda: pdf(document(executed))}
    prints |= _webpdf(executed) | _weasyprint(page(document(executed)))
    peer = "nbconvert webpdf" if BROWSER else "Sitrep PDF"
    report("PDF of the Aleppo briefing", seconds(prints, rounds=5), peer)
    print(f"  bytes: {len(pdf(document(executed))):,}")


def _webpdf(executed: nbformat.NotebookNode) -> dict[str, Callable[[], object]]:
    """nbconvert's PDF through a browser, the system's where there is one."""
    if BROWSER is None:
        print("\nnbconvert webpdf: not measured, no chromium found")
        return {}
    from playwright.async_api import BrowserType

    launch = functools.partialmethod(BrowserType.launch, executable_path=BROWSER)
    exporter = WebPDFExporter(disable_sandbox=True)

    def run() -> None:
        with mock.patch.object(BrowserType, "launch", launch):
            exporter.from_notebook_node(executed)

    return {"nbconvert webpdf": run}


def _weasyprint(html: str) -> dict[str, Callable[[], object]]:
    """WeasyPrint on our page; it needs libraries of the system that a machine may lack."""
    try:
        import weasyprint
    except (ImportError, OSError) as cause:
        print(f"\nWeasyPrint: not measured, {str(cause).splitlines()[0]}")
        return {}
    return {"WeasyPrint on our page": lambda: weasyprint.HTML(string=html).write_pdf(pdf_variant="pdf/ua-1")}
