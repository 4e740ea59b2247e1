"""Define operations of the client with rows; only result methods send requests."""

from __future__ import annotations

from copy import copy, deepcopy
from dataclasses import replace
from inspect import Signature
from typing import TYPE_CHECKING, Any, Literal, Self

from bravado.exception import HTTPNotModified

from esi.core.client import call_errors
from esi.core.client.client import CallableOperation
from esi.core.client.signature import signature_of
from esi.core.http.rates import Rate
from esi.core.model_client.described import DescribedOperation
from esi.core.model_client.parameters import adapted
from esi.core.model_client.token import check_scopes, readable

if TYPE_CHECKING:
    from bravado_core.operation import Operation

    from esi.core.model_client.api import ClientApi
    from esi.core.model_client.future import ModelFuture, Wanted
    from esi.core.model_client.response import ModelResponse

    Answer = tuple[Any, ModelResponse]


# Headers that each operation declares as parameters, and that a client sets itself.
_OWN_HEADERS = ("If-Modified-Since", "X-Compatibility-Date", "X-Tenant")


# Parameters that the translation adds for the 5.x line, with their names here; None if unknown.
_OPTIONS = {"token": "token", "language": "accept_language", "datasource": None}


class ModelOperation:
    """Operation with its parameters: `client.Status.GetStatus()`.

    Attributes:
        operation: its entry in the API's document: `operationId`, `tags`, `parameters`, ...
        api: the client's document and application (`app_name`).
        method: `get`, ...
        url: path with the names of its parameters in braces.
        token: the token of the call.
        extra: None.
        rate: size of its token bucket by the document.
    """

    def __init__(self, operation: Operation, api: ClientApi) -> None:
        self.operation = DescribedOperation.of(operation)
        self.api = api
        self.method: str = operation.http_method
        self.url: str = operation.path_name
        self.token: Any = None
        self.extra: Any = None
        self.rate = Rate.from_document(operation.op_spec.get("x-rate-limit"))
        self._names = _names(operation)
        self._callable = CallableOperation(operation, self._names)
        self._parameters: dict[str, Any] = {}

    def __call__(self, *args: Any, **parameters: Any) -> Self:
        """Set the parameters of the call, and its `token`, `body` and `accept_language`."""
        if args:
            raise call_errors.positional_arguments(self._names, args)
        self.token = parameters.pop("token", None)
        self._parameters = parameters
        return self

    def __getattr__(self, name: str) -> Any:
        if name == "__signature__":  # `inspect` would find a property on the class
            return _signature(self._callable.operation, type(self))
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def __repr__(self) -> str:
        return f"<{self.operation.operationId}, to be sent by result()>"

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """Return the same operation with parameters of its own; connections cannot be copied."""
        copied: Self = copy(self)
        copied(token=self.token, **deepcopy(self._parameters, memo))
        return copied

    def required_scopes(self) -> list[str]:
        """Return the scopes that a token needs for this operation."""
        return list(self.operation.scopes)

    # Called by the result methods of subclasses; synchronous.

    def _answer(self, wanted: Wanted, extra: dict[str, Any]) -> Answer:
        """Return the data and the response, once for each call."""
        return self._future(extra).answer(wanted, self._report)

    def _answers(
        self, languages: list[str], wanted: Wanted, extra: dict[str, Any]
    ) -> dict[str, Answer]:
        """Return the answer in each language; unchanged only if it is in all of them."""
        # Check all before the first is sent.
        futures = [self._future({**extra, "accept_language": code}) for code in languages]
        found: dict[str, Answer | None] = {}
        unchanged: HTTPNotModified | None = None
        for code, future in zip(languages, futures, strict=True):
            try:
                found[code] = future.answer(wanted, self._report)
            except HTTPNotModified as exc:
                found[code], unchanged = None, exc
        if unchanged and not any(found.values()):
            raise unchanged
        anyway = replace(wanted, use_etag=False, since=None)
        return {
            code: found[code] or future.answer(anyway, self._report)
            for code, future in zip(languages, futures, strict=True)
        }

    def _report(self, record: Any) -> None:
        """Report one request; subclasses send a signal."""

    def _future(self, extra: dict[str, Any] | None = None) -> ModelFuture:
        """Check the parameters and return the request, unsent.

        Raises:
            ParameterError: one is missing, unknown or wrong, or the token lacks scopes.
        """
        values = {**self._parameters, **(extra or {})}
        token = values.pop("token", self.token)
        values = adapted(self._callable.operation, values)
        language = values.pop("Accept-Language", None)
        headers = {name: str(values.pop(name)) for name in _OWN_HEADERS if name in values}
        self._check(values)
        check_scopes(token, self.operation.scopes, self.operation.operationId)
        if token is not None and self.operation.scopes:
            values["token"] = readable(token)
        if language:
            values["language"] = language
        if headers:
            values["_request_options"] = {"headers": headers}
        future: ModelFuture = self._callable(**values)
        return future

    def _check(self, values: dict[str, Any]) -> None:
        described = self.operation
        known: dict[str, str | Literal[False]] = {
            param.name: param.required and param.type
            for param in described.parameters
            if param.in_ != "header"
        }
        if described.body is not None:
            known["body"] = described.body and "the request's body"
        given = values.keys() - {"If-None-Match"}
        if error := call_errors.misnamed(described.operationId, given, known):
            raise error

    # Names that programs use, although they are private

    def _has_page_param(self) -> bool:
        return self.operation.has_pages

    def _has_cursor_param(self) -> bool:
        return self.operation.is_cursor_listing

    def _cache_key(self) -> str:
        """Return the key of the cached response."""
        return self._future()._cache_key()  # noqa: SLF001 - the 5.x line's name

    def _etag_key(self) -> str:
        """Return the key under which the cache has the ETag that the caller was given."""
        return self._future().etag_key()

    def _clear_etag(self) -> None:
        """Forget what the caller was given: the next call returns data."""
        self._future().forget_etag()

    def _clear_cache(self) -> None:
        """Delete the cached response."""
        self._future().forget_response()


def _signature(operation: Operation, returned: type) -> Signature:
    """Return the signature of a call, under the names that this client's calls have."""
    made = signature_of(operation, with_character=False)
    names = {**_names(operation).parameters, **_OPTIONS}
    parameters = [
        each.replace(name=known)
        for name, each in made.parameters.items()
        if (known := names.get(name)) is not None
    ]
    return Signature(parameters, return_annotation=returned)


def _names(operation: Operation) -> call_errors.CallNames:
    """Return the document's names for the errors of a call, with `body` for the request's body."""
    parameters = {
        name: "body" if param.location == "body" else name
        for name, param in operation.params.items()
        if param.location in {"path", "query", "body"}
    }
    return call_errors.CallNames(DescribedOperation.of(operation).operationId, parameters)
