"""Fetch the API's document of a date, or read it from a file."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from esi.core.client.bravado_http import HttpClient
from esi.core.folders import expanded
from esi.core.openapi import load
from esi.core.openapi.document import SplitDocument
from esi.errors import ParameterError
from esi_data.documents.changes import DocumentOperation
from esi_data.pulls.future import EsiFuture

if TYPE_CHECKING:
    import os

    from esi.core.engine.engine import Engine


def fetch_document(
    engine: Engine, user_agent: str, on: str | None = None
) -> tuple[dict[str, Any], str]:
    """Fetch the API's document of a compatibility date, or of the configured one, as it is served.

    Returns:
        The document, and the date that it describes.

    Raises:
        ApiConnectionError, ApiTimeoutError: the API is unreachable.
        HTTPError: the API refused to serve the document.
        DocumentError: the response is not a document.
    """
    return load.fetch_document(engine, _headers(engine, user_agent, on))


def _headers(engine: Engine, user_agent: str, on: str | None) -> dict[str, str]:
    client = HttpClient(engine, EsiFuture, user_agent=user_agent, compatibility_date=on)
    return client.headers()


def load_operations(
    engine: Engine, user_agent: str, where: str | date | os.PathLike[str]
) -> tuple[list[DocumentOperation], str]:
    """Return the operations of the API's document of a date, or of a file.

    The document is stored for a day, on disk or in the cache, like that of a client.

    Returns:
        The operations, and the date that the document describes, or the path of the file.

    Raises:
        ParameterError: `where` is neither a date nor a file.
        ApiConnectionError, ApiTimeoutError, HTTPError, DocumentError: as `fetch_document`.
    """
    if isinstance(where, date):  # pandas' and datetime's with a time are dates, too
        where = f"{where:%Y-%m-%d}"
    if re.fullmatch(r"\d{4}-\d\d-\d\d", str(where)):
        headers = _headers(engine, user_agent, str(where))
        split = load.load_api_document(engine, headers, load.Versions("latest"))
        return _operations(split), str(split.head.get(load.DATE_KEY, where))
    path = expanded(where)
    if not path.is_file():
        raise ParameterError(
            f"{str(where)!r} is neither a date, YYYY-MM-DD, nor the file of a document.",
            operation="dates",
        )
    split = load.load_document_file(engine, path) or SplitDocument(
        load.split_bytes(load.read_document(path))
    )
    return _operations(split), str(where)


def _operations(split: SplitDocument) -> list[DocumentOperation]:
    new_ids = {old: new for new, old in split.new_ids.items()}
    tags = {name: tag for tag, names in split.tags.items() for name in names}
    return [
        DocumentOperation(name, new_ids.get(name, name), tags[name], *split.operation(name))
        for name in split.names
    ]
