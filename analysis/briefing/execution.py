"""Execution: the cells of a notebook sent to a kernel one by one, and their outputs gathered."""

import json
import time
from queue import Empty
from typing import Any

from jupyter_client.asynchronous.client import AsyncKernelClient
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import NotebookExecutionManager

from analysis.briefing.kernels import Kernel
from analysis.errors import NotebookError

START_SECONDS = 60
"""A kernel that does not answer for so long is taken not to start."""

SAVED_EVERY = 10
"""Seconds after which a run that goes on is saved as far as it came."""

IOPUB_SECONDS = 600
"""How long the rest of a cell's outputs may come after its end: a busy machine takes in few a second."""

STREAM = 4_000_000
"""Characters that a cell may print in a row, as many as are read."""

TOTAL = 256_000_000
"""Characters that all outputs may hold while the notebook runs, records of exhibits included."""

JOINED = 1000
"""Pieces of one stream that wait to be put together."""


class Evidence(NotebookExecutionManager):  # type: ignore[misc]
    """The notebook while it runs, saved when that took long; `failure` is the cell that failed and why."""

    failure: tuple[int, Exception] | None = None

    def save(self, **_: Any) -> None:
        """Save if the last time is long ago: papermill asks twice for each cell."""
        if (self.now() - self.last_save_time).total_seconds() >= SAVED_EVERY:
            super().save()

    def cell_exception(self, cell: Any, cell_index: int, exception: Exception) -> None:
        """Note which cell failed."""
        super().cell_exception(cell, cell_index=cell_index, exception=exception)
        self.failure = (cell_index, exception)


class Line(AsyncKernelClient):
    """The line to a kernel, ready as soon as the kernel has answered on both channels."""

    def __init__(self, kernel: Kernel) -> None:
        super().__init__()
        self.kernel = kernel
        self.load_connection_info(kernel.connection)  # type: ignore[arg-type]
        # However busy we are, no output is dropped: by default, a thousand messages wait and no more.
        self.context.rcvhwm = 0

    def start_channels(self, *_: bool, **__: bool) -> None:
        """Connect, once the sockets are there: a connection that fails is tried again only later."""
        limit = time.monotonic() + START_SECONDS
        while not all(socket.exists() for socket in self.kernel.sockets):
            if not self.kernel.is_alive() or time.monotonic() > limit:
                break
            time.sleep(0.002)
        super().start_channels(hb=False)

    async def is_alive(self) -> bool:
        """Whether the process is running; no heartbeat is needed to know."""
        return self.kernel.is_alive()

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        """Wait until the kernel has told on the channel of outputs that it has done what it was asked for.

        The library waits for 0.2 seconds of silence instead. RuntimeError says why a kernel is not ready.
        """
        limit = time.monotonic() + (timeout or START_SECONDS)
        while not await self._is_idle_after(self.kernel_info()):
            if not self.kernel.is_alive():
                raise RuntimeError("the kernel ended before it was ready")
            if time.monotonic() > limit:
                raise RuntimeError(f"the kernel was not ready after {timeout:.0f} seconds")

    async def _is_idle_after(self, request: str) -> bool:
        while True:
            try:
                message = await self.iopub_channel.get_msg(timeout=1)
            except Empty:
                return False
            is_idle = message["content"].get("execution_state") == "idle"
            if is_idle and message["parent_header"].get("msg_id") == request:
                return True


class Attached:
    """A kernel that is running already, as the client expects one that it is given."""

    has_kernel = True

    def __init__(self, kernel: Kernel) -> None:
        self.kernel = kernel

    def client(self) -> Line:
        """The line to it."""
        return Line(self.kernel)

    def is_alive(self) -> bool:
        """Whether it runs."""
        return self.kernel.is_alive()

    def shutdown_kernel(self, now: bool) -> None:
        """End it at once, however the client asks."""
        self.kernel.kill()

    def cleanup_resources(self) -> None:
        """Leave its folder to who made it."""


class Execution(PapermillNotebookClient):  # type: ignore[misc]
    """papermill's client, which stops a run that says too much and joins what a cell prints in a row.

    `stopped` is why the run was stopped, empty where it was not.
    """

    def __init__(self, evidence: Evidence, kernel: Kernel, **settings: Any) -> None:
        super().__init__(evidence, km=Attached(kernel), **settings)
        self.kernel = kernel
        self.stopped = ""
        self._sizes: dict[int, int] = {}
        self._stream: Any = None
        self._pieces: list[str] = []
        self._length = 0
        self.on_cell_executed = self._after_cell

    def stop(self, reason: str) -> None:
        """End the kernel; the cell that runs is then found dead, and the first reason is told of it."""
        self.stopped = self.stopped or reason
        self.kernel.kill()

    def _after_cell(self, cell: Any, cell_index: int, execute_reply: dict[str, Any]) -> None:
        """Join what is left, and refuse a notebook that ends itself where it stands."""
        self._join()
        asked = (one.get("source") for one in execute_reply["content"].get("payload", ()))
        if "ask_exit" in asked:
            raise NotebookError("the notebook ended itself with exit() or quit()")

    def output(self, outs: list[Any], msg: dict[str, Any], display_id: str | None, cell_index: int) -> Any:
        """Take an output in; what is printed in a row is one output, however often it was flushed."""
        out = None if self.stopped else super().output(outs, msg, display_id, cell_index)
        if out is None:
            return None
        size = _size(out)
        self._sizes[cell_index] = self._sizes.get(cell_index, 0) + size
        if sum(self._sizes.values()) > TOTAL:
            self.stop(f"outputs of more than {TOTAL / 1e6:.0f} MB; show less")
        if out.output_type == "stream":
            self._take(outs, out)
        return out

    def clear_output(self, outs: list[Any], msg: dict[str, Any], cell_index: int) -> None:
        """Forget what a cell showed."""
        super().clear_output(outs, msg, cell_index)
        if not outs:
            self._sizes[cell_index] = 0

    def _take(self, outs: list[Any], out: Any) -> None:
        before = outs[-2] if len(outs) > 1 else None
        if before is not None and before is self._stream and before.name == out.name:
            outs.pop()
        else:
            self._join()
            self._stream, self._pieces, self._length = out, [], 0
        self._pieces.append(out.text)
        self._length += len(out.text)
        if len(self._pieces) > JOINED or self._length > STREAM:
            self._join()

    def _join(self) -> None:
        if self._stream is not None:
            self._stream.text = "".join(self._pieces)
            self._pieces = [self._stream.text]
            if self._length > STREAM:
                self.stop(f"printed more than {STREAM / 1e6:.0f} MB in a row; print less")


def _size(out: Any) -> int:
    if out.output_type == "stream":
        return len(out.text)
    if out.output_type == "error":
        return sum(map(len, out.traceback))
    return sum(len(part) if isinstance(part, str) else len(json.dumps(part)) for part in out.data.values())
