"""Processes that tests start: each ends with its test, and every wait for one has a bound."""

import contextlib
import os
import queue
import signal
import subprocess
import time

from tests.support import children

PATIENCE = children.RUN_SECONDS  # only failing tests wait so long, even on a busy machine
_PAUSE = 0.01


def until(happened, why=str):
    """Wait until `happened()` is true; `why()` is what the error says where it never is."""
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, f"It did not happen within {PATIENCE} s. {why()}"
        time.sleep(_PAUSE)


def run(*command, patience=PATIENCE, check=False, **how):
    """Run a process to its end; returns its status, 0 where that is checked, and what it wrote."""
    with Child(*command, **how) as child:
        done = child.end(patience)
    assert done.returncode == 0 or not check, done.stderr
    return done


@contextlib.contextmanager
def together(*commands, **how):
    """Start processes that say `ready` and then wait for a line; they are told to go at once."""
    with contextlib.ExitStack() as stack:
        started = [stack.enter_context(Child(*command, **how)) for command in commands]
        assert [child.hear() for child in started] == ["ready"] * len(started)
        for child in started:
            child.say("go")
        yield started


class Child:
    """A process of its own; as a context manager, it is killed and reaped at the end.

    What it writes is read from the beginning, so no pipe is ever full. It has a process group of
    its own: what it started itself ends with it, and a developer's Ctrl+C reaches the test alone.
    """

    def __init__(self, *command, **how):
        streams = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
        self.process = children.start(
            [str(word) for word in command],
            **(streams | {"encoding": "utf-8", "process_group": 0} | how),
        )
        self._out = children.Lines(self.process.stdout or ())
        self._err = children.Lines(self.process.stderr or ())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.kill()

    @property
    def running(self):
        """Whether it has not ended."""
        return self.process.poll() is None

    @property
    def err(self):
        """What it wrote to standard error so far."""
        return self._err.text

    def say(self, line):
        """Write a line to its standard input."""
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def hear(self, patience=PATIENCE):
        """Return the next line of its standard output, without the line's end."""
        try:
            line = self._out.next(patience)
        except queue.Empty:
            raise AssertionError(f"It said nothing for {patience} s. {self.err}") from None
        assert line, f"It says nothing more. {self.err}"
        return line.removesuffix("\n")

    def until(self, happened):
        """Wait until `happened()` is true, in the process' lifetime."""
        until(lambda: happened() or not self.running, lambda: self.err)
        assert happened(), f"It ended with {self.process.returncode} before. {self.err}"

    def end(self, patience=PATIENCE):
        """Wait until it ends by itself; returns its status and what was not heard of its output."""
        if self.process.stdin:
            with contextlib.suppress(OSError):
                self.process.stdin.close()
        try:
            status = self.process.wait(patience)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError(f"It did not end within {patience} s. {self.err}") from None
        self.kill()
        return subprocess.CompletedProcess(self.process.args, status, self.rest(), self.err)

    def rest(self):
        """Return what was not heard of the standard output of a process that has ended."""
        return self._out.rest()

    def kill(self):
        """End it and what it has started, at once, and wait for that."""
        if hasattr(os, "killpg"):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.kill()
        self.process.wait(PATIENCE)
        self._out.join()
        self._err.join()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream:
                with contextlib.suppress(OSError):  # of a line that nobody has read
                    stream.close()


def in_a_fork(function):
    """Return the result of a function in a forked child process as text; empty if it hangs."""
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:
        try:
            signal.alarm(PATIENCE)
            os.write(writing, str(function()).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        told = pipe.read().decode()
    os.waitpid(child, 0)
    return told
