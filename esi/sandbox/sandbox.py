"""Control a sandbox from a test: start it, inspect it, switch its behaviour."""

import time
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from esi.sandbox.clock import Clock
from esi.sandbox.documents import given
from esi.sandbox.documents.operations import Operation
from esi.sandbox.routes.dates import epoch_of
from esi.sandbox.routes.route import LANGUAGES
from esi.sandbox.server.api import Api, SandboxSettings
from esi.sandbox.server.auth import Bearer
from esi.sandbox.server.http import SandboxError, Server
from esi.sandbox.simulation.cache_turnover import Schedule
from esi.sandbox.simulation.samples import Form


class Sandbox(Server):
    """Local ESI with seeded data.

    It serves the operations that analyses and sites use most, not all of the API's; `coverage`
    tells how many. With `document=` it serves all of a document's.

        with Sandbox(seed=1) as sandbox:
            requests.get(f"{sandbox.url}/status")

    Args:
        seed: seed of the data; the same seed gives the same data.
        host: the address to listen on; keep it at loopback, nothing here is protected.
        port: 0 for any free one.
        lifetime: cache seconds of every cached route; None for those of the live API.
        clock: returns seconds since 1970; a `ManualClock` lets tests move time.
        rate_limits: track and report token buckets and the error limit.
        latency: seconds each response is delayed.
        changed: share of a listing's pages that a turn-over changes.
        document: another document to serve, or its file, so as to have all of its operations; those
            without seeded data respond with samples of their schemas. It is OpenAPI 3 or Swagger
            2.0, as `esi-data spec save FILE` writes it, or a file that a client keeps.
        form: how complete these samples are: `full`, `minimal` or `empty`.
        swagger: also serve Swagger 2.0 and its versioned paths, for old clients.
        today: day from which the data's dates count, such as `2026-08-18`, for tests that compare
            dates; by default the clock's.

    Attributes:
        clock: the server's clock; a `ManualClock` can be advanced.
        faults: switches for what goes wrong, see `Faults`.
        sso: the single sign-on and its switches (`auto`, `rotate`, ...).
        static_data: the site of the static data and its switches (`build`, `ranges`, ...).
        world: the seeded data: `world.characters`, `world.types`, ...
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
        today: date | str | None = None,
    ) -> None:
        try:
            document = None if document is None else given.read(document)
            epoch = epoch_of(today, clock())
        except ValueError as exc:
            raise SandboxError(str(exc)) from exc
        settings = SandboxSettings(
            seed=seed,
            clock=clock,
            lifetime=lifetime,
            rate_limits=rate_limits,
            document=document,
            epoch=epoch,
            swagger=swagger,
            changed=changed,
            form=form,
        )
        super().__init__(Api(settings), host, port)
        self.clock: Any = clock
        self.faults = self._api.faults
        self.sso = self._api.sso
        self.static_data = self._api.static_data
        self.world = self._api.world
        self.faults.latency = latency

    def __repr__(self) -> str:
        return f"<Sandbox {self.url or 'stopped'}: {self.coverage}>"

    @property
    def coverage(self) -> str:
        """Tell how many operations it serves, and with which data."""
        return self._api.documents.coverage

    @property
    def url(self) -> str:
        """Its address, such as `http://127.0.0.1:8085`; empty before the start."""
        return self._api.documents.url

    def reset(self) -> None:
        """Return to the state after the start: data, faults, limits, tokens, recorded requests."""
        self.disconnect()
        self.abandon()
        self._api.reset()
        self.clear()

    def document(self, date: str | None = None) -> Mapping[str, Any]:
        """Return the document served at a date; the newest by default."""
        catalogue = self._api.documents.catalogue(date or max(self._api.documents.dates))
        return catalogue.document

    @property
    def swagger(self) -> bool:
        """True to serve Swagger 2.0 and its versioned paths too; may be switched at any time."""
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
            pages: numbers of the pages whose rows change; by default the share `changed`.
            grow: pages to add, or to remove when negative.
            language: turn over this language only, such as `de`; all by default.
            upward: rows move from each changed page to the one before, not to the next.

        Raises:
            ValueError: no such route, or its response is the same in every language.
        """
        with self._api.lock:
            lifetime = self._api.lifetime_of(path, self._operation(path, language))
            now, resources = self.clock(), self._api.resources
            for resource in resources.select(path, now, lifetime, language):
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
        """Turn a resource's cache over when a page of it is next requested, `times` times.

        With a `language`, only requests in that language count, and the others stay as they are.
        See `turn_over` for the other arguments.
        """
        with self._api.lock:
            if language:
                self._operation(path, language)
            schedule = Schedule(path, page, times, grow, pages, language, upward)
            self._api.resources.schedules.append(schedule)

    def set_pages(self, path: str, pages: int, rows: int | None = None) -> None:
        """Restart a paged listing with this many pages, of `rows` rows each; 0 empties it."""
        if pages < 1:
            raise ValueError("a listing has at least one page")
        with self._api.lock:
            self._api.resources.sizes[path] = (pages, rows)
            self._api.resources.drop(path)

    def lifetime(self, pattern: str, seconds: float) -> None:
        """Set the cache time of the paths that match a shell pattern, and clear their caches."""
        with self._api.lock:
            self._api.lifetimes.append((pattern, seconds))
            self._api.resources.drop(pattern)

    # Limits and users

    def drain(self, group: str, user: str | None = None, tokens: int | None = None) -> None:
        """Spend tokens of a group, as other programs of the user would.

        Args:
            group: such as `market-order`.
            user: `application:character`, or a source address; this machine's by default.
            tokens: how many; all by default.

        Raises:
            ValueError: no such group.
        """
        documents = self._api.documents
        with self._api.lock:
            groups = {
                operation.group.name: operation.group.tokens
                for operation in documents.catalogue(max(documents.dates)).operations
                if operation.group
            }
            if group not in groups:
                raise ValueError(f"no such group: {group}; there are {', '.join(sorted(groups))}")
            bucket = self._api.limits.bucket(group, user or self.host)
            bucket.spend(self.clock(), groups[group] if tokens is None else tokens)

    def drain_errors(self, errors: int = 100, source: str | None = None) -> None:
        """Count failed responses to a source address; uses up the error limit by default."""
        with self._api.lock:
            self._api.limits.error_limit(source or self.host).count(self.clock(), errors)

    def token(
        self,
        character_id: int,
        scopes: Iterable[str] | None = None,
        *,
        application: str = "sandbox",
        seconds: float | None = None,
    ) -> str:
        """Issue an access token of a character.

        Args:
            character_id: one of `world.characters`, or any id.
            scopes: its scopes; None for all.
            application: the client it is issued to.
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

    def _operation(self, path: str, language: str | None) -> Operation:
        """Return the operation of a path, which must be translated if a language is given."""
        for each in sorted(self._api.documents.dates, reverse=True):
            operation, _, _ = self._api.documents.catalogue(each).find("get", path)
            if operation is None:
                continue
            if language and language not in (LANGUAGES if operation.localised else ()):
                raise ValueError(f"{path} has no {language!r} of its own to turn over")
            return operation
        raise ValueError(f"no GET route has the path {path}")
