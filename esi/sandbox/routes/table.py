"""All routes of the sandbox, and the dates at which routes are added, changed or removed.

`documents.openapi` makes an OpenAPI document of them, which the server reads back.
"""

from collections.abc import Sequence

from esi.sandbox.routes.authenticated import AUTHENTICATED
from esi.sandbox.routes.public import PUBLIC
from esi.sandbox.routes.route import NEWEST, OLDEST, RouteSpec

ROUTES: Sequence[RouteSpec] = (*PUBLIC, *AUTHENTICATED)
DATES: Sequence[str] = tuple(
    sorted({OLDEST, NEWEST, *(r.since for r in ROUTES), *(r.until for r in ROUTES if r.until)})
)
