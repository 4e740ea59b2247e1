"""Read the operations of an OpenAPI 3.0 or 3.1 document, and parse their parameters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from esi.sandbox.simulation.rate_limits import Group
from esi.sandbox.simulation.validation import (
    Checker,
    InvalidValueError,
    Problem,
    Schema,
    kinds,
    parse,
    resolve,
)

METHODS = ("get", "post", "put", "delete", "patch", "head", "options")


@dataclass(frozen=True)
class Parameter:
    """Path or query parameter; `array` ones may be repeated."""

    name: str
    schema: Schema
    required: bool
    array: bool
    items: Schema
    checker: Checker


@dataclass(frozen=True)
class Operation:
    """Operation of a document."""

    method: str
    path: str
    operation_id: str
    document: Mapping[str, Any]
    path_params: Mapping[str, Parameter]
    query: Sequence[Parameter]
    body: Schema | None
    response: Schema | None
    status: int
    date: str
    group: Group | None
    age: float | None
    daily: bool
    modern: bool
    localised: bool
    pages: bool
    cursor: bool
    scopes: Sequence[str]
    secured: bool
    roles: Sequence[str]

    @property
    def key(self) -> str:
        """Method and path: the name of the operation's handler."""
        return f"{self.method} {self.path}"

    @cached_property
    def _body_checker(self) -> Checker:
        return Checker(self.body or {}, self.document)

    def body_problems(self, body: Any) -> list[Problem]:
        """Return everything wrong with a request body."""
        return self._body_checker.problems(body, "body")

    def arguments(self, texts: Mapping[str, str]) -> tuple[dict[str, Any], list[Problem]]:
        """Return the values of the path's parameters, and what is wrong with them."""
        found: dict[str, Any] = {}
        wrong: list[Problem] = []
        for name, text in texts.items():
            param = self.path_params.get(name)
            if param is None:
                found[name] = text
            else:
                found[name] = self._value(param, [text], "path", wrong)
        return found, wrong

    def queries(self, texts: Mapping[str, Sequence[str]]) -> tuple[dict[str, Any], list[Problem]]:
        """Return the values of the query, with defaults, and what is wrong; unknown names pass."""
        found: dict[str, Any] = {}
        wrong: list[Problem] = []
        for param in self.query:
            given = texts.get(param.name)
            if given:
                found[param.name] = self._value(param, given, "query", wrong)
            elif "default" in param.schema:
                found[param.name] = param.schema["default"]
            elif param.required:
                message = "required query parameter is missing"
                wrong.append({"location": f"query.{param.name}", "message": message, "value": ""})
        return found, wrong

    def _value(
        self, param: Parameter, texts: Sequence[str], place: str, wrong: list[Problem]
    ) -> Any:
        where = f"{place}.{param.name}"
        try:
            if param.array:
                # Old clients send a list with commas; the document requires repeated names.
                parts = [part for text in texts for part in text.split(",") if part]
                value: Any = [parse(part, param.items) for part in parts]
            else:
                value = parse(texts[-1], param.schema)
        except InvalidValueError as exc:
            wrong.append({"location": where, "message": str(exc), "value": texts[-1]})
            return None
        wrong += param.checker.problems(value, where)
        return value


class Catalogue:
    """Operations of a document, by method and path."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.document = document
        self.operations: list[Operation] = []
        # Tree of path segments; the key None is a parameter.
        self._tree: dict[Any, Any] = {}
        for path, item in document["paths"].items():
            for method in METHODS:
                if method in item:
                    operation = _read(document, path, method, item)
                    self.operations.append(operation)
                    self._insert(operation)

    def find(self, method: str, path: str) -> tuple[Operation | None, dict[str, str], list[str]]:
        """Return the operation, the texts of its path parameters, and the path's other methods."""
        segments = [segment for segment in path.split("/") if segment]
        for leaf, values in _match(self._tree, segments, 0):
            operations: dict[str, Operation] = leaf
            operation = operations.get(method)
            if operation is None:
                return None, {}, sorted(operations)
            names = [part[1:-1] for part in operation.path.split("/") if part.startswith("{")]
            return operation, dict(zip(names, values, strict=True)), []
        return None, {}, []

    def _insert(self, operation: Operation) -> None:
        node = self._tree
        for segment in operation.path.split("/"):
            if segment:
                node = node.setdefault(None if segment.startswith("{") else segment, {})
        node.setdefault("", {})[operation.method] = operation


def _match(
    node: Mapping[Any, Any], segments: Sequence[str], depth: int
) -> list[tuple[dict[str, Operation], list[str]]]:
    if depth == len(segments):
        return [(node[""], [])] if "" in node else []
    segment = segments[depth]
    # A literal segment takes precedence: `prices` in /markets/prices is no region.
    found = _match(node[segment], segments, depth + 1) if segment in node else []
    if not found and None in node:
        found = [
            (leaf, [segment, *values]) for leaf, values in _match(node[None], segments, depth + 1)
        ]
    return found


def _read(
    document: Mapping[str, Any], path: str, method: str, item: Mapping[str, Any]
) -> Operation:
    entry = item[method]
    params = [
        resolve(p, document) for p in (*item.get("parameters", ()), *entry.get("parameters", ()))
    ]
    status, response = _success(document, entry)
    headers = {name.lower() for name in response.get("headers", ())}
    security = entry.get("security", document.get("security", ()))
    limit = entry.get("x-rate-limit")
    return Operation(
        method=method,
        path=path,
        operation_id=entry.get("operationId", f"{method} {path}"),
        document=document,
        path_params={p["name"]: _param(document, p) for p in params if p["in"] == "path"},
        query=[_param(document, p) for p in params if p["in"] == "query"],
        body=_content(resolve(entry["requestBody"], document)) if "requestBody" in entry else None,
        response=_content(response),
        status=status,
        date=entry.get("x-compatibility-date", document["info"]["version"]),
        group=Group(limit["group"], limit["max-tokens"], limit["window-size"]) if limit else None,
        age=entry.get("x-cache-age", entry.get("x-client-cache-ttl")),
        daily="expires daily" in entry.get("description", ""),
        modern="x-cache-mode" in entry,
        localised="content-language" in headers,
        pages="x-pages" in headers,
        cursor=entry.get("x-pagination") == "cursor",
        scopes=[scope for way in security for scopes in way.values() for scope in scopes],
        secured=any(security),
        roles=entry.get("x-required-roles", ()),
    )


def _param(document: Mapping[str, Any], entry: Mapping[str, Any]) -> Parameter:
    schema = resolve(entry.get("schema", {}), document)
    return Parameter(
        name=entry["name"],
        schema=schema,
        required=entry.get("required", False),
        array="array" in kinds(schema),
        items=resolve(schema.get("items", {}), document),
        checker=Checker(schema, document),
    )


def _success(
    document: Mapping[str, Any], entry: Mapping[str, Any]
) -> tuple[int, Mapping[str, Any]]:
    codes = sorted(code for code in entry["responses"] if code[:1] == "2")
    if not codes:
        return 204, {}
    return int(codes[0]), resolve(entry["responses"][codes[0]], document)


def _content(part: Mapping[str, Any]) -> Schema | None:
    content = part.get("content") or {}
    media: Mapping[str, Any] = content.get("application/json") or next(iter(content.values()), {})
    schema: Schema | None = media.get("schema")
    return schema
