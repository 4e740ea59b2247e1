"""Cleaning the database, by Celery and by commands (manual section 2.4)."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from celery import current_app
from django.core.management import CommandError, call_command
from django.utils import timezone
from project.celery import app

from esi.models import CallbackRedirect, Token
from esi.tasks import cleanup_callbackredirect, cleanup_token, refresh_or_delete_token
from tests.django_app.conftest import SKILLS, WALLET

TOKEN = "/v2/oauth/token"


@pytest.fixture
def at_once():
    """Run tasks in this process."""
    app.conf.task_always_eager = True
    app.conf.task_eager_propagates = True
    yield
    app.conf.task_always_eager = False


def login(age):
    made = CallbackRedirect.objects.create(session_key=f"session {age}", state="s")
    CallbackRedirect.objects.filter(pk=made.pk).update(
        created=timezone.now() - timedelta(seconds=age)
    )


def test_the_names_of_the_tasks():
    """Schedules and other programs call them by name."""
    tasks = [cleanup_callbackredirect, cleanup_token, refresh_or_delete_token]
    assert [task.name.removeprefix("esi.tasks.") for task in tasks] == [
        "cleanup_callbackredirect", "cleanup_token", "refresh_or_delete_token",
    ]  # fmt: skip


def test_the_manuals_schedule():
    """2.4: as printed; the tasks it names exist, and it comes due as the manual recommends."""
    schedule = app.conf.beat_schedule
    assert {entry["task"] for entry in schedule.values()} <= set(current_app.tasks)
    assert sorted(schedule["esi_cleanup_callbackredirect"]["schedule"].hour) == [0, 4, 8, 12, 16, 20]  # fmt: skip  # noqa: E501
    assert len(schedule["esi_cleanup_token"]["schedule"].day_of_month) == 31


def test_cleanup_callbackredirect(db):
    """2.4: all older than the age in seconds, 300 by default."""
    for age in (10, 290, 310):
        login(age)
    cleanup_callbackredirect()
    assert CallbackRedirect.objects.count() == 2
    cleanup_callbackredirect(max_age=60)
    assert CallbackRedirect.objects.count() == 1


def test_cleanup_token(make_token, sso_site, at_once):
    """2.4: expired tokens are refreshed, or deleted if that is impossible."""
    valid, old = make_token(), make_token(expired=True)
    spent, dead = make_token(expired=True, refresh_token=None), make_token(expired=True)
    sso_site.sso._refresh_tokens.pop(dead.refresh_token)
    cleanup_token()
    assert set(Token.objects.all()) == {valid, old}
    assert not Token.objects.get_expired().exists()
    assert sso_site.sso.refreshes == 2
    assert spent.pk


def test_cleanup_token_while_the_sso_fails(make_token, sso_site, at_once):
    """No token is deleted because a server failed."""
    make_token(expired=True)
    sso_site.faults.fail(503, times=None, path=TOKEN)
    cleanup_token()
    assert Token.objects.count() == 1


def test_a_deleted_or_valid_token_is_skipped(make_token, sso_site):
    """If the token is deleted or valid, the task does nothing."""
    refresh_or_delete_token(12345)
    refresh_or_delete_token(make_token().pk)
    assert sso_site.sso.refreshes == 0


def test_the_tasks_run_on_celery_with_redis(redis, manage, tmp_path, sqlite):
    """Workers of the site run the tasks from a queue in Redis."""
    where = {**sqlite.environment("celery"), "SITE_REDIS_URL": redis.url}
    sqlite.create("celery")
    manage(where, "migrate", "--no-input")
    code = """
import django; django.setup()
from datetime import timedelta
from django.utils import timezone
from esi.models import CallbackRedirect
from esi.tasks import cleanup_callbackredirect
from project.celery import app
from celery.contrib.testing.worker import start_worker
CallbackRedirect.objects.create(session_key="k", state="s")
CallbackRedirect.objects.update(created=timezone.now() - timedelta(hours=1))
app.conf.task_ignore_result = False
app.conf.result_backend = app.conf.broker_url
app.loader.import_default_modules()
with start_worker(app, pool="solo", perform_ping_check=False):
    cleanup_callbackredirect.delay().get(timeout=30)
print(CallbackRedirect.objects.count())
"""
    assert manage(where, "-c", code).stdout == "0\n"


# Commands


def run(*command):
    out = StringIO()
    call_command(*command, stdout=out)
    return out.getvalue()


def test_esi_cleanup(make_token, sso_site):
    """Clean up without Celery and print the counts."""
    login(1000)
    make_token(expired=True)
    make_token(expired=True, refresh_token=None)
    assert run("esi_cleanup", "--keep-tokens") == "Unfinished logins: 1 deleted.\n"
    assert not CallbackRedirect.objects.exists()
    assert "Expired tokens: 1 refreshed, 1 deleted, 0 kept.\n" in run("esi_cleanup")
    make_token(expired=True)
    sso_site.faults.fail(503, path=TOKEN)
    assert run("esi_cleanup").splitlines() == [
        "Unfinished logins: 0 deleted.",
        "Expired tokens: 0 refreshed, 0 deleted, 1 kept.",
        "The SSO failed; the next run tries the kept tokens again.",
    ]


def test_esi_scopes(make_token):
    """List the scopes that views need, and the number of tokens with each."""
    make_token(scopes=(WALLET, "esi-mail.read_mail.v1"))
    lines = run("esi_scopes").splitlines()
    assert "esi-mail.read_mail.v1  1 token  no view" in lines
    assert f"{WALLET}  1 token  project.views.broken, project.views.wallet" in lines
    assert run("esi_scopes", "--plain").split() == [SKILLS, WALLET, "publicData"]


def test_esi_spec(site, tmp_path):
    """Fetch the document on each run, and save it for `spec_file=`."""
    from esi.clients import esi_client_factory

    file = tmp_path / "document.json"
    for _ in range(2):
        site.clear()
        assert "Saved to" in run("esi_spec", str(file))
        fetched = [r.path for r in site.requests if r.path.startswith("/meta/")]
        assert fetched == ["/meta/openapi.json"]
    assert "/status" in str(list(json.loads(file.read_text("utf-8"))["paths"]))
    client = esi_client_factory(spec_file=str(file))
    assert client.Status.get_status().results()["players"] > 0


def test_esi_spec_with_an_unwritable_file(site, tmp_path):
    """If the file cannot be written, the error names it and the reason."""
    with pytest.raises(CommandError, match=r"no/x\.json cannot be written \(No such file"):
        run("esi_spec", str(tmp_path / "no" / "x.json"))


def test_esi_spec_without_an_api(settings, db):
    """Without an API the error says what to check."""
    settings.ESI_API_URL = "http://127.0.0.1:9"
    with pytest.raises(CommandError, match="could not be reached"):
        run("esi_spec")


def test_nothing_is_left_of_version_1_of_the_sso(make_token):
    """Release 5.1's command says so, counts such tokens, and changes none."""
    token = make_token(sso_version=1)
    make_token()
    lines = run("migrate_to_ssov2").splitlines()
    assert "nothing to migrate" in lines[0]
    assert "version 1: 1" in lines[1]
    token.refresh_from_db()
    assert token.sso_version == 1


@pytest.mark.parametrize("command", ["esi_cleanup", "esi_scopes", "esi_spec", "migrate_to_ssov2"])
def test_help(command, capsys):
    """Each command has a help text."""
    with pytest.raises(SystemExit):
        call_command(command, "--help")
    assert len(capsys.readouterr().out.splitlines()) > 15
