"""Transport, whatever is mounted on the session; proxies, certificates and forks.

Most tests run twice: for a single call, and for a `FastSession`, which sends the pages of a pull.
"""

import functools
import json
import os
import socket
import ssl
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import certifi
import pytest
import requests
import requests_mock
import responses
import trustme
import urllib3
from hypothesis import given
from hypothesis import strategies as st

from esi.core.config import Config
from esi.core.engine.engine import Engine
from esi.core.http import transport
from esi.core.http.messages import PLAIN, Options, Request
from esi.errors import ApiConnectionError
from tests.support.processes import in_a_fork

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
    """Returns one body for every request, and records the requests."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers)))
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(BODY)))
        self.end_headers()
        self.wfile.write(BODY)

    def log_message(self, *args):
        """Keep the tests' output clean."""


class Proxy(BaseHTTPRequestHandler):
    """Tunnels CONNECT requests, and records their targets."""

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
        server.tunnels, server.asked = [], []
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
    """Run an HTTPS API with a private authority's certificate: (address, the authority's file)."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    server = serve(Api)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    bundle = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(bundle)
    return f"https://127.0.0.1:{server.server_port}/status", str(bundle)


def test_requests_mock_replaces_the_network(fetch):
    """`requests_mock` gets the request."""
    with requests_mock.Mocker() as mocker:
        mocker.get(URL, content=BODY, headers={"ETag": "a"})
        answer = fetch(Request("GET", URL, (("page", "1"),), {"x-mine": "1"}))
    assert (answer.status, answer.body, answer.headers["etag"]) == (200, BODY, "a")
    assert mocker.last_request.qs == {"page": ["1"]}
    assert mocker.last_request.headers["X-Mine"] == "1"


def test_responses_replaces_the_network(fetch):
    """`responses` gets the request."""
    with responses.RequestsMock() as mocker:
        mocker.get(URL, body=BODY, content_type="application/json")
        answer = fetch(Request("GET", URL))
    assert (answer.status, answer.body) == (200, BODY)


def test_a_mounted_adapter_sends_every_request(engine, fetch):
    """Users may mount their own."""

    class Mine(transport.requests.adapters.HTTPAdapter):
        asked = 0

        def send(self, request, **kwargs):
            type(self).asked += 1
            return super().send(request, **kwargs)

    engine.session.mount("http://", Mine())
    with pytest.raises(ApiConnectionError):
        fetch(Request("GET", "http://127.0.0.1:9/status"))
    assert Mine.asked == 1


def test_a_private_authority_is_trusted_by_its_bundle(engine, fetch, https):
    """`session.verify` names the bundle of a company's own authority."""
    url, bundle = https
    engine.session.verify = bundle
    assert fetch(Request("GET", url)).body == BODY


def test_the_error_of_an_unknown_authority_names_its_variable(fetch, https):
    """It differs from the error of a network that is down."""
    with pytest.raises(
        ApiConnectionError,
        match="set REQUESTS_CA_BUNDLE to the file with that authority's certificate",
    ):
        fetch(Request("GET", https[0]))


def test_the_error_of_a_missing_bundle_names_it(fetch, https, monkeypatch):
    """Path and variable are in the message."""
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/nowhere/ca.pem")
    with pytest.raises(ApiConnectionError, match=r"/nowhere/ca\.pem.*Check REQUESTS_CA_BUNDLE"):
        fetch(Request("GET", https[0]))


def test_a_private_authority_is_trusted_by_the_environment(fetch, https, monkeypatch):
    """REQUESTS_CA_BUNDLE names it too."""
    url, bundle = https
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", bundle)
    assert fetch(Request("GET", url)).body == BODY


def test_the_sessions_bundle_overrides_the_environments(engine, fetch, https, monkeypatch):
    """Programs get the bundle that they set."""
    url, bundle = https
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", certifi.where())
    engine.session.verify = bundle
    assert fetch(Request("GET", url)).body == BODY


def test_an_unknown_authority_is_refused(fetch, https):
    """Without the bundle the connection fails, and the error says why."""
    url, _ = https
    with pytest.raises(ApiConnectionError, match="certificate"):
        fetch(Request("GET", url))


@pytest.mark.parametrize("door", ["session", "environment"])
def test_a_proxy_carries_https(engine, fetch, https, serve, monkeypatch, door):
    """Requests use the proxy of the session or of HTTPS_PROXY, and check the certificate."""
    url, bundle = https
    proxy = serve(Proxy)
    address = f"http://127.0.0.1:{proxy.server_port}"
    engine.session.verify = bundle
    if door == "session":
        engine.session.proxies["https"] = address
    else:
        monkeypatch.setattr(transport, "is_loopback", lambda url: False)  # the API is far away
        monkeypatch.setenv("HTTPS_PROXY", address)
    assert fetch(Request("GET", url)).body == BODY
    assert proxy.tunnels == [url.removeprefix("https://").removesuffix("/status")]
    engine.close()


def test_redirects_are_not_followed(fetch):
    """Following one could send a token to another host."""
    with requests_mock.Mocker() as mocker:
        mocker.get(URL, status_code=302, headers={"Location": "https://elsewhere.example.com"})
        assert fetch(Request("GET", URL)).status == 302
        assert mocker.call_count == 1


def test_responses_replaces_the_network_of_a_fast_session_in_use(engine, serve):
    """Patching requests later still has an effect."""
    url = f"http://127.0.0.1:{serve(Api).server_port}/status"
    options = Options(fast_session=engine.fast_session())
    assert engine.fetch(Request("GET", url), options).body == BODY
    with responses.RequestsMock() as mocker:
        mocker.get(url, body=b"[]", content_type="application/json")
        assert engine.fetch(Request("GET", url), options).body == b"[]"


def test_a_fast_session_outlives_the_closing_of_its_connections(engine, serve):
    """A pull goes on while another thread closes the client, whatever urllib3 closes then."""
    request = Request("GET", f"http://127.0.0.1:{serve(Api).server_port}/status")
    fast = engine.fast_session()
    assert fast.send(request, 5).body == BODY
    engine.close()
    assert fast.send(request, 5).body == BODY


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        (transport.requests.Session, "send"),
        (transport.requests.Session, "get_adapter"),
        (transport.requests.adapters.HTTPAdapter, "send"),
    ],
)
def test_a_tracer_sees_every_request(fetch, serve, monkeypatch, owner, name):
    """Tracers wrap functions of requests and copy all their attributes except the code."""
    seen = []
    original = getattr(owner, name)

    @functools.wraps(original)
    def traced(*args, **kwargs):
        seen.append(name)
        return original(*args, **kwargs)

    monkeypatch.setattr(owner, name, traced)
    assert fetch(Request("GET", f"http://127.0.0.1:{serve(Api).server_port}/status")).body == BODY
    assert seen


def test_requests_of_a_pull_pass_requests_by(engine):
    """Without hooks, adapters or tracers, urllib3 sends the requests."""
    session = engine.fast_session().session
    assert transport._is_plain(session, session.get_adapter(URL))


def test_a_slow_response_has_its_own_timeout(fetch, serve, monkeypatch):
    """Connecting may take five seconds, and reading thirty from then on."""
    seen, urlopen = [], urllib3.HTTPConnectionPool.urlopen

    def recorded(*args, timeout, **options):
        seen.append((timeout.connect_timeout, timeout.read_timeout))
        return urlopen(*args, timeout=timeout, **options)

    monkeypatch.setattr(urllib3.HTTPConnectionPool, "urlopen", recorded)
    fetch(Request("GET", f"http://127.0.0.1:{serve(Api).server_port}/status"))
    assert seen == [(5, 30)]


def test_a_hook_gets_every_response(engine, fetch, serve):
    """Hooks of the session are called for each."""
    seen = []
    engine.session.hooks["response"].append(lambda answer, **_: seen.append(answer.status_code))
    fetch(Request("GET", f"http://127.0.0.1:{serve(Api).server_port}/status"))
    assert seen == [200]


def test_both_transports_send_the_same(engine, serve):
    """Compare headers and a query with every character."""
    api = serve(Api)
    engine.session.headers["X-Of-Session"] = "1"
    engine.session.params = {"of": "session"}
    engine.session.auth = ("user", "secret")
    url = f"http://127.0.0.1:{api.server_port}/a/{{b}}"
    request = Request("GET", url, (("q", "ä &=+/~%"), ("page", "2")), {"x-mine": "1"})
    for options in (PLAIN, Options(fast_session=engine.fast_session())):
        engine.fetch(request, options)
        engine.fetch(request.with_headers(if_none_match='"e"'), options)
    single, single_if, pull, pull_if = (
        (path, {name.lower(): value for name, value in headers.items()})
        for path, headers in api.asked
    )
    assert pull == single
    assert pull_if == single_if
    assert pull_if[1]["if-none-match"] == '"e"'
    assert "if-none-match" not in pull[1]


@given(st.lists(st.tuples(st.text(min_size=1), st.text()), max_size=4))
def test_queries_are_encoded_as_requests_encodes_them(params):
    """Any names and values."""
    with transport.new_session(1) as session:
        request = Request("GET", "http://127.0.0.1:9/x", tuple(params))
        theirs = requests.Request("GET", request.url, params=params).prepare().path_url
        ours = transport.FastSession(session).prepared(request).path_url
        assert ours.rstrip("?") == theirs.rstrip("?")


@given(st.lists(st.from_regex(r"[\w/-]{0,8}", fullmatch=True) | st.text(), max_size=4))
def test_paths_are_encoded_as_requests_encodes_them(paths):
    """Try any paths, one after another, on a session that prepares only the first of many."""
    with transport.new_session(1) as session:
        fast = transport.FastSession(session)
        for path in ("first", *paths):
            url = f"http://127.0.0.1:9/{path.replace('?', '').replace('#', '')}"
            theirs = requests.Request("GET", url).prepare()
            ours = fast.prepared(Request("GET", url))
            assert (ours.url, ours.path_url) == (theirs.url, theirs.path_url)


PATHS = ("/types/1", "/types/2", "/types/3/")


def paths_prepared(engine, monkeypatch):
    """Return the paths that requests prepares for `PATHS`."""
    seen = []
    original = requests.PreparedRequest.prepare_url

    def prepare_url(self, url, params):
        seen.append(url.removeprefix("http://127.0.0.1:9"))
        original(self, url, params)

    monkeypatch.setattr(requests.PreparedRequest, "prepare_url", prepare_url)
    fast = engine.fast_session()
    for path in PATHS:
        fast.prepared(Request("GET", f"http://127.0.0.1:9{path}"))
    return tuple(seen)


def test_requests_that_differ_in_their_path_are_prepared_once(engine, monkeypatch):
    """Let a fan-out over ids spend its time on the network."""
    assert paths_prepared(engine, monkeypatch) == PATHS[:1]


def sign(prepared):
    prepared.headers["X-Signature"] = prepared.path_url
    return prepared


def add_auth(session, monkeypatch):
    session.auth = sign


def add_cookie(session, monkeypatch):
    session.cookies.set("of", "types", domain="127.0.0.1", path="/types/2")


def add_tracer(session, monkeypatch):
    original = requests.Session.prepare_request

    @functools.wraps(original)
    def traced(*args, **kwargs):
        return original(*args, **kwargs)

    monkeypatch.setattr(requests.Session, "prepare_request", traced)


@pytest.mark.parametrize("add", [add_auth, add_cookie, add_tracer])
def test_each_path_is_prepared_where_it_matters(engine, monkeypatch, add):
    """Authentication may sign the path, a cookie belong to it, and a tracer look at it."""
    add(engine.session, monkeypatch)
    assert paths_prepared(engine, monkeypatch) == PATHS


def test_each_path_is_sent_by_its_adapter(engine, serve):
    """Use an adapter that is mounted for a part of the API."""
    url = f"http://127.0.0.1:{serve(Api).server_port}"
    sent = []

    class Mine(requests.adapters.HTTPAdapter):
        def send(self, request, **kwargs):
            sent.append(request.path_url)
            return super().send(request, **kwargs)

    engine.session.mount(f"{url}/types/2", Mine())
    fast = engine.fast_session()
    for path in PATHS:
        assert fast.send(Request("GET", url + path), 5).body == BODY
    assert sent == ["/types/2"]


@pytest.mark.parametrize("other", ["http://127.0.0.1:{}/types/1", "http://localhost:{}/types/2"])
def test_each_host_gets_its_own_requests(engine, serve, other):
    """Compare names and ports, even of one machine."""
    first, second = serve(Api), serve(Api)
    fast = engine.fast_session()
    fast.send(Request("GET", f"http://127.0.0.1:{first.server_port}/types/1"), 5)
    fast.send(Request("GET", other.format(second.server_port)), 5)
    assert (len(first.asked), len(second.asked)) == (1, 1)
    assert second.asked[0][1]["Host"] == other.format(second.server_port).split("/")[2]


def test_an_address_in_capitals_works(engine, serve):
    """Change only scheme and host to lower case."""
    api = serve(Api)
    fast = engine.fast_session()
    for path in ("/Types/1", "/Types/2"):
        fast.send(Request("GET", f"HTTP://LOCALHOST:{api.server_port}{path}", (("a", "B"),)), 5)
    assert [path for path, _ in api.asked] == ["/Types/1?a=B", "/Types/2?a=B"]


class Line(BaseHTTPRequestHandler):
    """Returns the client's port, which identifies a connection."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        body = str(self.client_address[1]).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        """Keep the tests' output clean."""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no forks")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
@pytest.mark.parametrize("mounted", [False, True], ids=["ours", "a user's adapter"])
def test_a_fork_opens_its_own_connections(engine, fetch, serve, mounted):
    """Otherwise parent and child would read each other's responses; a user's adapter stays."""
    request = Request("GET", f"http://127.0.0.1:{serve(Line).server_port}/")
    if mounted:
        engine.session.mount("http://", transport.requests.adapters.HTTPAdapter())
    adapter = engine.session.get_adapter(request.url)
    parents = {fetch(request).body, engine.fast_session().send(request, 5).body}

    def asked():
        return (
            f"{fetch(request).body.decode()} {engine.fast_session().send(request, 5).body.decode()}"
        )

    in_the_child = in_a_fork(asked).encode().split()
    assert len(in_the_child) == 2
    assert parents.isdisjoint(in_the_child)
    assert in_a_fork(lambda: engine.session.get_adapter(request.url) is adapter) == "True"
    assert fetch(request).body in parents  # whose own connections are as they were


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no forks")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_fork_does_not_inherit_permits_and_locks(engine):
    """Permits that the parent took are free in the child, and its locks are open."""
    while engine.semaphore.acquire(wait=False):
        pass
    with engine._lock:
        assert (
            in_a_fork(lambda: engine.semaphore.acquire(wait=False) and bool(engine.session))
            == "True"
        )
    assert not engine.semaphore.acquire(wait=False)
