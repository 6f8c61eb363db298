"""Stops: Ctrl-C, a polite kill and a closed terminal end a run alike, once, and never half of it."""

import contextlib
import signal
from collections.abc import Iterator
from types import FrameType

STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stopped(KeyboardInterrupt):
    """The run was asked to stop; `number` is that of the signal."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(signal.Signals(number).name)


class _Stop:
    """Raises `Stopped` at the first signal, later where it is to `wait`, and never once it is `settled`."""

    def __init__(self) -> None:
        self.settled = False
        self.wait = False
        self.came: int | None = None

    def __call__(self, number: int, frame: FrameType | None) -> None:
        self.came = self.came or number
        self.raise_due()

    def raise_due(self) -> None:
        if self.came and not self.settled and not self.wait:
            self.settled = True
            raise Stopped(self.came)


@contextlib.contextmanager
def stoppable() -> Iterator[None]:
    """Within, a signal to stop raises `Stopped`, the first time only: cleaning up is not interrupted.

    Signals that whoever started us told us to ignore (`nohup`) stay ignored. To be used in the main thread.
    """
    stop = _Stop()
    before = {number: signal.getsignal(number) for number in STOPPING}
    for number, handler in before.items():
        if handler is not signal.SIG_IGN:
            signal.signal(number, stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextlib.contextmanager
def unbroken() -> Iterator[None]:
    """Within, a signal to stop waits until the end: for a few steps that belong together."""
    stops = _stops()
    for stop in stops:
        stop.wait = True
    try:
        yield
    finally:
        for stop in stops:
            stop.wait = False
            stop.raise_due()


def settle() -> None:
    """From here on a run that is `stoppable` is carried to its end: what is published counts as published."""
    for stop in _stops():
        stop.settled = True


def _stops() -> set[_Stop]:
    handlers = map(signal.getsignal, STOPPING)
    return {handler for handler in handlers if isinstance(handler, _Stop)}
