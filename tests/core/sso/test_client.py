"""Client of the single sign-on, tested against the sandbox's SSO."""

import base64
import hashlib
import json
import math
from urllib.parse import urlsplit

import pytest

from esi.core.config import Config
from esi.core.sso.client import Sso
from esi.core.sso.messages import Pkce, Secret, read_claims, read_token_response
from esi.errors import IncompleteResponseError, SsoError, TokenInvalidError
from tests.core.application import CHARACTER, SCOPES, TOKEN, Application


@pytest.fixture
def app(esi_sandbox):
    return Application(esi_sandbox)


# Logging in


def test_a_login_with_a_secret(app):
    """Log in by the code flow: HTTP Basic, a form, and a token that identifies the character."""
    claims = app.sso.verify(app.login().access_token)
    assert (claims.character_id, claims.name) == (CHARACTER, "Asa Ostrand")
    assert set(claims.scopes) == set(SCOPES)
    sent = app.requests_to(TOKEN)[-1]
    assert sent.headers["Authorization"] == "Basic " + base64.b64encode(b"my-app:hush").decode()
    assert sent.headers["Content-Type"] == "application/x-www-form-urlencoded"


@pytest.mark.parametrize("padded", [False, True])
def test_a_login_with_pkce(app, padded):
    """Without a secret: verifier and client id in the form, and no Authorization header."""
    app.settings["sso_client_secret"] = None
    pkce = Pkce.new(padded=padded)
    grant = app.sso.exchange(app.code(pkce=pkce), verifier=pkce.verifier)
    assert app.sso.verify(grant.access_token).character_id == CHARACTER
    assert "Authorization" not in app.requests_to(TOKEN)[-1].headers
    assert app.sso.refresh(grant.refresh_token).access_token != grant.access_token


def test_a_wrong_verifier_is_refused(app):
    """An intercepted code is useless without its verifier."""
    code = app.code(pkce=Pkce.new())
    with pytest.raises(TokenInvalidError, match="invalid_grant"):
        app.sso.exchange(code, verifier=Pkce.new().verifier)


@pytest.mark.parametrize("padded", [False, True])
def test_the_challenge_is_the_hash_of_the_verifier_as_sent(padded):
    """RFC 7636, 4.2, for both styles of verifier."""
    pkce = Pkce.new(padded=padded)
    digest = base64.urlsafe_b64encode(hashlib.sha256(pkce.verifier.encode()).digest())
    assert pkce.challenge == digest.decode().rstrip("=")
    assert pkce.verifier.endswith("=") is padded
    assert len(base64.urlsafe_b64decode(pkce.verifier + "=" * (-len(pkce.verifier) % 4))) == 32


def test_the_example_of_the_rfc():
    """RFC 7636, appendix B."""
    pkce = Pkce.of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
    assert pkce.challenge == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


def test_a_code_works_once(app):
    """Exchanging a code twice raises TokenInvalidError."""
    code = app.code()
    app.sso.exchange(code)
    with pytest.raises(TokenInvalidError):
        app.sso.exchange(code)


def test_a_login_without_scopes_has_no_refresh_token(app):
    """Without scopes there is no refresh token, and the claims identify the character."""
    grant = app.login(())
    assert grant.refresh_token is None
    assert app.sso.verify(grant.access_token).scopes == ()


def test_a_single_scope_may_be_a_string(app):
    """`scp` is a list, or a string if there is one scope."""
    grant = app.login(SCOPES[:1])
    assert app.sso.verify(grant.access_token).scopes == SCOPES[:1]


def test_without_a_client_id(app):
    """Without a client id the error names the setting."""
    app.settings["sso_client_id"] = None
    with pytest.raises(SsoError, match="ESI_SSO_CLIENT_ID"):
        app.sso.authorization_url((), "s")


# Checking tokens


@pytest.mark.parametrize("algorithm", ["RS256", "ES256"])
def test_both_signature_algorithms_are_accepted(app, algorithm):
    """Tokens signed with either algorithm are verified."""
    app.sandbox.sso.algorithm = algorithm
    assert app.sso.verify(app.login().access_token).character_id == CHARACTER


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        ({"iss": "https://login.example"}, "Invalid issuer"),
        ({"aud": ["EVE Online", "another-app"]}, "another application"),
        ({"aud": ["my-app"]}, "another application"),
        ({"aud": "EVE Online"}, "another application"),
        ({"sub": "CORPORATION:EVE:98000001"}, "a character and its owner"),
        ({"sub": "CHARACTER:EVE:90000001 or more"}, "a character and its owner"),
        ({"owner": ""}, "a character and its owner"),
        ({"name": None}, 'missing the "name" claim'),
        ({"exp": 1}, "has expired"),
        ({"exp": None}, 'missing the "exp" claim'),
    ],
)
def test_claims_that_are_refused(app, claims, told):
    """Issuer, both audiences, subject, name, owner and time are checked."""
    app.sandbox.sso.claims = claims
    with pytest.raises(TokenInvalidError, match=told):
        app.sso.verify(app.login().access_token)


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        ({"exp": math.nan}, "not numbers"),
        ({"exp": math.inf}, "not numbers"),
        ({"exp": True}, "not numbers"),
        ({"exp": "2000000000"}, "not numbers"),
        ({"exp": 10**400}, "not numbers"),
        ({"exp": [2_000_000_000]}, "not numbers"),
        ({"nbf": math.nan}, "not numbers"),
        ({"nbf": "now"}, "not numbers"),
        ({"nbf": 4_000_000_000}, "not valid before 2096"),
        ({"aud": {"my-app": 1, "EVE Online": 1}}, "another application"),
        ({"aud": [["my-app", "EVE Online"]]}, "another application"),
        ({"name": ["Asa Ostrand"]}, "a character and its owner"),
        ({"owner": ["x"]}, "a character and its owner"),
    ],
)
def test_claims_of_odd_kinds_are_refused(app, claims, told):
    """Numbers are finite, texts are texts, and `nbf` counts."""
    app.sandbox.sso.claims = claims
    with pytest.raises(TokenInvalidError, match=told):
        app.sso.verify(app.login().access_token)


@pytest.mark.parametrize("scopes", [7, {"a": 1}, [1, ["x"], None], None])
def test_scopes_of_odd_kinds_are_none(app, scopes):
    """Only texts are scopes."""
    app.sandbox.sso.claims = {"scp": scopes}
    assert app.sso.verify(app.login().access_token).scopes == ()


def test_a_new_token_is_judged_by_the_clock_of_the_sso(app):
    """A wrong clock of this computer does not end a login; an old token has expired by it."""
    token = app.login().access_token
    wrong = Sso(lambda: Config(**app.settings), clock=lambda: app.sandbox.clock() + 3600)
    assert wrong.verify(token, is_new=True).character_id == CHARACTER
    with pytest.raises(TokenInvalidError, match=r"has expired, at .* this computer's clock says"):
        wrong.verify(token)


def test_both_forms_of_the_issuer(app):
    """With its scheme and without."""
    app.sandbox.sso.claims = {"iss": urlsplit(app.sandbox.url).netloc}
    assert app.sso.verify(app.login().access_token).character_id == CHARACTER


def test_a_token_that_was_tampered_with(app):
    """Changing a claim invalidates the signature."""
    head, body, signature = app.login().access_token.split(".")
    claims = json.loads(base64.urlsafe_b64decode(body + "=="))
    claims["sub"] = "CHARACTER:EVE:1"
    forged = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")
    with pytest.raises(TokenInvalidError, match="Signature verification failed"):
        app.sso.verify(f"{head}.{forged}.{signature}")


def test_a_token_without_a_signature(app):
    """`alg: none` and symmetric algorithms are rejected before any key is fetched."""
    head = base64.urlsafe_b64encode(b'{"alg":"none","typ":"JWT"}').decode().rstrip("=")
    with pytest.raises(TokenInvalidError, match="signed with 'none'"):
        app.sso.verify(f"{head}.{head}.")
    with pytest.raises(TokenInvalidError, match="not a JSON web token"):
        app.sso.verify("opaque")


def test_clocks_may_differ_by_half_a_minute():
    """Clocks may differ by half a minute."""
    claims = {
        "iss": "login.example", "aud": ["a", "EVE Online"], "sub": "CHARACTER:EVE:7",
        "name": "N", "owner": "O", "exp": 1000, "scp": ["x", 3],
    }  # fmt: skip
    read = read_claims(claims, ["a", "EVE Online"], 1020)
    assert (read.character_id, read.scopes, read.raw["exp"]) == (7, ("x",), 1000)


# Refreshing


def test_a_refresh_gives_a_new_refresh_token(app):
    """If the SSO rotates refresh tokens, the old one is invalid afterwards."""
    grant = app.login()
    newer = app.sso.refresh(grant.refresh_token)
    assert newer.refresh_token not in {None, grant.refresh_token}
    assert app.sso.verify(newer.access_token).character_id == CHARACTER
    with pytest.raises(TokenInvalidError, match="Log the character in again"):
        app.sso.refresh(grant.refresh_token)


def test_a_refresh_without_rotation(app):
    """If the SSO does not rotate refresh tokens, it returns the same one."""
    app.sandbox.sso.rotate = False
    grant = app.login()
    assert app.sso.refresh(grant.refresh_token).refresh_token == grant.refresh_token


@pytest.mark.parametrize("word", ["invalid_grant", "invalid_token", "invalid_scope"])
@pytest.mark.parametrize("status", [400, 401, 403])
def test_oauth_errors_that_end_a_token(word, status):
    """All three error codes occur for tokens that the SSO has ended."""
    with pytest.raises(TokenInvalidError, match=word):
        read_token_response(status, json.dumps({"error": word}).encode())


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (500, b'{"error": "invalid_grant"}'),
        (503, b"<html>"),
        (429, b"{}"),
        (400, b'{"error": "invalid_client"}'),
        (400, b'{"error": "invalid_request"}'),
        (401, b"not json"),
        (302, b""),
        (404, b"[]"),
    ],
)
def test_failures_that_keep_a_token(status, body):
    """Failures, overload and misconfiguration raise SsoError, which keeps the token."""
    with pytest.raises(SsoError) as caught:
        read_token_response(status, body)
    assert caught.value.status == status
    assert "kept" in str(caught.value)


@pytest.mark.parametrize(
    "body", [b"", b"<html>", b"[]", b"{}", b'{"access_token": ""}', b'{"access_token": 7}',
             b'{"access_token": "a", "token_type": "mac"}'],
)  # fmt: skip
def test_incomplete_responses(body):
    """Responses of status 200 without an access token raise IncompleteResponseError."""
    with pytest.raises(IncompleteResponseError):
        read_token_response(200, body)


def test_an_invalid_expires_in_means_twenty_minutes():
    """If `expires_in` is not a number, twenty minutes are assumed."""
    grant = read_token_response(
        200, b'{"access_token": "a", "expires_in": "soon", "refresh_token": 7}'
    )
    assert (grant.expires_in, grant.refresh_token) == (1200, None)


def test_retry_after_of_a_429(app):
    """`retry_after` has the seconds of a 429."""
    grant = app.login()
    app.sandbox.faults.fail(429, path=TOKEN, headers={"Retry-After": "7"})
    with pytest.raises(SsoError, match="try again in 7 s") as caught:
        app.sso.refresh(grant.refresh_token)
    assert caught.value.retry_after == 7
    app.sso.refresh(grant.refresh_token)


def test_a_wrong_client_secret_keeps_the_token(app):
    """If the secret is wrong, the token is kept and the error names the settings."""
    grant = app.login()
    app.sandbox.sso.clients["my-app"] = "another"
    with pytest.raises(SsoError, match="ESI_SSO_CLIENT_SECRET") as caught:
        app.sso.refresh(grant.refresh_token)
    assert caught.value.error == "invalid_client"


def test_a_dropped_connection_is_not_tried_again(app):
    """Refreshes are never retried: the SSO may have used up the old token."""
    grant = app.login()
    app.sandbox.faults.drop(path=TOKEN)
    app.sandbox.clear()
    with pytest.raises(SsoError, match="could not be reached"):
        app.sso.refresh(grant.refresh_token)
    assert len(app.requests_to(TOKEN)) == 1


def test_a_refresh_with_the_callers_session(app, monkeypatch):
    """A given `OAuth2Session` of requests-oauthlib makes the request."""
    from requests.auth import HTTPBasicAuth
    from requests_oauthlib import OAuth2Session

    monkeypatch.setenv("OAUTHLIB_INSECURE_TRANSPORT", "1")
    grant = app.login()
    with OAuth2Session("my-app") as session:
        auth = HTTPBasicAuth("my-app", "hush")
        newer = app.sso.refresh(grant.refresh_token, session=session, auth=auth)
        assert newer.refresh_token != grant.refresh_token
        with pytest.raises(TokenInvalidError):
            app.sso.refresh(grant.refresh_token, session=session)


def test_a_revoked_token_is_dead(app):
    """RFC 7009: both kinds end."""
    grant = app.login()
    app.sso.revoke(grant.refresh_token)
    assert app.requests_to("/v2/oauth/revoke")[-1].body.endswith(b"&token_type_hint=refresh_token")
    with pytest.raises(TokenInvalidError):
        app.sso.refresh(grant.refresh_token)
    app.sandbox.faults.fail(503, path="/v2/oauth/revoke")
    with pytest.raises(SsoError):
        app.sso.revoke(grant.refresh_token)


# Secrets


def test_the_repr_hides_secrets(app):
    """Tokens are strings whose repr hides them."""
    grant = app.login()
    assert str(grant.access_token).count(".") == 2
    assert grant.access_token not in repr(grant)
    assert grant.refresh_token not in repr(grant)
    assert repr(Secret("x")) == "'***'"


def test_no_error_holds_a_token_in_its_frames(app):
    """No local variable and no cause in a traceback contains the refresh token."""
    grant = app.login()
    app.sandbox.faults.drop(path=TOKEN)
    with pytest.raises(SsoError) as caught:
        app.sso.refresh(grant.refresh_token)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
    frame = caught.tb.tb_next
    while frame:
        assert grant.refresh_token not in repr(frame.tb_frame.f_locals)
        frame = frame.tb_next
