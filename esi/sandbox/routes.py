"""All routes of the sandbox, and the dates at which one of them came, changed or went.

`document` turns them into an OpenAPI document, and everything that the server checks is read back
from that document.
"""

from collections.abc import Sequence

from .route import NEWEST, OLDEST, Route
from .routes_public import PUBLIC
from .routes_signed_in import SIGNED_IN

ROUTES: Sequence[Route] = (*PUBLIC, *SIGNED_IN)
DATES: Sequence[str] = tuple(
    sorted({OLDEST, NEWEST, *(r.since for r in ROUTES), *(r.until for r in ROUTES if r.until)})
)
