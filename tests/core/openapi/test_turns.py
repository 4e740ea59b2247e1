"""Test that one of several processes fetches a document while the others wait."""

import os
import sys
import time
from contextlib import ExitStack
from types import SimpleNamespace

import pytest

from esi.core.cancellation import AbandonedError, CancelScope
from esi.core.openapi import turns
from tests.core.conftest import DictCache
from tests.support import processes, servers

DATE = "2026-08-10"


@pytest.fixture(params=["file", "cache"])
def take(request, tmp_path):
    """Return a function that takes the turn as another process would."""
    document = tmp_path / "documents" / "document-a.jsonl" if request.param == "file" else None
    cache = DictCache()
    return lambda longest=0: turns.turn(document, cache, "document", longest)


@pytest.fixture
def while_waiting(monkeypatch):
    """Return a function that replaces each pause of a wait by an action."""

    def set_pause(function):
        clock = SimpleNamespace(sleep=lambda _: function(), monotonic=time.monotonic)
        monkeypatch.setattr(turns, "time", clock)

    return set_pause


def test_another_process_waits_for_the_end_of_a_turn(take, while_waiting):
    """Waiting ends as soon as the turn is free."""
    with ExitStack() as first:
        first.enter_context(take())
        pauses = []
        while_waiting(lambda: pauses.append(1) or (len(pauses) == 3 and first.close()))
        with take(longest=60):
            assert len(pauses) == 3


def test_a_wait_has_a_bound_and_does_not_end_the_other_turn(take, while_waiting):
    """After the bound, the block runs anyway, and a third process still waits for the first."""
    with take() as first:
        with take(longest=0) as second:
            assert (first, second) == (True, False)
        pauses = []
        while_waiting(lambda: pauses.append(1))
        with take(longest=0.01) as third:
            assert pauses
            assert not third


def test_a_turn_ends_with_an_error_of_its_block(take):
    """After an error the next process can take the turn at once."""
    with pytest.raises(ValueError, match="refused"), take():
        raise ValueError("refused")
    with take(longest=60):
        pass


def test_a_cancelled_call_does_not_wait_on(take):
    """Cancelling ends the thread at the next check of the turn."""
    scope = CancelScope()
    scope.cancel()

    def wait():
        with take(longest=60):
            raise AssertionError("It has the turn.")

    with take(), pytest.raises(AbandonedError):
        scope.run(wait)


def test_no_file_stays_in_the_folder(tmp_path):
    """Releasing a turn removes the lock file next to the document."""
    with turns.turn(tmp_path / "document-a.jsonl", None, "document", 0):
        assert [path.name for path in tmp_path.iterdir()] == ["document-a.lock"]
    assert list(tmp_path.iterdir()) == []


def test_without_a_writable_folder_the_cache_has_the_turn(tmp_path):
    """Processes take turns through the cache if their user has no folder."""
    (tmp_path / "file").write_text("")
    cache = DictCache()
    with turns.turn(tmp_path / "file" / "document-a.jsonl", cache, "document", 0):
        assert cache
    assert not cache


class BrokenCache:
    """Cache whose server is unreachable."""

    def add(self, *_):
        raise ConnectionError("away")

    delete = add


@pytest.mark.parametrize("kind", [lambda: None, BrokenCache])
def test_without_folder_and_cache_no_process_waits(kind):
    """Each process then fetches the document itself."""
    cache = kind()
    with turns.turn(None, cache, "document", 60), turns.turn(None, cache, "document", 60):
        pass


DOORS = {
    "old": "import django; django.setup(); from django.conf import settings\n"
    "settings.ESI_CACHE_DIR = os.environ.get('SITE_FOLDER')\n"
    "from esi.clients import EsiClientProvider as Provider\n"
    f"provider = Provider(compatibility_date='{DATE}')",
    "new": "import django; django.setup(); from django.conf import settings\n"
    "settings.ESI_CACHE_DIR = os.environ.get('SITE_FOLDER')\n"
    "from esi.openapi_clients import ESIClientProvider as Provider\n"
    f"provider = Provider('{DATE}', 'my-site', '1.0')",
    "esi_data": "from esi_data import Esi as Provider\n"
    f"provider = Provider('a/1 (me@example.com)', compatibility_date='{DATE}')",
}
PROGRAM = """
import os, sys
{door}
print("ready", flush=True)
sys.stdin.readline()
print(len(dir(provider.client)) > 5, flush=True)
"""


def fetches(sandbox, doors, environment):
    """Return how often processes that start at once fetch the document."""
    sandbox.clear()
    with processes.together(
        *([sys.executable, "-c", PROGRAM.format(door=DOORS[door])] for door in doors),
        cwd=servers.PROJECT,
        env=os.environ | {"ESI_API_URL": sandbox.url} | environment,
    ) as started:
        assert [child.hear() for child in started] == ["True"] * len(doors)
    return [each.path for each in sandbox.requests].count("/meta/openapi.json")


@pytest.mark.large
def test_processes_of_both_clients_and_scripts_fetch_one_document(
    esi_sandbox, tmp_path, monkeypatch
):
    """Both share the user's folder; without a folder, processes of a site share Django's cache."""
    monkeypatch.delenv("ESI_CACHE_DIR")
    esi_sandbox.faults.latency = 0.5
    site = {
        "DJANGO_SETTINGS_MODULE": "project.limits", "SITE_CACHE": "filebased.FileBasedCache",
        "SITE_CACHE_PLACE": str(tmp_path / "answers"), "XDG_CACHE_HOME": str(tmp_path / "home"),
    }  # fmt: skip
    assert fetches(esi_sandbox, ["old", "new", "esi_data"] * 2, site) == 1
    assert fetches(esi_sandbox, ["old", "new"] * 2, site | {"SITE_FOLDER": ""}) == 1


HOLDER = """
import pathlib, sys
from esi.core.openapi.turns import turn
with turn(pathlib.Path(sys.argv[1]), None, "document", 0):
    print("ready", flush=True)
    sys.stdin.readline()
"""


@pytest.mark.large
def test_a_killed_process_gives_its_turn_back(tmp_path):
    """Killing a process frees its turn at once, without waiting for the bound."""
    document = tmp_path / "document-a.jsonl"
    with processes.Child(sys.executable, "-c", HOLDER, document) as holder:
        assert holder.hear() == "ready"
        own = turns._FileTurn(document.with_suffix(turns.SUFFIX))
        assert not own.take()
        holder.kill()
        assert own.take()
        own.give()
