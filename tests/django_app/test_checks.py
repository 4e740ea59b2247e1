"""System checks: each wrong setting has its id, and the hint says what to do."""

from pathlib import Path

import pytest
from django.core.checks import run_checks

from esi import checks


def found(**kwargs):
    messages = run_checks(**kwargs)
    return {message.id: message for message in messages if message.id.startswith("esi.")}


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
        ("ESI_COMPATIBILITY_DATE", "tomorrow", "esi.E004"),
        ("ESI_COMPATIBILITY_DATE", None, "esi.E004"),
        ("ESI_COMPATIBILITY_DATE", "20200101", "esi.E004"),
        *((name, "many", "esi.E005") for name in checks._NUMBERS),
        ("ESI_CONCURRENCY", 0, "esi.E005"),
        ("ESI_CONCURRENCY", True, "esi.E005"),
        ("ESI_REQUESTS_READ_TIMEOUT", -1, "esi.E005"),
        ("ESI_ON_LIMIT", "sleep", "esi.E006"),
        ("ESI_LOG_LEVEL_LIBRARIES", "LOUD", "esi.E006"),
        ("ESI_LANGUAGES", ["en", "it"], "esi.E006"),
        ("ESI_LANGUAGES", [], "esi.E006"),
        ("ESI_LANGUAGES", "en", "esi.E006"),
        *((name, "yes", "esi.E006") for name in checks._SWITCHES),
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


def test_settings_that_are_right(good):
    """Nothing is said of other right values."""
    good.ESI_API_URL = "http://127.0.0.1:8085"
    good.ESI_LANGUAGES = ["en-us", "de"]
    good.ESI_REQUESTS_READ_TIMEOUT = 0.5
    good.ESI_USER_CONTACT_EMAIL = None
    assert found() == {}


def test_the_deployment(good):
    """esi.W004 and esi.W005 come with --deploy only."""
    good.ESI_SSO_CALLBACK_URL = "http://example.com/sso/callback"
    assert found() == {}
    assert {"esi.W004", "esi.W005"} <= set(found(include_deployment_checks=True))


@pytest.mark.parametrize(
    ("backend", "said"),
    [
        ("locmem.LocMemCache", "neither answers nor limits"),
        ("dummy.DummyCache", "neither answers nor limits"),
        ("filebased.FileBasedCache", "not the API's limits"),
        ("redis.RedisCache", None),
        ("db.DatabaseCache", None),
    ],
)
def test_a_cache_that_does_not_share_the_limits(good, tmp_path, backend, said):
    """esi.W005: kept per process with local memory, files and the dummy."""
    backend = f"django.core.cache.backends.{backend}"
    good.CACHES = {"default": {"BACKEND": backend, "LOCATION": str(tmp_path)}}
    message = found(include_deployment_checks=True).get("esi.W005")
    assert (message is None) is (said is None)
    assert said is None or said in message.msg


def test_a_public_site_is_clean(manage):
    """`manage.py check --deploy` finds nothing at all in the project's production settings."""
    done = manage({}, "check", "--deploy", "--fail-level", "INFO", settings="project.production")
    assert "no issues" in done.stdout


def test_another_owner_of_the_package(good, monkeypatch):
    """esi.E007: the commands of the repair are in the hint."""

    class Other:
        def __init__(self, name, *files):
            self.metadata = {"Name": name}
            self.files = [Path(file) for file in files]

    real = Other("django_esi", "esi/models.py")
    empty = Other("django-esi", "django_esi-9999.dist-info/METADATA")
    ours = Other("esi-toolkit", "esi/models.py")
    monkeypatch.setattr(checks.metadata, "distributions", lambda: [ours, empty, Other(None)])
    assert found() == {}
    monkeypatch.setattr(checks.metadata, "distributions", lambda: [ours, real])
    message = found()["esi.E007"]
    assert "django-esi" in message.msg
    assert "pip uninstall -y django-esi esi-toolkit" in message.hint


def test_every_id_is_in_the_table():
    """The module's table names each id that its code uses."""
    text = Path(checks.__file__).read_text(encoding="utf-8")
    import re

    table, code = text.split('"""', 2)[1:]
    ids = set(re.findall(r'id="(esi\.[EW]\d{3})"', code))
    assert ids == set(re.findall(r"esi\.[EW]\d{3}", table))
    assert len(ids) == 13


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
