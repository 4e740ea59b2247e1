"""Find the schema of an operation's response, and compile its decoder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from esi.core.decoding.rows import Decoder

if TYPE_CHECKING:
    from bravado_core.operation import Operation

_decoders: WeakKeyDictionary[Operation, Decoder] = WeakKeyDictionary()


def answer_schema(operation: Operation) -> dict[str, Any] | None:
    """Return the schema of an operation's successful response."""
    responses = operation.op_spec.get("responses", {})
    response = responses.get("200") or responses.get("201") or {}
    schema: dict[str, Any] | None = response.get("schema")
    return schema or None


def decoder(operation: Operation) -> Decoder:
    """Return the decoder of an operation's responses, compiled once."""
    if operation not in _decoders:
        _decoders[operation] = Decoder(answer_schema(operation))
    return _decoders[operation]
