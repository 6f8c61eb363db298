"""Kernels: the process a notebook runs in."""

import shutil
import tempfile
from pathlib import Path

from ipykernel.kernelspec import get_kernel_dict
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from traitlets import default


class LocalKernelManager(AsyncKernelManager):
    """Starts kernels with the interpreter that runs Sitrep, reached over IPC sockets.

    IPC instead of TCP: no port is opened to other users of the machine and none can be taken by another run.
    The kernel specification is made here, because one of the same name in the user's home would win over that
    of the environment.
    """

    transport = "ipc"

    @default("ip")
    def _sockets(self) -> str:
        """A private folder: the library's default is relative, and the kernel works in another folder."""
        return str(Path(tempfile.mkdtemp(prefix="sitrep-")) / "kernel")

    def cleanup_ipc_files(self) -> None:
        """Remove the sockets and their folder."""
        super().cleanup_ipc_files()
        shutil.rmtree(Path(self.ip).parent, ignore_errors=True)

    @property
    def kernel_spec(self) -> KernelSpec:
        """The specification of this interpreter's own kernel."""
        return KernelSpec(**get_kernel_dict())
