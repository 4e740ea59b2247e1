"""Awaited pulls: the same frames, and nothing more is sent after a cancellation."""

import asyncio
import threading
from dataclasses import replace

import pandas as pd
import pytest
import requests.adapters
from bravado.exception import HTTPUnauthorized

from esi.core import aio
from esi_data import aframe, aframe_localized, read
from tests.support.reachable import texts_of

ORDERS = "get_markets_region_id_orders"
TYPE = "get_universe_types_type_id"
PATH = "/markets/10000002/orders"
PATIENCE = 60  # seconds for what takes milliseconds
SECRET = "a-very-secret-token"


class Gate(requests.adapters.HTTPAdapter):
    """Adapter of a session whose requests wait until it is opened."""

    def __init__(self):
        super().__init__(pool_maxsize=32)
        self.opened = threading.Event()
        self.entered = threading.Semaphore(0)
        self.sent = 0

    def send(self, *args, **kwargs):
        self.sent += 1
        self.entered.release()
        assert self.opened.wait(PATIENCE)
        return super().send(*args, **kwargs)

    async def wait(self, requests):
        for _ in range(requests):
            assert await asyncio.to_thread(self.entered.acquire, timeout=PATIENCE)


@pytest.fixture
def known(esi, esi_sandbox):
    """Ids of types that the sandbox knows; no request is remembered."""
    ids = esi.client.Universe.get_universe_types().results()
    esi_sandbox.clear()
    return ids


@pytest.fixture
def gate(esi, known):
    """Hold the requests of the client, whose document is loaded."""
    gate = Gate()
    esi.engine.session.mount("http://", gate)
    yield gate
    gate.opened.set()


@pytest.fixture(autouse=True)
def _idle_threads_end_soon(monkeypatch):
    """`no_threads` waits for them."""
    monkeypatch.setattr(aio, "_IDLE_SECONDS", 0.05)


def no_threads():
    """Wait until no thread of a call is left."""
    for each in threading.enumerate():
        if each.name.startswith("esi") and each.name != "esi-sandbox":
            each.join(PATIENCE)
            assert not each.is_alive()


def test_awaited_pulls_return_the_same_frames(esi, esi_sandbox, known):
    """Of a listing, of a fan-out, and of a future in several languages."""
    esi_sandbox.set_pages(PATH, 3, 5)
    orders = esi.client.Market.get_markets_region_id_orders(region_id=10000002)
    name = esi.client.Universe.get_universe_types_type_id(type_id=known[0])

    async def main():
        return await asyncio.gather(
            esi.apull(ORDERS, region_id=10000002),
            esi.apull(TYPE, type_id=known[:5]),
            orders.aframe(),
            aframe(orders),
            name.aframe_localized(["en", "de"]),
            aframe_localized(name, ["en", "de"], "long"),
        )

    one, several, framed, function, wide, long = asyncio.run(main())
    pd.testing.assert_frame_equal(one, esi.pull(ORDERS, region_id=10000002))
    pd.testing.assert_frame_equal(several, esi.pull(TYPE, type_id=known[:5]))
    assert len(one) == len(framed) == len(function) == 13
    assert {"name_en", "name_de"} <= {*wide.columns}
    assert list(long["language"]) == ["en", "de"]


def test_an_awaited_pull_reports_its_progress(esi, esi_sandbox, known):
    """The function is called with each step."""
    esi_sandbox.set_pages(PATH, 3, 5)
    steps = []
    asyncio.run(esi.apull(ORDERS, region_id=10000002, progress=steps.append))
    assert [step.done for step in steps] == [1, 2, 3]


def test_a_plan_and_a_dataset_can_be_awaited(esi, esi_sandbox, data, known):
    """Results are those of `plan` and `pull_to`."""
    esi_sandbox.set_pages(PATH, 2, 5)

    async def main():
        plan = await esi.aplan(TYPE, type_id=known[:5])
        return plan, await esi.apull_to(data, ORDERS, region_id=[10000002])

    plan, pulled = asyncio.run(main())
    assert plan["requests"].sum() == 5
    assert pulled.rows == len(read(data))


def test_pages_are_read_one_by_one(esi, esi_sandbox, known):
    """A loop that ends early leaves nothing behind."""
    esi_sandbox.set_pages(PATH, 3, 5)
    orders = esi.client.Market.get_markets_region_id_orders(region_id=10000002)
    found = []

    async def main():
        async for page in orders.apages():
            found.append(len(page))
            if len(found) == 2:
                break

    asyncio.run(main())
    assert found == [5, 5]
    no_threads()


@pytest.mark.parametrize(
    "start",
    [
        lambda esi, ids, data: esi.apull(TYPE, type_id=ids),
        lambda esi, ids, data: esi.apull_to(data, TYPE, type_id=ids),
        lambda esi, ids, data: asyncio.gather(*(esi.apull(TYPE, type_id=each) for each in ids)),
    ],
    ids=["apull", "apull_to", "gather"],
)
def test_a_cancelled_pull_sends_nothing_more(esi, esi_sandbox, gate, known, data, start):
    """What was sent is answered, nothing else is requested, and all threads end."""
    esi.config = replace(esi.config, concurrency=4)

    async def main():
        async def pull():
            await start(esi, known[:30], data)

        task = asyncio.create_task(pull())
        await gate.wait(4)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        gate.opened.set()

    asyncio.run(main())
    no_threads()
    assert gate.sent == 4
    assert len(esi_sandbox.requests) == 4


def test_a_cancelled_pull_of_pages_resumes_from_the_cache(esi, esi_sandbox, gate, known):
    """The pages that were in flight are in the cache."""
    esi_sandbox.set_pages(PATH, 9, 5)
    gate.opened.set()

    async def main():
        reached = asyncio.Event()
        loop = asyncio.get_running_loop()

        def step(done):
            if done.done == 1:
                gate.opened.clear()
                loop.call_soon_threadsafe(reached.set)

        task = asyncio.create_task(esi.apull(ORDERS, region_id=10000002, progress=step))
        await reached.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(main())
    gate.opened.set()
    no_threads()
    assert len(esi.pull(ORDERS, region_id=10000002)) == 43
    assert len(esi_sandbox.requests) == gate.sent == 9


def test_an_error_has_no_token(esi, known):
    """Its text has none, and neither do the objects that it keeps alive."""

    async def main():
        await esi.apull(
            "get_characters_character_id_wallet",
            character_id=90000001,
            token="".join([*SECRET]),
        )

    with pytest.raises(HTTPUnauthorized) as caught:
        asyncio.run(main())
    assert not any(SECRET in text for text in texts_of(caught.value))
