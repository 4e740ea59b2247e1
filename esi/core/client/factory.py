"""Make a client from the API's document or from a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from esi.core.client.bravado_http import HttpClient
from esi.core.client.client import LazySpec, SwaggerClient
from esi.core.client.future import CachingHttpFuture
from esi.core.entry_point import entry_point
from esi.core.openapi.load import (
    DATE_KEY,
    Versions,
    load_api_document,
    load_document_file,
    read_document,
)
from esi.core.warn import warn

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping

    from bravado.http_future import HttpFuture

    from esi.core.engine.engine import Engine
    from esi.core.openapi.document import SplitDocument

# bravado's settings for every document: rows are dicts, as in the 5.x line.
_BRAVADO_CONFIG = {"use_models": False, "validate_swagger_spec": False}


@entry_point
def make_client(
    engine: Engine,
    *,
    user_agent: str,
    spec_file: str | os.PathLike[str] | None = None,
    compatibility_date: str | None = None,
    datasource: str | None = None,
    version: str | None = None,
    resources: Mapping[str, str] | None = None,
    document_headers: Mapping[str, str] | None = None,
    default_language: str | None = None,
    future_class: type[HttpFuture[Any]] = CachingHttpFuture,
    client_class: type[SwaggerClient] = SwaggerClient,
) -> SwaggerClient:
    """Build a client of the API's document, or of `spec_file`.

    Args:
        engine: sends the requests.
        user_agent: application, version and a contact address.
        spec_file: a Swagger 2.0 or OpenAPI 3 document, as JSON.
        compatibility_date: `YYYY-MM-DD`; the configured one if None.
        datasource: the server to use; the configured one if None.
        version: of the API's Swagger documents, if the server still has them (`latest`, `v4`).
        resources: versions of single resources of those documents, by tag.
        document_headers: further headers of the request for the document.
        default_language: language of calls that name none; the API's own if None.
        future_class: what operations return.
        client_class: called with a spec, or its `from_spec` with a Swagger document.

    Raises:
        DocumentError: the document is neither Swagger 2.0 nor OpenAPI 3, or cannot be read.
        HTTPError: the API refused to serve its document.
        ApiConnectionError, ApiTimeoutError: it was unreachable, and no stored document exists.
    """
    http_client = HttpClient(
        engine,
        future_class,
        user_agent=user_agent,
        compatibility_date=compatibility_date,
        datasource=datasource,
        default_language=default_language,
    )
    if spec_file is None:
        versions = Versions(version or engine.config().api_version, resources)
        document = _load(http_client, versions, document_headers or {})
        return client_class(LazySpec(document, http_client, config=_BRAVADO_CONFIG))
    if found := load_document_file(engine, spec_file):
        return client_class(LazySpec(found, http_client, config=_BRAVADO_CONFIG))
    client: SwaggerClient = client_class.from_spec(
        read_document(spec_file),
        origin_url=Path(spec_file).resolve().as_uri(),
        http_client=http_client,
        config=dict(_BRAVADO_CONFIG),
    )
    return client


def _load(http_client: HttpClient, versions: Versions, more: Mapping[str, str]) -> SplitDocument:
    """Load the API's document; requests of the client use its compatibility date from then on."""
    headers = {**http_client.headers(), **more}
    requested = headers["X-Compatibility-Date"]
    document = load_api_document(http_client.engine, headers, versions)
    http_client.compatibility_date = served = document.head.get(DATE_KEY, requested)
    if served != requested:
        warn(
            f"The API no longer offers the compatibility date {requested}; using its oldest, "
            f"{served}. Set ESI_COMPATIBILITY_DATE to that or a later one.",
            UserWarning,
        )
    if "x-translated-from" in document.head and not versions.default:
        warn(
            f"Versions of the API ({versions}) ended with its Swagger documents and have no "
            "effect. Choose the API's behaviour with compatibility_date='YYYY-MM-DD'.",
            DeprecationWarning,
        )
    return document
