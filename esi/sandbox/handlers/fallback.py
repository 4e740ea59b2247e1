"""Answer routes that have no handler with samples of their schemas."""

from functools import partial
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
    if operation.response is None:
        return None
    document = operation.document
    items = samples.list_items(operation.response, document)
    sample = partial(
        samples.sample,
        document=document,
        form=form,
        epoch=request.world.epoch,
        known=request.world.known_values,
        name=operation.path.rpartition("/")[2],
    )
    if operation.pages and items is not None:
        return Listing(
            make=lambda number, revision: sample(items, seed=(path, number, revision)),
            count=0 if form == "empty" else ROWS * PAGES - 3,
            size=ROWS,
        )
    if items is not None and form != "empty" and isinstance(request.body, list):
        return [_about(sent, sample(items, seed=(path, sent))) for sent in request.body]
    content = sample(operation.response, seed=(path, request.generation))
    if operation.cursor and request.query.keys() & {"before", "after"}:
        # A sampled page is the only one: those before and after it are empty.
        content = {k: [] if isinstance(v, list) else v for k, v in content.items()}
    return content


def _about(sent: Any, row: Any) -> Any:
    """Return a row about an id in the body of a request, if a field of the row is the id."""
    ids = [name for name in row if name.endswith("_id")] if isinstance(row, dict) else []
    return {**row, ids[0]: sent} if len(ids) == 1 else row
