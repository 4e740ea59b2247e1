"""Turn the call of an operation into a request and send it: bravado's HTTP client."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import requests
from bravado.requests_client import (
    RequestsClient,
    RequestsFutureAdapter,
    RequestsResponseAdapter,
)

from esi.core.error_text import alternatives
from esi.core.http.auth import TokenAuthenticator, bearing, identity
from esi.core.http.messages import Options, Request
from esi.core.http.rates import Rate, lifetime
from esi.core.http.response import EsiResponse
from esi.errors import ParameterError

if TYPE_CHECKING:
    from collections.abc import Callable

    from bravado.http_future import HttpFuture
    from bravado_core.operation import Operation

    from esi.core.engine.engine import Engine
    from esi.core.http.messages import Response

logger = logging.getLogger("esi.core")


class EsiFutureAdapter(RequestsFutureAdapter):
    """Unsent request inside a future: `request` may be changed until it is sent."""

    def __init__(self, client: HttpClient, request: requests.Request, token: Any) -> None:
        super().__init__(client.session, request, {})
        self.client = client
        self.token = token

    def result(self, timeout: float | None = None) -> Response:
        """Fetch the response; bravado's `HttpFuture.response()` calls this."""
        return self.client.engine.fetch(self.plain(), Options(timeout=timeout))

    @property
    def signing_token(self) -> Any:
        """Token of the call, or else of its client; None without one."""
        if self.token is None and isinstance(self.client.authenticator, TokenAuthenticator):
            return self.client.authenticator.token
        return self.token

    def plain(self, operation: Operation | None = None, language: str | None = None) -> Request:
        """Return the request in its current state, with the token in its header."""
        headers = {name.lower(): str(value) for name, value in self.request.headers.items()}
        if language:
            headers["accept-language"] = self.client.language(language)
        token = self.signing_token
        if token is not None:  # refresh it before its owner is read
            headers["authorization"] = bearing(token)
        owner = identity(headers.get("authorization") if token is None else token)
        body = self.request.data or None
        spec = operation.op_spec if operation else {}
        return Request(
            method=self.request.method.upper(),
            url=self.request.url,
            params=tuple(_pairs(self.request.params)),
            headers=headers,
            body=body.encode() if isinstance(body, str) else body,
            operation=operation.operation_id if operation else "",
            identity=owner,
            lifetime=lifetime(spec),
            item=operation is not None and "{" in operation.path_name,
            rate=Rate.from_document(spec.get("x-rate-limit")),
            token=None if isinstance(token, str) else token,
        )


def _pairs(params: Any) -> list[tuple[str, str]]:
    """Return query parameters as pairs of text, as requests would send them."""
    items = params.items() if hasattr(params, "items") else params
    return [
        (str(name), _text(each))
        for name, value in items
        for each in (value if isinstance(value, list | tuple) else [value])
        if each is not None
    ]


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


class HttpClient(RequestsClient):
    """HTTP client of bravado that sends through an engine.

    It sets the headers that the API expects (User-Agent, compatibility date, tenant, language) and
    turns the 5.x line's query parameters (`datasource`, `language`, `token`) into headers.

    Args:
        engine: sends the requests.
        future_class: called like bravado's `HttpFuture`; operations return it.
        user_agent: application, version and a contact address.
        compatibility_date: the API's behaviour, `YYYY-MM-DD`.
        datasource: the server, `tranquility` by default.
        default_language: language of calls that name none; the API's own if None.
    """

    def __init__(
        self,
        engine: Engine,
        future_class: type[HttpFuture[Any]],
        *,
        user_agent: str,
        compatibility_date: str | None = None,
        datasource: str | None = None,
        default_language: str | None = None,
    ) -> None:
        super().__init__(response_adapter_class=RequestsResponseAdapter)
        self.engine = engine
        self.future_class = future_class
        self.user_agent = user_agent
        self.compatibility_date = compatibility_date
        self.datasource = datasource
        self.default_language = default_language
        # Set by `Esi`, which has logins: (character, operation) -> (character's id, token or None).
        self.token_for: Callable[[Any, Operation], tuple[int, Any]] | None = None

    @property
    def session(self) -> requests.Session:
        """Session of the engine."""
        return self.engine.session

    @session.setter
    def session(self, session: requests.Session) -> None:
        """Ignore the session that bravado's constructor makes; the engine has one."""

    def __deepcopy__(self, memo: dict[int, Any]) -> HttpClient:
        return self

    def headers(self) -> dict[str, str]:
        """Return the headers of every request to the API."""
        config = self.engine.config()
        return {
            "User-Agent": self.user_agent,
            "Accept": "application/json",
            "Accept-Encoding": "gzip",
            "X-Compatibility-Date": self.compatibility_date or config.compatibility_date,
            "X-Tenant": self.datasource or config.api_datasource,
        }

    def language(self, language: str) -> str:
        """Return the API's code of a language; `en-us` of the 5.x line is `en`.

        Raises:
            ParameterError: the language is not configured.
        """
        code = str(language).lower()
        code = "en" if code == "en-us" else code
        languages = self.engine.config().languages
        if code not in {"en", *languages}:
            raise ParameterError(
                f"Unknown language {language!r}; use {alternatives(languages)}.",
                operation="",
                parameter="language",
            )
        return code

    def request(
        self,
        request_params: dict[str, Any],
        operation: Operation | None = None,
        request_config: Any = None,
    ) -> HttpFuture[Any]:
        """Return the future of a call; nothing is sent yet."""
        if operation is None:  # bravado follows a reference out of a local document
            future: HttpFuture[Any] = super().request(request_params, operation, request_config)
            return future
        given = {**request_params, "params": dict(request_params.get("params", {}))}
        token = given.pop("token", None)
        given.pop("connect_timeout", None)
        given.pop("timeout", None)
        params = given["params"]
        token = params.pop("token", None) or token
        headers = self.headers()
        if language := params.pop("language", None) or self.default_language:
            headers["Accept-Language"] = self.language(language)
        if datasource := params.pop("datasource", None):
            headers["X-Tenant"] = datasource
        given["headers"] = {**headers, **given.get("headers", {})}
        request = requests.Request(**given)
        return self.future_class(
            EsiFutureAdapter(self, request, token), EsiResponse, operation, request_config
        )
