"""Build a client from the shipped stub file, for completion without the API's document.

Its operations have names and signatures, but cannot be called.
"""

from __future__ import annotations

import ast
from functools import cache
from importlib.resources import files
from inspect import Parameter, Signature
from typing import TYPE_CHECKING

from esi_data.pulls.future import EsiFuture

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class ShippedOperation:
    """Operation as the stub file describes it."""

    def __init__(self, signature: Signature, doc: str) -> None:
        self.__signature__ = signature
        self.__doc__ = doc

    def __call__(self, **_: object) -> None:
        """Raise TypeError. Defined so that `callable` is True, as for any operation."""
        raise TypeError("This operation only completes names; call it on esi.client.")


class ShippedTag:
    """Operations of a tag by name; `dir` lists the old names, as it does for a client."""

    def __init__(self, operations: Mapping[str, ShippedOperation]) -> None:
        self.__dict__.update(operations)

    def __dir__(self) -> list[str]:
        return sorted(filter(str.islower, self.__dict__))

    @property
    def new_ids(self) -> list[str]:
        """OpenAPI ids of the operations."""
        return sorted(name for name in self.__dict__ if not name.islower())


class ShippedClient:
    """Tags by name."""

    def __init__(self, tags: Mapping[str, ShippedTag]) -> None:
        self.__dict__.update(tags)

    def __dir__(self) -> list[str]:
        return sorted(self.__dict__)


@cache
def shipped_client() -> ShippedClient:
    """Read the stub file of `esi_data`."""
    text = files("esi_data.stubs").joinpath("__init__.pyi").read_text("utf-8")
    tags = {
        node.name.removeprefix("_").removesuffix("Tag"): _tag(node)
        for node in ast.parse(text).body
        if isinstance(node, ast.ClassDef) and node.name.startswith("_")
    }
    return ShippedClient(tags)


def _tag(node: ast.ClassDef) -> ShippedTag:
    """Return a tag; an operation with two overloads gets the parameters of both."""
    parameters: dict[str, dict[str, Parameter]] = {}
    docs: dict[str, str] = {}
    aliases: dict[str, str] = {}
    for each in node.body:
        match each:
            case ast.FunctionDef(name=name):
                parameters[name] = {**dict(_parameters(each)), **parameters.get(name, {})}
                docs[name] = ast.get_docstring(each) or ""
            case ast.Assign(targets=[ast.Name(id=alias)], value=ast.Name(id=name)):
                aliases[alias] = name
    operations = {
        name: ShippedOperation(Signature(_ordered(found), return_annotation=EsiFuture), docs[name])
        for name, found in parameters.items()
    }
    operations |= {alias: operations[name] for alias, name in aliases.items()}
    return ShippedTag(operations)


def _parameters(method: ast.FunctionDef) -> Iterator[tuple[str, Parameter]]:
    arguments = method.args
    for each, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        annotation = ast.unparse(each.annotation) if each.annotation else Parameter.empty
        value = ast.literal_eval(default) if default else Parameter.empty
        yield (
            each.arg,
            Parameter(each.arg, Parameter.KEYWORD_ONLY, default=value, annotation=annotation),
        )


def _ordered(parameters: Mapping[str, Parameter]) -> list[Parameter]:
    """Return the parameters, required ones first."""
    return sorted(parameters.values(), key=lambda each: each.default is not Parameter.empty)
