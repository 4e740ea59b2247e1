"""Test `manage.py esi_doctor` on a site beside the sandbox."""

import io
import json
from contextlib import redirect_stderr

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from esi.models import Token

pytestmark = pytest.mark.django_db


@pytest.fixture
def examined(sso_site):
    """Run the command: (exit status, checks by name, text of all output)."""

    def run(*args):
        out, err = io.StringIO(), io.StringIO()
        status = 0
        with redirect_stderr(err):
            try:
                call_command("esi_doctor", *args, "--format", "json", stdout=out, stderr=err)
            except SystemExit as exc:
                status = exc.code
        found = json.loads(out.getvalue())["checks"]
        return status, {each["name"]: each for each in found}, out.getvalue() + err.getvalue()

    return run


def test_a_site_beside_the_sandbox(examined, settings):
    """Nothing fails, and --live prints its price first."""
    settings.ESI_COMPATIBILITY_DATE = "2026-08-18"
    status, found, text = examined("--live")
    failures = {name: each["found"] for name, each in found.items() if each["status"] == "failed"}
    assert (status, failures) == (0, {})
    assert "rate-limit tokens" in text
    assert {"site.settings", "site.callback", "site.migrations", "cursor.end"} < set(found)
    assert "hush" not in text


def test_the_oldest_date_is_examined_as_well(examined):
    """Only newer dates have public cursor listings, which are requested at their own date."""
    status, found, _ = examined("--live")
    failures = {name: each["found"] for name, each in found.items() if each["status"] == "failed"}
    assert (status, failures) == (0, {})
    assert found["document.date"]["found"] == "2020-01-01, requested 2020-01-01"


def test_wrong_settings_fail(examined, settings):
    """The messages of the system checks are part of the report."""
    settings.ESI_ON_LIMIT = "panic"
    status, found, _ = examined()
    assert (status, found["site.settings"]["status"]) == (1, "failed")
    assert "esi.E006" in found["site.settings"]["found"]


def test_a_callback_that_leads_elsewhere(examined, settings):
    """The callback has a check of its own, apart from the other settings."""
    settings.ESI_SSO_CALLBACK_URL = "http://testserver/elsewhere/"
    _, found, _ = examined()
    assert found["site.callback"]["status"] == "warning"
    assert "esi.W002" in found["site.callback"]["found"]


def test_a_cache_that_keeps_nothing(examined, settings):
    """Django's dummy cache accepts everything and stores nothing."""
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    _, found, _ = examined()
    assert found["site.cache"]["status"] == "failed"
    assert found["site.cache"]["found"].endswith("DummyCache keeps nothing")


def test_a_missing_migration_is_named(examined):
    """The report names the migration."""
    MigrationRecorder.Migration.objects.filter(app="esi").delete()
    status, found, _ = examined()
    assert (status, found["site.migrations"]["status"]) == (1, "failed")
    assert "missing: 0013_" in found["site.migrations"]["found"]


def test_tokens_are_counted_by_state(examined):
    """Expired tokens without a refresh token are a warning; the report contains no token."""
    owner = User.objects.create(username="me")
    long_ago = timezone.now() - timezone.timedelta(days=1)
    for refresh, created, user in (
        ("r", timezone.now(), owner),
        ("r", long_ago, owner),
        ("", long_ago, None),
        (None, long_ago, owner),
    ):
        token = Token.objects.create(
            character_id=1, character_name="A", character_owner_hash="o", user=user,
            access_token="secret-access", refresh_token=refresh,
        )  # fmt: skip
        Token.objects.filter(pk=token.pk).update(created=created)
    _, found, text = examined()
    assert found["site.tokens"]["status"] == "warning"
    assert found["site.tokens"]["found"] == (
        "4 tokens, 1 valid, 1 to be refreshed, 2 expired for good, 1 of no user"
    )
    assert "secret-access" not in text
