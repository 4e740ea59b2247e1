"""Databases of releases 5.1.0 and 10.0.0 of django-esi.

The files in `databases/` were written by SQLite, pg_dump and mariadb-dump from databases which
those releases had made and filled: users, scopes, tokens of all kinds, and logins under way.
"""

import json
import os
import subprocess
from urllib.parse import urlsplit

import pytest
import requests

from compat import redirected_hosts
from esi.migrations import REPLACED
from tests.benchmarks.environments import python_of
from tests.django_app.conftest import CHIEF
from tests.support import processes
from tests.support.servers import PROJECT

ALL = """
import django; django.setup()
import json
from django.apps import apps
print(json.dumps({
    model.__name__: list(model.objects.order_by("pk").values())
    for model in [*apps.get_app_config("esi").get_models(include_auto_created=True),
                  apps.get_model("auth", "User")]
}, default=str))
"""

LAYOUT = """
import django; django.setup()
import json
from django.db import connection
found = {}
with connection.cursor() as cursor:
    for table in sorted(connection.introspection.table_names(cursor)):
        if not table.startswith("esi_"):
            continue
        columns = connection.introspection.get_table_description(cursor, table)
        kept = [(c.name, str(c.type_code), c.internal_size, c.null_ok) for c in columns]
        rules = connection.introspection.get_constraints(cursor, table)
        found[table] = {"columns": sorted(map(str, kept)), "rules": {
            name: {k: v for k, v in rule.items() if k != "definition"}
            for name, rule in rules.items()
        }}
print(json.dumps(found, sort_keys=True, default=str))
"""

RECORD = """
import django; django.setup()
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
for name in {names!r}:
    MigrationRecorder(connection).record_{what}("esi", name)
"""

OTHER_APP = """
import django; django.setup()
from django.db import connection, migrations
from django.db.migrations.loader import MigrationLoader
from esi.migrations import REPLACED

class Loader(MigrationLoader):
    def load_disk(self):
        super().load_disk()
        for name in (*REPLACED, "0013_squashed_0012_fix_token_type_choices"):
            other = migrations.Migration(name, "other")
            other.dependencies = [("esi", name)]
            self.disk_migrations["other", name] = other
        self.migrated_apps.add("other")

loader = Loader(connection)
loader.check_consistent_history(connection)
print(len([key for key in loader.graph.nodes if key[0] == "other"]))
"""

engines = pytest.mark.parametrize("engine", ["sqlite", "postgres", "mariadb"])
releases = pytest.mark.parametrize("release", ["release5", "release10"])


@pytest.fixture
def database(engine, request):
    return request.getfixturevalue(engine)


ROWS, LAY, FILL = ("-c", ALL), ("-c", LAYOUT), ("migrate", "--no-input")


def told(done):
    """Parse the JSON that a command printed."""
    return json.loads(done.stdout)


@engines
@releases
def test_a_database_migrates_without_loss(database, release, manage_all):
    """All rows of all tables are what they were, and nothing is left to migrate."""
    database.load("kept", release)
    where = database.environment("kept")
    before, _, after, rest = manage_all(where, ROWS, FILL, ROWS, ("migrate", "--check"))
    before = told(before)
    assert len(before["Token"]) == 7
    assert {row["refresh_token"] for row in before["Token"]} >= {None, "", "refresh-1"}
    assert len(before["CallbackRedirect"]) == 2
    assert told(after) == before
    assert rest.returncode == 0


@engines
@releases
def test_a_new_database_has_the_same_layout(database, release, manage_all):
    """Columns, keys, indices, foreign keys and their names are those that both releases made."""
    database.load("kept", release)
    database.create("fresh")
    (left,) = manage_all(database.environment("kept"), LAY)
    _, fresh = manage_all(database.environment("fresh"), FILL, LAY)
    left, fresh = told(left), told(fresh)
    for layout in (left, fresh):
        # The key of the table between tokens and scopes follows the site's default there, too.
        between = layout["esi_token_scopes"]
        between["columns"] = [c for c in between["columns"] if not c.startswith("('id'")]
    assert fresh == left


WRITE = """
import django; django.setup()
from django.contrib.auth.models import User
from esi.models import CallbackRedirect, Scope, Token
first, *others = Token.objects.order_by("pk")
first.created = first.created.replace(year=2001)
first.save()
others[0].delete()
new = Token.objects.create(access_token="a" * 3000, refresh_token="r", character_id={character_id},
    character_name="{character_id}", character_owner_hash="h", user=User.objects.first())
new.scopes.set(Scope.objects.get_or_create(name=name)[0]
    for name in ["esi-wallet.read_character_wallet.v1", "esi-new.scope.v1"])
CallbackRedirect.objects.create(
    session_key="{character_id}", state="{character_id}", url="/c/", token=new)
"""

FIND = """
import django; django.setup()
from esi.models import Token
print(Token.get_token({character_id}, ["esi-new.scope.v1"]).character_name)
"""

BEGIN = """
import django; django.setup()
import json
from django.contrib.auth.models import User
from django.contrib.sessions.backends.db import SessionStore
from django.test import RequestFactory
from esi.views import sso_redirect
request = RequestFactory().get("/wallet/?x=1")
request.user = User.objects.first()
request.session = SessionStore()
request.session.create()
url = sso_redirect(request, scopes=["esi-wallet.read_character_wallet.v1"]).url
print(json.dumps([request.session.session_key, url]))
"""

END = """
import django; django.setup()
import json
from django.conf import settings
from django.test import Client
settings.ALLOWED_HOSTS = ["*"]
client = Client()
client.cookies[settings.SESSION_COOKIE_NAME] = {session!r}
answer = client.get({url!r})
from esi.models import CallbackRedirect, Token
made = Token.objects.get(pk=CallbackRedirect.objects.get(session_key={session!r}).token_id)
print(json.dumps([answer.status_code, answer.url, made.character_id]))
"""

REFRESH = """
import django; django.setup()
import json
from esi.models import Token
token = Token.objects.get(character_id={character_id})
before = token.refresh_token
token.refresh()
print(json.dumps([before, Token.objects.get(pk=token.pk).refresh_token]))
"""

# Release 10 has the addresses of the single sign-on in its code, so they lead to the sandbox. The
# module is loaded by its path, since the project's own `esi` must not be found.
REDIRECT = f"""
from importlib.util import module_from_spec, spec_from_file_location
spec = spec_from_file_location("redirected_hosts", {str(redirected_hosts.__file__)!r})
module = module_from_spec(spec)
spec.loader.exec_module(module)
module.install({{url!r}})
"""

PEER_SETTINGS = """
from project.demo import *
INSTALLED_APPS = [f"django.contrib.{app}" for app in ("auth", "contenttypes", "sessions")] + ["esi"]
ROOT_URLCONF = "esi.urls"  # the project's views need this app
"""


@pytest.fixture(scope="module")
def release_10(tmp_path_factory):
    """Return a function that runs commands of django-esi 10.0.0 on the project's database."""
    folder = tmp_path_factory.mktemp("peer")
    try:
        python = python_of("django-esi-10.0.0", folder)
    except subprocess.CalledProcessError as exc:
        pytest.skip(f"django-esi 10.0.0 cannot be installed: {exc}")
    (folder / "peer.py").write_text(PEER_SETTINGS, "utf-8")
    own = {"DJANGO_SETTINGS_MODULE": "peer", "PYTHONPATH": f"{folder}{os.pathsep}{PROJECT}"}

    def run(environment, *command):
        return processes.run(
            python, *command, check=True, cwd=folder, env={**os.environ, **environment, **own}
        )

    return run


@pytest.mark.large
@engines
def test_release_10_and_this_app_take_turns(database, release_10, manage_all):
    """Each reads all that the other wrote, and has nothing to migrate."""
    database.load("lent", "release10")
    where = database.environment("lent")
    *_, rows = manage_all(where, FILL, ("-c", WRITE.format(character_id=90000009)), ROWS)

    assert told(release_10(where, *ROWS)) == told(rows)
    release_10(where, "-m", "django", "migrate", "esi", "--check")
    release_10(where, "-m", "django", "makemigrations", "esi", "--check", "--dry-run")
    assert release_10(where, "-c", FIND.format(character_id=90000009)).stdout == "90000009\n"

    release_10(where, "-c", WRITE.format(character_id=90000010))
    found = ("-c", FIND.format(character_id=90000010))
    _, again, name = manage_all(where, ("migrate", "--check"), ROWS, found)
    assert told(again) == told(release_10(where, *ROWS))
    assert name.stdout == "90000010\n"


@pytest.mark.large
@engines
def test_a_database_made_by_release_10_needs_no_migration(database, release_10, manage_all):
    """If release 10 has made the tables, this app has nothing to migrate."""
    database.create("made")
    where = database.environment("made")
    release_10(where, "-m", "django", "migrate", "--no-input")
    (unapplied,) = manage_all(where, ("showmigrations", "esi", "--plan"))
    assert "[ ]" not in unapplied.stdout
    left, (fresh,) = release_10(where, *LAY), manage_all(where, LAY)
    assert told(left) == told(fresh)


@pytest.mark.large
@engines
def test_a_login_that_release_10_began_ends_here(database, release_10, manage_all, sso_site):
    """Players who were at the SSO during the change return to the page."""
    database.create("begun")
    where = database.environment("begun")
    manage_all(where, FILL)
    session, url = told(release_10(where, "-c", BEGIN))
    path = returned(sso_site, url)

    (done,) = manage_all(where, ("-c", END.format(session=session, url=path)))
    assert told(done) == [302, "/wallet/?x=1", CHIEF]


def returned(site, url):
    """Let a player allow a login at its address; return the path to which the SSO sends them."""
    consent = f"{site.url}/v2/oauth/authorize?{urlsplit(url).query}"
    back = requests.get(consent, allow_redirects=False, timeout=60).headers["Location"]
    return urlsplit(back)._replace(scheme="", netloc="").geturl()


@pytest.mark.large
@engines
def test_a_login_that_began_here_ends_in_release_10(database, release_10, manage_all, sso_site):
    """Players who were at the SSO return to a site that went back, and either app refreshes."""
    database.create("back")
    where = database.environment("back")
    its_issuer = {"iss": "https://login.eveonline.com"}
    sso_site.sso.claims |= its_issuer
    *_, begun = manage_all(where, FILL, ("-c", BEGIN))
    session, url = told(begun)
    path = returned(sso_site, url).removeprefix("/sso")  # its addresses are those of `esi.urls`

    there = REDIRECT.format(url=sso_site.url)
    done = release_10(where, "-c", there + END.format(session=session, url=path))
    assert told(done) == [302, "/wallet/?x=1", CHIEF]

    refresh = REFRESH.format(character_id=CHIEF)
    there_first = told(release_10(where, "-c", there + refresh))
    sso_site.sso.claims.clear()
    (done,) = manage_all(where, ("-c", refresh))
    sso_site.sso.claims |= its_issuer
    there_again = told(release_10(where, "-c", there + refresh))
    assert [there_first[1], there_again[0]] == told(done)
    assert sso_site.sso.rotations == 3


UNDER_WAY = """
import django; django.setup()
import json
from django.contrib.sessions.backends.db import SessionStore
from esi.models import CallbackRedirect
from esi.sso import sso
session = SessionStore()
session.create()
# Release 10 wrote the row; keys of Django's sessions are longer than the one in it.
assert CallbackRedirect.objects.filter(state="s1").update(session_key=session.session_key)
url = sso.authorization_url(["esi-wallet.read_character_wallet.v1"], "s1")
print(json.dumps([session.session_key, url]))
"""


@engines
def test_a_login_in_the_database_of_release_10_ends_here(database, manage_all, sso_site):
    """A callback that release 10 left behind is completed, with the page that it names."""
    database.load("waiting", "release10")
    where = database.environment("waiting")
    *_, waiting = manage_all(where, FILL, ("-c", UNDER_WAY))
    session, url = told(waiting)
    path = returned(sso_site, url)
    (done,) = manage_all(where, ("-c", END.format(session=session, url=path)))
    assert told(done) == [302, "/a/?x=1", CHIEF]


@engines
def test_a_new_database_has_the_first_scopes(database, manage_all):
    """New databases contain the twenty scopes of the 5.x line."""
    database.create("fresh")
    database.load("kept", "release5")
    _, fresh = manage_all(database.environment("fresh"), FILL, ROWS)
    (left,) = manage_all(database.environment("kept"), ROWS)
    assert told(fresh)["Scope"] == told(left)["Scope"][:20]


@pytest.mark.parametrize(
    ("engine", "last"),
    [("sqlite", 1), ("sqlite", 9), ("sqlite", 11), ("postgres", 11), ("mariadb", 11)],
)
def test_a_partly_migrated_database_is_left_alone(database, last, manage_all):
    """After a release before 5 (4.0 ends at 0011) nothing runs, and the error says what to do."""
    database.load("kept", "release5")
    where = database.environment("kept")
    unapplied = ("-c", RECORD.format(names=REPLACED[last:], what="unapplied"))
    _, before = manage_all(where, unapplied, ROWS)
    more = [("migrate", "esi", "--no-input"), ("migrate", "--skip-checks", "--no-input")]
    *refused, after = manage_all(where, FILL, *more, ROWS, check=False)
    for done in refused:
        assert done.returncode != 0
        assert "Upgrade to the 5.x line first" in done.stderr
        assert "Applying" not in done.stdout
    assert told(after) == told(before)


@engines
@pytest.mark.parametrize("state", ["new", "release5", "release10", "migrated"])
def test_migrations_of_other_apps_resolve(database, state, manage_all):
    """Dependencies may name any migration of the 5.x line or of release 10."""
    where = database.environment("others")
    if state.startswith("release"):
        database.load("others", state)
    else:
        database.create("others")
    *_, done = manage_all(where, *([FILL] if state == "migrated" else []), ("-c", OTHER_APP))
    assert done.stdout == "13\n"


@pytest.mark.parametrize("key", ["AutoField", "BigAutoField"])
def test_no_migration_is_missing(key, manage, tmp_path):
    """`makemigrations --check` is clean, whatever the site's default key."""
    (tmp_path / "keyed.py").write_text(
        "from project.demo import *\n"
        f"DEFAULT_AUTO_FIELD = 'django.db.models.{key}'\n"
    )  # fmt: skip
    done = manage({"PYTHONPATH": str(tmp_path)}, "makemigrations", "--check", "--dry-run",
                  settings="keyed")  # fmt: skip
    assert done.stdout == "No changes detected\n"


def test_the_keys_of_the_models():
    """AutoField, although the site's default is BigAutoField."""
    from django.apps import apps
    from django.conf import settings
    from django.db.models import AutoField

    assert settings.DEFAULT_AUTO_FIELD.endswith("BigAutoField")
    models = apps.get_app_config("esi").get_models()
    assert [type(model._meta.pk) for model in models] == [AutoField] * 3
