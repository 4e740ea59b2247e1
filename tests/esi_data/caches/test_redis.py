"""`Esi(cache="redis://...")`: responses, limits and in-flight requests, shared by machines."""

import dataclasses
import json
import logging
import pickletools
import sys

import pandas as pd
import pytest
import redis
from hypothesis import given
from hypothesis import strategies as st

from esi.core.cache.protocol import CacheAwayError
from esi.core.cache.single_flight import SingleFlight
from esi.core.rate_limits import ledger
from esi_data import Esi
from esi_data.caches import redis as redis_cache
from esi_data.caches.disk import info_frame
from esi_data.caches.redis import RedisCache
from esi_data.cli import main as cli_main
from esi_data.errors import CacheAddressError
from tests.esi_data.conftest import share_clock
from tests.support import servers
from tests.support.processes import Child

pytestmark = pytest.mark.large  # a server for all of them

ORDERS = "get_markets_region_id_orders"
REGION = 10000043
PASSWORD = "very/secret@word"
QUOTED = "very%2Fsecret%40word"

# One machine: pulls whenever it is told a region, and tells what it took.
MACHINE = """
import json, sys
from esi.core.cache.single_flight import SingleFlight
from esi_data import Esi
url, cache = sys.argv[1:]
esi = Esi("machine/1", api_url=url, cache=cache)
esi.client
esi.engine._single_flight = SingleFlight(esi.engine.cache, life=3)
print("ready", flush=True)
for line in sys.stdin:
    frame = esi.pull("get_markets_region_id_orders", region_id=int(line))
    print(json.dumps([len(frame), frame.attrs["esi"]["requests"]]), flush=True)
"""


class Machine(Child):
    """Process with an `Esi` of its own."""

    def __init__(self, sandbox, url):
        super().__init__(sys.executable, "-c", MACHINE, sandbox.url, url)

    def told(self):
        """Return the rows and requests of the last pull."""
        return json.loads(self.hear())


@pytest.fixture(scope="module")
def server():
    """Start a Redis for this module, with a password."""
    with servers.running(servers.Redis, "--requirepass", PASSWORD) as server:
        yield server


@pytest.fixture
def url(server):
    """Its address; it is empty, and running."""
    if server.server.process.poll() is not None:
        server.start()
    address = address_of(server)
    with redis.Redis.from_url(address) as plain:
        plain.flushall()
    return address


def address_of(server):
    return server.url.replace("//", f"//:{QUOTED}@")


@pytest.fixture
def cache(url):
    made = RedisCache(url)
    yield made
    made.close()


@pytest.fixture
def esi(esi_for, url):
    return esi_for(cache=url)


@pytest.fixture
def machines(esi_sandbox, url):
    """Two processes that share the Redis."""
    with Machine(esi_sandbox, url) as first, Machine(esi_sandbox, url) as second:
        assert [first.hear(), second.hear()] == ["ready", "ready"]
        esi_sandbox.clear()
        yield first, second


def pages(sandbox):
    """Return which pages were requested, in order."""
    return [record.query.get("page", ["1"])[0] for record in orders(sandbox)]


def orders(sandbox):
    return [record for record in sandbox.requests if record.path.endswith("/orders")]


# The cache


@pytest.mark.parametrize("value", [b"", b"bytes", b"12", b"\x80\x04K\x01.", 0, -7, 2**62])
def test_a_value_comes_back_as_it_was(cache, value):
    """Bytes that look like a number, or like a pickle, are bytes."""
    cache.set("key", value, 60)
    assert cache.get("key") == value
    assert type(cache.get("key")) is type(value)


def test_the_five_methods(cache):
    """`add` keeps what is new, `incr` counts, `delete` drops; what is not there is None."""
    assert cache.get("key") is None
    assert cache.add("key", 1, 60)
    assert not cache.add("key", 9, 60)
    cache.incr("key")
    assert cache.get("key") == 2
    cache.delete("key")
    assert cache.get("key") is None
    with pytest.raises(KeyError):
        cache.incr("key")


@pytest.mark.parametrize("value", ["text", 1.5, None, [1], {"a": 1}])
def test_values_without_a_plain_form_are_errors(cache, value):
    """Values that would have to be pickled are errors."""
    with pytest.raises(TypeError):
        cache.set("key", value, 60)
    with pytest.raises(TypeError):
        cache.set(5, b"", 60)


def test_values_of_other_programs_are_ignored(cache, url):
    """Foreign values are never decoded."""
    with redis.Redis.from_url(url) as plain:
        plain.set("key", b"\x80\x04cos\nsystem\n.")
    assert cache.get("key") is None


@given(st.binary() | st.from_regex(rb"[ab]?-?[0-9. \n]*", fullmatch=True))
def test_any_value_is_read_as_bytes_a_number_or_nothing(data):
    """Values of other programs never cause an error."""
    assert isinstance(redis_cache._read(data), bytes | int | None)


@pytest.mark.parametrize(
    "head",
    [
        b"a",
        b"a\n",
        b"aop\n",
        b"aop x\n",
        b"aop nan\nx",
        b"a\xff 1.000\nx",
        b"aop 1e999\n",
        b"\x80\x04K.",
    ],
)
def test_rows_of_other_programs_are_no_responses(cache, url, head):
    """They neither fail the list of responses nor are they deleted with them."""
    with redis.Redis.from_url(url) as plain:
        plain.set("esi_foreign", head)
        plain.rpush("esi_list", head)
        cache.set("esi_own", b"1", 60, tag="op")
        known = {row[0] for row in cache.info()}
        assert "op" in known
        assert cache_info(cache)["answers"] >= 1
        assert cache.forget("op") == 1
        assert plain.exists("esi_list")
        assert cache.get("esi_foreign") in (None, head.partition(b"\n")[2])


def cache_info(cache):
    return info_frame(cache).attrs["esi"]


def test_every_value_expires(esi, cache, url):
    """Values without a lifetime expire too."""
    cache.set("forever", b"", None)
    esi.pull(ORDERS, region_id=REGION)
    with redis.Redis.from_url(url) as plain:
        lives = [plain.pttl(key) for key in plain.scan_iter()]
    assert len(lives) >= 3
    assert all(0 < life <= redis_cache.LONGEST * 1000 for life in lives)


def test_nothing_that_is_stored_is_a_pickle(esi, url):
    """After pulls, names and limits: every value is bytes behind our mark, or a number."""
    esi.with_names(esi.pull(ORDERS, region_id=REGION))
    with redis.Redis.from_url(url) as plain:
        values = {key: plain.get(key) for key in plain.scan_iter()}
    assert [key for key in values if key.startswith(b"esi_limit_")]
    assert len([key for key in values if not key.startswith(b"esi_limit_")]) > 5
    for value in values.values():
        assert value[:1] in (b"a", b"b") or value.isdigit()
        with pytest.raises((ValueError, KeyError)):
            list(pickletools.genops(value))


def test_many_values_are_sent_together_and_in_bounds(cache, monkeypatch):
    """Within `transact` nothing is lost, however much it is."""
    monkeypatch.setattr(redis_cache, "_BATCH", 1000)
    with cache.transact():
        for number in range(50):
            cache.set(f"key{number}", bytes(100), 60)
    kept = {f"key{number}": bytes(100) for number in range(50)}
    assert cache.get_many([*kept, "none"]) == kept
    assert all(cache.get(key) == value for key, value in kept.items())


# Answers


def test_two_machines_share_responses(machines, esi_sandbox):
    """Fetched by one, cached for the other."""
    first, second = machines
    first.say(REGION)
    rows, requests = first.told()
    second.say(REGION)
    assert second.told() == [rows, 0]
    assert len(orders(esi_sandbox)) == requests > 1


def test_two_machines_send_the_same_request_once(machines, esi_sandbox):
    """At the same time, too: the second waits for the response of the first."""
    esi_sandbox.faults.latency = 0.2
    for machine in machines:
        machine.say(REGION)
    (rows, some), (same, others) = (machine.told() for machine in machines)
    assert rows == same
    assert len(pages(esi_sandbox)) == len(set(pages(esi_sandbox))) == some + others


def test_when_a_machine_dies_the_other_sends_its_request(machines, esi_sandbox, url):
    """Waiting for a request ends with its sender."""
    first, second = machines
    esi_sandbox.faults.latency = 600
    first.say(REGION)
    with redis.Redis.from_url(url) as plain:
        first.until(lambda: list(plain.scan_iter("*_flight")))  # it is under way
    first.kill()
    esi_sandbox.faults.latency = 0
    second.say(REGION)
    rows, requests = second.told()
    assert rows > 0
    assert requests == len(set(pages(esi_sandbox)))


def test_info_has_a_row_for_each_operation(esi):
    """Its address has no password."""
    frame = esi.pull(ORDERS, region_id=REGION)
    esi.pull("get_status")
    info = esi.cache_info().set_index("operation")
    assert info.loc[ORDERS, "answers"] == frame.attrs["esi"]["pages"]
    assert info.loc["get_status", "answers"] == 1
    assert info.loc[ORDERS, "bytes"] > info.loc["get_status", "bytes"] > 0
    told = esi.cache_info().attrs["esi"]
    assert told["answers"] == info["answers"].sum()
    assert told["address"].startswith("redis://127.0.0.1:")
    assert "secret" not in json.dumps(told)


def test_responses_of_one_operation_can_be_cleared(esi, cache, esi_sandbox):
    """Others stay, and so does what the limiter knows."""
    esi.pull(ORDERS, region_id=REGION)
    esi.pull("get_status")
    count = int(esi.cache_info().set_index("operation").loc[ORDERS, "answers"])
    assert esi.clear_cache(ORDERS, older_than=3600) == 0
    assert esi.clear_cache(ORDERS) == count
    assert list(esi.cache_info()["operation"]) == ["get_status"]
    assert esi.clear_cache() == 1
    assert list(cache._redis.scan_iter("esi_limit_*"))


# When the server goes away


@pytest.fixture
def losing(esi_for, esi_sandbox, url, server, monkeypatch):
    """Return an `Esi` that loses its Redis at the second page of a listing."""
    monkeypatch.setattr(redis_cache, "RETRY_AFTER", 0.0)
    esi_sandbox.set_pages(f"/markets/{REGION}/orders", 8, rows=10)
    esi = esi_for(cache=url, concurrency=2)
    esi.engine.on_request = lambda seen: lose()

    def lose():
        if len(orders(esi_sandbox)) >= 2 and server.server.process.poll() is None:
            server.stop()
            # What is set aside of the limits holds for a slot of their window; then it is noticed.
            esi_sandbox.clock.advance(900 / ledger.SLOTS)

    return esi


def test_a_pull_survives_the_loss_of_the_server(losing, esi_sandbox, server, caplog):
    """All rows come in, each page once, and one warning says what happened."""
    frame = losing.pull(ORDERS, region_id=REGION)
    assert server.server.process.poll() is not None
    assert frame["order_id"].is_unique
    assert len(frame) > 70
    assert sorted(pages(esi_sandbox)) == [str(number) for number in range(1, 9)]
    warned = [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]
    assert len(warned) == 1
    assert "is unreachable" in warned[0]
    assert losing.engine.limiter._cache.alone


def test_a_server_that_is_back_is_used_again(losing, esi_sandbox, server, caplog):
    """Responses are cached there again, and the tokens spent alone are added."""
    caplog.set_level(logging.INFO)
    rows = len(losing.pull(ORDERS, region_id=REGION))
    losing.engine.on_request = None
    server.start()
    again = losing.pull(ORDERS, region_id=REGION)  # nothing was kept, so it is asked again
    assert len(again) == rows
    assert "is back" in caplog.text
    with Esi("other/1", api_url=esi_sandbox.url, cache=address_of(server)) as other:
        share_clock(other, esi_sandbox)
        assert other.pull(ORDERS, region_id=REGION).attrs["esi"]["requests"] == 0
        left = other.limits().set_index("group").loc["market-order"]
    spent = sum(record.tokens for record in orders(esi_sandbox))
    assert left["left"] <= 12000 - spent


def test_an_unreachable_server_does_not_fail_calls(esi_sandbox, esi_for, caplog):
    """Without one everything works as on one machine, after one warning."""
    esi = esi_for(cache="redis://:secret@127.0.0.1:1/0")
    assert len(esi.pull(ORDERS, region_id=REGION)) > 0
    assert caplog.text.count("is unreachable") == 1
    assert "secret" not in caplog.text


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("redis://no-such-host.invalid/0", "ConnectionError: "),
        ("redis://127.0.0.1:1/0", "ConnectionError: Connection refused"),
        ("unix:///no/such/socket", "ConnectionError: No such file or directory"),
    ],
)
def test_the_warning_has_the_systems_reason(address, why, caplog):
    """For each kind of address."""
    cache = RedisCache(address)
    with pytest.raises(CacheAwayError):
        cache.get("key")
    assert f"{address} is unreachable ({why}" in caplog.text


def test_a_servers_error_is_logged_by_its_first_word(cache, url, caplog):
    """It may repeat a command, and so a password."""
    with redis.Redis.from_url(url) as plain:
        plain.config_set("maxmemory", "1")
        try:
            with pytest.raises(CacheAwayError):
                cache.set("key", b"value", 60)
        finally:
            plain.config_set("maxmemory", "0")
    assert "(OutOfMemoryError)" in caplog.text or ": OOM)" in caplog.text


def test_an_unreachable_cache_is_logged_once(esi_sandbox, caplog):
    """Loading the document does not log it again."""
    with Esi("test/1", api_url=esi_sandbox.url, cache="redis://127.0.0.1:1/0") as esi:
        esi.engine.config = lambda: dataclasses.replace(esi.config, cache_dir="/dev/null/none")
        esi.pull("get_status")
    warned = [r.getMessage() for r in caplog.records if r.levelno >= logging.WARNING]
    assert len([text for text in warned if text.startswith("The cache")]) == 1


def test_a_distant_server_gets_few_commands(esi, url, monkeypatch):
    """One round trip reads the ledgers, and one releases locks."""
    esi.client  # noqa: B018
    asked = []
    real = RedisCache._run
    monkeypatch.setattr(RedisCache, "_run", lambda self, do: asked.append(1) or real(self, do))
    esi.pull(ORDERS, region_id=REGION)
    asked.clear()
    esi.pull(ORDERS, region_id=REGION)
    assert len(asked) < 12


# The password


def test_the_password_shows_nowhere(esi, url, caplog, capsys, esi_sandbox, monkeypatch):
    """Not in reprs, logs, tables, or what the command line says."""
    caplog.set_level(logging.DEBUG)
    esi.pull(ORDERS, region_id=REGION)
    monkeypatch.setenv("ESI_CACHE", url)
    assert cli_main.main(["--api-url", esi_sandbox.url, "cache", "info"]) == 0
    printed = capsys.readouterr()
    told = [repr(esi), repr(esi.config), repr(esi.engine.cache), str(vars(esi.engine.cache))]
    for text in [*told, caplog.text, printed.out, printed.err]:
        assert PASSWORD not in text
        assert QUOTED not in text
    assert ORDERS in printed.out


def test_a_wrong_password_is_not_logged(esi_for, url, caplog):
    """Refused connections count as an unreachable cache."""
    esi = esi_for(cache=url.replace(QUOTED, "other-secret"))
    assert len(esi.pull(ORDERS, region_id=REGION)) > 0
    assert "AuthenticationError" in caplog.text
    assert "other-secret" not in caplog.text


@pytest.mark.parametrize(
    "address",
    [
        "redis://:se/cret@host",
        "redis:/:secret@host",
        "http://:secret@host",
        "redis://:secret@host:1a",
        "redis://[secret",
        "redis://:secret@host/first",
        "redis://:secret@host?nonsense=1",
    ],
)
def test_a_malformed_address_is_not_repeated(address, tmp_path, capsys):
    """It may hold a password; the message says how one is written."""
    with pytest.raises(CacheAddressError, match="percent-encoded") as caught:
        Esi("test/1", cache=address)
    assert "cret" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert cli_main.main(["--cache", address, "cache", "info"]) == 2
    assert "cret" not in capsys.readouterr().err


def test_the_cache_of_the_environment(monkeypatch, url, esi_sandbox):
    """ESI_CACHE names a folder or a Redis; an argument wins."""
    monkeypatch.setenv("ESI_CACHE", url)
    with Esi("test/1", api_url=esi_sandbox.url) as esi:
        assert isinstance(esi.engine.cache, RedisCache)


def test_a_folder_of_the_environment(monkeypatch, tmp_path):
    """ESI_CACHE without `://` is a folder."""
    monkeypatch.setenv("ESI_CACHE", str(tmp_path / "kept"))
    with Esi("test/1") as esi:
        assert esi.engine.cache.directory == str(tmp_path / "kept")


def test_frames_are_the_same_as_with_a_folder(esi, esi_for):
    """Rows and types do not depend on the cache."""
    pd.testing.assert_frame_equal(
        esi.pull(ORDERS, region_id=REGION), esi_for().pull(ORDERS, region_id=REGION)
    )


def test_a_missing_extra_says_what_to_install(monkeypatch):
    """Without redis-py the error is the command that brings it."""
    monkeypatch.setitem(sys.modules, "redis", None)
    with pytest.raises(ModuleNotFoundError, match=r"pip install 'esi-toolkit\[redis\]'"):
        RedisCache("redis://host")


def test_requests_are_shared_only_through_a_cache_for_machines(esi, esi_for):
    """Folders have one machine, whose processes seldom send the same request at once."""
    assert isinstance(esi.engine._single_flight, SingleFlight)
    assert esi_for().engine._single_flight is None
