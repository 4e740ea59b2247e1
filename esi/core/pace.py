"""Start as many threads as keep this process busy.

More threads compete for the interpreter: calls take longer, and an event loop waits for its turn
behind all of them (a tenth of a second at 32 busy threads).
"""

from __future__ import annotations

import math
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# Processor time per response, estimated. The latency divided by this time is the number of threads
# that keep a process busy; at least four.
_SECONDS_PER_REQUEST = 0.002
_FEWEST = 4

# Share of idle time above which more threads help. Below it, they would only wait for each other
# and use memory.
_IDLE = 0.25

# Number of threads that start at once in any case: calls also wait for the cache.
_AT_ONCE = 8

# Seconds between two checks for idle time, and for which a check counts.
_STEP = 0.01
_IDLE_FOR = 0.01

# Longest wait of a thread in seconds: the program's own work may keep the process busy for ever.
_LONGEST = 1.0


def useful_threads(latency: float) -> int:
    """Return the number of threads that keep this process busy at a latency in seconds."""
    return max(math.ceil(latency / _SECONDS_PER_REQUEST), _FEWEST)


class IdleClock:
    """Clock that compares the processor time of this process with the time that passed."""

    def __init__(
        self,
        wall: Callable[[], float] = time.perf_counter,
        cpu: Callable[[], float] = time.process_time,
    ) -> None:
        self._clocks = wall, cpu
        self._since = wall(), cpu()

    def was_idle(self) -> bool:
        """Return True if the process was idle for a quarter of the time since the last call."""
        now = self._clocks[0](), self._clocks[1]()
        elapsed, busy = now[0] - self._since[0], now[1] - self._since[1]
        self._since = now
        return elapsed - busy > _IDLE * elapsed


class Pace:
    """Delay of a pool's threads: beyond the first eight, they start while the process is idle.

    Up to the useful number they start together, then one by one.
    """

    def __init__(self, useful: Callable[[], int]) -> None:
        self._useful = useful
        self._turn = threading.Lock()
        self._idle_until = 0.0

    def wait(self, number: int, is_needed: Callable[[], bool]) -> None:
        """Wait until thread number `number` would help, or `is_needed()` is False."""
        if number <= _AT_ONCE:
            return
        with self._turn:
            clock, end = IdleClock(), time.monotonic() + _LONGEST
            while is_needed() and not (number <= self._useful() and self._is_idle()):
                time.sleep(_STEP)
                idle, now = clock.was_idle(), time.monotonic()
                if idle:
                    self._idle_until = now + _IDLE_FOR
                if idle or now > end:
                    break

    def _is_idle(self) -> bool:
        return time.monotonic() < self._idle_until
