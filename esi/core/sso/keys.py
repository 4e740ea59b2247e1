"""Find the key that signed an access token, with PyJWT's client for key sets (RFC 7517).

Imported late: PyJWT loads cryptography, which most processes never need.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jwt import PyJWKClient, PyJWKSet

if TYPE_CHECKING:
    from esi.core.sso.discovery import Discovery


class KeyClient(PyJWKClient):
    """Key client whose documents are fetched and cached by `Discovery`."""

    def __init__(self, discovery: Discovery) -> None:
        super().__init__(discovery.metadata().jwks_uri, cache_jwk_set=False)
        self._discovery = discovery

    def get_jwk_set(self, refresh: bool = False) -> PyJWKSet:
        """Return the SSO's keys; PyJWT passes `refresh` if it cannot find one among them."""
        return PyJWKSet.from_dict(self._discovery.keys(refresh=refresh))
