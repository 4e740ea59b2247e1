"""Background runs: progress, result and cancellation."""

import threading

import pytest

from esi_data.widgets.state.background_run import BackgroundRun, error_message, is_write

ORDERS = "get_markets_region_id_orders"
FORGE = {"region_id": 10000002}


@pytest.fixture
def started(esi):
    """Start runs; end all of them at the end of the test."""
    runs = []

    def start(operation, **values):
        runs.append(BackgroundRun(esi, operation, values).start())
        return runs[-1]

    yield start
    for run in runs:
        run.stop()
        run.join()


def test_a_run_ends_with_the_frame(esi, started, esi_sandbox):
    """Return the frame of `pull`; count pages, rows and tokens on the way."""
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
    assert len(run.responses) == pages
    assert all(each.status == 200 for each in run.responses)


def test_several_calls_are_counted_as_calls(started):
    """Count calls instead of pages in a fan-out."""
    run = started("get_universe_types_type_id", type_id=[34, 35, 36])
    run.join()
    assert (run.counts.done, run.counts.total, run.counts.unit) == (3, 3, "call")
    assert len(run.responses) == 3
    assert run.counts.requests == 3


def test_a_failure_has_the_message_of_the_api(started):
    """The run has no frame."""
    run = started("get_universe_types_type_id", type_id=1)
    run.join()
    assert (run.state, run.frame) == ("failed", None)
    assert error_message(run.error).startswith("The API answered 404: ")


def test_a_stopped_run_sends_no_more_requests(esi, started, esi_sandbox, monkeypatch):
    """Its state changes at once, and the cache keeps its responses."""
    monkeypatch.setattr(esi.engine.semaphore, "_limit", lambda: 2)
    started_step, resume = threading.Event(), threading.Event()
    on_step = BackgroundRun._on_step

    def held(self, step):
        started_step.set()
        assert resume.wait(60)
        on_step(self, step)

    monkeypatch.setattr(BackgroundRun, "_on_step", held)
    run = started(ORDERS, **FORGE)
    assert started_step.wait(60)
    run.stop()
    assert run.state == "stopped"
    resume.set()
    run.join()
    assert (run.state, run.frame, run.error) == ("stopped", None, None)
    sent = len([r for r in esi_sandbox.requests if "orders" in r.path])
    assert sent < 10
    assert esi.plan(ORDERS, learn=0, **FORGE)["cached"].item() == sent


def test_stop_ends_a_wait_for_the_rate_limit(esi, started, esi_sandbox, monkeypatch):
    """A run that sleeps until tokens return ends there."""
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
def test_writing_operations_are_recognised(esi, operation, writes):
    """Not every POST writes."""
    assert is_write(esi.operation(operation)) is writes


def test_a_writing_operation_is_sent_once(esi, esi_sandbox, started):
    """It makes no frame; its response is kept."""
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
    assert [each.status for each in run.responses] == [201]
    assert len([r for r in esi_sandbox.requests if r.method == "POST"]) == 1
