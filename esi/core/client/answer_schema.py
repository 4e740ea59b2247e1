"""Find the schema of an operation's response, and compile its decoder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from esi.core.decoding.models import ModelDecoder
from esi.core.decoding.rows import Decoder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bravado_core.operation import Operation

_decoders: WeakKeyDictionary[Operation, Decoder] = WeakKeyDictionary()
_model_decoders: WeakKeyDictionary[Operation, ModelDecoder] = WeakKeyDictionary()


def answer_schema(operation: Operation) -> dict[str, Any] | None:
    """Return the schema of an operation's successful response."""
    return declared_answer(operation.op_spec)


def declared_answer(spec: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the schema of a successful response that an operation's specification declares."""
    responses = spec.get("responses", {})
    response = responses.get("200") or responses.get("201") or {}
    schema: dict[str, Any] | None = response.get("schema")
    return schema or None


def decoder(operation: Operation) -> Decoder:
    """Return the decoder of an operation's responses, compiled once."""
    if operation not in _decoders:
        _decoders[operation] = Decoder(answer_schema(operation))
    return _decoders[operation]


def model_decoder(operation: Operation) -> ModelDecoder:
    """Return the decoder of an operation's responses to rows with attributes, compiled once."""
    if operation not in _model_decoders:
        name = f"{operation.path_name}/{operation.http_method}"
        _model_decoders[operation] = ModelDecoder(answer_schema(operation), name)
    return _model_decoders[operation]
