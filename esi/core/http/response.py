"""Define the response that `also_return_response` adds to the data, and errors about bodies."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bravado_core.response import IncomingResponse
from requests.structures import CaseInsensitiveDict

from esi.core import error_text
from esi.errors import InvalidAnswerError, NonconformingAnswerError

if TYPE_CHECKING:
    from esi.core.http.messages import Request, Response


class EsiResponse(IncomingResponse):
    """Response as bravado knows it, with the verdict on its snapshot.

    For several pages the headers are those of the last page, and `consistent`, `last_modified` (of
    the newest page), `rounds` and `stale` are those of `esi.core.paging.snapshot.Snapshot`.
    """

    def __init__(
        self,
        response: Response,
        *,
        consistent: bool = True,
        rounds: int = 0,
        last_modified: str | None = None,
        stale: bool = False,
    ) -> None:
        self.response = response
        self.status_code = response.status
        self.reason = error_text.one_line(response.reason) or error_text.reason(response.status)
        self.headers = CaseInsensitiveDict(response.headers)
        self.from_cache = response.from_cache
        self.stale = stale or response.stale
        self.consistent = consistent
        self.rounds = rounds
        self.last_modified = last_modified or response.headers.get("last-modified")

    @property
    def raw_bytes(self) -> bytes:
        """Decompressed body."""
        return self.response.body

    @property
    def text(self) -> str:
        """Body as text."""
        return self.raw_bytes.decode("utf-8", "replace")

    def json(self, **kwargs: Any) -> Any:
        """Return the body as plain JSON values; dates stay text."""
        return json.loads(self.raw_bytes, **kwargs)

    def __repr__(self) -> str:
        return f"<EsiResponse {self.status_code}>"


def nonconforming(request: Request, reason: str) -> NonconformingAnswerError:
    """Build the error for a JSON response that does not match its schema in strict mode."""
    return NonconformingAnswerError(
        f"The response of {request.url} does not match the API's document: {reason}. Leave out "
        "strict=True to accept it as it is.",
        url=request.url,
    )


def invalid(response: Response, request: Request, reason: str) -> InvalidAnswerError:
    """Build the error for a response whose body is not JSON."""
    kind = error_text.one_line(response.headers.get("content-type", "no content type"))
    return InvalidAnswerError(
        f"{request.url} returned status {response.status} with {kind} that is not JSON ({reason}). "
        "Is a proxy or a login page in between? Check ESI_API_URL and try again.",
        url=request.url,
    )
