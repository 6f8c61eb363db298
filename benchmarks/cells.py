"""The cells of the briefing, run again in a process that has run them: what a reader at work waits for.

python -m benchmarks.cells
"""

import gc
import io
import os
import statistics
import time
from collections.abc import Callable
from contextlib import chdir
from unittest import mock

import nbformat
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from matplotlib.figure import Figure

from benchmarks.press import ROOT

CHARTS, MARKS = 9, 40
"""The peer: as many plain charts as the briefing has, each of bars with labels as one of its own has."""


def main(rounds: int = 7) -> None:
    """Target: at most 0.55 CPU seconds on a quiet machine."""
    gc.set_threshold(50_000, 10, 10)  # as in the kernels that Sitrep starts
    book = nbformat.read(ROOT / "notebooks" / "briefing.ipynb", as_version=4)
    cells = [cell.source for cell in book.cells if cell.cell_type == "code"]
    shell = InteractiveShell.instance()

    def briefing() -> None:
        for cell in cells:
            shell.run_cell(cell).raise_error()

    with chdir(ROOT / "notebooks"), mock.patch.object(DisplayPublisher, "publish"):
        taken = {"briefing": [], f"{CHARTS} plain charts": []}
        for counted in range(-1, rounds):
            for work, times in zip((briefing, plain_charts), taken.values(), strict=True):
                if (busy := _busy(work)) and counted >= 0:
                    times.append(busy)
    print(f"\nAll cells of the briefing, again: processor seconds, {os.cpu_count()} cores")
    own, peer = (statistics.median(times) for times in taken.values())
    for name, times in taken.items():
        print(f"  {name:<28} {statistics.median(times):9.3f} s   least {min(times):6.3f} s")
    print(f"  {'ratio':<28} {own / peer:9.2f}")


def plain_charts() -> None:
    """Charts that matplotlib draws by itself: bars with their labels, saved as SVG."""
    for _ in range(CHARTS):
        ax = Figure(figsize=(3.75, 5)).subplots()
        bars = ax.barh(range(MARKS), range(1, MARKS + 1))
        ax.bar_label(bars)
        ax.set_yticks(range(MARKS), labels=[f"Place number {n}" for n in range(MARKS)])
        ax.figure.savefig(io.StringIO(), format="svg")


def _busy(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before


if __name__ == "__main__":
    main()
