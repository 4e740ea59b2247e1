"""System checks: each wrong setting has an id and a hint."""

import logging
from pathlib import Path

import pytest
from django.apps import apps
from django.core.checks import run_checks
from django.core.checks.registry import registry

from esi import app_settings, checks
from esi.core.config import setting
from esi.core.config_rules import RULES


def found(**kwargs):
    messages = run_checks(**kwargs)
    return {message.id: message for message in messages if message.id.startswith("esi.")}


def found_by_us():
    """Run the checks of `esi` that read settings: the others take most of the time.

    `check_owner` reads a file of each installed distribution instead.
    """
    every = registry.get_checks(include_deployment_checks=True)
    ours = [c for c in every if c.__module__ == checks.__name__ and c is not checks.check_owner]
    assert len(ours) > 5
    return {message.id: message for check in ours for message in check(app_configs=None)}


@pytest.fixture
def good(settings):
    """Settings at which nothing is found."""
    settings.DEBUG = False
    settings.ESI_API_URL = "https://esi.evetech.net"
    settings.ESI_SSO_CLIENT_ID = "my client id"
    settings.ESI_SSO_CLIENT_SECRET = "my client secret"
    settings.ESI_SSO_CALLBACK_URL = "https://example.com/sso/callback"
    settings.ESI_USER_CONTACT_EMAIL = "admin@example.com"
    return settings


def test_the_manuals_settings(good):
    """1.1.5: with these a site is complete; the callback needs no slash at its end."""
    assert found() == {}


def test_missing_settings_are_an_error(good):
    """esi.E001 names them."""
    good.ESI_SSO_CLIENT_ID = ""
    del good.ESI_SSO_CLIENT_SECRET
    message = found()["esi.E001"]
    assert "ESI_SSO_CLIENT_ID, ESI_SSO_CLIENT_SECRET" in message.msg
    assert message.is_serious()


@pytest.mark.parametrize("debug", [False, True])
def test_a_site_without_a_secret_uses_pkce(good, debug):
    """esi.W006: logins work without the secret, which may have been forgotten."""
    good.DEBUG = debug
    good.ESI_SSO_CLIENT_SECRET = ""
    assert list(found()) == ["esi.W006"]
    assert not found()["esi.W006"].is_serious()
    assert "PKCE" in found()["esi.W006"].msg


def test_missing_settings_are_a_warning_while_debugging(good):
    """1.3.1: they can be left blank if DEBUG is set to True; esi.W001."""
    good.DEBUG = True
    good.ESI_SSO_CALLBACK_URL = ""
    assert not found()["esi.W001"].is_serious()


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("ESI_SSO_CALLBACK_URL", "example.com/sso/callback", "esi.E002"),
        ("ESI_SSO_CALLBACK_URL", 7, "esi.E002"),
        ("ESI_SSO_CALLBACK_URL", "https://example.com/elsewhere", "esi.W002"),
        ("ESI_API_URL", "esi.evetech.net", "esi.E003"),
        ("ESI_API_URL", "http://[", "esi.E003"),
        ("ESI_SSO_METADATA_URL", "http://login.eveonline.com/x", "esi.E003"),
        ("ESI_API_URL", "http://esi.test", "esi.E003"),
        ("ESI_INSECURE_HOSTS", "esi.test", "esi.E006"),
        ("ESI_COMPATIBILITY_DATE", "tomorrow", "esi.E004"),
        ("ESI_COMPATIBILITY_DATE", None, "esi.E004"),
        ("ESI_COMPATIBILITY_DATE", "20200101", "esi.E004"),
        ("ESI_COMPATIBILITY_DATE", "2999-01-01", "esi.E004"),
        *(
            (setting(field), "odd value", checks._IDS[rule.kind])
            for field, rule in RULES.items()
            if not rule.is_valid("odd value")
        ),
        ("ESI_SSO_CLIENT_ID", 7, "esi.E006"),
        ("ESI_SSO_CLIENT_SECRET", 7, "esi.E006"),
        ("ESI_CACHE_DIR", "", "esi.E006"),
        ("ESI_API_VERSION", "4", "esi.E006"),
        ("ESI_OFFLINE", 1, "esi.E006"),
        ("ESI_CONCURRENCY", 0, "esi.E005"),
        ("ESI_CONCURRENCY", True, "esi.E005"),
        ("ESI_REQUESTS_READ_TIMEOUT", -1, "esi.E005"),
        ("ESI_PAGE_WAIT", float("nan"), "esi.E005"),
        ("ESI_ON_LIMIT", "sleep", "esi.E006"),
        ("ESI_LOG_LEVEL_LIBRARIES", "LOUD", "esi.E006"),
        ("ESI_LANGUAGES", ["en", "it"], "esi.E006"),
        ("ESI_LANGUAGES", [], "esi.E006"),
        ("ESI_LANGUAGES", "en", "esi.E006"),
        ("ESI_USER_CONTACT_EMAIL", "nobody", "esi.W003"),
    ],
)
def test_a_wrong_setting(good, name, value, expected):
    """It is named, and so is what it can be."""
    setattr(good, name, value)
    messages = found()
    assert list(messages) == [expected]
    assert name in messages[expected].msg
    assert messages[expected].hint


def test_a_setting_without_effect(good):
    """esi.W008: a setting of an earlier release is named, with what to do instead."""
    good.ESI_OAUTH_URL = "https://sso.example.com/oauth"
    message = found()["esi.W008"]
    assert "ESI_OAUTH_URL has no effect" in message.msg
    assert "set ESI_SSO_METADATA_URL" in message.msg


class Odd:
    """No value of any setting."""

    __hash__ = None


@pytest.mark.parametrize("name", dir(app_settings))
def test_every_setting_is_checked(good, name):
    """None is taken unseen, and no value stops the checks themselves."""
    setattr(good, name, Odd())
    assert any(name in message.msg for message in found().values())
    for value in (None, 7, "", b"x", [], [[]], {}, {"a": []}, Odd()):
        setattr(good, name, value)
        found_by_us()


@pytest.mark.parametrize(
    "name", ["ESI_API_URL", "ESI_SDE_URL", "ESI_SSO_METADATA_URL", "ESI_SSO_CALLBACK_URL"]
)
def test_an_address_with_a_password_is_refused_without_showing_it(good, name):
    """It would be sent in the place of a token, and appear in logs."""
    setattr(good, name, "https://user:hush@example.com/sso/callback/")
    (message,) = found().values()
    assert name in message.msg
    assert "hush" not in str(message)


def test_a_secret_of_the_wrong_kind_is_not_shown(good):
    """Messages of checks appear in logs, so they hide secrets."""
    good.ESI_SSO_CLIENT_SECRET = [b"hush"]
    assert "hush" not in str(found()["esi.E006"])


def test_a_wrong_log_level_is_reported(good):
    """It does not stop Django before the checks run."""
    good.ESI_LOG_LEVEL_LIBRARIES = "LOUD"
    apps.get_app_config("esi").ready()
    assert logging.getLogger("bravado").level == logging.INFO
    assert "ESI_LOG_LEVEL_LIBRARIES" in found()["esi.E006"].msg


def test_correct_settings_pass(good):
    """Other valid values pass all checks."""
    good.ESI_API_URL = "http://127.0.0.1:8085"
    good.ESI_SSO_METADATA_URL = "http://sso.test/x"
    good.ESI_INSECURE_HOSTS = ["sso.test"]
    good.ESI_LANGUAGES = ["en-us", "de"]
    good.ESI_REQUESTS_READ_TIMEOUT = 0.5
    good.ESI_LOG_LEVEL_LIBRARIES = logging.WARNING
    good.ESI_CACHE_DIR = Path("cache")
    good.ESI_API_VERSION = "v4"
    good.ESI_USER_CONTACT_EMAIL = None
    assert found() == {}


@pytest.mark.parametrize(
    ("cookie", "callback"),
    [
        ({"SAMESITE": "Strict"}, "https://example.com/sso/callback/"),
        ({"SAMESITE": "strict"}, "http://localhost:8000/sso/callback/"),
        ({"SAMESITE": "None", "SECURE": False}, "https://example.com/sso/callback/"),
        ({"SECURE": True}, "http://example.com/sso/callback/"),
        ({"DOMAIN": "other.example"}, "https://example.com/sso/callback/"),
        ({"DOMAIN": ".www.example.com"}, "https://example.com/sso/callback/"),
        ({"DOMAIN": "ample.com"}, "https://example.com/sso/callback/"),
        ({"PATH": "/forum"}, "https://example.com/sso/callback/"),
    ],
)
def test_a_session_cookie_that_does_not_come_back(good, cookie, callback):
    """esi.W007: the setting is named, and so is a value that works."""
    good.ESI_SSO_CALLBACK_URL = callback
    for name, value in cookie.items():
        setattr(good, f"SESSION_COOKIE_{name}", value)
    assert list(found()) == ["esi.W007"]
    assert f"SESSION_COOKIE_{[*cookie][-1]}" in found()["esi.W007"].msg
    assert found()["esi.W007"].hint


@pytest.mark.parametrize(
    ("cookie", "callback"),
    [
        ({"SAMESITE": "Lax", "SECURE": True}, "https://example.com/sso/callback/"),
        ({"SAMESITE": False}, "https://example.com/sso/callback/"),
        ({"SAMESITE": "None", "SECURE": True}, "https://example.com/sso/callback/"),
        ({"SECURE": True}, "http://localhost:8000/sso/callback/"),
        ({"DOMAIN": ".example.com"}, "https://www.example.com/sso/callback/"),
        ({"DOMAIN": "Example.com"}, "https://example.com/sso/callback/"),
        ({"PATH": "/sso/"}, "https://example.com/sso/callback/"),
    ],
)
def test_a_session_cookie_that_comes_back(good, cookie, callback):
    """Other settings of the cookie pass."""
    good.ESI_SSO_CALLBACK_URL = callback
    for name, value in cookie.items():
        setattr(good, f"SESSION_COOKIE_{name}", value)
    assert found() == {}


def test_deployment_checks_need_the_option(good):
    """esi.W004 and esi.W005 come with --deploy only."""
    good.ESI_SSO_CALLBACK_URL = "http://example.com/sso/callback"
    assert found() == {}
    assert {"esi.W004", "esi.W005"} <= set(found(include_deployment_checks=True))


@pytest.mark.parametrize(
    ("backend", "said"),
    [
        ("locmem.LocMemCache", "does not share responses and the API's limits"),
        ("dummy.DummyCache", "does not share responses and the API's limits"),
        ("filebased.FileBasedCache", "does not share the API's limits"),
        ("redis.RedisCache", None),
        ("db.DatabaseCache", None),
        ("memcached.PyMemcacheCache", None),
    ],
)
def test_a_cache_that_does_not_share_the_limits(good, tmp_path, backend, said):
    """esi.W005: caches in local memory, in files and the dummy do not share limits."""
    backend = f"django.core.cache.backends.{backend}"
    good.CACHES = {"default": {"BACKEND": backend, "LOCATION": str(tmp_path)}}
    message = found(include_deployment_checks=True).get("esi.W005")
    assert (message is None) is (said is None)
    assert said is None or said in message.msg


def test_a_public_site_is_clean(manage):
    """`manage.py check --deploy` finds nothing at all in the project's production settings."""
    done = manage({}, "check", "--deploy", "--fail-level", "INFO", settings="project.production")
    assert "no issues" in done.stdout


@pytest.fixture
def install(monkeypatch, tmp_path):
    """Puts distributions with these files on the path, as an installer leaves them."""
    monkeypatch.syspath_prepend(tmp_path)

    def leave(name, *files):
        folder = tmp_path / f"{name}-1.0.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        (folder / "RECORD").write_text("".join(f"{file},sha256=x,1\n" for file in files))

    return leave


def test_another_distribution_with_the_package(good, install):
    """esi.E007: the commands of the repair are in the hint."""
    install("Django_ESI", "esi/__init__.py", "esi/models.py")
    install("my.fork", "other/__init__.py", "esi/__init__.py")
    message = found()["esi.E007"]
    assert "django-esi, my-fork" in message.msg
    assert "pip uninstall -y django-esi my-fork esi-toolkit" in message.hint


def test_harmless_distributions_pass(good, install):
    """Neither the empty django-esi nor similar names count as other owners."""
    install("django_esi", "django_esi-10.9999.dist-info/METADATA")
    install("esi_toolkit", "esi/__init__.py")
    install("besides", "desi/__init__.py", "esi/plugin.py")
    assert found() == {}


def test_every_id_is_in_the_table():
    """Each id in the code is in the module's table."""
    text = Path(checks.__file__).read_text(encoding="utf-8")
    import re

    table, code = text.split('"""', 2)[1:]
    ids = set(re.findall(r'"(esi\.[EW]\d{3})"', code))
    assert ids == set(re.findall(r"esi\.[EW]\d{3}", table))
    assert len(ids) == 16


def test_the_minimal_site(manage):
    """2.2 needs no setting but ESI_API_URL: no URLs, no sessions, no secrets."""
    code = """
import django; django.setup()
from project import manual
print(sorted(manual.public_endpoint()))
"""
    done = manage({}, "-c", code, settings="project.minimal")
    assert "players" in done.stdout
    manage({}, "check", settings="project.minimal")
