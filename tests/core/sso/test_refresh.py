"""Refreshing a stored login, tested against the sandbox's SSO."""

import logging
import threading

import pytest

from esi.core.sso import refresh as module
from esi.core.sso.refresh import UNSAVED, StoredLogin, refresh
from esi.errors import (
    IncompleteResponseError,
    NotRefreshableTokenError,
    SsoError,
    TokenInvalidError,
)
from tests.core.application import CHARACTER, Application


class Memory(StoredLogin):
    """Stored login that records what is written, and can fail to."""

    def __init__(self, app):
        self.stored = app.login().refresh_token
        super().__init__(id(self), CHARACTER, app.sandbox.sso.owner(CHARACTER), self.stored)
        self.calls = []
        self.failures = 0
        self.elsewhere = None
        self.written = threading.Event()

    def reload(self):
        return self.elsewhere is not None

    def set_tokens(self, tokens):
        super().set_tokens(tokens)
        self.calls.append("tokens")

    def set_claims(self, claims):
        self.calls.append(claims.name)

    def expire(self):
        self.calls.append("expired")

    def save(self):
        if self.failures:
            self.failures -= 1
            raise OSError(28, f"cannot write {self.refresh_token}")
        self.stored = self.refresh_token
        self.calls.append("saved")
        self.written.set()
        return True


@pytest.fixture
def app(esi_sandbox):
    return Application(esi_sandbox)


@pytest.fixture
def login(app, monkeypatch):
    monkeypatch.setattr(module, "_PAUSES", (0, 0))
    made = Memory(app)
    yield made
    made.failures = 0
    UNSAVED.flush()
    assert made.key not in UNSAVED._logins


def test_new_tokens_are_stored_before_verification(app, login):
    """Store the refresh token first, then the verified claims."""
    before = login.refresh_token
    refresh(login, app.sso)
    assert login.stored == login.refresh_token != before
    assert login.calls == ["tokens", "saved", "Asa Ostrand", "saved"]


def test_a_token_that_fails_verification_is_incomplete(app, login):
    """Failed verification does not end the login."""
    app.sandbox.sso.claims = {"aud": ["another", "EVE Online"]}
    with pytest.raises(IncompleteResponseError, match="failed verification"):
        refresh(login, app.sso)
    assert login.calls == ["tokens", "saved"]


def test_keys_that_cannot_be_fetched_keep_the_new_token(app, login):
    """The refresh token is stored although the access token cannot be verified."""
    app.sandbox.faults.fail(503, path="/oauth/jwks")
    with pytest.raises(SsoError):
        refresh(login, app.sso)
    assert login.stored in app.sandbox.sso._refresh_tokens


def test_another_owner_is_refused(app, login):
    """After a sale the claims are not stored, and the access token expires."""
    app.sandbox.sso.sell(CHARACTER)
    with pytest.raises(TokenInvalidError, match="another owner"):
        refresh(login, app.sso)
    assert login.calls == ["tokens", "saved", "expired", "saved"]


def test_without_a_refresh_token_nothing_is_sent(app, login):
    """Raise NotRefreshableTokenError without a request."""
    login.refresh_token = None
    with pytest.raises(NotRefreshableTokenError, match="no refresh token"):
        refresh(login, app.sso)
    assert app.sandbox.sso.refreshes == 0


def test_a_rejected_token_that_another_worker_has_refreshed(app, login):
    """If the store has a newer token, the SSO's rejection of the old one ends nothing."""
    app.sandbox.sso.end_all()
    with pytest.raises(TokenInvalidError):
        refresh(login, app.sso)
    login.elsewhere = "a newer token"
    refresh(login, app.sso)
    assert login.calls == []


@pytest.mark.parametrize("failures", [1, 2])
def test_a_write_that_fails_is_tried_again(app, login, failures):
    """One failed write of the store costs nothing."""
    login.failures = failures
    refresh(login, app.sso)
    assert login.stored in app.sandbox.sso._refresh_tokens
    assert login.key not in UNSAVED._logins


def test_a_store_that_keeps_failing(app, login, caplog):
    """The tokens stay in memory and are written once the store works; the log names no token."""
    caplog.set_level(logging.DEBUG)
    login.failures = 10_000
    refresh(login, app.sso)
    assert login.calls == ["tokens", "Asa Ostrand"]
    assert UNSAVED.newest(login) is login
    assert login.key in UNSAVED._logins
    assert f"The new tokens of character {CHARACTER} could not be stored (OSError)" in caplog.text
    assert login.refresh_token not in caplog.text
    login.failures = 0
    assert login.written.wait(60)
    assert login.stored in app.sandbox.sso._refresh_tokens


def test_an_interrupted_write_keeps_the_token_in_memory(app, login):
    """Interrupting a write loses nothing: it is finished in the background."""
    write, login.save = login.save, None

    def interrupt():
        login.save = write
        raise KeyboardInterrupt

    login.save = interrupt
    with pytest.raises(KeyboardInterrupt):
        refresh(login, app.sso)
    assert login.written.wait(60)
    assert login.stored in app.sandbox.sso._refresh_tokens


def test_the_end_of_the_process_writes_once_more(app, login):
    """Unwritten logins are written when the process ends."""
    login.failures = 6
    refresh(login, app.sso)
    UNSAVED.flush()
    assert login.stored in app.sandbox.sso._refresh_tokens
