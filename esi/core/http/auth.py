"""Derive the cache identity of access tokens, and the header that signs a request."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from bravado.requests_client import Authenticator

from esi.core import cancellation
from esi.core.config_rules import may_carry_tokens
from esi.errors import ParameterError, TokenExpiredError

if TYPE_CHECKING:
    import threading
    from collections.abc import Collection

    import requests

    from esi.core.http.messages import Request


_TOKEN = re.compile(r"[!-~]+")


class AccessToken(str):
    """Access token that knows its character, so that responses are cached by character.

    `character_id` was verified when the token was received.
    """

    __slots__ = ("character_id",)
    character_id: int

    def __new__(cls, text: str, character_id: int) -> Self:
        """Create a token from its text."""
        token = super().__new__(cls, text)
        token.character_id = character_id
        return token

    def __getnewargs__(self) -> tuple[str, int]:  # type: ignore[override]
        return str(self), self.character_id  # for unpickling in another process

    def __repr__(self) -> str:
        return f"<AccessToken of {self.character_id}>"


class TokenAuthenticator(Authenticator):
    """Authenticator that puts an access token into the Authorization header of every request.

    Args:
        token: a `Token`, an object with its names, or an access token.
    """

    def __init__(self, token: Any = None, datasource: str | None = None, host: str = "") -> None:
        super().__init__(host)
        self.token = token
        self.datasource = datasource

    def matches(self, url: str) -> bool:
        """Return True for every address: the client calls no other server than the API."""
        return bool(url) and self.token is not None

    def apply(self, request: requests.Request) -> requests.Request:
        """Set the header, refreshing the token first if it has expired."""
        if self.token is not None:
            request.headers["Authorization"] = bearing(self.token)
        return request


def identity(token: object) -> str:
    """Return the cache identity of a token: the character's id, or else a hash of the token.

    A refreshed token keeps its cache, two characters never share one, and a key never reveals a
    token. The owner that a plain string claims is ignored, because nobody verified it.
    """
    if not token:
        return ""
    if character_id := getattr(token, "character_id", None):
        return str(character_id)
    text = getattr(token, "access_token", token)
    return hashlib.sha256(str(text).encode()).hexdigest()


def access_token(token: Any) -> str:
    """Return the access token of a token, refreshing it if it has expired."""
    if isinstance(token, str):
        return token
    if not hasattr(token, "access_token"):
        raise ParameterError(
            f"token={type(token).__name__} is neither an access token nor an object that has one: "
            "pass a Token, or token.valid_access_token().",
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


def bearing(token: Any) -> str:
    """Return the Authorization header for a token."""
    text = access_token(token)
    if not _TOKEN.fullmatch(text):  # a library's error would show it
        raise ParameterError(
            "token= is not an access token: it is empty, or has characters that no token has.",
            parameter="token",
        )
    return f"Bearer {text}"


def check_address(request: Request, insecure_hosts: Collection[str]) -> None:
    """Check that a request does not send a token in the clear."""
    signed = "authorization" in request.headers or request.token is not None
    if signed and not may_carry_tokens(request.url, insecure_hosts):
        host = urlsplit(request.url).hostname
        raise ParameterError(
            f"{request.url} is not an https address, so no token is sent there. If {host} is in a "
            f"network of your own, allow it: ESI_INSECURE_HOSTS={host}",
            operation=request.operation,
            parameter="token",
        )


def signed(request: Request, refreshing: threading.Lock) -> Request:
    """Return a request with a valid token: a long pull outlives the token that it started with.

    One thread refreshes under `refreshing`; the others then find the new token.
    """
    if request.token is None:
        return request
    with refreshing:
        cancellation.check()
        header = bearing(request.token)
    if request.headers.get("authorization") == header:
        return request
    return request.with_headers(authorization=header)
