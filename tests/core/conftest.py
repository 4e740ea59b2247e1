"""An engine with a cache of its own, beside the sandbox of the test."""

import pytest

from esi.core.config import Config
from esi.core.engine.engine import Engine
from esi.core.http.messages import Request
from tests import servers
from tests.core.herd import Herd


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
def redis_url():
    """A Redis server of this test's own."""
    with servers.running(servers.Redis) as server:
        yield server.url


@pytest.fixture
def memcached_url():
    """A memcached server of this test's own."""
    with servers.running(servers.Memcached) as server:
        yield server.url


@pytest.fixture
def database_url():
    """A PostgreSQL server of this test's own, with a table for Django's database cache."""
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
    """The surroundings of one test; connections are closed after it."""
    surroundings = Surroundings(esi_sandbox)
    yield surroundings
    surroundings.engine.close()
