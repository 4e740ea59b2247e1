"""Describe a route."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from esi.sandbox.routes.schema_shorthand import Schema

OLDEST = "2020-01-01"
NEWEST = "2026-08-18"

LANGUAGES = ("en", "de", "fr", "ja", "ru", "zh", "ko", "es")


@dataclass(frozen=True)
class Query:
    """Query parameter of a route."""

    name: str
    schema: Schema
    required: bool = False


@dataclass(frozen=True)
class RouteSpec:
    """One operation, from the date `since` until the day before `until`.

    `age` is the cache time in seconds; a `daily` route expires at 11:05 UTC instead. `modern`
    routes send `Cache-Control: max-age`, the others only `Expires`. `versions` are the versions
    of the path in Swagger 2.0 documents.
    """

    method: str
    path: str
    tag: str
    summary: str
    response: Schema | None
    operation_id: str
    params: tuple[Query, ...] = ()
    body: Schema | None = None
    group: str | None = None
    age: int | None = None
    daily: bool = False
    modern: bool = False
    localised: bool = False
    pages: bool = False
    cursor: bool = False
    tombstones: int | None = None
    scope: str | None = None
    roles: tuple[str, ...] = ()
    status: int = 200
    since: str = OLDEST
    until: str | None = None
    versions: tuple[int, ...] = (1,)
    body_name: str | None = None
    path_params: Mapping[str, Schema] = field(default_factory=dict)


def operation_id_of(method: str, path: str) -> str:
    """Return the operation id of a method and path, such as `GetMarketsRegionIdOrders`."""
    words = re.split(r"[^A-Za-z0-9]+", f"{method.lower()} {path}")
    return "".join(word[:1].upper() + word[1:] for word in words if word)
