"""Where the SSO's doors and keys are: its metadata document (RFC 8414) and its key set (RFC 7517).

They are fetched once a day, and shared by the processes of a cache; no token is in them.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from esi.core.sso.messages import (
    ALGORITHMS,
    Metadata,
    check_address,
    find_key,
    not_ours,
    read_json,
    read_metadata,
)
from esi.errors import SsoError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from esi.core.cache.protocol import Cache
    from esi.core.config import Config

_KEEP_SECONDS = 24 * 3600
_KEY_COOL_DOWN = 300
_ILL_SECONDS = 60

_LIVE_URL = "https://login.eveonline.com"
LIVE_METADATA_URL = _LIVE_URL + "/.well-known/oauth-authorization-server"
LIVE = Metadata(
    issuer=_LIVE_URL,
    authorization_endpoint=_LIVE_URL + "/v2/oauth/authorize",
    token_endpoint=_LIVE_URL + "/v2/oauth/token",
    jwks_uri=_LIVE_URL + "/oauth/jwks",
    revocation_endpoint=_LIVE_URL + "/v2/oauth/revoke",
)


@dataclass(slots=True)
class _Kept:
    """Documents of the SSO that this process holds, by address."""

    documents: dict[str, tuple[float, dict[str, Any]]] = field(default_factory=dict)
    keys_asked_at: float = float("-inf")
    ill_until: float = float("-inf")


class Discovery:
    """The documents of one SSO. Any number of threads may use it.

    Args:
        config: called whenever a knob is read; `sso_metadata_url` and the timeouts.
        cache: shares the documents between processes; None keeps them in this.
        clock: returns seconds since the epoch.
        user_agent: who asks; called at each request.
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
        self._kept = _Kept()
        self._lock = threading.Lock()

    def metadata(self) -> Metadata:
        """The SSO's addresses, from its metadata document; kept for a day.

        For the live SSO the addresses of July 2026 serve while the document cannot be had.

        Raises:
            SsoError: the SSO cannot be reached, or the document is not one of an SSO.
        """
        url = self.config().sso_metadata_url
        if url == LIVE_METADATA_URL and self.clock() < self._kept.ill_until:
            return LIVE
        try:
            return read_metadata(self._document(url), url)
        except SsoError:
            if url != LIVE_METADATA_URL:
                raise
            # The live SSO's addresses are known, and the login page may work all the same.
            self._kept.ill_until = self.clock() + _ILL_SECONDS
            return LIVE

    def key(self, head: Mapping[str, Any]) -> dict[str, Any]:
        """The public key (a JWK, RFC 7517) that a token's head names.

        The keys are fetched again once for one that is new.

        Raises:
            TokenInvalidError: the SSO has no such key.
            SsoError: the keys are needed and the SSO cannot be reached.
        """
        if head.get("alg") not in ALGORITHMS:
            raise not_ours(f"it is signed with {str(head.get('alg'))[:20]!r}")
        url = self.metadata().jwks_uri
        key = find_key(self._document(url), head)
        now = self.clock()
        # A cool-down, so that forged tokens cannot make us hammer the SSO.
        if key is None and now - self._kept.keys_asked_at >= _KEY_COOL_DOWN:
            self._kept.keys_asked_at = now
            key = find_key(self._document(url, anew=True), head)
        if key is None:
            raise not_ours("none of the SSO's keys fits it")
        return key

    def forget(self) -> None:
        """Drop the kept documents."""
        with self._lock:
            for url in self._kept.documents:
                if self.cache is not None:
                    self.cache.delete(_cache_key(url))
            self._kept = _Kept()

    def _document(self, url: str, *, anew: bool = False) -> dict[str, Any]:
        """A document of the SSO: from this process, the shared cache, or (`anew`) the SSO."""
        with self._lock:
            now = self.clock()
            kept = self._kept.documents.get(url)
            if kept is None or kept[0] < now - _KEEP_SECONDS:
                kept = _newest(kept, self._shared(url))
            if anew or kept is None or kept[0] < now - _KEEP_SECONDS:
                try:
                    kept = (now, self._get(url))
                except SsoError:
                    # What held yesterday most likely holds today.
                    if kept is None or anew:
                        raise
                else:
                    self._share(url, kept)
            self._kept.documents[url] = kept
            return kept[1]

    def _get(self, url: str) -> dict[str, Any]:
        import requests  # noqa: PLC0415 - the pure parts need none

        check_address(url)
        config = self.config()
        try:
            response = requests.get(
                url,
                headers={"Accept": "application/json", "User-Agent": self.user_agent()},
                timeout=(config.requests_connect_timeout, config.requests_read_timeout),
                allow_redirects=False,
            )
        except requests.RequestException as exc:
            raise unreachable(url, exc) from None
        found = read_json(response.content)
        if response.status_code != 200 or not found:
            raise SsoError(
                f"{url} answered {response.status_code} without the document that belongs there. "
                "Check ESI_SSO_METADATA_URL, and whether the SSO is up.",
                status=response.status_code,
            )
        return found

    def _shared(self, url: str) -> tuple[float, dict[str, Any]] | None:
        try:
            raw: Any = self.cache.get(_cache_key(url)) if self.cache is not None else None
            at, document = json.loads(raw) if raw else (None, None)
        except Exception:  # noqa: BLE001 - a cache that fails must not fail the login
            return None
        return (float(at), document) if at is not None and isinstance(document, dict) else None

    def _share(self, url: str, kept: tuple[float, dict[str, Any]]) -> None:
        if self.cache is None:
            return
        # A cache that fails must not fail the login.
        with contextlib.suppress(Exception):
            self.cache.set(_cache_key(url), json.dumps(kept).encode(), 7 * _KEEP_SECONDS)


def unreachable(url: str, exc: Exception) -> SsoError:
    """What is said where the SSO does not answer."""
    return SsoError(
        f"{url} could not be reached ({type(exc).__name__}). Tokens were kept: try again later, "
        "and see whether the SSO is up: https://status.eveonline.com"
    )


def _newest(*kept: tuple[float, dict[str, Any]] | None) -> tuple[float, dict[str, Any]] | None:
    return max((one for one in kept if one is not None), key=lambda one: one[0], default=None)


def _cache_key(url: str) -> str:
    return "esi-sso-" + hashlib.sha256(url.encode()).hexdigest()
