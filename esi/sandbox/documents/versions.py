"""The documents a server offers, by date and spelling, and the operations read from them."""

import copy
import re
from collections.abc import Mapping, Sequence
from typing import Any

from esi.sandbox.documents import openapi, swagger
from esi.sandbox.documents.operations import Catalogue
from esi.sandbox.routes.table import DATES
from esi.sandbox.simulation.cache_turnover import Body

MODERN = {"/meta/openapi.json", "/meta/openapi-3.0.json"}
_SWAGGER = re.compile(r"/(?P<version>_latest|latest|dev|legacy|v\d+)/swagger\.json")


class Documents:
    """The sandbox's own document at each date, or the one it was given."""

    def __init__(self, given: Mapping[str, Any] | None, *, with_swagger: bool) -> None:
        self.given = given
        self.with_swagger = with_swagger
        self.url = ""
        self._catalogues: dict[str, Catalogue] = {}
        self._bodies: dict[tuple[str, str], Body] = {}

    @property
    def dates(self) -> Sequence[str]:
        """The dates that are offered."""
        return (str(self.given["info"]["version"]),) if self.given else DATES

    def catalogue(self, date: str) -> Catalogue:
        """The operations at a date."""
        key = "" if self.given else openapi.effective(date)
        if key not in self._catalogues:
            self._catalogues[key] = Catalogue(self.given or openapi.build(key, self.url))
        return self._catalogues[key]

    def body(self, path: str, date: str) -> Body | None:
        """The document at `path`, encoded; None where nothing is served."""
        key = (path, date)
        if path not in MODERN and not self.with_swagger:
            return None
        if key not in self._bodies:
            content = self._content(path, date)
            if content is None:
                return None
            self._bodies[key] = Body.of(content)
        return self._bodies[key]

    def _content(self, path: str, date: str) -> Mapping[str, Any] | None:
        if path in MODERN:
            if self.given:
                return {**copy.deepcopy(dict(self.given)), "servers": [{"url": self.url}]}
            built = openapi.build(date, self.url)
            return built if path == "/meta/openapi.json" else openapi.as_openapi_30(built)
        match = _SWAGGER.fullmatch(path)
        if match:
            return swagger.build(self.url, match["version"])
        return None
