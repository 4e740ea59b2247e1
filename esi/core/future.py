"""What an operation returns: nothing is sent until its `result`, `results` or another is called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from bravado.exception import make_http_exception
from bravado.http_future import HttpFuture

from esi import errors
from esi.core import cache, decode
from esi.core.exchange import PLAIN, Options
from esi.core.limits import PASSING, downtime
from esi.core.paging import Snapshot
from esi.core.pulling import fetch_pages
from esi.core.transport import EsiResponse, invalid, nonconforming

if TYPE_CHECKING:
    from bravado_core.operation import Operation

    from esi.core.engine import Engine
    from esi.core.exchange import Answer, Request

_decoders: WeakKeyDictionary[Operation, decode.Decoder] = WeakKeyDictionary()


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


def decoder(operation: Operation) -> decode.Decoder:
    """The decoder of an operation's answers, compiled once."""
    if operation not in _decoders:
        _decoders[operation] = decode.Decoder(answer_schema(operation))
    return _decoders[operation]


class CachingHttpFuture(HttpFuture):
    """The request for an operation and the ways to its answer.

    All methods take `timeout` (seconds, or a pair for connecting and reading), `retries` (at most
    so many after a fault), `language` (a code such as `ko`), `ignore_cache=True` (ask the API
    whatever the cache holds), `stale_if_error=True` (while the API is ill, what the cache holds
    will do; `response.stale` tells) and `strict=True` (an answer that lacks what its schema
    requires is a `NonconformingAnswerError`), and they raise bravado's `HTTPError` subclasses for
    answers of 400 and more, `ApiConnectionError`, `ApiTimeoutError` and `InvalidAnswerError`.

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
        """Return the answer, all pages of it as one list where it has several."""
        language, options = _options(kwargs)
        return self._results(language, options)

    def results_localized(
        self, languages: list[str] | None = None, **kwargs: Any
    ) -> dict[str, Any]:
        """Return `{language: what results() returns}`, in all languages where none are given.

        A code keeps the form it was given in (`en-us` stays the key, `en` is asked for).
        """
        _, options = _options(kwargs)
        codes = self.engine.config().languages if languages is None else languages
        for code in codes:  # all are checked before the first request goes out
            self.future.client.language(code)
        return {code: self._results(code, options) for code in codes}

    def snapshot(self, **kwargs: Any) -> Snapshot:
        """Fetch all pages without decoding them, with the verdict on their consistency.

        Also takes `progress`, called with (page number, page count, answer) as pages come in.
        """
        language, options = _options(kwargs)
        return self._snapshot(self._request(language), options)

    # Inner workings

    def _cache_key(self) -> str:
        """The key under which the answer to this request is kept."""
        return cache.key(self._request(None))

    def _request(self, language: str | None) -> Request:
        request: Request = self.future.plain(self.operation, language)
        return request

    def _snapshot(self, request: Request, options: Options) -> Snapshot:
        if request.method == "GET":
            snapshot = fetch_pages(self.engine, request, options)
        else:
            snapshot = Snapshot([self.engine.fetch(request, options)])
        self._raise_for_status(snapshot.answers[0])
        return snapshot

    def _results(self, language: str | None, options: Options) -> Any:
        request = self._request(language)
        snapshot = self._snapshot(request, options)
        data = self._decoded(snapshot.answers[0], request, options)
        if isinstance(data, list):
            for answer in snapshot.answers[1:]:
                data.extend(self._decoded(answer, request, options))
        response = EsiResponse(
            snapshot.answers[-1], consistent=snapshot.consistent, rounds=snapshot.rounds
        )
        return self._returned(data, response)

    def _decoded(self, answer: Answer, request: Request, options: Options = PLAIN) -> Any:
        read = decoder(self.operation)
        # `validate_responses` is bravado's knob: programs switch it off to take what comes.
        strict = options.strict and self.operation.swagger_spec.config["validate_responses"]
        try:
            return read.strict(answer.body) if strict else read(answer.body)
        except decode.NonconformingError as exc:
            raise nonconforming(request, str(exc)) from exc
        except ValueError as exc:
            self.engine.forget(request)
            raise invalid(answer, request, str(exc)) from exc

    def _returned(self, data: Any, response: EsiResponse) -> Any:
        return (data, response) if self.request_config.also_return_response else data

    def _raise_for_status(self, answer: Answer) -> None:
        """Raise what bravado raises for this status; an answer below 300 passes."""
        if answer.status < 300:
            return
        response = EsiResponse(answer)
        try:
            said = decode.Decoder(None)(answer.body)
        except ValueError:
            said = None  # an HTML page from in between says nothing of use
        message = said.get("error") if isinstance(said, dict) else None
        if answer.status in {420, 429}:
            limit = errors.ErrorLimitError if answer.status == 420 else errors.RateLimitError
            raise limit(response, message=message, swagger_result=said)
        if answer.status in PASSING and (likely := downtime(self.engine.clock())):
            message = f"{message or answer.reason}. {likely}"
        raise make_http_exception(response=response, message=message, swagger_result=said)


def _options(kwargs: dict[str, Any]) -> tuple[str | None, Options]:
    """Split a call's keywords into its language and what the engine is told."""
    language = kwargs.pop("language", None)
    try:
        return language, Options(**kwargs)
    except TypeError:
        known = "timeout, retries, language, ignore_cache, stale_if_error, strict"
        raise TypeError(f"Unknown argument in {sorted(kwargs)}; known are {known}.") from None
