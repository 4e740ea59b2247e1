"""Find uses of operations, parameters and fields in the syntax trees of source code.

Code uses an operation if it names it as an attribute (`client.Market.get_markets_prices`, or
`GetMarketsPrices`) or as a string (`esi.pull("get_markets_prices")`, `operations=["GetStatus"]`).
Code uses a field or a value if a file that names its operation mentions it.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from esi_data.documents.sources import read_trees

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from esi_data.documents.changes import Change
    from esi_data.documents.sources import SourceTree

# Methods of `Esi` that take an operation and its parameters, and calls that return an operation.
_PULLS = {"pull", "apull", "pull_to", "apull_to", "plan", "aplan"}
_GETTERS = {"getattr", "operation"}

Place = tuple[str, int]  # file and line


@dataclass(frozen=True)
class Use:
    """Place that names an operation.

    Attributes:
        keywords: names of the arguments in its call; empty without a call.
        complete: True if these are all the arguments that the operation gets.
    """

    name: str
    place: Place
    keywords: frozenset[str] = frozenset()
    complete: bool = False


@dataclass
class SourceFile:
    """Names in a source file: uses of operations, and the places of all attributes and strings."""

    uses: list[Use] = field(default_factory=list)
    mentions: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))


@dataclass(frozen=True)
class UsedChange:
    """Change that affects a line of a file."""

    change: Change
    file: str
    line: int


def read_sources(folder: Path, names: Collection[str], tags: Collection[str]) -> list[SourceFile]:
    """Read the Python files and notebooks of a folder, or one file; see `read_trees`."""
    return [_names_in(trees, frozenset(names), frozenset(tags)) for trees in read_trees(folder)]


def used(changes: Iterable[Change], sources: Iterable[SourceFile]) -> list[UsedChange]:
    """Return the changes that affect a source, once for each affected line."""
    by_operation: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        for name in {change.operation, change.openapi_id}:
            by_operation[name].append(change)
    found = {
        UsedChange(concerned, *place): None
        for source in sources
        for use in source.uses
        for change in by_operation[use.name]
        for concerned, place in _places(change, use, source)
    }
    return sorted(found, key=lambda each: (each.file, each.line))


def _places(change: Change, use: Use, source: SourceFile) -> Iterator[tuple[Change, Place]]:
    """Yield the affected lines of a file, each with the change as that line is affected."""
    # Rows have nested fields under their last name, frames under the whole one.
    field_names = {change.name, change.name.rpartition(".")[2]}
    match change.kind, change.change:
        case "operation", "moved":
            old_name = use.name == change.operation
            same_tag = change.before.partition(".")[0] == change.after.partition(".")[0]
            yield replace(change, breaks=not (old_name and same_tag)), use.place
        case (("operation" | "scope" | "rate group"), how) if how != "added":
            yield change, use.place
        case (("parameter" | "body"), "added" | "required") if change.breaks:
            if use.complete and not _passed(change, use):
                yield change, use.place
        case (("parameter" | "body"), how) if how != "added":
            if _passed(change, use):
                yield change, use.place
        case "field", how if how in {"lost", "retyped", "optional"}:
            yield from ((change, at) for name in field_names for at in source.mentions[name])
        case "value", "lost":
            value = change.name.partition("=")[2]
            yield from ((change, at) for at in source.mentions[value])


def _passed(change: Change, use: Use) -> bool:
    """Return True if a call passes a parameter or its body, which has two names."""
    own = change.name.partition(".")[0]
    return bool(use.keywords & {own, *(["body"] if change.kind == "body" else [])})


def _names_in(
    trees: Iterable[SourceTree], names: frozenset[str], tags: frozenset[str]
) -> SourceFile:
    source = SourceFile()
    nodes = [(each.place, node) for each in trees for node in ast.walk(each.tree)]
    calls = {id(node.func): node for _, node in nodes if isinstance(node, ast.Call)}
    tags |= {name for _, node in nodes for name in _aliases(node, tags)}
    called = {
        id(argument): call
        for node in calls.values()
        if (call := _call_of_operation(node, calls))
        for argument in [*node.args[:2], *(each.value for each in node.keywords)]
    }
    for file, node in nodes:
        if isinstance(node, ast.Attribute):
            place = (file, node.end_lineno or node.lineno)  # of the name, where a chain goes on
            source.mentions[node.attr].append(place)
            if node.attr in names and _is_operation(node, tags):
                source.uses.append(_use(node.attr, place, calls.get(id(node))))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            source.mentions[node.value].append((file, node.lineno))
            if node.value in names:
                source.uses.append(_use(node.value, (file, node.lineno), called.get(id(node))))
    return source


def _aliases(node: ast.AST, tags: frozenset[str]) -> Iterator[str]:
    """Yield the names that an assignment gives to a tag: `market = esi.client.Market`."""
    if isinstance(node, ast.Assign | ast.AnnAssign | ast.NamedExpr):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        if isinstance(node.value, ast.Attribute) and node.value.attr in tags:
            yield from (_last_name(target) for target in targets)


def _last_name(node: ast.AST) -> str:
    """Return the name of a variable, or of an attribute without its object; empty otherwise."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _call_of_operation(node: ast.Call, calls: Mapping[int, ast.Call]) -> ast.Call | None:
    """Return the call that passes parameters to the operation that a call names in a string."""
    name = _last_name(node.func)
    if name in _GETTERS:
        return calls.get(id(node))
    return node if name in _PULLS else None


def _is_operation(node: ast.Attribute, tags: frozenset[str]) -> bool:
    """Return True for an attribute of a tag, or one whose name is unmistakable."""
    of_tag = _last_name(node.value) in tags
    return of_tag or node.attr.count("_") > 1 or node.attr[0].isupper()


def _use(name: str, place: Place, call: ast.Call | None) -> Use:
    """Return a use with the arguments of its call, which is incomplete if it passes `**values`."""
    if call is None:
        return Use(name, place)
    keywords = frozenset(each.arg for each in call.keywords if each.arg)
    return Use(name, place, keywords, complete=len(keywords) == len(call.keywords))
