import io
import json
import subprocess
import sys

import nbformat
import pikepdf
import pytest
from nbconvert.exporters import get_exporter
from traitlets.config import Config

from analysis.briefing.exporters import SitrepHtmlExporter, SitrepPdfExporter
from analysis.briefing.page.html import page
from analysis.briefing.reading.notebook import document
from analysis.errors import RenderError
from tests.briefing import notebooks


def test_stock_nbconvert_finds_the_exporters_by_name():
    assert get_exporter("sitrep-html") is SitrepHtmlExporter
    assert get_exporter("sitrep-pdf") is SitrepPdfExporter


def test_the_page_is_the_same_as_without_nbconvert():
    notebook = notebooks.briefing()
    printed, resources = SitrepHtmlExporter().from_notebook_node(nbformat.from_dict(notebook))
    assert printed == page(document(notebook))
    assert resources["output_extension"] == ".html"


def test_one_exporter_serves_many_notebooks():
    exporter = SitrepHtmlExporter()
    one = nbformat.from_dict(notebooks.briefing())
    other = nbformat.from_dict(notebooks.notebook(notebooks.markdown("# Other")))
    first, _ = exporter.from_notebook_node(one)
    exporter.from_notebook_node(other)
    assert exporter.from_notebook_node(one)[0] == first


def test_a_notebook_without_title_takes_its_file_s_name(tmp_path):
    file = tmp_path / "survey.ipynb"
    file.write_text(json.dumps(notebooks.notebook(notebooks.markdown("text"))))
    assert "<h1>survey</h1>" in SitrepHtmlExporter().from_filename(str(file))[0]


def test_what_cannot_be_printed_leaves_no_file(tmp_path):
    file = tmp_path / "bad.ipynb"
    record = notebooks.exhibit(notebooks.figure(alt=""), **{"image/svg+xml": "<svg viewBox='0 0 1 1'/>"})
    file.write_text(json.dumps(notebooks.notebook(record)))
    with pytest.raises(RenderError, match="cell 1, field alt"):
        SitrepHtmlExporter().from_filename(str(file))
    command = [sys.executable, "-m", "nbconvert", "--to", "sitrep-html", str(file)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode != 0
    assert "cell 1, field alt" in run.stderr
    assert not file.with_suffix(".html").exists()


def test_the_pdf_has_the_data_of_its_exhibits_attached():
    whole = notebooks.briefing()
    content, resources = SitrepPdfExporter().from_notebook_node(nbformat.from_dict(whole))
    assert resources["output_extension"] == ".pdf"
    assert SitrepPdfExporter.output_mimetype == "application/pdf"
    with pikepdf.open(io.BytesIO(content)) as file:
        assert set(file.attachments) == {f"data/{name}.csv" for name in document(whole).data}


SECRET = notebooks.cell("hidden_name = 1", [notebooks.output({"text/plain": "shown"})], tags=["cut"])


@pytest.mark.parametrize(
    ("part", "setting", "code", "shown"),
    [
        ("TemplateExporter", {}, True, True),
        ("TemplateExporter", {"exclude_input": True}, False, True),
        ("TemplateExporter", {"exclude_output": True}, True, False),
        ("TemplateExporter", {"exclude_code_cell": True}, False, False),
        ("TagRemovePreprocessor", {"remove_input_tags": {"cut"}}, False, True),
        ("TagRemovePreprocessor", {"remove_all_outputs_tags": {"cut"}}, True, False),
        ("TagRemovePreprocessor", {"remove_cell_tags": {"cut"}}, False, False),
    ],
)
def test_what_nbconvert_is_told_to_leave_out_is_left_out(part, setting, code, shown):
    whole = nbformat.from_dict(notebooks.notebook(notebooks.markdown("text"), SECRET))
    exporter = SitrepHtmlExporter(config=Config({part: setting}))
    printed, _ = exporter.from_notebook_node(whole)
    assert ("hidden_name" in printed, ">shown<" in printed) == (code, shown)


def test_code_is_left_out_on_the_command_line(tmp_path):
    file = tmp_path / "survey.ipynb"
    file.write_text(json.dumps(notebooks.notebook(notebooks.markdown("text"), SECRET)))
    command = [sys.executable, "-m", "nbconvert", "--to", "sitrep-html", "--no-input", str(file)]
    subprocess.run(command, capture_output=True, check=True)
    assert "hidden_name" not in file.with_suffix(".html").read_text()
