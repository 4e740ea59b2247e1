"""Describe an operation as the API's document does, under the document's own names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from bravado_core.operation import Operation

# Parameters that the translation adds for the 5.x line, and those of every operation.
_LEGACY = {"datasource", "language", "token", "If-None-Match", "Accept-Language"}
HEADERS = (
    "Accept-Language",
    "If-None-Match",
    "X-Compatibility-Date",
    "X-Tenant",
    "If-Modified-Since",
)


@dataclass(frozen=True)
class DescribedParameter:
    """Parameter of an operation: its name, and where it goes (`path`, `query` or `header`)."""

    name: str
    in_: str
    required: bool = False
    type: str = "string"
    description: str = ""


_HEADER_PARAMETERS = [DescribedParameter(name, "header") for name in HEADERS]


@dataclass(frozen=True)
class DescribedOperation:
    """Operation of the document: `operationId`, `tags`, `parameters` and its texts."""

    operationId: str  # noqa: N815 - the document's name
    tags: list[str]
    parameters: list[DescribedParameter]
    summary: str
    description: str
    scopes: tuple[str, ...]
    body: bool | None  # whether it is required, None without one
    is_cursor_listing: bool
    has_pages: bool

    @classmethod
    def of(cls, operation: Operation) -> DescribedOperation:
        """Return what bravado knows of an operation, read once."""
        if operation not in _described:
            _described[operation] = cls._read(operation)
        return _described[operation]

    @classmethod
    def _read(cls, operation: Operation) -> DescribedOperation:
        spec = operation.op_spec
        params = operation.params.values()
        own = [
            DescribedParameter(
                param.name,
                param.location,
                bool(param.required),
                str(param.param_spec.get("type", "string")),
                str(param.param_spec.get("description", "")),
            )
            for param in params
            if param.location in {"path", "query"} and param.name not in _LEGACY
        ]
        bodies = [param for param in params if param.location == "body"]
        rules = [scopes for rule in spec.get("security") or [] for scopes in rule.values()]
        return cls(
            operationId=spec.get("x-operation-id", operation.operation_id),
            tags=list(spec.get("tags", ())),
            parameters=[*own, *_HEADER_PARAMETERS],
            summary=spec.get("summary", ""),
            description=spec.get("description", ""),
            scopes=tuple(dict.fromkeys(scope for scopes in rules for scope in scopes)),
            body=bool(bodies[0].required) if bodies else None,
            is_cursor_listing=spec.get("x-pagination") == "cursor" and "before" in operation.params,
            has_pages="page" in operation.params,
        )


_described: WeakKeyDictionary[Operation, DescribedOperation] = WeakKeyDictionary()
