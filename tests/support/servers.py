"""Start PostgreSQL, MariaDB, Redis and memcached for tests, and end them afterwards.

Servers listen on loopback only and keep their files in a temporary folder. Debian's packages are
`postgresql`, `mariadb-server`, `redis-server` and `memcached`.

A program of the right name may not work, so `running` first waits for a response in the server's
own protocol. If no server works, the test is skipped with the reason for each program tried; in the
complete run (ESI_TEST_COMPLETE) that is a failure.
"""

import gc
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.support import children
from tests.support.ports import free_port

PROJECT = Path(__file__).parent.parent / "django_project"
DATABASES = Path(__file__).parent.parent / "django_app" / "databases"
STARTUP_SECONDS = 300  # until a server responds, even on a busy machine
ANSWER_SECONDS = 60  # for one query while the server starts
WORK_SECONDS = children.RUN_SECONDS  # for a query, loading a dump, or creating a data folder
PORTS = 3  # tried, because another process may take a chosen one first


class NoServerError(Exception):
    """Reason why no server runs; the message completes "no Redis here: ..."."""


@contextmanager
def running(kind, *options):
    """Run a server during the block; skip the test with the reason if none works."""
    # Not in pytest's folder, which other users (`postgres`) may not enter.
    with tempfile.TemporaryDirectory(
        prefix="esi-", ignore_cleanup_errors=True, dir=enterable()
    ) as folder:
        try:
            server = kind(Path(folder), *options)
        except NoServerError as exc:
            pytest.skip(f"no {kind.__name__} here: {exc}")
        try:
            yield server
        finally:
            server.stop()


def places(*programs, also=()):
    """Return the folders that have all of the programs; those of `also` come first."""
    path = [*map(str, also), *os.environ.get("PATH", os.defpath).split(os.pathsep), "/usr/sbin"]
    found = dict.fromkeys(Path(folder).resolve() for folder in path if folder)
    return [
        folder
        for folder in found
        if all(shutil.which(program, path=str(folder)) for program in programs)
    ]


def first_that_works(attempt, *programs, also=()):
    """Return the result of the first `attempt(folder)` that raises no NoServerError."""
    reasons = []
    for place in places(*programs, also=also):
        try:
            return attempt(place)
        except NoServerError as exc:
            reasons.append(f"{place / programs[0]} {exc}")
    raise NoServerError("; ".join(reasons) or f"{' and '.join(programs)} cannot be found")


def enterable():
    """Return a folder for temporary files that every user may enter; None for the usual one."""
    usual = Path(tempfile.gettempdir()).resolve()
    if os.name != "posix" or os.geteuid() or _all_may_enter(usual):
        return None
    return next((place for place in ("/tmp", "/var/tmp") if _all_may_enter(Path(place))), None)


def _all_may_enter(folder):
    return folder.is_dir() and all(each.stat().st_mode & 1 for each in (folder, *folder.parents))


def _account(*names):
    """Return the first of these users that exists, for servers that refuse to run as root."""
    if os.name != "posix" or os.geteuid():
        return None
    import pwd

    for name in names:
        try:
            return pwd.getpwnam(name)
        except KeyError:
            pass
    raise NoServerError(f"would have to run as {' or '.join(names)}, and there is no such user")


class Server:
    """Program that listens on a port of loopback.

    Args:
        folder: parent of the server's new folder.
        user: user that runs the server if the tests run as root.
    """

    ending = signal.SIGTERM

    def __init__(self, folder, user):
        account = _account(user, "nobody")
        self.folder = Path(tempfile.mkdtemp(dir=folder))
        self.user = account and account.pw_name
        self.port = free_port()
        self.process = None
        self._answered = False
        if account:
            folder.chmod(0o711)
            os.chown(self.folder, account.pw_uid, account.pw_gid)

    def _environment(self):
        """Return the environment, with a temporary folder that the server's user may write to."""
        return {**os.environ, "TMPDIR": str(self.folder)}

    def run(self, *command):
        """Run a program that prepares the server, and wait for its end."""
        log = self.folder / "log"
        with log.open("wb") as out, closing_process(
            children.start(
                command, user=self.user, cwd=self.folder, env=self._environment(),
                stdin=subprocess.DEVNULL, stdout=out, stderr=out,
            )
        ) as process:  # fmt: skip
            try:
                status = process.wait(WORK_SECONDS)
            except subprocess.TimeoutExpired:
                raise NoServerError(f"was not ready within {WORK_SECONDS} s") from None
        if status:
            raise NoServerError(f"ended with {status}: {self._said()}")

    def start(self, command, answers):
        """Start a program and wait until it answers; a restart uses the same port.

        Args:
            command: returns the command line, which contains `self.port`.
            answers: returns True once the server answers.
        """
        for _ in range(1 if self._answered else PORTS):
            self._launch(command())
            until = time.monotonic() + STARTUP_SECONDS
            while time.monotonic() < until and self.process.poll() is None:
                if answers() and self.process.poll() is None:
                    self._answered = True
                    return
                time.sleep(0.02)
            if self.process.poll() is None:
                self.stop()
                raise NoServerError(f"did not answer within {STARTUP_SECONDS} s: {self._said()}")
            if not self._answered:
                self.port = free_port()
        raise NoServerError(f"ended with {self.process.returncode}: {self._said()}")

    def _launch(self, command):
        with (self.folder / "log").open("wb") as log:
            self.process = children.start(
                command, user=self.user, cwd=self.folder, env=self._environment(),
                stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            )  # fmt: skip

    def hears(self, question, *answers):
        """Return True if the response to `question` starts with one of `answers`."""
        try:
            with socket.create_connection(("127.0.0.1", self.port), ANSWER_SECONDS) as sock:
                sock.sendall(question)
                return sock.recv(64).startswith(answers)
        except OSError:
            return False

    def stop(self):
        children.end(self.process, self.ending)

    def _said(self):
        lines = (self.folder / "log").read_text("utf-8", "replace").split("\n")
        return " / ".join(line.strip() for line in lines if line.strip())[-600:] or "nothing said"


@contextmanager
def closing_process(process):
    """Kill a process after the block, also after an error."""
    try:
        yield process
    finally:
        children.end(process, signal.SIGKILL)


def _asked(command, text=None, seconds=WORK_SECONDS):
    """Return the output of a client program."""
    return subprocess.run(
        command, input=text, capture_output=True, text=True, check=True, timeout=seconds
    ).stdout


def _is_there(command):
    try:
        return _asked(command, "SELECT 1", ANSWER_SECONDS).strip().endswith("1")
    except (OSError, subprocess.SubprocessError):
        return False


class Database:
    """Database engine, named as in Django's settings; this one is SQLite."""

    engine = "sqlite3"

    def __init__(self, folder):
        self.folder = folder

    def stop(self):
        pass

    def create(self, name):
        (self.folder / name).unlink(missing_ok=True)

    def environment(self, name):
        """Return the environment variables that make the test project use a database."""
        return {"SITE_DB_ENGINE": self.engine, "SITE_DB_NAME": str(self.folder / name)}

    def load(self, name, dump):
        """Create a database from a dump of one that the 5.x line or release 10 left behind."""
        self.create(name)
        text = (DATABASES / f"{dump}.{self.engine}.sql").read_text("utf-8")
        import sqlite3

        with closing(sqlite3.connect(self.folder / name)) as connection:
            connection.executescript(text)


class _DatabaseServer(Database):
    """Database that is a server; `user` is the database user of queries."""

    user = ""

    def stop(self):
        self.server.stop()

    def environment(self, name):
        return {
            "SITE_DB_ENGINE": self.engine, "SITE_DB_NAME": name, "SITE_DB_HOST": "127.0.0.1",
            "SITE_DB_PORT": str(self.server.port), "SITE_DB_USER": self.user,
        }  # fmt: skip


class Postgres(_DatabaseServer):
    engine = "postgresql"
    user = "postgres"

    def __init__(self, folder):
        super().__init__(folder)
        _package("psycopg")
        homes = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
        first_that_works(self._start, "postgres", "initdb", "psql", also=homes)

    def _start(self, home):
        self._psql = home / "psql"
        self.server = Server(self.folder, "postgres")
        self.server.ending = signal.SIGINT  # after SIGTERM it waits for its clients
        self.server.run(
            str(home / "initdb"), "-D", "data", "-U", self.user, "-A", "trust", "-E", "UTF8", "-N"
        )
        # Without fsync: no test needs its data after a crash of the machine.
        self.server.start(
            lambda: [
                str(home / "postgres"), "-D", "data", "-p", str(self.server.port),
                "-h", "127.0.0.1", "-k", "", "-c", "fsync=off",
            ],
            lambda: _is_there(self._command("postgres", "-t")),
        )  # fmt: skip

    def _command(self, database, *arguments):
        return [
            str(self._psql), "-h", "127.0.0.1", "-p", str(self.server.port), "-U", self.user,
            "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", database, *arguments,
        ]  # fmt: skip

    def ask(self, database, *arguments, text=None):
        return _asked(self._command(database, *arguments), text)

    def create(self, name):
        self.ask("postgres", "-c", f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        self.ask("postgres", "-c", f"CREATE DATABASE {name}")

    def load(self, name, dump):
        self.create(name)
        self.ask(name, text=(DATABASES / f"{dump}.postgresql.sql").read_text("utf-8"))


class MariaDB(_DatabaseServer):
    engine = "mysql"
    user = "root"

    def __init__(self, folder):
        super().__init__(folder)
        _package("pymysql")
        self._mariadb, *_ = places("mariadb") or [Path()]
        first_that_works(self._start, "mariadbd")

    def _start(self, home):
        self.server = Server(self.folder, "mysql")
        data = f"--datadir={self.server.folder / 'data'}"
        first_that_works(
            lambda place: self.server.run(
                str(place / "mariadb-install-db"), "--no-defaults", data, "--skip-test-db",
                "--auth-root-authentication-method=normal",
            ),
            "mariadb-install-db",
        )  # fmt: skip
        if not (self._mariadb / "mariadb").is_file():
            raise NoServerError("cannot be asked: mariadb, its client, cannot be found")
        # Sockets need short paths, so this one is relative.
        self.server.start(
            lambda: [
                str(home / "mariadbd"), "--no-defaults", data, f"--port={self.server.port}",
                "--bind-address=127.0.0.1", "--socket=socket", "--pid-file=pid",
                "--character-set-server=utf8mb4", "--innodb-flush-log-at-trx-commit=0",
            ],
            lambda: _is_there(self._command("mysql")),
        )  # fmt: skip

    def _command(self, database):
        return [
            str(self._mariadb / "mariadb"), "--no-defaults", "-h127.0.0.1",
            f"-P{self.server.port}", f"-u{self.user}", "--default-character-set=utf8mb4", database,
        ]  # fmt: skip

    def ask(self, database, text):
        return _asked(self._command(database), text)

    def create(self, name):
        self.ask("mysql", f"DROP DATABASE IF EXISTS {name}; CREATE DATABASE {name}")

    def load(self, name, dump):
        self.create(name)
        self.ask(name, (DATABASES / f"{dump}.mysql.sql").read_text("utf-8"))


class Redis:
    """Redis server; `options` are added to its command line."""

    def __init__(self, folder, *options):
        _package("redis")
        self.server = Server(folder, "redis")
        self.options = options
        first_that_works(self._start, "redis-server")

    @property
    def url(self):
        return f"redis://127.0.0.1:{self.server.port}/0"

    def start(self):
        """Start again on the same port, without the data from before."""
        self._start(self._home)

    def _start(self, home):
        self._home = home
        self.server.start(
            lambda: [
                str(home / "redis-server"), "--port", str(self.server.port),
                "--bind", "127.0.0.1", "--save", "", "--dir", str(self.server.folder),
                *self.options,
            ],
            lambda: self.server.hears(b"PING\r\n", b"+PONG", b"-NOAUTH"),
        )  # fmt: skip

    def stop(self):
        self.server.stop()


def close_connections():
    """Close this process's connections to caches; clients reopen theirs when necessary."""
    for module, name, close in (
        ("redis.connection", "AbstractConnection", "disconnect"),
        ("pymemcache.client.base", "Client", "close"),
    ):
        if module in sys.modules:
            kind = getattr(sys.modules[module], name)
            for found in gc.get_objects():
                if issubclass(type(found), kind):
                    getattr(found, close)()


class Memcached:
    def __init__(self, folder):
        _package("pymemcache")
        self.server = Server(folder, "memcache")
        first_that_works(self._start, "memcached")

    @property
    def url(self):
        return f"memcached://127.0.0.1:{self.server.port}"

    def _start(self, home):
        self.server.start(
            lambda: [str(home / "memcached"), "-l", "127.0.0.1", "-p", str(self.server.port)],
            lambda: self.server.hears(b"version\r\n", b"VERSION"),
        )

    def stop(self):
        self.server.stop()


def _package(name):
    """Raise NoServerError if the server's Python client is not installed."""
    import importlib

    try:
        importlib.import_module(name)
    except ImportError as exc:
        raise NoServerError(f"the package {name} is not there ({exc})") from None
