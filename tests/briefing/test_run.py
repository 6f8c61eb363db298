"""Running: only a notebook whose every code cell completed comes back; what stopped it is named."""

import json
import tempfile
import time
from pathlib import Path

import nbformat
import pytest

from analysis.briefing import execution
from analysis.briefing.kernels import kernel
from analysis.briefing.reading import cells
from analysis.briefing.run import executed
from analysis.briefing.snapshot import snapshot
from analysis.errors import NotebookError


@pytest.fixture
def ran(tmp_path):
    """Run code cells, each a text or a text with tags; the executed cells come back."""

    def run(*sources, seconds=None):
        path = tmp_path / "sample.ipynb"
        pairs = [one if isinstance(one, tuple) else (one,) for one in sources]
        made = [
            nbformat.v4.new_code_cell(source, metadata={"tags": list(tags)} if tags else {})
            for source, *tags in pairs
        ]
        nbformat.write(nbformat.v4.new_notebook(cells=made), path)
        with kernel(tmp_path) as running:
            room = Path(tempfile.mkdtemp(dir=tmp_path))
            taken = snapshot(path, {}, room, tmp_path / "reports")
            return executed(taken, {}, {}, tmp_path / "out.ipynb", running, seconds).cells

    return run


@pytest.mark.parametrize(
    ("ends", "message"),
    [
        ("import sys\nsys.exit(0)", r"cell 2 \(In \[2\]\): SystemExit: 0: the notebook ended itself"),
        ("raise SystemExit", r"cell 2 \(In \[2\]\): SystemExit: the notebook ended itself"),
        ("exit()", r"cell 2: the notebook ended itself with exit\(\) or quit\(\)"),
        ("quit()\nx = 1", r"cell 2: the notebook ended itself with exit\(\) or quit\(\)"),
        ("1 / 0", r"cell 2 \(In \[2\]\): ZeroDivisionError: division by zero"),
        ("import os\nos.kill(os.getpid(), 9)", r": cell 2: Kernel died"),
    ],
)
@pytest.mark.parametrize("after", [(), ("print('after')",)], ids=["at the end", "in the middle"])
def test_a_notebook_that_does_not_complete_is_refused_with_cell_and_cause(
    ran, tmp_path, ends, message, after
):
    with pytest.raises(NotebookError, match=r"^sample\.ipynb.*" + message):
        ran("print('before')", ends, *after)
    kept = nbformat.read(tmp_path / "out.ipynb", as_version=4).cells
    assert kept[0].outputs[0].text == "before\n"
    assert not any(cell.outputs for cell in kept[2:])


def test_a_cell_tagged_raises_exception_may_fail_and_its_error_stays(ran):
    failed, after = ran(("1 / 0", "raises-exception"), "print('after')")
    assert [output.ename for output in failed.outputs] == ["ZeroDivisionError"]
    assert after.outputs[0].text == "after\n"


def test_empty_cells_and_those_tagged_skip_execution_are_no_failure(ran):
    *_, skipped, last = ran("", "  # nothing", ("1 / 0", "skip-execution"), "print('done')")
    assert not skipped.outputs
    assert last.outputs[0].text == "done\n"


def test_what_is_printed_in_a_row_is_one_output_and_none_of_it_is_lost(ran):
    code = (
        "import sys\nfor n in range(3000):\n    print(n, flush=True)\nprint('e', file=sys.stderr)\nprint('z')"
    )
    (cell,) = ran(code + "\ndisplay(1, display_id='d')", "")[:1]
    streams = [(one.name, one.text) for one in cell.outputs if one.output_type == "stream"]
    printed = "".join(text for name, text in streams if name == "stdout")
    assert printed == "".join(f"{n}\n" for n in range(3000)) + "z\n"
    assert len(streams) <= 3


def test_no_output_is_dropped_because_a_reader_is_busy(ran):
    asked = "from ipykernel.kernelapp import IPKernelApp\n"
    asked += "print(IPKernelApp.instance().iopub_socket.io_thread.socket.sndhwm)"
    assert ran(asked)[0].outputs[0].text == "0\n"


def test_a_cell_that_prints_without_end_is_stopped_with_its_size(ran, tmp_path, monkeypatch):
    monkeypatch.setattr(execution, "STREAM", 1_000_000)
    with pytest.raises(NotebookError, match=r"sample\.ipynb: cell 1: printed more than 1 MB in a row"):
        ran("import time\nwhile True:\n    print('x' * 50_000, flush=True)\n    time.sleep(0.01)")
    assert (tmp_path / "out.ipynb").stat().st_size < 3_000_000


def test_a_cell_that_shows_without_end_is_stopped_with_its_size(ran, monkeypatch):
    monkeypatch.setattr(execution, "TOTAL", 1_000_000)
    with pytest.raises(NotebookError, match=r"cell 1: outputs of more than 1 MB"):
        ran("while True:\n    display({'text/html': 'x' * 10_000}, raw=True)")


def test_what_a_cell_took_back_does_not_count(ran, monkeypatch):
    monkeypatch.setattr(execution, "TOTAL", 100_000)
    code = "from IPython.display import clear_output\nfor _ in range(30):\n"
    code += "    clear_output()\n    display({'text/html': 'x' * 10_000}, raw=True)"
    assert len(ran(code)[0].outputs) == 1


def test_as_much_may_be_printed_as_is_read():
    assert execution.STREAM == cells.LIMIT


def test_a_run_that_takes_too_long_is_ended_and_says_which_cell_was_running(ran):
    begun = time.monotonic()
    with pytest.raises(NotebookError, match=r"sample\.ipynb: cell 2: not done after 3 seconds, the limit"):
        ran("x = 1", "import time\ntime.sleep(60)", "y = 2", seconds=3)
    assert time.monotonic() - begun < 30


def test_a_run_is_saved_at_the_end_and_when_a_cell_takes_long_not_twice_per_cell(ran, tmp_path, monkeypatch):
    saved = []
    monkeypatch.setattr("papermill.engines.write_ipynb", lambda book, path: saved.append(json.dumps(book)))
    ran(*(f"x = {n}" for n in range(5)))
    assert saved == []
    monkeypatch.setattr(execution, "SAVED_EVERY", 0)
    ran("print('first')", "x = 2")
    assert "first" in saved[-1]
