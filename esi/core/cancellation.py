"""Work in several threads that is given up together: at ctrl-C nobody sleeps on."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
T = TypeVar("T")

_here = threading.local()


class AbandonedError(Exception):
    """Nobody waits for the result of this thread any more."""


class CancelScope:
    """Threads that wait for each other's results. Work begun within work ends with it."""

    def __init__(self) -> None:
        self._given_up = threading.Event()
        self._outer: CancelScope | None = getattr(_here, "work", None)

    def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call a function as a part of it; for the thread of a pool."""
        before = getattr(_here, "work", None)
        _here.work = self
        try:
            return function(*args, **kwargs)
        finally:
            _here.work = before

    def give_up(self) -> None:
        """Whoever waits in it need not."""
        self._given_up.set()

    @property
    def given_up(self) -> bool:
        """Whether it, or the work around it, was given up."""
        return self._given_up.is_set() or (self._outer is not None and self._outer.given_up)


def has_others() -> bool:
    """Whether somebody in another thread waits for this one, who can be interrupted."""
    return getattr(_here, "work", None) is not None


def check() -> None:
    """Go on where somebody waits for this thread's result.

    Raises:
        AbandonedError: nobody does.
    """
    work: CancelScope | None = getattr(_here, "work", None)
    if work and work.given_up:
        raise AbandonedError
