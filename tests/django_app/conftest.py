"""Fixtures: the test project with a sandbox, and a browser that uses both."""

import os
import subprocess
import sys
from urllib.parse import urlsplit

import pytest
import requests
from django import VERSION
from django.test import Client
from project import manual

from esi import clients
from esi.sso import sso
from tests.support import children, servers
from tests.support.site_commands import Commands

CHIEF = 90_000_001
WALLET = "esi-wallet.read_character_wallet.v1"
SKILLS = "esi-skills.read_skills.v1"


@pytest.fixture
def site(esi_sandbox, settings):
    """Use the sandbox as the site's API, and reset the provider of `project.manual`."""
    settings.ESI_API_URL = esi_sandbox.url
    manual.esi._client = None
    yield esi_sandbox
    clients._engine.close()


@pytest.fixture
def sso_site(site, settings):
    """Use the sandbox as the site's API and SSO, which logs the first character in."""
    settings.ESI_SSO_CLIENT_ID = "my-site"
    settings.ESI_SSO_CLIENT_SECRET = "hush"
    settings.ESI_SSO_CALLBACK_URL = "http://testserver/sso/callback/"
    settings.ESI_SSO_METADATA_URL = site.url + "/.well-known/oauth-authorization-server"
    site.sso.auto = CHIEF
    sso.forget()
    return site


class Browser(Client):
    """Django's test client, which follows redirects to the SSO and back too."""

    def walk(self, response):
        """Follow redirects until a page comes; `trail` has the addresses."""
        self.trail = []
        while response.status_code == 302:
            url = response.headers["Location"]
            self.trail.append(url)
            assert len(self.trail) < 10, self.trail
            parts = urlsplit(url)
            if parts.netloc in {"", "testserver"}:
                response = self.get(parts._replace(scheme="", netloc="").geturl())
            else:
                response = requests.get(url, allow_redirects=False, timeout=60)
        return response

    def visit(self, path, **kwargs):
        return self.walk(self.get(path, **kwargs))

    def choose(self, path, **form):
        return self.walk(self.post(path, form))


@pytest.fixture
def browser(sso_site, db):
    return Browser()


@pytest.fixture
def user(db, django_user_model):
    return django_user_model.objects.create_user("pilot")


@pytest.fixture
def make_token(sso_site, db):
    """Makes tokens that the sandbox's SSO knows."""
    from datetime import timedelta

    from django.utils import timezone

    from esi.models import Scope, Token

    def make(character_id=CHIEF, scopes=(WALLET,), *, expired=False, **fields):
        granted = sso_site.sso.grant(character_id, scopes, client_id="my-site")
        who = sso_site.world.characters[character_id]
        token = Token.objects.create(
            access_token=granted["access_token"],
            **{
                "refresh_token": granted.get("refresh_token"),
                "character_id": character_id,
                "character_name": who.name,
                "character_owner_hash": sso_site.sso.owner(character_id),
                **fields,
            },
        )
        token.scopes.set(Scope.objects.named(scopes))
        if expired:
            Token.objects.filter(pk=token.pk).update(created=timezone.now() - timedelta(days=1))
            token.refresh_from_db()
        return token

    return make


@pytest.fixture
def error_mails(settings, mailoutbox):
    """Return the text of the mails that Django has sent to the site's administrators."""
    settings.ADMINS = [("Admin", "a@example.com")] if VERSION < (6,) else ["a@example.com"]
    if VERSION >= (6, 1):  # it has a name for how mails go, older releases another
        settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
    return lambda: "".join(
        mail.body + "".join(str(part) for part in mail.alternatives) for mail in mailoutbox
    )


def _started(kind):
    @pytest.fixture(scope="session")
    def fixture():
        with servers.running(kind) as server:
            yield server

    return fixture


sqlite = _started(servers.Database)
postgres = _started(servers.Postgres)
mariadb = _started(servers.MariaDB)
redis = _started(servers.Redis)


@pytest.fixture(scope="session")
def commands():
    """Run commands of the test project in forks of one process."""
    with Commands() as process:
        yield process


@pytest.fixture
def manage_all(commands, environment_of):
    """Runs several commands, one after the other, in one process; each is as `manage` gives it."""

    def run(environment, *several, check=True):
        told = commands.run(environment_of(environment), several)
        assert not check or not any(each.returncode for each in told), told
        return told

    return run


@pytest.fixture
def environment_of(esi_sandbox):
    """Returns all variables of a process of the test project, and these."""

    def with_ours(environment, settings="project.demo"):
        return {
            **os.environ, **environment, "ESI_API_URL": esi_sandbox.url,
            "DJANGO_SETTINGS_MODULE": settings, "SITE_SECRET_KEY": "abcdefgh-0123456789" * 4,
        }  # fmt: skip

    return with_ours


@pytest.fixture
def manage(environment_of):
    """Runs code in the test project in a process of its own: `manage(env, "check", "--deploy")`."""

    def run(environment, *command, settings="project.demo", check=True):
        done = subprocess.run(
            [sys.executable, *(() if command[0] == "-c" else ("manage.py",)), *command],
            timeout=children.RUN_SECONDS,
            cwd=servers.PROJECT,
            env=environment_of(environment, settings),
            capture_output=True,
            text=True,
            check=False,
        )
        assert not check or done.returncode == 0, done.stdout + done.stderr
        return done

    return run
