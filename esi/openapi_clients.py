"""API client whose rows have attributes, with the names of releases 8 to 10.

It shares its engine, cache and limits with `esi.clients`; one site may use both.
"""

from __future__ import annotations

import esi._bravado
import esi._django  # noqa: F401 - first: it names the extra if Django is missing

# isort: split
import functools
from copy import copy
from datetime import UTC, date, datetime, time
from importlib import import_module
from typing import TYPE_CHECKING, Any, Generic, Literal, ParamSpec, Self, TypeVar, cast, overload

from asgiref.sync import sync_to_async
from requests.structures import CaseInsensitiveDict

from esi import __title__, __url__, __version__, app_settings, clients, signals
from esi._header_values import timestamp
from esi.app_settings import pascal_case_string
from esi.core import fork
from esi.core.blocking import warn_if_blocking
from esi.core.client.factory import make_client
from esi.core.client.future import DataT
from esi.core.entry_point import entry_point
from esi.core.http.auth import access_token
from esi.core.model_client.api import ClientApi
from esi.core.model_client.client import ModelClient, ModelTag
from esi.core.model_client.etags import ETAG_EXPIRY
from esi.core.model_client.future import ModelFuture, Wanted
from esi.core.model_client.operation import ModelOperation
from esi.core.model_client.token import check_scopes, readable
from esi.errors import ParameterError
from esi.exceptions import (
    ESIErrorLimitException,
    HTTPClientError,
    HTTPNotModified,
    HTTPServerError,
    RequestError,
    from_error,
)
from esi.rate_limiting import ESIRateLimitBucket, ESIRateLimits
from esi.stubs import ESIClientAsyncStub, ESIClientStub

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Coroutine, Mapping, Sequence

    from typing_extensions import TypeVar as TypeVarWithDefault

    from esi.core.engine.telemetry import RequestRecord
    from esi.core.model_client.response import ModelResponse

    RowT = TypeVarWithDefault("RowT", default=Any)
else:
    RowT = TypeVar("RowT")

__all__ = [
    "ETAG_EXPIRY",
    "BaseEsiOperation",
    "ESIClient",
    "ESIClientAsync",
    "ESIClientProvider",
    "ESIErrorLimitException",
    "ESIRateLimitBucket",
    "ESIRateLimits",
    "ESITag",
    "ESITagAsync",
    "EsiOperation",
    "EsiOperationAsync",
    "HTTPClientError",
    "HTTPNotModified",
    "HTTPServerError",
    "RequestError",
    "esi_client_factory_async",
    "esi_client_factory_sync",
]


P = ParamSpec("P")
T = TypeVar("T")

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        """Return a class of httpx2 that apps import from here, as from releases 8 to 10."""
        if name in {"HTTPStatusError", "Response"}:
            return getattr(import_module("httpx2"), name)  # importing it takes time
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


_INSTEAD = "`await operation.{}(...)` of the client that `await provider.client_async` returns"


class BaseEsiOperation(ModelOperation):
    """Operation with its parameters; see `EsiOperation`."""

    @property
    def bucket(self) -> ESIRateLimitBucket | None:
        """Token bucket that pays for the operation; None if the error limit alone applies."""
        rate = self.rate
        return ESIRateLimitBucket(rate.group, rate.tokens, int(rate.window)) if rate else None

    def _fetch(self, *, return_response: bool, extra: dict[str, Any], **wanted: Any) -> Any:
        """Return the data, or data and response; raise exceptions of `esi.exceptions`."""
        try:
            data, response = self._answer(Wanted(**wanted), extra)
        except Exception as exc:  # noqa: BLE001 - translated
            raise from_error(exc) from None
        return (data, response) if return_response else data

    def _fetch_localized(
        self,
        languages: Sequence[str] | None,
        *,
        return_response: bool,
        extra: dict[str, Any],
        **wanted: Any,
    ) -> dict[str, Any]:
        """Return what `_fetch` returns, by language."""
        codes = languages or app_settings.ESI_LANGUAGES
        codes = [codes] if isinstance(codes, str) else list(codes)
        try:
            found = self._answers(codes, Wanted(**wanted), extra)
        except Exception as exc:  # noqa: BLE001 - translated
            raise from_error(exc) from None
        return {code: each if return_response else each[0] for code, each in found.items()}

    def _report(self, record: RequestRecord) -> None:
        """Send the signal of a request."""
        sender = type(self)
        if signals.esi_request_statistics.has_listeners(sender):
            signals.esi_request_statistics.send_robust(
                sender,
                operation=self.operation.operationId,
                method=record.method,
                status_code=record.status,
                headers=CaseInsensitiveDict(record.headers),
                latency=record.latency,
                bucket=self.rate.group if self.rate else "",
                cache=record.cache,
                transferred=record.transferred,
                tokens=record.tokens,
            )


class EsiOperation(BaseEsiOperation, Generic[DataT, RowT]):
    """Operation with its parameters; only `result()` and `results()` send requests.

    Both accept the same keywords:

    - `use_etag`: raise `HTTPNotModified` if the last call returned the same answer; False always
      returns data.
    - `return_response`: return `(data, response)`; for a listing, the response of the last page.
    - `force_refresh`: fetch the response again, without conditions.
    - `use_cache`: False sends a request even if the cached response is fresh.
    - `store_cache`: False keeps the body out of the cache, but remembers its ETag.
    - `last_modified`: raise `HTTPNotModified` if the answer was not modified after this time (a
      datetime, UTC if naive, a date, or the text of a `Last-Modified`).
    - parameters of the operation, such as `accept_language`.

    Raises:
        ParameterError: a parameter is missing, unknown or wrong, or the token lacks scopes (a
            ValueError).
        HTTPNotModified, HTTPClientError, HTTPServerError, RequestError, ContentTypeError: see
            `esi.exceptions`.
        ESIErrorLimitException, ESIBucketLimitException: wait `reset` seconds.
    """

    @overload
    def result(
        self,
        use_etag: bool = ...,
        return_response: Literal[False] = ...,
        force_refresh: bool = ...,
        use_cache: bool = ...,
        store_cache: bool = ...,
        last_modified: datetime | None = ...,
        **extra: Any,
    ) -> DataT: ...

    @overload
    def result(
        self,
        use_etag: bool = ...,
        *,
        return_response: Literal[True],
        force_refresh: bool = ...,
        use_cache: bool = ...,
        store_cache: bool = ...,
        last_modified: datetime | None = ...,
        **extra: Any,
    ) -> tuple[DataT, ModelResponse]: ...

    @overload
    def result(
        self,
        use_etag: bool = ...,
        *,
        return_response: bool,
        force_refresh: bool = ...,
        use_cache: bool = ...,
        store_cache: bool = ...,
        last_modified: datetime | None = ...,
        **extra: Any,
    ) -> DataT | tuple[DataT, ModelResponse]: ...

    @entry_point
    def result(
        self,
        use_etag: bool = True,
        return_response: bool = False,
        force_refresh: bool = False,
        use_cache: bool = True,
        store_cache: bool = True,
        last_modified: datetime | str | None = None,
        **extra: Any,
    ) -> Any:
        """Return the data; of a listing, the first page or the one given as `page`."""
        warn_if_blocking(_INSTEAD.format("result"))
        return self._fetch(
            use_etag=use_etag,
            return_response=return_response,
            force_refresh=force_refresh,
            use_cache=use_cache,
            store_cache=store_cache,
            since=_moment(last_modified),
            extra=extra,
        )

    @overload
    def results(
        self,
        use_etag: bool = ...,
        return_response: Literal[False] = ...,
        force_refresh: bool = ...,
        use_cache: bool = ...,
        store_cache: bool = ...,
        last_modified: datetime | None = ...,
        **extra: Any,
    ) -> list[RowT]: ...

    @overload
    def results(
        self,
        use_etag: bool = ...,
        *,
        return_response: Literal[True],
        force_refresh: bool = ...,
        use_cache: bool = ...,
        store_cache: bool = ...,
        last_modified: datetime | None = ...,
        **extra: Any,
    ) -> tuple[list[RowT], ModelResponse]: ...

    @overload
    def results(
        self,
        use_etag: bool = ...,
        *,
        return_response: bool,
        force_refresh: bool = ...,
        use_cache: bool = ...,
        store_cache: bool = ...,
        last_modified: datetime | None = ...,
        **extra: Any,
    ) -> list[RowT] | tuple[list[RowT], ModelResponse]: ...

    @entry_point
    def results(
        self,
        use_etag: bool = True,
        return_response: bool = False,
        force_refresh: bool = False,
        use_cache: bool = True,
        store_cache: bool = True,
        last_modified: datetime | str | None = None,
        **extra: Any,
    ) -> Any:
        """Return a list of all rows: of all pages of a listing, from `page` on if given."""
        warn_if_blocking(_INSTEAD.format("results"))
        return self._fetch(
            all_pages=True,
            use_etag=use_etag,
            return_response=return_response,
            force_refresh=force_refresh,
            use_cache=use_cache,
            store_cache=store_cache,
            since=_moment(last_modified),
            extra=extra,
        )

    @entry_point
    def results_localized(
        self, languages: Sequence[str] | None = None, **kwargs: Any
    ) -> dict[str, list[RowT]]:
        """Return what `results()` returns by language, by default in all of ESI_LANGUAGES."""
        warn_if_blocking(_INSTEAD.format("results_localized"))
        wanted = {
            name: kwargs.pop(name)
            for name in ("use_etag", "force_refresh", "use_cache", "store_cache")
            if name in kwargs
        }
        return self._fetch_localized(
            languages,
            all_pages=True,
            since=_moment(kwargs.pop("last_modified", None)),
            return_response=kwargs.pop("return_response", False),
            extra=kwargs,
            **wanted,
        )


def _awaited(method: Callable[P, T]) -> Callable[P, Coroutine[Any, Any, T]]:
    """Return the coroutine function that calls a method in a thread.

    The token is checked and refreshed before, where Django's asynchronous code uses the database.
    """

    @entry_point
    @functools.wraps(method)
    async def call(self: EsiOperationAsync, *args: Any, **kwargs: Any) -> Any:
        ready: Any = copy(self)
        ready.token = await self._ready(kwargs.pop("token", self.token))
        threads = clients._engine.threads  # noqa: SLF001 - one engine per process
        return await threads.run(self.operation.operationId, method, ready, *args, **kwargs)

    return cast("Callable[P, Coroutine[Any, Any, T]]", call)


class EsiOperationAsync(BaseEsiOperation, Generic[DataT, RowT]):
    """Operation whose results are awaited: `await operation.results()`; see `EsiOperation`.

    A call runs in a thread. A task that is cancelled sends no further request.
    """

    if TYPE_CHECKING:

        @overload
        async def result(
            self,
            use_etag: bool = ...,
            return_response: Literal[False] = ...,
            force_refresh: bool = ...,
            use_cache: bool = ...,
            store_cache: bool = ...,
            last_modified: datetime | None = ...,
            **extra: Any,
        ) -> DataT: ...

        @overload
        async def result(
            self,
            use_etag: bool = ...,
            *,
            return_response: Literal[True],
            force_refresh: bool = ...,
            use_cache: bool = ...,
            store_cache: bool = ...,
            last_modified: datetime | None = ...,
            **extra: Any,
        ) -> tuple[DataT, ModelResponse]: ...

        @overload
        async def result(
            self,
            use_etag: bool = ...,
            *,
            return_response: bool,
            force_refresh: bool = ...,
            use_cache: bool = ...,
            store_cache: bool = ...,
            last_modified: datetime | None = ...,
            **extra: Any,
        ) -> DataT | tuple[DataT, ModelResponse]: ...

        async def result(self, *args: Any, **kwargs: Any) -> Any:
            """Await what `EsiOperation.result` returns."""

        @overload
        async def results(
            self,
            use_etag: bool = ...,
            return_response: Literal[False] = ...,
            force_refresh: bool = ...,
            use_cache: bool = ...,
            store_cache: bool = ...,
            last_modified: datetime | None = ...,
            **extra: Any,
        ) -> list[RowT]: ...

        @overload
        async def results(
            self,
            use_etag: bool = ...,
            *,
            return_response: Literal[True],
            force_refresh: bool = ...,
            use_cache: bool = ...,
            store_cache: bool = ...,
            last_modified: datetime | None = ...,
            **extra: Any,
        ) -> tuple[list[RowT], ModelResponse]: ...

        @overload
        async def results(
            self,
            use_etag: bool = ...,
            *,
            return_response: bool,
            force_refresh: bool = ...,
            use_cache: bool = ...,
            store_cache: bool = ...,
            last_modified: datetime | None = ...,
            **extra: Any,
        ) -> list[RowT] | tuple[list[RowT], ModelResponse]: ...

        async def results(self, *args: Any, **kwargs: Any) -> Any:
            """Await what `EsiOperation.results` returns."""

        async def results_localized(
            self, languages: Sequence[str] | None = None, **kwargs: Any
        ) -> dict[str, list[RowT]]:
            """Await what `EsiOperation.results_localized` returns."""

    else:
        result = _awaited(EsiOperation.result)
        results = _awaited(EsiOperation.results)
        results_localized = _awaited(EsiOperation.results_localized)

    def __call__(self, *args: Any, **parameters: Any) -> Self:
        """Return a copy with these parameters: calls of one operation may be awaited together."""
        return super(EsiOperationAsync, copy(self)).__call__(*args, **parameters)

    async def _ready(self, token: Any) -> Any:
        """Return a token whose scopes are checked, and which has not expired."""

        def check() -> Any:
            check_scopes(token, self.operation.scopes, self.operation.operationId)
            checked = readable(token)
            access_token(checked)
            return checked

        is_object = not isinstance(token, str | None)
        return await sync_to_async(check)() if is_object and self.operation.scopes else token


class ESITag(ModelTag):
    """Operations of one tag."""

    operation_class = EsiOperation


class ESITagAsync(ModelTag):
    """Operations of one tag, whose results are awaited."""

    operation_class = EsiOperationAsync


class ESIClient(ModelClient, ESIClientStub):
    """Client of the API: `client.Market.GetMarketsRegionIdOrders(region_id=10000002).results()`."""

    tag_class = ESITag


class ESIClientAsync(ModelClient, ESIClientAsyncStub):
    """Client of the API whose results are awaited."""

    tag_class = ESITagAsync


@entry_point
def esi_client_factory_sync(
    compatibility_date: str | date,
    ua_appname: str,
    ua_version: str,
    ua_url: str | None = None,
    spec_file: str | os.PathLike[str] | None = None,
    tenant: str = "tranquility",
    tags: list[str] | None = None,
    operations: list[str] | None = None,
    additional_spec_headers: Mapping[str, str] | None = None,
    **kwargs: Any,  # noqa: ARG001 - accepted, as in releases 8 to 10
) -> ClientApi:
    """Load the API's document for a client; see `ESIClientProvider` for the arguments.

    Raises:
        DocumentError: the document is neither Swagger 2.0 nor OpenAPI 3, or cannot be read.
        HTTPError: the API refused to serve its document, or is unreachable (a RequestError).
    """
    try:
        client = make_client(
            clients._engine,  # noqa: SLF001 - one engine per process
            user_agent=_user_agent(ua_appname, ua_version, ua_url),
            spec_file=spec_file,
            compatibility_date=str(compatibility_date),
            datasource=tenant,
            document_headers=additional_spec_headers,
            default_language="en",
            future_class=ModelFuture,
        )
    except Exception as exc:  # noqa: BLE001 - translated
        raise from_error(exc) from None
    return ClientApi(ua_appname, client.swagger_spec, _listed(operations), _listed(tags))


def _listed(names: Any) -> Any:
    """Return a single name as a list; return anything else unchanged."""
    return [names] if isinstance(names, str) else names


async def esi_client_factory_async(*args: Any, **kwargs: Any) -> ClientApi:
    """Load the API's document, as `esi_client_factory_sync` does, in a thread."""
    threads = clients._engine.threads  # noqa: SLF001 - one engine per process
    return await threads.run("", esi_client_factory_sync, *args, **kwargs)


def _moment(value: Any) -> datetime | None:
    """Return the time of `last_modified=`, which may be a date or the text of a header.

    Times without a zone are UTC.

    Raises:
        ParameterError: it is neither a time nor the text of a header.
    """
    if value is None or isinstance(value, datetime):
        return value.replace(tzinfo=UTC) if value and value.tzinfo is None else value
    if isinstance(value, date):
        return datetime.combine(value, time(), UTC)
    seconds = timestamp(value) if isinstance(value, str) else None
    if seconds is None:
        raise ParameterError(
            f"last_modified={value!r} cannot be used: pass a datetime, or the Last-Modified of a "
            "response.",
            parameter="last_modified",
        )
    return datetime.fromtimestamp(seconds, UTC)


def _user_agent(app: str, version: str, url: str | None) -> str:
    """Return `MyApp/1.0 (me@example.com; +https://my.app) DjangoEsi/11.0.0 (+https://...)`."""
    about = "; ".join(filter(None, [app_settings.ESI_USER_CONTACT_EMAIL, url and f"+{url}"]))
    own = f"{pascal_case_string(__title__)}/{__version__} (+{__url__})"
    return f"{pascal_case_string(app)}/{version}{f' ({about})' if about else ''} {own}"


class ESIClientProvider:
    """Provider of one client for a whole app, created on first use. Create it at import.

    Args:
        compatibility_date: a date or `YYYY-MM-DD`: the behaviour of the API that the app expects.
        ua_appname: name of the app for the User-Agent.
        ua_version: version of the app.
        ua_url: address of the app's source or site.
        spec_file: OpenAPI document to use instead of the API's.
        tenant: server of the game.
        operations: ids of the operations that the app uses, such as `GetStatus`.
        tags: tags whose operations the app uses, all of them. Without both it may use every one.
        additional_spec_headers: headers of the request for the document.
        kwargs: accepted without effect, as in releases 8 to 10.
    """

    # Tests set them: what is here is what `client` returns, None builds a client.
    _client: Any = None
    _client_async: Any = None

    def __init__(
        self,
        compatibility_date: str | date,
        ua_appname: str,
        ua_version: str,
        ua_url: str | None = None,
        spec_file: str | os.PathLike[str] | None = None,
        tenant: str = "tranquility",
        operations: list[str] | None = None,
        tags: list[str] | None = None,
        additional_spec_headers: Mapping[str, str] | None = None,
        **kwargs: Any,
    ) -> None:
        self._arguments = {
            "compatibility_date": compatibility_date,
            "ua_appname": ua_appname,
            "ua_version": ua_version,
            "ua_url": ua_url,
            "spec_file": spec_file,
            "tenant": tenant,
            "operations": operations,
            "tags": tags,
            "additional_spec_headers": additional_spec_headers,
            **kwargs,
        }
        self._lock = fork.Lock()

    @property
    def client(self) -> ESIClient:
        """Client of the API; see `esi_client_factory_sync` for the errors raised."""
        if self._client is None:
            with self._lock:
                if self._client is None:
                    self._client = ESIClient(esi_client_factory_sync(**self._arguments))
        client: ESIClient = self._client
        return client

    @property
    async def client_async(self) -> ESIClientAsync:
        """Client whose results are awaited; to be awaited itself, since it loads the document."""
        if self._client_async is None:
            api = await esi_client_factory_async(**self._arguments)
            if self._client_async is None:  # no other task was faster
                self._client_async = ESIClientAsync(api)
        client: ESIClientAsync = self._client_async
        return client

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """Return the provider itself: Django's tests copy the attributes of their class."""
        return self

    def __str__(self) -> str:
        arguments = self._arguments
        return f"{type(self).__name__} - {arguments['ua_appname']} ({arguments['ua_version']})"
