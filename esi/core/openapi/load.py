"""Load a document: from a file, or from the API through a store on disk or in the cache.

The API's document is fetched once, translated, split and stored (`ESI_CACHE_DIR`, else the cache),
so that the next process has its first operation after reading one small slice of a file.
"""

from __future__ import annotations

import hashlib
import json
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bravado.exception import HTTPError

from esi.core import error_text
from esi.core.config_rules import RULES
from esi.core.decoding.rows import Decoder
from esi.core.http.messages import Request, error_body
from esi.core.http.response import EsiResponse, invalid
from esi.core.openapi.document import SplitDocument, mix, split
from esi.core.openapi.shared import loading, shared
from esi.core.openapi.store import DocumentStore
from esi.core.openapi.translate import translate
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

    from esi.core.engine.engine import Engine

logger = logging.getLogger("esi.core")

DATE_KEY = "x-compatibility-date"  # in a stored document's head: the date that it describes
_DATE, _TENANT = "X-Compatibility-Date", "X-Tenant"
_LONGEST_WAIT = 30.0  # seconds for another process that fetches the document
_OF_EVERY_REQUEST = {_DATE, _TENANT, "User-Agent", "Accept", "Accept-Encoding"}


@dataclass(frozen=True, slots=True)
class Versions:
    """Versions of the API and of single resources (`{"Character": "v4"}`).

    They choose among the documents of a server that still serves Swagger 2.0.
    """

    version: str
    resources: Mapping[str, str] | None = None

    @property
    def default(self) -> bool:
        """True for the newest version of everything."""
        return self.version == "latest" and not self.resources

    def __str__(self) -> str:
        pairs = (f"{tag}={version}" for tag, version in sorted((self.resources or {}).items()))
        return ", ".join([self.version, *pairs])


def read_document(path: str | os.PathLike[str]) -> dict[str, Any]:
    """Read a document from a JSON file.

    Raises:
        DocumentError: the file does not exist, is not JSON, or is no document of either kind.
    """
    return _parsed(_file_bytes(path), path)


def load_document_file(engine: Engine, path: str | os.PathLike[str]) -> SplitDocument | None:
    """Return the OpenAPI document of a file, split; None for a Swagger document.

    Files of the same content, in this process and others, are translated once.

    Raises:
        DocumentError: as `read_document`, or the document cannot be translated.
    """
    data = _file_bytes(path)
    store = DocumentStore(engine, "", "file", hashlib.sha256(data).hexdigest())
    with loading(store.key):
        stored = store.read(max_age=None)
        if stored is None:
            document = _parsed(data, path)
            if "swagger" in document:
                return None
            stored = split_bytes(document)
            store.write(stored)
    return shared(stored)


def _file_bytes(path: str | os.PathLike[str]) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as exc:
        reason = exc.strerror or exc
        raise DocumentError(f"{path} cannot be read ({reason}). Check the path.") from None


def _parsed(data: bytes, path: str | os.PathLike[str]) -> dict[str, Any]:
    try:
        document = json.loads(data)
    except (ValueError, RecursionError) as exc:
        raise DocumentError(
            f"{path} is not JSON ({exc}). Save the API's document again: esi-data spec save FILE"
        ) from None
    return _checked(document, str(path))


def split_bytes(document: dict[str, Any], date: str | None = None) -> bytes:
    """Translate and split a document for storage, with the compatibility date it describes."""
    try:
        swagger = translate(document) if "openapi" in document else document
        return split({**swagger, DATE_KEY: date} if date else swagger)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as exc:
        raise DocumentError(f"The document cannot be translated: {exc}") from None


def load_api_document(
    engine: Engine, headers: Mapping[str, str], versions: Versions
) -> SplitDocument:
    """Return the API's document; its head names the compatibility date that it describes.

    A stored document is used while it is young enough. If the API then does not respond, or not
    with a document, the stored one is used at any age, with a warning.

    Args:
        engine: sends the requests.
        headers: of every request to the API, and others that may choose another document.
        versions: choose a document if the server still serves Swagger 2.0.
    """
    config = engine.config()
    others = sorted(f"{name}={headers[name]}" for name in headers.keys() - _OF_EVERY_REQUEST)
    source = " ".join([headers[_TENANT], str(versions), *others])
    store = DocumentStore(engine, config.api_url, headers[_DATE], source)
    with loading(store.key):
        return shared(_stored_or_fetched(engine, store, headers, versions))


def _stored_or_fetched(
    engine: Engine, store: DocumentStore, headers: Mapping[str, str], versions: Versions
) -> bytes:
    """Return the stored document, or fetch it.

    While another process fetches it, use the one that has expired, or wait if there is none.
    """
    max_age = engine.config().spec_cache_duration
    if stored := store.read(max_age):
        return stored
    expired = store.read(max_age=None)
    with store.turn(0 if expired else _LONGEST_WAIT) as taken:
        stored = store.read(max_age) or (None if taken else expired)
        return stored or _fetched(engine, store, headers, versions)


def _fetched(
    engine: Engine, store: DocumentStore, headers: Mapping[str, str], versions: Versions
) -> bytes:
    """Fetch and store the document; if that fails, return a stored one of any age.

    After an upgrade, an earlier release may have stored it.
    """
    config = engine.config()
    try:
        document, date = _Api(engine, headers).fetch(versions)
        data = split_bytes(_checked(document, f"{config.api_url}/meta/openapi.json"), date)
    except (ApiConnectionError, ApiTimeoutError, HTTPError, InvalidAnswerError, DocumentError) as e:
        stored = store.read(max_age=None) or store.read_of_earlier_release()
        if not stored:
            raise
        logger.warning("Using the stored API document: %s", e)
        return stored
    store.write(data)
    return data


def fetch_document(engine: Engine, headers: Mapping[str, str]) -> tuple[dict[str, Any], str]:
    """Return the API's document as the API serves it, and the compatibility date it describes."""
    document, date = _Api(engine, headers).fetch(Versions("latest"))
    return _checked(document, f"{engine.config().api_url}/meta/openapi.json"), date


def described_date(document: Mapping[str, Any], otherwise: str) -> str:
    """Return the compatibility date that a document describes: its version, if that is a date."""
    info = document.get("info")
    version = str(info.get("version")) if isinstance(info, dict) else ""
    return version if RULES["compatibility_date"].is_valid(version) else otherwise


def clear_documents(engine: Engine) -> int:
    """Delete the stored documents of the configured API, so that they are fetched again.

    Of documents in the cache, where no folder is writable, only that of the configured date is
    found; the others expire after ESI_SPEC_CACHE_DURATION.

    Returns:
        The number of deleted documents.
    """
    return _store_of(engine).clear()


def stored_document(engine: Engine) -> tuple[float, str] | None:
    """Return the age in seconds of the stored document of the configured API, and its date.

    Return None if no document is stored; fetch nothing. Where no folder is writable, the document
    is in the cache and its age is 0.
    """
    store = _store_of(engine)
    data = store.read(max_age=None)
    if data is None:
        return None
    date = SplitDocument(data).head.get(DATE_KEY, "")
    return store.age() or 0.0, str(date)


def _store_of(engine: Engine) -> DocumentStore:
    """Return the store of the configured API's document."""
    config = engine.config()
    source = f"{config.api_datasource} {Versions(config.api_version)}"
    return DocumentStore(engine, config.api_url, config.compatibility_date, source)


def _checked(document: Any, where: str) -> dict[str, Any]:
    """Return the document if it is one of the two kinds that clients are built from."""
    found = document if isinstance(document, dict) else {}
    version = found.get("openapi") or found.get("swagger")
    if not str(version).startswith(("3.", "2.")) or not isinstance(found.get("paths"), dict):
        kind = f"version {version!r}" if version else f"a {type(document).__name__} of no version"
        raise DocumentError(
            f"{where} is neither a Swagger 2.0 nor an OpenAPI 3 document ({kind}). The API's own "
            "is at https://esi.evetech.net/meta/openapi.json"
        )
    return found


class _Api:
    """Documents of an API, fetched with the given headers."""

    def __init__(self, engine: Engine, headers: Mapping[str, str]) -> None:
        self._engine = engine
        self._url = engine.config().api_url.rstrip("/")
        self._headers = {name.lower(): value for name, value in headers.items()}
        self._date = self._headers.pop(_DATE.lower())

    def fetch(self, versions: Versions) -> tuple[Any, str]:
        """Return the document and its date: the requested one, or the oldest if that has ended.

        A date that does not exist, or is later than the newest, is an error: the oldest behaviour
        is not what its author wanted.
        """
        try:
            return self._get("/meta/openapi.json", self._date), self._date
        except HTTPError as exc:
            if exc.status_code not in {400, 404}:
                raise
            refused = exc
        dates = self._dates()
        if not dates or self._date in dates:
            # A server of the old kind still serves what the API did before August 2026.
            try:
                return self._swagger(versions), self._date
            except HTTPError:
                raise _with_advice(refused, "Is it ESI's? Check ESI_API_URL.") from None
        oldest, newest = min(dates), max(dates)
        if not RULES["compatibility_date"].is_valid(self._date) or self._date > newest:
            raise _with_advice(
                refused,
                f"It has the dates from {oldest} to {newest}, listed at "
                f"{self._url}/meta/compatibility-dates: set ESI_COMPATIBILITY_DATE, or pass "
                "compatibility_date=.",
            ) from None
        return self._get("/meta/openapi.json", oldest), oldest

    def _dates(self) -> list[str]:
        try:
            dates = self._get("/meta/compatibility-dates")["compatibility_dates"]
            return [date for date in dates if isinstance(date, str)]
        except (HTTPError, KeyError, TypeError):
            return []

    def _swagger(self, versions: Versions) -> Any:
        """Return a version's Swagger 2.0 document, with resources of other versions in it."""
        resources = versions.resources or {}
        documents = {
            version: _checked(self._get(f"/{version}/swagger.json"), version)
            for version in sorted({versions.version, *resources.values()})
        }
        base = documents[versions.version]
        if not resources:
            return base
        return mix(base, {tag: documents[version] for tag, version in resources.items()})

    def _get(self, path: str, date: str | None = None) -> Any:
        headers = {**self._headers, _DATE.lower(): date} if date else self._headers
        request = Request("GET", self._url + path, headers=headers)
        response = self._engine.fetch(request)
        if response.status >= 300:
            body, text = error_body(response)
            when = f" at the compatibility date {date}" if date else ""
            message = f"{request.url}{when} is not available"
            raise http_error(EsiResponse(response), f"{message}: {text}" if text else message, body)
        try:
            return Decoder(None)(response.body)
        except ValueError as exc:
            self._engine.responses.delete(request)
            raise invalid(response, request, str(exc)) from None


def _with_advice(error: HTTPError, advice: str) -> HTTPError:
    error.message = error_text.joined(error.message, advice)
    return error
