"""API clients for Django: settings from Django, responses in Django's cache.

These are the names of the 5.x line. Programs patch `sleep`, `app_settings`, `SwaggerClient`,
`HttpFuture`, `__title__` and `__version__` in this module, so each use looks them up here.
"""

from __future__ import annotations

import esi._bravado
import esi._django  # noqa: F401 - first: it names the extra if Django is missing

# isort: split
import inspect
from dataclasses import asdict
from functools import partial
from time import sleep
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar, cast

from asgiref.sync import sync_to_async
from bravado.http_future import HttpFuture
from bravado_core.spec import CONFIG_DEFAULTS  # noqa: F401 - the 5.x line's name
from django.db import connections

from esi import __title__, __version__, app_settings, signals
from esi.app_settings import SettingsConfig, user_agent
from esi.core import fork
from esi.core.client import bravado_http, future
from esi.core.client.client import LazySpec, SwaggerClient
from esi.core.client.factory import make_client
from esi.core.client.future import DataT
from esi.core.engine.engine import Engine
from esi.core.http.auth import TokenAuthenticator, access_token
from esi.core.openapi.document import SplitDocument
from esi.core.openapi.document import minimize as minimize_spec
from esi.errors import TokenExpiredError  # noqa: F401 - the 5.x line's name
from esi.site_cache import cache

if TYPE_CHECKING:
    import os
    from collections.abc import Callable
    from datetime import date

    from typing_extensions import Unpack

    from esi.core.client.call_types import CallOptions, PagesOptions
    from esi.core.engine.telemetry import RequestRecord
    from esi.stubs.client import EsiClient

__all__ = [
    "CachingHttpFuture",
    "EsiClientProvider",
    "RequestsClientPlus",
    "SwaggerClient",
    "TokenAuthenticator",
    "build_cache_name",
    "build_spec",
    "build_spec_url",
    "cache_spec",
    "esi_client_factory",
    "get_spec",
    "minimize_spec",
    "read_spec",
]

RETRY_SLEEP_SECS = 1  # no effect, as in the 5.x line: ESI_SERVER_ERROR_BACKOFF_FACTOR has
SPEC_CONFIG = {"use_models": False}  # bravado's: rows are dicts

P = ParamSpec("P")
T = TypeVar("T")

_config: Any = SettingsConfig(lambda: app_settings)
_BRAVADO_RESULT = HttpFuture.result


class SiteFuture(future.CachingHttpFuture[DataT], Generic[DataT]):
    """Future of a site's clients. Tests may patch `esi.clients.HttpFuture.result`."""

    def result(self, **kwargs: Unpack[CallOptions]) -> DataT:  # type: ignore[override]
        """Return the data; of a listing, the first page or the one given as `page`."""
        if HttpFuture.result is _BRAVADO_RESULT:
            return super().result(**kwargs)
        return self._returned(*self._patched_result(**kwargs))

    def results(self, **kwargs: Unpack[PagesOptions]) -> DataT:
        """Return the data; of a listing, all pages merged into one of the same shape."""
        if HttpFuture.result is _BRAVADO_RESULT:
            return super().results(**kwargs)
        data, response = self._patched_result(**kwargs)
        pages = response.headers.get("X-Pages", 1) if "page" in self.operation.params else 1
        for page in range(2, int(pages) + 1):
            self.future.request.params["page"] = page
            more, response = self._patched_result(**kwargs)
            data = data + more
        return self._returned(data, response)

    async def awaited(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Await a function that sends this call, in a thread.

        An expired token is refreshed before, where Django's asynchronous code uses the database.
        """
        token = self.future.signing_token
        if not isinstance(token, str | None):
            await sync_to_async(access_token)(token)
        return await super().awaited(function, *args, **kwargs)

    def _patched_result(self, **kwargs: Unpack[PagesOptions]) -> tuple[Any, Any]:
        """Return the data and the response from what replaces `HttpFuture.result`."""
        patched: Any = HttpFuture.result
        call = partial(patched, self) if inspect.isfunction(patched) else patched
        found: tuple[Any, Any] = call(timeout=kwargs.get("timeout"))
        return found


CachingHttpFuture = SiteFuture  # the 5.x line's name


def _send_signal(record: RequestRecord) -> None:
    """Send the signal of a request."""
    if signals.esi_request_statistics.has_listeners(CachingHttpFuture):
        values = asdict(record)
        status = values.pop("status")
        signals.esi_request_statistics.send_robust(CachingHttpFuture, status_code=status, **values)


# One engine per process: all clients share its connections and limits.
_engine = Engine(
    lambda: _config,
    cache,
    sleep=lambda seconds: sleep(seconds),  # noqa: PLW0108 - `sleep` may be patched
    on_request=_send_signal,
    after_call=connections.close_all,
)


def esi_client_factory(
    token: Any = None,
    datasource: str | None = None,
    spec_file: str | os.PathLike[str] | None = None,
    version: str | None = None,
    app_info_text: str | None = None,
    *,
    compatibility_date: str | date | None = None,
    **kwargs: Any,
) -> EsiClient:
    """Create a client of the API.

    Args:
        token: an `esi.models.Token`, used for every call.
        datasource: server of the game, `ESI_API_DATASOURCE` by default.
        spec_file: absolute path of a Swagger 2.0 or OpenAPI 3 document to use instead of the API's.
        version: API version; no effect on an API with compatibility dates.
        app_info_text: your application and its version, `my-app v1.0.0`, for the User-Agent.
        compatibility_date: a date or `YYYY-MM-DD`, `ESI_COMPATIBILITY_DATE` by default.
        kwargs: arguments of releases 8 to 10 (`ua_appname`, `ua_version`, `ua_url`, `tenant`;
            `tags` and `operations` have no effect), and versions of single resources
            (`Character="v4"`), which have no effect on an API with compatibility dates.

    Raises:
        DocumentError: the document is neither Swagger 2.0 nor OpenAPI 3, or cannot be read.
        ApiConnectionError: the API's document is needed and the API is unreachable.
    """
    newer = ("ua_appname", "ua_version", "ua_url", "tenant", "tags", "operations")
    app, release, url, tenant, *_ = (kwargs.pop(name, None) for name in newer)
    if app and not app_info_text:
        app_info_text = f"{app}/{release or '0'}" + (f" (+{url})" if url else "")
    client = _client(
        _engine,
        user_agent=_user_agent(app_info_text),
        spec_file=spec_file,
        compatibility_date=str(compatibility_date) if compatibility_date else None,
        datasource=datasource or tenant,
        version=version,
        resources=kwargs,
    )
    if token is not None:
        client.swagger_spec.http_client.authenticator = TokenAuthenticator(token)
    return cast("EsiClient", client)


def _client(engine: Engine, **kwargs: Any) -> SwaggerClient:
    """Build a client of this module's classes; see `make_client`."""
    kwargs.setdefault("user_agent", _user_agent())
    return make_client(engine, future_class=CachingHttpFuture, client_class=SwaggerClient, **kwargs)


def _user_agent(app_info_text: str | None = None) -> str:
    """Return the User-Agent of an application, or of this package."""
    application = app_info_text or f"{__title__} v{__version__}"
    return user_agent(application, app_settings.ESI_USER_CONTACT_EMAIL)


class EsiClientProvider:
    """Provider of one client for a whole app, created on first use.

    Create the provider at import. It takes the arguments of `esi_client_factory`, except `token`.
    """

    def __init__(
        self,
        datasource: str | None = None,
        spec_file: str | os.PathLike[str] | None = None,
        version: str | None = None,
        app_info_text: str | None = None,
        **kwargs: Any,
    ) -> None:
        self._kwargs = {
            "datasource": datasource,
            "spec_file": spec_file,
            "version": version,
            "app_info_text": app_info_text,
            **kwargs,
        }
        self._client: EsiClient | None = None
        self._lock = fork.Lock()

    @property
    def client(self) -> EsiClient:
        """Client of the API; see `esi_client_factory` for the errors raised."""
        if self._client is None:
            with self._lock:
                if self._client is None:
                    self._client = esi_client_factory(**self._kwargs)
        return self._client

    async def aclient(self) -> EsiClient:
        """Await `client`: its first use may fetch the API's document."""
        return await _engine.threads.run("", lambda: self.client)

    def __deepcopy__(self, memo: dict[int, Any]) -> EsiClientProvider:
        return self

    def __str__(self) -> str:
        return type(self).__name__


class RequestsClientPlus(bravado_http.HttpClient):
    """HTTP client of this module's clients, with the arguments of bravado's `RequestsClient`.

    Without arguments it shares the connections of all clients. With `ssl_verify` (False, or the
    path of a CA bundle) or `ssl_cert` it opens its own.
    """

    def __init__(self, ssl_verify: bool | str = True, ssl_cert: Any = None) -> None:
        engine = _engine
        if ssl_verify is not True or ssl_cert is not None:
            engine = Engine(
                _engine.config,
                _engine.cache,
                sleep=_engine.sleep,
                after_call=connections.close_all,
            )
            engine.session.verify = ssl_verify
            engine.session.cert = ssl_cert
        super().__init__(engine, CachingHttpFuture, user_agent=_user_agent())


# The 5.x line's functions for documents, for programs that use them.


def build_cache_name(name: str) -> str:
    """Return the cache key of a document by its version or other name."""
    return f"esi_swaggerspec_{name}"


def build_spec_url(spec_version: str) -> str:
    """Return the address of a version's Swagger 2.0 document, on servers that still have it."""
    return f"{app_settings.ESI_API_URL.rstrip('/')}/{spec_version}/swagger.json"


def build_spec(
    base_version: str, http_client: bravado_http.HttpClient | None = None, **kwargs: str
) -> LazySpec:
    """Build the spec of the API's document, or of the given versions of Swagger documents.

    Raises:
        AttributeError: the requested version lacks a resource of `kwargs`.
    """
    engine = (http_client or RequestsClientPlus()).engine
    spec: LazySpec = _client(engine, version=base_version, resources=kwargs).swagger_spec
    return spec


def cache_spec(name: str, spec: LazySpec) -> None:
    """Store a document in Django's cache for ESI_SPEC_CACHE_DURATION seconds, as bytes."""
    seconds = app_settings.ESI_SPEC_CACHE_DURATION
    cache.set(build_cache_name(name), spec.document.data, seconds)


def get_spec(
    name: str,
    http_client: bravado_http.HttpClient | None = None,
    config: dict[str, Any] | None = None,
) -> LazySpec:
    """Return the spec of a document by its version or other name, from the cache if possible."""
    data = cache.get(build_cache_name(name))
    if isinstance(data, bytes):
        http_client = http_client or RequestsClientPlus()
        return LazySpec(SplitDocument(data), http_client, config=config or SPEC_CONFIG)
    built = build_spec(name, http_client)
    cache_spec(name, built)
    return built


def read_spec(
    path: str | os.PathLike[str], http_client: bravado_http.HttpClient | None = None
) -> SwaggerClient:
    """Create a client from the document in a file.

    Raises:
        DocumentError: the document is neither Swagger 2.0 nor OpenAPI 3, or cannot be read.
    """
    return _client((http_client or RequestsClientPlus()).engine, spec_file=path)
