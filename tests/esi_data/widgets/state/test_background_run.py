"""A call runs in a thread, is watched, and is given up."""

import threading

import pytest

from esi_data.widgets.state.background_run import Run, changes, told

ORDERS = "get_markets_region_id_orders"
FORGE = {"region_id": 10000002}


@pytest.fixture
def started(esi):
    """Starts a run; all of them have ended before the test has."""
    runs = []

    def start(operation, **values):
        runs.append(Run(esi, operation, values).start())
        return runs[-1]

    yield start
    for run in runs:
        run.stop()
        run.join()


def test_a_run_ends_with_the_frame(esi, started, esi_sandbox):
    """The frame is that of `pull`; pages, rows and tokens are counted while it runs."""
    run = started(ORDERS, **FORGE)
    run.join()
    assert (run.state, run.error) == ("done", None)
    counts = run.counts
    assert run.frame.equals(esi.pull(ORDERS, **FORGE))
    pages = run.frame.attrs["esi"]["pages"]
    assert (counts.done, counts.total, counts.unit) == (pages, pages, "page")
    assert counts.rows == len(run.frame)
    assert counts.requests == pages == len([r for r in esi_sandbox.requests if "orders" in r.path])
    assert counts.tokens == run.frame.attrs["esi"]["tokens"]
    assert len(run.answers) == pages
    assert all(answer.status == 200 for answer in run.answers)


def test_several_calls_are_counted_as_calls(started):
    """Of a fan-out the calls are counted, and the answers are kept."""
    run = started("get_universe_types_type_id", type_id=[34, 35, 36])
    run.join()
    assert (run.counts.done, run.counts.total, run.counts.unit) == (3, 3, "call")
    assert len(run.answers) == 3
    assert run.counts.requests == 3


def test_a_failure_is_told(started):
    """What the API said of it is kept for people to read."""
    run = started("get_universe_types_type_id", type_id=1)
    run.join()
    assert (run.state, run.frame) == ("failed", None)
    assert told(run.error).startswith("The API answered 404: ")


def test_a_run_that_is_given_up_sends_nothing_more(esi, started, esi_sandbox, monkeypatch):
    """It has stopped at once; its thread ends before its next request, and answers are kept."""
    monkeypatch.setattr(esi.engine.semaphore, "_limit", lambda: 2)
    holding, go_on = threading.Event(), threading.Event()
    come = Run._came

    def held(self, step):
        holding.set()
        assert go_on.wait(60)
        come(self, step)

    monkeypatch.setattr(Run, "_came", held)
    run = started(ORDERS, **FORGE)
    assert holding.wait(60)
    run.stop()
    assert run.state == "stopped"
    go_on.set()
    run.join()
    assert (run.state, run.frame, run.error) == ("stopped", None, None)
    asked = len([r for r in esi_sandbox.requests if "orders" in r.path])
    assert asked < 10
    assert esi.plan(ORDERS, learn=0, **FORGE)["cached"].item() == asked


def test_what_waits_for_a_limit_stops_waiting(esi, started, esi_sandbox, monkeypatch):
    """A run that sleeps until its tokens come back is given up there."""
    esi_sandbox.drain("market-order")
    sleeping = threading.Event()

    def sleep(seconds):
        sleeping.set()
        run.ended.wait(60)

    monkeypatch.setattr(esi.engine, "sleep", sleep)
    run = started(ORDERS, **FORGE)
    assert sleeping.wait(60)
    sent = len(esi_sandbox.requests)
    run.stop()
    run.join()
    assert run.state == "stopped"
    assert len(esi_sandbox.requests) == sent


@pytest.mark.parametrize(
    ("operation", "writes"),
    [
        (ORDERS, False),
        ("post_universe_names", False),
        ("post_route_origin_system_id_destination_system_id", False),
        ("post_characters_character_id_mail", True),
        ("put_characters_character_id_contacts", True),
        ("delete_characters_character_id_contacts", True),
    ],
)
def test_what_changes_something_is_known(esi, operation, writes):
    """A POST that only asks changes nothing."""
    assert changes(esi.operation(operation)) is writes


def test_what_changes_something_is_sent_once(esi, esi_sandbox, started):
    """No frame is made of it; its answer is kept as it came."""
    token = esi_sandbox.token(90000001)
    mail = {
        "recipients": [{"recipient_id": 90000002, "recipient_type": "character"}],
        "subject": "Hello",
        "body": "World",
    }
    name = "post_characters_character_id_mail"
    run = started(name, character_id=90000001, mail=mail, token=token)
    run.join()
    assert (run.state, run.frame) == ("done", None), run.error
    assert [answer.status for answer in run.answers] == [201]
    assert len([r for r in esi_sandbox.requests if r.method == "POST"]) == 1
