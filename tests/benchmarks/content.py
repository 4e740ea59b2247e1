"""Make the server's content: seeded listings, and documents that declare them; pure.

Three listings of different shapes, so that nothing is tuned to one route: the market's orders
(every field required), contracts (most fields optional) and one of 60 columns that no API has.
"""

import copy
import gzip
import random
from dataclasses import dataclass
from typing import Any

import msgspec

from esi.core.openapi.translate import translate
from esi.sandbox import Sandbox

OLDEST = "2020-01-01"
ROWS = 1000  # of a page

_RANGES = ["station", "region", "solarsystem", "1", "2", "3", "4", "5", "10", "20", "30", "40"]
_TYPES = ["unknown", "item_exchange", "auction", "courier", "loan"]


@dataclass(frozen=True)
class Field:
    """Field of a row. Kinds: int, float, bool, text, enum, time, ints (a list)."""

    name: str
    kind: str
    low: int = 0
    high: int = 1_000_000
    values: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True)
class Listing:
    """Paged listing: its path, its names in old and new clients, and its fields."""

    name: str
    path: str
    tag: str
    old_id: str
    new_id: str
    fields: tuple[Field, ...]
    key: str
    most: int  # pages that differ; a longer pull sees them again


def _field(name: str, kind: str, low: int = 0, high: int = 1_000_000, **more: Any) -> Field:
    return Field(name.lstrip("?"), kind, low, high, optional=name.startswith("?"), **more)


ORDERS = Listing(
    "orders",
    "/markets/{region_id}/orders",
    "Market",
    "get_markets_region_id_orders",
    "GetMarketsRegionIdOrders",
    (
        _field("duration", "int", 1, 365),
        _field("is_buy_order", "bool"),
        _field("issued", "time"),
        _field("location_id", "int", 60_000_000, 60_015_000),
        _field("min_volume", "int", 1, 100),
        _field("order_id", "int", 6_000_000_000, 7_000_000_000),
        _field("price", "float"),
        _field("range", "enum", values=tuple(_RANGES)),
        _field("system_id", "int", 30_000_000, 30_005_000),
        _field("type_id", "int", 18, 60_000),
        _field("volume_remain", "int", 1),
        _field("volume_total", "int", 1),
    ),
    key="order_id",
    most=300,
)
CONTRACTS = Listing(
    "contracts",
    "/contracts/public/{region_id}",
    "Contracts",
    "get_contracts_public_region_id",
    "GetContractsPublicRegionId",
    (
        _field("?buyout", "float"),
        _field("?collateral", "float"),
        _field("contract_id", "int", 200_000_000, 210_000_000),
        _field("date_expired", "time"),
        _field("date_issued", "time"),
        _field("?days_to_complete", "int", 0, 14),
        _field("?end_location_id", "int", 60_000_000, 60_015_000),
        _field("?for_corporation", "bool"),
        _field("issuer_corporation_id", "int", 98_000_000, 98_900_000),
        _field("issuer_id", "int", 90_000_000, 99_000_000),
        _field("?price", "float"),
        _field("?reward", "float"),
        _field("?start_location_id", "int", 60_000_000, 60_015_000),
        _field("?title", "text"),
        _field("type", "enum", values=tuple(_TYPES)),
        _field("?volume", "float"),
    ),
    key="contract_id",
    most=50,
)
WIDE = Listing(
    "wide",
    "/wide/{region_id}/rows",
    "Wide",
    "get_wide_region_id_rows",
    "GetWideRegionIdRows",
    (
        _field("row_id", "int", 1, 10**12),
        *(_field(f"number_{n}", "int") for n in range(15)),
        *(_field(f"?maybe_{n}_id", "int") for n in range(8)),
        *(_field(f"amount_{n}", "float") for n in range(10)),
        *(_field(f"?ratio_{n}", "float") for n in range(4)),
        *(_field(f"flag_{n}", "bool") for n in range(4)),
        *(_field(f"?known_{n}", "bool") for n in range(2)),
        *(_field(f"made_{n}", "time") for n in range(3)),
        *(_field(f"?ended_{n}", "time") for n in range(2)),
        *(_field(f"kind_{n}", "enum", values=("red", "green", "blue")) for n in range(4)),
        *(_field(f"name_{n}", "text") for n in range(3)),
        *(_field(f"?note_{n}", "text") for n in range(3)),
        _field("parts", "ints"),
    ),
    key="row_id",
    most=30,
)
LISTINGS = {listing.name: listing for listing in (ORDERS, CONTRACTS, WIDE)}

_WORDS = [
    "Tritanium",
    "Veldspar",
    "Rifter",
    "Caracal",
    "Plex",
    "Exotic",
    "Süd",
    "Omega",
    "艦船",
    "Jita",
]


def pages(listing: Listing, count: int, seed: int = 1) -> list[bytes]:
    """`count` pages as JSON, at most as many as differ."""
    dice = random.Random(f"{listing.name} {seed}")
    return [msgspec.json.encode(_rows(listing, dice)) for _ in range(min(count, listing.most))]


def compressed(bodies: list[bytes]) -> list[bytes]:
    """Return the pages as the API sends them."""
    return [gzip.compress(body, 6, mtime=0) for body in bodies]


def _rows(listing: Listing, dice: random.Random) -> list[dict[str, Any]]:
    columns = [_values(field, dice) for field in listing.fields]
    names = [field.name for field in listing.fields]
    return [
        {name: value for name, value in zip(names, row, strict=True) if value is not None}
        for row in zip(*columns, strict=True)
    ]


def _values(field: Field, dice: random.Random) -> list[Any]:
    values = _present(field, dice)
    if not field.optional:
        return values
    return [value if dice.random() < 0.6 else None for value in values]


def _present(field: Field, dice: random.Random) -> list[Any]:
    count = range(ROWS)
    match field.kind:
        case "int":
            return [dice.randint(field.low, field.high) for _ in count]
        case "float":  # the API writes integral prices without a decimal point
            cents = [dice.randint(100, 10**9) for _ in count]
            return [c // 100 if c % 3 == 0 else c / 100 for c in cents]
        case "bool":
            return dice.choices([True, False], k=ROWS)
        case "enum":
            return dice.choices(field.values, k=ROWS)
        case "text":
            return [" ".join(dice.choices(_WORDS, k=dice.randint(1, 4))) for _ in count]
        case "time":
            return [
                f"2026-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}T"
                f"{dice.randint(0, 23):02}:{dice.randint(0, 59):02}:{dice.randint(0, 59):02}Z"
                for _ in count
            ]
        case "ints":
            return [[dice.randint(1, 99) for _ in range(dice.randint(0, 3))] for _ in count]
    raise ValueError(f"{field.name} has the unknown kind {field.kind}")


def sums(listing: Listing, bodies: list[bytes], count: int) -> dict[str, int]:
    """Return the correct result of reading `count` pages: number of rows, and sum of the keys."""
    each = [sum(row[listing.key] for row in msgspec.json.decode(body)) for body in bodies]
    return {
        "rows": count * ROWS,
        "keys": sum(each[number % len(each)] for number in range(count)),
    }


# Documents

_SCHEMAS: dict[str, dict[str, Any]] = {
    "int": {"type": "integer", "format": "int64"},
    "float": {"type": "number", "format": "double"},
    "bool": {"type": "boolean"},
    "text": {"type": "string"},
    "enum": {"type": "string"},
    "time": {"type": "string", "format": "date-time"},
    "ints": {"type": "array", "items": {"type": "integer", "format": "int64"}},
}


def openapi(given: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return an OpenAPI 3.1 document: the given one (or the sandbox's) with the listings."""
    document = copy.deepcopy(given or dict(Sandbox().document(OLDEST)))
    for listing in LISTINGS.values():
        model = next(iter(document["paths"]["/markets/{region_id}/orders"].values()))
        document["paths"].setdefault(listing.path, {"get": _operation(listing, model)})
    document["tags"] = [*document.get("tags", []), {"name": WIDE.tag}]
    return document


def swagger(document: dict[str, Any], url: str) -> dict[str, Any]:
    """Return the Swagger 2.0 document of the same operations, for clients of the 5.x line."""
    translated = translate(document)
    # The 5.x line validates the document, and Swagger 2.0 has no identifier of a license.
    info = {key: value for key, value in translated["info"].items() if key != "license"}
    scheme, _, host = url.partition("://")
    return {**translated, "info": info, "schemes": [scheme], "host": host, "basePath": "/"}


def _operation(listing: Listing, model: dict[str, Any]) -> dict[str, Any]:
    operation = copy.deepcopy(model)
    operation |= {"operationId": listing.new_id, "summary": listing.name, "tags": [listing.tag]}
    operation.pop("security", None)
    operation["parameters"] = [
        parameter
        for parameter in operation["parameters"]
        if "$ref" in parameter or parameter["name"] in {"region_id", "page"}
    ]
    answer = operation["responses"]["200"]["content"]["application/json"]
    answer["schema"] = {
        "type": "array",
        "items": {
            "type": "object",
            "properties": {
                f.name: {**_SCHEMAS[f.kind], **({"enum": list(f.values)} if f.values else {})}
                for f in listing.fields
            },
            "required": [f.name for f in listing.fields if not f.optional],
        },
    }
    return operation
