"""Where answers are kept for many machines: a Redis that they share.

Values are bytes and whole numbers in a plain form of our own, so nothing read from the server is
ever unpickled, and each has an end. The server may go away: then this says so once, raises
`CacheAwayError` without asking again for a while, and takes up where it was when the server is
back.
"""

from __future__ import annotations

import logging
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from esi.core.cache.protocol import CacheAwayError
from esi_data.errors import CacheAddressError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

logger = logging.getLogger("esi_data")


SCHEMES = ("redis", "rediss", "unix")
LONGEST = 30 * 24 * 3600  # seconds that anything stays
REST = 10.0  # seconds in which a server that is away is left alone
_CONNECT, _ANSWER = 2.0, 10.0  # seconds to wait for a server
_BYTES, _ANSWERS = b"b", b"a"  # what a value begins with; a number is its digits
_HEAD = 200  # bytes in which an answer's operation and time are
_SCANNED = 500  # keys looked at in one round trip
_TOGETHER = 32  # answers read in one round trip
_BATCH = 8 * 2**20  # bytes sent in one round trip


class _Set(NamedTuple):
    """A value to be kept."""

    key: str
    data: bytes
    milliseconds: int


class RedisCache:
    """A cache on a Redis server, for any number of threads, processes and machines.

    Args:
        url: `redis://[user:password@]host[:port][/database]`, `rediss://` for TLS, or
            `unix://path`; options of `redis.Redis.from_url` may follow as a query.

    Raises:
        CacheAddressError: it is no such address.
        ModuleNotFoundError: the extra `esi-toolkit[redis]` is not installed.
    """

    # What a tag is to `diskcache`: here, too, an answer is kept under its operation.
    tag_index = True
    # Machines that share it send the same request once; see `esi.core.cache.single_flight`.
    shares_flights = True

    def __init__(self, url: str) -> None:
        self.address = _without_secrets(url)
        try:
            import redis  # noqa: PLC0415 - an extra
            from redis.backoff import NoBackoff  # noqa: PLC0415
            from redis.retry import Retry  # noqa: PLC0415
        except ModuleNotFoundError as exc:
            raise ModuleNotFoundError(
                "a cache on Redis needs redis: python -m pip install 'esi-toolkit[redis]'",
                name=exc.name,
            ) from exc
        self._errors = (redis.RedisError, OSError)
        try:
            self._redis = redis.Redis.from_url(
                url,
                socket_connect_timeout=_CONNECT,
                socket_timeout=_ANSWER,
                # One more try: an idle connection may have been closed by the server.
                retry=Retry(NoBackoff(), 1),
            )
            # What it is made with is looked at only now; nothing is asked yet.
            self._redis.connection_pool.make_connection()
        except (ValueError, TypeError):
            raise CacheAddressError(_NO_ADDRESS) from None  # its text may hold the password
        self._away_until: float | None = None
        self._lock = threading.Lock()
        self._local = threading.local()

    def get(self, key: str, /) -> bytes | int | None:
        """The value, None where there is none.

        Raises:
            CacheAwayError: of this and all others: the server is away.
        """
        return _read(self._ask(lambda: self._redis.get(_name(key))))

    def get_many(self, keys: list[str], /) -> dict[str, bytes | int]:
        """The values of those keys that have one."""
        found: dict[str, bytes | int] = {}
        for start in range(0, len(keys), _TOGETHER):
            some = [_name(key) for key in keys[start : start + _TOGETHER]]
            values = self._ask(lambda some=some: self._redis.mget(some))  # type: ignore[misc]
            read = {key: _read(value) for key, value in zip(some, values, strict=True)}
            found |= {key: value for key, value in read.items() if value is not None}
        return found

    def set(
        self, key: str, value: bytes | int, seconds: float | None, /, tag: str | None = None
    ) -> None:
        """Keep a value, for 30 days at most; an answer has its operation as `tag`.

        Raises:
            TypeError: a value that is neither bytes nor a whole number, or a key that is no text.
        """
        data = _written(value, tag)
        batch: list[_Set] | None = getattr(self._local, "batch", None)
        one = _Set(_name(key), data, _milliseconds(seconds))
        if batch is None:
            self._send([one])
            return
        batch.append(one)
        self._local.size += len(data)
        if self._local.size > _BATCH:
            self._flush()

    def add(self, key: str, value: bytes | int, seconds: float | None, /) -> bool:
        """Keep a value unless the key has one; tell whether it was kept."""
        data = _written(value)
        return bool(
            self._ask(lambda: self._redis.set(_name(key), data, px=_milliseconds(seconds), nx=True))
        )

    def incr(self, key: str, /) -> int:
        """Add one to a number that is there.

        Raises:
            KeyError: there is none.
        """
        if not self._ask(lambda: self._redis.exists(_name(key))):
            raise KeyError(key)
        return int(self._ask(lambda: self._redis.incr(_name(key))))

    def delete(self, key: str, /) -> None:
        """Drop a key."""
        self._ask(lambda: self._redis.unlink(_name(key)))

    def lock(self, name: str, seconds: float) -> Any:
        """Return redis-py's lock of a name, which ends after so many seconds unless reacquired.

        Raises:
            CacheAwayError: the server is away.
        """
        if self.away:
            raise CacheAwayError(f"the cache at {self.address} is away")
        # Outside of `esi_*`, where a lock's random value could be taken for a response.
        return self._redis.lock(f"lock_{_name(name)}", timeout=seconds, thread_local=False)

    @contextmanager
    def transact(self) -> Iterator[None]:
        """What this thread sets within it is sent together."""
        self._local.batch, self._local.size = [], 0
        try:
            yield
            self._flush()
        finally:
            self._local.batch = None

    def info(self) -> list[tuple[str, int, int, float, float]]:
        """(operation, answers, their bytes, oldest, newest); times are seconds since the epoch."""
        found: dict[str, tuple[int, int, float, float]] = {}
        for _, operation, at, size in self._answers():
            count, total, oldest, newest = found.get(operation, (0, 0, at, at))
            found[operation] = count + 1, total + size, min(oldest, at), max(newest, at)
        return [(operation, *rest) for operation, rest in sorted(found.items())]

    def forget(self, operation: str | None = None, older_than: float | None = None) -> int:
        """Drop the answers of an operation (of all), older than so many seconds; tell how many.

        What is no answer stays: what the limiter knows must outlive them.
        """
        until = None if older_than is None else time.time() - older_than
        keys = [
            key
            for key, of, at, _ in self._answers()
            if operation in (None, of) and (until is None or at < until)
        ]
        for start in range(0, len(keys), _SCANNED):
            some = keys[start : start + _SCANNED]
            self._ask(lambda some=some: self._redis.unlink(*some))  # type: ignore[misc]
        return len(keys)

    @property
    def away(self) -> bool:
        """Whether the server is away; asks it, where that was not done for a while."""
        if self._away_until is not None:
            try:
                self._ask(self._redis.ping)
            except CacheAwayError:
                return True
        return False

    def close(self) -> None:
        """Close connections; they open again when used."""
        self._redis.close()

    def __repr__(self) -> str:
        return f"<RedisCache {self.address}>"

    def _ask(self, command: Callable[[], Any]) -> Any:
        with self._lock:
            if (until := self._away_until) is not None:
                if time.monotonic() < until:
                    raise CacheAwayError(f"the cache at {self.address} is away")
                self._away_until = time.monotonic() + REST  # one thread tries, the others rest
        try:
            result = command()
        except self._errors as exc:
            self._went(exc)
            raise CacheAwayError(f"the cache at {self.address} is away") from exc
        if self._away_until is not None:
            with self._lock:
                came_back, self._away_until = self._away_until is not None, None
            if came_back:
                logger.info("The cache at %s is back, and shared again", self.address)
        return result

    def _went(self, exc: Exception) -> None:
        with self._lock:
            was_there = self._away_until is None
            self._away_until = time.monotonic() + REST
        if was_there:
            logger.warning(
                "The cache at %s went away (%s): until it is back, answers are not kept, and this "
                "process spends no more than its share of the API's limits",
                self.address,
                _reason(exc),
            )

    def _flush(self) -> None:
        batch, self._local.batch, self._local.size = self._local.batch, [], 0
        if batch:
            self._send(batch)

    def _send(self, batch: list[_Set]) -> None:
        def send() -> None:
            pipeline = self._redis.pipeline(transaction=False)
            for each in batch:
                pipeline.set(each.key, each.data, px=each.milliseconds)
            pipeline.execute()

        self._ask(send)

    def _answers(self) -> Iterator[tuple[bytes, str, float, int]]:
        """(key, operation, when it came in, bytes) of each answer."""
        cursor, seen = 0, set[bytes]()
        while True:
            cursor, keys = self._ask(
                lambda at=cursor: self._redis.scan(at, match="esi_*", count=_SCANNED)  # type: ignore[misc]
            )
            # A scan may come by a key twice.
            new = [key for key in set(keys) - seen if not key.startswith(b"esi_limit_")]
            seen.update(new)
            for key, head, size in self._heads(new):
                if head.startswith(_ANSWERS):
                    operation, _, at = head[1:].partition(b"\n")[0].decode().rpartition(" ")
                    yield key, operation, float(at), size
            if cursor == 0:
                return

    def _heads(self, keys: list[bytes]) -> list[tuple[bytes, bytes, int]]:
        def send() -> list[Any]:
            pipeline = self._redis.pipeline(transaction=False)
            for key in keys:
                pipeline.getrange(key, 0, _HEAD)
                pipeline.strlen(key)
            # Another program's key may be no text.
            return pipeline.execute(raise_on_error=False)

        found = self._ask(send) if keys else []
        pairs = zip(keys, found[::2], found[1::2], strict=True)
        return [(key, head, size) for key, head, size in pairs if isinstance(head, bytes)]


_NO_ADDRESS = (
    "the cache's address cannot be read: write redis://[user:password@]host[:port][/database], "
    "with characters such as / and @ of a password percent-encoded"
)


def _without_secrets(url: str) -> str:
    """An address without user, password and options, which may hold one."""
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        raise CacheAddressError(_NO_ADDRESS) from None
    database = parts.path.strip("/")
    if parts.scheme not in SCHEMES or not (
        parts.scheme == "unix" or database == "" or database.isdigit()
    ):
        raise CacheAddressError(_NO_ADDRESS)
    return f"{parts.scheme}://{parts.hostname or ''}{port}{parts.path}"


def _reason(exc: BaseException) -> str:
    """Why the server cannot be had: what the system says, else the first word of the server's.

    More of what the server says may hold the password: it repeats commands that it does not know.
    """
    kind, inner = type(exc).__name__, exc
    while inner is not None and not (isinstance(inner, OSError) and inner.strerror):
        inner = inner.__cause__ or inner.__context__  # type: ignore[assignment]
    if inner is not None:
        return f"{kind}: {inner.strerror}"
    word = str(exc).partition(" ")[0]
    return f"{kind}: {word}" if word.isupper() and word.isalpha() else kind


def _name(key: Any) -> str:
    if not isinstance(key, str):
        raise TypeError(f"keys of this cache are text, not {type(key).__name__}")
    return key


def _milliseconds(seconds: float | None) -> int:
    return max(int(1000 * min(LONGEST if seconds is None else seconds, LONGEST)), 1)


def _written(value: Any, tag: str | None = None) -> bytes:
    """A value's plain form: a number is its digits, so that the server can count."""
    if isinstance(value, int):
        return b"%d" % value
    if not isinstance(value, bytes):
        raise TypeError(f"this cache keeps no {type(value).__name__}")
    if tag is None:
        return _BYTES + value
    return _ANSWERS + f"{tag} {time.time():.3f}\n".encode() + value


def _read(data: bytes | None) -> bytes | int | None:
    """A value out of its plain form; None for what is not ours."""
    if data is None:
        return None
    if data.startswith(_BYTES):
        return data[1:]
    if data.startswith(_ANSWERS):
        return data.partition(b"\n")[2]
    return int(data) if data.removeprefix(b"-").isdigit() else None
