"""Answer routes that have no handler with samples of their schemas."""

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
    document, epoch = operation.document, request.world.epoch
    items = samples.list_items(operation.response, document)
    known, name = request.world.known_values, operation.path.rpartition("/")[2]
    if operation.pages and items is not None:
        return Listing(
            make=lambda number, revision: samples.sample(
                items,
                document,
                form=form,
                seed=(path, number, revision),
                epoch=epoch,
                known=known,
                name=name,
            ),
            count=0 if form == "empty" else ROWS * PAGES - 3,
            size=ROWS,
        )
    seed = (path, request.generation)
    content = samples.sample(
        operation.response, document, form=form, seed=seed, epoch=epoch, known=known, name=name
    )
    if operation.cursor and request.query.keys() & {"before", "after"}:
        # A sampled page is the only one: those before and after it are empty.
        content = {k: [] if isinstance(v, list) else v for k, v in content.items()}
    return content
