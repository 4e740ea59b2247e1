"""Write the Python code that does the same as a form."""

from __future__ import annotations

import json
import keyword
from typing import TYPE_CHECKING, Any

from esi_data.widgets.state.background_run import is_write

if TYPE_CHECKING:
    from collections.abc import Mapping

_WIDTH = 100  # characters; a longer call gets one line for each argument


def pull_line(operation: str, values: Mapping[str, Any], *, esi: str = "esi") -> str:
    """Return the line that reads an operation into a DataFrame: `frame = esi.pull(...)`."""
    return _call(f"frame = {esi}.pull", [_literal(operation)], values)


def send_line(tag: str, operation: str, values: Mapping[str, Any], *, esi: str = "esi") -> str:
    """Return the line that calls a writing operation: `answer = esi.client....results()`."""
    return _call(f"answer = {esi}.client.{tag}.{operation}", [], values) + ".results()"


def line_of(operation: Any, values: Mapping[str, Any], *, esi: str = "esi") -> str:
    """Return the line that calls an operation, whether it reads or writes."""
    if not is_write(operation):
        return pull_line(operation.operation_id, values, esi=esi)
    tag = operation.op_spec["tags"][0].replace(" ", "_")
    return send_line(tag, operation.operation_id, values, esi=esi)


def name_of(thing: object, names: Mapping[str, object], default: str) -> str:
    """Return the first variable that refers to an object; names with an underscore do not count."""
    found = (name for name, each in names.items() if each is thing and not name.startswith("_"))
    return next(found, default)


def _call(function: str, positional: list[str], values: Mapping[str, Any]) -> str:
    named = {name: each for name, each in values.items() if _is_argument(name)}
    rest = {name: each for name, each in values.items() if name not in named}
    arguments = [*positional, *(f"{name}={_literal(each)}" for name, each in named.items())]
    if rest:
        arguments.append(f"**{_literal(rest)}")
    line = f"{function}({', '.join(arguments)})"
    if len(line) <= _WIDTH or not arguments:
        return line
    return f"{function}(\n" + "".join(f"    {each},\n" for each in arguments) + ")"


def _is_argument(name: str) -> bool:
    return name.isascii() and name.isidentifier() and not keyword.iskeyword(name)


def _literal(given: Any) -> str:
    """Return the Python literal of a JSON value, with double quotes where possible."""
    if isinstance(given, str):
        return json.dumps(given, ensure_ascii=False)  # of JSON, which Python reads as well
    if isinstance(given, dict):
        return "{" + ", ".join(f"{_literal(k)}: {_literal(v)}" for k, v in given.items()) + "}"
    if isinstance(given, list | tuple):
        return "[" + ", ".join(_literal(each) for each in given) + "]"
    return "..." if given is ... else repr(given)
