"""Find the schema of an operation's response, and compile its decoder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from esi.core.decoding.rows import Decoder

if TYPE_CHECKING:
    from bravado_core.operation import Operation

_decoders: WeakKeyDictionary[Operation, Decoder] = WeakKeyDictionary()


def answer_schema(operation: Operation) -> dict[str, Any] | None:
    """Return the schema of an operation's successful response, references resolved."""
    responses = operation.op_spec.get("responses", {})
    for status in ("200", "201", 200, 201):
        if status in responses:
            response = operation.swagger_spec.deref(responses[status])
            schema: dict[str, Any] | None = response.get("schema")
            return _resolved(operation, schema) if schema else None
    return None


def decoder(operation: Operation) -> Decoder:
    """Return the decoder of an operation's responses, compiled once."""
    if operation not in _decoders:
        _decoders[operation] = Decoder(answer_schema(operation))
    return _decoders[operation]


def _resolved(operation: Operation, schema: Any, within: tuple[int, ...] = ()) -> Any:
    """Replace references in a schema by what they name; a circular one becomes `{}`."""
    if isinstance(schema, list):
        return [_resolved(operation, item, within) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        schema = operation.swagger_spec.deref(schema)
        if id(schema) in within:
            return {}
        within = (*within, id(schema))
    return {key: _resolved(operation, value, within) for key, value in schema.items()}
