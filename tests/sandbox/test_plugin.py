"""Pytest fixtures, and starting and stopping the server."""

import signal
import socket
import subprocess
import sys
import threading
import time

import pytest
import requests

from esi.sandbox import ManualClock, Sandbox, SandboxError
from tests.support import children


def test_plugin_imports_nothing_heavy():
    """Pytest runs without a sandbox load no server."""
    code = (
        "import sys, pytest, esi.sandbox.plugin;"
        "print('aiohttp' in sys.modules, 'esi.sandbox.server.http' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        timeout=children.RUN_SECONDS,
    )
    assert done.stdout.split() == ["False", "False"]


def test_reset_first_part(esi_sandbox, call):
    """Change everything that a test can change ..."""
    esi_sandbox.faults.fail(503, times=None)
    esi_sandbox.faults.latency = 0.001
    esi_sandbox.set_pages("/universe/types", 9)
    esi_sandbox.lifetime("*", 1)
    esi_sandbox.drain_errors(50)
    esi_sandbox.token(90_000_001)
    esi_sandbox.swagger = True
    esi_sandbox.clock.advance(10_000)
    esi_sandbox.turn_over("/markets/10000016/orders")
    assert call.get("/universe/types").status_code == 503


def test_reset_second_part(esi_sandbox, call):
    """... and find it reset in the next test, on the same server."""
    assert esi_sandbox.requests == []
    assert abs(esi_sandbox.clock() - time.time()) < 5_000
    answer = call.get("/universe/types")
    assert answer.headers["X-Pages"] == "2"
    assert answer.headers["X-ESI-Error-Limit-Remain"] == "100"
    assert call.get("/latest/swagger.json").status_code == 404


def test_dates_count_from_today(call):
    """Without a day that is pinned, the last history is of yesterday or the day before."""
    with Sandbox(clock=ManualClock(1_900_000_000)) as sandbox:  # 2030-03-17 17:46 UTC
        url = f"{sandbox.url}/markets/10000002/history?type_id=34"
        assert requests.get(url, timeout=60).json()[-1]["date"] == "2030-03-16"
        start = requests.get(f"{sandbox.url}/status", timeout=60).json()["start_time"]
    assert start == "2030-03-17T11:05:00Z"
    # This project pins them with `esi_sandbox_today`.
    assert call.get("/markets/10000002/history?type_id=34").json()[-1]["date"] == "2026-08-17"


@pytest.mark.parametrize(
    ("now", "day"), [(1_899_975_600 + 299, "2030-03-16"), (1_899_975_600 + 300, "2030-03-17")]
)
def test_a_day_begins_at_the_downtime(now, day, esi_sandbox_factory):
    """Until 11:05 UTC the data is that of the day before."""
    sandbox = esi_sandbox_factory(clock=ManualClock(now), today=None)
    start = requests.get(f"{sandbox.url}/status", timeout=60).json()["start_time"]
    assert start == f"{day}T11:05:00Z"


def test_today_must_be_a_date():
    """Name the value that is none."""
    with pytest.raises(SandboxError, match="soon"):
        Sandbox(today="soon")


def test_reset_is_fast(esi_sandbox):
    """It takes less than five milliseconds."""
    began = time.thread_time()  # of work: a busy machine takes the time of others
    for _ in range(100):
        esi_sandbox.reset()
    assert (time.thread_time() - began) / 100 < 0.005


def test_factory_starts_more_sandboxes(esi_sandbox_factory):
    """Each has its own port, data and clock."""
    one, two = esi_sandbox_factory(seed=1), esi_sandbox_factory(seed=2)
    assert one.url != two.url
    names = [
        requests.get(f"{s.url}/markets/10000002/orders", timeout=60).json() for s in (one, two)
    ]
    assert names[0] != names[1]


def test_stopped_sandbox_can_start_again():
    """Stopping frees the port and ends the thread."""
    sandbox = Sandbox(clock=ManualClock())
    for _ in range(2):
        with sandbox:
            assert requests.get(f"{sandbox.url}/status", timeout=60).status_code == 200
            url = sandbox.url
        assert not [t for t in threading.enumerate() if t.name == "esi-sandbox" and not t.daemon]
        with pytest.raises(requests.ConnectionError):
            requests.get(f"{url}/status", timeout=60)


def test_port_in_use_is_an_error_of_one_line():
    """Name the port that is in use."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(SandboxError, match=f"cannot listen on 127.0.0.1:{port}"):
            Sandbox(port=port).start()
        done = subprocess.run(
            [sys.executable, "-m", "esi.sandbox", "--port", str(port)],
            capture_output=True,
            text=True,
            timeout=children.RUN_SECONDS,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert str(port) in done.stderr
    assert done.stdout == ""


def test_command_prints_the_setting():
    """Print the address and the variable first; exit cleanly on an interrupt."""
    command = [sys.executable, "-u", "-m", "esi.sandbox", "--port", "0", "--lifetime", "5"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with children.running(command, **pipes) as process:
        printed = children.Lines(process.stdout)
        lines = [printed.next() for _ in range(3)]
        url = lines[2].strip().removeprefix("ESI_API_URL=")
        answer = requests.get(f"{url}/status", timeout=60)
        process.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGINT)
        process.wait(children.RUN_SECONDS)
        errors = process.stderr.read()
        printed.join()
    assert url in lines[0]
    assert answer.status_code == 200
    if sys.platform != "win32":
        assert (process.returncode, errors) == (0, "")


def test_concurrent_requests(esi_sandbox):
    """Respond to requests of many threads, and record them all."""

    def work():
        with requests.Session() as session:
            for page in range(1, 10):
                session.get(f"{esi_sandbox.url}/markets/10000043/orders?page={page}", timeout=60)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [r.status for r in esi_sandbox.requests] == [200] * 72


def test_the_public_names():
    """List the names that `esi.sandbox` exports."""
    import esi.sandbox

    assert dir(esi.sandbox) == [
        "Faults",
        "ManualClock",
        "RecordedRequest",
        "Sandbox",
        "SandboxError",
    ]
    for name in dir(esi.sandbox):
        assert getattr(esi.sandbox, name).__name__ == name
    with pytest.raises(AttributeError):
        _ = esi.sandbox.nothing
