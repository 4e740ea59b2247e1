"""A bulk pull's parts on a Dask cluster: its workers ask, this process writes.

Each worker makes an `Esi` of its own out of plain settings and keeps it for the parts to come. What
it brings goes to the process that pulls, which alone writes files and manifest, so the machines
need not share a disk. A part whose worker is lost is given to another one by Dask.

The API's limits are kept together: in the Redis, where the pull has one as its cache, else in books
at the scheduler (`SchedulerBooks`), which outlive any worker.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Self

from esi.core.cache.memory import MemoryCache
from esi.core.rate_limits.limiter import Limiter
from esi_data.auth.delegated import AsLent, lent
from esi_data.caches.redis import RedisCache
from esi_data.client import Esi
from esi_data.datasets.fetch_part import PartResult, ask

try:
    from distributed import Client, SchedulerPlugin, Worker, get_worker
    from distributed.utils import sync
except ModuleNotFoundError as exc:
    raise ModuleNotFoundError(
        "a pull on a cluster needs Dask: python -m pip install 'esi-toolkit[dask]'", name=exc.name
    ) from exc

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from concurrent.futures import Future

    import pandas as pd

    from esi.core.config import Config
    from esi_data.auth.delegated import LentToken
    from esi_data.datasets.manifest import DatasetSpec
    from esi_data.pulls.pull import OnError

_BOOKS = "esi_books"
_AHEAD = 2  # parts for each of the workers' threads: one under way, one at hand
_TOKEN = "token"  # noqa: S105 - a parameter's name

_making = threading.Lock()
_made: dict[Settings, Esi] = {}


@dataclass(frozen=True)
class Settings:
    """What makes an `Esi`; nothing of it is shown, an address may hold a password."""

    config: Config = field(repr=False)
    user_agent: str
    spec_file: str | None = None


@dataclass(frozen=True)
class Part:
    """What `ask` is to be called with. Parameters are not shown: a token may be among them.

    `tokens` are those of the characters that ask, by id; None where no character was named.
    """

    question: DatasetSpec
    constants: Mapping[str, Any] = field(repr=False)
    fan_out: Mapping[str, list[Any]]
    on_error: OnError
    state: Mapping[str, str] = field(repr=False)
    known: pd.DataFrame | None = field(repr=False)
    tokens: Mapping[int, LentToken] | None = field(default=None, repr=False)


class Workers:
    """A cluster for one pull; use it as a context.

    Args:
        scheduler: a Dask client, a cluster, or a scheduler's address.
        settings: of the workers' `Esi`.
        tokens: gives the tokens of the characters that ask with these parameters, by id; None
            where no character was named.

    Raises:
        OSError: there is no scheduler at this address.
        ValueError: the client is one for `async` code.
    """

    def __init__(
        self,
        scheduler: Any,
        settings: Settings,
        tokens: Callable[[Mapping[str, Any]], Mapping[int, Any]] | None = None,
    ) -> None:
        # Who logs nobody in needs no secret of the application.
        config = replace(settings.config, sso_client_secret=None)
        self._settings = replace(settings, config=config)
        self._tokens = tokens
        self._own = not isinstance(scheduler, Client)
        self._client: Any = scheduler
        if self._own:
            self._client = Client(scheduler, set_as_default=False)  # type: ignore[no-untyped-call]
        if self._client.asynchronous:
            raise ValueError("scheduler= takes a Client(asynchronous=False), or an address")
        self._shared = isinstance(settings.config.cache, str) and "://" in settings.config.cache

    def __enter__(self) -> Self:
        if not self._shared:
            self._client.register_plugin(SchedulerBooks())
        self._executor = self._client.get_executor(pure=False)
        return self

    def __exit__(self, *_: object) -> None:
        self._executor.shutdown(wait=False)
        if self._own:
            self._client.close()

    @property
    def ahead(self) -> int:
        """How many parts to have under way; as workers come and go."""
        threads: int = sum(self._client.nthreads().values())
        return max(_AHEAD * threads, 1)

    def submit(
        self,
        question: DatasetSpec,
        constants: Mapping[str, Any],
        fan_out: Mapping[str, list[Any]],
        *,
        on_error: OnError,
        state: Mapping[str, str],
        known: pd.DataFrame | None,
    ) -> Future[PartResult]:
        """Give a part to a worker; the arguments are those of `ask`."""
        sent = dict(constants)
        if _TOKEN in sent:  # what can be refreshed stays here
            sent[_TOKEN] = lent(sent[_TOKEN])
        tokens = None
        if self._tokens is not None:
            asking = self._tokens({**constants, **fan_out})
            tokens = {who: lent(token) for who, token in asking.items()}
        part = Part(question, sent, fan_out, on_error, state, known, tokens)
        future: Future[PartResult] = self._executor.submit(asked, self._settings, part)
        return future


def asked(settings: Settings, part: Part) -> PartResult:
    """What a worker does with a part."""
    operation: Any = esi_of(settings).operation(part.question.operation)
    if part.tokens is not None:
        operation = AsLent(operation, part.tokens)
    return ask(
        operation,
        part.constants,
        part.fan_out,
        part.question,
        on_error=part.on_error,
        state=part.state,
        known=lambda: part.known,
    )


def esi_of(settings: Settings) -> Esi:
    """This worker's `Esi`; its threads share one."""
    with _making:
        if settings not in _made:
            esi = Esi.of(settings.config, settings.user_agent, settings.spec_file)
            if not isinstance(esi.engine.cache, RedisCache):
                esi.engine.limiter = Limiter(SchedulerCache(get_worker()), esi.engine.clock)
            _made[settings] = esi
        return _made[settings]


class SchedulerBooks(SchedulerPlugin):  # type: ignore[misc, unused-ignore]
    """The limits' books, kept by the scheduler for all workers; pulls share them."""

    name = _BOOKS
    idempotent = True  # those that are there already stay

    async def start(self, scheduler: Any) -> None:
        """Answer the workers."""
        kept = MemoryCache()

        def answer(method: str, words: list[Any]) -> Any:
            return getattr(kept, method)(*words)

        scheduler.handlers[_BOOKS] = answer


class SchedulerCache:
    """The books at the scheduler, as a worker's limiter sees them."""

    away = False

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    def get(self, key: str, /) -> bytes | int | None:
        """The value, or None."""
        found: bytes | int | None = self._ask("get", key)
        return found

    def get_many(self, keys: list[str], /) -> dict[str, bytes | int]:
        """The values of those keys that have one."""
        found: dict[str, bytes | int] = self._ask("get_many", keys)
        return found

    def set(self, key: str, value: bytes | int, seconds: float | None, /) -> None:
        """Keep a value."""
        self._ask("set", key, value, seconds)

    def add(self, key: str, value: bytes | int, seconds: float | None, /) -> bool:
        """Keep a value unless the key has one; tell whether it was kept."""
        return bool(self._ask("add", key, value, seconds))

    def incr(self, key: str, /) -> None:
        """Add one to a number that is there."""
        self._ask("incr", key)

    def delete(self, key: str, /) -> None:
        """Drop a key."""
        self._ask("delete", key)

    def _ask(self, method: str, *words: Any) -> Any:
        call = getattr(self._worker.scheduler, _BOOKS)
        return sync(self._worker.loop, call, method=method, words=list(words))
