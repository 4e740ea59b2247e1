"""Records what a program asks of the real API, for the sandbox to replay.

    recorder = Recorder("samples")
    esi.engine.session.mount("https://", recorder)     # any `requests.Session` will do

Everything goes to the API as before; each answer is also written to the folder. Tokens and headers
are not written, but what an answer says of a character is: look before you share the files.
"""

import io
import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPResponse

from esi.sandbox.recordings import Exchange

# The API's documents and the single sign-on: the sandbox has its own.
_OWN = ("/meta/", "/v2/oauth/", "/oauth/", "/.well-known/")


class Recorder(HTTPAdapter):
    """An adapter for a `requests.Session` that writes each exchange to a folder."""

    def __init__(self, folder: str | Path, **options: Any) -> None:
        super().__init__(**options)
        self.folder = Path(folder)

    def send(
        self, request: requests.PreparedRequest, *args: Any, **kwargs: Any
    ) -> requests.Response:
        """Send a request, and write it down with its answer where that is JSON."""
        for name in ("If-None-Match", "If-Modified-Since"):  # a 304 would have nothing to record
            request.headers.pop(name, None)
        response = super().send(request, *args, **kwargs)
        wire = response.raw.read(decode_content=False)
        if (exchange := _exchange(request, response, wire)) is not None:
            exchange.save(self.folder)
        response.raw = _again(response, wire)
        return response


def _again(response: requests.Response, wire: bytes) -> HTTPResponse:
    """The answer as it came, to be read a second time."""
    return HTTPResponse(
        body=io.BytesIO(wire),
        headers=response.headers,
        status=response.status_code,
        reason=response.reason,
        preload_content=False,
    )


def _exchange(
    request: requests.PreparedRequest, response: requests.Response, wire: bytes
) -> Exchange | None:
    parts = urlsplit(request.url or "")
    if str(parts.path).startswith(_OWN):
        return None
    try:
        content = json.loads(_again(response, wire).read(decode_content=True))
        body = json.loads(request.body) if request.body else None
    except ValueError:
        return None
    headers = response.headers
    query = parse_qs(str(parts.query))
    return Exchange(
        method=(request.method or "get").lower(),
        path=str(parts.path),
        query={name: values for name, values in query.items() if name != "token"},
        language=headers.get("Content-Language"),
        body=body,
        status=response.status_code,
        pages=int(headers["X-Pages"]) if "X-Pages" in headers else None,
        content=content,
    )
