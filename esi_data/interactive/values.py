"""Find the value or class of an expression in a cell without calling anything.

Look up attributes on objects of the toolkit. On other objects, read only stored attributes, so
that none of their code runs. Follow calls by their return annotations.
"""

from __future__ import annotations

import ast
import inspect
import threading
from contextlib import suppress
from dataclasses import dataclass
from types import FunctionType, MethodType
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

from esi_data.interactive.shipped_client import shipped_client

if TYPE_CHECKING:
    from collections.abc import Mapping

# Seconds that completion waits for the API's document, once for each `Esi`.
PATIENCE = 0.5
THREAD = "esi-completion"
_OURS = {"esi", "esi_data"}

_requested: WeakSet[Any] = WeakSet()


@dataclass(frozen=True)
class Instance:
    """Object whose class alone is known."""

    type_: type


def value_of(node: ast.expr, names: Mapping[str, Any]) -> Any:
    """Return the value of an expression, or an `Instance` of its class; None if unknown."""
    match node:
        case ast.Name(id=name):
            return names.get(name)
        case ast.Attribute(value=owner, attr=name):
            return attribute_of(value_of(owner, names), name)
        case ast.Subscript(value=owner, slice=key):
            return _item(value_of(owner, names), key)
        case ast.Call(func=function):
            return _returned(value_of(function, names))
    return None


def is_ours(value: Any) -> bool:
    """Return True for an object of the toolkit, or of a subclass of its classes."""
    type_ = value.type_ if isinstance(value, Instance) else type(value)
    return any(each.__module__.partition(".")[0] in _OURS for each in type_.__mro__)


def client_of(owner: Any) -> Any:
    """Return the client of an `Esi` or a provider, or else the shipped one.

    Wait for the API's document once, for at most `PATIENCE` seconds. Without a network, the shipped
    client completes, as it does for an `Esi` that the cell has not made yet. Return None instead
    for a provider of releases 8 to 10, because the shipped client has the names of the 5.x line.
    """
    if isinstance(owner, Instance):
        return _shipped_for(owner.type_)
    if owner._client is None and owner not in _requested:  # noqa: SLF001 - as the 5.x line has it
        _requested.add(owner)
        thread = threading.Thread(target=_make_client, args=(owner,), name=THREAD, daemon=True)
        thread.start()
        thread.join(PATIENCE)
    return _shipped_for(type(owner)) if owner._client is None else owner.client  # noqa: SLF001


def _shipped_for(type_: type) -> Any:
    return None if hasattr(type_, "client_async") else shipped_client()


def _make_client(owner: Any) -> None:
    with suppress(Exception):  # the user's next call raises it again
        _ = owner.client


def has_client(owner: Any) -> bool:
    """Return True for an `Esi` or a provider, which make their client on first use."""
    type_ = owner.type_ if isinstance(owner, Instance) else type(owner)
    return is_ours(owner) and isinstance(getattr(type_, "client", None), property)


def attribute_of(owner: Any, name: str) -> Any:
    """Return an attribute of an object or an `Instance`; None if it is unknown."""
    if name == "client" and has_client(owner):
        return client_of(owner)
    if isinstance(owner, Instance):
        method = inspect.getattr_static(owner.type_, name, None)
        if isinstance(method, FunctionType):
            return MethodType(method, owner)
        return getattr(owner.type_, name, None)
    if owner is None or not is_ours(owner):
        return inspect.getattr_static(owner, name, None)
    if isinstance(getattr(type(owner), name, None), property):
        return None  # it may send a request
    return getattr(owner, name, None)


def _item(container: Any, key: ast.expr) -> Any:
    """Return an item of a list, tuple or dict by a literal key, such as `accounts["main"]`."""
    if type(container) not in {dict, list, tuple}:
        return None
    with suppress(ValueError, TypeError, LookupError):
        return container[ast.literal_eval(key)]
    return None


def _returned(function: Any) -> Any:
    """Return an `Instance` of the class in a function's return annotation; None if unknown."""
    if isinstance(function, type):
        return Instance(function)
    if not callable(function):
        return None
    try:
        annotation = inspect.signature(function).return_annotation
    except (TypeError, ValueError):  # a function in C without a signature
        return None
    if annotation == "pd.DataFrame":
        import pandas as pd  # noqa: PLC0415 - slow to import

        return Instance(pd.DataFrame)
    return Instance(annotation) if isinstance(annotation, type) else None
