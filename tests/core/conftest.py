"""An engine with a cache of its own, beside the sandbox of the test."""

import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

import pytest

from esi.core.config import Config
from esi.core.engine import Engine
from esi.core.exchange import Request
from tests.django_app import servers

from .herd import Herd


class DictCache(dict):
    """The cache's five methods over a dict; counts what is read."""

    def set(self, key, value, seconds):
        assert isinstance(key, str)
        assert isinstance(value, bytes | int)
        self[key] = value

    def add(self, key, value, seconds):
        if key in self:
            return False
        self[key] = value
        return True

    def incr(self, key):
        self[key] += 1

    def delete(self, key):
        self.pop(key, None)


class Surroundings:
    """What tests look at: the engine, the seconds it slept, the knobs it reads."""

    def __init__(self, sandbox):
        self.sandbox = sandbox
        self.slept = []
        self.jitter = 0.0
        self.knobs = {"api_url": sandbox.url}
        self.cache = DictCache()
        self.engine = Engine(
            lambda: Config(**self.knobs),
            self.cache,
            sleep=self.sleep,
            clock=sandbox.clock,
            jitter=lambda: self.jitter,
        )

    def sleep(self, seconds):
        """Waiting moves the clock of the client and the sandbox, and takes no time."""
        self.slept.append(seconds)
        self.sandbox.clock.advance(seconds)

    def request(self, path, **params):
        """A GET request of the API, as the HTTP client makes it."""
        headers = {"accept-encoding": "gzip", "x-compatibility-date": "2020-01-01"}
        pairs = tuple((name, str(value)) for name, value in params.items())
        return Request("GET", self.sandbox.url + path, pairs, headers)


@pytest.fixture(scope="session")
def herd():
    """Eight processes that wait for tasks."""
    with Herd() as herd:
        yield herd


@pytest.fixture
def redis_url(tmp_path):
    """A Redis server of this test's own."""
    server = shutil.which("redis-server")
    if server is None:
        pytest.skip("redis-server is not installed")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [server, "--port", str(port), "--save", "", "--dir", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            if "Ready to accept connections" in line:
                break
        yield f"redis://127.0.0.1:{port}/0"
        process.terminate()
        process.stdout.read()


@pytest.fixture
def memcached_url(tmp_path):
    """A memcached server of this test's own."""
    pytest.importorskip("pymemcache", reason="pymemcache is not installed")
    server = servers.Server(tmp_path, "memcache")
    command = [servers.binary("memcached"), "-l", "127.0.0.1", "-p", str(server.port)]
    server.start(*command)
    yield f"memcached://127.0.0.1:{server.port}"
    server.stop()


@pytest.fixture
def database_url():
    """A PostgreSQL server of this test's own, with a table for Django's database cache."""
    table = (
        "CREATE TABLE answers (cache_key varchar(255) PRIMARY KEY, value text NOT NULL, "
        "expires timestamptz NOT NULL)"
    )
    # Not in pytest's folder, which other users (`postgres`) may not enter.
    with tempfile.TemporaryDirectory(prefix="esi-", ignore_cleanup_errors=True) as folder:
        running = servers.Postgres(Path(folder))
        running.create("site")
        running.ask("site", "-c", table)
        yield f"postgresql://postgres@127.0.0.1:{running.server.port}/site"
        running.stop()


@pytest.fixture
def around(esi_sandbox):
    """The surroundings of one test; connections are closed after it."""
    surroundings = Surroundings(esi_sandbox)
    yield surroundings
    surroundings.engine.close()
