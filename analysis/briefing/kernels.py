"""Kernels: the process a notebook runs in."""

import json
import os
import secrets
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from analysis.briefing.stops import unbroken
from analysis.briefing.workroom import TEMPORARY, sweep, workroom

HOME = Path(__file__).absolute().parents[2]
"""The folder in which the package `analysis` lives that runs the notebook."""

START = f"""\
import sys
sys.path[:] = [{str(HOME)!r}, *filter(None, sys.path)]
from analysis.briefing.launch import launch
del sys.path[0]
launch()
"""
"""What a kernel begins with: `analysis` is imported from where it lives before anything else is looked for.

IPython looks for modules in the notebook's folder before the installed ones. A folder or file `analysis` of
somebody else there would otherwise be taken for ours; with ours imported first it is never looked for, and
all other modules beside the notebook are found as usual. Like ipykernel's own launcher, it leaves the
working folder out until IPython adds it.
"""

PORTS = {name: number for number, name in enumerate(("shell", "iopub", "stdin", "control", "hb"), 1)}
"""The channels of a kernel, each with the number that its socket has."""

SOCKET_PATH = 100
"""Bytes that the path of a socket may have: macOS allows 103, Linux 107."""

SHORT = "/tmp"  # noqa: S108 - a folder of our own is made in it, closed to others
"""Where sockets go when the folder for temporary files has too long a name."""

OWN = {"MPLBACKEND": "module://matplotlib_inline.backend_inline", "SITREP_PRESS": "1"}
"""What a kernel finds in its environment whatever stands in the user's: charts go into the notebook, and
exhibits leave out what only a screen needs, as nobody looks on."""

NOT_OURS = {"PYTHONSTARTUP"}
"""What it does not find: a file of the user's own that IPython runs before the first cell."""


@dataclass(frozen=True)
class Kernel:
    """A Python process that runs the cells of one notebook in the folder `workplace`.

    `home` is its own folder, of sockets and settings.
    """

    workplace: Path
    process: subprocess.Popen[bytes]
    home: Path
    connection: Mapping[str, str | int]
    gone: Event = field(default_factory=Event)

    @property
    def sockets(self) -> list[Path]:
        """The files that are there once the kernel listens."""
        return [Path(f"{self.connection['ip']}-{number}") for number in PORTS.values()]

    def is_alive(self) -> bool:
        """Whether the process is still running."""
        return self.process.poll() is None

    def kill(self) -> None:
        """End the process and all that it started, at once: nothing in it outlives the notebook.

        Only once: later, its number may be that of somebody else's process.
        """
        if not self.gone.is_set():
            self.gone.set()
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@contextmanager
def kernel(workplace: Path) -> Iterator[Kernel]:
    """A kernel that works in the folder `workplace`; it is started at once and gone at the end.

    It runs with the interpreter that runs Sitrep, and is reached over IPC sockets: no port is opened to other
    users of the machine and none can be taken by another run. Settings, startup files and history of IPython
    are its own, empty ones: what a user set up at home changes no briefing.
    """
    base = _base()
    sweep(base, TEMPORARY)
    with workroom(base, TEMPORARY) as home, ExitStack() as afterwards:
        told: dict[str, str | int] = {f"{name}_port": number for name, number in PORTS.items()}
        told |= {"transport": "ipc", "ip": str(home / "kernel"), "kernel_name": "python3"}
        told |= {"key": secrets.token_hex(16), "signature_scheme": "hmac-sha256"}
        file = home / "connection.json"
        file.touch(mode=0o600)
        file.write_text(json.dumps(told), "utf-8")
        with unbroken():
            started = Kernel(workplace, _process(home, file, workplace), home, told)
            afterwards.callback(started.kill)
        yield started


def _base() -> Path:
    """A folder for temporary files whose name is text, as that of a socket has to be, and not too long."""
    room = len("/sitrep-12345678/kernel-12345")
    usual = os.fsencode(tempfile.gettempdir())
    fits = len(usual) + room <= SOCKET_PATH and usual.decode("utf-8", "ignore").encode() == usual
    return Path(os.fsdecode(usual) if fits else SHORT)


def _process(home: Path, file: Path, workplace: Path) -> subprocess.Popen[bytes]:
    """The process, in a session of its own; it ends by itself soon after the one that started it."""
    usual = {name: value for name, value in os.environ.items() if name not in NOT_OURS}
    own = {
        "IPYTHONDIR": str(home / "ipython"),
        "JUPYTER_RUNTIME_DIR": str(home),
        "JPY_PARENT_PID": str(os.getpid()),
    }
    words = [sys.executable, "-c", START, "-f", str(file), "--HistoryManager.hist_file=:memory:"]
    return subprocess.Popen(  # noqa: S603 - our own interpreter and words
        words,
        cwd=workplace,
        env=usual | OWN | own,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )
