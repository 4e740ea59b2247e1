"""Limit of concurrent requests: `ESI_CONCURRENCY`, for all pulls of an engine together."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable


class Semaphore:
    """Semaphore whose limit is read at each use, since settings may change.

    `with semaphore:` waits until a permit is free.
    """

    def __init__(self, limit: Callable[[], int]) -> None:
        self._limit = limit
        self._acquired = 0
        self._changed = threading.Condition()

    @property
    def limit(self) -> int:
        """Number of permits."""
        return max(self._limit(), 1)

    def acquire(self, *, wait: bool) -> bool:
        """Acquire a permit; if none is free, wait for one or return False."""
        with self._changed:
            while self._acquired >= self.limit:
                if not wait:
                    return False
                self._changed.wait()
            self._acquired += 1
            return True

    def release(self) -> None:
        """Release a permit."""
        with self._changed:
            self._acquired -= 1
            self._changed.notify()

    def __enter__(self) -> Self:
        self.acquire(wait=True)
        return self

    def __exit__(self, *_: object) -> None:
        self.release()
