"""Translate an OpenAPI 3.0 or 3.1 schema to Swagger 2.0.

- The API declares no `required` in the options of a `oneOf`, so they are merged into one object of
  optional properties; dropping them instead would lose their dates. Options of several types become
  `x-any-of`, one schema for each type.
- `nullable` and null types become `x-nullable`, which bravado understands.
- `x-options` lists the options of a `oneOf` of objects: each one's name and its properties.
"""

from __future__ import annotations

from typing import Any

# Keywords of a schema that both dialects share and that matter for requests and responses.
SHARED = (
    *("type", "format", "description", "enum", "default", "required"),
    *("minimum", "maximum", "minLength", "maxLength", "pattern"),
    *("minItems", "maxItems", "uniqueItems"),
)


# Parts of the largest document that is read; the API's own unfolds to some 35,000. References that
# multiply make a small document larger than any memory.
_MAX_PARTS = 500_000


class Source:
    """Document whose references can be followed and whose schemas can be translated."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.document = document
        self._parts = 0
        self._joining: frozenset[str] = frozenset()  # references being joined
        self._inlining: frozenset[str] = frozenset()  # references being inlined

    def deref(self, node: Any) -> Any:
        """Follow `$ref`s within the document to what they name."""
        followed: list[Any] = []
        while isinstance(node, dict) and "$ref" in node:
            if node["$ref"] in followed:
                raise _unresolved(node["$ref"])
            followed.append(node["$ref"])
            node = self._target(node["$ref"])
        return node

    def _target(self, reference: Any) -> Any:
        if not isinstance(reference, str) or not reference.startswith("#/"):
            raise _unresolved(reference)
        node: Any = self.document
        try:
            for part in reference[2:].split("/"):
                key: Any = part.replace("~1", "/").replace("~0", "~")
                node = node[int(key) if isinstance(node, list) else key]
        except (KeyError, IndexError, TypeError, ValueError):
            raise _unresolved(reference) from None
        return node

    def _count(self) -> None:
        self._parts += 1
        if self._parts > _MAX_PARTS:
            raise ValueError(f"its references unfold to more than {_MAX_PARTS:,} parts")

    def unfolded(self, node: Any, within: tuple[str, ...] = ()) -> Any:
        """Return a copy of a part with its references resolved; a circular one becomes `{}`."""
        self._count()
        if isinstance(node, list):
            return [self.unfolded(item, within) for item in node]
        if not isinstance(node, dict):
            return node
        reference = node.get("$ref")
        if isinstance(reference, str):
            if reference in within:
                return {}
            return self.unfolded(self._target(reference), (*within, reference))
        return {key: self.unfolded(value, within) for key, value in node.items()}

    def inline(self, schema: Any) -> dict[str, Any]:
        """Translate a schema that must not remain a reference (parameters, merged options)."""
        return self.schema(self.deref(schema))

    def schema(self, schema: Any) -> dict[str, Any]:
        """Translate a schema; references to components remain references."""
        self._count()
        if not isinstance(schema, dict):  # 3.1 allows `true` and `false`
            return {}
        if "$ref" in schema:
            reference = schema["$ref"]
            home, _, name = reference.rpartition("/")
            if home == "#/components/schemas":
                return {"$ref": f"#/definitions/{name}"}
            return self._inlined(reference)
        for combiner in ("oneOf", "anyOf", "allOf"):
            if schema.get(combiner):
                return self._merged(schema, combiner)
        kinds = schema.get("type")
        if isinstance(kinds, list):
            return self._multiple_types(schema, kinds)
        return self._plain(schema)

    def _multiple_types(self, schema: dict[str, Any], kinds: list[str]) -> dict[str, Any]:
        """Translate a schema of 3.1 that lists its types."""
        known = [kind for kind in kinds if kind != "null"] or ["null"]
        options = [self._plain({**schema, "type": kind}) for kind in known]
        translated = options[0] if len(options) == 1 else self._join(options, optional=True)
        return {**translated, "x-nullable": True} if "null" in kinds else translated

    def _plain(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Translate a schema of at most one type."""
        translated = {key: schema[key] for key in SHARED if key in schema}
        nullable = bool(schema.get("nullable")) or schema.get("type") == "null"
        if schema.get("type") == "null":
            del translated["type"]
        if "const" in schema:
            translated.setdefault("enum", [schema["const"]])
        if None in translated.get("enum", ()):
            nullable = True
            translated["enum"] = [value for value in translated["enum"] if value is not None]
        for key in ("enum", "required"):
            if not translated.get(key, True):  # Swagger 2.0 requires at least one entry
                del translated[key]
        if nullable:
            translated["x-nullable"] = True
        if "properties" in schema:
            translated.setdefault("type", "object")
            translated["properties"] = {
                name: self.schema(value) for name, value in schema["properties"].items()
            }
        if "items" in schema or translated.get("type") == "array":
            translated.setdefault("type", "array")
            translated["items"] = self.schema(schema.get("items", {}))
        if isinstance(schema.get("additionalProperties"), dict):
            translated.setdefault("type", "object")
            translated["additionalProperties"] = self.schema(schema["additionalProperties"])
        return translated

    def _inlined(self, reference: str) -> dict[str, Any]:
        """Inline a reference that Swagger 2.0 cannot express; a circular one becomes `{}`."""
        if reference in self._inlining:
            return {}
        outside, self._inlining = self._inlining, self._inlining | {reference}
        try:
            return self.inline({"$ref": reference})
        finally:
            self._inlining = outside

    def _merged(self, schema: dict[str, Any], combiner: str) -> dict[str, Any]:
        """Merge the parts of a `oneOf`, `anyOf` or `allOf` and the keywords beside them."""
        parts = schema[combiner]
        beside = {combiner, "nullable", "description"}
        own = self.schema({key: value for key, value in schema.items() if key not in beside})
        options = [part for part in parts if not _only_null(self.deref(part))]
        translated = [
            self._inlined(part["$ref"]) if "$ref" in part else self.schema(part) for part in options
        ]
        merged = self._join(translated, optional=combiner != "allOf")
        several = len(options) > 1 and combiner != "allOf" and _kind(merged) == "object"
        if _kind(own) or "x-any-of" in own:
            merged = self._join([own, merged], optional=False)
        if schema.get("nullable") or len(options) < len(parts):
            merged["x-nullable"] = True
        if several:
            merged["x-options"] = [
                [self._title(part), list(option.get("properties", {}))]
                for part, option in zip(options, translated, strict=True)
            ]
        if "description" in schema:
            merged["description"] = schema["description"]
        return merged

    def _title(self, part: Any) -> str:
        """Return the name of an option: its title, or the last part of its reference."""
        title = self.deref(part).get("title", "")
        return str(title or part.get("$ref", "").rpartition("/")[2])

    def _join(self, options: list[dict[str, Any]], *, optional: bool) -> dict[str, Any]:
        """Join translated schemas; a reference to a schema that is being joined becomes `{}`.

        `optional` is True for `oneOf` and `anyOf` (no property is certain), False for `allOf`.
        Options of several types become `x-any-of`, one for each type, which
        `esi.core.decoding.rows` reads; for bravado that is a value of any type.
        """
        references = {option["$ref"] for option in options if "$ref" in option}
        if references & self._joining:
            return {}
        outside, self._joining = self._joining, self._joining | references
        try:
            options = [self._resolved(option) for option in options]
            if len(options) == 1 and not optional:
                return dict(options[0])
            joined: dict[str, Any] = {}
            if any(option.get("x-nullable") for option in options):
                joined["x-nullable"] = True
            options = [each for option in options for each in option.get("x-any-of", [option])]
            if not optional:  # an option without a type restricts the others; it adds no type
                options = [option for option in options if _kind(option)]
            kinds: dict[str | None, list[dict[str, Any]]] = {}
            for option in options:
                kinds.setdefault(_kind(option), []).append(option)
            if len(kinds) == 1 and None not in kinds:
                return joined | self._joined(options, optional=optional)
            if kinds and None not in kinds:
                joined["x-any-of"] = [self._joined(o, optional=True) for o in kinds.values()]
            return joined
        finally:
            self._joining = outside

    def _joined(self, options: list[dict[str, Any]], *, optional: bool) -> dict[str, Any]:
        """Join translated schemas of one type."""
        kind = _kind(options[0])
        joined: dict[str, Any] = {"type": kind}
        if kind == "object":
            properties: dict[str, list[dict[str, Any]]] = {}
            for option in options:
                for name, schema in option.get("properties", {}).items():
                    properties.setdefault(name, []).append(schema)
            joined["properties"] = {
                name: self._same_or_joined(found, optional=optional)
                for name, found in properties.items()
            }
            required = [name for option in options for name in option.get("required", ())]
            if required and not optional:
                joined["required"] = list(dict.fromkeys(required))
            if maps := [o["additionalProperties"] for o in options if "additionalProperties" in o]:
                joined["additionalProperties"] = self._same_or_joined(maps, optional=True)
        elif kind == "array":
            items = [option.get("items", {}) for option in options]
            joined["items"] = self._same_or_joined(items, optional=optional)
        else:
            formats = {option.get("format") for option in options}
            if not optional:
                formats.discard(None)
            if len(formats) == 1 and None not in formats:
                joined["format"] = formats.pop()
            enums = [option["enum"] for option in options if "enum" in option]
            if enums and (len(enums) == len(options) or not optional):
                values = [value for enum in enums for value in enum]
                joined["enum"] = [v for i, v in enumerate(values) if v not in values[:i]]
        return joined

    def _same_or_joined(self, found: list[dict[str, Any]], *, optional: bool) -> dict[str, Any]:
        if all(schema == found[0] for schema in found):
            return found[0]
        return self._join(found, optional=optional)

    def _resolved(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Resolve a translated schema that is a reference, so that it can be joined."""
        if "$ref" not in schema:
            return schema
        return self.inline(
            {"$ref": schema["$ref"].replace("#/definitions", "#/components/schemas")}
        )


def _unresolved(reference: object) -> ValueError:
    return ValueError(f"The document's reference {reference!r} cannot be resolved.")


def _kind(schema: dict[str, Any]) -> str | None:
    kind: str | None = schema.get("type")
    return kind


def _only_null(schema: Any) -> bool:
    return isinstance(schema, dict) and schema.get("type") in ("null", ["null"])
