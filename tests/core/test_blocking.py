"""Calls that block a running event loop: who is warned, where, how often."""

import asyncio
import inspect
import warnings

import pytest
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from esi.core import blocking
from esi.core.client.factory import make_client
from esi.core.warn import warn
from esi.errors import BlockingCallWarning


@pytest.fixture(autouse=True)
def _warned(monkeypatch):
    monkeypatch.setattr(blocking, "_warned", set())


@pytest.fixture
def status(around):
    """Return a future of the sandbox's status."""
    client = make_client(around.engine, user_agent="tests/1.0 (tests@example.com)")
    return client.Status.get_status()


@pytest.fixture
def cell(status):
    """Run a cell in a shell of IPython, within an event loop as a notebook does."""
    shell = InteractiveShell(config=Config({"HistoryManager": {"enabled": False}}))
    shell.user_ns.update(status=status, asyncio=asyncio)

    def run(source):
        asyncio.run(shell.run_cell_async(source, transformed_cell=source)).raise_error()

    return run


def recorded(run):
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        run()
    return [each for each in found if each.category is BlockingCallWarning]


def test_a_blocking_call_warns_once_for_each_line_and_works(status):
    """The warning points at the line and names what to await."""
    players = set()

    async def main():
        for _ in range(3):
            players.add(status.result()["players"])
        players.add(status.results()["players"])

    first, second = recorded(lambda: asyncio.run(main()))
    lines, start = inspect.getsourcelines(main)
    assert first.filename == __file__
    assert lines[first.lineno - start].strip() == 'players.add(status.result()["players"])'
    assert "`await future.aresult()`" in str(first.message)
    assert "`await future.aresults()`" in str(second.message)
    assert len(players) == 1


def test_a_warning_that_is_an_error_comes_each_time(status):
    """A test suite that makes warnings errors finds each test that blocks."""

    async def main():
        status.result()

    for _ in range(2):
        with pytest.raises(BlockingCallWarning):
            asyncio.run(main())


def test_other_calls_do_not_warn(status):
    """A call without a loop, and one that is awaited."""

    async def main():
        await status.aresult()
        await asyncio.to_thread(status.result)

    assert recorded(status.result) == recorded(lambda: asyncio.run(main())) == []


@pytest.mark.parametrize("source", ["status.result()", "await asyncio.sleep(0)\nstatus.result()"])
def test_a_cell_of_a_notebook_may_block(cell, source):
    """Cells run inside of the kernel's loop."""
    assert recorded(lambda: cell(source)) == []


def test_an_awaited_call_works_in_a_cell(cell, around):
    """A notebook takes `await` without more."""
    cell("found = await status.aresult()")
    assert [request.path for request in around.sandbox.requests][-1] == "/status"


def test_a_task_that_a_cell_starts_is_warned(cell):
    """It runs between cells, and holds up the kernel."""
    source = "async def later():\n    status.result()\nawait asyncio.create_task(later())"
    assert len(recorded(lambda: cell(source))) == 1


def test_warnings_of_an_awaited_call_point_at_the_line_that_awaits(around):
    """Its thread has no line of the caller."""

    def call():
        warn("look here", UserWarning)

    async def main():
        await around.engine.threads.run("op", call)

    with pytest.warns(UserWarning, match="look here") as found:
        asyncio.run(main())
    lines, start = inspect.getsourcelines(main)
    assert found[0].filename == __file__
    assert "threads.run" in lines[found[0].lineno - start]
