"""Session of `requests` that is bound to the sandbox."""

from urllib.parse import urljoin

import pytest
import requests

NEWEST = "2026-08-18"
CHIEF = 90_000_001  # director of the first corporation


class Caller(requests.Session):
    """Session that calls the sandbox by path; `as_character` sends a token."""

    def __init__(self, sandbox):
        super().__init__()
        self.sandbox = sandbox

    def request(self, method, path, *args, **kwargs):
        return super().request(method, urljoin(self.sandbox.url, path), *args, **kwargs)

    def as_character(self, character_id=CHIEF, scopes=None):
        token = self.sandbox.token(character_id, scopes)
        self.headers["Authorization"] = f"Bearer {token}"
        return self

    def at(self, date):
        self.headers["X-Compatibility-Date"] = date
        return self


@pytest.fixture
def call(esi_sandbox):
    with Caller(esi_sandbox) as caller:
        yield caller
