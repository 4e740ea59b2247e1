"""Metadata and keys of the SSO, tested against the sandbox's."""

import pytest

from esi.core.config import Config
from esi.core.sso.messages import read_metadata
from esi.errors import SsoError, TokenInvalidError
from tests.core.application import CHARACTER, SCOPES, Application
from tests.core.conftest import DictCache


@pytest.fixture
def app(esi_sandbox):
    return Application(esi_sandbox)


def test_metadata_and_keys_are_fetched_once(app):
    """One process fetches the documents once a day."""
    for _ in range(2):
        app.sso.verify(app.login().access_token)
    assert len(app.requests_to("/.well-known/oauth-authorization-server")) == 1
    assert len(app.requests_to("/oauth/jwks")) == 1


def test_metadata_is_fetched_again_after_a_day(app):
    """Metadata is fetched again after a day, since the addresses may change."""
    app.sso.metadata()
    app.sandbox.clock.advance(86_401)
    app.sso.metadata()
    assert len(app.requests_to("/.well-known/oauth-authorization-server")) == 2


def test_old_metadata_is_used_while_the_sso_fails(app):
    """If the document cannot be fetched again, the old one stays in use."""
    known = app.sso.metadata()
    app.sandbox.clock.advance(86_401)
    app.sandbox.faults.fail(503, times=None)
    assert app.sso.metadata() == known


def test_an_sso_that_cannot_be_reached(app):
    """If the SSO is unreachable, the error states that tokens were kept and what to do."""
    app.settings["sso_metadata_url"] = "http://127.0.0.1:9/metadata"
    with pytest.raises(SsoError, match="Tokens were kept: try again later"):
        app.sso.metadata()


def metadata(**changed):
    url = "https://login.example"
    names = ("authorization_endpoint", "token_endpoint", "jwks_uri")
    return {"issuer": url, **{name: f"{url}/{name}" for name in names}, **changed}


@pytest.mark.parametrize(
    "changed",
    [{"token_endpoint": None}, {"issuer": ""}, {"jwks_uri": 7}],
    ids=["missing", "empty", "number"],
)
def test_metadata_that_lacks_an_address(changed):
    """Each address must exist; only the revocation endpoint may be missing."""
    with pytest.raises(SsoError, match="ESI_SSO_METADATA_URL"):
        read_metadata(metadata(**changed), "https://login.example/meta")
    assert read_metadata(metadata(), "https://login.example/m").revocation_endpoint is None


def test_metadata_of_another_host():
    """Metadata must be of the issuer's own host (RFC 8414, 3.3)."""
    with pytest.raises(SsoError, match="of another issuer"):
        read_metadata(metadata(), "https://evil.example/meta")


SITE = "https://login.example.com/meta"


def of_site(**changed):
    base = "https://login.example.com"
    return metadata(issuer=base, **{
        **{name: f"{base}/{name}" for name in ("authorization_endpoint", "token_endpoint")},
        "jwks_uri": f"{base}/keys", **changed,
    })  # fmt: skip


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/t",
        "https://login.example.com:8443/t",
        "https://login.example.com.evil.example/t",
        "https://evilexample.com/t",
        "https://login.example.com@evil.example/t",
        "https://evil.example\\.example.com/t",
        "https://evil.example\t.example.com/t",
        "https://",
        "https://[",
        "//login.example.com/t",
        "file:///etc/passwd",
        7,
    ],
)
@pytest.mark.parametrize(
    "name", ["authorization_endpoint", "token_endpoint", "jwks_uri", "revocation_endpoint"]
)
def test_metadata_that_names_another_site(name, address):
    """A document cannot send tokens, or look for keys, anywhere but at its own site."""
    with pytest.raises(SsoError):
        read_metadata(of_site(**{name: address}), SITE)


@pytest.mark.parametrize("host", ["login.example.com", "LOGIN.example.com", "keys.example.com"])
def test_metadata_may_name_hosts_of_its_site(host):
    """Hosts of the same domain belong to the same site."""
    url = f"https://{host}/keys"
    assert read_metadata(of_site(jwks_uri=url), SITE).jwks_uri == url


@pytest.mark.parametrize(
    ("pinned", "named"),
    [
        ("https://sso.co.uk/m", "https://evil.co.uk/k"),
        ("https://example.com/m", "https://evil.com/k"),
        ("https://10.0.0.5/m", "https://10.1.0.0.5/k"),
        ("http://127.0.0.1:8085/m", "http://127.0.0.1:9000/k"),
    ],
)
def test_a_neighbour_that_is_nobodys_own(pinned, named):
    """Anybody can have a name under `com` or `co.uk`, and any program a port of this machine."""
    base = pinned.removesuffix("/m")
    names = ("issuer", "authorization_endpoint", "token_endpoint")
    document = {**dict.fromkeys(names, base), "jwks_uri": named}
    with pytest.raises(SsoError, match="another site"):
        read_metadata(document, pinned)


def test_hosts_of_another_site_can_be_allowed():
    """ESI_SSO_HOSTS lists them, with a port if it is not the usual one."""
    document = of_site(jwks_uri="https://keys.example:8443/keys")
    for hosts in (["keys.example"], ["keys.example:8443"]):
        assert read_metadata(document, SITE, hosts).jwks_uri.startswith("https://keys.example")


def test_nothing_of_the_sso_is_in_a_shared_cache(esi_sandbox):
    """Writing to the shared cache must not let an attacker choose the SSO or its keys."""
    from esi_data import Esi

    class Odd(DictCache):
        """Cache that knows an odd value for every key."""

        def __missing__(self, key):
            return b"[1, {}]"

        def get(self, key):
            asked.append(key)
            return self[key]

    asked = []
    with Esi("test/1", api_url=esi_sandbox.url, cache=Odd(), client_id="my-app") as esi:
        esi_sandbox.sso.auto = CHARACTER
        assert esi.logins.begin(SCOPES).url.startswith(esi_sandbox.url)
    assert not [key for key in asked if "sso" in key]


def test_metadata_with_an_unencrypted_address():
    """Tokens are sent only to https addresses, and to this machine."""
    with pytest.raises(SsoError, match="not an https address"):
        read_metadata(metadata(token_endpoint="http://login.example/t"), "https://login.example/m")


def test_new_keys_are_fetched_once(app):
    """For an unknown key id the keys are fetched again, at most once in five minutes."""
    app.sso.verify(app.login().access_token)
    app.sandbox.sso.new_keys()
    grant = app.login()
    assert app.sso.verify(grant.access_token).character_id == CHARACTER
    assert len(app.requests_to("/oauth/jwks")) == 2
    app.sandbox.sso.new_keys()
    other = app.login()
    with pytest.raises(TokenInvalidError, match="none of the SSO's keys"):
        app.sso.verify(other.access_token)
    assert len(app.requests_to("/oauth/jwks")) == 2
    app.sandbox.clock.advance(301)
    app.sso.verify(other.access_token)


def test_built_in_addresses_replace_missing_metadata(app, requests_mock):
    """Logins can start without the document, which is not requested again at once."""
    app.settings["sso_metadata_url"] = Config().sso_metadata_url
    metadata_url = requests_mock.get(Config().sso_metadata_url, status_code=503)
    for _ in range(2):
        url = app.sso.authorization_url(SCOPES, "s")
        assert url.startswith("https://login.eveonline.com/v2/oauth/authorize?response_type=code")
    assert metadata_url.call_count == 1
    assert app.sso.metadata().token_endpoint == "https://login.eveonline.com/v2/oauth/token"
