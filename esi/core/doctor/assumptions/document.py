"""Assume that the OpenAPI document has what clients, plans and frames read from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from esi.core.doctor.assumptions.limits import rate_text
from esi.core.doctor.assumptions.shapes import compare
from esi.core.doctor.check import Check, Finding, Unknown, verdict
from esi.core.doctor.probes import json_of, object_of
from esi.core.http.rates import Rate, lifetime
from esi.core.openapi.translate import translate
from esi.core.rate_limits.rules import Report

if TYPE_CHECKING:
    from collections.abc import Mapping

    from esi.core.doctor.probes import Replies
    from esi.core.http.messages import Response

_ORDERS, _TYPE = "/markets/{region_id}/orders", "/universe/types/{type_id}"


def _operation(document: Response, template: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = object_of(document)["paths"][template]["get"]
    return found


def _resolved(document: Response, schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the schema that a reference names; return any other schema itself."""
    if "$ref" not in schema:
        return schema
    found: Any = object_of(document)
    for part in schema["$ref"].removeprefix("#/").split("/"):
        found = found[part]
    result: Mapping[str, Any] = found
    return result


def _version(document: Response) -> Finding:
    found = json_of(document)
    version = found.get("openapi") if isinstance(found, dict) else None
    return verdict(str(version).startswith("3."), f"openapi {version}")


def _date(replies: Replies) -> Finding:
    version = object_of(replies.response("document"))["info"]["version"]
    return verdict(version == replies.date, f"{version}, requested {replies.date}")


def _translated(document: Response) -> Finding:
    found = object_of(document)
    if not str(found.get("openapi")).startswith("3."):
        raise Unknown("it is no OpenAPI 3 document")
    paths = translate(found)["paths"]
    ids = {o.get("operationId") for path in paths.values() for o in path.values() if "get" in path}
    count = sum(map(len, paths.values()))
    return verdict("get_markets_region_id_orders" in ids, f"{count} operations")


def _limits(document: Response, orders: Response) -> Finding:
    declared = Rate.from_document(_operation(document, _ORDERS).get("x-rate-limit"))
    report = Report.from_http(orders.headers)
    if report is None:
        raise Unknown("the response names no limit")
    found = f"{rate_text(declared)}, and {rate_text(report.rate)}"
    return verdict(declared == report.rate, found)


def _lifetimes(document: Response) -> Finding:
    found = lifetime(_operation(document, _ORDERS))
    return verdict(found is not None, f"{found} s for orders" if found else "none for orders")


def _localised(document: Response) -> Finding:
    declared = [
        name
        for name, template in (("type", _TYPE), ("orders", _ORDERS))
        if "Content-Language"
        in _operation(document, template)["responses"]["200"].get("headers", {})
    ]
    return verdict(declared == ["type"], f"declared for: {', '.join(declared) or 'none'}")


def _fields(document: Response, orders: Response) -> Finding:
    content = _operation(document, _ORDERS)["responses"]["200"]["content"]
    schema = _resolved(document, content["application/json"]["schema"])
    required = _resolved(document, schema["items"]).get("required", [])
    rows = json_of(orders)
    if not rows:
        raise Unknown("there are no orders")
    missing = ", ".join(sorted({name for row in rows for name in required if name not in row}))
    return verdict(not missing, f"missing: {missing}" if missing else f"{len(required)} fields")


CHECKS = [
    compare(
        "document.version",
        "Is there an OpenAPI document?",
        ("document",),
        _version,
        expected="OpenAPI 3 at /meta/openapi.json",
        mend="Clients need a stored document, or a `spec_file=`.",
    ),
    Check(
        "document.date",
        "Does the document describe the requested date?",
        expected="info.version is that date",
        mend="Clients may use the operations of another date.",
        rule=_date,
    ),
    compare(
        "document.translated",
        "Can the document be translated for bravado?",
        ("document",),
        _translated,
        expected="operations under their old names",
        mend="Clients cannot be made from the document: please report this.",
    ),
    compare(
        "document.limits",
        "Does the document name the limits of groups?",
        ("document", "orders"),
        _limits,
        expected="the same limit in `x-rate-limit` as in the headers of responses",
        mend="Plans and the first requests of a process count with a wrong budget.",
    ),
    compare(
        "document.lifetimes",
        "Does the document name how long responses are fresh?",
        ("document",),
        _lifetimes,
        expected="`x-client-cache-ttl` or `x-cache-age`",
        mend="Responses without Expires are revalidated at every call.",
    ),
    compare(
        "document.localised",
        "Does the document say which responses are translated?",
        ("document",),
        _localised,
        expected="a declared header Content-Language for types, and none for orders",
        mend="Frames in several languages request each operation once per language, or only once.",
    ),
    compare(
        "document.fields",
        "Do rows have the fields that the document requires?",
        ("document", "orders"),
        _fields,
        expected="all required fields of orders",
        mend="Columns stay empty, or a call in strict mode fails.",
    ),
]
