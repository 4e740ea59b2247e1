"""What bravado calls its HTTP client: the call of an operation becomes a request, and goes out."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import requests
from bravado.requests_client import (
    Authenticator,
    RequestsClient,
    RequestsFutureAdapter,
    RequestsResponseAdapter,
)
from bravado_core.response import IncomingResponse
from requests.structures import CaseInsensitiveDict

from esi.core import cancellation, error_text
from esi.core.http.messages import Options, Request, identity
from esi.core.rate_limits import rules as limit_rules
from esi.errors import (
    InvalidAnswerError,
    NonconformingAnswerError,
    ParameterError,
    TokenExpiredError,
)

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from bravado.http_future import HttpFuture
    from bravado_core.operation import Operation

    from esi.core.engine.engine import Engine
    from esi.core.http.messages import Response

logger = logging.getLogger("esi.core")


# POSTs that only read, so that asking twice does no harm.
_READING_POSTS = (
    "/universe/names",
    "/universe/ids",
    "/characters/affiliation",
    "/assets/names",
    "/assets/locations",
    "/cspa",
)


def repeatable(request: Request, fault: Exception | None) -> bool:
    """Whether a request may be sent again after a fault: it changes nothing, or never arrived."""
    return request.method != "POST" or only_reads("POST", request.url) or _refused(fault)


def only_reads(method: str, path: str) -> bool:
    """Whether a request changes nothing: a GET, or one of the POSTs that ask for something."""
    path = path.rstrip("/")
    return method == "GET" or (
        method == "POST" and (path.endswith(_READING_POSTS) or "/route/" in path)
    )


def _refused(exc: BaseException | None) -> bool:
    while exc is not None:
        if isinstance(exc, ConnectionRefusedError):
            return True
        exc = exc.__cause__ or exc.__context__
    return False


class EsiResponse(IncomingResponse):
    """What `also_return_response` returns beside the data.

    Of a pull of several pages these are the headers of the last page, and `consistent`,
    `last_modified` (of the newest page), `rounds` and `stale` are the verdict of
    `esi.core.paging.snapshot.Snapshot`.
    """

    def __init__(
        self,
        answer: Response,
        *,
        consistent: bool = True,
        rounds: int = 0,
        last_modified: str | None = None,
        stale: bool = False,
    ) -> None:
        self.answer = answer
        self.status_code = answer.status
        self.reason = answer.reason or error_text.reason(answer.status)
        self.headers = CaseInsensitiveDict(answer.headers)
        self.from_cache = answer.from_cache
        self.stale = stale or answer.stale
        self.consistent = consistent
        self.rounds = rounds
        self.last_modified = last_modified or answer.headers.get("last-modified")

    @property
    def raw_bytes(self) -> bytes:
        """The body, decompressed."""
        return self.answer.body

    @property
    def text(self) -> str:
        """The body as text."""
        return self.raw_bytes.decode("utf-8", "replace")

    def json(self, **kwargs: Any) -> Any:
        """The body as plain JSON values: dates stay text here."""
        import json  # noqa: PLC0415 - rarely used

        return json.loads(self.raw_bytes, **kwargs)

    def __repr__(self) -> str:
        return f"<EsiResponse {self.status_code}>"


class TokenAuthenticator(Authenticator):
    """Puts a token's access token into the Authorization header of every request.

    Args:
        token: a `Token`, an object with its names, or an access token.
    """

    def __init__(self, token: Any = None, datasource: str | None = None, host: str = "") -> None:
        super().__init__(host)
        self.token = token
        self.datasource = datasource

    def matches(self, url: str) -> bool:
        """The client calls the API alone, so every address matches."""
        return bool(url) and self.token is not None

    def apply(self, request: requests.Request) -> requests.Request:
        """Set the header, refreshing the token first where it has expired."""
        if self.token is not None:
            request.headers["Authorization"] = f"Bearer {access_token(self.token)}"
        return request


def access_token(token: Any) -> str:
    """The access token of a token, refreshed where it has expired.

    Raises:
        TokenExpiredError: it has expired and cannot be refreshed.
    """
    if isinstance(token, str):
        return token
    if not hasattr(token, "access_token"):
        raise ParameterError(
            f"token={type(token).__name__} is neither an access token nor an object that has one: "
            "pass a Token, or token.valid_access_token().",
            operation="",
            parameter="token",
        )
    if token.expired:
        if not token.can_refresh:
            raise TokenExpiredError(
                f"The token of character {token.character_id} has expired and cannot be refreshed: "
                "log the character in again."
            )
        token.refresh()
    return str(token.access_token)


def signed(request: Request, refreshing: threading.Lock) -> Request:
    """A request as it is to go out now: a long pull outlives the token that it began with.

    `refreshing` lets one thread refresh and the others find what it got.

    Raises:
        TokenExpiredError and others: as `access_token`.
    """
    if request.token is None:
        return request
    with refreshing:
        cancellation.check()
        bearing = _bearing(request.token)
    if request.headers.get("authorization") == bearing:
        return request
    return request.with_headers(authorization=bearing)


def _bearing(token: Any) -> str:
    return f"Bearer {access_token(token)}"


class EsiFutureAdapter(RequestsFutureAdapter):
    """What a future of ours wraps: `request` may be changed until it is sent."""

    def __init__(self, client: RequestsClientPlus, request: requests.Request, token: Any) -> None:
        super().__init__(client.session, request, {})
        self.client = client
        self.token = token

    def result(self, timeout: float | None = None) -> Response:
        """Fetch the answer; what `HttpFuture.response()` of bravado calls."""
        return self.client.engine.fetch(self.plain(), Options(timeout=timeout))

    def plain(self, operation: Operation | None = None, language: str | None = None) -> Request:
        """The request as a value, as it stands now, with the token in its header."""
        headers = {name.lower(): str(value) for name, value in self.request.headers.items()}
        if language:
            headers["accept-language"] = self.client.language(language)
        token = self.token
        if token is None and isinstance(self.client.authenticator, TokenAuthenticator):
            token = self.client.authenticator.token
        if token is not None:  # refreshed before it says whose it is
            headers["authorization"] = _bearing(token)
        who = identity(headers.get("authorization") if token is None else token)
        body = self.request.data or None
        spec = operation.op_spec if operation else {}
        return Request(
            method=self.request.method.upper(),
            url=self.request.url,
            params=tuple(_pairs(self.request.params)),
            headers=headers,
            body=body.encode() if isinstance(body, str) else body,
            operation=operation.operation_id if operation else "",
            who=who,
            lifetime=spec.get("x-client-cache-ttl", spec.get("x-cache-age")),
            item=operation is not None and "{" in operation.path_name,
            rate=limit_rules.Rate.from_document(spec.get("x-rate-limit")),
            token=None if isinstance(token, str) else token,
        )


def _pairs(params: Any) -> list[tuple[str, str]]:
    """Query parameters as pairs of text, as requests would write them."""
    items = params.items() if hasattr(params, "items") else params
    return [
        (str(name), _text(each))
        for name, value in items
        for each in (value if isinstance(value, list | tuple) else [value])
        if each is not None
    ]


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


class RequestsClientPlus(RequestsClient):
    """bravado's HTTP client, sending through an engine.

    It sets what the API asks of every request (User-Agent, compatibility date, tenant, language)
    and turns the 5.x line's query parameters (`datasource`, `language`, `token`) into headers.

    Args:
        engine: the way requests go.
        future_class: called as bravado's `HttpFuture`; what an operation returns.
        user_agent: who asks: application, version and a contact address.
        compatibility_date: the API's behaviour asked for, `YYYY-MM-DD`.
        datasource: the server asked, `tranquility` by default.
    """

    def __init__(
        self,
        engine: Engine,
        future_class: type[HttpFuture[Any]],
        *,
        user_agent: str,
        compatibility_date: str | None = None,
        datasource: str | None = None,
    ) -> None:
        super().__init__(response_adapter_class=RequestsResponseAdapter)
        self.engine = engine
        self.future_class = future_class
        self.user_agent = user_agent
        self.compatibility_date = compatibility_date
        self.datasource = datasource
        # Who has logins sets this: (character, operation) -> its id, and its token or None.
        self.token_for: Callable[[Any, Operation], tuple[int, Any]] | None = None

    @property
    def session(self) -> requests.Session:
        """The engine's session."""
        return self.engine.session

    @session.setter
    def session(self, session: requests.Session) -> None:
        """Ignore the session that bravado's constructor makes; the engine has one."""

    def __deepcopy__(self, memo: dict[int, Any]) -> RequestsClientPlus:
        return self

    def headers(self) -> dict[str, str]:
        """Headers of every request to the API."""
        config = self.engine.config()
        return {
            "User-Agent": self.user_agent,
            "Accept": "application/json",
            "Accept-Encoding": "gzip",
            "X-Compatibility-Date": self.compatibility_date or config.compatibility_date,
            "X-Tenant": self.datasource or config.api_datasource,
        }

    def language(self, language: str) -> str:
        """The API's code of a language; `en-us` of the 5.x line is `en`.

        Raises:
            ParameterError: the language is none of the configured ones.
        """
        code = "en" if language.lower() == "en-us" else language.lower()
        languages = self.engine.config().languages
        if code not in {"en", *languages}:
            raise ParameterError(
                f"Unknown language {language!r}. The API speaks {', '.join(languages)}.",
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
        """Make the future of a call; nothing is sent yet."""
        if operation is None:  # bravado follows a reference out of a local document
            return super().request(request_params, operation, request_config)
        given = {**request_params, "params": dict(request_params.get("params", {}))}
        token = given.pop("token", None)
        given.pop("connect_timeout", None)
        given.pop("timeout", None)
        params = given["params"]
        token = params.pop("token", None) or token
        headers = self.headers()
        if language := params.pop("language", None):
            headers["Accept-Language"] = self.language(language)
        if datasource := params.pop("datasource", None):
            headers["X-Tenant"] = datasource
        given["headers"] = {**headers, **given.get("headers", {})}
        request = requests.Request(**given)
        return self.future_class(
            EsiFutureAdapter(self, request, token), EsiResponse, operation, request_config
        )


def nonconforming(request: Request, reason: str) -> NonconformingAnswerError:
    """The error for an answer that is JSON and, in strict mode, not what its schema says."""
    return NonconformingAnswerError(
        f"{request.url} answered against the API's document: {reason}. Leave out strict=True to "
        "take it as it is.",
        url=request.url,
    )


def invalid(answer: Response, request: Request, reason: str) -> InvalidAnswerError:
    """The error for an answer whose body is not what it says."""
    kind = answer.headers.get("content-type", "no content type")
    return InvalidAnswerError(
        f"{request.url} answered {answer.status} with {kind} that is not JSON ({reason}). "
        "Is a proxy or a login page in between? Check ESI_API_URL and try again.",
        url=request.url,
    )
