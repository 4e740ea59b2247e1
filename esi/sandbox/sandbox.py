"""The handle: `Sandbox` is what a test holds, starts, looks at and switches.

with Sandbox(seed=1) as sandbox:
requests.get(f"{sandbox.url}/status")
"""

import json
import time
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from esi.sandbox.clock import Clock
from esi.sandbox.documents.operations import Operation
from esi.sandbox.faults import Faults
from esi.sandbox.routes.route import LANGUAGES
from esi.sandbox.server.api import Api, Settings
from esi.sandbox.server.auth import Bearer
from esi.sandbox.server.http import Recorded, SandboxError, Server
from esi.sandbox.simulation.cache_turnover import Schedule
from esi.sandbox.simulation.samples import Form
from esi.sandbox.sso.server import Sso
from esi.sandbox.world.world import World


class Sandbox:
    """A local ESI with seeded data.

    Args:
        seed: what the data is made from; the same seed gives the same data.
        host: the address to listen on; leave it at loopback, nothing here is guarded.
        port: 0 for any free one.
        lifetime: cache seconds of every cached route; None for those of the live API.
        clock: seconds since 1970; a `ManualClock` lets tests pass time.
        rate_limits: whether token buckets and error budget are kept and reported.
        latency: seconds each answer waits.
        changed: the share of a listing's pages that a turn-over changes.
        document: another OpenAPI 3.0 or 3.1 document to serve, or its file; routes without seeded
            data are answered from their schemas.
        form: how much of such an answer is there: `full`, `minimal` or `empty`.
        swagger: whether to serve Swagger 2.0 and its versioned paths too, for old clients.

    Attributes:
        faults: the switches for what goes wrong, see `Faults`.
    """

    def __init__(
        self,
        *,
        seed: int = 1,
        host: str = "127.0.0.1",
        port: int = 0,
        lifetime: float | None = None,
        clock: Clock = time.time,
        rate_limits: bool = True,
        latency: float = 0.0,
        changed: float = 0.5,
        document: Mapping[str, Any] | str | Path | None = None,
        form: Form = "full",
        swagger: bool = False,
    ) -> None:
        given: Mapping[str, Any] | None
        if isinstance(document, (str, Path)):
            given = json.loads(Path(document).read_text(encoding="utf-8"))
        else:
            given = document
        if given is not None and not isinstance(given.get("paths"), Mapping):
            raise SandboxError("the document is no OpenAPI document: it has no paths")
        self._api = Api(
            Settings(
                seed=seed,
                clock=clock,
                lifetime=lifetime,
                rate_limits=rate_limits,
                document=given,
                swagger=swagger,
                changed=changed,
                form=form,
            )
        )
        self._server = Server(self._api, host, port)
        self.host = host
        self.port = port
        self.faults.latency = latency

    # Running

    def start(self) -> Self:
        """Listen in a background thread; returns when requests can come.

        Raises:
            SandboxError: the port is taken, or aiohttp is missing.
        """
        self._server.start()
        return self

    def stop(self) -> None:
        """Close all connections and end the thread."""
        self._server.stop()

    async def listen(self) -> None:
        """Listen on the running event loop; `close` ends it.

        Raises:
            SandboxError: the port is taken, or aiohttp is missing.
        """
        await self._server.listen()

    async def close(self) -> None:
        """Stop listening."""
        await self._server.close()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def __repr__(self) -> str:
        return f"<Sandbox {self.url or 'stopped'}>"

    @property
    def url(self) -> str:
        """Where it listens, such as `http://127.0.0.1:8085`; empty before it does."""
        return self._api.documents.url

    # What happened

    @property
    def requests(self) -> list[Recorded]:
        """The requests so far, oldest first."""
        return self._server.requests

    def clear(self) -> None:
        """Forget the recorded requests, and those that an answer is still held back from."""
        self._server.clear()

    def reset(self) -> None:
        """Back to the state after the start: data, faults, limits, tokens and records."""
        self._server.forsake()
        self._api.reset()
        self.clear()

    @property
    def clock(self) -> Any:
        """The clock of the server: `clock()` is its time; a `ManualClock` can be advanced."""
        return self._api.clock

    @property
    def faults(self) -> Faults:
        """The switches for what goes wrong."""
        return self._api.faults

    @property
    def sso(self) -> Sso:
        """The single sign-on and its switches (`auto`, `rotate`, ...), see `sso.server`."""
        return self._api.sso

    @property
    def world(self) -> World:
        """The seeded data: `world.characters`, `world.types`, ..."""
        return self._api.world

    def document(self, date: str | None = None) -> Mapping[str, Any]:
        """The document served at a date; the newest by default."""
        catalogue = self._api.documents.catalogue(date or max(self._api.documents.dates))
        return catalogue.document

    @property
    def swagger(self) -> bool:
        """Whether Swagger 2.0 and its versioned paths are served; may be switched at any time."""
        return self._api.documents.with_swagger

    @swagger.setter
    def swagger(self, on: bool) -> None:
        self._api.documents.with_swagger = on

    # Caches

    def turn_over(
        self,
        path: str,
        pages: Collection[int] | None = None,
        *,
        grow: int = 0,
        language: str | None = None,
        upward: bool = False,
    ) -> None:
        """Turn a resource's cache over now.

        Args:
            path: such as `/markets/10000002/orders`.
            pages: the numbers of the pages whose rows change; by default the share `changed`.
            grow: pages to add, or to take off when negative.
            language: the code of the one that turns over, such as `de`; all by default.
            upward: rows move from each changed page to the one before, and not to the next.

        Raises:
            ValueError: no such route, or one that is the same in every language.
        """
        with self._api.lock:
            lifetime = self._api.lifetime_of(path, self._turning(path, language))
            now, resources = self.clock(), self._api.resources
            for resource in resources.turning(path, now, lifetime, language):
                resources.turn_over(resource, now, lifetime, pages, grow, upward)

    def turn_over_before(
        self,
        path: str,
        page: int = 1,
        *,
        times: int = 1,
        grow: int = 0,
        pages: Collection[int] | None = None,
        language: str | None = None,
        upward: bool = False,
    ) -> None:
        """Turn a resource's cache over when a page of it is next asked for, `times` times.

        With a `language`, when the page is asked for in it; the other languages stay as they are.
        """
        with self._api.lock:
            if language:
                self._turning(path, language)
            schedule = Schedule(path, page, times, grow, pages, language, upward)
            self._api.resources.schedules.append(schedule)

    def set_pages(self, path: str, pages: int, rows: int | None = None) -> None:
        """Give a paged listing this many pages, of `rows` rows each; it begins anew."""
        if pages < 1:
            raise ValueError("a listing has at least one page")
        with self._api.lock:
            self._api.resources.sizes[path] = (pages, rows)
            self._api.resources.drop(path)

    def lifetime(self, pattern: str, seconds: float) -> None:
        """Set the cache time of the paths that match a shell pattern; their caches begin anew."""
        with self._api.lock:
            self._api.lifetimes.append((pattern, seconds))
            self._api.resources.forget(pattern)

    # Limits and users

    def drain(self, group: str, user: str | None = None, tokens: int | None = None) -> None:
        """Spend tokens of a group on behalf of others.

        Args:
            group: such as `market-order`.
            user: `application:character`, or a source address; this machine's by default.
            tokens: how many; all by default.
        """
        with self._api.lock:
            sizes = {
                operation.group.name: operation.group.tokens
                for operation in self._operations()
                if operation.group
            }
            if group not in sizes:
                raise ValueError(f"no such group: {group}; there are {', '.join(sorted(sizes))}")
            bucket = self._api.limits.bucket(group, user or self.host)
            bucket.spend(self.clock(), sizes[group] if tokens is None else tokens)

    def drain_errors(self, errors: int = 100, source: str | None = None) -> None:
        """Take failed answers off the error budget; all of it by default."""
        with self._api.lock:
            self._api.limits.budget(source or self.host).count(self.clock(), errors)

    def token(
        self,
        character_id: int,
        scopes: Iterable[str] | None = None,
        *,
        application: str = "sandbox",
        seconds: float | None = None,
    ) -> str:
        """An access token of a character.

        Args:
            character_id: one of `world.characters`, or any id.
            scopes: those it is good for; None for all.
            application: the client it was issued to.
            seconds: until it expires; None for never.
        """
        with self._api.lock:
            text = f"sandbox-{character_id}-{len(self._api.tokens) + 1}"
            self._api.tokens[text] = Bearer(
                character_id,
                None if scopes is None else frozenset(scopes),
                application,
                float("inf") if seconds is None else self.clock() + seconds,
            )
            return text

    def _operations(self) -> list[Operation]:
        documents = self._api.documents
        return documents.catalogue(max(documents.dates)).operations

    def _turning(self, path: str, language: str | None) -> Operation:
        """The operation whose cache turns over, in one language or in all."""
        operation = self._operation(path)
        if language and language not in (LANGUAGES if operation.localised else ()):
            raise ValueError(f"{path} has no {language!r} of its own to turn over")
        return operation

    def _operation(self, path: str) -> Operation:
        for date in sorted(self._api.documents.dates, reverse=True):
            operation, _, _ = self._api.documents.catalogue(date).find("get", path)
            if operation is not None:
                return operation
        raise ValueError(f"no GET route has the path {path}")
