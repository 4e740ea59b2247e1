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

_MARK = "_cursor_is_here_"
_LEXEME = re.compile(
    r"""(?P<quote>"{3}|'{3}|"|')(?:\\.|(?!(?P=quote)).)*(?P<end>(?P=quote))?|\#[^\n]*|[()\[\]{}]""",
    re.DOTALL,
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
    before = _MAGIC.sub("", before)
    found = _open_at_end(before)
    if found is None:
        return None
    start, closing = found
    source = before[_line_start(before, start) :].strip(" \t")
    for mark, end in _ENDINGS:
        with suppress(SyntaxError, ValueError, RecursionError):
            tree = ast.parse(f"{source}{_MARK}{mark}{closing}{end}")
            places = map(_place, ast.walk(tree))
            return next((place for place in places if place is not None), None)
    return None


def assignments(before: str) -> list[tuple[str, ast.expr]]:
    """Return the names that a cell assigns before its last statement, with the expressions."""
    before = _MAGIC.sub("", before)
    start, _ = _open_at_end(before) or (len(before), "")
    with suppress(SyntaxError, ValueError, RecursionError):
        body = ast.parse(before[: _line_start(before, start)]).body
        return [
            (node.targets[0].id, node.value)
            for node in body
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
        ]
    return []


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
