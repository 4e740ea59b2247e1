"""Clients of the API for Django: settings from Django, answers in Django's cache.

The names of the 5.x line live here. Programs patch `sleep`, `app_settings`, `SwaggerClient`,
`__title__` and `__version__` in this module, so all of them are looked up when they are used.
"""

from __future__ import annotations

import threading
from time import sleep
from typing import TYPE_CHECKING, Any

from django.core.cache import cache

from esi import __title__, __version__, app_settings
from esi.core import spec
from esi.core.client import SwaggerClient
from esi.core.config import setting
from esi.core.engine import Engine
from esi.core.future import CachingHttpFuture
from esi.core.transport import RequestsClientPlus, TokenAuthenticator

if TYPE_CHECKING:
    import os

__all__ = [
    "CachingHttpFuture",
    "EsiClientProvider",
    "RequestsClientPlus",
    "SwaggerClient",
    "TokenAuthenticator",
    "esi_client_factory",
]


class _Settings:
    """Reads like `esi.core.config.Config`, from this module's `app_settings` at each look."""

    def __getattr__(self, field: str) -> Any:
        return getattr(app_settings, setting(field))


_settings = _Settings()

# One engine for the process: connections and limits are shared by all clients.
_engine = Engine(
    lambda: _settings,  # type: ignore[arg-type,return-value]
    cache,
    sleep=lambda seconds: sleep(seconds),  # noqa: PLW0108 - `sleep` may be patched
)


def esi_client_factory(
    token: Any = None,
    datasource: str | None = None,
    spec_file: str | os.PathLike[str] | None = None,
    version: str | None = None,
    app_info_text: str | None = None,
    *,
    compatibility_date: str | None = None,
    **kwargs: str,
) -> SwaggerClient:
    """Make a new client of the API.

    Args:
        token: an `esi.models.Token`, used for every call.
        datasource: the server to ask, `ESI_API_DATASOURCE` by default.
        spec_file: absolute path of a Swagger 2.0 or OpenAPI 3 document to use instead of the API's.
        version: of the API before compatibility dates; without effect on today's.
        app_info_text: your application and its version, `my-app v1.0.0`, for the User-Agent.
        compatibility_date: `YYYY-MM-DD`, `ESI_COMPATIBILITY_DATE` by default.
        kwargs: versions of single resources (`Character="v4"`); without effect on today's API.

    Raises:
        DocumentError: the document is neither Swagger 2.0 nor OpenAPI 3, or cannot be read.
        ApiConnectionError: the API's document is needed and the API cannot be reached.
    """
    newer = {word: kwargs.pop(word, None) for word in ("ua_appname", "ua_version", "ua_url")}
    client = spec.make_client(
        _engine,
        user_agent=_user_agent(app_info_text, **newer),
        spec_file=spec_file,
        compatibility_date=compatibility_date,
        datasource=datasource,
        version=version,
        resources=kwargs,
        client_class=SwaggerClient,
    )
    if token is not None:
        client.swagger_spec.http_client.authenticator = TokenAuthenticator(token)
    return client


def _user_agent(
    app_info_text: str | None,
    ua_appname: str | None = None,
    ua_version: str | None = None,
    ua_url: str | None = None,
) -> str:
    """The User-Agent: who asks, and the site owner's e-mail address where it is set."""
    if not app_info_text and ua_appname:
        app_info_text = f"{ua_appname}/{ua_version or '0'}" + (f" (+{ua_url})" if ua_url else "")
    parts = [app_info_text or f"{__title__} v{__version__}", app_settings.ESI_USER_CONTACT_EMAIL]
    return " ".join(part for part in parts if part)


class EsiClientProvider:
    """One client for a whole app, made when it is first used; create the provider at import.

    Takes what `esi_client_factory` takes, but for `token`.
    """

    def __init__(
        self,
        datasource: str | None = None,
        spec_file: str | os.PathLike[str] | None = None,
        version: str | None = None,
        app_info_text: str | None = None,
        **kwargs: str,
    ) -> None:
        self._datasource = datasource
        self._spec_file = spec_file
        self._version = version
        self._app_info_text = app_info_text
        self._kwargs = kwargs
        self._client: SwaggerClient | None = None
        self._lock = threading.Lock()

    @property
    def client(self) -> SwaggerClient:
        """The client; see `esi_client_factory` for what making it may raise."""
        if self._client is None:
            with self._lock:
                if self._client is None:
                    self._client = esi_client_factory(
                        datasource=self._datasource,
                        spec_file=self._spec_file,
                        version=self._version,
                        app_info_text=self._app_info_text,
                        **self._kwargs,
                    )
        return self._client

    def __deepcopy__(self, memo: dict[int, Any]) -> EsiClientProvider:
        return self

    def __str__(self) -> str:
        return type(self).__name__
