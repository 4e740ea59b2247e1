"""Split a Swagger 2.0 document by operation, so that the first call need not read all of it.

The result is a file of JSON lines: a head (all but the paths, and an index), then one line for each
operation with its references resolved. Reading an operation takes one slice of the file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from esi.core.openapi.schemas import Source
from esi.core.openapi.translate import METHODS, operation_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

# Increase it with each change of the output: older files must not be read.
FORMAT = 2

_EVE = "esi.evetech.net"
_VERSION = re.compile(r"^/_?(?:v\d+|latest|legacy|dev)(?=/)")


class OperationEntry(NamedTuple):
    """Operation: its path and method, and its Swagger 2.0 specification without references."""

    path: str
    method: str
    spec: dict[str, Any]


class _Head(msgspec.Struct):
    format: int
    head: dict[str, Any]
    tags: dict[str, list[str]]
    new_ids: dict[str, str]
    lengths: dict[str, int]


class SplitDocument:
    """Document made by `split`.

    `tags` maps each tag, as an attribute name, to the old names of its operations; `new_ids` maps
    the API's own operation ids to old names; `head` is the document without its paths.
    """

    def __init__(self, data: bytes) -> None:
        first, _, self._lines = data.partition(b"\n")
        try:
            head = msgspec.json.decode(first, type=_Head)
        except (msgspec.DecodeError, UnicodeDecodeError) as exc:
            raise ValueError(f"not a split document: {exc}") from None
        if head.format != FORMAT or sum(head.lengths.values()) != len(self._lines):
            raise ValueError("not a split document of this release, or truncated")
        self.data = data
        self.head = head.head
        self.tags = head.tags
        self.new_ids = head.new_ids
        self._spans: dict[str, tuple[int, int]] = {}
        start = 0
        for name, length in head.lengths.items():
            self._spans[name] = start, start + length
            start += length

    @property
    def names(self) -> list[str]:
        """Old names of all operations."""
        return list(self._spans)

    def operation(self, name: str) -> OperationEntry:
        """Read one operation by its old name."""
        start, end = self._spans[name]
        return OperationEntry(*msgspec.json.decode(self._lines[start:end]))

    def whole(self) -> dict[str, Any]:
        """Return the whole document, references resolved."""
        paths: dict[str, dict[str, Any]] = {}
        for name in self.names:
            entry = self.operation(name)
            paths.setdefault(entry.path, {})[entry.method] = entry.spec
        return {**self.head, "paths": paths}


def split(document: dict[str, Any]) -> bytes:
    """Split a Swagger 2.0 document into the bytes that `SplitDocument` reads."""
    tags: dict[str, list[str]] = {}
    new_ids: dict[str, str] = {}
    lines: dict[str, bytes] = {}
    for path, method, spec in _operations({**document, "basePath": ""}):
        name = spec.get("operationId") or operation_name(method, path)
        for tag in spec.get("tags") or ["default"]:
            tags.setdefault(_attribute(tag), []).append(name)
        new_ids[spec.get("x-operation-id", name)] = name
        lines[name] = msgspec.json.encode([path, method, spec]) + b"\n"
    head = _Head(
        FORMAT,
        {
            **{key: value for key, value in document.items() if key != "definitions"},
            "paths": {path: {} for path in document.get("paths", {})},  # bravado looks them up
        },
        tags,
        {new: old for new, old in new_ids.items() if new != old},
        {name: len(line) for name, line in lines.items()},
    )
    return b"".join([msgspec.json.encode(head), b"\n", *lines.values()])


def minimize(
    spec_dict: dict[str, Any],
    operations: Collection[str] | None = None,
    resources: Collection[str] | None = None,
) -> dict[str, Any]:
    """Return a Swagger document with only the named operations and those of the named tags."""
    names, tags = set(operations or ()), set(resources or ())
    paths: dict[str, dict[str, Any]] = {}
    for path, item in spec_dict.get("paths", {}).items():
        for method, spec in item.items():
            if method in METHODS and (spec.get("operationId") in names or tags & _tags(spec)):
                paths.setdefault(path, {})[method] = spec
    return {**spec_dict, "paths": paths}


def remove_versions(document: dict[str, Any]) -> dict[str, Any]:
    """Return a Swagger document of EVE's API with the paths of today.

    Programs ship documents in which routes have versions (`/v3/universe/names/`, or a base path
    `/latest`) and end with a slash. Today's routes have neither. Other hosts' paths do not change.
    """
    if document.get("host", _EVE) != _EVE:
        return document
    base = (document.get("basePath") or "").rstrip("/")
    paths: dict[str, dict[str, Any]] = {}
    for path, item in document.get("paths", {}).items():
        today = _VERSION.sub("", base + path, count=1).rstrip("/")
        paths[today] = paths.get(today, {}) | item
    return {**document, "basePath": "/", "paths": paths}


def mix(base: dict[str, Any], others: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """Replace tags of a Swagger document by those of the documents in `others`.

    References are resolved, and base paths become part of the paths, since they differ between
    versions.
    """
    kept = [each for each in _operations(base) if not _tags(each.spec) & set(others)]
    for tag, other in others.items():
        operations = list(_operations(other))
        found = [each for each in operations if tag in _tags(each.spec)]
        if not found:
            known = sorted(set().union(*(_tags(each.spec) for each in operations)))
            raise AttributeError(
                f"Resource {tag!r} is not available in that version, which has "
                f"{', '.join(known) or 'none'}."
            )
        kept += found
    paths: dict[str, dict[str, Any]] = {}
    for path, method, spec in kept:
        paths.setdefault(path, {})[method] = spec
    head = {key: value for key, value in base.items() if key not in {"paths", "definitions"}}
    return {**head, "basePath": "/", "paths": paths}


def _operations(document: dict[str, Any]) -> Iterator[OperationEntry]:
    """Yield operations with their whole path and all parameters, references resolved."""
    source = Source(document)
    base = (document.get("basePath") or "").rstrip("/")
    for path, item in document.get("paths", {}).items():
        for method in METHODS:
            if method in item:
                spec = source.unfolded(item[method])
                shared = source.unfolded(item.get("parameters", []))
                spec = {**spec, "parameters": [*shared, *spec.get("parameters", [])]}
                yield OperationEntry(base + path, method, spec)


def _tags(spec: dict[str, Any]) -> set[str]:
    """Return tags of an operation as written and as attribute names."""
    tags = spec.get("tags", ())
    return {*tags, *map(_attribute, tags)}


def _attribute(tag: str) -> str:
    """Return a tag as an attribute name: `Faction Warfare` -> `Faction_Warfare`."""
    return "".join(letter if letter.isalnum() else "_" for letter in tag).strip("_") or "default"
