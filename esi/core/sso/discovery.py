"""Find the SSO's public documents: its metadata (RFC 8414) and its keys (RFC 7517).

Each process fetches them once a day and keeps them in its memory, not in a shared cache: anyone who
can write to that could choose where refresh tokens go, and which keys sign access tokens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from esi.core import fork
from esi.core.sso.messages import Metadata, read_metadata
from esi.errors import SsoError

if TYPE_CHECKING:
    from collections.abc import Callable

    from esi.core.config import Config

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


class Discovery:
    """Documents of one SSO. Any number of threads may use it.

    `fetch` returns the JSON object at an address, or raises SsoError.
    """

    def __init__(
        self,
        config: Callable[[], Config],
        fetch: Callable[[str], dict[str, Any]],
        clock: Callable[[], float],
    ) -> None:
        self._config = config
        self._fetch = fetch
        self._clock = clock
        self._lock = fork.Lock()
        self.forget()

    def forget(self) -> None:
        """Drop the documents."""
        self._documents: dict[str, tuple[float, Any]] = {}  # by address: fetched at, content
        self._keys_refreshed_at = self._fallback_until = float("-inf")

    def metadata(self) -> Metadata:
        """Return the SSO's addresses from its metadata document.

        While the live SSO's document is unavailable, built-in addresses stand in for it.
        """
        config = self._config()
        url = config.sso_metadata_url
        if url == LIVE_METADATA_URL and self._clock() < self._fallback_until:
            return LIVE
        try:
            hosts = config.sso_hosts, config.insecure_hosts
            return read_metadata(self._document(url), url, *hosts)
        except SsoError:
            if url != LIVE_METADATA_URL:
                raise
            # The login page may work although the document is unavailable.
            self._fallback_until = self._clock() + _FALLBACK_SECONDS
            return LIVE

    def keys(self, *, refresh: bool = False) -> dict[str, Any]:
        """Return the SSO's key set; `refresh` fetches it again, at most once in five minutes."""
        now = self._clock()
        # Without the cool-down, forged tokens could make us flood the SSO with requests.
        refresh = refresh and now - self._keys_refreshed_at >= _KEY_COOL_DOWN
        if refresh:
            self._keys_refreshed_at = now
        return self._document(self.metadata().jwks_uri, refresh=refresh)

    def _document(self, url: str, *, refresh: bool = False) -> dict[str, Any]:
        with self._lock:
            fetched_at, document = self._documents.get(url, (float("-inf"), None))
            if refresh or fetched_at < self._clock() - _MAX_AGE:
                try:
                    document = self._fetch(url)
                except SsoError:
                    # Yesterday's document is most likely still right.
                    if document is None or refresh:
                        raise
                self._documents[url] = self._clock(), document
            found: dict[str, Any] = document
            return found
