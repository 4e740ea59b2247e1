"""Use Django's cache outside of transactions if it is a table of the site's own database.

Writes of a view to such a cache belong to the view's transaction (ATOMIC_REQUESTS), and records
have the same keys in every worker: the others would wait until that view ends. So one thread of a
process uses the table, on a connection of its own. The threads of a pull share that connection.
SQLite, which has a single writer at a time, is used directly, except in a thread that runs an event
loop: there Django refuses to use any database.
"""

from __future__ import annotations

import logging
import queue
import threading
from concurrent.futures import Future
from contextvars import Context
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.cache import DEFAULT_CACHE_ALIAS, caches
from django.core.cache.backends.db import BaseDatabaseCache
from django.core.cache.backends.filebased import FileBasedCache
from django.core.cache.backends.redis import RedisCache
from django.core.files import locks
from django.db import connections, router

from esi.core import fork
from esi.core.blocking import in_event_loop
from esi.core.cache.protocol import CacheAwayError
from esi.core.cancellation import in_scope

if TYPE_CHECKING:
    from collections.abc import Callable

logger = logging.getLogger("esi.core")

_of_thread = threading.local()

_IDLE_SECONDS = 1.0  # before the connection is closed
_LONGEST_WAIT = 2.0  # seconds for one call; the caller's own transaction may have locked its row


class SiteCache:
    """Default cache of the site, with every method that it has."""

    def __getattr__(self, name: str) -> Any:
        backend = _backend()
        if name == "add" and isinstance(backend, FileBasedCache):
            return partial(_add_file, backend)
        attribute = getattr(backend, name)
        if callable(attribute) and _needs_the_thread():
            return partial(_thread.call, name)
        return attribute


def _add_file(backend: Any, *args: Any, **kwargs: Any) -> bool:
    """Store a new value in a cache of files atomically, which its own `add` does not do."""
    folder = Path(backend._dir)  # noqa: SLF001 - nothing public tells it
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / "esi.lock").open("ab") as lock:
        locks.lock(lock, locks.LOCK_EX)
        added: bool = backend.add(*args, **kwargs)
    return added


def _backend() -> Any:
    """Return the default cache; in our own threads, the one of the thread.

    Threads share a Redis cache: its pool is made for that, and Django never closes one.
    """
    if not in_scope() or isinstance(caches[DEFAULT_CACHE_ALIAS], RedisCache):
        return caches[DEFAULT_CACHE_ALIAS]
    if not hasattr(_of_thread, "cache"):
        _of_thread.cache = _ThreadCache()
    return _of_thread.cache.backend()


class _ThreadCache:
    """Default cache of one thread, closed when the thread ends.

    Django keeps caches in a context variable. The thread of an awaited call shares those of its
    caller, and not every backend may be used in several threads.
    """

    def __init__(self) -> None:
        self._context = Context()
        self._backend: Any = None

    def backend(self) -> Any:
        """Return the cache."""
        self._backend = self._context.run(caches.__getitem__, DEFAULT_CACHE_ALIAS)
        return self._backend

    def __del__(self) -> None:
        if self._backend is not None:
            self._backend.close()


def _needs_the_thread() -> bool:
    """Return True for a table of a server, and for any table in a thread with an event loop."""
    backend = _backend()
    if not isinstance(backend, BaseDatabaseCache):
        return False
    alias = router.db_for_write(backend.cache_model_class)
    return bool(connections[alias].vendor != "sqlite") or in_event_loop()


class _CacheThread:
    """Thread that calls methods of the default cache while there are any to call."""

    def __init__(self) -> None:
        self.after_fork()
        fork.watch(self)

    def after_fork(self) -> None:
        """Start without a thread: a forked child has none of its parent's."""
        self._lock = threading.Lock()
        self._running = False
        self._stuck: Future[Any] | None = None
        self._calls: queue.SimpleQueue[tuple[Future[Any], Callable[[], Any]]] = queue.SimpleQueue()

    def call(self, name: str, *args: Any, **kwargs: Any) -> Any:
        """Call a method of the cache.

        Raises:
            CacheAwayError: the database takes too long.
        """
        future: Future[Any] = Future()
        with self._lock:
            if self._stuck and not self._stuck.done():
                raise CacheAwayError
            self._calls.put((future, lambda: _method(name)(*args, **kwargs)))
            if not self._running:
                self._running = True
                threading.Thread(target=self._run, name="esi-cache", daemon=True).start()
        try:
            return future.result(_LONGEST_WAIT)
        except TimeoutError:
            if future.done():  # the error is the cache's own
                raise
            self._stuck = future
            logger.warning("The cache in the database does not respond; going on without it")
            raise CacheAwayError from None

    def _run(self) -> None:
        try:
            while found := self._next():
                future, work = found
                try:
                    future.set_result(work())
                except Exception as exc:  # noqa: BLE001 - raised where the result is awaited
                    connections.close_all()
                    future.set_exception(exc)
                del found, future, work
        finally:
            connections.close_all()

    def _next(self) -> tuple[Future[Any], Callable[[], Any]] | None:
        try:
            return self._calls.get(timeout=_IDLE_SECONDS)
        except queue.Empty:
            with self._lock:
                self._running = not self._calls.empty()
                return self._calls.get() if self._running else None


def _method(name: str) -> Callable[..., Any]:
    method: Callable[..., Any] = getattr(caches[DEFAULT_CACHE_ALIAS], name)
    return method


_thread = _CacheThread()
cache = SiteCache()
