"""Fixtures: an engine with its own cache beside the sandbox of a test."""

import pytest

from esi.core.config import Config
from esi.core.engine.engine import Engine
from esi.core.http.messages import Request
from tests.core.herd import Herd
from tests.support import servers


class DictCache(dict):
    """Cache over a dict with the five methods of the protocol."""

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
    """Engine of a test, the seconds it slept and the settings it reads."""

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
        """Return a GET request of the API, as the HTTP client makes it."""
        headers = {"accept-encoding": "gzip", "x-compatibility-date": "2020-01-01"}
        pairs = tuple((name, str(value)) for name, value in params.items())
        return Request("GET", self.sandbox.url + path, pairs, headers)


@pytest.fixture(scope="session")
def herd():
    """Eight processes that wait for tasks."""
    with Herd() as herd:
        yield herd


@pytest.fixture
def redis_url():
    """Run a Redis server for this test."""
    with servers.running(servers.Redis) as server:
        yield server.url


@pytest.fixture
def memcached_url():
    """Run a memcached server for this test."""
    with servers.running(servers.Memcached) as server:
        yield server.url


@pytest.fixture
def database_url():
    """Run a PostgreSQL server for this test, with a table for Django's database cache."""
    table = (
        "CREATE TABLE answers (cache_key varchar(255) PRIMARY KEY, value text NOT NULL, "
        "expires timestamptz NOT NULL)"
    )
    with servers.running(servers.Postgres) as server:
        server.create("site")
        server.ask("site", "-c", table)
        yield f"postgresql://postgres@127.0.0.1:{server.server.port}/site"


@pytest.fixture
def around(esi_sandbox):
    """Create the surroundings of one test; close their connections after it."""
    surroundings = Surroundings(esi_sandbox)
    yield surroundings
    surroundings.engine.close()
