"""Find what stands at the cursor."""

import ast

import pytest

from esi_data.interactive.cursor import (
    AtAttribute,
    AtKeyword,
    AtText,
    assignments,
    place_of,
)


def shown(before):
    """Return the place at the end of some code, with its expression as code again."""
    match place_of(before):
        case AtAttribute(owner, prefix):
            return "attribute", ast.unparse(owner), prefix
        case AtKeyword(call, prefix):
            return "keyword", ast.unparse(call), prefix
        case AtText(call, argument, prefix):
            return "text", ast.unparse(call.func), argument, prefix
        case nothing:
            return nothing


@pytest.mark.parametrize(
    ("before", "place"),
    [
        ("a.b.", ("attribute", "a.b", "")),
        ("a.b(c=1).d", ("attribute", "a.b(c=1)", "d")),
        ("if a.b", ("attribute", "a", "b")),
        ("for x in a.b", ("attribute", "a", "b")),
        ("return a.b", ("attribute", "a", "b")),
        ("{'k': [a.b", ("attribute", "a", "b")),
        ("f(x, y=a.b", ("attribute", "a", "b")),
        ("    a.b", ("attribute", "a", "b")),
        ("def f():\n    x = 1\n    a.b", ("attribute", "a", "b")),
        ("f(", ("keyword", "f()", "")),
        ("f(x", ("keyword", "f()", "x")),
        ("f(1, x", ("keyword", "f(1)", "x")),
        ("f(a=1, x", ("keyword", "f(a=1)", "x")),
        ("f(\n    a=1,\n    ", ("keyword", "f(a=1)", "")),
        ("g(f(x", ("keyword", "f()", "x")),
        ("f(')', x", ("keyword", "f(')')", "x")),
        ("f(  # (\n  x", ("keyword", "f()", "x")),
        ("f('x", ("text", "f", 0, "x")),
        ('f(1, "x', ("text", "f", 1, "x")),
        ("f(a='x", ("text", "f", "a", "x")),
        ("f('''x", ("text", "f", 0, "x")),
        ("%%time\nf(x", ("keyword", "f()", "x")),
    ],
)
def test_the_expression_at_the_cursor_is_found(before, place):
    """Open brackets, quotes and blocks before it do not matter."""
    assert shown(before) == place


@pytest.mark.parametrize(
    "before",
    [
        "",
        "a",
        "a = b",
        "f(a=b",
        "f(a=[b",
        "f([b",
        "'a.",
        "# a.",
        "f'{a.",
        "f(x)",
        "a +",
        ")",
        "a.b. .",
    ],
)
def test_nothing_is_found_elsewhere(before):
    """Values, texts, comments and code that cannot be parsed."""
    assert place_of(before) is None


def test_names_that_the_cell_assigns_are_known():
    """They are in order, and only before the statement at the cursor."""
    code = "%time 1\na = f(1)\nb = a.c\nx, y = 1, 2\ng(\n    d = "
    assert [(name, ast.unparse(value)) for name, value in assignments(code)] == [
        ("a", "f(1)"),
        ("b", "a.c"),
    ]
    assert assignments("a = (\na.") == []
