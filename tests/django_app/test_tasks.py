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
from esi.tasks import (
    cleanup_callbackredirect,
    cleanup_token,
    cleanup_token_subset,
    refresh_or_delete_token,
)
from tests.django_app.conftest import SKILLS, WALLET

TOKEN = "/v2/oauth/token"


@pytest.fixture
def at_once():
    """Run tasks in this process."""
    app.conf.update(task_always_eager=True, task_eager_propagates=True)
    yield
    app.conf.update(task_always_eager=False, task_eager_propagates=False)


def login(age):
    made = CallbackRedirect.objects.create(session_key=f"session {age}", state="s")
    CallbackRedirect.objects.filter(pk=made.pk).update(
        created=timezone.now() - timedelta(seconds=age)
    )


def test_the_names_of_the_tasks():
    """Schedules and other programs call them by name."""
    tasks = [cleanup_callbackredirect, cleanup_token, cleanup_token_subset, refresh_or_delete_token]
    assert [task.name.removeprefix("esi.tasks.") for task in tasks] == [
        "cleanup_callbackredirect", "cleanup_token", "cleanup_token_subset",
        "refresh_or_delete_token",
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


def test_cleanup_token(make_token, sso_site, user, at_once):
    """2.4: expired tokens are refreshed, or deleted if that is impossible."""
    valid, old = make_token(user=user), make_token(user=user, expired=True)
    spent = make_token(user=user, expired=True, refresh_token=None)
    dead = make_token(user=user, expired=True)
    sso_site.sso._refresh_tokens.pop(dead.refresh_token)
    cleanup_token()
    assert set(Token.objects.all()) == {valid, old}
    assert not Token.objects.get_expired().exists()
    assert sso_site.sso.refreshes == 2
    assert spent.pk


@pytest.mark.parametrize("task", [cleanup_token, cleanup_token_subset])
def test_a_clean_up_deletes_expired_tokens_of_no_user(make_token, sso_site, task):
    """As in releases 5.1 and 10; those of a login that may still be under way stay."""
    young = make_token()
    make_token(expired=True)
    task()
    assert list(Token.objects.all()) == [young]
    assert sso_site.sso.refreshes == 0


@pytest.mark.parametrize(("fraction", "checked"), [(48, 1), (3, 2), (1, 4)])
def test_a_part_of_the_clean_up_checks_the_oldest_tokens(
    make_token, user, monkeypatch, fraction, checked
):
    """One in so many of the expired tokens is queued, oldest first, and at least one."""
    tokens = [make_token(user=user) for _ in range(5)]
    for days, token in enumerate(tokens):
        Token.objects.filter(pk=token.pk).update(created=timezone.now() - timedelta(days=days))
    queued = []
    monkeypatch.setattr(
        refresh_or_delete_token, "apply_async", lambda args, **_: queued.extend(args)
    )
    cleanup_token_subset(fraction)
    assert queued == [token.pk for token in tokens[:0:-1]][:checked]


def test_a_part_of_the_clean_up_with_nothing_to_do(db):
    """Without expired tokens it does nothing."""
    cleanup_token_subset()


def test_a_part_of_the_clean_up_needs_a_positive_number(db):
    """The error names the value and what is allowed."""
    with pytest.raises(ValueError, match=r"cannot be 0\. Set it to a number"):
        cleanup_token_subset(0)


def test_cleanup_token_while_the_sso_fails(make_token, sso_site, user, at_once):
    """No token is deleted because a server failed."""
    make_token(user=user, expired=True)
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
    cleanup_callbackredirect.delay().get(timeout=60)
print(CallbackRedirect.objects.count())
"""
    assert manage(where, "-c", code).stdout == "0\n"


# Commands


def run(*command):
    out = StringIO()
    call_command(*command, stdout=out)
    return out.getvalue()


def test_esi_cleanup(make_token, user, sso_site):
    """Clean up without Celery and print the counts."""
    login(1000)
    make_token(user=user, expired=True)
    make_token(user=user, expired=True, refresh_token=None)
    assert run("esi_cleanup", "--keep-tokens") == "Unfinished logins: 1 deleted.\n"
    assert not CallbackRedirect.objects.exists()
    make_token(expired=True)
    lines = run("esi_cleanup").splitlines()
    assert "Expired tokens of no user: 1 deleted." in lines
    assert "Expired tokens: 1 refreshed, 1 deleted, 0 kept." in lines
    make_token(user=user, expired=True)
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


def test_esi_clear_spec_cache(site):
    """A client that is built after the command fetches the document again."""
    from esi.clients import esi_client_factory

    def fetched():
        site.clear()
        esi_client_factory()
        return [r.path for r in site.requests if r.path.startswith("/meta/")]

    fetched()
    assert fetched() == []
    assert run("esi_clear_spec_cache") == "Stored API documents: 1 deleted.\n"
    assert fetched() == ["/meta/openapi.json"]


def test_esi_clear_spec_cache_without_a_folder(site, monkeypatch):
    """Where no folder is writable, the document is in the cache, and deleted there."""
    monkeypatch.setattr("esi.core.openapi.store.user_folder", lambda _kind: None)
    from esi.clients import esi_client_factory

    esi_client_factory()
    assert run("esi_clear_spec_cache") == "Stored API documents: 1 deleted.\n"
    assert run("esi_clear_spec_cache") == "Stored API documents: 0 deleted.\n"


def test_generate_esi_stubs(site, tmp_path, monkeypatch):
    """By default the command writes types to `site-packages`; `--output` names another folder."""
    command = "esi.management.commands.generate_esi_stubs"
    monkeypatch.setattr(f"{command}.site_packages", lambda: tmp_path / "site-packages")
    folder = tmp_path / "site-packages"
    assert f"operations at 2020-01-01 to {folder}" in run("generate_esi_stubs")
    run("generate_esi_stubs", "--output", str(tmp_path / "typings"))
    stubs = [tmp_path / name / "esi-stubs" / "stubs" for name in ("site-packages", "typings")]
    first, second = [(each / "__init__.pyi").read_text("utf-8") for each in stubs]
    assert "class GetStatusOperation(" in first
    assert first == second
    asked = [request.headers for request in site.requests if request.path == "/meta/openapi.json"]
    assert {k.lower(): v for k, v in asked[-1].items()}["x-compatibility-date"] == "2020-01-01"


def test_generate_esi_stubs_of_a_date_or_a_file(site, tmp_path):
    """The document is that of a date, or a file."""
    dated, filed = tmp_path / "dated", tmp_path / "filed"
    run("generate_esi_stubs", "--compatibility_date", "2026-08-18", "--output", str(dated))
    text = (dated / "esi-stubs" / "stubs" / "client.pyi").read_text("utf-8")
    assert "at compatibility date 2026-08-18" in text
    file = tmp_path / "document.json"
    text = '{"openapi": "3.1.0", "info": {"version": "2025-12-16"}, "paths": {}}'
    file.write_text(text, "utf-8")
    assert "0 operations at 2025-12-16 to" in run(
        "generate_esi_stubs", "--spec_file", str(file), "--output", str(filed)
    )
    text = (filed / "esi-stubs" / "stubs" / "__init__.pyi").read_text("utf-8")
    assert "class ESIClientStub:" in text


def test_generate_esi_stubs_that_cannot_be_written(site, tmp_path):
    """The error names the file, the reason and the option."""
    (tmp_path / "file").touch()
    with pytest.raises(CommandError, match=r"file.* cannot be written .* --output DIR"):
        run("generate_esi_stubs", "--output", str(tmp_path / "file"))


def test_nothing_is_left_of_version_1_of_the_sso(make_token):
    """Release 5.1's command says so, counts such tokens, and changes none."""
    token = make_token(sso_version=1)
    make_token()
    lines = run("migrate_to_ssov2").splitlines()
    assert "nothing to migrate" in lines[0]
    assert "version 1: 1" in lines[1]
    token.refresh_from_db()
    assert token.sso_version == 1


COMMANDS = [
    "esi_cleanup", "esi_clear_spec_cache", "esi_scopes", "esi_spec", "generate_esi_stubs",
    "migrate_to_ssov2",
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_help(command, capsys):
    """Each command has a help text."""
    with pytest.raises(SystemExit):
        call_command(command, "--help")
    assert len(capsys.readouterr().out.splitlines()) > 15
