"""Start child processes that end when their parent does: `start(command)`.

As a program, this file prepares its own process, then replaces it by the given command. It uses
only the standard library, and reads no file after it has changed its user: the new user may not be
allowed to.
"""

import os
import queue
import signal
import subprocess
import sys
import textwrap
import threading
from contextlib import contextmanager, suppress

END_SECONDS = 30
RUN_SECONDS = 600  # longer than any program of a test, even on a busy machine


def start(command, *, user=None, **options):
    """Start a program that reacts to Ctrl+C and is killed when this process dies.

    A shell's background jobs (`make test &`) ignore SIGINT, and their children would inherit that.
    Linux kills the child when the calling thread ends, so call this from a thread that outlives the
    child.
    """
    if os.name == "posix":
        command = [sys.executable, "-IS", __file__, str(os.getpid()), user or "", *command]
    return subprocess.Popen(command, **options)


def end(process, how=signal.SIGTERM, seconds=END_SECONDS):
    """Send a process the signal `how`, kill it after `seconds`, and close its pipes."""
    if process.poll() is None:
        process.send_signal(how)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(seconds)
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe:
            with suppress(OSError):  # unwritten output for a process that has ended
                pipe.close()


@contextmanager
def running(command, how=signal.SIGTERM, **options):
    """Run a child during the block; end it with the signal `how`."""
    process = start(command, **options)
    try:
        yield process
    finally:
        end(process, how)


def run_without(modules, code):
    """Run code in a process that cannot import `modules` (separated by blanks)."""
    guard = f"import sys; sys.modules.update(dict.fromkeys({modules.split()!r}))\n"
    return subprocess.run(
        [sys.executable, "-c", guard + textwrap.dedent(code)],
        capture_output=True,
        text=True,
        check=False,
        timeout=RUN_SECONDS,
    )


class Lines:
    """Lines that a child prints. A thread reads them at once, so that the pipe never fills up."""

    def __init__(self, stream):
        self._all = []
        self._lines = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, args=(stream,), daemon=True)
        self._reader.start()

    def _read(self, stream):
        for line in stream:
            self._all.append(line)
            self._lines.put(line)
        self._lines.put("")

    @property
    def text(self):
        """Output so far as one text."""
        return "".join(self._all)

    def next(self, seconds=RUN_SECONDS):
        """Return the next line; return an empty text at the end of the stream.

        Raises:
            queue.Empty: no line arrived within `seconds`.
        """
        return self._lines.get(timeout=seconds)

    def rest(self):
        """Return the lines that `next` has not returned, as one text. Call it after the end."""
        lines = []
        with suppress(queue.Empty):
            while line := self._lines.get_nowait():
                lines.append(line)
        return "".join(lines)

    def join(self):
        """Wait until the thread has read the end of the output."""
        self._reader.join(END_SECONDS)


def _become(parent, user, *command):
    signal.signal(signal.SIGINT, signal.default_int_handler)  # reset by `exec`
    prctl = None
    if sys.platform == "linux":
        import ctypes  # the new user may not be able to

        prctl = ctypes.CDLL(None).prctl
    if user:
        import pwd

        account = pwd.getpwnam(user)
        os.initgroups(user, account.pw_gid)
        os.setgid(account.pw_gid)
        os.setuid(account.pw_uid)
    if prctl:
        prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG; setuid would reset it
    if os.getppid() != int(parent):  # the parent died before
        sys.exit(1)
    os.execvp(command[0], command)


if __name__ == "__main__":
    _become(*sys.argv[1:])
