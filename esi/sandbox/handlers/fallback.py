"""What a route answers: the content of a seeded one, or a sample of any other one's schema."""

from collections.abc import Mapping
from typing import Any

from esi.sandbox.documents.operations import Operation
from esi.sandbox.handlers.all import ANSWERS
from esi.sandbox.handlers.registry import AskedRequest
from esi.sandbox.simulation import samples
from esi.sandbox.simulation.cache_turnover import Listing

ROWS = 10
PAGES = 3


def made(operation: Operation, path: str, ask: AskedRequest, form: samples.Form) -> Any:
    """The content of an answer; None where the operation declares none."""
    if operation.key in ANSWERS:
        return ANSWERS[operation.key](ask)
    if operation.answer is None:
        return None
    document = operation.document
    items = samples.sequence(operation.answer, document)
    if operation.pages and items:
        return Listing(
            make=lambda number, revision: samples.sample(
                items[0], document, form=form, seed=(path, number, revision)
            ),
            count=0 if form == "empty" else ROWS * PAGES - 3,
            size=ROWS,
        )
    content = samples.sample(operation.answer, document, form=form, seed=(path, ask.generation))
    if operation.cursor and isinstance(content, dict):
        _cursor(content, ask.query)
    return content


def _cursor(content: dict[str, Any], query: Mapping[str, Any]) -> None:
    """Make a sampled cursor page the only one: whoever goes on finds an empty list."""
    if query.get("before") is None and query.get("after") is None:
        return
    for name, value in content.items():
        if isinstance(value, list):
            content[name] = []
