"""Cancellation of work in several threads: after ctrl-C no thread sleeps on."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
T = TypeVar("T")

_local = threading.local()


class AbandonedError(Exception):
    """Cancelled work: no caller waits for the result of this thread any more."""


class CancelScope:
    """Scope of threads whose results are awaited together. Cancelling it cancels inner scopes."""

    def __init__(self) -> None:
        self._cancelled = threading.Event()
        self._outer: CancelScope | None = _current()

    def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call a function within the scope; for worker threads."""
        before = _current()
        _local.scope = self
        try:
            return function(*args, **kwargs)
        finally:
            _local.scope = before

    def cancel(self) -> None:
        """Cancel all work in the scope."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """True if this scope or one around it was cancelled."""
        return self._cancelled.is_set() or (self._outer is not None and self._outer.cancelled)


def in_scope() -> bool:
    """Return True if this thread works for another one, which can be interrupted."""
    return _current() is not None


def check() -> None:
    """Raise if the scope of this thread was cancelled.

    Raises:
        AbandonedError: it was.
    """
    scope = _current()
    if scope and scope.cancelled:
        raise AbandonedError


def _current() -> CancelScope | None:
    scope: CancelScope | None = getattr(_local, "scope", None)
    return scope
