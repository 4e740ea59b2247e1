"""Reset state in forked children: locks, and requests that were in flight in the parent.

Only the forking thread exists in the child, so a lock that another thread held would never open.
"""

from __future__ import annotations

import os
import threading
import weakref
from typing import Protocol


class Forkable(Protocol):
    """Object with a state that a child must not inherit."""

    def after_fork(self) -> None:
        """Start afresh in a child process."""


_objects: weakref.WeakSet[Forkable] = weakref.WeakSet()


def watch(forkable: Forkable) -> None:
    """Call `after_fork` of an object in every child process, as long as the object lives."""
    _objects.add(forkable)


class Lock:
    """Lock that is free in a forked child, even if a thread of the parent held it."""

    def __init__(self) -> None:
        self.after_fork()
        watch(self)

    def after_fork(self) -> None:
        """Replace the lock."""
        self._lock = threading.Lock()

    def __enter__(self) -> None:
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()


def _after_fork() -> None:
    for forkable in list(_objects):
        forkable.after_fork()


if hasattr(os, "register_at_fork"):  # not on Windows
    os.register_at_fork(after_in_child=_after_fork)
