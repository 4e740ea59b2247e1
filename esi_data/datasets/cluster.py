"""Fetch the parts of a bulk pull on a Dask cluster: its workers send the requests.

docs/guides/machines.md describes what the machines share. Each worker makes an `Esi` from a pickled
factory and keeps it for later parts; it returns rows to the process that pulls.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Self

from esi._extras import needs_extra
from esi.core import fork
from esi.core.cache.protocol import MemoryCache
from esi.core.rate_limits.limiter import Limiter
from esi_data.auth.delegated import DelegatedOperation, delegate
from esi_data.caches.redis import RedisCache
from esi_data.datasets.fetch_part import PartResult, PartTask, fetch_part

with needs_extra("dask", "A pull on a cluster"):
    from distributed import Client, SchedulerPlugin, Worker, get_worker
    from distributed.utils import sync

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from concurrent.futures import Future

    from esi_data.datasets.partitioning import PartSpec
    from esi_data.protocols import EsiFactoryLike, EsiLike

_HANDLER = "esi_limits"
_PARTS_PER_THREAD = 2  # one is fetched, one waits
_TOKEN = "token"  # noqa: S105 - a parameter's name

_lock = fork.Lock()
_esis: dict[EsiFactoryLike, EsiLike] = {}


class ClusterExecutor:
    """Executor of one pull on a cluster; use it as a context manager.

    `scheduler` is a Dask client, a cluster or an address; `factory` makes the workers' `Esi`.
    `tokens` returns the tokens of the characters that parameters name; None if no character was
    named.
    """

    def __init__(
        self,
        scheduler: Any,
        factory: EsiFactoryLike,
        tokens: Callable[[Mapping[str, Any]], Mapping[int, Any]] | None = None,
    ) -> None:
        self._factory = factory
        self._tokens = tokens
        self._own_client = not isinstance(scheduler, Client)
        self._client: Any = scheduler
        if self._own_client:
            self._client = Client(scheduler, set_as_default=False)  # type: ignore[no-untyped-call]
        if self._client.asynchronous:
            raise ValueError("scheduler= takes a Client(asynchronous=False), or an address")

    def __enter__(self) -> Self:
        if not self._factory.shares_cache:
            self._client.register_plugin(SchedulerLimits())
        self._executor = self._client.get_executor(pure=False)
        return self

    def __exit__(self, *_: object) -> None:
        self._executor.shutdown(wait=False)
        if self._own_client:
            self._client.close()

    def has_room(self, pending: Collection[PartSpec]) -> bool:
        """Return True while a worker's thread has no part waiting; workers may come and go."""
        threads: int = sum(self._client.nthreads().values())
        return len(pending) < max(_PARTS_PER_THREAD * threads, 1)

    def submit(self, task: PartTask) -> Future[PartResult]:
        """Send a part to a worker, with access tokens only: refresh tokens stay here."""
        constants = dict(task.constants)
        if _TOKEN in constants:
            constants[_TOKEN] = delegate(constants[_TOKEN])
        tokens = None
        if self._tokens is not None:
            found = self._tokens({**task.constants, **task.fan_out})
            tokens = {character: delegate(token) for character, token in found.items()}
        task = replace(task, constants=constants, tokens=tokens)
        future: Future[PartResult] = self._executor.submit(fetch_on_worker, self._factory, task)
        return future


def fetch_on_worker(factory: EsiFactoryLike, task: PartTask) -> PartResult:
    """Fetch a part; runs on a worker."""
    operation: Any = _esi_of(factory).operation(task.spec.operation)
    if task.tokens is not None:
        operation = DelegatedOperation(operation, task.tokens)
    return fetch_part(operation, task)


def _esi_of(factory: EsiFactoryLike) -> EsiLike:
    """Return this worker's `Esi`, which its threads share."""
    with _lock:
        if factory not in _esis:
            esi = factory()
            if not isinstance(esi.engine.cache, RedisCache):
                cache: Any = SchedulerCache(get_worker())
                esi.engine.limiter = Limiter(cache, esi.engine.clock)
            _esis[factory] = esi
        return _esis[factory]


class SchedulerLimits(SchedulerPlugin):  # type: ignore[misc, unused-ignore]
    """Limiter state in the scheduler's memory, shared by all workers and pulls."""

    name = _HANDLER
    idempotent = True  # a second pull uses the existing one

    async def start(self, scheduler: Any) -> None:
        """Register the handler that workers call."""
        cache = MemoryCache()

        def handle(method: str, arguments: list[Any]) -> Any:
            return getattr(cache, method)(*arguments)

        scheduler.handlers[_HANDLER] = handle


class SchedulerCache:
    """Cache for a worker's limiter: each method is that of the scheduler's `MemoryCache`."""

    away = False

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    def __getattr__(self, method: str) -> Callable[..., Any]:
        if not hasattr(MemoryCache, method):
            raise AttributeError(method)
        return partial(self._call, method)

    def _call(self, method: str, *arguments: Any) -> Any:
        handler = getattr(self._worker.scheduler, _HANDLER)
        return sync(self._worker.loop, handler, method=method, arguments=list(arguments))
