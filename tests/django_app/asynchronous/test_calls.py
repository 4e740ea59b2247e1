"""Calls that are awaited in a site: caches, tokens and connections, in both dialects."""

import asyncio
import threading

import pytest
from asgiref.sync import async_to_sync, sync_to_async
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection, connections
from project import manual

from esi import clients, site_cache
from esi.core import blocking
from esi.errors import BlockingCallWarning, ParameterError, TokenExpiredError
from esi.exceptions import HTTPClientError, HTTPNotModified
from esi.models import Token
from esi.openapi_clients import ESIClientProvider, EsiOperationAsync
from esi.signals import esi_request_statistics
from tests.django_app.conftest import CHIEF, SKILLS, WALLET
from tests.support import servers

ORDERS = "/markets/10000002/orders"
BACKENDS = "django.core.cache.backends."


def waiting(function):
    """Run a coroutine function as Django runs an async view: this thread has the database."""
    return async_to_sync(function)()


@pytest.fixture
def old(site):
    """Return the client of the 5.x line, with its document loaded."""
    client = manual.esi.client
    site.clear()
    return client


@pytest.fixture
def provider(site):
    """Provider of the newer dialect."""
    return ESIClientProvider("2026-08-10", "my-hangar", "1.0")


@pytest.fixture
def new(provider, site):
    """Return the awaited client of the newer dialect, with its document loaded."""

    async def load():
        return await provider.client_async

    client = waiting(load)
    site.clear()
    return client


@pytest.fixture
def stations(old):
    """Return a call that needs no token."""
    return old.Universe.get_universe_types_type_id(type_id=34)


# The 5.x line


def test_the_awaited_methods_return_what_the_others_do(old, site):
    """A call, all pages, all languages, page by page."""
    site.set_pages(ORDERS, 3, 5)
    orders = old.Market.get_markets_region_id_orders(region_id=10000002)
    name = old.Universe.get_universe_types_type_id(type_id=34)

    async def main():
        return (
            await orders.aresult(),
            await orders.aresults(),
            [len(page) async for page in orders.apages()],
            await name.aresults_localized(["en", "de"]),
        )

    first, rows, pages, named = waiting(main)
    assert (len(first), len(rows), pages) == (5, 13, [5, 5, 3])
    assert rows == orders.results()
    assert named == name.results_localized(["en", "de"])


def test_a_client_can_be_awaited(site):
    """Its document is fetched in a thread."""
    client = waiting(manual.esi.aclient)
    assert client is manual.esi.client


@pytest.mark.parametrize("backend", ["locmem.LocMemCache", "filebased.FileBasedCache"])
def test_views_use_a_cache_of_django(stations, site, settings, tmp_path, backend):
    """The second call is answered from it."""
    settings.CACHES = {"default": {"BACKEND": BACKENDS + backend, "LOCATION": str(tmp_path)}}
    waiting(stations.aresult)
    waiting(stations.aresult)
    assert len(site.requests) == 1


@pytest.fixture
def memcached_url():
    """Run a memcached server for this test."""
    with servers.running(servers.Memcached) as server:
        yield server.url


@pytest.mark.parametrize("server", ["redis", "memcached_url"])
def test_views_use_a_cache_server(stations, site, settings, request, server):
    """The second call is answered from it, in parallel too."""
    found = request.getfixturevalue(server)
    settings.CACHES = {"default": {
        "redis": lambda: {"BACKEND": BACKENDS + "redis.RedisCache", "LOCATION": found.url},
        "memcached_url": lambda: {
            "BACKEND": BACKENDS + "memcached.PyMemcacheCache",
            "LOCATION": found.removeprefix("memcached://"),
        },
    }[server]()}  # fmt: skip

    async def main():
        await stations.aresult()
        await asyncio.gather(*(stations.aresult() for _ in range(20)))

    waiting(main)
    assert len(site.requests) == 1


@pytest.fixture
def cache_table(transactional_db, settings):
    """Keep the cache in a table of the site's database."""
    place = {"BACKEND": BACKENDS + "db.DatabaseCache", "LOCATION": "kept"}
    settings.CACHES = {"default": place}
    call_command("createcachetable")
    yield
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE kept")


def test_views_use_a_cache_in_the_database(stations, site, cache_table):
    """Django refuses to use it within an event loop, and our threads have none."""
    waiting(stations.aresult)
    waiting(stations.aresult)
    assert len(site.requests) == 1


def test_a_blocking_call_uses_a_cache_in_the_database(stations, site, cache_table, monkeypatch):
    """It warns, and works."""
    monkeypatch.setattr(site_cache, "_thread", site_cache._CacheThread())
    monkeypatch.setattr(site_cache, "_IDLE_SECONDS", 0.05)
    monkeypatch.setattr(blocking, "_warned", set())

    async def main():
        for _ in range(2):
            stations.result()

    with pytest.warns(BlockingCallWarning) as warned:
        waiting(main)
    assert [each.category for each in warned].count(BlockingCallWarning) == 1
    assert len(site.requests) == 1


@pytest.fixture
def one_thread(monkeypatch):
    """Give each operation a single thread."""
    threads = clients._engine.threads
    monkeypatch.setattr(threads, "_size", lambda: 1)
    threads.after_fork()  # those that run have another size
    yield threads
    threads.after_fork()


def test_each_thread_has_a_cache_of_its_own(site, one_thread):
    """Not every backend may be used in several threads, and context variables are shared."""
    used = []

    async def main():
        mine = caches["default"]
        used.extend([mine, *[await one_thread.run(name, site_cache._backend) for name in "aab"]])

    waiting(main)
    mine, first, again, other = map(id, used)
    assert first == again
    assert len({mine, first, other}) == 3


# Tokens


def test_a_token_is_refreshed_in_the_transaction_of_a_test(old, make_token, sso_site):
    """An expired one is, where Django's asynchronous code uses the database."""
    token = make_token(expired=True)
    before = token.access_token
    call = old.Wallet.get_characters_character_id_wallet(character_id=CHIEF, token=token)
    assert waiting(call.aresult) > 0
    token.refresh_from_db()
    assert token.access_token != before


def test_a_blocking_call_refreshes_an_expired_token(
    transactional_db, old, make_token, sso_site, monkeypatch
):
    """It warns, and neither fails nor hangs: another thread uses the database."""
    monkeypatch.setattr(blocking, "_warned", set())
    token = make_token(expired=True)
    call = old.Wallet.get_characters_character_id_wallet(character_id=CHIEF, token=token)

    async def main():
        with pytest.warns(BlockingCallWarning):
            return call.result()

    assert waiting(main) > 0
    assert not Token.objects.get().expired


def test_an_expired_token_that_cannot_be_refreshed_is_an_error(old, make_token, site):
    """Nothing is sent to the API."""
    token = make_token(expired=True, refresh_token=None)
    call = old.Wallet.get_characters_character_id_wallet(character_id=CHIEF, token=token)
    site.clear()
    with pytest.raises(TokenExpiredError):
        waiting(call.aresult)
    assert not site.requests


def test_a_thread_closes_the_connections_that_a_receiver_opened(
    stations, transactional_db, one_thread
):
    """Signals are sent in the thread of the call, which no request of Django's ends."""
    opened = []

    def count(**_):
        Token.objects.count()
        opened.append((threading.get_ident(), connection.connection is not None))

    async def main():
        await stations.aresult(ignore_cache=True)
        name = stations.operation.operation_id
        return await one_thread.run(
            name, lambda: (threading.get_ident(), connections["default"].connection)
        )

    esi_request_statistics.connect(count)
    try:
        thread, left = waiting(main)
    finally:
        esi_request_statistics.disconnect(count)
    assert opened == [(thread, True)]
    # Django never closes a database in memory, of which each connection may be the last.
    assert left is None or connections["default"].is_in_memory_db()


# Releases 8 to 10


def test_an_awaited_operation_returns_rows_with_attributes(new, provider, site):
    """Rows are those of the synchronous client, and both clients share the ETags of callers."""
    site.set_pages(ORDERS, 3, 5)
    orders = new.Market.GetMarketsRegionIdOrders(region_id=10000002, order_type="all")

    async def main():
        assert isinstance(orders, EsiOperationAsync)
        assert (await new.Status.GetStatus().result()).players > 0
        rows, response = await orders.results(return_response=True)
        assert response.headers["X-Pages"] == "3"
        with pytest.raises(HTTPNotModified):
            await orders.results()
        named = await new.Universe.GetUniverseTypesTypeId(type_id=34).results_localized(["de"])
        return rows, named

    rows, named = waiting(main)
    same = provider.client.Market.GetMarketsRegionIdOrders(region_id=10000002, order_type="all")
    assert rows == same.results(use_etag=False)
    assert named["de"][0].name


def test_one_operation_can_be_awaited_with_several_parameters(new):
    """Each call keeps its own."""
    item = new.Universe.GetUniverseTypesTypeId

    async def main():
        return await asyncio.gather(*(item(type_id=each).result() for each in (34, 35, 36)))

    assert [row.type_id for row in waiting(main)] == [34, 35, 36]


def test_the_awaited_client_is_built_once(provider):
    """Several tasks get the same one, and a stub that a test has set."""

    async def main():
        return await asyncio.gather(*(provider.client_async for _ in range(3)))

    async def load():
        return await provider.client_async

    assert len(set(map(id, waiting(main)))) == 1
    provider._client_async = stub = object()
    assert waiting(load) is stub


def test_errors_of_an_awaited_operation_are_those_of_the_dialect(new):
    """A 404 is an `HTTPClientError`."""
    with pytest.raises(HTTPClientError) as caught:
        waiting(new.Universe.GetUniverseTypesTypeId(type_id=1).result)
    assert caught.value.status_code == 404


def test_an_awaited_operation_checks_and_refreshes_its_token(new, make_token, sso_site):
    """In the transaction of a test; a token without its scopes is an error before."""
    expired, poor = make_token(expired=True), make_token(scopes=[SKILLS])
    sso_site.clear()

    async def main():
        wallet = new.Wallet.GetCharactersCharacterIdWallet
        with pytest.raises(ParameterError, match=WALLET):
            await wallet(character_id=CHIEF, token=poor).result()
        assert not sso_site.requests
        return await wallet(character_id=CHIEF, token=expired).result()

    assert waiting(main) > 0
    expired.refresh_from_db()
    assert not expired.expired


def test_a_blocking_operation_names_the_awaited_client(provider, monkeypatch):
    """It warns, and works."""
    monkeypatch.setattr(blocking, "_warned", set())
    status = provider.client.Status.GetStatus()

    async def main():
        with pytest.warns(BlockingCallWarning, match="client_async"):
            return status.result()

    assert waiting(main).players > 0


def test_a_synchronous_view_of_an_asynchronous_site_does_not_warn(stations):
    """It runs in a thread without a loop."""

    async def main():
        return await sync_to_async(stations.result)()

    assert waiting(main)["type_id"] == 34
