"""Logins: how they begin and end, and how tokens stay fresh, against the sandbox's SSO."""

import os
import re
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from esi.core.config import Config
from esi.core.sso import refresh as refreshing
from esi.errors import (
    IncompleteResponseError,
    LoginFailedError,
    LoginNeededError,
    NotRefreshableTokenError,
    SsoError,
    TokenInvalidError,
)
from esi_data.auth.logins import read_callback, with_sso
from esi_data.auth.token_store import FileStore
from tests.esi_data.logging_in import ASA, ASSETS, BERO, TOKEN, WALLET, brought_back, expire, log_in
from tests.support.processes import together

ROOT = Path(__file__).parents[3]


@pytest.fixture
def logins(esi):
    return esi.logins


def only(logins):
    (login,) = logins.store.logins()
    return login


# Logging in


def test_a_login_is_kept(esi_sandbox, logins):
    """Return the character without tokens; the store has them."""
    found = log_in(esi_sandbox, logins, (WALLET, ASSETS))
    assert (found.character_id, found.name, str(found)) == (BERO, "Bero Veyl", "Bero Veyl")
    assert set(found.scopes) == {WALLET, ASSETS}
    login = only(logins)
    assert login.refresh_token
    assert login.expires_at == esi_sandbox.clock() + 1170


def test_a_login_uses_pkce_and_no_secret(esi_sandbox, esi_for, monkeypatch):
    """Logins ignore a site's secret in the environment."""
    monkeypatch.setenv("ESI_SSO_CLIENT_SECRET", "hush")
    log_in(esi_sandbox, esi_for(client_id="my-app").logins)
    (sent,) = [request for request in esi_sandbox.requests if request.path == TOKEN]
    assert "Authorization" not in sent.headers
    assert b"client_id=my-app" in sent.body
    assert b"code_verifier=" in sent.body


def test_without_a_client_id_the_error_says_how_to_get_one():
    """Without a client id the error says where to register, and with which callback address."""
    from esi_data import Esi

    with Esi("test/1") as esi:
        assert esi.config.sso_metadata_url == Config().sso_metadata_url
        with pytest.raises(LoginFailedError) as caught:
            esi.login()
    for told in ("https://developers.eveonline.com", "http://localhost:8635/callback", "client_id"):
        assert told in str(caught.value)


def test_the_callback_address_can_be_set(esi_sandbox, esi_for):
    """The configured callback address is sent in both requests."""
    logins = esi_for(callback_url="http://localhost:7777/back").logins
    attempt = logins.begin([WALLET])
    assert brought_back(esi_sandbox, attempt).startswith("http://localhost:7777/back?")
    assert "localhost%3A7777%2Fback" in attempt.url


STATE = "the-state"


@pytest.mark.parametrize(
    "address",
    [
        "http://localhost:8635/callback?code=abc&state=the-state",
        "  http://localhost:8635/callback?state=the-state&code=abc#top \n",
        "?code=abc&state=the-state",
        "code=abc&state=the-state",
    ],
)
def test_addresses_are_read_in_all_forms(address):
    """Read the whole address, with blanks, or only its query."""
    assert read_callback(address, STATE) == "abc"


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("", "not the final address of the login"),
        ("http://localhost:8635/callback", "not the final address of the login"),
        ("http://[", "not the final address of the login"),
        ("?code=abc&state=\udcff", "belongs to another login"),
        ("http://localhost:8635/callback?code=abc", "not the final address of the login"),
        ("?code=abc&state=another", "belongs to another login"),
        ("?code=abc&state=", "not the final address"),
        ("?code=abc&state=the-staté", "belongs to another login"),
        ("?error=access_denied&state=the-state", "You did not allow the login"),
        ("?error=access_denied&state=another", "belongs to another login"),
        ("?error=invalid_scope&state=the-state", "address registered"),
    ],
)
def test_wrong_addresses_are_refused(address, told):
    """Errors say what to do and do not repeat the input."""
    with pytest.raises(LoginFailedError, match=told) as caught:
        read_callback(address, STATE)
    assert "abc" not in str(caught.value)


def test_a_foreign_state_sends_nothing(esi_sandbox, logins):
    """Codes of another login are not exchanged, and that login can still complete."""
    first, second = logins.begin([WALLET]), logins.begin([WALLET])
    address = brought_back(esi_sandbox, first)
    with pytest.raises(LoginFailedError, match="another login"):
        logins.finish(second, address)
    assert not [request for request in esi_sandbox.requests if request.path == TOKEN]
    assert logins.finish(first, address).character_id == BERO


def test_a_code_works_once(esi_sandbox, logins):
    """Using a code again raises, and the first login stays."""
    attempt = logins.begin([WALLET])
    address = brought_back(esi_sandbox, attempt)
    logins.finish(attempt, address)
    with pytest.raises(TokenInvalidError):
        logins.finish(attempt, address)
    assert len(logins.characters()) == 1


def test_scopes_of_several_logins_add_up(esi_sandbox, logins):
    """Logins for more scopes replace those they cover; logins for others are added."""
    log_in(esi_sandbox, logins, (WALLET,))
    log_in(esi_sandbox, logins, (ASSETS,))
    assert len(logins.store.logins()) == 2
    (found,) = logins.characters()
    assert set(found.scopes) == {WALLET, ASSETS}
    log_in(esi_sandbox, logins, (WALLET, ASSETS))
    assert len(logins.store.logins()) == 1
    log_in(esi_sandbox, logins, (WALLET,), ASA)
    assert [one.name for one in logins.characters()] == ["Bero Veyl", "Asa Ostrand"]


def test_a_login_of_a_new_owner_ends_those_of_the_old(esi_sandbox, logins):
    """When the new owner logs in, logins of the old one are deleted."""
    log_in(esi_sandbox, logins, (WALLET, ASSETS))
    esi_sandbox.sso.sell(BERO)
    log_in(esi_sandbox, logins, (WALLET,))
    assert only(logins).scopes == (WALLET,)


def test_a_login_without_scopes_ends_by_itself(esi_sandbox, logins):
    """Without a refresh token, the login is gone when it expires."""
    log_in(esi_sandbox, logins, ())
    login = only(logins)
    assert [one.scopes for one in logins.characters()] == [()]
    expire(logins)
    assert logins.characters() == []
    with pytest.raises(NotRefreshableTokenError, match="log the character in again"):
        logins.fresh(login)


# Whose SSO


@pytest.mark.parametrize(
    ("given", "sso", "client"),
    [
        ({}, "https://login.eveonline.com/.well-known/oauth-authorization-server", None),
        (
            {"api_url": "https://esi.evetech.net/"},
            "https://login.eveonline.com/.well-known/oauth-authorization-server",
            None,
        ),
        (
            {"api_url": "http://127.0.0.1:8085"},
            "http://127.0.0.1:8085/.well-known/oauth-authorization-server",
            "esi-toolkit",
        ),
        (
            {"api_url": "https://esi.example.com/x", "sso_client_id": "mine"},
            "https://esi.example.com/.well-known/oauth-authorization-server",
            "mine",
        ),
        (
            {"api_url": "https://esi.example.com"},
            "https://esi.example.com/.well-known/oauth-authorization-server",
            None,
        ),
        (
            {"api_url": "http://127.0.0.1:8085", "sso_metadata_url": "https://sso.example.com/m"},
            "https://sso.example.com/m",
            None,
        ),
    ],
)
def test_an_api_has_its_own_sso(given, sso, client):
    """EVE's API uses EVE's SSO, others their own; only a local one accepts any client."""
    found = with_sso(replace(Config(sso_metadata_url=""), **given))
    assert (found.sso_metadata_url, found.sso_client_id) == (sso, client)


def test_a_token_of_one_api_never_reaches_another(
    esi_sandbox, esi_sandbox_factory, esi_for, logins
):
    """Logins at one API are unknown at another, and no token is sent there."""
    log_in(esi_sandbox, logins)
    other = esi_sandbox_factory()
    there = esi_for(api_url=other.url)
    assert there.logins.characters() == []
    with pytest.raises(LoginNeededError):
        there.pull("get_characters_character_id_wallet", character=BERO)
    assert not [request for request in other.requests if "Authorization" in request.headers]


def test_the_application_is_kept_with_the_login(esi_sandbox, esi_for):
    """Later runs need not name it; one that names another has logins of its own."""
    log_in(esi_sandbox, esi_for(client_id="my-app").logins)
    later, other = esi_for().logins, esi_for(client_id="other-app").logins
    later.config = lambda: replace(esi_for().config, sso_client_id=None)
    expire(later)
    (login,) = later.stored()
    assert later.fresh(login).client_id == "my-app"
    assert other.stored() == []


# Keeping tokens fresh

ASKER = """
import sys
from esi.core.config import Config
from esi_data.auth.logins import Logins, with_sso
import time
config = with_sso(Config.from_env(defaults=Config(sso_metadata_url="")))
logins = Logins(lambda: config, now=time.time, user_agent="test/1")
(login,) = logins.stored()
assert logins.expired(login)
print("ready", flush=True)
sys.stdin.readline()
print(logins.fresh(login).access_token, flush=True)
"""


def environment(sandbox, logins):
    return os.environ | {
        "ESI_API_URL": sandbox.url,
        "ESI_LOGIN_DIR": str(logins.store.folder),
    }


@pytest.mark.large
def test_ten_processes_make_one_refresh(esi_sandbox, logins):
    """Ten processes with one expired token send one request and share its result."""
    log_in(esi_sandbox, logins)
    expire(logins)
    command = [sys.executable, "-c", ASKER]
    with together(*[command] * 10, env=environment(esi_sandbox, logins), cwd=ROOT) as workers:
        ended = [worker.end() for worker in workers]
    assert [each.returncode for each in ended] == [0] * 10
    got = {each.stdout.strip() for each in ended}
    assert (esi_sandbox.sso.refreshes, esi_sandbox.sso.rotations) == (1, 1)
    assert got == {only(logins).access_token}
    expire(logins)  # and the token that was kept is the one that lives
    logins.fresh(only(logins))
    assert esi_sandbox.sso.rotations == 2


def test_threads_that_compete_make_one_refresh(esi_sandbox, logins):
    """Time after time four threads want a fresh token: one request each time, none is lost."""
    log_in(esi_sandbox, logins)
    for number in range(1, 26):
        expire(logins)
        login = only(logins)
        threads = [threading.Thread(target=logins.fresh, args=(login,)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert (esi_sandbox.sso.refreshes, esi_sandbox.sso.rotations) == (number, number)


def test_a_valid_token_is_not_refreshed(esi_sandbox, logins):
    """No request is sent before the expiry, and one after it."""
    log_in(esi_sandbox, logins)
    login = only(logins)
    assert logins.fresh(login) == login
    esi_sandbox.clock.advance(1171)
    assert logins.fresh(login).access_token != login.access_token
    assert esi_sandbox.sso.refreshes == 1


@pytest.mark.parametrize(
    "fault",
    [
        lambda faults: faults.fail(503, path=TOKEN),
        lambda faults: faults.fail(429, path=TOKEN, headers={"Retry-After": "7"}),
        lambda faults: faults.fail(400, path=TOKEN, body='{"error": "temporarily_unavailable"}'),
        lambda faults: faults.fail(401, path=TOKEN, body='{"error": "invalid_client"}'),
        lambda faults: faults.fail(503, path=TOKEN, body='{"error": "invalid_grant"}'),
        lambda faults: faults.not_json(path=TOKEN),
        lambda faults: faults.drop(path=TOKEN),
    ],
    ids=["503", "429", "unavailable", "client", "503 grant", "html", "dropped"],
)
def test_a_failing_sso_ends_no_login(esi_sandbox, logins, fault):
    """If the SSO fails, the login is kept and the next try succeeds."""
    log_in(esi_sandbox, logins)
    expire(logins)
    before = only(logins)
    fault(esi_sandbox.faults)
    with pytest.raises(IncompleteResponseError):
        logins.fresh(before)
    assert only(logins) == before
    assert logins.fresh(before).access_token != before.access_token


@pytest.mark.parametrize("word", ["invalid_grant", "invalid_token", "invalid_scope"])
def test_a_rejected_refresh_token_ends_the_login(esi_sandbox, logins, word):
    """Delete only this login; the error has the call that logs in again."""
    log_in(esi_sandbox, logins)
    log_in(esi_sandbox, logins, character=ASA)
    expire(logins)
    esi_sandbox.faults.fail(400, path=TOKEN, body=f'{{"error": "{word}"}}')
    login = next(each for each in logins.stored() if each.character_id == BERO)
    with pytest.raises(TokenInvalidError, match=rf'Bero Veyl.*esi.login\(\["{WALLET}"\]\)'):
        logins.fresh(login)
    assert [one.character_id for one in logins.characters()] == [ASA]


def test_a_sold_character_ends_its_login(esi_sandbox, logins):
    """After a sale the login is deleted and the new token not used."""
    log_in(esi_sandbox, logins)
    expire(logins)
    esi_sandbox.sso.sell(BERO)
    with pytest.raises(TokenInvalidError, match="another owner"):
        logins.fresh(only(logins))
    assert logins.store.logins() == []


def test_a_rotated_token_is_stored_before_verification(esi_sandbox, logins):
    """While the keys cannot be had the token is not used; its refresh token is not lost."""
    log_in(esi_sandbox, logins)
    expire(logins)
    before = only(logins)
    esi_sandbox.sso.new_keys()
    esi_sandbox.faults.fail(503, path="/oauth/jwks", times=None)
    with pytest.raises(SsoError):
        logins.fresh(before)
    kept = only(logins)
    assert kept.refresh_token != before.refresh_token
    assert logins.expired(kept)
    esi_sandbox.faults.clear()
    esi_sandbox.clock.advance(301)  # the cool-down after keys were asked for
    assert not logins.expired(logins.fresh(kept))
    assert esi_sandbox.sso.rotations == 2


def test_a_token_that_fails_verification_is_not_used(esi_sandbox, logins):
    """If the new access token fails verification, the login is kept."""
    log_in(esi_sandbox, logins)
    expire(logins)
    esi_sandbox.sso.claims = {"aud": ["another", "EVE Online"]}
    with pytest.raises(IncompleteResponseError, match="failed verification"):
        logins.fresh(only(logins))
    esi_sandbox.sso.claims = {}
    assert not logins.expired(logins.fresh(only(logins)))


def test_a_full_disk_fails_before_the_refresh(esi_sandbox, logins, monkeypatch):
    """No request is sent if its result could not be stored."""
    log_in(esi_sandbox, logins)
    expire(logins)

    def full(_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", full)
        with pytest.raises(OSError, match="No space left"):
            logins.fresh(only(logins))
    assert esi_sandbox.sso.refreshes == 0
    assert not logins.expired(logins.fresh(only(logins)))


@pytest.mark.parametrize("failures", [1, 2, 1000])
def test_a_disk_that_fails_after_the_sso_has_answered(esi_sandbox, logins, monkeypatch, failures):
    """The token is written again, and used from memory until that succeeds."""
    monkeypatch.setattr(refreshing, "_PAUSES", (0, 0))
    monkeypatch.setattr(refreshing.threading.Thread, "start", lambda _: None)
    log_in(esi_sandbox, logins)
    expire(logins)
    login, left = only(logins), [0]
    sso, write = logins._sso(login.client_id), FileStore._write
    ask = sso.refresh

    def asked(*args, **how):
        left[0] = failures
        return ask(*args, **how)

    def fail(self, found):
        if left[0]:
            left[0] -= 1
            raise OSError(28, "No space left on device")
        write(self, found)

    monkeypatch.setattr(sso, "refresh", asked)
    monkeypatch.setattr(FileStore, "_write", fail)
    access = logins.fresh(login).access_token
    assert logins.fresh(only(logins)).access_token == access
    assert esi_sandbox.sso.rotations == 1
    left[0] = 0
    refreshing.UNSAVED.flush()
    assert only(logins).access_token == access
    assert only(logins).refresh_token in esi_sandbox.sso._refresh_tokens


@pytest.mark.parametrize("ahead", [1500, 86_400, -1500, -86_400])
def test_a_wrong_clock_of_the_computer(esi_sandbox, logins, caplog, ahead):
    """Logins and refreshes work by the SSO's clock, and the log names the wrong one."""
    right = logins._now
    logins._now = lambda: right() + ahead
    character = log_in(esi_sandbox, logins)
    told = re.search(r"clock is (\d+) s (ahead of|behind) the SSO's", caplog.text)
    assert int(told[1]) == pytest.approx(abs(ahead), abs=60)
    assert told[2] == ("ahead of" if ahead > 0 else "behind")
    login = only(logins)
    assert not logins.expired(login)
    expire(logins)
    assert not logins.expired(logins.fresh(only(logins)))
    assert logins.characters() == [character]


def test_a_refresh_by_another_machine_is_used(esi_sandbox, logins, monkeypatch):
    """Of two machines on one network folder, the slower one uses the tokens of the faster."""
    log_in(esi_sandbox, logins)
    expire(logins)
    login = only(logins)
    sso = logins._sso(login.client_id)
    ask = sso.refresh

    def slowly(token, **how):
        there = ask(token, **how)  # the other machine was faster
        theirs = replace(
            login,
            access_token=there.access_token,
            refresh_token=there.refresh_token,
            expires_at=esi_sandbox.clock() + 1000,
        )
        logins.store.put(theirs)
        return ask(token, **how)

    monkeypatch.setattr(sso, "refresh", slowly)
    found = logins.fresh(login)
    assert found == only(logins)
    assert found.refresh_token != login.refresh_token


def test_waiting_for_another_process_times_out(esi_sandbox, logins, monkeypatch):
    """Waiting for another process times out, and the login is kept."""
    log_in(esi_sandbox, logins)
    expire(logins)
    login = only(logins)
    with (
        logins.store.lock(login.key, 1),
        pytest.raises(SsoError, match="Another process"),
        logins.store.lock(login.key, 0),
    ):
        raise AssertionError
    assert only(logins) == login


# Logging out


def test_a_logout_ends_the_tokens_at_the_sso(esi_sandbox, esi):
    """Logging out revokes the refresh token."""
    log_in(esi_sandbox, esi.logins, (WALLET,))
    log_in(esi_sandbox, esi.logins, (ASSETS,))
    tokens = [login.refresh_token for login in esi.logins.store.logins()]
    esi.logout("bero veyl")
    assert len(esi.characters()) == 0
    for token in tokens:
        with pytest.raises(TokenInvalidError):
            esi.logins._sso("esi-toolkit").refresh(token)


def test_a_logout_while_the_sso_fails(esi_sandbox, esi):
    """If the SSO fails, the login is kept, and a note says how to delete it locally."""
    log_in(esi_sandbox, esi.logins)
    token = only(esi.logins).refresh_token
    esi_sandbox.faults.fail(503, path="/v2/oauth/revoke")
    with pytest.raises(SsoError) as caught:
        esi.logout(BERO)
    assert "revoke=False" in "".join(caught.value.__notes__)
    assert len(esi.characters()) == 1
    esi.logout(BERO, revoke=False)
    assert len(esi.characters()) == 0
    esi.logins._sso("esi-toolkit").refresh(token)  # it lives on


def test_several_are_logged_out_at_once(esi_sandbox, esi):
    """Log out a list of names and ids."""
    log_in(esi_sandbox, esi.logins)
    log_in(esi_sandbox, esi.logins, character=ASA)
    esi.logout(["Asa Ostrand", BERO])
    assert len(esi.characters()) == 0


def test_only_logged_in_characters_can_log_out(esi_sandbox, esi):
    """The error lists the logged-in characters."""
    log_in(esi_sandbox, esi.logins)
    with pytest.raises(LoginNeededError, match=r"is not logged in\. Logged in: Bero Veyl\."):
        esi.logout("Nobody")


def test_a_refresh_after_a_logout(esi_sandbox, logins):
    """If another notebook logged the character out, the error says so."""
    log_in(esi_sandbox, logins)
    expire(logins)
    login = only(logins)
    logins.forget(BERO)
    with pytest.raises(TokenInvalidError, match="logged out meanwhile"):
        logins.fresh(login)


def test_characters_is_a_frame(esi_sandbox, esi):
    """Return one row per character, with the same types if there is none."""
    empty = esi.characters()
    log_in(esi_sandbox, esi.logins, (WALLET,))
    log_in(esi_sandbox, esi.logins, (ASSETS,))
    found = esi.characters()
    assert list(empty.dtypes) == list(found.dtypes)
    (row,) = found.to_dict("records")
    assert row["name"] == "Bero Veyl"
    assert row["scopes"] == f"{WALLET}, {ASSETS}"
    assert row["expires"].timestamp() == pytest.approx(esi_sandbox.clock() + 1170, abs=0.01)
    assert row["renewable"]
