"""Define the response that `return_response=True` returns, with httpx's names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from esi.core.http.response import EsiResponse

if TYPE_CHECKING:
    from esi.core.http.messages import Request, Response


class ModelResponse(EsiResponse):
    """Response of the API; of a listing, its last page."""

    encoding = "utf-8"
    is_redirect = False

    def __init__(self, response: Response, request: Request, **verdict: Any) -> None:
        super().__init__(response, **verdict)
        self.url = request.url

    @property
    def content(self) -> bytes:
        """Decompressed body."""
        return self.raw_bytes

    @property
    def reason_phrase(self) -> str:
        """Reason beside the status."""
        return self.reason

    @property
    def is_success(self) -> bool:
        """True for a status of 200 to 299."""
        return 200 <= self.status_code < 300

    @property
    def is_error(self) -> bool:
        """True for a status of 400 and more."""
        return bool(self.status_code >= 400)

    @property
    def is_client_error(self) -> bool:
        """True for a status of 400 to 499."""
        return 400 <= self.status_code < 500

    @property
    def is_server_error(self) -> bool:
        """True for a status of 500 and more."""
        return bool(self.status_code >= 500)

    def raise_for_status(self) -> Self:
        """Return the response itself: `result()` has raised for a status that is an error."""
        return self

    def __repr__(self) -> str:
        return f"<Response [{self.status_code} {self.reason}]>"
