"""Rows of an operation: its decoder, and the records of a cursor listing's page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from esi.core.client.answer_schema import answer_schema, decoder

if TYPE_CHECKING:
    from collections.abc import Callable

    from bravado_core.operation import Operation


def model_decoder(operation: Operation) -> Callable[[bytes], Any]:
    """Return the decoder of an operation's responses."""
    return decoder(operation)


def records(page: Any, operation: Operation) -> Any:
    """Return the records of a decoded page of a cursor listing, which wraps them in an object."""
    schema = answer_schema(operation) or {}
    for name, value in schema.get("properties", {}).items():
        if value.get("type") == "array":
            found = page.get(name) if isinstance(page, dict) else getattr(page, name, None)
            return found or []
    return page
