"""Compare two documents: find what the API has lost, added, moved or retyped.

Pure: takes operations as plain values and returns rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from esi.core.client.answer_schema import declared_answer
from esi.core.client.call_errors import REMOVED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Kind = Literal["operation", "parameter", "body", "field", "value", "scope", "rate group"]
How = Literal["lost", "added", "moved", "retyped", "required", "optional", "changed"]

# Parameters that every operation has.
_COMMON = {"datasource", "language", "token", "Accept-Language", "If-None-Match"}


@dataclass(frozen=True)
class DocumentOperation:
    """Operation of a document: old name, tag and id on a client, and specification."""

    name: str
    new_id: str
    tag: str
    path: str
    method: str
    spec: Mapping[str, Any]


@dataclass(frozen=True)
class Change:
    """Difference between two documents.

    Attributes:
        operation: old name of the operation.
        openapi_id: its id in the older document, or in the newer one if it was added there.
        kind: the kind of thing that changed, such as `parameter`.
        change: the kind of change, such as `lost`.
        name: parameter, field (`a.b`), or field and value of an enum; empty for operations.
        before: type, values or place in the older document; empty if there was none.
        after: the same in the newer one.
        instead: its replacement; empty if none is known.
        breaks: True if code that uses it fails or reads a different value.
    """

    operation: str
    openapi_id: str
    kind: Kind
    change: How
    name: str = ""
    before: str = ""
    after: str = ""
    instead: str = ""
    breaks: bool = False


def changes(old: Iterable[DocumentOperation], new: Iterable[DocumentOperation]) -> list[Change]:
    """Return the differences between two documents, by operation.

    An operation has moved if its tag or id changes but its path does not.
    """
    before = {each.name: each for each in old}
    after = {each.name: each for each in new}
    found: list[Change] = []
    for name, operation in sorted((after | before).items()):
        if name not in after:
            found.append(_lost(operation, after))
        elif name not in before:
            place = f"{operation.tag}.{operation.new_id}"
            found.append(Change(name, operation.new_id, "operation", "added", after=place))
        else:
            found += _of_operation(before[name], after[name])
    return found


def _lost(operation: DocumentOperation, after: Mapping[str, DocumentOperation]) -> Change:
    same_path = [each for each in after.values() if each.path == operation.path]
    same_id = [each for each in after.values() if each.new_id == operation.new_id]
    instead = REMOVED.get(operation.name) or ", ".join(each.name for each in same_id or same_path)
    return Change(
        operation.name,
        operation.new_id,
        "operation",
        "lost",
        before=f"{operation.tag}.{operation.new_id}",
        instead=instead,
        breaks=True,
    )


def _of_operation(old: DocumentOperation, new: DocumentOperation) -> Iterator[Change]:
    def change(kind: Kind, how: How, name: str = "", **more: Any) -> Change:
        return Change(old.name, old.new_id, kind, how, name, **more)

    if (old.tag, old.new_id) != (new.tag, new.new_id):
        before, after = f"{old.tag}.{old.new_id}", f"{new.tag}.{new.new_id}"
        yield change("operation", "moved", before=before, after=after, instead=after, breaks=True)
    for kind, (was, now) in {
        "scope": (_scopes(old.spec), _scopes(new.spec)),
        "rate group": (_rate(old.spec), _rate(new.spec)),
    }.items():
        if was != now:
            breaks = kind == "scope" and not set(now.split(", ")) <= set(was.split(", "))
            yield Change(
                old.name, old.new_id, kind, "changed",  # type: ignore[arg-type]
                before=was, after=now, breaks=breaks and now != "",
            )  # fmt: skip
    yield from _compared(old, _parameters(old.spec), _parameters(new.spec), sent=True)
    yield from _compared(old, _fields(old.spec), _fields(new.spec), sent=False)


@dataclass(frozen=True)
class _Member:
    """Parameter, part of a body, or field of a response: its type, and the values of its enum."""

    kind: Kind
    type: str
    required: bool
    values: tuple[str, ...] = ()


def _compared(
    operation: DocumentOperation,
    old: dict[str, _Member],
    new: dict[str, _Member],
    *,
    sent: bool,
) -> Iterator[Change]:
    """Compare members of requests, or of responses."""
    for name, member in (new | old).items():
        was, now = old.get(name), new.get(name)
        parent = name.rpartition(".")[0]
        if parent and (parent in old) != (parent in new):
            continue  # lost or added as a whole

        def change(how: How, breaks: bool, name: str = name, kind: Kind = member.kind,
                   was: _Member | None = was, now: _Member | None = now) -> Change:  # fmt: skip
            before, after = (each.type if each else "" for each in (was, now))
            return Change(
                operation.name, operation.new_id, kind, how, name, before, after, breaks=breaks
            )

        if was is None or now is None:
            how: How = "lost" if now is None else "added"
            yield change(how, breaks=now is None or (sent and now.required))
            continue
        if was.type != now.type:
            yield change("retyped", breaks=True)
        if was.required != now.required:
            # Required parameters must be passed; a field that is optional may be None.
            yield change("required" if now.required else "optional", breaks=sent is now.required)
        if was.values and now.values:
            for value in sorted({*was.values} ^ {*now.values}):
                lost = value in was.values
                yield Change(
                    operation.name,
                    operation.new_id,
                    "value",
                    "lost" if lost else "added",
                    f"{name}={value}",
                    breaks=lost and sent,
                )


def _parameters(spec: Mapping[str, Any]) -> dict[str, _Member]:
    """Return the parameters of an operation, and the parts of its body."""
    found: dict[str, _Member] = {}
    for each in spec.get("parameters", ()):
        if each["name"] in _COMMON or each["in"] == "header":
            continue
        kind: Kind = "body" if each["in"] == "body" else "parameter"
        schema = each.get("schema", each)
        found |= _members(schema, kind, each["name"], required=bool(each.get("required")))
    return found


def _fields(spec: Mapping[str, Any]) -> dict[str, _Member]:
    """Return the fields of a response's rows by name, nested ones as `a.b`."""
    schema = declared_answer(spec)
    return _members(schema, "field", "", required=True) if schema else {}


def _members(
    schema: Mapping[str, Any], kind: Kind, name: str, *, required: bool
) -> dict[str, _Member]:
    """Return a value and all values nested in it; a list has the name of its items."""
    values = tuple(str(value) for value in _innermost(schema).get("enum", ()))
    found = {name: _Member(kind, _type(schema), required, values)}
    inner = _innermost(schema)
    needed = inner.get("required", ())
    for each, part in inner.get("properties", {}).items():
        path = f"{name}.{each}" if name else each
        found |= _members(part, kind, path, required=each in needed)
    return found


def _innermost(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    while schema.get("type") == "array":
        schema = schema.get("items", {})
    return schema


def _type(schema: Mapping[str, Any]) -> str:
    """Return the type of a value in words: `list of string (date-time)`."""
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    kinds = [str(each.get("type", "any")) for each in schema.get("x-any-of", [schema])]
    format_ = schema.get("format", "")
    # Python has one type for all sizes of a number.
    shown = f" ({format_})" if format_ in {"date-time", "date", "uuid"} else ""
    return " or ".join(kinds) + shown


def _scopes(spec: Mapping[str, Any]) -> str:
    rules = spec.get("security") or []
    return ", ".join(sorted({s for rule in rules for names in rule.values() for s in names}))


def _rate(spec: Mapping[str, Any]) -> str:
    limit = spec.get("x-rate-limit") or {}
    if not limit.get("group"):
        return ""
    return f"{limit['group']} ({limit.get('max-tokens')}/{limit.get('window-size')})"
