"""Kills: a publication that is killed, or asked to stop, before any of its calls of the system.

python -m benchmarks.kills [times for each call]
"""

import json
import os
import signal
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from unittest import mock

from analysis.briefing import build, publish
from analysis.briefing.publish import Name
from analysis.briefing.stops import Stopped, stoppable

FILES = ("briefing.html", "data/numbers.csv", "manifest.json")
NAME = Name("report", "0" * 64)
AT_RANDOM = 200
"""Kills at any moment."""

SWAPS = 1000
"""Publications under the eyes of a reader."""


def main(times: int) -> int:
    """Target: no report missing, none mixed of two editions, nothing left after the next build."""
    bad = 0
    for way in ("exchange", "aside"):
        for number in (signal.SIGKILL, signal.SIGTERM, signal.SIGINT):
            for first in (True, False):
                bad += _report(way, number, first, _in_every_call(way, number, first, times))
    return bad + _report("exchange", signal.SIGKILL, False, _at_random(AT_RANDOM)) + _readers(SWAPS)


def once() -> int:
    """How much goes wrong where an earlier edition stands: one ending of each kind before each call."""
    kinds = [("exchange", signal.SIGKILL), ("aside", signal.SIGKILL), ("aside", signal.SIGTERM)]
    bad = sum(_report(way, number, False, _in_every_call(way, number, False, 1)) for way, number in kinds)
    return bad + _readers(SWAPS // 20)


def _in_every_call(way: str, number: int, first: bool, times: int) -> Counter[str]:
    """What was found after a signal before each call of the system in turn, `times` for each."""
    found: Counter[str] = Counter()
    with _place(first) as place:
        found["calls"] = _calls(place, way)
    for call in range(1, found["calls"] + 1):
        for _ in range(times):
            with _place(first) as place:
                ended = _child(partial(_published, place, 2, way, partial(_signal, number, call)))
                found.update(_judged(place, number, ended, first))
    return found


def _at_random(times: int) -> Counter[str]:
    """What was found after kills spread from the start to the end of a publication."""
    found: Counter[str] = Counter()
    with _place(first=False) as place:
        start = time.perf_counter()
        _child(partial(_published, place, 2, "exchange"))
        taken = time.perf_counter() - start
    for number in range(times):
        with _place(first=False) as place:
            ended = _killed_after(place, taken * number / times)
            found.update(_judged(place, signal.SIGKILL, ended, first=False))
    return found


def _killed_after(place: Path, seconds: float) -> int:
    child = _begun(partial(_published, place, 2, "exchange"))
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _judged(place: Path, number: int, ended: int, first: bool) -> Counter[str]:
    """What a reader finds in a folder after a build that was stopped, and after the next one."""
    found = Counter(runs=1)
    edition, left = _edition(place), _left(place)
    if number != signal.SIGKILL:
        right = {0: "2", 128 + number: "none" if first else "1"}
        found["wrong"] = right.get(ended) != edition
        found["left at once"] = left
    else:
        found["gaps"] = edition == "none" and not first
        found["mixed"] = edition == "mixed"
        publish.sweep_reports(place)  # the first step of the next build
        found["missing"] = _edition(place) == "none" and not first
        found["left"] = _left(place)
        found["next failed"] = _child(partial(_published, place, 3, "exchange")) or _edition(place) != "3"
    return found


def _published(place: Path, edition: int, way: str, before: Callable[[], None] = int) -> int:
    """Build and publish an edition as `sitrep build` does, but for the notebook; how the command ends."""
    order = build.Order(Path("sample.ipynb"), (), {}, {}, {}, NAME, place)

    def made(_order: object, _room: Path, folder: Path, *_: object) -> None:
        for file in FILES:
            (folder / file).parent.mkdir(exist_ok=True)
            told = {"environment": {"briefing": NAME.briefing}, "edition": str(edition)}
            (folder / file).write_text(json.dumps(told))

    exchanged = publish.exchanged if way == "exchange" else lambda *_: False
    with mock.patch.object(build, "_make", made), mock.patch.object(publish, "exchanged", exchanged):
        try:
            with stoppable():
                before()
                build.built(order, place)
        except Stopped as stop:
            return 128 + stop.number
    return 0


def _calls(place: Path, way: str) -> int:
    """How many calls of the system that Python tells of one publication makes."""
    said, told = os.pipe()

    def counted() -> int:
        count = Counter[str]()
        _published(place, 2, way, lambda: sys.addaudithook(lambda event, _: count.update([event])))
        return os.write(told, str(sum(count.values())).encode())

    _child(counted)
    os.close(told)
    with os.fdopen(said) as calls:
        return int(calls.read())


def _signal(number: int, call: int) -> None:
    """Send this process a signal before the call of that number."""
    count = iter(range(1, 1_000_000))

    def heard(_event: str, _arguments: object) -> None:
        if next(count, 0) == call:
            os.kill(os.getpid(), number)

    sys.addaudithook(heard)


def _child(work: Callable[[], int]) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(_begun(work), 0)[1])


def _begun(work: Callable[[], int]) -> int:
    """The number of a process that does the work, and nothing of what is written here besides."""
    child = os.fork()
    if child == 0:
        try:
            os._exit(work())
        finally:
            traceback.print_exc()
            os._exit(99)
    return child


@contextmanager
def _place(first: bool) -> Iterator[Path]:
    """A folder for briefings, with an earlier edition in it unless it is the first that is published."""
    with tempfile.TemporaryDirectory(prefix="kills-") as folder:
        if not first:
            _child(partial(_published, Path(folder), 1, "exchange"))
        yield Path(folder)


def _edition(place: Path) -> str:
    """Which edition stands there whole; `none`, or `mixed` where files are of several or lacking."""
    folder = place / NAME.folder
    if not folder.exists():
        return "none"
    there = [folder / file for file in FILES]
    found = {json.loads(file.read_text())["edition"] if file.exists() else "lacking" for file in there}
    return found.pop() if len(found) == 1 else "mixed"


def _left(place: Path) -> int:
    return sum(entry.name != NAME.folder for entry in place.iterdir())


def _readers(swaps: int) -> int:
    """How often readers miss a report, or find a mixed one, while it is published again and again."""
    found: Counter[str] = Counter()
    stop = threading.Event()
    with _place(first=False) as place:

        def reading() -> None:
            while not stop.is_set():
                found.update([_held(place / NAME.folder)])

        reader = threading.Thread(target=reading)
        reader.start()
        for number in range(swaps):
            _published(place, number, "exchange")
        stop.set()
        reader.join()
    told = ", ".join(f"{count} {what}" for what, count in sorted(found.items()))
    print(f"readers of {swaps} publications: {told}")
    return found["missing"] + found["mixed"]


def _held(folder: Path) -> str:
    """What a reader finds that opens the folder once, and reads its files from it."""
    try:
        held = os.open(folder, os.O_RDONLY)
    except FileNotFoundError:
        return "missing"
    found = set()
    for file in FILES:
        try:
            with open(os.open(file, os.O_RDONLY, dir_fd=held)) as content:
                found.add(json.load(content)["edition"])
        except FileNotFoundError:
            os.close(held)
            return "taken away while read"
    os.close(held)
    return "whole" if len(found) == 1 else "mixed"


def _report(way: str, number: int, first: bool, found: Counter[str]) -> int:
    what = "first" if first else "again"
    told = ", ".join(f"{name} {int(count)}" for name, count in found.items())
    print(f"{way:<9} {signal.Signals(number).name:<8} {what}: {told}")
    return sum(found[name] for name in ("wrong", "left at once", "mixed", "missing", "left", "next failed"))


if __name__ == "__main__":
    sys.exit(min(main(int((sys.argv[1:] or ["50"])[0])), 1))
