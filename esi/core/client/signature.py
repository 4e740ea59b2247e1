"""Make signatures of operations: parameters with their types, required ones first."""

from __future__ import annotations

from inspect import Parameter, Signature
from types import GenericAlias
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bravado_core.operation import Operation

# Parameters that every operation has and few calls pass.
RARE_PARAMETERS = frozenset({"Accept_Language", "If_None_Match", "datasource", "language"})

_TYPES = {"integer": int, "number": float, "boolean": bool, "string": str, "object": dict}


def signature_of(operation: Operation, *, with_character: bool) -> Signature:
    """Return the signature of an operation; `with_character` adds `character=`."""
    required, optional, rare = [], [], []
    for name, param in operation.params.items():
        if not name.isidentifier():
            continue
        type_ = _type_of(param.param_spec.get("schema", param.param_spec))
        default = param.default if param.has_default() else None
        if param.required:
            required.append(Parameter(name, Parameter.KEYWORD_ONLY, annotation=type_))
        elif name in RARE_PARAMETERS:
            rare.append(Parameter(name, Parameter.KEYWORD_ONLY, default=default))
        else:
            type_ = type_ if default is not None or type_ is Any else type_ | None
            optional.append(
                Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=type_)
            )
    if with_character:
        optional.append(
            Parameter(
                "character", Parameter.KEYWORD_ONLY, default=None, annotation=str | int | None
            )
        )
    returned = getattr(operation.swagger_spec.http_client, "future_class", Signature.empty)
    return Signature([*required, *optional, *rare], return_annotation=returned)


def without_types(signature: Signature) -> Signature:
    """Return a signature without annotations, short enough for one line."""
    bare = [each.replace(annotation=Parameter.empty) for each in signature.parameters.values()]
    return Signature(bare)


def _type_of(schema: Mapping[str, Any]) -> Any:
    """Return the type of a schema's values."""
    if values := schema.get("enum"):
        return Literal[tuple(values)]
    if schema.get("type") == "array":
        return GenericAlias(list, (_type_of(schema.get("items", {})),))
    return _TYPES.get(str(schema.get("type")), Any)
