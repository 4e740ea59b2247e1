"""What is shown of an operation, of a tag and of a client: by `help()`, and in a notebook.

The HTML has no style of its own, so that it follows the notebook's, light or dark.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bravado_core.operation import Operation
    from bravado_core.param import Param


def text(operation: Operation) -> str:
    """What `help()` shows: path, parameters, scopes, roles, how long an answer holds, its price."""
    lines = [_summary(operation), "", _request(operation)]
    if description := _description(operation):
        lines += ["", description]
    lines += ["", "Parameters:"]
    for name, param in operation.params.items():
        about = param.param_spec.get("description") or ""
        notes = ", ".join(_notes(param))
        lines.append(f"    {name} ({notes})" + (f": {about}" if about else ""))
    lines.append("")
    lines += [f"{name}: {value}" for name, value in facts(operation).items()]
    return "\n".join(lines)


def html(operation: Operation) -> str:
    """What a notebook shows of an operation: how it is called, with what, and what it costs."""
    description = _description(operation)
    params = [
        (f"<code>{escape(name)}</code>", ", ".join(_notes(param)), _about(param))
        for name, param in operation.params.items()
        if param.location != "header"
    ]
    return (
        f"<p><b>{escape(_summary(operation))}</b><br>"
        f"<code>{escape(operation.operation_id)}</code>"
        f" &middot; <code>{escape(_request(operation))}</code></p>"
        + (f"<p>{escape(description)}</p>" if description else "")
        + _table(("parameter", "takes", "about"), ((n, escape(t), escape(a)) for n, t, a in params))
        + _table((), ((escape(name), escape(told)) for name, told in facts(operation).items()))
    )


def html_of_tag(tag: str, operations: Sequence[Operation]) -> str:
    """What a notebook shows of a tag: its operations."""
    rows = (
        (
            f"<code>{escape(each.operation_id)}</code>",
            escape(_summary(each)),
            "login" if _scopes(each) else "",
        )
        for each in sorted(operations, key=lambda each: str(each.operation_id))
    )
    count = f"{len(operations)} operation{'' if len(operations) == 1 else 's'}"
    return f"<p><b>{escape(tag)}</b>: {count}</p>" + _table(("operation", "", "needs"), rows)


def html_of_client(tags: Mapping[str, int]) -> str:
    """What a notebook shows of a client: its tags, with the number of their operations."""
    named = ", ".join(f"<code>{escape(tag)}</code> ({count})" for tag, count in tags.items())
    return f"<p><b>{sum(tags.values())} operations</b> in {named}</p>"


def facts(operation: Operation) -> dict[str, str]:
    """What a call needs and costs, by the words for it; only what there is."""
    spec = operation.op_spec
    limit = spec.get("x-rate-limit") or {}
    lifetime = spec.get("x-client-cache-ttl", spec.get("x-cache-age"))
    rate = "{group}, {max-tokens} tokens in {window-size}"
    known = {
        "Scopes": ", ".join(_scopes(operation)),
        "Corporation roles": ", ".join(spec.get("x-required-roles", [])),
        "An answer holds": f"{lifetime} s" if lifetime else "",
        "Rate limit": rate.format_map(limit) if limit else "",
        "OpenAPI name": spec.get("x-operation-id", ""),
    }
    return {name: value for name, value in known.items() if value}


def _summary(operation: Operation) -> str:
    return str(operation.op_spec.get("summary") or operation.operation_id)


def _description(operation: Operation) -> str:
    said = str(operation.op_spec.get("description") or "").strip()
    return "" if said == _summary(operation) else said


def _request(operation: Operation) -> str:
    return f"{operation.http_method.upper()} {operation.path_name}"


def _scopes(operation: Operation) -> list[str]:
    rules = operation.op_spec.get("security", [])
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


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are HTML already; nothing where there are no rows."""
    body = "".join(
        "<tr>" + "".join(f'<td style="text-align:left">{cell}</td>' for cell in row) + "</tr>"
        for row in rows
    )
    if not body:
        return ""
    top = "".join(f'<th style="text-align:left">{name}</th>' for name in head)
    return f"<table>{f'<thead><tr>{top}</tr></thead>' if top else ''}<tbody>{body}</tbody></table>"
