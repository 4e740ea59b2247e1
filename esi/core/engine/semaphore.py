"""How many requests of pulls are under way at once: `ESI_CONCURRENCY`, whoever pulls.

Ten threads that each pull a listing share the slots of their engine. Threads are made for what
has a slot and for nothing else.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable


class Semaphore:
    """A number of places, `limit()` at the moment. `with slots:` waits for one."""

    def __init__(self, limit: Callable[[], int]) -> None:
        self._limit = limit
        self._taken = 0
        self._changed = threading.Condition()

    @property
    def limit(self) -> int:
        """How many places there are."""
        return max(self._limit(), 1)

    def take(self, *, wait: bool) -> bool:
        """Take a place; where none is free, wait for one or return False."""
        with self._changed:
            while self._taken >= self.limit:
                if not wait:
                    return False
                self._changed.wait()
            self._taken += 1
            return True

    def give(self) -> None:
        """Give a place back."""
        with self._changed:
            self._taken -= 1
            self._changed.notify()

    def __enter__(self) -> Self:
        self.take(wait=True)
        return self

    def __exit__(self, *_: object) -> None:
        self.give()
