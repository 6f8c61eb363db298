"""JupyterLab on loopback in a folder of its own, driven by a real browser."""

import http.client
import os
import socket
import subprocess
import sys
import time
from contextlib import closing, contextmanager

WAIT = 90_000
"""Milliseconds that a step of the browser may take: a kernel's first imports are slow on a busy machine."""


@contextmanager
def lab(folder, home):
    """The address of a JupyterLab that serves `folder`, with settings in `home`; it ends with the block, and
    all its kernels with it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    env = {
        **os.environ,
        "HOME": str(home),
        "IPYTHONDIR": str(home / "ipython"),
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_DATA_DIR": str(home / "data"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
    }
    words = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"]
    words += ["--ip=127.0.0.1", f"--port={port}", f"--ServerApp.root_dir={folder}"]
    # On loopback and for the length of a test: no token, and the application in reach of our scripts.
    words += ["--IdentityProvider.token=", "--LabApp.expose_app_in_browser=True", "--LabApp.news_url=None"]
    words += ["--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"]
    with (home / "lab.log").open("wb") as log:
        server = subprocess.Popen(words, cwd=folder, env=env, stdout=log, stderr=subprocess.STDOUT)
        try:
            _await(port, server, home / "lab.log")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=30)


def _await(port, server, log):
    for _ in range(600):
        if server.poll() is not None:
            break
        try:
            with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=2)) as connection:
                connection.request("GET", "/api/status")
                connection.getresponse().close()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"JupyterLab did not start:\n{log.read_text()[-2000:]}")


def opened(page, address, notebook):
    """Open a notebook by its path within the folder, and wait for its kernel."""
    page.set_default_timeout(WAIT)
    page.goto(f"{address}/lab/tree/{notebook}?reset")
    page.wait_for_selector(".jp-NotebookPanel-notebook .jp-Cell")
    # Idle is also what the page shows before a kernel is there; running then asks which one to take.
    idle = "window.jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'"
    page.wait_for_function(idle)


def run_all(page):
    """Run every cell, and wait until the last one, or the first that fails, has ended."""
    page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")


def outputs(page):
    """What the cells of the open notebook show, one list per code cell, as an .ipynb file holds it.

    Also what is scrolled out of view, which the page itself does not hold.
    """
    cells = page.evaluate("window.jupyterapp.shell.currentWidget.content.model.toJSON().cells")
    return [cell["outputs"] for cell in cells if cell["cell_type"] == "code"]


def rewritten(page, number, source):
    """Write this into the code cell of that number, from 0, in place of what stands there."""
    script = (
        "([number, source]) => { const cells = window.jupyterapp.shell.currentWidget.content.model.cells;"
        "[...cells].filter(cell => cell.type === 'code')[number].sharedModel.setSource(source) }"
    )
    page.evaluate(script, [number, source])
