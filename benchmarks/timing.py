"""Timing: two or more pieces of work in turn, so that a machine's drift falls on all of them alike."""

import statistics
import time
from collections.abc import Callable, Mapping


def seconds(work: Mapping[str, Callable[[], object]], rounds: int = 7) -> dict[str, list[float]]:
    """Wall seconds of each piece of work by name, `rounds` times, after one round that is not counted."""
    taken: dict[str, list[float]] = {name: [] for name in work}
    for counted in range(-1, rounds):
        for name, run in work.items():
            start = time.perf_counter()
            run()
            if counted >= 0:
                taken[name].append(time.perf_counter() - start)
    return taken


def report(title: str, taken: Mapping[str, list[float]], peer: str) -> None:
    """Print median, spread and ratio to `peer`, paired round by round."""
    print(f"\n{title}")
    for name, times in taken.items():
        ratio = statistics.median(own / other for own, other in zip(times, taken[peer], strict=True))
        noise = (max(times) - min(times)) / statistics.median(times)
        middle = statistics.median(times) * 1000
        print(f"  {name:<28} {middle:9.1f} ms   spread {noise:4.0%}   {ratio:6.3f} x {peer}")
