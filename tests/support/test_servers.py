"""Test that servers and child processes are checked before use and never outlive their test."""

import os
import pwd
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.support import children, servers

ROOT = Path(__file__).parent.parent.parent
linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems end no orphans")


@pytest.fixture
def place():
    """Return a folder that every user may enter, so that any user can run a server in it."""
    with tempfile.TemporaryDirectory(dir=servers.enterable()) as folder:
        Path(folder).chmod(0o755)
        yield Path(folder).resolve()


@pytest.fixture
def named(place, monkeypatch):
    """Return a function that puts a program first in the path."""
    monkeypatch.setenv("PATH", str(place), prepend=os.pathsep)

    def put(name, text):
        (place / name).write_text(f"#!/bin/sh\n{text}\n")
        (place / name).chmod(0o755)

    return put


def why_not(kind):
    """Return the reason for which `running` skips the test."""
    with pytest.raises(pytest.skip.Exception) as skipped, servers.running(kind):
        pass
    return str(skipped.value)


@pytest.mark.large  # it needs a Redis
def test_a_program_that_only_has_the_name_is_passed_over(named):
    """`running` goes on to the next program of that name in the path."""
    named("redis-server", "echo no server; exit 3")
    with servers.running(servers.Redis) as server:
        assert server.server.hears(b"PING\r\n", b"+PONG")


@pytest.mark.parametrize(
    ("text", "seconds", "said"),
    [
        ("echo no server; exit 3", servers.STARTUP_SECONDS, "ended with 3: no server"),
        ("sleep 600", 1, "did not answer within"),
    ],
)
def test_a_server_that_does_not_start_is_a_reason_in_words(
    place, named, monkeypatch, text, seconds, said
):
    """The reason names the program and quotes its output."""
    pytest.importorskip("redis")
    named("redis-server", text)
    monkeypatch.setattr(servers, "STARTUP_SECONDS", seconds)
    monkeypatch.setattr(servers, "places", lambda *_, **__: [place])
    assert f"{place / 'redis-server'} {said}" in why_not(servers.Redis)


def test_a_server_that_is_nowhere_is_a_reason_in_words(monkeypatch):
    """A machine without the package gets a reason for each kind of server."""
    monkeypatch.setattr(servers, "places", lambda *_, **__: [])
    for kind in (servers.Postgres, servers.MariaDB, servers.Redis, servers.Memcached):
        assert f"no {kind.__name__} here: " in why_not(kind)


def test_a_user_that_the_machine_does_not_have_is_a_reason_in_words(monkeypatch):
    """Tests as root never run the server as root instead."""

    def unknown(name):
        raise KeyError(name)

    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(pwd, "getpwnam", unknown)
    assert "as memcache or nobody, and there is no such user" in why_not(servers.Memcached)


@linux
def test_a_child_ends_when_its_parent_is_killed():
    """`run` returns only once the child is gone, because the child inherits standard error."""
    code = (
        "import os; from tests.support import children\n"
        "child = children.start(['sh', '-c', 'echo here; exec sleep 600'], stdout=-1)\n"
        "print(child.stdout.readline(), flush=True); os.kill(os.getpid(), 9)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        timeout=children.RUN_SECONDS,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL


def test_a_child_hears_ctrl_c_although_its_parent_does_not():
    """A shell that starts the tests in the background makes them ignore SIGINT."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        child = children.start(["sh", "-c", "echo here; exec sleep 600"], stdout=subprocess.PIPE)
    finally:
        signal.signal(signal.SIGINT, before)
    assert child.stdout.readline() == b"here\n"
    children.end(child, signal.SIGINT)
    assert child.returncode == -signal.SIGINT


def test_a_child_that_does_not_listen_is_killed():
    """A child that ignores SIGTERM is killed after the time limit."""
    code = "trap '' TERM; echo here; while :; do sleep 600; done"
    child = children.start(["sh", "-c", code], stdout=subprocess.PIPE, start_new_session=True)
    try:
        assert child.stdout.readline() == b"here\n"
        children.end(child, seconds=0.2)
        assert child.returncode == -signal.SIGKILL
    finally:
        os.killpg(child.pid, signal.SIGKILL)  # its `sleep`
