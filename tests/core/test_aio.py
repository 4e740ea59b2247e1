"""Awaited calls: their threads, their queue, their cancellation."""

import asyncio
import gc
import threading
from contextvars import ContextVar

import pytest

from esi.core import aio, cancellation
from esi.core.aio import CallThreads
from esi.core.cancellation import AbandonedError
from tests.support.processes import in_a_fork
from tests.support.reachable import texts_of

PATIENCE = 60  # seconds for what takes milliseconds
SECRET = "a very secret token"

visitor = ContextVar("visitor", default="nobody")


class Gate:
    """Function that counts its calls and returns once it is opened."""

    def __init__(self):
        self.open = threading.Event()
        self.lock = threading.Lock()
        self.running = self.most = self.calls = 0
        self.entered = threading.Semaphore(0)
        self.left = threading.Event()

    def __call__(self, value=None):
        with self.lock:
            self.calls += 1
            self.running += 1
            self.most = max(self.most, self.running)
        self.entered.release()
        try:
            assert self.open.wait(PATIENCE)
            cancellation.check()
            return value
        finally:
            with self.lock:
                self.running -= 1
            self.left.set()


async def entered(gate, times=1):
    for _ in range(times):
        assert await asyncio.to_thread(gate.entered.acquire, timeout=PATIENCE)


@pytest.fixture
def threads(monkeypatch):
    """Return two threads a name, which end soon."""
    monkeypatch.setattr(aio, "_IDLE_SECONDS", 0.05)
    return CallThreads(lambda: 2)


def alive():
    return [each for each in threading.enumerate() if each.name == "esi-await"]


def ended():
    """Wait until no thread of an awaited call is left."""
    for each in alive():
        each.join(PATIENCE)
    return not alive()


def test_a_call_runs_in_another_thread_with_the_callers_context(threads):
    """Its context variables are those of the awaiting task, and its own changes stay there."""

    def look():
        seen = visitor.get(), threading.current_thread() is not threading.main_thread()
        visitor.set("thread")
        return seen

    async def main():
        visitor.set("Asa")
        return await threads.run("op", look), visitor.get()

    assert asyncio.run(main()) == (("Asa", True), "Asa")


def test_a_name_has_so_many_threads_and_other_names_go_on(threads):
    """The third call of a name waits in a queue; one of another name does not."""
    gate = Gate()

    async def main():
        calls = asyncio.gather(*(threads.run("limited", gate, n) for n in range(20)))
        await entered(gate, 2)
        assert await threads.run("other", lambda: 7) == 7
        gate.open.set()
        return await calls

    assert asyncio.run(main()) == list(range(20))
    assert (gate.calls, gate.most) == (20, 2)


def test_idle_threads_end(threads):
    """Without calls, all threads end after some time."""
    asyncio.run(threads.run("op", int))
    assert ended()


def test_an_idle_thread_takes_the_next_call(monkeypatch):
    """Its connections are used again."""
    threads = CallThreads(lambda: 1)

    async def main():
        monkeypatch.setattr(aio, "_IDLE_SECONDS", PATIENCE)
        first = await threads.run("op", threading.get_ident)
        monkeypatch.setattr(aio, "_IDLE_SECONDS", 0.05)
        return first, await threads.run("op", threading.get_ident)

    first, second = asyncio.run(main())
    assert first == second
    assert ended()


def test_a_cancelled_call_ends_at_once_and_its_thread_when_it_can(threads):
    """The task does not wait for the thread, and the thread finds its scope cancelled."""
    gate = Gate()

    async def main():
        task = asyncio.create_task(threads.run("op", gate))
        await entered(gate)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert gate.running == 1
        gate.open.set()

    asyncio.run(main())
    assert gate.left.wait(PATIENCE)
    assert ended()


def test_a_timeout_cancels_the_scope_of_the_call(threads):
    """`asyncio.timeout` raises its own error, and what runs in the thread is abandoned."""
    told = []
    gate = Gate()

    def call():
        try:
            gate()
        except AbandonedError:
            told.append("abandoned")
            raise

    async def limited():
        async with asyncio.timeout(None) as limit:
            task = asyncio.ensure_future(entered(gate))
            task.add_done_callback(lambda _: limit.reschedule(0))
            await threads.run("op", call)

    async def main():
        with pytest.raises(TimeoutError):
            await limited()
        gate.open.set()

    asyncio.run(main())
    assert ended()
    assert told == ["abandoned"]


def test_a_call_that_is_cancelled_in_the_queue_never_runs(threads):
    """The calls before it do."""
    gate = Gate()

    async def main():
        tasks = [asyncio.create_task(threads.run("op", gate, n)) for n in range(4)]
        await entered(gate, 2)
        tasks[2].cancel()
        await asyncio.wait([tasks[2]])
        gate.open.set()
        return await asyncio.gather(tasks[0], tasks[1], tasks[3])

    assert asyncio.run(main()) == [0, 1, 3]
    assert gate.calls == 3


def test_several_event_loops_share_the_threads(threads):
    """A loop in another thread gets its results, and the limit holds for both."""
    gate = Gate()
    found = []

    async def several():
        return await asyncio.gather(*(threads.run("op", gate, n) for n in range(4)))

    loops = [threading.Thread(target=lambda: found.append(asyncio.run(several()))) for _ in "ab"]
    for each in loops:
        each.start()
    for _ in range(2):
        assert gate.entered.acquire(timeout=PATIENCE)
    gate.open.set()
    for each in loops:
        each.join(PATIENCE)
    assert found == [[0, 1, 2, 3]] * 2
    assert gate.most == 2


def test_the_end_of_a_loop_does_not_wait_for_a_call(threads):
    """`asyncio.run` cancels what is left and returns."""
    gate = Gate()

    async def main():
        main.left = asyncio.create_task(threads.run("op", gate))
        await entered(gate)

    asyncio.run(main())
    assert gate.running == 1
    gate.open.set()
    assert ended()


def test_a_call_whose_loop_was_closed_is_abandoned(threads):
    """Nothing runs its task any longer, and its thread ends like that of a cancelled call."""
    gate, left = Gate(), []

    def call():
        try:
            gate()
        except AbandonedError:
            left.append("abandoned")
            raise

    loop = asyncio.new_event_loop()
    coroutine = threads.run("op", call)

    async def start():
        coroutine.send(None)  # as a task would

    loop.run_until_complete(start())
    assert gate.entered.acquire(timeout=PATIENCE)
    loop.close()
    coroutine.close()
    gate.open.set()
    assert ended()
    assert left == ["abandoned"]


def test_a_forked_child_starts_threads_of_its_own(threads):
    """Its parent's were busy and idle."""
    gate = Gate()

    async def main():
        task = asyncio.create_task(threads.run("op", gate))
        await entered(gate)
        told = in_a_fork(lambda: asyncio.run(threads.run("op", lambda: "child")))
        gate.open.set()
        await task
        return told

    assert asyncio.run(main()) == "child"


def test_a_hook_runs_in_the_thread_after_each_call(threads):
    """It closes what belongs to the thread, also after an error."""
    closed = []
    threads._after_call = lambda: closed.append(threading.get_ident())

    async def main():
        own = await threads.run("op", threading.get_ident)
        with pytest.raises(ZeroDivisionError):
            await threads.run("op", lambda: 1 / 0)
        return own

    own = asyncio.run(main())
    assert closed[0] == own
    assert len(closed) == 2


def test_an_error_keeps_no_arguments_alive(threads):
    """Error pages show the local variables of frames; none of ours has the token."""

    def fail(token):
        raise LookupError(len(token))

    async def main():
        with pytest.raises(LookupError) as caught:
            await threads.run("op", fail, token="".join([*SECRET]))
        return caught.value

    error = asyncio.run(main())
    assert not any(SECRET in text for text in texts_of(error))


def test_a_call_that_raises_stop_iteration_ends_with_an_error(threads):
    """Fail instead of hanging: a future refuses that error, which a callback's `next` may raise."""

    async def main():
        async with asyncio.timeout(PATIENCE):
            await threads.run("op", next, iter([]))

    with pytest.raises(RuntimeError, match="StopIteration") as caught:
        asyncio.run(main())
    assert isinstance(caught.value.__cause__, StopIteration)


def test_without_a_thread_the_call_fails_and_the_next_one_runs(threads, monkeypatch):
    """A system that is out of threads does not leave a call waiting for ever."""

    def refuse(_):
        raise RuntimeError("can't start new thread")

    async def main():
        with monkeypatch.context() as patched:
            patched.setattr(threading.Thread, "start", refuse)
            with pytest.raises(RuntimeError, match="new thread"):
                await threads.run("op", int)
        return await threads.run("op", lambda: 7)

    assert asyncio.run(main()) == 7


def test_a_call_that_waits_keeps_few_objects_alive(threads):
    """Thousands may wait, and the garbage collector stops the loop while it visits all of them."""
    gate, calls, threads._size = Gate(), 100, lambda: 1

    async def main():
        first = asyncio.create_task(threads.run("op", gate))
        await entered(gate)
        gc.collect()
        before = len(gc.get_objects())
        waiting = [asyncio.create_task(threads.run("op", int)) for _ in range(calls)]
        await asyncio.sleep(0)
        gc.collect()
        kept = len(gc.get_objects()) - before
        gate.open.set()
        await asyncio.gather(first, *waiting)
        return kept

    assert asyncio.run(main()) / calls < 40


# Generators


def counting(closed, gate=None):
    try:
        for number in range(3):
            if gate and number == 1:
                gate()
            yield number
    finally:
        closed.set()


def made(generator):
    async def make():
        return generator

    return make


def test_a_generator_is_read_in_threads(threads):
    """All its items come, and it is closed."""
    closed = threading.Event()

    async def main():
        return [n async for n in threads.iterate("op", made(counting(closed)))]

    assert asyncio.run(main()) == [0, 1, 2]
    assert closed.is_set()


def test_a_generator_that_is_left_early_is_closed(threads):
    """A `break` closes it, without waiting for it."""
    found = []
    closed = threading.Event()

    async def main():
        async for number in threads.iterate("op", made(counting(closed))):
            found.append(number)
            break

    asyncio.run(main())
    assert found == [0]
    gc.collect()
    assert closed.wait(PATIENCE)


def test_a_generator_is_abandoned_when_its_task_is_cancelled(threads):
    """The step that runs ends at its next check, and the generator is closed after it."""
    closed = threading.Event()
    gate = Gate()
    found = []

    async def main():
        async def read():
            items = threads.iterate("op", made(counting(closed, gate)))
            found.extend([number async for number in items])

        task = asyncio.create_task(read())
        await entered(gate)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert not closed.is_set()
        gate.open.set()

    asyncio.run(main())
    assert closed.wait(PATIENCE)
    assert found == []
    assert ended()


def test_a_generator_that_fails_as_it_closes_ends_no_thread(threads):
    """Nobody is there to get its error, and the only thread takes the next call."""

    def failing():
        try:
            yield 1
        finally:
            raise LookupError

    async def main():
        items = threads.iterate("op", made(failing()))
        assert await anext(items) == 1
        await items.aclose()
        async with asyncio.timeout(PATIENCE):
            return await threads.run("op", lambda: 7)

    threads._size = lambda: 1
    assert asyncio.run(main()) == 7
    assert ended()
