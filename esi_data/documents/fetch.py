"""The API's documents: of a date, or from a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from esi.core.client.bravado_http import HttpClient
from esi.core.openapi import load
from esi_data.pulls.future import EsiFuture

if TYPE_CHECKING:
    from esi.core.engine.engine import Engine


def fetch_document(
    engine: Engine, user_agent: str, date: str | None = None
) -> tuple[dict[str, Any], str]:
    """Fetch the API's document, as it is served, of a compatibility date or the configured one.

    Returns:
        The document, and the date that it describes.

    Raises:
        ApiConnectionError, ApiTimeoutError: the API is unreachable.
        HTTPError: it refused to serve the document.
        DocumentError: it served something else.
    """
    return load.fetch_document(engine, _headers(engine, user_agent, date))


def _headers(engine: Engine, user_agent: str, date: str | None) -> dict[str, str]:
    client = HttpClient(engine, EsiFuture, user_agent=user_agent, compatibility_date=date)
    return client.headers()
