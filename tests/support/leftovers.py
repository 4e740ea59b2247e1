"""Find what a test session leaves behind: processes, threads and temporary files.

Each session gets a temporary folder of its own, so that files of other programs do not count.
"""

import gc
import shutil
import tempfile
import threading
import time
from pathlib import Path

import psutil
import pytest

GRACE_SECONDS = 30  # for threads and processes that are about to end

# Dask and multiprocessing keep these for the life of their process. (Our pools have names.)
LIBRARIES_THREADS = ("ThreadPoolExecutor-", "IO loop", "Dask-Offload")
LIBRARIES_FILES = ("dask-scratch-space", "pymp-")
LIBRARIES_PROCESSES = ("multiprocessing.resource_tracker", "multiprocessing.forkserver")


class Leftovers:
    """Record processes and threads at the start of a session, and find those added since."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="esi-tests-"))
        # Database servers run as other users, which must be able to enter it.
        self.folder.chmod(0o755)
        # Pytest's own folders stay where they are, for a look after a failure.
        self._patch = pytest.MonkeyPatch()
        self._patch.setenv("PYTEST_DEBUG_TEMPROOT", tempfile.gettempdir())
        self._patch.setenv("TMPDIR", str(self.folder))
        self._patch.setattr(tempfile, "tempdir", str(self.folder))
        self._children = {child.pid for child in psutil.Process().children(recursive=True)}
        self._threads = {thread.ident for thread in threading.enumerate()}

    def found(self) -> list[str]:
        """List what is left after `GRACE_SECONDS` at most."""
        return [*self._processes(), *self._running_threads(), *self._files()]

    def clear(self) -> None:
        """Remove the session's temporary folder."""
        self._patch.undo()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _processes(self) -> list[str]:
        children = psutil.Process().children(recursive=True)
        mine = [
            child
            for child in children
            if child.pid not in self._children
            and not any(name in _command(child) for name in LIBRARIES_PROCESSES)
        ]
        _, alive = psutil.wait_procs(mine, timeout=GRACE_SECONDS)
        return [f"process {child.pid}: {_command(child)}" for child in alive]

    def _running_threads(self) -> list[str]:
        gc.collect()  # ends threads that live as long as an object
        mine = [
            thread
            for thread in threading.enumerate()
            if thread.ident not in self._threads and not thread.name.startswith(LIBRARIES_THREADS)
        ]
        until = time.monotonic() + GRACE_SECONDS
        for thread in mine:
            thread.join(max(until - time.monotonic(), 0))
        return [f"thread {thread.name}" for thread in mine if thread.is_alive()]

    def _files(self) -> list[str]:
        found = sorted(self.folder.iterdir())
        return [f"file {path}" for path in found if not path.name.startswith(LIBRARIES_FILES)]


def _command(process: psutil.Process) -> str:
    try:
        return " ".join(process.cmdline())
    except psutil.Error:
        return process.name()
