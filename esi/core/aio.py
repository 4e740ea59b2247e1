"""Run awaited calls: each takes the synchronous path in a worker thread, and can be cancelled.

The calls have threads of their own. The few threads of `asyncio.to_thread` serve the whole program:
calls that wait for a rate limit would block everything else, and the event loop waits for all of
them at its end.
"""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from contextlib import suppress
from contextvars import copy_context
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar, cast

from esi.core import fork
from esi.core.cancellation import CancelScope
from esi.core.entry_point import entry_point
from esi.core.pace import Pace
from esi.core.warn import callers_place, point_at

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine, Generator

P = ParamSpec("P")
T = TypeVar("T")

# Seconds before an idle thread ends: its connections to a cache can serve the next call.
_IDLE_SECONDS = 2.0

_END = object()


class CallThreads:
    """Worker threads of awaited calls, up to `size()` for each name; further calls queue.

    A name is that of an operation. Calls of one operation wait for the same rate limit, and must
    not keep those of other operations waiting. Calls may come from several event loops.
    `after_call` is called in the thread after each. `useful` returns the number of threads that
    keep this process busy: they start at once, further ones while the process is idle.
    """

    def __init__(
        self,
        size: Callable[[], int],
        after_call: Callable[[], object] | None = None,
        useful: Callable[[], int] | None = None,
    ) -> None:
        self._size = size
        self._useful = useful or size
        self._after_call = after_call
        self.after_fork()
        fork.watch(self)

    def after_fork(self) -> None:
        """Start without threads: a forked child has none of its parent's."""
        self._groups: dict[str, _ThreadGroup] = {}

    def run(
        self, name: str, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs
    ) -> Coroutine[Any, Any, T]:
        """Await a function in a worker thread, within the context variables of the caller.

        A task that is cancelled stops waiting at once. Its thread sends no further request and ends
        when the request in flight has been answered; the cache gets that response.
        """
        return self._run(CancelScope(), name, partial(function, *args, **kwargs))

    async def iterate(
        self, name: str, make: Callable[[], Awaitable[Generator[T, None, None]]]
    ) -> AsyncGenerator[T, None]:
        """Yield what a generator yields in worker threads; after the last use it is closed."""
        scope, lock = CancelScope(), threading.Lock()
        generator = await make()

        def following() -> object:
            with lock:
                return next(generator, _END)

        def close() -> None:
            with lock:  # after a step that is still running
                generator.close()

        try:
            while (item := await self._run(scope, name, following)) is not _END:
                yield cast("T", item)
        finally:
            scope.cancel()
            with suppress(RuntimeError):  # the interpreter ends
                self._submit(name, partial(scope.run, self._called, close))

    @entry_point
    async def _run(self, scope: CancelScope, name: str, function: Callable[[], T]) -> T:
        context = copy_context()
        context.run(point_at, callers_place())
        call = _AwaitedCall(partial(context.run, scope.run, self._called, function))
        self._submit(name, call)
        try:
            return await call.future
        except (asyncio.CancelledError, GeneratorExit):  # the latter: its loop ended without it
            scope.cancel()
            raise

    def _called(self, function: Callable[[], T]) -> T:
        try:
            return function()
        finally:
            if self._after_call:
                self._after_call()

    def _submit(self, name: str, work: Callable[[], object]) -> None:
        group = self._groups.get(name)
        if group is None:  # another loop's thread may be making it, too
            group = self._groups.setdefault(name, _ThreadGroup(self._size, self._useful))
        group.submit(work)


class _AwaitedCall(Generic[T]):
    """Function for a worker thread, and the future of the event loop that awaits its result.

    `asyncio.wrap_future` keeps three times as many objects alive, for each of the thousands of
    calls that may wait, and full runs of the garbage collector come sooner.
    """

    __slots__ = ("_function", "future")

    def __init__(self, function: Callable[[], T]) -> None:
        self._function = function
        self.future: asyncio.Future[T] = asyncio.get_running_loop().create_future()

    def __call__(self) -> None:
        """Call the function, in a worker thread; not if the task was cancelled before."""
        if self.future.cancelled():
            return
        settle: Callable[[], None]
        try:
            settle = partial(self.future.set_result, self._function())
        except BaseException as exc:  # noqa: BLE001 - raised where the result is awaited
            inner = exc.__traceback__.tb_next if exc.__traceback__ else None
            error = exc.with_traceback(inner)
            if isinstance(error, StopIteration):  # futures and coroutines do not raise it (PEP 479)
                error = RuntimeError("An awaited call raised StopIteration.")
                error.__cause__ = exc
            settle = partial(self.future.set_exception, error)
        with suppress(RuntimeError):  # the loop is closed
            self.future.get_loop().call_soon_threadsafe(self._settle, settle)

    def _settle(self, settle: Callable[[], None]) -> None:
        if not self.future.done():
            settle()


class _ThreadGroup:
    """Daemon threads that start when they are needed and end when they are idle."""

    def __init__(self, size: Callable[[], int], useful: Callable[[], int]) -> None:
        self._size = size
        self._pace = Pace(useful)
        self._changed = threading.Condition()
        self._tasks: deque[Callable[[], object]] = deque()
        self._threads = self._idle = 0
        self._starting = False

    def submit(self, work: Callable[[], object]) -> None:
        """Call a function in a thread."""
        with self._changed:
            self._tasks.append(work)
            if self._idle >= len(self._tasks):
                self._changed.notify()
            else:
                try:
                    self._start()
                except RuntimeError:  # nor will any other thread take it
                    self._tasks.pop()
                    raise

    def _start(self) -> None:
        """Start a thread unless there are enough, or one is starting, which will start the next.

        `Thread.start` waits for the thread: many at once would hold up the event loop.

        Raises:
            RuntimeError: the system refuses to start the first thread.
        """
        if self._starting or self._threads >= max(self._size(), 1):
            return
        self._starting = True
        self._threads += 1
        try:
            threading.Thread(target=self._work, name="esi-await", daemon=True).start()
        except RuntimeError:
            self._starting = False
            self._threads -= 1
            if not self._threads:
                raise

    def _work(self) -> None:
        self._pace.wait(self._threads, lambda: bool(self._tasks))
        self._starting = False
        while task := self._next():
            with suppress(BaseException):  # of closing a generator, which nobody awaits
                task()
            del task  # an idle thread keeps nothing alive

    def _next(self) -> Callable[[], object] | None:
        with self._changed:
            self._idle += 1
            self._changed.wait_for(lambda: self._tasks, _IDLE_SECONDS)
            self._idle -= 1
            if self._tasks:
                task = self._tasks.popleft()
                if len(self._tasks) > self._idle:
                    self._start()
                return task
            self._threads -= 1
            return None
