"""Test a site's store of tokens: failures, rollbacks, and concurrent use."""

import json
import logging
import threading
import time
from datetime import timedelta

import pytest
from django.db import OperationalError, connection, transaction
from django.test import Client
from django.utils import timezone

from esi import renewal
from esi.core.sso import refresh as core
from esi.core.sso.refresh import UNSAVED
from esi.errors import IncompleteResponseError, TokenInvalidError
from esi.models import CallbackRedirect, Token
from esi.sso import sso
from tests.django_app.conftest import CHIEF, WALLET
from tests.django_app.tokens.test_concurrency import FILL

LEASE = "refresh of token {}"


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch):
    monkeypatch.setattr(core, "_PAUSES", (0, 0))


@pytest.fixture
def refusing():
    """Provide a switch that makes the next writes of tokens fail, as a database that has gone."""
    left = [0]

    def refuse(execute, sql, params, many, context):
        if left[0] and sql.startswith(('UPDATE "esi_token"', "UPDATE `esi_token`")):
            left[0] -= 1
            raise OperationalError("server closed the connection unexpectedly")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        yield left


def alive(site, token):
    return Token.objects.get(pk=token.pk).refresh_token in site.sso._refresh_tokens


# Writes that fail


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("failures", [1, 2])
def test_a_database_that_fails_for_a_moment(make_token, sso_site, refusing, failures):
    """One failed write costs nothing."""
    token = make_token(expired=True)
    refusing[0] = failures
    assert token.valid_access_token()
    assert alive(sso_site, token)


def test_a_database_that_refuses_writes(make_token, sso_site, refusing):
    """The SSO is not asked, so that nothing is lost."""
    token = make_token(expired=True)
    refusing[0] = 1000
    with pytest.raises(IncompleteResponseError, match=r"database failed \(OperationalError\)"):
        token.refresh()
    assert sso_site.sso.refreshes == 0
    assert alive(sso_site, token)


@pytest.mark.django_db(transaction=True)
def test_a_database_that_fails_after_the_sso_has_answered(
    make_token, sso_site, refusing, monkeypatch, caplog
):
    """The process uses the new token from its memory, and writes it once the database works."""
    monkeypatch.setattr(core.threading.Thread, "start", lambda _: None)
    token = make_token(expired=True)
    ask = sso.refresh

    def asked(*args, **kwargs):
        found = ask(*args, **kwargs)
        refusing[0] = 1000
        return found

    monkeypatch.setattr(sso, "refresh", asked)
    access = token.valid_access_token()
    assert not alive(sso_site, token)
    assert f"The new tokens of character {CHIEF} could not be stored" in caplog.text
    assert access not in caplog.text
    assert Token.objects.get(pk=token.pk).valid_access_token() == access
    assert sso_site.sso.refreshes == 1
    refusing[0] = 0
    UNSAVED.flush()
    assert alive(sso_site, token)
    assert Token.objects.get(pk=token.pk).access_token == access


@pytest.mark.django_db(transaction=True)
def test_a_login_that_cannot_be_stored(sso_site, user, settings):
    """The error of the database, which may contain the tokens, is replaced."""
    import requests

    back = requests.get(sso.authorization_url([WALLET], "s"), allow_redirects=False, timeout=60)
    code = back.headers["Location"].split("code=")[1].split("&")[0]

    def refuse(execute, sql, params, many, context):
        if sql.startswith("INSERT") and "esi_token" in sql:
            raise OperationalError(f"Failing row contains {params}")
        return execute(sql, params, many, context)

    with (
        connection.execute_wrapper(refuse),
        pytest.raises(IncompleteResponseError, match="could not be stored") as caught,
    ):
        Token.objects.create_from_code(code, user)
    assert "Failing row" not in str(caught.value)
    assert caught.value.__cause__ is caught.value.__context__ is None


# Transactions


@pytest.mark.django_db(transaction=True)
def test_no_transaction_is_open_while_the_sso_is_asked(make_token, monkeypatch):
    """A database may end sessions that are idle in a transaction, and a row is not locked."""
    token = make_token(expired=True)
    ask, open_ = sso.refresh, []
    monkeypatch.setattr(
        sso, "refresh", lambda *a, **k: (open_.append(connection.in_atomic_block), ask(*a, **k))[1]
    )
    token.refresh()
    assert open_ == [False]


BUSY = """
import django; django.setup()
import sqlite3
from django.conf import settings
from esi.models import Token
from esi.sso import sso
ask = sso.refresh

def asked(*args, **kwargs):
    other = sqlite3.connect(settings.DATABASES["default"]["NAME"], timeout=60)
    other.execute("UPDATE django_content_type SET model = model")
    other.commit()
    other.close()
    return ask(*args, **kwargs)

sso.refresh = asked
token = Token.objects.get()
token.refresh()
print(Token.objects.get().refresh_token == token.refresh_token)
"""

UNDONE = """
import django; django.setup()
from django.db import transaction
from esi.core.sso.refresh import UNSAVED
from esi.models import Token

with transaction.atomic():
    Token.objects.filter().update(character_name="Changed")
    token = Token.objects.get()
    access = token.valid_access_token()
    assert Token.objects.get().access_token == access
    transaction.set_rollback(True)
if UNSAVED._thread:
    UNSAVED._thread.join(60)
kept = Token.objects.get()
print(kept.refresh_token == token.refresh_token, kept.access_token == access)
"""


def filled(database, name, site, manage_all):
    """Make a database with one expired token; return its environment."""
    database.create(name)
    where = database.environment(name)
    granted = site.sso.grant(CHIEF, [WALLET], client_id="my-site")
    row = {
        "access_token": granted["access_token"],
        "refresh_token": granted["refresh_token"],
        "character_id": CHIEF,
        "character_owner_hash": site.sso.owner(CHIEF),
    }
    expire = "import django; django.setup()\nfrom esi.models import Token\n"
    expire += "Token.objects.update(created='2001-01-01T00:00:00Z')"
    manage_all(where, ("migrate", "--no-input"), ("-c", FILL, json.dumps([row])), ("-c", expire))
    return where


def test_another_connection_writes_while_the_sso_is_asked(sqlite, esi_sandbox, manage_all, manage):
    """SQLite refuses a transaction that has read before somebody else's write."""
    where = filled(sqlite, "busy", esi_sandbox, manage_all)
    assert manage(where, "-c", BUSY).stdout == "True\n"


@pytest.mark.parametrize("engine", ["sqlite", "postgres", "mariadb"])
def test_a_transaction_that_has_changed_the_row_is_undone(
    engine, request, esi_sandbox, manage_all, manage
):
    """Only the caller's transaction can write the row; after its rollback the token is written."""
    where = filled(request.getfixturevalue(engine), "undone", esi_sandbox, manage_all)
    assert manage(where, "-c", UNDONE).stdout == "True True\n"
    assert esi_sandbox.sso.rotations == 1


REPLICA = """
import django, os
from django.conf import settings

class Router:
    def db_for_read(self, model, **hints):
        return "replica"
    def db_for_write(self, model, **hints):
        return "default"
    def allow_relation(self, one, other, **hints):
        return True

name = settings.DATABASES["default"]["NAME"]
settings.DATABASES["replica"] = {
    **settings.DATABASES["default"], "NAME": f"file:{name}?mode=ro", "OPTIONS": {"uri": True}
}
settings.DATABASE_ROUTERS = [Router()]
django.setup()
from esi.models import Scope, Token

def expired():
    Token.objects.using("default").update(created="2001-01-01T00:00:00Z")
    return Token.objects.get()

assert expired()._state.db == "replica"
expired().valid_access_token()
expired().refresh_or_delete()
expired().update_token_data()
assert list(Token.objects.filter(pk=expired().pk).require_valid())
token = expired()
token.refresh_token = None
token.save()
token.refresh_or_delete()
print(Token.objects.using("default").count(), len(Scope.objects.named(["esi-new.v1"])))
"""


def test_writes_go_to_the_database_that_the_router_names(sqlite, esi_sandbox, manage_all, manage):
    """Reads may come from a replica, to which nobody can write."""
    where = filled(sqlite, "primary", esi_sandbox, manage_all)
    assert manage(where, "-c", REPLICA).stdout == "0 1\n"


# One worker at a time


def test_a_lease_is_given_back(make_token):
    """The table of pending logins is as it was, also after a failure."""
    token = make_token(expired=True)
    token.refresh()
    assert not CallbackRedirect.objects.exists()


def test_a_lease_of_another_worker_in_a_transaction(make_token, sso_site):
    """Waiting in a transaction could keep the other worker from writing."""
    token = make_token(expired=True)
    CallbackRedirect.objects.create(session_key=LEASE.format(token.pk), state="another")
    with pytest.raises(IncompleteResponseError, match="Another worker is refreshing"):
        token.refresh()
    assert sso_site.sso.refreshes == 0


def test_a_lease_of_a_killed_worker_expires(make_token, settings):
    """After a minute another worker takes over."""
    settings.ESI_REQUESTS_READ_TIMEOUT = 30  # the default: a lease outlives its request
    token = make_token(expired=True)
    CallbackRedirect.objects.create(session_key=LEASE.format(token.pk), state="killed")
    CallbackRedirect.objects.update(created=timezone.now() - timedelta(minutes=1))
    token.refresh()
    assert not token.expired
    assert not CallbackRedirect.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_worker_waits_for_the_lease_of_another(make_token, sso_site, monkeypatch):
    """It then finds the new token, and sends nothing."""
    token = make_token(expired=True)
    ask, sleep, waits = sso.refresh, time.sleep, threading.Event()

    def pause(seconds):
        waits.set()
        sleep(seconds)  # else its attempts are over before the database is free

    monkeypatch.setattr(renewal.time, "sleep", pause)

    def wait():
        mine = Token.objects.get(pk=token.pk)
        mine.refresh()
        found.append(mine.access_token)
        connection.close()

    found, other = [], threading.Thread(target=wait)

    def asked(*args, **kwargs):
        other.start()
        assert waits.wait(60)
        return ask(*args, **kwargs)

    monkeypatch.setattr(sso, "refresh", asked)
    token.refresh()
    other.join()
    assert found == [token.access_token]
    assert sso_site.sso.refreshes == 1


# Owners


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("is_sold", [True, False])
def test_nobody_can_use_a_token_before_it_is_verified(make_token, sso_site, monkeypatch, is_sold):
    """Until then another worker finds the expired one, with the new refresh token."""
    token = make_token(expired=True)
    before = token.access_token, token.refresh_token
    if is_sold:
        sso_site.sso.sell(CHIEF)
    verify, seen = sso.verify, []

    def slowly(text, **kwargs):
        row = Token.objects.get(pk=token.pk)
        seen.append((row.expired, row.access_token == before[0], row.refresh_token == before[1]))
        return verify(text, **kwargs)

    monkeypatch.setattr(sso, "verify", slowly)
    if is_sold:
        with pytest.raises(TokenInvalidError, match="another owner"):
            token.refresh()
    else:
        token.refresh()
    assert seen == [(True, True, False)]
    assert Token.objects.get(pk=token.pk).expired is is_sold


def test_a_valid_token_of_a_sold_character_expires(make_token, sso_site):
    """Asked to refresh although the old access token is still valid, it ends that one, too."""
    token = make_token()
    sso_site.sso.sell(CHIEF)
    with pytest.raises(TokenInvalidError, match="another owner"):
        token.refresh()
    assert token.expired
    assert Token.objects.get(pk=token.pk).expired


# Secrets


@pytest.mark.django_db(transaction=True)
def test_statements_in_the_log_hide_tokens(make_token, settings, caplog):
    """While DEBUG is on, Django logs statements and keeps them with their parameters."""
    settings.DEBUG = True
    caplog.set_level(logging.DEBUG, logger="django.db.backends")
    connection.queries_log.clear()
    token = make_token(expired=True)
    old = token.refresh_token
    token.refresh()
    token.save()
    seen = caplog.text + repr(connection.queries) + "".join(map(repr, caplog.records))
    assert "esi_token" in seen
    assert not [text for text in (old, token.refresh_token, token.access_token) if text in seen]


def test_tokens_from_the_database_have_no_repr(make_token):
    """They are texts all the same."""
    token = Token.objects.get(pk=make_token().pk)
    assert (repr(token.access_token), repr(token.refresh_token)) == ("'***'", "'***'")
    assert json.loads(json.dumps(token.access_token)) == str(token.access_token)


def test_migrations_see_plain_columns():
    """The field of tokens needs no migration of its own."""
    for name in ("access_token", "refresh_token"):
        assert Token._meta.get_field(name).deconstruct()[1] == "django.db.models.TextField"


@pytest.mark.django_db(transaction=True)
def test_the_error_page_of_a_database_that_refuses(make_token, user, settings, sso_site):
    """No frame shows the parameters of a statement that failed."""
    settings.DEBUG = True
    token = make_token(user=user)
    browser = Client(raise_request_exception=False)
    browser.force_login(user)
    CallbackRedirect.objects.create(
        session_key=browser.session.session_key, state="s", token=token, url="/broken/"
    )
    Token.objects.update(created="2001-01-01T00:00:00Z")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "CREATE TRIGGER full BEFORE UPDATE ON esi_token "
            "BEGIN SELECT RAISE(FAIL, 'disk full'); END"
        )
    try:
        response = browser.get("/broken/")
    finally:
        connection.cursor().execute("DROP TRIGGER full")
    page = response.content.decode()
    assert response.status_code == 500
    assert "the database failed" in page
    known = {*sso_site.sso._refresh_tokens, *sso_site._api.tokens}
    assert not [text for text in known if text in page]


# Names of the 5.x line


def test_validate_access_token(make_token, sso_site):
    """Return the claims with the character, or None for a token that is not valid."""
    token = make_token(scopes=(WALLET,))
    found = Token.objects.validate_access_token(token.access_token)
    assert (found["character_id"], found["token_type"], found["scp"]) == (
        CHIEF,
        "character",
        WALLET,
    )
    assert found["owner"] == token.character_owner_hash
    assert Token.get_token_data(token.access_token) == found
    sso_site.sso.claims["exp"] = 1
    for bad in ("", "x", token.access_token[:-8], make_token().access_token):
        assert Token.objects.validate_access_token(bad) is None
        assert Token.get_token_data(bad) is None


def test_names_that_programs_look_up():
    """They import them from these modules, or patch them there."""
    import requests
    from requests.auth import HTTPBasicAuth
    from requests_oauthlib import OAuth2Session

    from esi import clients, errors, managers, models

    assert models.esi_client_factory is clients.esi_client_factory
    assert models.requests is managers.requests is requests
    assert models.OAuth2Session is managers.OAuth2Session is OAuth2Session
    assert models.HTTPBasicAuth is HTTPBasicAuth
    assert managers.TokenError is errors.TokenError
    assert Token._meta.get_field("token_type").choices == Token.TOKEN_TYPE_CHOICES
    assert (Token.TOKEN_TYPE_CHARACTER, Token.TOKEN_TYPE_CORPORATION) == (
        "character", "corporation",
    )  # fmt: skip
    assert type(Token.objects.get_queryset()) is managers.TokenQueryset
