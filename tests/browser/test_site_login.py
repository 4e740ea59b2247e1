"""Logins to a Django site through the sandbox's single sign-on, in a real browser."""

import pytest
from django.core.cache import cache
from project import manual

from esi import clients
from esi.models import Token
from esi.sso import sso


@pytest.fixture
def page(page):
    """Page of a window of usual size."""
    page.set_viewport_size({"width": 1000, "height": 760})
    return page


@pytest.fixture
def site(esi_sandbox, settings, live_server):
    """Address of the site; API and single sign-on are the sandbox's."""
    settings.ESI_API_URL = esi_sandbox.url
    settings.ESI_SSO_CLIENT_ID = "A small site"
    settings.ESI_SSO_CLIENT_SECRET = "hush"
    settings.ESI_SSO_CALLBACK_URL = live_server.url + "/sso/callback/"
    settings.ESI_SSO_METADATA_URL = esi_sandbox.url + "/.well-known/oauth-authorization-server"
    settings.STORAGES = {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    sso.forget()
    cache.clear()
    manual.esi._client = None
    yield live_server.url
    clients._engine.close()


def allow(page, name):
    """Select a character on the consent page and allow."""
    page.get_by_label(name).check()
    page.get_by_role("button", name="Allow").click()


def test_a_player_walks_through_the_site(page, shot, site):
    """Log in, pick a character, add another, select one of several, see the pages."""
    page.goto(site)
    shot("1-home")
    page.get_by_role("link", name="Log in with EVE Online").click()
    page.get_by_role("heading", name="A small site wants to log you in").wait_for()
    shot("2-consent")
    allow(page, "Cira Karsten")
    page.get_by_text("Logged in as Cira Karsten").wait_for()
    shot("3-logged-in")

    page.get_by_role("link", name="Wallet").click()
    allow(page, "Cira Karsten")
    page.get_by_role("heading", name="Wallet of Cira Karsten").wait_for()

    page.get_by_role("link", name="Wallet").click()
    page.get_by_role("heading", name="Select a character").wait_for()
    page.get_by_text("read character wallet").wait_for()
    page.get_by_role("button", name="Log in with EVE Online").click()
    allow(page, "Dain Moru")
    page.get_by_role("heading", name="Wallet of Dain Moru").wait_for()
    shot("4-wallet")

    page.get_by_role("link", name="Wallet").click()
    page.get_by_role("button", name="Dain Moru").wait_for()
    shot("5-select")
    page.emulate_media(color_scheme="dark")
    shot("6-select-dark")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 360, "height": 700})
    shot("7-select-narrow")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.set_viewport_size({"width": 1000, "height": 760})
    page.get_by_role("button", name="Cira Karsten").click()
    page.get_by_role("heading", name="Wallet of Cira Karsten").wait_for()
    assert Token.objects.filter(user__username="90000003").count() == 3

    page.get_by_role("link", name="Market").click()
    page.get_by_role("table").wait_for()
    shot("8-market")


def test_a_refused_login_returns_with_a_message(page, shot, site):
    """The player is back on the page before the login."""
    page.goto(site)
    page.get_by_role("link", name="Who am I?").click()
    page.get_by_role("button", name="Deny").click()
    page.get_by_text("You did not allow the login").wait_for()
    assert page.url == f"{site}/"
    shot("9-refused")
    page.goto(f"{site}/sso/callback/?code=x&state=y")
    page.get_by_role("heading", name="Login failed").wait_for()
    shot("10-failed")


def test_the_keyboard_is_enough(page, site):
    """Every step of a login works without a mouse."""
    page.goto(f"{site}/once/")
    page.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="You are Bero Veyl").wait_for()
