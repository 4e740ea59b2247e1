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
from contextlib import redirect_stderr, redirect_stdout, suppress
from io import StringIO

from tests.support.processes import Child
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


def _fork(line):
    """Run a job in a fork; return its line of JSON: an empty list if the fork died."""
    environment, commands = json.loads(line)
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:
        with suppress(BaseException):
            os.environ.clear()
            os.environ.update(environment)
            with os.fdopen(writing, "w", encoding="utf-8") as pipe:
                json.dump([_run(command) for command in commands], pipe)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        told = pipe.read()
    os.waitpid(child, 0)
    return told or "[]"


if __name__ == "__main__":
    sys.path.insert(0, str(PROJECT))
    os.chdir(PROJECT)
    for module in MODULES:
        importlib.import_module(module)
    for line in sys.stdin:
        print(_fork(line), flush=True)  # noqa: T201
