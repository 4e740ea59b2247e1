"""All routes of the sandbox, and the dates at which one of them came, changed or went.

`documents.openapi` turns them into an OpenAPI document, and everything that the server checks is
read back from that document.
"""

from collections.abc import Sequence

from esi.sandbox.routes.authenticated import AUTHENTICATED
from esi.sandbox.routes.public import PUBLIC
from esi.sandbox.routes.route import NEWEST, OLDEST, RouteSpec

ROUTES: Sequence[RouteSpec] = (*PUBLIC, *AUTHENTICATED)
DATES: Sequence[str] = tuple(
    sorted({OLDEST, NEWEST, *(r.since for r in ROUTES), *(r.until for r in ROUTES if r.until)})
)
