"""Run commands in the test project, in forks of a process that has imported the slow modules.

Starting Python and importing Django and bravado takes longer than most commands. As a program,
this module reads jobs as lines of JSON and prints a line of JSON for each.
"""

import importlib
import json
import os
import subprocess
import sys
import traceback
from contextlib import redirect_stderr, redirect_stdout
from functools import partial
from io import StringIO

from tests.support.processes import Child, in_a_fork
from tests.support.servers import PROJECT

ROOT = PROJECT.parents[1]

# Those that can be imported before Django's settings are known.
MODULES = [
    "django.contrib.auth.hashers",
    "django.core.management.commands.makemigrations",
    "django.core.management.commands.migrate",
    "django.core.serializers.json",
    "django.db.backends.sqlite3.base",
    "django.test",
    "django.urls",
    "esi.core.client.factory",
    "esi.core.openapi.load",
    "esi.core.sso.client",
    "requests_oauthlib",
]


class Commands(Child):
    """Process that runs commands of `manage.py`, or code after `-c`, each job in a fork."""

    def __init__(self):
        super().__init__(sys.executable, "-m", __name__, cwd=ROOT)

    def run(self, environment, commands):
        """Run commands one after the other in one fork; return how each of them ended.

        `environment` has all variables of the fork.
        """
        self.say(json.dumps([environment, commands]))
        told = json.loads(self.hear())
        assert told, self.err
        return [
            subprocess.CompletedProcess(command, *each)
            for command, each in zip(commands, told, strict=True)
        ]


def _run(command):
    out, err, status = StringIO(), StringIO(), 0
    with redirect_stdout(out), redirect_stderr(err):
        try:
            if command[0] == "-c":
                sys.argv = ["-c", *command[2:]]
                exec(command[1], {"__name__": "__main__"})
            else:
                management = importlib.import_module("django.core.management")
                management.execute_from_command_line(["manage.py", *command])
        except SystemExit as exc:
            status = exc.code or 0
        except BaseException:  # noqa: BLE001 - the test shows it
            traceback.print_exc()
            status = 1
    return status, out.getvalue(), err.getvalue()


def _run_all(line):
    environment, commands = json.loads(line)
    os.environ.clear()
    os.environ.update(environment)
    return json.dumps([_run(command) for command in commands])


if __name__ == "__main__":
    sys.path.insert(0, str(PROJECT))
    os.chdir(PROJECT)
    for module in MODULES:
        importlib.import_module(module)
    for line in sys.stdin:
        print(in_a_fork(partial(_run_all, line)) or "[]", flush=True)  # noqa: T201
