"""Clocks that tests can set."""

import threading
import time
from collections.abc import Callable

Clock = Callable[[], float]


class ManualClock:
    """Clock that stands still until it is moved; `clock()` returns seconds since 1970.

    Server and client can share one, so that a test of cache times needs no sleep.
    """

    def __init__(self, now: float | None = None) -> None:
        self._lock = threading.Lock()
        self._now = time.time() if now is None else now

    def __call__(self) -> float:
        """Return the time."""
        return self._now

    def advance(self, seconds: float) -> float:
        """Move forward by `seconds` and return the new time."""
        with self._lock:
            self._now += seconds
            return self._now

    def set(self, now: float) -> None:
        """Set the time."""
        self._now = now
