"""Cancel work in several threads, so that none sleeps on after Ctrl+C."""

from __future__ import annotations

import queue
import threading
from concurrent.futures import Future, wait
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from esi.core.pace import Pace

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
T = TypeVar("T")

_POLL_SECONDS = 0.5  # a thread that waits for another one notices a cancellation within that time

_STEP_SECONDS = 1.0  # so does one that sleeps

_local = threading.local()


class AbandonedError(Exception):
    """Raised in a cancelled thread, for whose result no caller waits."""


class CancelScope:
    """Scope of threads whose results are awaited together. Cancelling it cancels inner scopes."""

    __slots__ = ("_cancelled", "_outer")

    def __init__(self) -> None:
        self._cancelled = False
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
        self._cancelled = True

    @property
    def cancelled(self) -> bool:
        """True if this scope or one around it was cancelled."""
        return self._cancelled or (self._outer is not None and self._outer.cancelled)


class Workers:
    """Up to `size` threads in a scope of their own, whose work can be abandoned.

    Threads of `concurrent.futures` delay Ctrl+C, and the end of the interpreter, until the API has
    answered their last requests. Nothing waits for these threads.

    `useful` returns the number of threads that keep this process busy. They start at once, further
    ones while the process is idle.
    """

    def __init__(self, size: int, useful: Callable[[], int] | None = None) -> None:
        self.scope = CancelScope()
        self.size = size  # may grow
        self._pace = Pace(useful or (lambda: self.size))
        self._threads = 0
        self._idle = threading.Semaphore(0)
        self._tasks: queue.SimpleQueue[tuple[Future[Any], Callable[[], Any]] | None]
        self._tasks = queue.SimpleQueue()

    def submit(self, work: Callable[[], T]) -> Future[T]:
        """Call a function in a thread."""
        future: Future[T] = Future()
        self._tasks.put((future, work))
        if not self._idle.acquire(blocking=False) and self._threads < self.size:
            self._threads += 1
            work_on = partial(self._work, self._threads)
            threading.Thread(target=work_on, name="esi", daemon=True).start()
        return future

    def close(self) -> None:
        """Cancel the scope and calls that have not begun. Threads end after their last request."""
        self.scope.cancel()
        with suppress(queue.Empty):
            while task := self._tasks.get_nowait():
                task[0].cancel()
                task[0].set_running_or_notify_cancel()  # wakes up those who wait for it
        for _ in range(self._threads):
            self._tasks.put(None)
        self._threads = 0

    def _work(self, number: int) -> None:
        self._pace.wait(number, lambda: not (self.scope.cancelled or self._tasks.empty()))
        while task := self._tasks.get():
            future, work = task
            if future.set_running_or_notify_cancel():
                try:
                    future.set_result(self.scope.run(work))
                except BaseException as exc:  # noqa: BLE001 - raised where the result is awaited
                    future.set_exception(exc)
            del task, future, work  # an idle thread keeps nothing alive
            self._idle.release()


def in_scope() -> bool:
    """Return True if this thread works for another one, which can be interrupted."""
    return _current() is not None


def check() -> None:
    """Raise if the scope of this thread was cancelled."""
    scope = _current()
    if scope and scope.cancelled:
        raise AbandonedError


def sleep(seconds: float, sleep: Callable[[float], object]) -> None:
    """Sleep; in a scope in short steps, so that its cancellation ends it soon.

    Raises:
        AbandonedError: the scope was cancelled.
    """
    while in_scope() and seconds > _STEP_SECONDS:
        sleep(_STEP_SECONDS)
        check()
        seconds -= _STEP_SECONDS
    sleep(seconds)


def result_of(future: Future[T]) -> T:
    """Return the result of another thread; stop waiting when this thread's scope is cancelled."""
    while in_scope() and not wait([future], _POLL_SECONDS).done:
        check()
    return future.result()


def _current() -> CancelScope | None:
    scope: CancelScope | None = getattr(_local, "scope", None)
    return scope
