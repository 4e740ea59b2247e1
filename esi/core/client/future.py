"""Define the future that an operation returns; its methods, such as `result`, send requests."""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar, cast

from bravado.http_future import HttpFuture

from esi.core import error_text
from esi.core.blocking import warn_if_blocking
from esi.core.cache import policy
from esi.core.client.answer_schema import decoder
from esi.core.client.call_errors import call_options
from esi.core.decoding import rows as row_decoding
from esi.core.entry_point import entry_point
from esi.core.http.messages import PLAIN, Options, error_body, is_server_fault
from esi.core.http.rates import roles
from esi.core.http.response import EsiResponse, invalid, nonconforming
from esi.core.paging import walks
from esi.core.paging.pages import PageStream, WalkStream, fetch_pages, fetch_walk
from esi.core.paging.snapshot import Snapshot
from esi.core.rate_limits.rules import TRANSIENT, downtime
from esi.core.warn import warn
from esi.errors import InconsistentSnapshotWarning, http_error

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Generator, Iterator, Sequence

    from typing_extensions import TypeVar as TypeVarWithDefault
    from typing_extensions import Unpack

    from esi.core.client.call_types import CallOptions, LocalizedOptions, PagesOptions
    from esi.core.engine.engine import Engine
    from esi.core.http.messages import Request, Response
    from esi.core.paging.walks import Walk

    DataT = TypeVarWithDefault("DataT", default=Any)  # Python's own has defaults from 3.13 on
else:
    DataT = TypeVar("DataT")

P = ParamSpec("P")
T = TypeVar("T")

logger = logging.getLogger("esi.core")

_plain = row_decoding.Decoder(None)


class CachingHttpFuture(HttpFuture[DataT], Generic[DataT]):
    """Request for an operation, with the methods that send it and return its data.

    All methods accept `timeout` (seconds, or a pair for connecting and reading), `retries` (maximum
    number after a fault), `language` (a code such as `ko`), `ignore_cache=True` (send a request
    even if the cache has a response), `stale_if_error=True` (use an expired response while
    the API fails; `response.stale` is True then) and `strict=True` (raise
    `NonconformingAnswerError` for a response that lacks what its schema requires). They raise
    bravado's `HTTPError` subclasses for statuses of 400 and more, `ApiConnectionError`,
    `ApiTimeoutError` and `InvalidAnswerError`.

    Methods that follow a listing also accept `max_pages` and `walk`: True also walks listings by id
    (`from_id`, `last_mail_id`, `from_event`, `max_war_id`), False sends a single request. They warn
    with `InconsistentSnapshotWarning` if pages come from different snapshots. docs/paging.md has
    the rules.

    With `request_config.also_return_response = True` the data comes as `(data, response)`.
    """

    # bravado's attributes, and the keywords of the call.
    future: Any
    operation: Any
    request_config: Any
    parameters: dict[str, Any]

    @property
    def engine(self) -> Engine:
        """Engine that sends this request."""
        engine: Engine = self.future.client.engine
        return engine

    @entry_point
    def result(self, **kwargs: Unpack[CallOptions]) -> DataT:  # type: ignore[override]
        """Return the data; of a listing, the first page or the one given as `page`."""
        warn_if_blocking("`await future.aresult()`")
        language, options = call_options(kwargs)
        request = self._request(language)
        response = self.engine.fetch(request, options)
        self._raise_for_status(response)
        return self._returned(self._decoded(response, request, options), EsiResponse(response))

    @entry_point
    def results(self, **kwargs: Unpack[PagesOptions]) -> DataT:
        """Return the data; of a listing, all pages merged into one of the same shape.

        A listing that is walked by ids takes one request, unless `walk=True`. So does any listing
        if the caller passed a parameter that steers a walk (`before`, `from_id`, ...).
        """
        warn_if_blocking("`await future.aresults()`")
        language, options = call_options(kwargs)
        return self._returned(*self._results(language, options))

    @entry_point
    def pages(self, **kwargs: Unpack[PagesOptions]) -> Generator[DataT, None, None]:
        """Yield the pages of a listing one by one while the next ones are fetched.

        Every listing is walked, starting at `before`, `after`, `from_id` and so on if given, for at
        most `max_pages`. Stop at any time: at most twice `ESI_CONCURRENCY` further pages have been
        requested. Earlier pages are not in memory and cannot be fetched again: if the API's cache
        turns over in between, a warning is issued and `consistent` is False from then on.

        A cursor listing starts with its newest page. A record that appears twice was modified
        meanwhile: the later version replaces the earlier one.
        """
        warn_if_blocking("`async for future.apages()`")
        language, options = call_options(kwargs)
        return self._pages(self._request(language), options)

    @entry_point
    def results_localized(
        self, languages: Sequence[str] | None = None, **kwargs: Unpack[LocalizedOptions]
    ) -> dict[str, DataT]:
        """Return `{language: data}` as `results()` does, by default in all languages.

        Keys are the given codes (`en-us` stays the key, `en` is requested). After the first,
        languages are fetched concurrently, within `ESI_CONCURRENCY`. A warning says if the
        languages come from different snapshots.
        """
        warn_if_blocking("`await future.aresults_localized()`")
        _, options = call_options(kwargs)
        codes = self.engine.config().languages if languages is None else languages
        codes = [codes] if isinstance(codes, str) else list(codes)
        # Check all before the first is sent, and refresh the token here instead of in threads.
        requests = [self._request(code) for code in codes]
        snapshots = list(self._concurrently(requests, options))
        merged = (self._merged(snapshot, options) for snapshot in snapshots)
        found = dict(zip(codes, merged, strict=True))
        if len({response.last_modified for _, response in found.values()}) > 1:
            self._warn("its languages come from different snapshots")
        return {code: self._returned(*each) for code, each in found.items()}

    @entry_point
    def snapshot(
        self,
        *,
        read: Callable[[Response], object] | None = None,
        **kwargs: Unpack[PagesOptions],
    ) -> Snapshot:
        """Fetch the pages of `results()` without decoding them, and judge their consistency.

        Also accepts `progress`, called with (page number, page count, response) for each page, and
        `read` (see `Options`), which a walk ignores because it merges its pages.
        """
        language, options = call_options(kwargs)
        return self._snapshot(self._request(language), replace(options, read=read))

    # Awaited calls

    @entry_point
    async def aresult(self, **kwargs: Unpack[CallOptions]) -> DataT:
        """Await what `result()` returns.

        The call runs in a thread. A task that is cancelled sends no further request.
        """
        return await self.awaited(self.result, **kwargs)

    @entry_point
    async def aresults(self, **kwargs: Unpack[PagesOptions]) -> DataT:
        """Await what `results()` returns; see `aresult`."""
        return await self.awaited(self.results, **kwargs)

    @entry_point
    async def aresults_localized(
        self, languages: Sequence[str] | None = None, **kwargs: Unpack[LocalizedOptions]
    ) -> dict[str, DataT]:
        """Await what `results_localized()` returns; see `aresult`."""
        return await self.awaited(self.results_localized, languages, **kwargs)

    def apages(self, **kwargs: Unpack[PagesOptions]) -> AsyncGenerator[DataT, None]:
        """Yield what `pages()` yields, with `async for`.

        Stop at any time: requests in flight are completed, and no others are sent.
        """
        return self.engine.threads.iterate(self._name, partial(self.awaited, self.pages, **kwargs))

    async def awaited(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Await a function that sends this call, in a thread."""
        return await self.engine.threads.run(self._name, function, *args, **kwargs)

    def __repr__(self) -> str:
        name = self._name if self.operation else "request"
        arguments = _shown(getattr(self, "parameters", {}))
        return f"<{name}({arguments}), to be sent by results()>"

    # Internals

    @property
    def _name(self) -> str:
        """Name of the operation in messages."""
        return str(self.operation.operation_id) if self.operation else ""

    def _cache_key(self) -> str:
        """Return the cache key of this request."""
        return policy.key(self._request(None))

    def _address(self) -> str:
        """Return the values in the URL that distinguish this call from others, without defaults."""
        told = {}
        for name, value in getattr(self, "parameters", {}).items():
            param = self.operation.params[name]
            if param.location in {"path", "query"} and value != param.param_spec.get("default"):
                told[name] = value
        return _shown(told)

    def _request(self, language: str | None) -> Request:
        request: Request = self.future.plain(self.operation, language)
        return request

    def _walk(self, request: Request, options: Options) -> tuple[Walk | None, Request, bool]:
        """Return (walk or None, first request, whether it is the only one) of a listing."""
        spec, names = self.operation.op_spec, self.operation.params
        passed = getattr(self, "parameters", {})
        given = {**passed, **dict(request.params)}  # a None that was passed is not in the request
        walk = walks.walk_of(spec, names, given)
        steered = not walks.steering(spec, names).isdisjoint(given)
        by_id = isinstance(walk, walks.IdWalk)
        once = options.walk is False or (options.walk is None and (by_id or steered))
        if isinstance(walk, walks.CursorWalk) and "limit" in names and "limit" not in passed:
            most = names["limit"].param_spec.get("maximum")
            request = request.with_param("limit", most) if most and not once else request
        return walk, request, once

    def _snapshot(self, request: Request, options: Options) -> Snapshot:
        return self._accepted(self._fetched(request, options))

    def _fetched(self, request: Request, options: Options) -> Snapshot:
        """Fetch the pages; the first may be an error response."""
        walk, request, once = self._walk(request, options)
        if once or request.method != "GET":
            return Snapshot([self.engine.fetch(request, options)], requested=[request])
        if walk:
            options = replace(options, read=None)
            return fetch_walk(self.engine, request, walk, options, self._read_plainly)
        return fetch_pages(self.engine, request, options)

    def _concurrently(self, requests: list[Request], options: Options) -> Iterator[Snapshot]:
        """Yield snapshots in the order of their requests; send the others after the first.

        If the first is refused (an item that does not exist), the others would be too, and each
        refusal costs error budget.
        """
        fetch = partial(self._fetched, options=options)
        for request in requests[:1]:
            yield self._accepted(fetch(request))
        for snapshot in self.engine.map(fetch, requests[1:]):
            yield self._accepted(snapshot)

    def _accepted(self, snapshot: Snapshot) -> Snapshot:
        """Return the snapshot; raise if it was refused, warn if it is inconsistent."""
        self._raise_for_status(snapshot.responses[0])
        if not snapshot.consistent:
            self._warn("its pages come from different snapshots, or some are missing")
        return snapshot

    def _results(self, language: str | None, options: Options) -> tuple[Any, EsiResponse]:
        return self._merged(self._snapshot(self._request(language), options), options)

    def _merged(self, snapshot: Snapshot, options: Options) -> tuple[Any, EsiResponse]:
        pages = zip(snapshot.responses, snapshot.requested, strict=True)
        first, *rest = (self._decoded(response, request, options) for response, request in pages)
        if isinstance(first, list):
            for page in rest:
                first.extend(page)
        return first, EsiResponse(
            snapshot.responses[-1],
            consistent=snapshot.consistent,
            rounds=snapshot.rounds,
            last_modified=snapshot.last_modified,
            stale=snapshot.stale,
        )

    @entry_point
    def _pages(self, request: Request, options: Options) -> Generator[Any, None, None]:
        walk, request, _ = self._walk(request, replace(options, walk=True))
        read = partial(self._read, options=options)
        if walk:
            followed: Any = WalkStream(self.engine, request, walk, options, read)
        else:
            followed = PageStream(self.engine, request, options, read)
        warned = False
        for page, response in followed:
            if not followed.consistent and not warned:
                warned = True
                self._warn("its pages come from different snapshots")
            yield self._returned(page, EsiResponse(response, consistent=followed.consistent))
        if not followed.consistent and not warned:
            self._warn("it ended early")

    def _read(self, response: Response, request: Request, options: Options) -> Any:
        self._raise_for_status(response)
        return self._decoded(response, request, options)

    def _read_plainly(self, response: Response, request: Request) -> Any:
        self._raise_for_status(response)
        return self._value(_plain, response, request)

    def _warn(self, what: str) -> None:
        text = (
            f"{self._name}: {what}; rows may be missing or duplicated. Try again "
            "later, or let the pull wait until the API's cache turns over: ESI_PAGE_WAIT."
        )
        logger.warning(text)
        warn(text, InconsistentSnapshotWarning)

    def _decoded(self, response: Response, request: Request, options: Options = PLAIN) -> Any:
        read = decoder(self.operation)
        # `validate_responses` is bravado's setting: programs switch it off to accept anything.
        strict = options.strict and self.operation.swagger_spec.config["validate_responses"]
        return self._value(read.strict if strict else read, response, request)

    def _value(self, read: Callable[[bytes], Any], response: Response, request: Request) -> Any:
        try:
            return read(response.body)
        except row_decoding.NonconformingError as exc:
            raise nonconforming(request, str(exc)) from None
        except ValueError as exc:
            self.engine.responses.delete(request)
            raise invalid(response, request, str(exc)) from None

    def _returned(self, data: Any, response: EsiResponse) -> DataT:
        found: Any = (data, response) if self.request_config.also_return_response else data
        return cast("DataT", found)

    def _raise_for_status(self, response: Response) -> None:
        """Raise bravado's error for a status of 300 or more."""
        if response.status < 300:
            return
        body, message = error_body(response)
        likely = downtime(self.engine.clock()) if response.status in TRANSIENT else ""
        message = error_text.joined(message, likely, self._advice(response)) or None
        raise http_error(EsiResponse(response), message, body, self._name, self._address())

    def _advice(self, response: Response) -> str:
        """Explain how the token caused a refusal, if the document allows a conclusion."""
        spec, status = self.operation.op_spec, response.status
        if status == 403 and is_server_fault(response):
            return "The API could not check the token with EVE's SSO. Try again in a few minutes."
        if status == 403 and (needed := ", ".join(roles(spec))):
            return f"The character needs one of these roles in its corporation: {needed}."
        if status == 401 and spec.get("security") and not self._has_token():
            return self._token_advice()
        return ""

    def _has_token(self) -> bool:
        return "authorization" in self._request(None).headers

    def _token_advice(self) -> str:
        return "The operation needs a token: pass token=."


def _shown(values: dict[str, Any]) -> str:
    return ", ".join(f"{name}={error_text.brief(value)}" for name, value in values.items())
