"""The whole: `sitrep build briefing` of a corpus of 65,000 claims, notebook, page, PDF and data.

python -m benchmarks.whole
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pikepdf
import psutil

from benchmarks.large import large_corpus
from benchmarks.press import ROOT

STEP = 0.1
"""Seconds between two looks at the memory."""


def main() -> None:
    """Targets on two cores: under 60 s and 1.5 GB; a page under 3 MB, a PDF of less than 60 pages."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = large_corpus(Path(folder) / "large", ROOT / "seeds" / "aleppo-2015")
        reports = Path(folder) / "reports"
        words = [
            "build",
            ROOT / "notebooks" / "briefing.ipynb",
            "-p",
            f"corpus={corpus}",
            "--reports",
            reports,
        ]
        taken, most = _watched([Path(sys.executable).parent / "sitrep", *words])
        (made,) = (place for place in reports.iterdir() if (place / "briefing.pdf").exists())
        print("\nWhole build of 65,000 claims")
        print(f"  seconds by the clock         {taken:9.1f}")
        print(f"  memory at most, press        {most['press'] / 1e6:9.0f} MB")
        print(f"  memory at most, kernel       {most['kernel'] / 1e6:9.0f} MB")
        print(f"  memory at most, together     {most['together'] / 1e6:9.0f} MB")
        for name in ("briefing.html", "briefing.pdf", "briefing.ipynb"):
            print(f"  {name:<28} {(made / name).stat().st_size / 1e6:9.1f} MB")
        with pikepdf.open(made / "briefing.pdf") as printed:
            print(f"  pages of the PDF             {len(printed.pages):9}")


def _watched(command: list[object]) -> tuple[float, dict[str, int]]:
    """Seconds that a command takes, and the bytes that it and what it starts hold at most."""
    most = {"press": 0, "kernel": 0, "together": 0}
    start = time.perf_counter()
    running = psutil.Popen([str(word) for word in command], stdout=subprocess.DEVNULL)
    while running.poll() is None:
        held = _held(running)
        found = {"press": held[0], "kernel": sum(held[1:]), "together": sum(held)}
        most = {name: max(size, found[name]) for name, size in most.items()}
        time.sleep(STEP)
    if running.returncode:
        raise SystemExit(running.returncode)
    return time.perf_counter() - start, most


def _held(running: psutil.Popen) -> list[int]:
    """Bytes held by a process, then by each that it started; a process that has ended meanwhile has none."""
    held = [0]
    try:
        held[0] = running.memory_info().rss
        held += [child.memory_info().rss for child in running.children(recursive=True)]
    except psutil.NoSuchProcess:
        pass
    return held


if __name__ == "__main__":
    main()
