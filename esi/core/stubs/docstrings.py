"""Write docstrings of operations, with or without the descriptions of the API's document."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from esi.core.client.help import pages
from esi.core.error_text import CONTROL

if TYPE_CHECKING:
    from esi.core.stubs.operations import StubOperation

_VERBS = {"get": "Get", "put": "Update", "delete": "Delete", "post": "Post to", "patch": "Update"}
_WIDTH = 88


def docstring(operation: StubOperation, *, descriptions: bool, indent: str) -> str:
    """Return the docstring of an operation, as lines of a stub file.

    Without `descriptions` it contains no text of the API's document.
    """
    request = f"`{operation.method.upper()} {operation.path}`"
    paragraphs = [_purpose(operation)]
    if descriptions:
        paragraphs = [operation.summary or paragraphs[0]]
        if operation.description not in {"", operation.summary}:
            paragraphs.append(operation.description)
    paragraphs.append(f"Request: {request}")
    lines = [*_wrapped(paragraphs, indent)]
    if descriptions and (about := [each for each in operation.parameters if each.description]):
        lines += ["", f"{indent}Args:"]
        for each in about:
            lines += _wrapped([f"{each.name}: {each.description}"], f"{indent}    ")
    facts = dict(operation.facts)
    facts.pop("OpenAPI name", None)
    if operation.paging:
        facts["Pages"] = pages(operation.paging)
    if facts:
        lines += [""]
        for label, value in facts.items():
            lines += _wrapped([f"{label}: {value}"], indent)
    text = "\n".join(lines).strip()
    return f'{indent}"""{text}\n{indent}"""\n'


def _purpose(operation: StubOperation) -> str:
    """Describe a request in words taken from its path: `Get orders of markets (region_id)`."""
    groups: list[list[str]] = []
    after_parameter = True
    for segment in filter(None, operation.path.split("/")):
        if segment.startswith("{"):
            if groups:
                groups[-1].append(f"({segment.strip('{}')})")
            after_parameter = True
            continue
        if after_parameter:
            groups.append([])
        groups[-1].append(re.sub(r"[-_]", " ", segment))
        after_parameter = False
    words = " of ".join(" ".join(group) for group in reversed(groups))
    return _plain(f"{_VERBS.get(operation.method, operation.method)} {words}.")


def _wrapped(paragraphs: list[str], indent: str) -> list[str]:
    """Return paragraphs as indented lines, separated by empty lines."""
    lines: list[str] = []
    for number, paragraph in enumerate(paragraphs):
        lines += [""] if number else []
        for line in _plain(paragraph).splitlines():
            lines += textwrap.wrap(
                line,
                _WIDTH,
                initial_indent=indent,
                subsequent_indent=indent,
                break_long_words=False,
                break_on_hyphens=False,
            ) or [""]
    return lines


def _plain(text: str) -> str:
    """Escape a text so that it cannot end its docstring."""
    lines = (CONTROL.sub(" ", line) for line in text.strip().splitlines())
    return "\n".join(lines).replace("\\", "\\\\").replace('"', "'")
