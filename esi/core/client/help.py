"""Write help texts of operations, tags and clients, for `help()` and for notebooks.

The HTML sets no colours, so it follows the notebook's theme.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from esi.core.client.html_table import cell, element, table
from esi.core.http.rates import Rate, lifetime, roles
from esi.core.paging.walks import paging

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bravado_core.operation import Operation
    from bravado_core.param import Param


_PAGING = {
    "pages": "numbered; `results()` and `frame()` fetch all of them",
    "cursor": "by cursor; `results()` and `frame()` fetch all records",
}


def text(operation: Operation) -> str:
    """Return the text of `help()`: summary and path, requirements and cost, then parameters."""
    lines = [_summary(operation)]
    lines += [f"{name}: {value}" for name, value in _all_facts(operation).items()]
    lines += [_request(operation), "", "Parameters:"]
    for name, param in operation.params.items():
        about = param.param_spec.get("description") or ""
        notes = ", ".join(_notes(param))
        lines.append(f"    {name} ({notes})" + (f": {about}" if about else ""))
    if description := _description(operation):
        lines += ["", description]
    return "\n".join(lines)


def html(operation: Operation) -> str:
    """Return a notebook's display of an operation: its parameters, cache time and rate limit."""
    description = _description(operation)
    params = [
        (_code(name), escape(", ".join(_notes(param))), escape(_about(param)))
        for name, param in operation.params.items()
        if param.location != "header"
    ]
    known = [(escape(name), escape(value)) for name, value in _all_facts(operation).items()]
    return (
        f"<p><b>{escape(_summary(operation))}</b><br>"
        f"{_code(operation.operation_id)} &middot; {_code(_request(operation))}</p>"
        + (f"<p>{escape(description)}</p>" if description else "")
        + (_table(params, ("parameter", "type", "description")) if params else "")
        + _table(known)
    )


def html_of_tag(tag: str, operations: Sequence[Operation]) -> str:
    """Return a notebook's display of a tag: its operations."""
    rows = (
        (
            _code(each.operation_id),
            escape(_summary(each)),
            "login" if _scopes(each.op_spec) else "",
        )
        for each in sorted(operations, key=lambda each: str(each.operation_id))
    )
    count = f"{len(operations)} operation{'' if len(operations) == 1 else 's'}"
    return f"<p><b>{escape(tag)}</b>: {count}</p>" + _table(rows, ("operation", "", "requires"))


def html_of_client(tags: Mapping[str, int]) -> str:
    """Return a notebook's display of a client: its tags and their numbers of operations."""
    named = ", ".join(f"{_code(tag)} ({count})" for tag, count in tags.items())
    return f"<p><b>{sum(tags.values())} operations</b> in {named}</p>"


def facts(spec: Mapping[str, Any]) -> dict[str, str]:
    """Return the requirements and the cost of a call, by label; omit labels without a value."""
    rate = Rate.from_document(spec.get("x-rate-limit"))
    window = rate and spec["x-rate-limit"]["window-size"]
    seconds = lifetime(spec)
    known = {
        "Scopes": ", ".join(_scopes(spec)),
        "Corporation roles": ", ".join(roles(spec)),
        "Cached for": _duration(seconds) if seconds else "",
        "Rate limit": rate and f"{rate.tokens} tokens per {window} ({rate.group})",
        "OpenAPI name": spec.get("x-operation-id", ""),
    }
    return {name: value for name, value in known.items() if value}


def pages(paging: str) -> str:
    """Return the paging of a listing in words; `paging` is a value of `walks.paging`, not empty."""
    return _PAGING.get(paging, f"by `{paging}`; `walk=True` follows")


def _all_facts(operation: Operation) -> dict[str, str]:
    """Return `facts` and the paging of an operation, in the order in which callers need them."""
    found = facts(operation.op_spec)
    if kind := paging(operation.op_spec, operation.http_method, operation.params):
        found["Pages"] = pages(kind)
    first = {name: found.pop(name) for name in ("Scopes", "Cached for", "Pages") if name in found}
    return first | found


def _summary(operation: Operation) -> str:
    return str(operation.op_spec.get("summary") or operation.operation_id)


def _description(operation: Operation) -> str:
    description = str(operation.op_spec.get("description") or "").strip()
    return "" if description == _summary(operation) else description


def _request(operation: Operation) -> str:
    return f"{operation.http_method.upper()} {operation.path_name}"


def _scopes(spec: Mapping[str, Any]) -> list[str]:
    rules = spec.get("security", [])
    return [scope for rule in rules for names in rule.values() for scope in names]


def _notes(param: Param) -> list[str]:
    spec = param.param_spec
    kind = spec.get("type") or spec.get("schema", {}).get("type", "any")
    notes = [kind, "required" if param.required else "optional"]
    if enum := spec.get("enum"):
        notes.append("one of " + ", ".join(map(str, enum)))
    if param.has_default():
        notes.append(f"default {param.default}")
    return notes


def _about(param: Param) -> str:
    return str(param.param_spec.get("description") or "")


def _duration(seconds: int) -> str:
    """Return seconds in the largest unit that divides them: `5 min`, `24 h`."""
    for size, unit in ((3600, "h"), (60, "min")):
        if seconds % size == 0:
            return f"{seconds // size} {unit}"
    return f"{seconds} s"


def _code(text: str | None) -> str:
    return element("code", escape(str(text)))


def _table(rows: Iterable[Sequence[str]], head: Sequence[str] = ()) -> str:
    """Return a table of cells that contain HTML."""
    return table(([cell(each) for each in row] for row in rows), [cell(n, "th") for n in head])
