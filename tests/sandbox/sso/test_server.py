"""Single sign-on of the sandbox, as browsers and applications use it."""

import base64
import hashlib
import re
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest

from tests.sandbox.conftest import CHIEF

BACK = "http://app.example/callback?keep=1"
WALLET = "esi-wallet.read_character_wallet.v1"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def asked(**changed):
    return {
        "response_type": "code", "client_id": "app", "redirect_uri": BACK, "state": "abc",
        "scope": f"{WALLET} esi-skills.read_skills.v1", **changed,
    }  # fmt: skip


def authorize(call, **changed):
    return call.get("/v2/oauth/authorize/", params=asked(**changed), allow_redirects=False)


def brought(response):
    return {k: v[-1] for k, v in parse_qs(urlsplit(response.headers["Location"]).query).items()}


def token(call, auth=("app", "secret"), **form):
    return call.post("/v2/oauth/token", data=form, auth=auth)


def login(call, **changed):
    call.sandbox.sso.auto = CHIEF
    code = brought(authorize(call, **changed))["code"]
    return token(call, grant_type="authorization_code", code=code)


def test_metadata_has_the_endpoints(call):
    """All addresses are the sandbox's own."""
    found = call.get("/.well-known/oauth-authorization-server").json()
    assert found["issuer"] == call.sandbox.url
    assert all(value.startswith(call.sandbox.url) for key, value in found.items() if "_" in key
               and isinstance(value, str))  # fmt: skip


def test_the_consent_page(call):
    """Name the application and its scopes, and list the seeded characters."""
    page = authorize(call, client_id="<app>")
    assert page.status_code == 200
    assert "&lt;app&gt;" in page.text
    assert WALLET in page.text
    assert page.text.count('type="radio"') == len(call.sandbox.world.characters)


def test_allowing_a_character(call):
    """Redirect with a code and the state."""
    done = call.post(
        "/v2/oauth/authorize", params=asked(), data={"character": CHIEF + 2, "allow": "1"},
        allow_redirects=False,
    )  # fmt: skip
    assert done.status_code == 302
    found = brought(done)
    assert (found["state"], found["keep"]) == ("abc", "1")
    access = token(call, grant_type="authorization_code", code=found["code"]).json()
    claims = jwt.decode(access["access_token"], options={"verify_signature": False})
    assert claims["sub"] == f"CHARACTER:EVE:{CHIEF + 2}"


def test_denying(call):
    """Redirect with access_denied."""
    done = call.post(
        "/v2/oauth/authorize", params=asked(), data={"character": CHIEF, "deny": "1"},
        allow_redirects=False,
    )  # fmt: skip
    assert brought(done)["error"] == "access_denied"
    call.sandbox.sso.deny = True
    assert brought(authorize(call))["error"] == "access_denied"


@pytest.mark.parametrize(
    "changed",
    [
        {"response_type": "token"},
        {"client_id": ""},
        {"redirect_uri": "javascript:alert(1)"},
        {"state": ""},
        {"code_challenge": "x", "code_challenge_method": "plain"},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_invalid_login_requests(call, changed):
    """Show a page with the reason, without a redirect."""
    page = authorize(call, **changed)
    assert page.status_code == 400
    assert "Login failed" in page.text


def test_unknown_clients(call):
    """Once clients are registered, others are refused."""
    call.sandbox.sso.clients["app"] = "secret"
    assert authorize(call, client_id="other").status_code == 400
    assert login(call).status_code == 200
    wrong = token(call, ("app", "wrong"), grant_type="refresh_token", refresh_token="x")
    assert (wrong.status_code, wrong.json()) == (401, {"error": "invalid_client"})


@pytest.mark.parametrize("algorithm", ["RS256", "ES256"])
def test_access_tokens_are_signed(call, algorithm):
    """Keys of both algorithms are published, and the token's header names its own."""
    call.sandbox.sso.algorithm = algorithm
    access = login(call).json()["access_token"]
    keys = jwt.PyJWKSet.from_dict(call.get("/oauth/jwks").json())
    assert [key.algorithm_name for key in keys.keys] == ["RS256", "ES256"]
    key = keys[jwt.get_unverified_header(access)["kid"]]
    claims = jwt.decode(access, key.key, [algorithm], audience="app", options={"verify_iat": False})
    assert claims["aud"] == ["app", "EVE Online"]
    assert claims["scp"] == [WALLET, "esi-skills.read_skills.v1"]


def test_api_accepts_these_tokens(call):
    """With the scopes of the login, until they expire."""
    access = login(call, scope=WALLET).json()["access_token"]
    call.headers["Authorization"] = f"Bearer {access}"
    assert call.get(f"/characters/{CHIEF}/wallet").status_code == 200
    assert call.get(f"/characters/{CHIEF}/skills").status_code == 403
    call.sandbox.clock.advance(1201)
    assert call.get(f"/characters/{CHIEF}/wallet").status_code == 401


def test_code_is_valid_once_for_five_minutes(call):
    """Codes used twice or too late are an invalid_grant."""
    call.sandbox.sso.auto = CHIEF
    first, second = (brought(authorize(call))["code"] for _ in range(2))
    assert token(call, grant_type="authorization_code", code=first).status_code == 200
    assert token(call, grant_type="authorization_code", code=first).status_code == 400
    call.sandbox.clock.advance(300)
    late = token(call, grant_type="authorization_code", code=second)
    assert late.json() == {"error": "invalid_grant"}


def test_code_belongs_to_its_client(call):
    """Another application cannot use it."""
    call.sandbox.sso.auto = CHIEF
    code = brought(authorize(call))["code"]
    other = token(call, ("other", "s"), grant_type="authorization_code", code=code)
    assert other.json() == {"error": "invalid_grant"}


def test_json_is_refused(call):
    """Accept only forms at the token endpoint."""
    sent = call.post("/v2/oauth/token", json={"grant_type": "refresh_token"}, auth=("a", "b"))
    assert (sent.status_code, sent.json()) == (400, {"error": "invalid_request"})
    assert call.get("/v2/oauth/token").status_code == 405


def test_pkce(call):
    """Accept a verifier that matches the challenge, without a secret or an Authorization header."""
    verifier = "v" * 43
    digest = hashlib.sha256(verifier.encode()).digest()
    challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
    call.sandbox.sso.auto = CHIEF

    def attempt(**form):
        back = authorize(call, code_challenge=challenge, code_challenge_method="S256")
        code = brought(back)["code"]
        return token(call, None, grant_type="authorization_code", code=code, **form)

    assert attempt(client_id="app", code_verifier="w" * 43).status_code == 400
    assert attempt(client_id="app").status_code == 400
    assert attempt(code_verifier=verifier).json() == {"error": "invalid_client"}
    refresh = attempt(client_id="app", code_verifier=verifier).json()["refresh_token"]
    again = token(call, None, client_id="app", grant_type="refresh_token", refresh_token=refresh)
    assert again.status_code == 200


def test_refresh_tokens_rotate(call):
    """Each refresh revokes the old token, unless rotation is off."""
    refresh = login(call).json()["refresh_token"]
    form = {"grant_type": "refresh_token", "refresh_token": refresh}
    newer = token(call, **form).json()["refresh_token"]
    assert token(call, **form).json() == {"error": "invalid_grant"}
    call.sandbox.sso.rotate = False
    form["refresh_token"] = newer
    assert token(call, **form).json()["refresh_token"] == newer
    assert (call.sandbox.sso.refreshes, call.sandbox.sso.rotations) == (3, 2)


def test_no_scopes_no_refresh_token(call):
    """Logins without scopes cannot be refreshed."""
    assert "refresh_token" not in login(call, scope="").json()


def test_refresh_cannot_add_scopes(call):
    """Scopes beyond those of the login are an invalid_scope."""
    form = {"grant_type": "refresh_token", "refresh_token": login(call).json()["refresh_token"]}
    assert token(call, **form, scope="esi-mail.read_mail.v1").json() == {"error": "invalid_scope"}


def test_revocation(call):
    """Both kinds of token can be revoked."""
    found = login(call, scope=WALLET).json()
    for name in ("access_token", "refresh_token"):
        done = call.post("/v2/oauth/revoke", data={"token": found[name]}, auth=("app", "secret"))
        assert done.status_code == 200
    form = {"grant_type": "refresh_token", "refresh_token": found["refresh_token"]}
    assert token(call, **form).json() == {"error": "invalid_grant"}
    call.headers["Authorization"] = f"Bearer {found['access_token']}"
    assert call.get(f"/characters/{CHIEF}/wallet").status_code == 401


def test_sold_character(call):
    """Another owner has another owner hash."""
    sso = call.sandbox.sso
    before = sso.owner(CHIEF)
    refresh = login(call).json()["refresh_token"]
    sso.sell(CHIEF)
    again = token(call, grant_type="refresh_token", refresh_token=refresh).json()["access_token"]
    owner = jwt.decode(again, options={"verify_signature": False})["owner"]
    assert owner == sso.owner(CHIEF) != before


def test_grant_issues_tokens(call):
    """Tests of an application need no login to get tokens."""
    found = call.sandbox.sso.grant(CHIEF, [WALLET], client_id="app")
    form = {"grant_type": "refresh_token", "refresh_token": found["refresh_token"]}
    assert token(call, **form).status_code == 200
    call.sandbox.sso.end_all()
    assert token(call, **form).status_code == 400


def test_faults_of_the_sso(call):
    """Faults match the SSO's paths too."""
    call.sandbox.faults.fail(503, path="/v2/oauth/token")
    assert token(call, grant_type="refresh_token").status_code == 503
    call.sandbox.faults.not_json(path="/v2/oauth/token")
    assert "<html>" in token(call, grant_type="refresh_token").text


def test_reset_clears_logins_and_switches(call):
    """Everything is as after the start."""
    refresh = login(call).json()["refresh_token"]
    call.sandbox.sso.deny = True
    call.sandbox.reset()
    assert call.sandbox.sso.auto is None
    assert authorize(call).status_code == 200
    assert token(call, grant_type="refresh_token", refresh_token=refresh).status_code == 400


def test_page_has_no_scripts(call):
    """Plain forms: everything in it is markup and style."""
    assert not re.search(r"<script|\son\w+=", authorize(call).text)
