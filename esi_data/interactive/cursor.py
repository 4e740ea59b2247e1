"""Parse the code at the cursor: an attribute, a keyword of a call, or a text passed to one.

Pure. To make the code before the cursor parse, append a mark at the cursor and close all open
brackets and quotes.
"""

from __future__ import annotations

import ast
import re
from contextlib import suppress
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = "_cursor_is_here_"
_LEXEME = re.compile(
    r"""(?P<quote>"{3}|'{3}|"|')(?:\\.|(?!(?P=quote)).)*(?P<end>(?P=quote))?|\#[^\n]*|[()\[\]{}]""",
    re.DOTALL,
)
_TIMED = re.compile(
    r"^([ \t]*)%%?(?:time|timeit|prun|memit)[ \t]+(?:-\w+[ \t]*\d*[ \t]+)*", re.MULTILINE
)
_MAGIC = re.compile(r"^[ \t]*[%!].*$", re.MULTILINE)
_CLOSING = {"(": ")", "[": "]", "{": "}"}
# Texts after the mark that complete an argument, a keyword, or either in the head of a block.
_ENDINGS = tuple(product(("", "=0"), ("", ": pass")))


@dataclass(frozen=True)
class AtAttribute:
    """Attribute `prefix...` of `owner`."""

    owner: ast.expr
    prefix: str


@dataclass(frozen=True)
class AtKeyword:
    """Keyword `prefix...` of a call; `call` contains the other arguments."""

    call: ast.Call
    prefix: str


@dataclass(frozen=True)
class AtText:
    """Text `prefix...` that a call passes as an argument, by position or by keyword."""

    call: ast.Call
    argument: int | str
    prefix: str


Place = AtAttribute | AtKeyword | AtText


def place_of(before: str) -> Place | None:
    """Return the attribute, keyword or text at the end of a cell's code; None for anything else."""
    before = _python_of(before)
    found = _open_at_end(before)
    if found is None:
        return None
    start, closing = found
    source = before[_line_start(before, start) :].strip(" \t")
    source = re.sub(r"^elif\b", "if", source)
    for mark, end in _ENDINGS:
        with suppress(SyntaxError, ValueError, RecursionError):
            tree = ast.parse(f"{source}{_MARK}{mark}{closing}{end}")
            places = map(_place, ast.walk(tree))
            return next((place for place in places if place is not None), None)
    return None


def assignments(before: str) -> list[tuple[str, ast.expr]]:
    """Return the names that a cell assigns before its last statement, with the expressions.

    These are assignments, `with ... as name`, and annotated arguments of functions, which stand for
    a call of the annotation.
    """
    before = _python_of(before)
    start, _ = _open_at_end(before) or (len(before), "")
    above = before[: _line_start(before, start)]
    rest = before[len(above) :]
    block = above + rest[: len(rest) - len(rest.lstrip(" \t"))] + "pass"
    finished = above[: _top_level_start(above)]  # without a `try` that has no `except` yet
    for source in (block, finished):
        with suppress(SyntaxError, ValueError, RecursionError):
            nodes = [each for each in ast.walk(ast.parse(source)) if hasattr(each, "lineno")]
            nodes.sort(key=lambda each: each.lineno)
            return [named for node in nodes for named in _named(node)]
    return []


def _named(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Yield the names that a node of a cell assigns, with the expressions."""
    match node:
        case ast.Assign(targets=targets, value=value):
            yield from ((each.id, value) for each in targets if isinstance(each, ast.Name))
        case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
            yield name, value
        case ast.NamedExpr(target=ast.Name(id=name), value=value):
            yield name, value
        case ast.With(items=items) | ast.AsyncWith(items=items):
            for each in items:
                if isinstance(each.optional_vars, ast.Name):
                    yield each.optional_vars.id, each.context_expr
        case ast.arg(arg=name, annotation=ast.expr() as type_):
            yield name, ast.Call(type_, [], [])


def _python_of(cell: str) -> str:
    """Return a cell without magics; keep the statements that `%time` and the like run."""
    return _MAGIC.sub("", _TIMED.sub(r"\1", cell))


def _top_level_start(text: str) -> int:
    """Return the position of the last line without indentation."""
    starts = [each.start() for each in re.finditer(r"^[^\s#]", text, re.MULTILINE)]
    return starts[-1] if starts else 0


def _line_start(text: str, position: int) -> int:
    return text.rfind("\n", 0, position) + 1


def _open_at_end(text: str) -> tuple[int, str] | None:
    """Return the position of the first open bracket (or the end), and the text that closes all.

    Return None within a comment.
    """
    brackets: list[re.Match[str]] = []
    quote = ""
    for lexeme in _LEXEME.finditer(text):
        token = lexeme[0]
        if token.startswith("#"):
            if lexeme.end() == len(text):
                return None
        elif lexeme["quote"]:
            quote = "" if lexeme["end"] else lexeme["quote"]
        elif token in _CLOSING:
            brackets.append(lexeme)
        elif brackets:
            brackets.pop()
    start = brackets[0].start() if brackets else len(text)
    return start, quote + "".join(_CLOSING[each[0]] for each in reversed(brackets))


def _place(node: ast.AST) -> Place | None:
    """Return the place of the mark if it belongs directly to this node."""
    match node:
        case ast.Attribute(value=owner, attr=name) if name.endswith(_MARK):
            return AtAttribute(owner, name.removesuffix(_MARK))
        case ast.Call(func=function, args=args, keywords=keywords):
            for position, argument in enumerate(args):
                match argument:
                    case ast.Name(id=name) if name.endswith(_MARK):
                        call = ast.Call(function, args[:position], keywords)
                        return AtKeyword(call, name.removesuffix(_MARK))
                    case ast.Constant(value=str(text)) if text.endswith(_MARK):
                        return AtText(node, position, text.removesuffix(_MARK))
            for keyword in keywords:
                match keyword:
                    case ast.keyword(arg=str(name)) if name.endswith(_MARK):
                        call = ast.Call(function, args, [k for k in keywords if k is not keyword])
                        return AtKeyword(call, name.removesuffix(_MARK))
                    case ast.keyword(arg=str(name), value=ast.Constant(value=str(text))):
                        if text.endswith(_MARK):
                            return AtText(node, name, text.removesuffix(_MARK))
    return None
