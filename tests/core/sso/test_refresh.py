"""Refreshing a stored login, tested against the sandbox's SSO."""

import pytest

from esi.core.sso.refresh import request_tokens, verify_owner
from esi.errors import IncompleteResponseError, NotRefreshableTokenError, TokenInvalidError
from tests.core.application import CHARACTER, Application


class Memory:
    """Stored login that records the calls."""

    def __init__(self, app):
        tokens = app.login()
        self.access_token, self.refresh_token = tokens.access_token, tokens.refresh_token
        self.character_id = CHARACTER
        self.character_owner_hash = app.sandbox.sso.owner(CHARACTER)
        self.calls = []

    def store_tokens(self, tokens):
        self.access_token, self.refresh_token = tokens.access_token, tokens.refresh_token
        self.calls.append("tokens")

    def store_claims(self, claims):
        self.calls.append(claims.name)


@pytest.fixture
def app(esi_sandbox):
    return Application(esi_sandbox)


def test_new_tokens_are_stored_before_verification(app):
    """Store the tokens first, then the verified claims."""
    login = Memory(app)
    before = login.refresh_token
    request_tokens(login, app.sso)
    assert login.refresh_token != before
    assert login.calls == ["tokens"]
    verify_owner(login, app.sso)
    assert login.calls == ["tokens", "Asa Ostrand"]


def test_a_token_that_fails_verification_is_incomplete(app):
    """Failed verification does not end the login."""
    login = Memory(app)
    app.sandbox.sso.claims = {"aud": ["another", "EVE Online"]}
    request_tokens(login, app.sso)
    with pytest.raises(IncompleteResponseError, match="failed verification"):
        verify_owner(login, app.sso)


def test_another_owner_is_refused(app):
    """After a sale the claims are not stored."""
    login = Memory(app)
    app.sandbox.sso.sell(CHARACTER)
    request_tokens(login, app.sso)
    with pytest.raises(TokenInvalidError, match="another owner"):
        verify_owner(login, app.sso)
    assert login.calls == ["tokens"]


def test_without_a_refresh_token_nothing_is_sent(app):
    """Raise NotRefreshableTokenError without a request."""
    login = Memory(app)
    login.refresh_token = None
    with pytest.raises(NotRefreshableTokenError, match="no refresh token"):
        request_tokens(login, app.sso)
    assert app.sandbox.sso.refreshes == 0
