"""Launch: what the process of a kernel does before the first cell."""

import gc
import sys
from pathlib import Path
from typing import Any

from analysis.briefing import grammar


def launch() -> None:
    """Become a kernel, by the words of the command line, until it is ended.

    No output is dropped: by default a thousand messages wait for a reader who is busy, and what comes after
    them is lost without a word. Garbage is looked for less often: importing what a briefing needs makes
    nothing else, and the search takes a sixth of the time.
    """
    gc.set_threshold(50_000, 10, 10)
    grammar.postpone()
    from ipykernel.kernelapp import IPKernelApp  # here, because nothing is imported before the above

    class Launched(IPKernelApp):
        def init_iopub(self, context: Any) -> None:
            context.sndhwm = 0
            super().init_iopub(context)  # type: ignore[no-untyped-call]

    # Where the file has gone, so has the build that wrote it; the kernel would write one of its own.
    if Path(sys.argv[2]).exists():
        Launched.launch_instance()
