"""Find uses of operations, parameters and fields in the syntax trees of source code.

Code uses an operation if it names it as an attribute (`client.Market.get_markets_prices`, or
`GetMarketsPrices`) or as a string (`esi.pull("get_markets_prices")`, `operations=["GetStatus"]`).
Code uses a field or a value if a file that names its operation mentions it.
"""

from __future__ import annotations

import ast
import tokenize
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from esi.core.warn import warn
from esi_data.errors import UnreadableSourceWarning

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from esi_data.documents.changes import Change

_SKIPPED = {"site-packages", "node_modules", "__pycache__"}


@dataclass(frozen=True)
class Use:
    """Place that names an operation; `keywords` are those of the call, None without a call."""

    name: str
    line: int
    keywords: frozenset[str] | None = None


@dataclass
class SourceFile:
    """Names in a source file: uses of operations, and the lines of all attributes and strings."""

    path: Path
    uses: list[Use] = field(default_factory=list)
    mentions: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))


@dataclass(frozen=True)
class UsedChange:
    """Change that affects a line of a file."""

    change: Change
    file: str
    line: int


def read_sources(folder: Path, names: Collection[str], tags: Collection[str]) -> list[SourceFile]:
    """Read the Python files of a folder, or one file; warn of those that cannot be parsed.

    Raises:
        FileNotFoundError: the folder does not exist.
    """
    if not folder.exists():
        raise FileNotFoundError(2, "There is no such folder", str(folder))
    paths = sorted(folder.rglob("*.py")) if folder.is_dir() else [folder]
    sources = []
    for path in paths:
        parts = path.relative_to(folder).parts
        if any(part.startswith(".") or part in _SKIPPED for part in parts):
            continue
        try:
            with tokenize.open(path) as file:
                tree = ast.parse(file.read())
        except (SyntaxError, ValueError, RecursionError, OSError) as exc:
            warn(f"{path} was left out: it cannot be read ({exc}).", UnreadableSourceWarning)
            continue
        sources.append(_names_in(tree, path, frozenset(names), frozenset(tags)))
    return sources


def used(changes: Iterable[Change], sources: Iterable[SourceFile]) -> list[UsedChange]:
    """Return the changes that affect a source, once for each affected line."""
    by_operation: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        for name in {change.operation, change.openapi_id}:
            by_operation[name].append(change)
    found = {
        UsedChange(concerned, str(source.path), line): None
        for source in sources
        for use in source.uses
        for change in by_operation[use.name]
        for concerned, line in _lines(change, use, source)
    }
    return sorted(found, key=lambda each: (each.file, each.line))


def _lines(change: Change, use: Use, source: SourceFile) -> Iterator[tuple[Change, int]]:
    """Yield the affected lines of a file, each with the change as that line is affected."""
    last = change.name.rpartition(".")[2]
    match change.kind, change.change:
        case "operation", "moved":
            old_name = use.name == change.operation
            same_tag = change.before.partition(".")[0] == change.after.partition(".")[0]
            yield replace(change, breaks=not (old_name and same_tag)), use.line
        case (("operation" | "scope" | "rate group"), how) if how != "added":
            yield change, use.line
        case (("parameter" | "body"), "added" | "required") if change.breaks:
            if use.keywords is not None and not _passed(change, use):
                yield change, use.line
        case (("parameter" | "body"), how) if how != "added":
            if _passed(change, use):
                yield change, use.line
        case "field", how if how in {"lost", "retyped", "optional"}:
            yield from ((change, line) for line in source.mentions[last])
        case "value", "lost":
            value = change.name.partition("=")[2]
            yield from ((change, line) for line in source.mentions[value])


def _passed(change: Change, use: Use) -> bool:
    """Return True if a call passes a parameter or its body, which has two names."""
    own = change.name.partition(".")[0]
    return bool((use.keywords or frozenset()) & {own, *(["body"] if change.kind == "body" else [])})


def _names_in(
    tree: ast.Module, path: Path, names: frozenset[str], tags: frozenset[str]
) -> SourceFile:
    source = SourceFile(path)
    calls = {id(node.func): node for node in ast.walk(tree) if isinstance(node, ast.Call)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            source.mentions[node.attr].append(node.lineno)
            if node.attr in names and _is_operation(node, tags):
                source.uses.append(Use(node.attr, node.lineno, _keywords(calls.get(id(node)))))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            source.mentions[node.value].append(node.lineno)
            if node.value in names:
                source.uses.append(Use(node.value, node.lineno))
    for call in calls.values():
        # Pulls name their operation as a string and pass its parameters in the same call.
        for argument in call.args[:2]:
            if isinstance(argument, ast.Constant) and argument.value in names:
                source.uses.remove(Use(str(argument.value), argument.lineno))
                use = Use(str(argument.value), argument.lineno, _keywords(call))
                source.uses.append(use)
    return source


def _is_operation(node: ast.Attribute, tags: frozenset[str]) -> bool:
    """Return True for an attribute of a tag, or one whose name is unmistakable."""
    of_tag = isinstance(node.value, ast.Attribute) and node.value.attr in tags
    return of_tag or node.attr.count("_") > 1 or node.attr[0].isupper()


def _keywords(call: ast.Call | None) -> frozenset[str] | None:
    """Return the keywords of a call; None without one, or if it passes `**values`."""
    if call is None or any(each.arg is None for each in call.keywords):
        return None
    return frozenset(str(each.arg) for each in call.keywords)
