"""Fetch and cache the SSO's public documents: metadata (RFC 8414) and key set (RFC 7517).

Each is fetched once a day and shared by all processes of a cache. They contain no tokens.
"""

from __future__ import annotations

import hashlib
import json
import logging
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from esi.core import fork
from esi.core.cache.protocol import forgiving
from esi.core.http import transport
from esi.core.http.messages import Request
from esi.core.sso.messages import Metadata, check_address, read_json, read_metadata
from esi.errors import ApiConnectionError, ApiTimeoutError, SsoError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import requests

    from esi.core.cache.protocol import Cache
    from esi.core.config import Config

logger = logging.getLogger("esi.core")

_MAX_AGE = 24 * 3600
_KEY_COOL_DOWN = 300
_FALLBACK_SECONDS = 60  # the built-in addresses serve so long before the next attempt

_LIVE_URL = "https://login.eveonline.com"
LIVE_METADATA_URL = _LIVE_URL + "/.well-known/oauth-authorization-server"
# As of July 2026.
LIVE = Metadata(
    issuer=_LIVE_URL,
    authorization_endpoint=_LIVE_URL + "/v2/oauth/authorize",
    token_endpoint=_LIVE_URL + "/v2/oauth/token",
    jwks_uri=_LIVE_URL + "/oauth/jwks",
    revocation_endpoint=_LIVE_URL + "/v2/oauth/revoke",
)

_Entry = tuple[float, dict[str, Any]]  # fetched at, document


@dataclass(slots=True)
class _State:
    """Documents of this process by address, and when to try again."""

    documents: dict[str, _Entry] = field(default_factory=dict)
    keys_refreshed_at: float = float("-inf")
    fallback_until: float = float("-inf")


class Discovery:
    """Documents of one SSO. Any number of threads may use it.

    Args:
        config: called for each setting; `sso_metadata_url` and the timeouts.
        cache: shares the documents between processes; None caches them in this process only.
        clock: returns seconds since the epoch.
        user_agent: returns the User-Agent; called for each request.
    """

    def __init__(
        self,
        config: Callable[[], Config],
        cache: Cache | None,
        *,
        clock: Callable[[], float],
        user_agent: Callable[[], str],
    ) -> None:
        self.config = config
        self.cache = cache
        self.clock = clock
        self.user_agent = user_agent
        self._state = _State()
        self._lock = fork.Lock()

    def metadata(self) -> Metadata:
        """Return the SSO's addresses from its metadata document.

        While the live SSO's document is unavailable, built-in addresses stand in for it.

        Raises:
            SsoError: the SSO is unreachable, or the document is not that of an SSO.
        """
        url = self.config().sso_metadata_url
        if url == LIVE_METADATA_URL and self.clock() < self._state.fallback_until:
            return LIVE
        try:
            return read_metadata(self._document(url), url, self.config().insecure_hosts)
        except SsoError:
            if url != LIVE_METADATA_URL:
                raise
            # The login page may work although the document is unavailable.
            self._state.fallback_until = self.clock() + _FALLBACK_SECONDS
            return LIVE

    def keys(self, *, refresh: bool = False) -> dict[str, Any]:
        """Return the SSO's key set; `refresh` fetches it again, at most once in five minutes.

        Raises:
            SsoError: the SSO is unreachable.
        """
        now = self.clock()
        # Without the cool-down, forged tokens could make us flood the SSO with requests.
        refresh = refresh and now - self._state.keys_refreshed_at >= _KEY_COOL_DOWN
        if refresh:
            self._state.keys_refreshed_at = now
        return self._document(self.metadata().jwks_uri, refresh=refresh)

    def forget(self) -> None:
        """Drop the cached documents."""
        with self._lock:
            for url in self._state.documents:
                if self.cache is not None:
                    self.cache.delete(_cache_key(url))
            self._state = _State()

    def _document(self, url: str, *, refresh: bool = False) -> dict[str, Any]:
        """Return a document from this process, the shared cache or the SSO, in this order."""
        with self._lock:
            oldest = self.clock() - _MAX_AGE
            entry = self._state.documents.get(url)
            if entry is None or entry[0] < oldest:
                entry = _newer(entry, self._load(url))
            if refresh or entry is None or entry[0] < oldest:
                try:
                    entry = (self.clock(), self._fetch(url))
                except SsoError:
                    # Yesterday's document is most likely still right.
                    if entry is None or refresh:
                        raise
                else:
                    self._store(url, entry)
            self._state.documents[url] = entry
            return entry[1]

    def _fetch(self, url: str) -> dict[str, Any]:
        status, body, _ = send("GET", url, self.config(), self.user_agent())
        document = read_json(body)
        if status != 200 or not document:
            raise SsoError(
                f"{url} responded with {status} and without the expected document. "
                "Check ESI_SSO_METADATA_URL, and whether the SSO is up.",
                status=status,
            )
        return document

    def _load(self, url: str) -> _Entry | None:
        if self.cache is not None:
            with forgiving(logger):
                raw: Any = self.cache.get(_cache_key(url))
                fetched_at, document = json.loads(raw) if raw else (0, None)
                if isinstance(document, dict):
                    return float(fetched_at), document
        return None

    def _store(self, url: str, entry: _Entry) -> None:
        if self.cache is not None:
            with forgiving(logger):
                self.cache.set(_cache_key(url), json.dumps(entry).encode(), 7 * _MAX_AGE)


def send(
    method: str,
    url: str,
    config: Config,
    user_agent: str,
    *,
    form: Mapping[str, str] | None = None,
    auth: Any = None,
    session: requests.Session | None = None,
) -> tuple[int, bytes, str | None]:
    """Send a request to the SSO once; return its status, body and `Retry-After`.

    Without a `session` no connection is kept: calls are rare, and a forked worker must not share
    sockets.

    Raises:
        SsoError: the address is not encrypted, or the SSO is unreachable.
    """
    check_address(url, config.insecure_hosts)
    headers = {"accept": "application/json", "accept-encoding": "gzip", "user-agent": user_agent}
    if form:
        headers["content-type"] = "application/x-www-form-urlencoded"
    request = Request(method, url, headers=headers, body=urlencode(form).encode() if form else None)
    timeout = config.requests_connect_timeout, config.requests_read_timeout
    try:
        with nullcontext(session) if session else transport.new_session(1) as used:
            response = transport.send(used, request, timeout, auth)
        return response.status, response.body, response.headers.get("retry-after")
    except (ApiConnectionError, ApiTimeoutError, ValueError) as exc:
        fault = unreachable(url, exc)
    raise fault


def unreachable(url: str, exc: Exception) -> SsoError:
    """Return the error for an SSO that does not respond."""
    return SsoError(
        f"{url} could not be reached ({getattr(exc, 'reason', type(exc).__name__)}). Tokens were "
        "kept: try again later. Server status: https://status.eveonline.com"
    )


def _newer(one: _Entry | None, other: _Entry | None) -> _Entry | None:
    return max((e for e in (one, other) if e), key=lambda e: e[0], default=None)


def _cache_key(url: str) -> str:
    return "esi-sso-" + hashlib.sha256(url.encode()).hexdigest()
