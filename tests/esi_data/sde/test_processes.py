"""Test that one process installs a build while others wait, and that killed ones leave none."""

import sys

import pytest

from tests.support import processes

BUILD = 3_000_001
PREPARE = """
import sys
from esi_data import Esi
esi = Esi("test/1.0 (me@example.com)")
"""
OPEN = PREPARE + 'print("ready", flush=True); sys.stdin.readline(); print(esi.sde.build)'
STOP = (
    PREPARE
    + """
def pause(step):
    if step.unit == "file" and step.done == 5:
        print("ready", flush=True)
        sys.stdin.readline()
esi.sde.update(progress=pause)
"""
)

pytestmark = pytest.mark.large


@pytest.fixture(autouse=True)
def _sandbox(esi_sandbox, monkeypatch):
    monkeypatch.setenv("ESI_API_URL", esi_sandbox.url)


def downloads(esi_sandbox):
    return [each.status for each in esi_sandbox.requests if each.path.endswith(".zip")]


def test_processes_that_start_together_download_once(esi_sandbox):
    """Only one process downloads the build, and all read it."""
    command = (sys.executable, "-c", OPEN)
    with processes.together(command, command, command) as children:
        done = [child.end() for child in children]
    assert [each.stdout.strip() for each in done] == [str(BUILD)] * 3, done
    assert downloads(esi_sandbox) == [200]


def test_a_process_that_is_killed_leaves_no_build(esi, esi_sandbox):
    """After a kill, the next process converts the download and removes the draft."""
    with processes.Child(sys.executable, "-c", STOP) as child:
        assert child.hear() == "ready"
        folder = esi.sde._source.store.folder
        assert list(folder.glob(".draft-*"))
        child.kill()
    assert esi.sde.builds() == []
    assert esi.sde.build == BUILD
    assert not list(folder.glob(".draft-*"))
    assert downloads(esi_sandbox) == [200]


def test_an_interrupted_process_ends_without_a_traceback_of_the_disk(esi, esi_sandbox):
    """Ctrl-C during the conversion removes the draft at once, without a traceback."""
    import signal

    with processes.Child(sys.executable, "-c", STOP) as child:
        assert child.hear() == "ready"
        child.process.send_signal(signal.SIGINT)
        done = child.end()
    assert "KeyboardInterrupt" in done.stderr
    assert not list(esi.sde._source.store.folder.glob(".draft-*"))
    assert esi.sde.build == BUILD
    assert downloads(esi_sandbox) == [200]
