"""Complete a cell: attributes, operations, parameters and values of parameters."""

from __future__ import annotations

import ast
import inspect
import typing
from collections import ChainMap
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from esi.core.client import call_types
from esi.core.client.signature import RARE_PARAMETERS
from esi_data.interactive.cursor import AtAttribute, AtKeyword, AtText, assignments, place_of
from esi_data.interactive.values import (
    Instance,
    attribute_of,
    client_of,
    has_client,
    is_ours,
    value_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

Kind = Literal["attribute", "param", "text"]


@dataclass(frozen=True)
class Completions:
    """Texts that can replace `prefix`, which ends at the cursor.

    `or_variable` is True if a variable is possible there too.
    """

    prefix: str
    texts: list[str]
    kind: Kind
    or_variable: bool = False


def completions(before: str, names: Mapping[str, Any]) -> Completions | None:
    """Return the completions of a cell, given its text before the cursor; None if there are none.

    Prefer texts that start with the typed prefix, then texts that contain it, then all possible
    ones. `names` are the variables of the notebook.
    """
    found: Completions | None = None
    names = _with_assignments(before, names)
    match place_of(before):
        case AtAttribute(owner=owner, prefix=prefix):
            found = Completions(prefix, _members(value_of(owner, names), prefix), "attribute")
        case AtKeyword(call=call, prefix=prefix):
            called = _Called(call, names)
            keywords = [f"{name}=" for name in called.keywords()]
            found = Completions(prefix, keywords, "param", called.takes_positional)
        case AtText(call=call, argument=argument, prefix=prefix):
            found = Completions(prefix, _Called(call, names).texts(argument, prefix), "text")
    if found is None or not found.texts:
        return None
    texts = [text for text in found.texts if text.startswith(found.prefix)]
    if not texts and not found.or_variable:
        typed = found.prefix.lower()
        texts = [text for text in found.texts if typed in text.lower()] or found.texts
    return replace(found, texts=texts)


def operation_names(client: Any, prefix: str = "") -> list[str]:
    """Return the old names of a client's operations; OpenAPI ids if `prefix` is capitalised."""
    tags = [getattr(client, tag) for tag in dir(client)]
    listed = (_new_ids(tag) if prefix[:1].isupper() else dir(tag) for tag in tags)
    return sorted({name for names in listed for name in names})


def operation_of(client: Any, name: str) -> Callable[..., Any] | None:
    """Return a client's operation by its old name or OpenAPI id; None if there is none."""
    for tag in (getattr(client, tag) for tag in dir(client)):
        if name in dir(tag) or name in _new_ids(tag):
            found: Callable[..., Any] = getattr(tag, name)
            return found
    return None


def _with_assignments(before: str, names: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the variables of the notebook, and those that the cell assigns above the cursor.

    An existing variable stays if the cell would make an object of its class: the API's
    document is known to the object, and not to its class.
    """
    assigned = ChainMap[str, Any]({}, dict(names))
    for name, node in assignments(before):
        value, known = value_of(node, assigned), assigned.get(name)
        if not (isinstance(value, Instance) and isinstance(known, value.type_)):
            assigned[name] = value
    return assigned


def _members(value: Any, prefix: str) -> list[str]:
    """Return the public attributes of an object of the toolkit, or of an `Instance`."""
    if value is None or not (isinstance(value, Instance) or is_ours(value)):
        return []
    names = dir(value.type_ if isinstance(value, Instance) else value)
    more = _new_ids(value) if prefix[:1].isupper() else ()
    return [name for name in (*names, *more) if not name.startswith("_")]


def _new_ids(tag: Any) -> Collection[str]:
    """Return the OpenAPI ids of a tag's operations; nothing for any other object."""
    if not hasattr(type(tag), "new_ids"):
        return ()
    found: Collection[str] = tag.new_ids
    return found


class _Called:
    """Function of the toolkit that a cell calls, with the arguments in the cell.

    Attributes:
        takes_positional: True if arguments may also be passed without a keyword.
    """

    def __init__(self, call: ast.Call, names: Mapping[str, Any]) -> None:
        function = value_of(call.func, names)
        ours = callable(function) and not isinstance(function, type) and _module_is_ours(function)
        self._call = call
        self._function = function if ours else None
        self._parameters = _parameters(_awaited(function)) if ours else {}
        self._operation = self._named_operation()
        self.takes_positional = self._operation is None and any(
            each.kind is not each.KEYWORD_ONLY and each.kind is not each.VAR_KEYWORD
            for each in self._parameters.values()
        )

    def keywords(self) -> list[str]:
        """Return the names of parameters that are missing in the cell."""
        passed = {*list(self._parameters)[: len(self._call.args)]}
        passed |= {each.arg for each in self._call.keywords if each.arg}
        names = [name for name in _parameters(self._operation) if name not in RARE_PARAMETERS]
        for name, parameter in self._parameters.items():
            names += _keys(parameter) if parameter.kind is parameter.VAR_KEYWORD else [name]
        return [n for n in dict.fromkeys(names) if n not in passed and not n.startswith("_")]

    def texts(self, argument: int | str, prefix: str) -> list[str]:
        """Return the possible texts of an argument: names of operations, or values of an enum."""
        names = list(self._parameters)
        if isinstance(argument, int):
            argument = names[argument] if argument < len(names) else ""
        if argument and argument == self._operation_argument():
            return operation_names(client_of(self._owner()), prefix)
        own = self._parameters.get(argument) or _parameters(self._operation).get(argument)
        return _choices(own.annotation, self._function) if own else []

    def _owner(self) -> Any:
        return getattr(self._function, "__self__", None)

    def _operation_argument(self) -> str | None:
        """Return the name of the function's parameter that takes an operation."""
        if not has_client(self._owner()):
            return None
        named = (
            name
            for name, each in self._parameters.items()
            if "OperationName" in str(each.annotation)
        )
        return next(named, None)

    def _named_operation(self) -> Callable[..., Any] | None:
        """Return the operation that the cell passes by name."""
        argument = self._operation_argument()
        if argument is None:
            return None
        position = list(self._parameters).index(argument)
        passed = [each.value for each in self._call.keywords if each.arg == argument]
        passed += self._call.args[position : position + 1]
        match passed:
            case [ast.Constant(value=str(name)), *_]:
                return operation_of(client_of(self._owner()), name)
        return None


def _module_is_ours(function: Any) -> bool:
    return str(getattr(function, "__module__", "")).partition(".")[0] in {"esi", "esi_data"}


def _parameters(function: Callable[..., Any] | None) -> dict[str, inspect.Parameter]:
    """Return the parameters of a function by name."""
    if function is None:
        return {}
    return dict(inspect.signature(function).parameters)


def _awaited(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return `pull` for `apull`, and so on; return any other function itself."""
    if not (inspect.ismethod(function) and inspect.iscoroutinefunction(function)):
        return function
    awaited = attribute_of(function.__self__, function.__name__.removeprefix("a"))
    return awaited if callable(awaited) else function


def _keys(parameter: inspect.Parameter) -> list[str]:
    """Return the keywords of `**options: Unpack[...]`; nothing for any other `**` parameter."""
    _, bracket, name = str(parameter.annotation).rstrip("]").partition("Unpack[")
    return list(vars(call_types)[name].__annotations__) if bracket else []


def _choices(annotation: Any, function: Any) -> list[str]:
    """Return the texts of the `Literal` types in an annotation of a function."""
    if isinstance(annotation, str):
        scope = dict(getattr(inspect.unwrap(function), "__globals__", vars(typing)))
        if annotation.startswith("pulling."):
            from esi_data.pulls import pull  # noqa: PLC0415 - pandas is slow to import

            scope["pulling"] = pull
        with suppress(Exception):  # names imported only for type checkers
            annotation = eval(annotation, scope)  # noqa: S307 - text of our own source
    if typing.get_origin(annotation) is Literal:
        return [each for each in typing.get_args(annotation) if isinstance(each, str)]
    return [text for each in typing.get_args(annotation) for text in _choices(each, function)]
