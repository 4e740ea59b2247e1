"""Processes that tests start: `start(command)`; each ends when the process that started it does.

Run as a program it becomes the command that it is told, with what a child needs set before. Nothing
but the standard library is used then, and nothing is read once it is another user.
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
RUN_SECONDS = 600  # no program of a test takes longer, even on a busy machine


def start(command, *, user=None, **options):
    """Start a program that hears ctrl-C as at a terminal, and is killed where we die.

    Who runs in the background (`make test &`) has SIGINT ignored, and so would its children. To be
    called in a thread that stays: it is that thread's end at which Linux kills the child.
    """
    if os.name == "posix":
        command = [sys.executable, "-IS", __file__, str(os.getpid()), user or "", *command]
    return subprocess.Popen(command, **options)


def end(process, how=signal.SIGTERM, seconds=END_SECONDS):
    """End a process: ask for it, wait so long, and kill it; its pipes are closed after it."""
    if process.poll() is None:
        process.send_signal(how)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(seconds)
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe:
            with suppress(OSError):  # what nobody read any more
                pipe.close()


@contextmanager
def running(command, how=signal.SIGTERM, **options):
    """A child for the block, which is told `how` to end after it."""
    process = start(command, **options)
    try:
        yield process
    finally:
        end(process, how)


def run_without(modules, code):
    """Run code in a process in which `modules` (separated by blanks) cannot be imported."""
    guard = f"import sys; sys.modules.update(dict.fromkeys({modules.split()!r}))\n"
    return subprocess.run(
        [sys.executable, "-c", guard + textwrap.dedent(code)],
        capture_output=True,
        text=True,
        check=False,
        timeout=RUN_SECONDS,
    )


class Lines:
    """Lines that a child prints, read as they come, so that no pipe is ever full."""

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
        """Everything that was read so far, as one text."""
        return "".join(self._all)

    def next(self, seconds=RUN_SECONDS):
        """Return the next line, empty at the end of the stream.

        Raises:
            queue.Empty: no line arrived within these seconds.
        """
        return self._lines.get(timeout=seconds)

    def rest(self):
        """Return the lines that nobody has taken, as one text; call it after the end."""
        lines = []
        with suppress(queue.Empty):
            while line := self._lines.get_nowait():
                lines.append(line)
        return "".join(lines)

    def join(self):
        """Wait until the child's end has been read."""
        self._reader.join(END_SECONDS)


def _become(parent, user, *command):
    signal.signal(signal.SIGINT, signal.default_int_handler)  # and so the default after `exec`
    prctl = None
    if sys.platform == "linux":
        import ctypes  # as another user we may not be able to read it

        prctl = ctypes.CDLL(None).prctl
    if user:
        import pwd

        account = pwd.getpwnam(user)
        os.initgroups(user, account.pw_gid)
        os.setgid(account.pw_gid)
        os.setuid(account.pw_uid)
    if prctl:
        prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG, which setuid would have dropped
    if os.getppid() != int(parent):  # it was quicker
        sys.exit(1)
    os.execvp(command[0], command)


if __name__ == "__main__":
    _become(*sys.argv[1:])
