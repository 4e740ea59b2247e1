"""Test which servers get tokens, the passwords of `~/.netrc`, and requests through proxies."""

import base64
import json
from dataclasses import replace

import pytest
import requests

from esi.core.config import Config
from esi.core.engine.engine import Engine
from esi.core.http import transport
from esi.core.http.messages import Request
from esi.core.sso.client import Sso
from esi.errors import ApiConnectionError, ParameterError, SsoError
from tests.core.wire import Wire, client_of

TOKEN = "an-access-token-nobody-may-read"
FAR = "http://api.example.com/status"


@pytest.fixture
def settings():
    return {"connection_error_max_retries": 0}


@pytest.fixture
def wire():
    return Wire()


@pytest.fixture
def engine(settings, wire):
    engine = Engine(lambda: Config(**settings))
    for prefix in ("https://", "http://"):
        engine.session.mount(prefix, wire)
    yield engine
    engine.close()


@pytest.fixture
def netrc(tmp_path, monkeypatch):
    """Write a file of passwords with an entry for every host."""
    path = tmp_path / "netrc"
    path.write_text("default login joe password hush\n")
    path.chmod(0o600)
    monkeypatch.setenv("NETRC", str(path))


def signed(url=FAR):
    return Request("GET", url, headers={"authorization": f"Bearer {TOKEN}"})


class Expired:
    """Token that must be refreshed."""

    expired, can_refresh, access_token, character_id = True, True, TOKEN, 1

    def refresh(self):
        raise AssertionError("refreshed for a request that is not sent")


@pytest.mark.usefixtures("netrc")
class TestNetrc:
    """Passwords in `~/.netrc` never sign a request."""

    def test_a_token_is_not_replaced(self, fetch, wire):
        """The character's token goes out, and nobody's password."""
        fetch(signed("https://api.example.com/wallet"))
        assert wire.last.headers["Authorization"] == f"Bearer {TOKEN}"

    def test_a_public_call_is_not_signed(self, fetch, wire):
        """The API gets no password of another service."""
        fetch(Request("GET", FAR))
        assert "Authorization" not in wire.last.headers

    def test_a_session_keeps_what_the_program_set(self, engine, fetch, wire):
        """`session.auth` is no accident."""
        engine.session.auth = ("proxy", "word")
        fetch(Request("GET", FAR))
        assert wire.last.headers["Authorization"].startswith("Basic ")

    @pytest.mark.parametrize("secret", [None, "hush-hush"])
    def test_a_login_has_its_own_signature_or_none(self, monkeypatch, wire, secret):
        """With PKCE there must be no header; else it is the application's."""
        monkeypatch.setattr(transport.Pool, "send", lambda self, *a, **k: wire.send(*a, **k))
        site = "https://sso.example.com"
        names = ("authorization_endpoint", "token_endpoint", "jwks_uri")
        metadata = {"issuer": site, **dict.fromkeys(names, f"{site}/x")}
        config = Config(
            sso_client_id="app", sso_client_secret=secret, sso_metadata_url=f"{site}/metadata"
        )
        sso = Sso(lambda: config)
        wire.answer(json.dumps(metadata).encode())
        sso.metadata()
        wire.answer(json.dumps({"access_token": "a", "refresh_token": "b"}).encode())
        sso.exchange("code", verifier=None if secret else "verifier")
        sso.refresh("b")
        public, *private = wire.sent
        assert "Authorization" not in public.headers
        basic = base64.b64encode(f"app:{secret}".encode()).decode()
        expected = f"Basic {basic}" if secret else None
        assert [each.headers.get("Authorization") for each in private] == [expected] * 2


class TestTokensInTheClear:
    """Tokens go over https only, to this machine apart."""

    @pytest.mark.parametrize("token", [None, Expired()], ids=["text", "object"])
    def test_a_token_is_not_sent_over_http(self, fetch, wire, token):
        """The error names the setting; the token is not even refreshed."""
        request = replace(signed(), token=token) if token is None else Request("GET", FAR)
        request = replace(request, token=token)
        with pytest.raises(ParameterError, match=r"ESI_INSECURE_HOSTS=api\.example\.com"):
            fetch(request)
        assert wire.sent == []

    def test_a_public_call_may_go_over_http(self, fetch, wire):
        """It has nothing to hide."""
        assert fetch(Request("GET", FAR)).status == 200

    @pytest.mark.parametrize(
        "host", ["127.0.0.1:8000", "localhost", "[::1]:8000", "a.localhost", "127.1.2.3"]
    )
    def test_this_machine_may_have_tokens(self, fetch, wire, host):
        """Under each of its names."""
        assert fetch(signed(f"http://{host}/status")).status == 200

    @pytest.mark.parametrize("host", ["127.0.0.1.example.com", "localhost.example.com", "0x7f.1"])
    def test_a_name_that_resembles_this_machine_may_not(self, fetch, host):
        """Only whole names count."""
        with pytest.raises(ParameterError, match="no token is sent there"):
            fetch(signed(f"http://{host}/status"))

    def test_a_setting_allows_a_host(self, fetch, settings, wire):
        """Networks of one's own, such as Docker's."""
        settings["insecure_hosts"] = ("api.example.com",)
        assert fetch(signed()).status == 200
        with pytest.raises(ParameterError, match="no token is sent there"):
            fetch(signed("http://other.example.com/status"))

    def test_a_document_that_names_an_http_server_gets_no_token(self, tmp_path):
        """The author of a document must not decide how tokens travel."""
        wallet = {"tags": ["Wallet"], "security": [{"OAuth2": []}], "responses": {}}
        document = {
            "openapi": "3.1.0",
            "servers": [{"url": "http://api.example.com"}],
            "paths": {"/wallet": {"get": wallet}},
        }
        path = tmp_path / "document.json"
        path.write_text(json.dumps(document))
        client, wire = client_of(path)
        with pytest.raises(ParameterError, match="/wallet is not an https"):
            client.Wallet.get_wallet(token=TOKEN).result()
        assert wire.sent == []

    def test_an_sso_of_a_host_that_is_allowed(self, monkeypatch, wire):
        """The same setting serves the SSO; without it the SSO is refused."""
        monkeypatch.setattr(transport.Pool, "send", lambda self, *a, **k: wire.send(*a, **k))
        site = "http://sso.test"
        names = ("authorization_endpoint", "token_endpoint", "jwks_uri")
        wire.answer(json.dumps({"issuer": site, **dict.fromkeys(names, f"{site}/x")}).encode())
        config = Config(sso_metadata_url=f"{site}/metadata")
        with pytest.raises(SsoError, match="is not an https address"):
            Sso(lambda: config).metadata()
        assert wire.sent == []
        config = replace(config, insecure_hosts=("sso.test",))
        assert Sso(lambda: config).metadata().issuer == site


class TestProxies:
    """Proxies of a company never get requests to this machine."""

    @pytest.fixture(autouse=True)
    def proxy(self, monkeypatch):
        for name in ("NO_PROXY", "no_proxy"):
            monkeypatch.delenv(name, raising=False)
        for name in ("HTTP_PROXY", "HTTPS_PROXY"):
            monkeypatch.setenv(name, "http://proxy.example.com:3128")

    def proxies(self, session, url):
        _, settings = transport._prepared(session, Request("GET", url), [])
        return requests.utils.select_proxy(url, settings["proxies"])

    @pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000"])
    @pytest.mark.parametrize("scheme", ["http", "https"])
    def test_this_machine_is_reached_directly(self, host, scheme):
        """Sandboxes, tests and a local SSO."""
        with transport.new_session(1) as session:
            assert self.proxies(session, f"{scheme}://{host}/status") is None

    def test_other_machines_are_behind_it(self):
        """Every program that uses requests behaves like this."""
        with transport.new_session(1) as session:
            assert self.proxies(session, FAR) == "http://proxy.example.com:3128"

    def test_a_proxy_of_the_session_is_used_even_so(self):
        """A user who sets one wants to see the requests."""
        with transport.new_session(1) as session:
            session.proxies["http"] = "http://127.0.0.1:8080"
            assert self.proxies(session, "http://127.0.0.1/x") == "http://127.0.0.1:8080"


def test_a_local_server_that_is_down_is_not_blamed_on_the_proxy(engine, monkeypatch):
    """The error is of the server's own port."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    engine.session = transport.new_session(1)
    with pytest.raises(ApiConnectionError) as caught:
        engine.fetch(Request("GET", "http://127.0.0.1:9/status"))
    assert "proxy" not in str(caught.value)
    assert caught.value.refused
