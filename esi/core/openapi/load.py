"""Where a client's document comes from: a file, the disk, the API; and the client made of it.

The API's document is fetched once, translated, split and kept (`ESI_CACHE_DIR`, else the cache), so
that the next process has its first operation after reading one small slice of a file.
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from datetime import date as day
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bravado.exception import HTTPError

from esi.core import error_text
from esi.core.client.bravado_http import RequestsClientPlus
from esi.core.client.client import LazySpec, SwaggerClient
from esi.core.client.future import CachingHttpFuture, heard
from esi.core.decoding.rows import Decoder
from esi.core.http.messages import Request
from esi.core.http.response import EsiResponse, invalid
from esi.core.openapi.document import SplitDocument, mixed, split
from esi.core.openapi.store import DocumentStore
from esi.core.openapi.translate import translate
from esi.core.warn import warn
from esi.errors import (
    ApiConnectionError,
    ApiTimeoutError,
    DocumentError,
    InvalidAnswerError,
    http_error,
)

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping

    from bravado.http_future import HttpFuture

    from esi.core.engine.engine import Engine
    from esi.core.http.messages import Response

logger = logging.getLogger("esi.core")

# In a kept document's head, the compatibility date that it is of.
_DATE = "x-compatibility-date"

# What bravado is told of every document: rows are dicts, as in the 5.x line.
BRAVADO_CONFIG = {"use_models": False, "validate_swagger_spec": False}


def make_client(
    engine: Engine,
    *,
    user_agent: str,
    spec_file: str | os.PathLike[str] | None = None,
    compatibility_date: str | None = None,
    datasource: str | None = None,
    version: str | None = None,
    resources: Mapping[str, str] | None = None,
    future_class: type[HttpFuture[Any]] = CachingHttpFuture,
    client_class: type[SwaggerClient] = SwaggerClient,
) -> SwaggerClient:
    """Build a client of the API's document, or of `spec_file`.

    Args:
        engine: the way of its requests.
        user_agent: who asks.
        spec_file: a Swagger 2.0 or OpenAPI 3 document, as JSON.
        compatibility_date: `YYYY-MM-DD`; the configured one where it is None.
        datasource: the server asked; the configured one where it is None.
        version: of the API's Swagger documents, where the server still has them (`latest`, `v4`).
        resources: versions of single resources of those, by tag.
        future_class: what operations return.
        client_class: called with a spec, or its `from_spec` with a Swagger document.

    Raises:
        DocumentError: the document is neither Swagger 2.0 nor OpenAPI 3, or cannot be read.
        HTTPError: the API refused to serve its document.
        ApiConnectionError, ApiTimeoutError: it could not be reached, and none was kept.
    """
    http_client = RequestsClientPlus(
        engine,
        future_class,
        user_agent=user_agent,
        compatibility_date=compatibility_date,
        datasource=datasource,
    )
    if spec_file is None:
        asked = Versions(version or engine.config().api_version, dict(resources or {}))
        document = SplitDocument(api_document(engine, http_client, asked))
        _at_its_date(engine, http_client, document)
        if "x-translated-from" in document.head and asked.unusual:
            warn(
                f"Versions of the API ({asked}) ended with its Swagger documents and have no "
                "effect. Choose the API's behaviour with compatibility_date='YYYY-MM-DD'.",
                DeprecationWarning,
            )
        return client_class(LazySpec(document, http_client, config=BRAVADO_CONFIG))
    read = read_document(spec_file)
    if "swagger" in read:
        client: SwaggerClient = client_class.from_spec(
            read,
            origin_url=Path(spec_file).resolve().as_uri(),
            http_client=http_client,
            config=dict(BRAVADO_CONFIG),
        )
        return client
    return client_class(
        LazySpec(SplitDocument(_split_bytes(read)), http_client, config=BRAVADO_CONFIG)
    )


@dataclass(frozen=True, slots=True)
class Versions:
    """Versions asked for, of the API and of single resources (`{"Character": "v4"}`).

    They choose among the documents of a server that still serves Swagger 2.0.
    """

    version: str
    resources: dict[str, str]

    @property
    def unusual(self) -> bool:
        """Whether something else than the newest of everything is asked for."""
        return self.version != "latest" or bool(self.resources)

    def __str__(self) -> str:
        pairs = (f"{tag}={version}" for tag, version in sorted(self.resources.items()))
        return ", ".join([self.version, *pairs])


def read_document(path: str | os.PathLike[str]) -> dict[str, Any]:
    """Read a document from a JSON file.

    Raises:
        DocumentError: there is no such file, it is no JSON, or no document of either kind.
    """
    try:
        document = json.loads(Path(path).read_bytes())
    except OSError as exc:
        reason = exc.strerror or exc
        raise DocumentError(f"{path} cannot be read ({reason}). Check the path.") from exc
    except ValueError as exc:
        raise DocumentError(
            f"{path} is not JSON ({exc}). Save the API's document anew: esi-data spec save FILE"
        ) from exc
    return _checked(document, str(path))


def _checked(document: Any, where: str) -> dict[str, Any]:
    """The document, when it is one of the two kinds that clients are built of."""
    kinds = document if isinstance(document, dict) else {}
    version = kinds.get("openapi") or kinds.get("swagger")
    if not str(version).startswith(("3.", "2.")) or not isinstance(kinds.get("paths"), dict):
        said = f"version {version!r}" if version else f"a {type(document).__name__} of no version"
        raise DocumentError(
            f"{where} is neither a Swagger 2.0 nor an OpenAPI 3 document ({said}). The API's own "
            "is at https://esi.evetech.net/meta/openapi.json"
        )
    return kinds


def _split_bytes(document: dict[str, Any], date: str | None = None) -> bytes:
    """A document as it is kept, with the compatibility date that it is of."""
    try:
        swagger = translate(document) if "openapi" in document else document
        return split({**swagger, _DATE: date} if date else swagger)
    except (ValueError, KeyError, TypeError, AttributeError) as exc:
        raise DocumentError(f"The document cannot be translated: {exc}") from exc


def _at_its_date(engine: Engine, client: RequestsClientPlus, document: SplitDocument) -> None:
    """Have requests ask for the date that the document is of."""
    asked = client.compatibility_date or engine.config().compatibility_date
    client.compatibility_date = served = document.head.get(_DATE, asked)
    if served != asked:
        warn(
            f"The API no longer offers the compatibility date {asked}; using its oldest, {served}. "
            "Set ESI_COMPATIBILITY_DATE to that or a later one.",
            UserWarning,
        )


def api_document(engine: Engine, http_client: RequestsClientPlus, asked: Versions) -> bytes:
    """The API's document, split; its head tells the compatibility date it is of.

    What is kept and young enough is used; else the API is asked; where it does not answer, or with
    something else, what is kept serves on, however old, with a warning.
    """
    config = engine.config()
    date = http_client.compatibility_date or config.compatibility_date
    datasource = http_client.datasource or config.api_datasource
    shelf = DocumentStore(engine, config.api_url, date, f"{datasource} {asked}")
    kept = shelf.read(max_age=config.spec_cache_duration)
    if kept:
        return kept
    try:
        document, served = _fetch(engine, http_client, date, asked)
        checked = _checked(document, f"{config.api_url}/meta/openapi.json")
        data = _split_bytes(checked, served)
    except (ApiConnectionError, ApiTimeoutError, HTTPError, InvalidAnswerError, DocumentError) as e:
        kept = shelf.read(max_age=None)
        if not kept:
            raise
        logger.warning("Using the API document kept earlier: %s", e)
        return kept
    shelf.write(data)
    return data


def _fetch(
    engine: Engine, http_client: RequestsClientPlus, date: str, asked: Versions
) -> tuple[Any, str]:
    """Ask the API for its document at a date, or at its oldest where it has that one no more.

    A date that is none, or later than the newest, is a mistake to be told: the oldest behaviour is
    not what was meant.
    """
    try:
        return _get(engine, http_client, "/meta/openapi.json", date), date
    except HTTPError as exc:
        if exc.status_code not in {400, 404}:
            raise
        refused = exc
    try:
        dates = _get(engine, http_client, "/meta/compatibility-dates", None)["compatibility_dates"]
    except (HTTPError, KeyError, TypeError):
        dates = []
    if not dates or date in dates:
        # A server of the old kind still serves what the API did before August 2026.
        try:
            return _swagger(engine, http_client, asked), date
        except HTTPError:
            raise _with_advice(refused, "Is it ESI's? Check ESI_API_URL.") from None
    oldest, newest = min(dates), max(dates)
    if not _is_day(date) or date > newest:
        raise _with_advice(
            refused,
            f"It has the dates from {oldest} to {newest}, listed at "
            f"{engine.config().api_url.rstrip('/')}/meta/compatibility-dates: set "
            "ESI_COMPATIBILITY_DATE, or pass compatibility_date=.",
        ) from None
    return _get(engine, http_client, "/meta/openapi.json", oldest), oldest


def _is_day(text: str) -> bool:
    try:
        return day.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _with_advice(error: HTTPError, advice: str) -> HTTPError:
    error.message = error_text.joined(error.message, advice)
    return error


def _swagger(engine: Engine, http_client: RequestsClientPlus, asked: Versions) -> Any:
    """The Swagger 2.0 document of a version, with single resources of other versions in it."""
    versions = {asked.version, *asked.resources.values()}
    documents = {
        version: _checked(_get(engine, http_client, f"/{version}/swagger.json", None), version)
        for version in sorted(versions)
    }
    base = documents[asked.version]
    if not asked.resources:
        return base
    return mixed(base, {tag: documents[version] for tag, version in asked.resources.items()})


def _get(engine: Engine, http_client: RequestsClientPlus, path: str, date: str | None) -> Any:
    headers = {name.lower(): value for name, value in http_client.headers().items()}
    if date:
        headers["x-compatibility-date"] = date
    else:
        headers.pop("x-compatibility-date")
    request = Request("GET", engine.config().api_url.rstrip("/") + path, headers=headers)
    answer: Response = engine.fetch(request)
    if answer.status >= 300:
        said, told = heard(answer)
        when = f" at the compatibility date {date}" if date else ""
        message = f"{request.url}{when} cannot be had"
        raise http_error(EsiResponse(answer), f"{message}: {told}" if told else message, said)
    try:
        return Decoder(None)(answer.body)
    except ValueError as exc:
        engine.responses.delete(request)
        raise invalid(answer, request, str(exc)) from exc
