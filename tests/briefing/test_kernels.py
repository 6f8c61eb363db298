"""Kernels see our package, whatever lies beside the notebook, and their sockets fit on every system."""

import importlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat
import pytest

import analysis
from analysis.briefing import grammar, kernels
from analysis.briefing.build import build

STRANGE = "raise RuntimeError('a stranger was imported')"
OURS = [str(Path(analysis.__file__)), str(Path(analysis.__file__).parent / "load" / "__init__.py")]
TELLS = "import analysis\nfrom analysis import exhibits, load\n"
TELLS += f"print([analysis.__file__, load.__file__] == {OURS})"
"""Compared in the kernel: no folder of the machine stands in what it leaves."""


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
    assert printed(build(notebook, [], Path("reports"))) == "True\n"


def test_a_folder_of_data_called_analysis_does_no_harm(desk):
    notebook = desk(TELLS)
    (Path("analysis") / "load").mkdir(parents=True)
    assert printed(build(notebook, [], Path("reports"))) == "True\n"


def test_other_modules_beside_the_notebook_are_found_as_in_jupyter(desk):
    notebook = desk("import beside\nprint(beside.WORD)")
    Path("beside.py").write_text("WORD = 'found'")
    assert printed(build(notebook, [], Path("reports"))) == "found\n"


def test_nothing_that_a_user_set_up_at_home_runs_in_a_briefing(desk, monkeypatch, tmp_path):
    startup = tmp_path / "ipython" / "profile_default" / "startup"
    startup.mkdir(parents=True)
    config = tmp_path / "ipython" / "profile_default" / "ipython_kernel_config.py"
    config.write_text("c.InteractiveShellApp.exec_lines = ['print(\"config\")']")
    for file in (startup / "00-mine.py", tmp_path / "mine.py"):
        file.write_text("print('startup'); SET = 1")
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    monkeypatch.setenv("PYTHONSTARTUP", str(tmp_path / "mine.py"))
    monkeypatch.setenv("MPLBACKEND", "Agg")
    notebook = desk("print('SET' in globals())\nimport os\nprint(os.environ['MPLBACKEND'])")
    assert (
        printed(build(notebook, [], Path("reports"))) == "False\nmodule://matplotlib_inline.backend_inline\n"
    )
    assert not list((tmp_path / "ipython").rglob("history.sqlite"))


def test_a_kernel_leaves_nothing_behind_not_even_what_it_started(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with kernels.kernel(tmp_path) as running:
        assert running.home.stat().st_mode & 0o077 == 0
        assert running.is_alive()
    assert not running.is_alive()
    assert list(tmp_path.iterdir()) == []


def test_the_slow_grammar_is_not_read_and_works_when_asked(monkeypatch, tmp_path):
    (tmp_path / "rfc3987_syntax").mkdir()
    code = "SEEN = 'read'\ndef is_valid_syntax(term, text):\n    return (term, text)\n"
    (tmp_path / "rfc3987_syntax" / "__init__.py").write_text(code)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "rfc3987_syntax", raising=False)
    grammar.postpone()
    late = importlib.import_module("rfc3987_syntax")
    is_valid_syntax = late.is_valid_syntax
    assert "SEEN" not in vars(late)
    assert is_valid_syntax("iri", "x") == ("iri", "x")
    assert late.SEEN == "read"
    assert is_valid_syntax("iri", text="y") == ("iri", "y")
    with pytest.raises(AttributeError):
        late.no_such_name  # noqa: B018


def test_a_grammar_that_is_not_installed_stays_so(monkeypatch):
    monkeypatch.setattr(grammar, "NAME", "no_such_grammar")
    grammar.postpone()
    assert "no_such_grammar" not in sys.modules


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
