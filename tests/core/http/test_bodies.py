"""Bodies that a hook has read, that unfold without end, or that never end."""

import gzip
import json

import pytest
import requests

from esi.core.config import Config
from esi.core.engine.engine import Engine
from esi.core.http import messages, transport
from esi.core.http.messages import PLAIN, Options, Request
from esi.errors import ApiConnectionError, ApiTimeoutError
from tests.core.wire import Wire

URL = "https://api.example.com/status"
BODY = json.dumps({"players": 1}).encode()
ZIPPED = {"Content-Encoding": "gzip"}


@pytest.fixture
def wire():
    wire = Wire()
    wire.answer(gzip.compress(BODY), **ZIPPED)
    return wire


@pytest.fixture
def engine(wire):
    engine = Engine(lambda: Config(connection_error_max_retries=0))
    engine.session.mount("https://", wire)
    yield engine
    engine.close()


@pytest.fixture(params=["call", "pull"])
def fetch(engine, request):
    """Fetch as a single call does, or as a pull fetches its pages."""

    def ask():
        options = PLAIN if request.param == "call" else Options(fast_session=engine.fast_session())
        return engine.fetch(Request("GET", URL), options)

    return ask


HOOKS = {
    "content": lambda got, **_: len(got.content),
    "text": lambda got, **_: got.text,
    "json": lambda got, **_: got.json(),
    "close": lambda got, **_: (got.content, got.close()),
}


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_may_read_the_body(engine, fetch, hook):
    """Hooks that log sizes, tracers and caches do."""
    engine.session.hooks["response"].append(lambda got, **_: HOOKS[hook](got, **_) and None)
    response = fetch()
    assert response.body == BODY
    assert response.status == 200


def test_a_session_that_keeps_bodies_may_read_them(engine, fetch, wire):
    """requests_cache replaces the session by one of its own."""

    class Keeping(requests.Session):
        def send(self, request, **kwargs):
            got = super().send(request, **kwargs)
            assert got.content == BODY
            return got

    engine.session = Keeping()
    engine.session.mount("https://", wire)
    assert fetch().body == BODY


def test_a_body_that_a_hook_used_up_is_one_clear_error(engine, fetch):
    """A hook that streams the body leaves nothing of it."""
    engine.session.hooks["response"].append(lambda got, **_: [*got.iter_content(5)] and None)
    with pytest.raises(ApiConnectionError, match="hook"):
        fetch()


@pytest.fixture
def small(monkeypatch):
    """Bodies may have 1 MB."""
    for module in (messages, transport):
        monkeypatch.setattr(module, "MAX_BODY", 1 << 20)


@pytest.mark.usefixtures("small")
def test_a_body_that_unfolds_without_end_is_refused(fetch, wire):
    """Some kB become any number of MB."""
    wire.answer(gzip.compress(bytes(5 << 20)), **ZIPPED)
    with pytest.raises(ApiConnectionError, match="larger than 1 MB"):
        fetch()


@pytest.mark.usefixtures("small")
def test_an_error_that_unfolds_without_end_is_its_status(fetch, wire):
    """Its text is left out."""
    wire.answer(gzip.compress(bytes(5 << 20)), 404, **ZIPPED)
    response = fetch()
    with pytest.raises(ValueError, match="larger than 1 MB"):
        _ = response.body


@pytest.mark.usefixtures("small")
def test_a_body_that_is_large_on_the_wire_is_refused(fetch, wire):
    """Without waiting for its end."""
    wire.answer(bytes(5 << 20))
    with pytest.raises(ApiConnectionError, match="more than 1 MB"):
        fetch()


def test_a_body_at_the_limit_is_read(monkeypatch):
    """The last byte that is allowed is one too many for the next."""
    monkeypatch.setattr(messages, "MAX_BODY", len(BODY))
    wire = gzip.compress(BODY)
    assert messages.Response(200, {"content-encoding": "gzip"}, wire).body == BODY


@pytest.mark.parametrize("timeout", [3.0, (1.0, 3.0)])
def test_a_body_that_drips_ends_with_the_timeout(engine, wire, monkeypatch, timeout):
    """Each byte would start the socket's own timeout again."""
    seconds = iter(range(1000))
    monkeypatch.setattr(transport.time, "monotonic", lambda: next(seconds))
    monkeypatch.setattr(transport, "_CHUNK", 1)
    wire.answer(BODY)
    with pytest.raises(ApiTimeoutError, match="did not respond within"):
        transport.send(engine.session, Request("GET", URL), timeout)
