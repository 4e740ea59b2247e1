# ruff: noqa: PLC0415 - a sandbox without logins does not need cryptography
"""Single sign-on of the sandbox: metadata, consent page, codes, rotating tokens, keys, revocation.

    sandbox.sso.auto = 90_000_001     # log this character in without the consent page
    sandbox.sso.rotate = False        # refresh tokens stay the same
    sandbox.sso.sell(90_000_001)      # the character gets another owner
    sandbox.faults.fail(503, path="/v2/oauth/token")

Access tokens are signed JWTs; the API accepts them as it accepts those of `Sandbox.token`.
"""

import base64
import hashlib
import hmac
import json
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import parse_qs, urlencode, urlsplit, urlunsplit

from esi.sandbox.sso.pages import consent_page, error_page

METADATA = "/.well-known/oauth-authorization-server"
AUTHORIZE = "/v2/oauth/authorize"
TOKEN = "/v2/oauth/token"  # noqa: S105 - an address
REVOKE = "/v2/oauth/revoke"
KEYS = "/oauth/jwks"
PATHS = frozenset({METADATA, AUTHORIZE, TOKEN, REVOKE, KEYS})

CODE_SECONDS = 300
ACCESS_SECONDS = 1200

Algorithm = Literal["RS256", "ES256"]
# Token, character, scopes, application, expiry.
OnIssue = Callable[[str, int, frozenset[str], str, float], None]
# Status, headers, body.
Result = tuple[int, dict[str, str], bytes]


class OAuthRefusal(Exception):  # noqa: N818 - a response of the SSO
    """Error response of OAuth."""

    def __init__(self, status: int, error: str) -> None:
        super().__init__(error)
        self.status = status
        self.error = error


@dataclass(frozen=True)
class Consent:
    """Permissions that a player has given to an application.

    Attributes:
        public: the application has no secret and uses PKCE.
        until: the time at which the authorisation code expires.
    """

    client_id: str
    character_id: int
    owner: str
    scopes: tuple[str, ...]
    redirect_uri: str = ""
    challenge: str | None = None
    public: bool = False
    until: float = 0.0


@dataclass
class SsoServer:
    """State and switches of the SSO.

    Attributes:
        auto: the character that is logged in without a consent page; None shows the page.
        deny: refuse every login, as if the player had pressed "Deny".
        rotate: issue a new refresh token with each refresh and revoke the old one.
        algorithm: signature algorithm of access tokens.
        clients: client ids and their secrets (None for one without); empty accepts any.
        claims: claims to add to access tokens, or to replace.
        refreshes: number of refresh requests received.
        rotations: number of them that issued new tokens.
    """

    clock: Callable[[], float]
    url: Callable[[], str]
    characters: Mapping[int, Any]
    on_issue: OnIssue
    on_revoke: Callable[[str], object]
    auto: int | None = None
    deny: bool = False
    rotate: bool = True
    algorithm: Algorithm = "RS256"
    clients: dict[str, str | None] = field(default_factory=dict)
    claims: dict[str, Any] = field(default_factory=dict)
    refreshes: int = 0
    rotations: int = 0
    _owners: dict[int, int] = field(default_factory=dict)
    _codes: dict[str, Consent] = field(default_factory=dict)
    _refresh_tokens: dict[str, Consent] = field(default_factory=dict)
    _keys: dict[str, Any] = field(default_factory=dict)
    _generation: int = 1

    def reset(self) -> None:
        """Return to the state after the start; the keys stay, since generating them is slow."""
        self.auto, self.deny, self.rotate, self.algorithm = None, False, True, "RS256"
        self.refreshes = self.rotations = 0
        for state in (self.clients, self.claims, self._owners, self._codes, self._refresh_tokens):
            state.clear()

    # Switches

    def owner(self, character_id: int) -> str:
        """Return the owner hash of a character."""
        text = f"{character_id}/{self._owners.get(character_id, 0)}"
        return base64.b64encode(
            hashlib.sha1(text.encode(), usedforsecurity=False).digest()
        ).decode()

    def sell(self, character_id: int) -> None:
        """Give a character another owner; later tokens have another owner hash."""
        self._owners[character_id] = self._owners.get(character_id, 0) + 1

    def new_keys(self) -> None:
        """Replace the signing keys and their ids."""
        self._keys.clear()
        self._generation += 1

    def end_all(self) -> None:
        """Revoke every refresh token, as a player can on EVE's page of authorised apps."""
        self._refresh_tokens.clear()

    def grant(
        self, character_id: int, scopes: Sequence[str] = (), *, client_id: str = "sandbox"
    ) -> dict[str, Any]:
        """Issue the tokens of a login without going through one."""
        consent = Consent(client_id, character_id, self.owner(character_id), tuple(scopes))
        return self._tokens(consent)

    # Responses

    def respond(
        self,
        method: str,
        path: str,
        query: Mapping[str, Sequence[str]],
        headers: Mapping[str, str],
        body: bytes,
    ) -> Result:
        """Respond to a request to one of `PATHS`."""
        try:
            if path == METADATA:
                return _json(200, self._metadata())
            if path == KEYS:
                return _json(200, {"keys": [self._public(name) for name in ("RS256", "ES256")]})
            if path == AUTHORIZE:
                given = {name: values[-1] for name, values in query.items()}
                return self._authorize(given, _form(body) if method == "POST" else None)
            return self._application(method, path, headers, body)
        except OAuthRefusal as refusal:
            return _json(refusal.status, {"error": refusal.error})

    def _application(
        self, method: str, path: str, headers: Mapping[str, str], body: bytes
    ) -> Result:
        """Respond to the application itself, which sends its credentials."""
        if method != "POST":
            raise OAuthRefusal(405, "invalid_request")
        if not headers.get("Content-Type", "").startswith("application/x-www-form-urlencoded"):
            raise OAuthRefusal(400, "invalid_request")  # such as JSON
        form = _form(body)
        client_id, public = self._client(headers, form)
        if path == REVOKE:
            return self._revoke(form)
        return _json(200, self._exchange(form, client_id, public=public))

    def _metadata(self) -> dict[str, Any]:
        url = self.url()
        return {
            "issuer": url,
            "authorization_endpoint": url + AUTHORIZE,
            "token_endpoint": url + TOKEN,
            "revocation_endpoint": url + REVOKE,
            "jwks_uri": url + KEYS,
            "response_types_supported": ["code", "token"],
            "code_challenge_methods_supported": ["S256"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
        }

    # Browser

    def _authorize(self, query: dict[str, str], form: dict[str, str] | None) -> Result:
        problem = self._problem(query)
        if problem:
            return _html(400, error_page(problem))
        scopes = tuple(query.get("scope", "").split())
        if form is None and self.auto is None and not self.deny:
            return _html(200, consent_page(query["client_id"], scopes, self.characters))
        chosen = str(self.auto) if form is None else form.get("character", "")
        if self.deny or (form is not None and "allow" not in form):
            return self._back(query, {"error": "access_denied"})
        if not chosen.isdigit():
            return _html(400, error_page("Choose a character."))
        code = secrets.token_urlsafe(24)
        self._codes[code] = Consent(
            query["client_id"],
            int(chosen),
            self.owner(int(chosen)),
            scopes,
            query["redirect_uri"],
            query.get("code_challenge"),
            "code_challenge" in query,
            self.clock() + CODE_SECONDS,
        )
        return self._back(query, {"code": code})

    def _problem(self, query: Mapping[str, str]) -> str | None:
        if query.get("response_type") != "code":
            return "response_type must be code."
        if not query.get("client_id") or (self.clients and query["client_id"] not in self.clients):
            return "Unknown client_id."
        if urlsplit(query.get("redirect_uri", "")).scheme not in {"http", "https"}:
            return "redirect_uri must be a web address."
        if not query.get("state"):
            return "state is required."
        if query.get("code_challenge") and query.get("code_challenge_method") != "S256":
            return "code_challenge_method must be S256."
        return None

    @staticmethod
    def _back(query: Mapping[str, str], result: dict[str, str]) -> Result:
        parts = urlsplit(query["redirect_uri"])
        more = urlencode({**result, "state": query["state"]})
        target = urlunsplit(parts._replace(query=f"{parts.query}&{more}".lstrip("&")))
        return 302, {"Location": target, "Cache-Control": "no-store"}, b""

    # Application

    def _client(self, headers: Mapping[str, str], form: Mapping[str, str]) -> tuple[str, bool]:
        """Return the client id, and True if the client has no secret."""
        kind, _, text = headers.get("Authorization", "").partition(" ")
        if kind.lower() == "basic":
            try:
                client_id, _, secret = base64.b64decode(text, validate=True).decode().partition(":")
            except ValueError:
                raise OAuthRefusal(401, "invalid_client") from None
            known = self.clients.get(client_id, None if self.clients else secret)
            if not secret or known is None or not hmac.compare_digest(known, secret):
                raise OAuthRefusal(401, "invalid_client")
            return client_id, False
        client_id = form.get("client_id", "")
        if not client_id or (self.clients and client_id not in self.clients):
            raise OAuthRefusal(401, "invalid_client")
        return client_id, True

    def _exchange(self, form: dict[str, str], client_id: str, *, public: bool) -> dict[str, Any]:
        kind = form.get("grant_type")
        if kind == "authorization_code":
            consent = self._codes.pop(form.get("code", ""), None)
            if consent is None or consent.client_id != client_id or self.clock() >= consent.until:
                raise OAuthRefusal(400, "invalid_grant")
            if consent.public != public or not _is_verified(
                form.get("code_verifier"), consent.challenge
            ):
                raise OAuthRefusal(400, "invalid_grant")
            if form.get("redirect_uri", consent.redirect_uri) != consent.redirect_uri:
                raise OAuthRefusal(400, "invalid_grant")
            return self._tokens(consent)
        if kind != "refresh_token":
            raise OAuthRefusal(400, "unsupported_grant_type")
        self.refreshes += 1
        text = form.get("refresh_token", "")
        consent = self._refresh_tokens.get(text)
        if consent is None or consent.client_id != client_id or consent.public != public:
            raise OAuthRefusal(400, "invalid_grant")
        if not set(form.get("scope", "").split()) <= set(consent.scopes):
            raise OAuthRefusal(400, "invalid_scope")
        self.rotations += 1
        if not self.rotate:
            return self._tokens(consent, text)
        del self._refresh_tokens[text]
        return self._tokens(consent)

    def _revoke(self, form: Mapping[str, str]) -> Result:
        text = form.get("token", "")
        self._refresh_tokens.pop(text, None)
        self.on_revoke(text)
        return _json(200, {})

    def _tokens(self, consent: Consent, refresh: str | None = None) -> dict[str, Any]:
        found: dict[str, Any] = {
            "access_token": self._signed(consent),
            "expires_in": ACCESS_SECONDS - 1,
            "token_type": "Bearer",
        }
        if consent.scopes:
            found["refresh_token"] = refresh or secrets.token_urlsafe(18)
            self._refresh_tokens[found["refresh_token"]] = consent
        return found

    def _signed(self, consent: Consent) -> str:
        import jwt

        now = int(self.clock())
        character = self.characters.get(consent.character_id)
        claims: dict[str, Any] = {
            "jti": secrets.token_hex(16),
            "kid": self._kid(self.algorithm),
            "sub": f"CHARACTER:EVE:{consent.character_id}",
            "azp": consent.client_id,
            "tenant": "tranquility",
            "tier": "live",
            "region": "world",
            "aud": [consent.client_id, "EVE Online"],
            "name": character.name if character else f"Character {consent.character_id}",
            "owner": self.owner(consent.character_id),
            "exp": now + ACCESS_SECONDS,
            "iat": now,
            "iss": self.url(),
        }
        if consent.scopes:
            # The SSO writes a single scope as a string.
            claims["scp"] = consent.scopes[0] if len(consent.scopes) == 1 else list(consent.scopes)
        claims |= self.claims
        text = jwt.encode(
            claims,
            self._key(self.algorithm),
            algorithm=self.algorithm,
            headers={"kid": self._kid(self.algorithm)},
        )
        self.on_issue(
            text,
            consent.character_id,
            frozenset(consent.scopes),
            consent.client_id,
            now + ACCESS_SECONDS,
        )
        return text

    def _kid(self, algorithm: Algorithm) -> str:
        number = "" if self._generation == 1 else f"-{self._generation}"
        return ("JWT-Signature-Key" if algorithm == "RS256" else "8878a23f") + number

    def _key(self, algorithm: Algorithm) -> Any:
        if algorithm not in self._keys:
            from cryptography.hazmat.primitives.asymmetric import ec, rsa

            self._keys[algorithm] = (
                rsa.generate_private_key(public_exponent=65537, key_size=2048)
                if algorithm == "RS256"
                else ec.generate_private_key(ec.SECP256R1())
            )
        return self._keys[algorithm]

    def _public(self, algorithm: Algorithm) -> dict[str, Any]:
        from jwt.algorithms import ECAlgorithm, RSAAlgorithm

        reader = RSAAlgorithm if algorithm == "RS256" else ECAlgorithm
        found: dict[str, Any] = json.loads(reader.to_jwk(self._key(algorithm).public_key()))
        found.pop("key_ops", None)
        return {**found, "kid": self._kid(algorithm), "alg": algorithm, "use": "sig"}


def _is_verified(verifier: str | None, challenge: str | None) -> bool:
    """Check a verifier against the challenge of its login (RFC 7636, 4.6), ignoring padding."""
    if challenge is None:
        return True
    digest = hashlib.sha256((verifier or "").encode()).digest()
    expected = base64.urlsafe_b64encode(digest).decode().rstrip("=")
    return hmac.compare_digest(expected, challenge.rstrip("="))


def _form(body: bytes) -> dict[str, str]:
    fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
    return {name: values[-1] for name, values in fields.items()}


def _json(status: int, content: Any) -> Result:
    headers = {"Content-Type": "application/json", "Cache-Control": "no-store"}
    return status, headers, json.dumps(content).encode()


def _html(status: int, page: str) -> Result:
    headers = {
        "Content-Type": "text/html; charset=utf-8",
        "Cache-Control": "no-store",
        "X-Frame-Options": "DENY",
    }
    return status, headers, page.encode()
