"""Cache responses of several machines on a Redis that they share.

Values are bytes and whole numbers in a plain form, so nothing read from the server is unpickled,
and each expires. If the server is unreachable, the cache logs it once, raises `CacheAwayError` for
a while without connecting again, and continues when the server is back.
"""

from __future__ import annotations

import logging
import re
import threading
import time
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from esi._extras import needs_extra
from esi.core import fork
from esi.core.cache.protocol import CacheAwayError
from esi_data.errors import CacheAddressError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

logger = logging.getLogger("esi_data")


SCHEMES = ("redis", "rediss", "unix")
LONGEST = 30 * 24 * 3600  # longest lifetime in seconds
RETRY_AFTER = 10.0  # seconds before the next attempt to reach an unreachable server
_CONNECT, _ANSWER = 2.0, 10.0  # timeouts in seconds
_BYTES, _RESPONSE = b"b", b"a"  # first byte of a value; a number is its digits
_NUMBER = re.compile(rb"-?\d{1,19}")
_HEAD = re.compile(rb"a(\S+) (\d{1,10}\.\d{3})\n")  # a response's operation and time
_SCANNED = 500  # keys in one round trip of a scan
_TOGETHER = 32  # responses read in one round trip
_BATCH = 8 * 2**20  # bytes sent in one round trip


class RedisCache:
    """Cache on a Redis server, for any number of threads, processes and machines.

    Args:
        url: `redis://[user:password@]host[:port][/database]`, `rediss://` for TLS, or
            `unix://path`; options of `redis.Redis.from_url` may follow as a query.
    """

    # `set` takes a tag: the operation of a response.
    tag_index = True
    # Machines that share the cache send the same request once; see `esi.core.cache.single_flight`.
    shares_flights = True

    def __init__(self, url: str) -> None:
        self.address = _without_secrets(url)
        with needs_extra("redis", "A cache on Redis"):
            import redis  # noqa: PLC0415 - an extra
            from redis.backoff import NoBackoff  # noqa: PLC0415
            from redis.retry import Retry  # noqa: PLC0415
        self._errors = (redis.RedisError, OSError)
        try:
            self._redis = redis.Redis.from_url(
                url,
                socket_connect_timeout=_CONNECT,
                socket_timeout=_ANSWER,
                # Retry once: the server may have closed an idle connection.
                retry=Retry(NoBackoff(), 1),
            )
            # Checks the options without connecting.
            self._redis.connection_pool.make_connection()
        except (ValueError, TypeError):
            raise CacheAddressError(_MALFORMED) from None  # its text may contain the password
        self._away_until: float | None = None
        self._lock = fork.Lock()
        self._local = threading.local()

    def get(self, key: str, /) -> bytes | int | None:
        """Return the value of a key; None if it has none."""
        return self.get_many([key]).get(key)

    def get_many(self, keys: list[str], /) -> dict[str, bytes | int]:
        """Return the values of those keys that have one."""
        found: dict[str, bytes | int] = {}
        for start in range(0, len(keys), _TOGETHER):
            some = [_name(key) for key in keys[start : start + _TOGETHER]]
            values = self._run(lambda some=some: self._redis.mget(some))  # type: ignore[misc]
            read = {key: _read(value) for key, value in zip(some, values, strict=True)}
            found |= {key: value for key, value in read.items() if value is not None}
        return found

    def set(
        self, key: str, value: bytes | int, seconds: float | None, /, tag: str | None = None
    ) -> None:
        """Store a value, for 30 days at most; a response has its operation as `tag`."""
        key, data, lifetime = _name(key), _written(value, tag), _milliseconds(seconds)
        pipeline = getattr(self._local, "pipeline", None)
        if pipeline is None:
            self._run(lambda: self._redis.set(key, data, px=lifetime))
            return
        pipeline.set(key, data, px=lifetime)
        self._local.size += len(data)
        if self._local.size > _BATCH:
            self._local.size = 0
            self._run(pipeline.execute)

    def add(self, key: str, value: bytes | int, seconds: float | None, /) -> bool:
        """Store a value unless the key has one; return True if it was stored."""
        data, lifetime = _written(value), _milliseconds(seconds)
        return bool(self._run(lambda: self._redis.set(_name(key), data, px=lifetime, nx=True)))

    def incr(self, key: str, /) -> int:
        """Add one to a number and return it."""
        if not self._run(lambda: self._redis.exists(_name(key))):
            raise KeyError(key)
        return int(self._run(lambda: self._redis.incr(_name(key))))

    def delete(self, key: str, /) -> None:
        """Drop a key."""
        self._run(lambda: self._redis.unlink(_name(key)))

    def lock(self, name: str, seconds: float) -> Any:
        """Return redis-py's lock of a name, which expires after `seconds`."""
        if self.away:
            raise CacheAwayError(f"the cache at {self.address} is away")
        # Outside of `esi_*`, where a lock's random value could be taken for a response.
        return self._redis.lock(f"lock_{_name(name)}", timeout=seconds, thread_local=False)

    @contextmanager
    def transact(self) -> Iterator[None]:
        """Send what this thread sets within the context together."""
        pipeline = self._local.pipeline = self._redis.pipeline(transaction=False)
        self._local.size = 0
        try:
            yield
            self._run(pipeline.execute)
        finally:
            self._local.pipeline = None

    def info(self) -> list[tuple[str, int, int, float, float]]:
        """Return (operation, responses, bytes, oldest, newest); times are Unix seconds."""
        found: dict[str, tuple[int, int, float, float]] = {}
        for _, operation, at, size in self._responses():
            count, total, oldest, newest = found.get(operation, (0, 0, at, at))
            found[operation] = count + 1, total + size, min(oldest, at), max(newest, at)
        return [(operation, *rest) for operation, rest in sorted(found.items())]

    def forget(self, operation: str | None = None, older_than: float | None = None) -> int:
        """Delete responses of an operation (or of all) older than some seconds; return how many.

        Other values stay: the limiter's must outlive responses.
        """
        until = None if older_than is None else time.time() - older_than
        keys = [
            key
            for key, of, at, _ in self._responses()
            if operation in (None, of) and (until is None or at < until)
        ]
        for start in range(0, len(keys), _SCANNED):
            some = keys[start : start + _SCANNED]
            self._run(lambda some=some: self._redis.unlink(*some))  # type: ignore[misc]
        return len(keys)

    @property
    def away(self) -> bool:
        """True if the server is unreachable; reconnects if the last attempt is a while ago."""
        if self._away_until is not None:
            try:
                self._run(self._redis.ping)
            except CacheAwayError:
                return True
        return False

    def close(self) -> None:
        """Close connections; they reopen when used."""
        self._redis.close()

    def __repr__(self) -> str:
        return f"<RedisCache {self.address}>"

    def _run(self, command: Callable[[], Any]) -> Any:
        until = self._away_until
        if until is not None:
            if time.monotonic() < until:
                raise CacheAwayError(f"the cache at {self.address} is unreachable")
            self._away_until = time.monotonic() + RETRY_AFTER  # other threads do not try
        try:
            result = command()
        except self._errors as exc:
            with self._lock:
                first, self._away_until = not self._away_until, time.monotonic() + RETRY_AFTER
            if first:
                logger.warning(
                    "The cache at %s is unreachable (%s): until it is back, responses are not "
                    "cached and this process uses only its share of the API's limits",
                    self.address,
                    _reason(exc),
                )
            raise CacheAwayError(f"the cache at {self.address} is unreachable") from exc
        if until is not None:
            self._away_until = None
            logger.info("The cache at %s is back and shared again", self.address)
        return result

    def _responses(self) -> Iterator[tuple[bytes, str, float, int]]:
        """Yield (key, operation, time of arrival, bytes) of each response."""
        scan = partial(self._redis.scan_iter, match="esi_*", count=_SCANNED)
        keys = list(self._run(lambda: set(scan())))
        for start in range(0, len(keys), _SCANNED):
            pipeline, some = self._redis.pipeline(transaction=False), keys[start : start + _SCANNED]
            for key in some:
                pipeline.getrange(key, 0, 200)
                pipeline.strlen(key)
            # A key of another program may not be a text.
            found = self._run(partial(pipeline.execute, raise_on_error=False))
            for key, head, size in zip(some, found[::2], found[1::2], strict=True):
                if isinstance(head, bytes) and (match := _HEAD.match(head)):
                    yield key, match[1].decode(errors="replace"), float(match[2]), size


_MALFORMED = (
    "the cache's address is malformed: write redis://[user:password@]host[:port][/database], "
    "with characters such as / and @ of a password percent-encoded"
)


def _without_secrets(url: str) -> str:
    """Return an address without user, password and options, which may be secret."""
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        raise CacheAddressError(_MALFORMED) from None
    database = parts.path.strip("/")
    if parts.scheme not in SCHEMES or not (
        parts.scheme == "unix" or database == "" or database.isdigit()
    ):
        raise CacheAddressError(_MALFORMED)
    return f"{parts.scheme}://{parts.hostname or ''}{port}{parts.path}"


def _reason(exc: BaseException) -> str:
    """Return why the server is unreachable: the system's reason, or the server's first word.

    The rest of the server's text may contain the password: it repeats rejected commands.
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
    """Return a value's plain form; a number becomes its digits, so that the server can count."""
    if isinstance(value, int):
        return b"%d" % value
    if not isinstance(value, bytes):
        raise TypeError(f"this cache cannot store a {type(value).__name__}")
    if tag is None:
        return _BYTES + value
    return _RESPONSE + f"{tag} {time.time():.3f}\n".encode() + value


def _read(data: bytes | None) -> bytes | int | None:
    """Return a value from its plain form; None for a foreign one."""
    if data is None:
        return None
    if data.startswith(_BYTES):
        return data[1:]
    if data.startswith(_RESPONSE):
        return data.partition(b"\n")[2]
    return int(data) if _NUMBER.fullmatch(data) else None
