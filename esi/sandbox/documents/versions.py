"""Serve documents by date and format, and the operations read from them."""

import copy
import re
from collections.abc import Mapping, Sequence
from typing import Any

from esi.sandbox.documents import openapi, swagger
from esi.sandbox.documents.operations import Catalogue
from esi.sandbox.routes.table import DATES, ROUTES
from esi.sandbox.simulation.cache_turnover import EncodedBody

OPENAPI_PATHS = {"/meta/openapi.json", "/meta/openapi-3.0.json"}
_SWAGGER = re.compile(r"/(?P<version>_latest|latest|dev|legacy|v\d+)/swagger\.json")


class Documents:
    """Documents of a sandbox: its own at each date, or a custom one."""

    def __init__(self, custom: Mapping[str, Any] | None, *, with_swagger: bool) -> None:
        self.custom = custom
        self.with_swagger = with_swagger
        self.url = ""
        self._catalogues: dict[str, Catalogue] = {}
        self._bodies: dict[tuple[str, str], EncodedBody] = {}

    @property
    def coverage(self) -> str:
        """Tell how many operations are served, and with which data."""
        found = self.catalogue(max(self.dates)).operations
        if not self.custom:
            return openapi.coverage(len(found))
        own = {f"{route.method} {route.path}" for route in ROUTES}
        seeded = sum(operation.key in own for operation in found)
        return (
            f"all {len(found)} operations of the given document, {seeded} with data of its own, "
            "the others with samples of their schemas"
        )

    @property
    def dates(self) -> Sequence[str]:
        """Compatibility dates on offer."""
        return (str(self.custom["info"]["version"]),) if self.custom else DATES

    def catalogue(self, date: str) -> Catalogue:
        """Return the operations at a date."""
        key = "" if self.custom else openapi.effective(date)
        if key not in self._catalogues:
            self._catalogues[key] = Catalogue(self.custom or openapi.build(key, self.url))
        return self._catalogues[key]

    def body(self, path: str, date: str) -> EncodedBody | None:
        """Return the encoded document at `path`; None if nothing is served there."""
        key = (path, date)
        if path not in OPENAPI_PATHS and not self.with_swagger:
            return None
        if key not in self._bodies:
            content = self._content(path, date)
            if content is None:
                return None
            self._bodies[key] = EncodedBody.of(content)
        return self._bodies[key]

    def _content(self, path: str, date: str) -> Mapping[str, Any] | None:
        if path in OPENAPI_PATHS:
            if self.custom:
                return {**copy.deepcopy(dict(self.custom)), "servers": [{"url": self.url}]}
            built = openapi.build(date, self.url)
            return built if path == "/meta/openapi.json" else openapi.as_openapi_30(built)
        match = _SWAGGER.fullmatch(path)
        return swagger.build(self.url, match["version"]) if match else None
