"""Kernels: the process a notebook runs in."""

import contextlib
import os
import signal
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ipykernel.kernelspec import get_kernel_dict
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from traitlets import default

from analysis.briefing.stops import unbroken
from analysis.briefing.workroom import TEMPORARY, sweep, workroom

HOME = Path(__file__).absolute().parents[2]
"""The folder in which the package `analysis` lives that runs the notebook."""

START = f"""\
import sys
sys.path[:] = [{str(HOME)!r}, *filter(None, sys.path)]
import analysis
del sys.path[0]
from os.path import exists
from ipykernel.kernelapp import launch_new_instance
exists(sys.argv[2]) and launch_new_instance()
"""
"""What a kernel begins with: `analysis` is imported from where it lives before anything else is looked for.

IPython looks for modules in the notebook's folder before the installed ones. A folder or file `analysis` of
somebody else there would otherwise be taken for ours; with ours imported first it is never looked for, and
all other modules beside the notebook are found as usual. Like ipykernel's own launcher, it leaves the
working folder out until IPython adds it. Where the connection file has gone meanwhile, so has the build that
wrote it: left alone, the kernel would write one of its own.
"""

SOCKET_PATH = 100
"""Bytes that the path of a socket may have: macOS allows 103, Linux 107."""

SHORT = "/tmp"  # noqa: S108 - a folder of our own is made in it, closed to others
"""Where sockets go when the folder for temporary files has too long a name."""


class LocalKernelManager(AsyncKernelManager):
    """Starts kernels with the interpreter that runs Sitrep, reached over IPC sockets.

    IPC instead of TCP: no port is opened to other users of the machine and none can be taken by another run.
    The kernel specification is made here, because one of the same name in the user's home would win over that
    of the environment.
    """

    transport = "ipc"

    def __init__(self, **settings: Any) -> None:
        self._room = contextlib.ExitStack()
        super().__init__(**settings)

    @default("ip")
    def _sockets(self) -> str:
        """A private folder: the library's default is relative, and the kernel works in another folder."""
        room = len("/sitrep-12345678/kernel-12345")
        usual = tempfile.gettempdir()
        base = Path(usual if len(os.fsencode(usual)) + room <= SOCKET_PATH else SHORT)
        sweep(base, TEMPORARY)
        return str(self._room.enter_context(workroom(base, TEMPORARY)) / "kernel")

    @default("connection_file")
    def _beside_the_sockets(self) -> str:
        return f"{self.ip}.json"

    async def _async_launch_kernel(self, kernel_cmd: list[str], **kw: Any) -> None:
        with unbroken():  # a process that is begun and not yet known could not be ended
            await super()._async_launch_kernel(kernel_cmd, **kw)

    def cleanup_ipc_files(self) -> None:
        """Remove the sockets and their folder."""
        super().cleanup_ipc_files()
        self._room.close()

    def end(self) -> None:
        """See that the process and all it has started are gone, also where its start was broken off."""
        process = getattr(self.provisioner, "process", None)
        if process is not None and process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        self.cleanup_connection_file()
        self.cleanup_ipc_files()

    @property
    def kernel_spec(self) -> KernelSpec:
        """The specification of this interpreter's own kernel, which sees this very package."""
        start = [sys.executable, "-c", START, "-f", "{connection_file}"]
        return KernelSpec(**get_kernel_dict() | {"argv": start})


@contextlib.contextmanager
def kernels() -> Iterator[type[LocalKernelManager]]:
    """A class of kernels, each of which is gone afterwards, however the run ends."""
    started: list[LocalKernelManager] = []

    class Kernel(LocalKernelManager):
        def __init__(self, **settings: Any) -> None:
            super().__init__(**settings)
            started.append(self)

    try:
        yield Kernel
    finally:
        for kernel in started:
            kernel.end()
