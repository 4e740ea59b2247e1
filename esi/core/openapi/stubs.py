"""Write the types of a document's operations and rows as a stub file for type checkers.

Names are those of the rows at run time: a component's own (`UniverseTypesTypeIdGet`), and with
`Item` for the rows of a list (`MarketsPricesGetItem`). An operation is `GetStatusOperation`, its
body `PostUniverseNamesOperationBody`, and the client `ESIClientStub`.
"""

from __future__ import annotations

import keyword
from typing import TYPE_CHECKING, Any

from esi.core.decoding.models import attribute_names, class_name, component_class_name

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD = '''"""Types of the API's client at compatibility date {date}; made by generate_esi_stubs."""

from datetime import date, datetime
from typing import Any, Generic, Literal, TypeVar, overload
from uuid import UUID

from esi.core.decoding.attribute_row import Row
from esi.core.model_client.response import ModelResponse
from esi.models import Token
from esi.openapi_clients import EsiOperation

_Result = TypeVar("_Result")
_Results = TypeVar("_Results")

class _Operation(EsiOperation, Generic[_Result, _Results]):
'''
_METHOD = """    @overload  # type: ignore[override]
    def {name}(
        self, use_etag: bool = ..., return_response: Literal[False] = ...,
        force_refresh: bool = ..., use_cache: bool = ..., store_cache: bool = ...,
        last_modified: datetime | None = ..., **extra: Any,
    ) -> {type}: ...
    @overload
    def {name}(
        self, use_etag: bool = ..., *, return_response: Literal[True],
        force_refresh: bool = ..., use_cache: bool = ..., store_cache: bool = ...,
        last_modified: datetime | None = ..., **extra: Any,
    ) -> tuple[{type}, ModelResponse]: ...
"""
_METHODS = ("get", "post", "put", "delete", "patch")
_TEXTS = {"date-time": "datetime", "date": "date", "uuid": "UUID"}
_PLAIN = {"integer": "int", "number": "float", "boolean": "bool", "null": "None"}
_REFERENCE = "#/components/"


def render(document: dict[str, Any], date: str) -> str:
    """Return the text of the stub file of an OpenAPI document."""
    return _Stubs(document).text(date)


class _Stubs:
    """Stub file of one document."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._document = document
        self._lines: list[str] = []
        self._classes: set[str] = set()

    def text(self, date: str) -> str:
        """Return the whole file."""
        for name, schema in sorted(self._document.get("components", {}).get("schemas", {}).items()):
            self._component(component_class_name(name), schema)
        tags: dict[str, list[str]] = {}
        for path, operation in self._operations():
            for tag in operation.get("tags", ())[:1]:
                tags.setdefault(tag.replace(" ", "_"), []).append(self._call(path, operation))
        client = ["class ESIClientStub:", *(f"    {tag}: _{tag}Tag" for tag in sorted(tags))]
        for tag, calls in sorted(tags.items()):
            self._lines += [f"class _{tag}Tag:", *sorted(calls), ""]
        results = (("result", "_Result"), ("results", "list[_Results]"))
        methods = (_METHOD.format(name=name, type=type_) for name, type_ in results)
        head = _HEAD.format(date=date) + "".join(methods)
        client.append("    def purge_all_etags(self) -> int: ...")
        return "\n".join([head, *self._lines, *client, ""])

    def _operations(self) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
        """Yield each operation after the path that it belongs to."""
        for path in self._document["paths"].values():
            for method in _METHODS:
                if "operationId" in path.get(method, {}):
                    yield path, path[method]

    def _call(self, path: dict[str, Any], operation: dict[str, Any]) -> str:
        """Write the class of an operation; return the method of its tag."""
        name = operation["operationId"]
        own = class_name(name) + "Operation"
        schema = self._answer(operation)
        found = self._type(schema, class_name(name)) if schema else "None"
        row = self._row_of(schema, class_name(name)) or found
        self._lines += [f"class {own}(_Operation[{found}, {row}]): ...", ""]
        arguments = []
        given = map(self._resolved, [*path.get("parameters", ()), *operation.get("parameters", ())])
        for parameter in given:
            if parameter["in"] in {"path", "query"} and _is_name(parameter["name"]):
                type_ = self._type(parameter.get("schema", {}), own + class_name(parameter["name"]))
                default = "" if parameter.get("required") else " = ..."
                arguments.append(f"{parameter['name']}: {type_}{default}")
        if body := self._body(operation, f"{own}Body"):
            arguments.append(body)
        if operation.get("security"):
            arguments.append("token: Token | None = ...")
        arguments = ["self", *(["*", *arguments] if arguments else ()), "**extra: Any"]
        return f"    def {name}({', '.join(arguments)}) -> {own}: ..."

    def _answer(self, operation: dict[str, Any]) -> dict[str, Any]:
        """Return the schema of a successful response's data; empty without data."""
        codes = sorted(code for code in operation["responses"] if code.startswith("2"))
        found = (_json(self._resolved(operation["responses"][code])) for code in codes)
        return next(filter(None, found), {})

    def _row_of(self, schema: dict[str, Any], name: str) -> str:
        """Return the type of a listing's rows, those of a cursor listing too; empty for others."""
        if "$ref" in schema:
            name = component_class_name(schema["$ref"].rpartition("/")[2])
            schema = self._resolved(schema)
        properties = schema.get("properties", {})
        if "cursor" in properties:
            for each, inner in properties.items():
                if row := self._row_of(inner, name + class_name(each)):
                    return row
        return self._type(schema["items"], f"{name}Item") if "items" in schema else ""

    def _body(self, operation: dict[str, Any], name: str) -> str:
        """Return the argument of an operation's body; empty without one."""
        body = self._resolved(operation.get("requestBody", {}))
        schema = _json(body)
        if not schema:
            return ""
        self._lines += [f"{name} = {self._plain(schema)}", ""]
        return f"body: {name}" + ("" if body.get("required") else " = ...")

    def _plain(self, schema: dict[str, Any]) -> str:
        """Return the type of JSON values to send."""
        schema = self._resolved(schema)
        if schema.get("type") == "array":
            return f"list[{self._plain(schema.get('items', {}))}]"
        known = {"string": "str", **_PLAIN}
        return known.get(schema.get("type", ""), "dict[str, Any]")

    def _component(self, name: str, schema: dict[str, Any]) -> None:
        """Write the class of a component, or an alias of its type."""
        type_ = self._type(schema, name)
        if type_ != name:
            self._lines += [f"{name} = {type_}", ""]

    def _type(self, schema: dict[str, Any], name: str) -> str:
        """Return the type of decoded values; write the classes of objects in it."""
        if "$ref" in schema:
            return component_class_name(schema["$ref"].rpartition("/")[2])
        if options := schema.get("oneOf") or schema.get("anyOf"):
            return self._options(options, name)
        kinds = schema.get("type") or ("object" if "properties" in schema else "")
        kinds = [kinds] if isinstance(kinds, str) else kinds
        types = [self._of_kind(kind, schema, name) for kind in kinds]
        if schema.get("nullable"):
            types.append("None")
        return " | ".join(dict.fromkeys(types)) or "Any"

    def _of_kind(self, kind: str, schema: dict[str, Any], name: str) -> str:
        if kind == "object":
            return self._row(schema, name)
        if kind == "array":
            return f"list[{self._type(schema.get('items', {}), name + 'Item')}]"
        if kind == "string":
            return _TEXTS.get(schema.get("format", ""), "str")
        return _PLAIN.get(kind, "Any")

    def _options(self, options: list[dict[str, Any]], name: str) -> str:
        """Return the type of a choice: of objects, a wrapper with the one that fits as `root`."""
        types = [self._type(option, f"{name}{number}") for number, option in enumerate(options, 1)]
        union = " | ".join(dict.fromkeys(types))
        if any(self._resolved(option).get("type") != "object" for option in options):
            return union
        return self._class(name, [f"    root: {union}"])

    def _row(self, schema: dict[str, Any], name: str) -> str:
        """Write the class of an object; return its name."""
        properties: dict[str, Any] = schema.get("properties", {})
        rest = schema.get("additionalProperties")
        if not properties and isinstance(rest, dict):
            return self._class(name, [f"    root: dict[str, {self._type(rest, f'{name}Value')}]"])
        required, names = schema.get("required", ()), attribute_names(properties)
        fields = []
        for each, inner in properties.items():
            type_ = self._type(inner, name + class_name(each))
            if each not in required and "None" not in type_.split(" | "):
                type_ += " | None"
            if _is_name(names[each]):
                fields.append(f"    {names[each]}: {type_}")
        return self._class(name, fields)

    def _class(self, name: str, fields: list[str]) -> str:
        if name not in self._classes:
            self._classes.add(name)
            self._lines += [f"class {name}(Row):", *(fields or ["    ..."]), ""]
        return name

    def _resolved(self, part: dict[str, Any]) -> dict[str, Any]:
        """Follow a reference to a component."""
        while str(reference := part.get("$ref", "")).startswith(_REFERENCE):
            kind, _, name = reference.removeprefix(_REFERENCE).partition("/")
            part = self._document["components"][kind][name]
        return part


def _json(part: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of the JSON content of a response or a body; empty without one."""
    schema: dict[str, Any] = part.get("content", {}).get("application/json", {}).get("schema", {})
    return schema


def _is_name(text: str) -> bool:
    return text.isidentifier() and not keyword.iskeyword(text)
