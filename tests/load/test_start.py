"""What a notebook imports to print a corpus starts no library that only workbooks, reports or drafts need."""

import subprocess
import sys

SPARED = ("openpyxl", "xlsxwriter", "trafilatura", "pdfplumber", "rapidfuzz", "watchfiles", "ipywidgets")


def test_a_notebook_starts_without_the_libraries_of_the_desk():
    code = "import sys; from analysis import charts, derive, exhibits, load, prose; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "analysis.load.corpus" in loaded.stdout.split()
    assert not set(SPARED) & set(loaded.stdout.split())
