"""Kernels see our package, whatever lies beside the notebook, and their sockets fit on every system."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat
import pytest

import analysis
from analysis.briefing import kernels
from analysis.briefing.build import build

STRANGE = "raise RuntimeError('a stranger was imported')"
TELLS = "import analysis\nfrom analysis import exhibits, load\nprint(analysis.__file__, load.__file__)"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder with a notebook in it, in which the command is run."""
    monkeypatch.chdir(tmp_path)

    def made(*cells):
        parameters = nbformat.v4.new_code_cell("x: int = 1", metadata={"tags": ["parameters"]})
        book = nbformat.v4.new_notebook(cells=[parameters, *map(nbformat.v4.new_code_cell, cells)])
        nbformat.write(book, tmp_path / "sample.ipynb")
        return tmp_path / "sample.ipynb"

    return made


def printed(folder):
    executed = nbformat.read(folder / "briefing.ipynb", as_version=4)
    return "".join(output.text for cell in executed.cells for output in cell.get("outputs", []))


@pytest.mark.parametrize("path", ["", "."], ids=["usual", "with the working folder in PYTHONPATH"])
@pytest.mark.parametrize("files", [("analysis.py",), ("analysis/__init__.py", "analysis/load.py")])
def test_a_stranger_s_analysis_beside_the_notebook_does_not_shadow_ours(desk, monkeypatch, files, path):
    notebook = desk(TELLS)
    for file in map(Path, files):
        file.parent.mkdir(exist_ok=True)
        file.write_text(STRANGE)
    monkeypatch.setenv("PYTHONPATH", path)
    home = Path(analysis.__file__).parent
    assert printed(build(notebook, [], Path("reports"))) == f"{home}/__init__.py {home}/load/__init__.py\n"


def test_a_folder_of_data_called_analysis_does_no_harm(desk):
    notebook = desk(TELLS)
    (Path("analysis") / "load").mkdir(parents=True)
    assert str(Path(analysis.__file__).parent) in printed(build(notebook, [], Path("reports")))


def test_other_modules_beside_the_notebook_are_found_as_in_jupyter(desk):
    notebook = desk("import beside\nprint(beside.WORD)")
    Path("beside.py").write_text("WORD = 'found'")
    assert printed(build(notebook, [], Path("reports"))) == "found\n"


def test_sockets_find_room_where_the_folder_for_temporary_files_has_a_long_name(desk, monkeypatch, tmp_path):
    notebook = desk("print('done')")
    long = tmp_path / ("x" * 100)
    long.mkdir()
    with tempfile.TemporaryDirectory(dir="/tmp") as short:
        monkeypatch.setattr(kernels, "SHORT", short)
        monkeypatch.setattr(tempfile, "tempdir", str(long))
        assert printed(build(notebook, [], Path("reports"))) == "done\n"
        assert os.listdir(short) == []


def test_a_kernel_does_not_begin_where_its_build_has_gone(tmp_path):
    start = [sys.executable, "-c", kernels.START, "-f", tmp_path / "room" / "kernel.json", "--quiet"]
    subprocess.run(start, check=True, timeout=60)
    assert os.listdir(tmp_path) == []
