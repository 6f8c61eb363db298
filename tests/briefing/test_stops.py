"""Whoever stops a build finds what was there before, nothing left over, and one line that says so."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat
import pytest

from analysis.briefing import stops

COMMAND = [sys.executable, "-c", "from analysis.cli import app; app()"]
WAITS = """import os, pathlib, subprocess, time
child = subprocess.Popen(["sleep", "60"])
pathlib.Path("running").write_text(f"{os.getpid()} {child.pid}")
time.sleep(60)"""


@pytest.fixture
def short():
    """A folder with a short path, as sockets need; that of a test is longer where tests run side by side."""
    with tempfile.TemporaryDirectory() as folder:
        yield folder


@pytest.fixture
def begun(tmp_path, short):
    """Begin to build a notebook that waits; what comes back is the command, and what its kernel runs as."""
    temporary = tmp_path / "t"
    temporary.symlink_to(short)
    cells = [
        nbformat.v4.new_code_cell("x: int = 1", metadata={"tags": ["parameters"]}),
        nbformat.v4.new_code_cell(WAITS),
    ]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), tmp_path / "sample.ipynb")
    environment = {**os.environ, "TMPDIR": short}
    running = subprocess.Popen(
        [*COMMAND, "build", "sample.ipynb"],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    told = tmp_path / "running"
    with running:
        until(lambda: told.exists() and told.read_text())
        yield running, [int(number) for number in told.read_text().split()]
        running.kill()


def until(happened):
    for _ in range(600):
        if happened():
            return
        time.sleep(0.1)
    pytest.fail("waited for a minute")


def is_there(number):
    try:
        return Path(f"/proc/{number}/stat").read_text().rsplit(")")[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_build_that_is_stopped_leaves_nothing_and_says_one_line(begun, tmp_path, number):
    running, processes = begun
    running.send_signal(number)
    time.sleep(0.1)
    running.send_signal(signal.SIGINT)  # who is in a hurry does not break off the cleaning up
    out, err = running.communicate(timeout=60)
    assert (out, err) == ("", "stopped; nothing was published\n")
    assert running.returncode == 128 + number
    assert [process for process in processes if is_there(process)] == []
    assert os.listdir(tmp_path / "reports") == []
    assert os.listdir(tmp_path / "t") == []


def test_the_next_build_sweeps_what_a_killed_one_left_and_not_what_a_live_one_uses(begun, tmp_path, short):
    running, _ = begun
    places = [tmp_path / "reports", tmp_path / "t"]
    live = [sorted(os.listdir(place)) for place in places]
    assert all(live)
    cells = [nbformat.v4.new_code_cell("x: int = 1", metadata={"tags": ["parameters"]})]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), tmp_path / "other.ipynb")
    build = [*COMMAND, "build", "other.ipynb"]
    environment = {**os.environ, "TMPDIR": short}
    subprocess.run(build, cwd=tmp_path, env=environment, check=True)
    assert [sorted({*os.listdir(place)} - {"other"}) for place in places] == live
    running.kill()
    running.wait()
    subprocess.run(build, cwd=tmp_path, env=environment, check=True)
    assert [os.listdir(place) for place in places] == [["other"], []]


def stop(number=signal.SIGTERM):
    os.kill(os.getpid(), number)


def test_a_signal_waits_for_steps_that_belong_together():
    done = []

    def run():
        with stops.stoppable():
            with stops.unbroken():
                stop()
                done.append("together")
            done.append("more")

    with pytest.raises(stops.Stopped) as stopped:
        run()
    assert (done, stopped.value.number) == (["together"], signal.SIGTERM)


def test_what_is_published_counts_as_published():
    with stops.stoppable():
        stops.settle()
        stop()
        stop(signal.SIGINT)


def test_a_signal_that_was_to_be_ignored_stays_ignored_and_all_is_as_before():
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with stops.stoppable():
            stop(signal.SIGHUP)
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
    finally:
        signal.signal(signal.SIGHUP, before)
