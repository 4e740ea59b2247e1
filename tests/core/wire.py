"""Client of a document whose requests end in a list instead of the network."""

from __future__ import annotations

import io
from urllib.parse import parse_qsl, urlsplit

import requests
import urllib3
from requests.adapters import BaseAdapter, HTTPAdapter

from esi.core.client.factory import make_client
from esi.core.config import Config
from esi.core.engine.engine import Engine

USER_AGENT = "tests/1.0 (tests@example.com)"


class Wire(BaseAdapter):
    """Keeps each request as it would go out, and answers it with what `answer` was given."""

    def __init__(self):
        super().__init__()
        self.sent = []
        self.answer(b"null")

    def answer(self, body, status=200, **headers):
        self._answer = status, body, {"Content-Type": "application/json", **headers}

    def send(self, request, **kwargs):
        self.sent.append(request)
        status, body, headers = self._answer
        raw = urllib3.HTTPResponse(
            body=io.BytesIO(body), headers=headers, status=status, preload_content=False
        )
        return HTTPAdapter().build_response(request, raw)

    def close(self):
        pass

    @property
    def last(self):
        """Return the last request."""
        return self.sent[-1]

    def query(self):
        """Return the query of the last request as pairs."""
        return parse_qsl(urlsplit(self.last.url).query, keep_blank_values=True)


def client_of(path, cache=None, **config):
    """Return a client of the document in a file, and the wire that it sends on."""
    knobs = Config(**config)
    engine = Engine(lambda: knobs, cache, sleep=lambda seconds: None)
    wire = Wire()
    engine.session = requests.Session()
    engine.session.mount("https://", wire)
    engine.session.mount("http://", wire)
    return make_client(engine, user_agent=USER_AGENT, spec_file=path), wire
