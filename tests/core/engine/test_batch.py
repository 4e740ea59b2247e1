"""Requests that nobody waits for any longer: ctrl-C is prompt, and nothing is lost."""

import sys
import threading
from concurrent.futures import Future, wait
from types import SimpleNamespace

import pytest

from esi.core.cache.response_cache import ResponseCache
from esi.core.cache.write_buffer import WriteBuffer
from esi.core.cancellation import AbandonedError, CancelScope, Workers, result_of
from esi.core.engine import batch
from esi.core.engine.batch import Width
from esi.core.http.messages import PLAIN, Response
from esi.core.pace import IdleClock
from esi.core.paging.pages import fetch_pages
from esi.core.rate_limits.forecast import Latency
from tests.core.conftest import DictCache
from tests.core.pulls import ORDERS, Pages
from tests.support import processes

PATIENCE = 60

ENDING = """
import threading
from esi.core.cancellation import Workers

workers, began = Workers(1), threading.Event()

def never_ends():
    began.set()
    threading.Event().wait()

workers.submit(never_ends)
began.wait()
workers.close()
print("the end")
"""


class Slow(Pages):
    """Serves page 1 at once, and the others when `go` is set."""

    def __init__(self):
        super().__init__()
        self.said = "3"
        self.blocked = threading.Semaphore(0)
        self.go = threading.Event()

    def send(self, request, **kwargs):
        if "page=1" not in request.url:
            self.blocked.release()
            assert self.go.wait(PATIENCE)
        return super().send(request, **kwargs)


class Counted(DictCache):
    """Cache that counts the responses that it stores."""

    def __init__(self):
        super().__init__()
        self.stored = threading.Semaphore(0)

    def set(self, key, value, seconds):
        super().set(key, value, seconds)
        if isinstance(value, bytes):
            self.stored.release()


@pytest.fixture
def slow(around):
    """Mount a server that holds back all pages but the first."""
    wire = Slow()
    around.engine.session.mount("http://", wire)
    around.engine.responses.cache = Counted()
    yield wire
    wire.go.set()


@pytest.fixture
def pressed(slow, monkeypatch):
    """Press ctrl-C once two requests are in flight."""

    def result(future):
        if future.done():  # page 1 is fetched without threads
            return result_of(future)
        for _ in range(2):
            assert slow.blocked.acquire(timeout=PATIENCE)
        raise KeyboardInterrupt

    monkeypatch.setattr(batch, "result_of", result)


def orders(around):
    return around.request(ORDERS, page=1)


def test_ctrl_c_waits_for_no_response(around, slow, pressed, monkeypatch):
    """The prompt is back while both requests are still in flight, and their permits are free."""
    monkeypatch.setattr(batch, "_LONGEST_END", PATIENCE)
    with pytest.raises(KeyboardInterrupt):
        fetch_pages(around.engine, orders(around), PLAIN)
    assert not slow.go.is_set()
    assert around.engine.semaphore._acquired == 0


def test_what_arrives_after_ctrl_c_is_cached(around, slow, pressed):
    """The same call later resumes with these pages."""
    with pytest.raises(KeyboardInterrupt):
        fetch_pages(around.engine, orders(around), PLAIN)
    slow.go.set()
    for _ in range(3):  # page 1 was written at the end of its own batch
        assert around.engine.responses.cache.stored.acquire(timeout=PATIENCE)
    assert around.engine.semaphore._acquired == 0


def test_leaving_a_batch_early_hardly_waits(around, slow, monkeypatch):
    """An error in the program's own loop, or `break`, ends the generator soon."""
    monkeypatch.setattr(batch, "_LONGEST_END", 0.01)
    requests = [around.request(ORDERS, page=number) for number in (1, 2, 3)]
    responses = around.engine.fetch_many(requests)
    next(responses)
    for _ in range(2):
        assert slow.blocked.acquire(timeout=PATIENCE)
    responses.close()
    assert not slow.go.is_set()
    assert around.engine.semaphore._acquired == 0


def test_an_interrupted_map_waits_for_no_call(around):
    """Calls of a pull that are in flight go on without anybody who waits."""
    blocked, go = threading.Event(), threading.Event()

    def call(number):
        if number:
            blocked.set()
            assert go.wait(PATIENCE)
        return number

    try:
        results = around.engine.map(call, [0, 1, 2])
        assert next(results) == 0
        assert blocked.wait(PATIENCE)
        results.close()
        assert not go.is_set()
    finally:
        go.set()


def test_threads_of_workers_keep_no_interpreter_alive():
    """A script ends after ctrl-C while its requests are in flight."""
    workers = Workers(2)
    try:
        assert workers.submit(lambda: threading.current_thread().daemon).result(PATIENCE)
    finally:
        workers.close()


def test_a_program_ends_while_its_threads_wait():
    """A command that ctrl-C stopped is over, although the API has not answered."""
    done = processes.run(sys.executable, "-c", ENDING)
    assert (done.returncode, done.stdout) == (0, "the end\n"), done.stderr


def test_workers_reuse_their_threads_and_stop_at_their_size():
    """Ten tasks in two threads."""
    workers, both = Workers(2), threading.Barrier(2)
    try:
        futures = [
            workers.submit(lambda: (both.wait(PATIENCE) and None) or threading.get_ident())
            for _ in range(10)
        ]
        assert len({future.result(PATIENCE) for future in futures}) == 2
    finally:
        workers.close()


def test_closed_workers_cancel_what_has_not_begun():
    """Waiting threads get an error."""
    workers, begun, go = Workers(1), threading.Event(), threading.Event()

    def first():
        begun.set()
        assert go.wait(PATIENCE)
        return 1

    running, waiting = workers.submit(first), workers.submit(lambda: 2)
    assert begun.wait(PATIENCE)
    workers.close()
    assert waiting.cancelled()
    assert not running.done()
    go.set()
    assert running.result(PATIENCE) == 1


def test_a_thread_that_waits_for_another_notices_a_cancellation():
    """Otherwise its permits would be taken until the API has answered."""
    scope = CancelScope()
    scope.cancel()
    with pytest.raises(AbandonedError):
        scope.run(result_of, Future())


class Clocks:
    """Wall clock and process clock of a process that is busy for a share of the time."""

    def __init__(self, busy):
        self.busy = busy
        self.now = 0.0

    def wall(self):
        return self.now

    def cpu(self):
        return self.now * self.busy


def measured(seconds):
    """Return the latency of requests that took these seconds, all of them waiting."""
    latency = Latency()
    latency.record(seconds)
    return latency


def width_after(responses, latency, busy):
    """Return the width after `responses` responses, one per second."""
    clocks = Clocks(busy)
    width = Width(measured(latency), IdleClock(clocks.wall, clocks.cpu))
    for _ in range(responses):
        clocks.now += 1
        width.record()
    return width.value


@pytest.mark.parametrize(("latency", "width"), [(0.0, 4), (0.001, 4), (0.02, 10), (0.1, 50)])
def test_a_batch_starts_as_wide_as_its_server_is_far(latency, width):
    """More threads for a server nearby would only wait for each other."""
    assert width_after(0, latency, busy=0) == width


def test_a_batch_widens_while_the_process_is_idle():
    """The width doubles after as many responses as it allows concurrent requests."""
    assert [width_after(n, 0, busy=0.7) for n in (3, 4, 11, 12)] == [4, 8, 8, 16]


def test_a_batch_of_a_busy_process_stays_as_it_is():
    """The processor is the limit, not the network."""
    assert width_after(100, 0, busy=0.8) == 4


BUSY = SimpleNamespace(was_idle=lambda: False)


def batch_of(fetch, width):
    """Return a batch without a cache."""
    return batch.Batch(
        fetch=fetch,
        read=lambda response: response,
        writes=WriteBuffer(ResponseCache(None)),
        semaphore=batch.Semaphore(lambda: 32),
        on_hit=lambda request, response: None,
        on_response=lambda: None,
        width=width,
    )


def test_few_responses_wait_to_be_read(monkeypatch):
    """A caller who is slower than the API keeps no more bodies in memory than the width needs."""
    waiting = []

    def result(future):
        started = [each for _, each in pull._ahead]
        wait(started, PATIENCE)
        waiting.append(len(started))
        return result_of(future)

    monkeypatch.setattr(batch, "result_of", result)
    pull = batch_of(lambda lookup: (Response(200, {}), None), Width(measured(0), BUSY))
    assert len(list(pull.run(iter([SimpleNamespace(response=None)] * 30)))) == 30
    assert max(waiting) == 8


def test_a_batch_starts_as_many_threads_as_its_width(around, slow, monkeypatch):
    """The setting allows 32, and eight requests are to be sent."""
    before, started = set(threading.enumerate()), []

    def result(future):
        started.append(len(set(threading.enumerate()) - before))
        slow.go.set()
        return result_of(future)

    monkeypatch.setattr(batch, "result_of", result)
    around.engine.latency.seconds = 0.0
    pages = [orders(around).with_param("page", number) for number in range(2, 10)]
    assert len(list(around.engine.fetch_many(pages))) == 8
    assert started[0] == 4


@pytest.fixture
def nearby(monkeypatch):
    """Return the width of a batch whose server responds at once, and its latency."""
    monkeypatch.setattr(batch, "_AT_ONCE", 0.0005)
    latency = measured(0.0001)
    return Width(latency, BUSY), latency


def lookups(*cached):
    """Return lookups, one for each argument: True for a response in the cache."""
    return iter(
        SimpleNamespace(request=None, response=Response(200, {}, from_cache=True) if hit else None)
        for hit in cached
    )


def test_a_server_that_responds_at_once_needs_no_threads(nearby):
    """Send each request in the thread that iterates, when it needs the response."""
    threads = []

    def fetch(lookup):
        threads.append(threading.current_thread())
        return Response(200, {}), None

    pull = batch_of(fetch, nearby[0])
    responses = pull.run(lookups(*[False] * 3))
    sent = [len(threads) for _ in responses]
    assert sent == [1, 2, 3]
    assert set(threads) == {threading.current_thread()}
    assert pull.semaphore._acquired == 0


def test_a_batch_gets_threads_as_soon_as_its_server_is_slow(nearby):
    """Expect a cache in between, say, that answers the first requests but not the later ones."""
    width, latency = nearby

    def fetch(lookup):
        latency.record(0.02)
        return Response(200, {}), None

    pull = batch_of(fetch, width)
    assert len(list(pull.run(lookups(*[False] * 9)))) == 9
    assert width.value > 1
    assert pull._workers.size == width.value


def test_responses_of_the_cache_precede_a_failing_request(nearby):
    """Return responses in the order of their requests, and raise errors in that order, too."""

    def fetch(lookup):
        raise ConnectionError

    pull = batch_of(fetch, nearby[0])
    responses = pull.run(lookups(True, True, False))
    assert [next(responses).from_cache, next(responses).from_cache] == [True, True]
    with pytest.raises(ConnectionError):
        next(responses)
    assert pull.semaphore._acquired == 0


def test_a_refusal_ends_a_batch_without_threads(nearby):
    """No request follows it, as in a batch with threads."""
    sent = []

    def fetch(lookup):
        sent.append(lookup)
        return Response(404, {}), None

    assert [r.status for r in batch_of(fetch, nearby[0]).run(lookups(*[False] * 3))] == [404]
    assert len(sent) == 1
