"""Several processes refresh the same tokens at the same time; the SSO rotates refresh tokens.

`ESI_TEST_REFRESHES=1000` makes as many refreshes as the promise says.
"""

import json
import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.django_app.conftest import CHIEF, WALLET
from tests.support import children, servers

REFRESHES = int(os.environ.get("ESI_TEST_REFRESHES", "24"))
TOKENS = 4
WORKERS = 3

FILL = """
import django; django.setup()
import json, sys
from esi.models import Token, Scope
for row in json.loads(sys.argv[1]):
    Token.objects.create(**row).scopes.set(Scope.objects.all()[:1])
"""
EXPIRE = """
import django; django.setup()
import sys
from datetime import timedelta
from django.utils import timezone
from esi.models import Token
for line in sys.stdin:
    Token.objects.update(created=timezone.now() - timedelta(days=1))
    print(flush=True)
"""
LEFT = """
import django; django.setup()
import json
from esi.models import Token
print(json.dumps(list(Token.objects.values_list("refresh_token", flat=True))))
"""


class Worker:
    """Process that responds to each line with one line."""

    def __init__(self, environment, *command):
        self.process = children.start(
            [sys.executable, *command], cwd=servers.PROJECT, env=environment, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        self._lines = children.Lines(self.process.stdout)

    def tell(self, line):
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def answer(self):
        return self._lines.next().strip()

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self.process.stdin.close()
        try:
            self.process.wait(children.END_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self.errors = self.process.stderr.read()
        self._lines.join()
        children.end(self.process)


@pytest.mark.parametrize("engine", ["postgres", "mariadb"])
@pytest.mark.parametrize("mode", ["go", "rollback"])
def test_no_token_is_lost(engine, mode, request, manage, manage_all, esi_sandbox, capsys):
    """Each refresh is one request, all workers go on with the new token, none is lost.

    With `rollback` each worker works in a transaction that fails afterwards.
    """
    database = request.getfixturevalue(engine)
    name = f"refreshing_{mode}"
    database.create(name)
    where = database.environment(name)
    sso = esi_sandbox.sso
    rows = []
    for number in range(TOKENS):
        granted = sso.grant(CHIEF + number, [WALLET], client_id="my-site")
        rows.append(
            {
                "access_token": granted["access_token"],
                "refresh_token": granted["refresh_token"],
                "character_id": CHIEF + number,
                "character_name": f"Character {number}",
                "character_owner_hash": sso.owner(CHIEF + number),
            }
        )
    manage_all(where, ("migrate", "--no-input"), ("-c", FILL, json.dumps(rows)))
    environment = {
        **os.environ, **where, "ESI_API_URL": esi_sandbox.url,
        "DJANGO_SETTINGS_MODULE": "project.demo",
        "PYTHONPATH": os.pathsep.join([str(servers.PROJECT), os.environ.get("PYTHONPATH", "")]),
    }  # fmt: skip
    script = str(Path(__file__).with_name("refresh_worker.py"))
    rounds = -(-REFRESHES // TOKENS)
    with ExitStack() as stack:
        expire = stack.enter_context(Worker(environment, "-c", EXPIRE))
        workers = [stack.enter_context(Worker(environment, script)) for _ in range(WORKERS)]
        for _ in range(rounds):
            expire.tell("all")
            expire.answer()
            for worker in workers:
                worker.tell(mode)
            used = [worker.answer() for worker in workers]
            if used != [str(TOKENS)] * WORKERS:
                break
    assert [worker.errors for worker in workers] == [""] * WORKERS
    alive = json.loads(manage(where, "-c", LEFT).stdout)
    with capsys.disabled():
        asked = rounds * TOKENS * WORKERS
        print(f" {asked} asked, {sso.refreshes} requests, {TOKENS - len(alive)} lost ", end="")  # noqa: T201
    assert sso.refreshes == sso.rotations == rounds * TOKENS
    assert len(alive) == TOKENS
    assert set(alive) <= set(sso._refresh_tokens)


WAITING = """
import django; django.setup()
import threading
from django.db import connection, transaction
from esi import renewal
from esi.models import Token

held, asked = threading.Event(), threading.Event()

def other():
    with transaction.atomic():
        Token.objects.select_for_update().get()
        held.set()
        asked.wait(60)
        transaction.set_rollback(True)  # its refresh came to nothing
    connection.close()

thread = threading.Thread(target=other)
%s
thread.start()
held.wait(60)
with transaction.atomic():
    token = Token.objects.get()
    token.refresh()
    transaction.set_rollback(True)
thread.join()
print(Token.objects.get().refresh_token == token.refresh_token)
"""
HOLDING = {
    "long": """
look = renewal._can_lock

def noting(*args):
    found = look(*args)
    if threading.current_thread() is threading.main_thread():
        asked.set()
    return found

renewal._can_lock = noting
""",
    # The row is free at the second attempt, an hour later.
    "on a busy machine": """
import time
from itertools import count
from types import SimpleNamespace

hours, attempts, locking = count(step=3600), count(), renewal._locking

def noting(*args, **options):
    if next(attempts) == 1:
        asked.set()
        thread.join()
    return locking(*args, **options)

renewal.time = SimpleNamespace(monotonic=lambda: next(hours), sleep=time.sleep)
renewal._locking = noting
""",
}


@pytest.mark.parametrize("engine", ["postgres", "mariadb"])
@pytest.mark.parametrize("held", HOLDING)
def test_a_refresh_after_waiting_is_not_rolled_back(engine, held, request, manage_all, esi_sandbox):
    """If another worker held the row and failed, the new token is still committed."""
    database = request.getfixturevalue(engine)
    database.create("waiting")
    where = database.environment("waiting")
    granted = esi_sandbox.sso.grant(CHIEF, [WALLET], client_id="my-site")
    row = {
        "access_token": granted["access_token"],
        "refresh_token": granted["refresh_token"],
        "character_id": CHIEF,
        "character_owner_hash": esi_sandbox.sso.owner(CHIEF),
    }
    fill = ("-c", FILL, json.dumps([row]))
    *_, waited = manage_all(where, ("migrate", "--no-input"), fill, ("-c", WAITING % HOLDING[held]))
    assert waited.stdout == "True\n"
    assert esi_sandbox.sso.rotations == 1
