"""The rim: one transport, whatever is mounted on the session; proxies and certificates."""

import json
import socket
import ssl
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import certifi
import pytest
import requests_mock
import responses
import trustme

from esi.core import transport
from esi.core.config import Config
from esi.core.engine import Engine
from esi.core.exchange import Request
from esi.errors import ApiConnectionError

URL = "https://api.example.com/status"
BODY = json.dumps({"players": 1}).encode()


@pytest.fixture
def engine(monkeypatch):
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    engine = Engine(lambda: Config(connection_error_max_retries=0))
    yield engine
    engine.close()


class Api(BaseHTTPRequestHandler):
    """Answers everything with one body."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(BODY)))
        self.end_headers()
        self.wfile.write(BODY)

    def log_message(self, *args):
        """Keep the tests' output clean."""


class Proxy(BaseHTTPRequestHandler):
    """Tunnels CONNECT requests, and notes where to."""

    def do_CONNECT(self):
        self.server.tunnels.append(self.path)
        host, _, port = self.path.rpartition(":")
        with socket.create_connection((host, int(port))) as far:
            self.send_response(200)
            self.end_headers()
            back = threading.Thread(target=copy, args=(far, self.connection), daemon=True)
            back.start()
            copy(self.connection, far)
        back.join()

    def log_message(self, *args):
        """Keep the tests' output clean."""


def copy(source, target):
    try:
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        pass  # the other side has gone


@pytest.fixture
def serve():
    """Run servers on loopback until the test ends."""
    running = []

    def start(handler):
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        server.daemon_threads = True
        server.tunnels = []
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        running.append((server, thread))
        return server

    yield start
    for server, thread in running:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def https(serve, tmp_path):
    """An HTTPS API with a private authority's certificate: (address, the authority's file)."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    server = serve(Api)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    bundle = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(bundle)
    return f"https://127.0.0.1:{server.server_port}/status", str(bundle)


def test_requests_mock_answers_in_the_apis_place(engine):
    """What `requests_mock` mounts is asked."""
    with requests_mock.Mocker() as mocker:
        mocker.get(URL, content=BODY, headers={"ETag": "a"})
        answer = engine.fetch(Request("GET", URL, (("page", "1"),), {"x-mine": "1"}))
    assert (answer.status, answer.body, answer.headers["etag"]) == (200, BODY, "a")
    assert mocker.last_request.qs == {"page": ["1"]}
    assert mocker.last_request.headers["X-Mine"] == "1"


def test_responses_answers_in_the_apis_place(engine):
    """What `responses` registers is asked."""
    with responses.RequestsMock() as mocker:
        mocker.get(URL, body=BODY, content_type="application/json")
        answer = engine.fetch(Request("GET", URL))
    assert (answer.status, answer.body) == (200, BODY)


def test_an_adapter_of_the_user_is_asked(engine):
    """A mounted adapter sees every request."""

    class Mine(transport.requests.adapters.HTTPAdapter):
        asked = 0

        def send(self, request, **kwargs):
            type(self).asked += 1
            return super().send(request, **kwargs)

    engine.session.mount("http://", Mine())
    with pytest.raises(ApiConnectionError):
        engine.fetch(Request("GET", "http://127.0.0.1:9/status"))
    assert Mine.asked == 1


def test_a_private_authority_is_trusted_by_its_bundle(engine, https):
    """`session.verify` names the bundle of a company's own authority."""
    url, bundle = https
    engine.session.verify = bundle
    assert engine.fetch(Request("GET", url)).body == BODY


def test_a_private_authority_is_trusted_by_the_environment(engine, https, monkeypatch):
    """REQUESTS_CA_BUNDLE names it too."""
    url, bundle = https
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", bundle)
    assert engine.fetch(Request("GET", url)).body == BODY


def test_the_sessions_bundle_wins_over_the_environments(engine, https, monkeypatch):
    """What a program sets on the session is what it gets."""
    url, bundle = https
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", certifi.where())
    engine.session.verify = bundle
    assert engine.fetch(Request("GET", url)).body == BODY


def test_an_unknown_authority_is_refused(engine, https):
    """Without the bundle the connection fails, and the error says why."""
    url, _ = https
    with pytest.raises(ApiConnectionError, match="certificate"):
        engine.fetch(Request("GET", url))


@pytest.mark.parametrize("door", ["session", "environment"])
def test_a_proxy_carries_https(engine, https, serve, monkeypatch, door):
    """The proxy of the session or of HTTPS_PROXY is used, and the certificate still checked."""
    url, bundle = https
    proxy = serve(Proxy)
    address = f"http://127.0.0.1:{proxy.server_port}"
    engine.session.verify = bundle
    if door == "session":
        engine.session.proxies["https"] = address
    else:
        monkeypatch.setenv("HTTPS_PROXY", address)
    assert engine.fetch(Request("GET", url)).body == BODY
    assert proxy.tunnels == [url.removeprefix("https://").removesuffix("/status")]
    engine.close()


def test_redirects_are_not_followed(engine):
    """An API answers itself; a token must not follow to another host."""
    with requests_mock.Mocker() as mocker:
        mocker.get(URL, status_code=302, headers={"Location": "https://elsewhere.example.com"})
        assert engine.fetch(Request("GET", URL)).status == 302
        assert mocker.call_count == 1
