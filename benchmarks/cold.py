"""The cold build: `sitrep build briefing` beside papermill and nbconvert, which make the same files."""

import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from benchmarks.press import BROWSER, ROOT
from benchmarks.timing import report, seconds

WEBPDF = f"""\
import functools
from playwright.async_api import BrowserType
BrowserType.launch = functools.partialmethod(BrowserType.launch, executable_path={BROWSER!r})
from nbconvert.nbconvertapp import main
main()
"""
"""nbconvert's own command, told where the system's browser is."""


def main(rounds: int = 5) -> None:
    """Target: at most 0.45 of what the peers take together, each command in a process of its own."""
    here, notebook = Path(sys.executable).parent, ROOT / "notebooks" / "briefing.ipynb"
    with tempfile.TemporaryDirectory() as folder:
        ran = Path(folder) / "ran.ipynb"

        def command(*words: object) -> None:
            subprocess.run([str(word) for word in words], check=True, capture_output=True)

        def peers() -> None:
            command(here / "papermill", notebook, ran, "--cwd", notebook.parent)
            command(here / "jupyter", "nbconvert", "--to", "html", ran)
            if BROWSER:
                command(sys.executable, "-c", WEBPDF, "--to", "webpdf", "--disable-chromium-sandbox", ran)

        name = "papermill, html, webpdf" if BROWSER else "papermill, html (no browser)"
        work = {
            "sitrep build briefing": lambda: command(
                here / "sitrep", "build", notebook, "--reports", Path(folder) / "reports"
            ),
            name: peers,
        }
        lab = "with" if find_spec("jupyterlab") else "without"
        report(f"Cold build, {lab} JupyterLab", seconds(work, rounds), name)


if __name__ == "__main__":
    main()
