"""Tokens and logins in the admin."""

import re

import pytest
from django.contrib.admin import site
from django.contrib.admin.utils import display_for_value
from django.db import connection
from django.test import Client
from django.urls import reverse

from esi.models import CallbackRedirect, Scope, Token


@pytest.fixture
def admin(admin_user, sso_site):
    """Browser of a superuser."""
    browser = Client()
    browser.force_login(admin_user)
    return browser


def test_the_list_of_tokens_has_room_for_the_state(admin, make_token, user):
    """Twenty scopes are a number there, and their names are on the token's page."""
    token = make_token(user=user)
    names = [f"esi-some.read_{number}.v1" for number in range(20)]
    token.scopes.set([Scope.objects.create(name=name, help_text="x") for name in names])
    html = admin.get(reverse("admin:esi_token_changelist")).content.decode()
    assert re.search(r'field-scope_count">\s*20\s*<', html)
    assert re.search(r'field-state">\s*valid\s*<', html)
    html = admin.get(reverse("admin:esi_token_change", args=[token.pk])).content.decode()
    assert ", ".join(sorted(names)) in html


def test_times_have_the_same_format(admin, make_token, user):
    """`expires` is formatted like `created`, in the site's format and time zone."""
    token = make_token(user=user)
    html = admin.get(reverse("admin:esi_token_change", args=[token.pk])).content.decode()
    shown = [
        re.search(rf'field-{name}">.*?readonly">(.*?)<', html, re.DOTALL)[1]
        for name in ("created", "expiry")
    ]
    assert shown == [display_for_value(time, "-") for time in (token.created, token.expires)]


def test_the_list_of_tokens_asks_for_scopes_once(
    admin, make_token, user, django_assert_max_num_queries
):
    """However many tokens there are."""
    for _ in range(5):
        make_token(user=user)
    with django_assert_max_num_queries(8):
        admin.get(reverse("admin:esi_token_changelist"))


def test_a_pending_login_is_read_only(admin):
    """It can be deleted, and has no form to save."""
    login = CallbackRedirect.objects.create(session_key="a", state="b", url="/the-page/")
    url = reverse("admin:esi_callbackredirect_change", args=[login.pk])
    html = admin.get(url).content.decode()
    assert "/the-page/" in html
    assert 'name="_save"' not in html
    assert admin.post(url, {"url": "/elsewhere/"}).status_code == 403
    gone = admin.post(
        reverse("admin:esi_callbackredirect_delete", args=[login.pk]), {"post": "yes"}
    )
    assert gone.status_code == 302
    assert not CallbackRedirect.objects.exists()


@pytest.mark.parametrize("language", ["en", "de"])
def test_keys_have_no_thousand_separators(admin, make_token, user, settings, language):
    """Ids are shown, linked and posted as they are, whatever the site's format of numbers."""
    settings.USE_THOUSAND_SEPARATOR = True
    settings.LANGUAGE_CODE = language
    token = make_token(pk=1234, user=user)
    login = CallbackRedirect.objects.create(pk=5678, session_key="a", state="b", token=token)
    pages = [admin.get(reverse(f"admin:esi_{model}")).content.decode()
             for model in ("token_changelist", "callbackredirect_changelist")]  # fmt: skip
    page = admin.get(reverse("admin:esi_token_change", args=[token.pk])).content.decode()
    assert f">{token.character_id}<" in page
    assert [pk in page for pk, page in zip(("1234", "5678"), pages, strict=True)] == [True, True]
    for shown in (token.pk, login.pk, token.character_id):
        for separator in ",.":
            assert f"{shown:,}".replace(",", separator) not in page + "".join(pages)


def test_get_scopes_names_the_scopes_of_a_token(make_token):
    """Programs that extend the admin list them in a column."""
    token = make_token(scopes=("b.x.c", "a.b.c"))
    assert site._registry[Token].get_scopes(token) == "a.b.c, b.x.c"


@pytest.mark.parametrize("debug", [True, False])
@pytest.mark.parametrize(("page", "refused"), [("change", "UPDATE"), ("delete", "DELETE")])
def test_a_database_error_in_the_admin_shows_no_token(
    admin, make_token, user, settings, error_mails, caplog, page, refused, debug
):
    """Neither Django's error page nor its mail, nor the log of SQL statements has one."""
    settings.DEBUG = debug
    caplog.set_level("DEBUG", logger="django.db.backends")
    admin.raise_request_exception = False
    token = make_token(user=user)
    connection.cursor().execute(
        f"CREATE TRIGGER full BEFORE {refused} ON esi_token "
        "BEGIN SELECT RAISE(FAIL, 'disk full'); END"
    )
    url = reverse(f"admin:esi_token_{page}", args=[token.pk])
    response = admin.post(url, {"user": "", "post": "yes"})
    assert response.status_code == 500
    seen = response.content.decode() + error_mails() + caplog.text + str(connection.queries)
    assert "disk full" in seen
    assert [part for part in (token.access_token, token.refresh_token) if part[:30] in seen] == []
