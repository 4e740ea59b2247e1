"""What an operation returns: nothing is sent until its `result`, `results` or another is called."""

from __future__ import annotations

import logging
from dataclasses import fields, replace
from functools import partial
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from bravado.http_future import HttpFuture

from esi.core import error_text
from esi.core.cache import policy
from esi.core.client.call_errors import bound, brief
from esi.core.decoding import rows as row_decoding
from esi.core.http.messages import PLAIN, Options
from esi.core.http.response import EsiResponse, invalid, nonconforming
from esi.core.paging import walk_pages, walks
from esi.core.paging.pages import PageStream, fetch_pages
from esi.core.paging.snapshot import Snapshot
from esi.core.rate_limits.rules import TRANSIENT, downtime
from esi.core.warn import warn
from esi.errors import InconsistentSnapshotWarning, http_error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bravado_core.operation import Operation

    from esi.core.engine.engine import Engine
    from esi.core.http.messages import Request, Response
    from esi.core.paging.walks import Walk

logger = logging.getLogger("esi.core")

_plain = row_decoding.Decoder(None)

_decoders: WeakKeyDictionary[Operation, row_decoding.Decoder] = WeakKeyDictionary()


def answer_schema(operation: Operation) -> dict[str, Any] | None:
    """The schema of an operation's good answer, free of references where they allow it."""
    responses = operation.op_spec.get("responses", {})
    for status in ("200", "201", 200, 201):
        if status in responses:
            response = operation.swagger_spec.deref(responses[status])
            schema: dict[str, Any] | None = response.get("schema")
            return _inlined(operation, schema) if schema else None
    return None


def _inlined(operation: Operation, schema: Any, within: tuple[int, ...] = ()) -> Any:
    """A schema with its references replaced by what they name; a loop of them ends in `{}`."""
    if isinstance(schema, list):
        return [_inlined(operation, item, within) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        schema = operation.swagger_spec.deref(schema)
        if id(schema) in within:
            return {}
        within = (*within, id(schema))
    return {key: _inlined(operation, value, within) for key, value in schema.items()}


def decoder(operation: Operation) -> row_decoding.Decoder:
    """The decoder of an operation's answers, compiled once."""
    if operation not in _decoders:
        _decoders[operation] = row_decoding.Decoder(answer_schema(operation))
    return _decoders[operation]


def heard(answer: Response) -> tuple[Any, str | None]:
    """What a refusal holds: (its JSON, None where it has none; what that says, in words)."""
    try:
        body = answer.body
    except ValueError:
        return None, None
    try:
        said = _plain(body)
    except ValueError:
        # A page of HTML from in between says nothing of use; a proxy's plain text may.
        plain = answer.headers.get("content-type", "").startswith("text/plain")
        return None, error_text.words(body.decode("utf-8", "replace")) if plain else None
    return said, error_text.words(said)


class CachingHttpFuture(HttpFuture):
    """The request for an operation and the ways to its answer.

    All methods take `timeout` (seconds, or a pair for connecting and reading), `retries` (at most
    so many after a fault), `language` (a code such as `ko`), `ignore_cache=True` (ask the API
    whatever the cache holds), `stale_if_error=True` (while the API is ill, what the cache holds
    will do; `response.stale` tells) and `strict=True` (an answer that lacks what its schema
    requires is a `NonconformingAnswerError`), and they raise bravado's `HTTPError` subclasses for
    answers of 400 and more, `ApiConnectionError`, `ApiTimeoutError` and `InvalidAnswerError`.

    Those that follow a listing also take `max_pages` and `walk`: True walks listings by id as well
    (`from_id`, `last_mail_id`, `from_event`, `max_war_id`), False makes one request of any. They
    warn with `InconsistentSnapshotWarning` where pages are of different moments. docs/paging.md has
    the rules.

    With `request_config.also_return_response = True` the data comes as `(data, response)`.
    """

    @property
    def engine(self) -> Engine:
        """The engine that this request goes through."""
        engine: Engine = self.future.client.engine
        return engine

    def result(self, **kwargs: Any) -> Any:
        """Return the answer; of a listing the first page, or the one asked for with `page`."""
        language, options = _options(kwargs)
        request = self._request(language)
        answer = self.engine.fetch(request, options)
        self._raise_for_status(answer)
        return self._returned(self._decoded(answer, request, options), EsiResponse(answer))

    def results(self, **kwargs: Any) -> Any:
        """Return the answer; of a listing all pages, merged into one answer of the same shape.

        A listing that is walked by ids is one request, unless `walk=True`. One request, too, and
        its answer as it is, where the caller passed what steers a walk (`before`, `from_id`, ...).
        """
        language, options = _options(kwargs)
        return self._returned(*self._results(language, options))

    def pages(self, **kwargs: Any) -> Iterator[Any]:
        """Yield the pages of a listing one by one, while those ahead are fetched.

        Any listing is walked, from where `before`, `after`, `from_id` and so on say, at most
        `max_pages`. Stop whenever enough was seen: at most twice `ESI_CONCURRENCY` pages beyond the
        one you read are asked for. No others are held in memory, so nothing can be repaired: where
        the cache turns over on the way, a warning says so, and the `consistent` of this and later
        responses.

        Of a cursor listing the newest page comes first. A record that comes again replaces the
        one that came before: it was modified in the meantime.
        """
        language, options = _options(kwargs)
        bound(self.operation, options.max_pages)
        return self._pages(self._request(language), options)

    def results_localized(
        self, languages: list[str] | None = None, **kwargs: Any
    ) -> dict[str, Any]:
        """Return `{language: what results() returns}`, in all languages where none are given.

        A code keeps the form it was given in (`en-us` stays the key, `en` is asked for). After the
        first, languages are asked for side by side, within `ESI_CONCURRENCY`. Each is a snapshot of
        its own; a warning says when they are of different moments.
        """
        _, options = _options(kwargs)
        codes = self.engine.config().languages if languages is None else languages
        codes = [codes] if isinstance(codes, str) else list(codes)
        # All are checked before the first goes out, and a token is refreshed here, not in threads.
        requests = [self._request(code) for code in codes]
        snapshots = list(self._side_by_side(requests, options))
        merged = (self._merged(snapshot, options) for snapshot in snapshots)
        found = dict(zip(codes, merged, strict=True))
        if len({response.last_modified for _, response in found.values()}) > 1:
            self._warn("its languages are of different moments")
        return {code: self._returned(*each) for code, each in found.items()}

    def snapshot(self, **kwargs: Any) -> Snapshot:
        """Fetch what `results()` would without decoding it, with the verdict on its consistency.

        Also takes `progress`, called with (page number, page count, answer) as pages come in.
        """
        language, options = _options(kwargs)
        return self._snapshot(self._request(language), options)

    def __repr__(self) -> str:
        given = getattr(self, "parameters", {})
        told = ", ".join(f"{name}={brief(value)}" for name, value in given.items())
        name = self.operation.operation_id if self.operation else "request"
        return f"<{name}({told}), to be sent by results()>"

    # Inner workings

    def _cache_key(self) -> str:
        """The key under which the answer to this request is kept."""
        return policy.key(self._request(None))

    def _request(self, language: str | None) -> Request:
        request: Request = self.future.plain(self.operation, language)
        return request

    def _walk(self, request: Request, options: Options) -> tuple[Walk | None, Request, bool]:
        """How a listing is followed: (its walk, the request that begins it, one request only)."""
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
        """The pages as they came; the first may be a refusal."""
        bound(self.operation, options.max_pages)
        walk, request, once = self._walk(request, options)
        if once or request.method != "GET":
            return Snapshot([self.engine.fetch(request, options)], requested=[request])
        if walk:
            return walk_pages.fetch_walk(self.engine, request, walk, options, self._read_plainly)
        return fetch_pages(self.engine, request, options)

    def _side_by_side(self, requests: list[Request], options: Options) -> Iterator[Snapshot]:
        """Snapshots in the order of their requests; the first goes ahead.

        What it is refused (an item that is not there) the others would be as well, and each refusal
        costs error budget.
        """
        fetch = partial(self._fetched, options=options)
        for request in requests[:1]:
            yield self._accepted(fetch(request))
        for snapshot in self.engine.map(fetch, requests[1:]):
            yield self._accepted(snapshot)

    def _accepted(self, snapshot: Snapshot) -> Snapshot:
        """The same, where the API gave it; a word on it where its pages do not belong together."""
        self._raise_for_status(snapshot.responses[0])
        if not snapshot.consistent:
            self._warn("its pages are of different moments, or some are missing")
        return snapshot

    def _results(self, language: str | None, options: Options) -> tuple[Any, EsiResponse]:
        return self._merged(self._snapshot(self._request(language), options), options)

    def _merged(self, snapshot: Snapshot, options: Options) -> tuple[Any, EsiResponse]:
        pages = zip(snapshot.responses, snapshot.requested, strict=True)
        first, *rest = (self._decoded(answer, asked, options) for answer, asked in pages)
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

    def _pages(self, request: Request, options: Options) -> Iterator[Any]:
        walk, request, _ = self._walk(request, replace(options, walk=True))
        read = partial(self._read, options=options)
        if walk:
            followed: Any = walk_pages.WalkStream(self.engine, request, walk, options, read)
        else:
            followed = PageStream(self.engine, request, options, read)
        told = False
        for page, answer in followed:
            if not followed.consistent and not told:
                told = True
                self._warn("its pages are of different moments")
            response = EsiResponse(answer, consistent=followed.consistent)
            yield self._returned(page, response)
        if not followed.consistent and not told:
            self._warn("it ended before its time")

    def _read(self, answer: Response, request: Request, options: Options) -> Any:
        self._raise_for_status(answer)
        return self._decoded(answer, request, options)

    def _read_plainly(self, answer: Response, request: Request) -> Any:
        self._raise_for_status(answer)
        try:
            return _plain(answer.body)
        except ValueError as exc:
            self.engine.responses.delete(request)
            raise invalid(answer, request, str(exc)) from exc

    def _warn(self, what: str) -> None:
        text = (
            f"{self.operation.operation_id}: {what}, so rows may be lost or doubled. Ask again in "
            "a while, or let the pull wait for the API's cache to turn over: ESI_PAGE_WAIT."
        )
        logger.warning(text)
        warn(text, InconsistentSnapshotWarning)

    def _decoded(self, answer: Response, request: Request, options: Options = PLAIN) -> Any:
        read = decoder(self.operation)
        # `validate_responses` is bravado's knob: programs switch it off to take what comes.
        strict = options.strict and self.operation.swagger_spec.config["validate_responses"]
        try:
            return read.strict(answer.body) if strict else read(answer.body)
        except row_decoding.NonconformingError as exc:
            raise nonconforming(request, str(exc)) from exc
        except ValueError as exc:
            self.engine.responses.delete(request)
            raise invalid(answer, request, str(exc)) from exc

    def _returned(self, data: Any, response: EsiResponse) -> Any:
        return (data, response) if self.request_config.also_return_response else data

    def _raise_for_status(self, answer: Response) -> None:
        """Raise what bravado raises for this status; an answer below 300 passes."""
        if answer.status < 300:
            return
        said, message = heard(answer)
        likely = downtime(self.engine.clock()) if answer.status in TRANSIENT else ""
        message = error_text.joined(message, likely, self._advice(answer.status)) or None
        raise http_error(EsiResponse(answer), message, said, self.operation.operation_id)

    def _advice(self, status: int) -> str:
        """What a refusal has to do with the token, as far as the document tells."""
        spec = self.operation.op_spec
        roles = ", ".join(spec.get("x-required-roles") or ())
        if status == 403 and roles:
            return f"The character needs one of these roles in its corporation: {roles}."
        if status == 401 and spec.get("security") and not self._has_token():
            return self._token_wanted()
        return ""

    def _has_token(self) -> bool:
        return "authorization" in self._request(None).headers

    def _token_wanted(self) -> str:
        return "The operation needs a token: pass token=."


_KNOWN = {field.name for field in fields(Options)} - {"session"}


def _options(kwargs: dict[str, Any]) -> tuple[str | None, Options]:
    """Split a call's keywords into its language and what the engine is told."""
    language = kwargs.pop("language", None)
    if unknown := sorted(kwargs.keys() - _KNOWN):
        known = ", ".join(sorted({"language", *_KNOWN}))
        raise TypeError(f"Unknown argument {', '.join(unknown)}; known are {known}.")
    return language, Options(**kwargs)
