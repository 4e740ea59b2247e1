"""Find the records in a page of a cursor listing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from esi.core.client.answer_schema import answer_schema

if TYPE_CHECKING:
    from bravado_core.operation import Operation


def records(page: Any, operation: Operation) -> Any:
    """Return the records of a decoded page of a cursor listing, which wraps them in an object."""
    schema = answer_schema(operation) or {}
    for name, value in schema.get("properties", {}).items():
        if value.get("type") == "array":
            found = page.get(name) if isinstance(page, dict) else getattr(page, name, None)
            return found or []
    return page
