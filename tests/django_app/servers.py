"""PostgreSQL, MariaDB and Redis of the machine, each started for the tests and ended after them.

They listen on loopback only and keep everything in a folder of the test run. The names of Debian's
packages are `postgresql`, `mariadb-server` and `redis-server`.
"""

import os
import pwd
import shutil
import socket
import subprocess
import time
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent / "django_project"
DATABASES = Path(__file__).parent / "databases"
STARTUP_SECONDS = 60


def binary(name, *folders):
    """Where a program is; the test is left out where there is none."""
    places = os.pathsep.join([os.environ["PATH"], "/usr/sbin", *map(str, folders)])
    found = shutil.which(name, path=places)
    if not found:
        pytest.skip(f"{name} is not installed on this machine")
    return found


def free_port():
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]


class Server:
    """A process that answers on a port of loopback."""

    def __init__(self, folder, user):
        self.port = free_port()
        self.folder = folder
        # Database servers refuse to run as root.
        self.user = user if os.geteuid() == 0 else None
        if self.user:
            account = pwd.getpwnam(user)
            os.chown(folder, account.pw_uid, account.pw_gid)

    def run(self, *command):
        subprocess.run(command, check=True, capture_output=True, user=self.user, cwd=self.folder)

    def start(self, *command):
        with (self.folder / "log").open("wb") as log:
            self.process = subprocess.Popen(
                command, stdout=log, stderr=log, user=self.user, cwd=self.folder
            )
        until = time.monotonic() + STARTUP_SECONDS
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() > until:
                raise RuntimeError((self.folder / "log").read_text("utf-8", "replace"))
            time.sleep(0.05)

    def answers(self):
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
        except OSError:
            return False
        return True

    def stop(self):
        self.process.terminate()
        self.process.wait(STARTUP_SECONDS)


class Database:
    """A database engine, as Django's settings name it."""

    engine = "sqlite3"

    def __init__(self, folder):
        self.folder = folder

    def stop(self):
        pass

    def create(self, name):
        (self.folder / name).unlink(missing_ok=True)

    def environment(self, name):
        """What the test project reads to use one of its databases."""
        return {"SITE_DB_ENGINE": self.engine, "SITE_DB_NAME": str(self.folder / name)}

    def load(self, name, dump):
        """Make a database out of what one of the 5.x line or of release 10 left behind."""
        self.create(name)
        text = (DATABASES / f"{dump}.{self.engine}.sql").read_text("utf-8")
        import sqlite3

        with sqlite3.connect(self.folder / name) as connection:
            connection.executescript(text)
        connection.close()


class Postgres(Database):
    engine = "postgresql"

    def __init__(self, folder):
        super().__init__(folder)
        pytest.importorskip("psycopg", reason="psycopg is not installed")
        homes = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
        initdb, postgres = binary("initdb", *homes), binary("postgres", *homes)
        self.psql = binary("psql", *homes)
        self.server = Server(folder, "postgres")
        self.server.run(initdb, "-D", "data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "-N")
        # What is lost when the machine fails matters little here.
        self.server.start(
            postgres, "-D", "data", "-p", str(self.server.port), "-h", "127.0.0.1",
            "-k", "", "-c", "fsync=off",
        )  # fmt: skip
        while "accepting" not in self._ready(binary("pg_isready", *homes)):
            time.sleep(0.05)

    def _ready(self, pg_isready):
        command = [pg_isready, "-h", "127.0.0.1", "-p", str(self.server.port)]
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout

    def stop(self):
        self.server.stop()

    def ask(self, database, *arguments, text=None):
        return subprocess.run(
            [self.psql, "-h", "127.0.0.1", "-p", str(self.server.port), "-U", "postgres",
             "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", database, *arguments],
            input=text, capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip

    def create(self, name):
        self.ask("postgres", "-c", f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        self.ask("postgres", "-c", f"CREATE DATABASE {name}")

    def environment(self, name):
        return {
            "SITE_DB_ENGINE": self.engine, "SITE_DB_NAME": name, "SITE_DB_HOST": "127.0.0.1",
            "SITE_DB_PORT": str(self.server.port), "SITE_DB_USER": "postgres",
        }  # fmt: skip

    def load(self, name, dump):
        self.create(name)
        self.ask(name, text=(DATABASES / f"{dump}.postgresql.sql").read_text("utf-8"))


class MariaDB(Database):
    engine = "mysql"

    def __init__(self, folder):
        super().__init__(folder)
        pytest.importorskip("pymysql", reason="PyMySQL is not installed")
        install, mariadbd = binary("mariadb-install-db"), binary("mariadbd")
        self.mariadb = binary("mariadb")
        self.server = Server(folder, "mysql")
        data = f"--datadir={folder / 'data'}"
        self.server.run(
            install, "--no-defaults", data, "--auth-root-authentication-method=normal",
            "--skip-test-db",
        )  # fmt: skip
        self.server.start(
            mariadbd, "--no-defaults", data, f"--port={self.server.port}",
            "--bind-address=127.0.0.1", f"--socket={folder / 'socket'}",
            f"--pid-file={folder / 'pid'}", "--character-set-server=utf8mb4",
            "--innodb-flush-log-at-trx-commit=0",
        )  # fmt: skip

    def stop(self):
        self.server.stop()

    def ask(self, database, text):
        command = [self.mariadb, "--no-defaults", "-h127.0.0.1", f"-P{self.server.port}", "-uroot",
                   "--default-character-set=utf8mb4", database]  # fmt: skip
        return subprocess.run(
            command, input=text, capture_output=True, text=True, check=True
        ).stdout

    def create(self, name):
        self.ask("mysql", f"DROP DATABASE IF EXISTS {name}; CREATE DATABASE {name}")

    def environment(self, name):
        return {
            "SITE_DB_ENGINE": self.engine, "SITE_DB_NAME": name, "SITE_DB_HOST": "127.0.0.1",
            "SITE_DB_PORT": str(self.server.port), "SITE_DB_USER": "root",
        }  # fmt: skip

    def load(self, name, dump):
        self.create(name)
        self.ask(name, (DATABASES / f"{dump}.mysql.sql").read_text("utf-8"))


class Redis:
    def __init__(self, folder, *options):
        pytest.importorskip("redis", reason="the redis package is not installed")
        self.server = Server(folder, "redis")
        self.options = options
        self.url = f"redis://127.0.0.1:{self.server.port}/0"
        self.start()

    def start(self):
        """Start, also again on the same port; what was there before the stop is lost."""
        self.server.start(
            binary("redis-server"), "--port", str(self.server.port), "--bind", "127.0.0.1",
            "--save", "", "--dir", str(self.server.folder), *self.options,
        )  # fmt: skip

    def stop(self):
        self.server.stop()
