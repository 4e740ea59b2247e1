"""Answer routes that have no handler with samples of their schemas."""

from collections.abc import Mapping
from typing import Any

from esi.sandbox.documents.operations import Operation
from esi.sandbox.handlers.all import HANDLERS
from esi.sandbox.handlers.registry import HandlerRequest
from esi.sandbox.simulation import samples
from esi.sandbox.simulation.cache_turnover import Listing

ROWS = 10
PAGES = 3


def make_content(
    operation: Operation, path: str, request: HandlerRequest, form: samples.Form
) -> Any:
    """Return the content of a response; None where the operation declares none."""
    if operation.key in HANDLERS:
        return HANDLERS[operation.key](request)
    if operation.answer is None:
        return None
    document = operation.document
    items = samples.list_items(operation.answer, document)
    if operation.pages and items is not None:
        return Listing(
            make=lambda number, revision: samples.sample(
                items, document, form=form, seed=(path, number, revision)
            ),
            count=0 if form == "empty" else ROWS * PAGES - 3,
            size=ROWS,
        )
    content = samples.sample(operation.answer, document, form=form, seed=(path, request.generation))
    if operation.cursor and isinstance(content, dict):
        _empty_other_pages(content, request.query)
    return content


def _empty_other_pages(content: dict[str, Any], query: Mapping[str, Any]) -> None:
    """Make a sampled cursor page the only one: pages before and after it are empty."""
    if query.get("before") is None and query.get("after") is None:
        return
    for name, value in content.items():
        if isinstance(value, list):
            content[name] = []
