"""No token leaks: everything that people or programs can see is searched for the tokens' texts."""

import logging

import pytest
from django.contrib.admin.models import LogEntry
from django.core.cache.backends.locmem import LocMemCache
from django.core.serializers import serialize
from django.urls import reverse

from esi.core.sso.messages import Secret, TokenResponse
from esi.errors import DjangoEsiException
from esi.models import CallbackRedirect, Token
from tests.django_app.conftest import CHIEF, WALLET, Browser

TOKEN = "/v2/oauth/token"
SESSION = "0123456789abcdefghijklmnopqrstuv"  # the key of a session is as good as a password


class Secrets:
    """All texts that must not be seen; grows as tokens are made."""

    def __init__(self, site):
        self.site = site

    def texts(self):
        sso = self.site.sso
        known = {*sso._refresh_tokens, *self.site._api.tokens, "hush"}
        for token in Token.objects.all():
            known |= {token.access_token, token.refresh_token}
        return known - {None, ""}

    def absent(self, text, where):
        for secret in self.texts():
            # A part is as bad: the signature of a JWT, or what a truncated repr shows.
            for part in {secret, secret[:40], secret[-40:]}:
                assert len(part) < 4 or part not in text, f"a token is in {where}"


@pytest.fixture
def secrets(sso_site, db):
    return Secrets(sso_site)


@pytest.fixture
def log(caplog):
    """Log of all libraries at level DEBUG."""
    caplog.set_level(logging.DEBUG)
    for name in ("esi", "esi.core", "urllib3", "requests_oauthlib", "oauthlib", "django", "celery"):
        caplog.set_level(logging.DEBUG, logger=name)
    return caplog


@pytest.fixture
def admin(admin_user, sso_site):
    browser = Browser()
    browser.force_login(admin_user)
    return browser


FAULTS = {
    "none": lambda site: None,
    "ill": lambda site: site.faults.fail(503, path=TOKEN),
    "dropped": lambda site: site.faults.drop(path=TOKEN),
    "html": lambda site: site.faults.not_json(path=TOKEN),
    "ended": lambda site: site.sso.end_all(),
    "sold": lambda site: site.sso.sell(CHIEF),
    "echo": lambda site: site.faults.fail(
        400, path=TOKEN, body='{"error": "' + next(iter(site.sso._refresh_tokens)) + '"}'
    ),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_logs_and_errors(make_token, sso_site, secrets, log, fault):
    """Refreshing, whatever becomes of it."""
    token = make_token(expired=True)
    fault(sso_site)
    for action in (token.valid_access_token, token.refresh_or_delete):
        try:
            action()
        except DjangoEsiException as exc:
            secrets.absent(f"{exc!r} {exc}", "an error")
    Token.objects.all().require_valid()
    secrets.absent(log.text, "the log")
    secrets.absent("".join(repr(record.args) for record in log.records), "the log's arguments")


def test_the_log_of_a_login_and_a_call(browser, secrets, log):
    """From the first page to the API's answer."""
    assert browser.visit("/wallet/").status_code == 200
    assert log.records
    secrets.absent(log.text, "the log")
    secrets.absent("".join(browser.trail), "an address")


def test_reprs(make_token, secrets):
    """Objects in a shell, a list or a log."""
    token = make_token()
    login = CallbackRedirect(session_key=SESSION, state="the-state", token=token)
    grant = TokenResponse(Secret(token.access_token), Secret(token.refresh_token))
    for thing in (token, login, grant, [grant], Token.objects.all(), token.get_esi_client()):
        secrets.absent(f"{thing!r} {thing}", "a repr")
    assert "the-state" not in f"{login!r} {login}"
    assert SESSION[:9] not in f"{login!r} {login}"


@pytest.mark.parametrize("page", ["changelist", "change", "delete", "history"])
@pytest.mark.parametrize("model", ["token", "scope", "callbackredirect"])
def test_admin_pages(admin, make_token, user, secrets, page, model):
    """Every page of every model; sessions and states are not shown either."""
    token = make_token(user=user)
    login = CallbackRedirect.objects.create(
        session_key=SESSION, state="the-state", token=token, url="/the-page/"
    )
    things = {"token": token, "scope": token.scopes.get(), "callbackredirect": login}
    arguments = [] if page == "changelist" else [things[model].pk]
    response = admin.get(reverse(f"admin:esi_{model}_{page}", args=arguments))
    assert response.status_code == 200
    html = response.content.decode()
    assert {"token": "Asa Ostrand", "scope": WALLET, "callbackredirect": "/the-page/"}[
        model
    ] in html
    secrets.absent(html, "an admin page")
    assert SESSION[:9] not in html
    assert "the-state" not in html


def test_admin_makes_no_tokens(admin):
    """They come from the SSO."""
    assert admin.get(reverse("admin:esi_token_add")).status_code == 403
    assert admin.get(reverse("admin:esi_callbackredirect_add")).status_code == 403


def test_admin_changes_no_secrets(admin, make_token, user):
    """Saving the form changes no token, whatever is posted."""
    token = make_token(user=user)
    url = reverse("admin:esi_token_change", args=[token.pk])
    sent = {"user": "", "access_token": "evil", "refresh_token": "evil", "character_id": "1"}
    assert admin.post(url, sent).status_code == 302
    kept = Token.objects.get(pk=token.pk)
    assert kept.user is None
    assert (kept.access_token, kept.refresh_token, kept.character_id) == (
        token.access_token, token.refresh_token, CHIEF,
    )  # fmt: skip


def test_the_admins_log(admin, make_token, secrets):
    """Deletions are logged by the admin without tokens."""
    token = make_token()
    texts = Secrets(secrets.site).texts()
    admin.post(reverse("admin:esi_token_delete", args=[token.pk]), {"post": "yes"})
    entry = LogEntry.objects.get()
    shown = f"{entry} {entry.object_repr} {entry.change_message}"
    assert "Asa Ostrand" in shown
    assert not any(text in shown for text in texts)


def test_admin_searches(admin, make_token, secrets):
    """By name, id, user and scope; a token's text finds nothing."""
    token = make_token()
    url = reverse("admin:esi_token_changelist")
    for text in ("Ostrand", CHIEF, WALLET):
        assert "1 token" in admin.get(url, {"q": text}).content.decode()
    assert "0 tokens" in admin.get(url, {"q": token.refresh_token[:8]}).content.decode()


@pytest.mark.parametrize("debug", [True, False])
@pytest.mark.parametrize("fault", ["none", "dropped", "html", "ended"])
def test_error_pages(make_token, user, sso_site, secrets, settings, error_mails, debug, fault):
    """Django's own page with all frames and settings, and the mail to the admins."""
    settings.DEBUG = debug
    token = make_token(user=user)
    browser = Browser(raise_request_exception=False)
    browser.force_login(user)
    if fault != "none":
        Token.objects.update(created="2001-01-01T00:00:00Z")
    known = Secrets(sso_site).texts()
    FAULTS[fault](sso_site)
    CallbackRedirect.objects.create(
        session_key=browser.session.session_key, state="s", token=token, url="/broken/"
    )
    response = browser.get("/broken/")
    assert response.status_code == 500
    assert debug or error_mails()
    seen = response.content.decode() + error_mails()
    assert not any(text in seen for text in known - {"hush"})
    secrets.absent(seen.replace("hush", "") if debug else seen, "an error page")


def test_cache_keys_and_values(browser, secrets, monkeypatch):
    """No token is in the site's cache."""
    kept = []
    for name in ("set", "add"):
        method = getattr(LocMemCache, name)

        def noting(self, key, value, *args, method=method, **kwargs):
            kept.append(f"{key} {value!r}")
            return method(self, key, value, *args, **kwargs)

        monkeypatch.setattr(LocMemCache, name, noting)
    browser.visit("/wallet/")
    Token.objects.update(created="2001-01-01T00:00:00Z")
    Token.objects.all().require_valid()
    assert len(kept) > 2
    secrets.absent(" ".join(kept), "the cache")


def test_the_session_holds_no_token(browser, secrets):
    """Sessions may live in cookies."""
    browser.visit("/wallet/")
    secrets.absent(repr(dict(browser.session)), "the session")


def test_pages_of_the_app(browser, user, make_token, secrets):
    """No token is in the select page and in pages of failed logins."""
    make_token(user=user)
    browser.force_login(user)
    secrets.absent(browser.get("/wallet/").content.decode(), "the page of tokens")
    secrets.absent(browser.get("/sso/callback/").content.decode(), "the page of a failed login")


def test_dumps_say_what_they_hold(make_token):
    """`dumpdata` contains tokens, since it is a backup (see SECURITY.md)."""
    token = make_token()
    assert token.refresh_token in serialize("json", [token])
