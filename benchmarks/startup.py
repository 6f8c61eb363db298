"""Start-up: how soon `sitrep --help` answers, beside `papermill --version`."""

import subprocess
import sys
from pathlib import Path

from benchmarks.timing import report, seconds


def main() -> None:
    """Target: at most a quarter of papermill's time."""
    here = Path(sys.executable).parent

    def command(*words: str) -> None:
        subprocess.run([here / words[0], *words[1:]], check=True, capture_output=True)

    work = {
        "sitrep --help": lambda: command("sitrep", "--help"),
        "papermill --version": lambda: command("papermill", "--version"),
    }
    report("Start-up", seconds(work, rounds=9), "papermill --version")
