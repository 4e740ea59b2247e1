"""Start processes that end with their test; every wait for one has a time limit."""

import contextlib
import os
import queue
import signal
import subprocess
import time

from tests.support import children

PATIENCE = children.RUN_SECONDS  # time limit; only failing tests reach it
_PAUSE = 0.01


def until(happened, why=str):
    """Wait until `happened()` is true; the error after the time limit contains `why()`."""
    end = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < end, f"It did not happen within {PATIENCE} s. {why()}"
        time.sleep(_PAUSE)


def run(*command, patience=PATIENCE, check=False, **how):
    """Run a process to its end; return its status and output. `check` fails if it is not 0."""
    with Child(*command, **how) as child:
        done = child.end(patience)
    assert done.returncode == 0 or not check, done.stderr
    return done


@contextlib.contextmanager
def together(*commands, **how):
    """Start processes that print `ready` and wait for a line, then send `go` to all of them."""
    with contextlib.ExitStack() as stack:
        started = [stack.enter_context(Child(*command, **how)) for command in commands]
        assert [child.hear() for child in started] == ["ready"] * len(started)
        for child in started:
            child.say("go")
        yield started


class Child:
    """Child process; as a context manager, it is killed and reaped at the end.

    Threads read its output from the start, so that its pipes never fill up. It has a process group
    of its own: killing it kills its children too, and Ctrl+C reaches only the test.
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
        """True until the process ends."""
        return self.process.poll() is None

    @property
    def err(self):
        """Standard error so far."""
        return self._err.text

    def say(self, line):
        """Write a line to the process's standard input."""
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def hear(self, patience=PATIENCE):
        """Return the next line of the process's standard output, without the line break."""
        try:
            line = self._out.next(patience)
        except queue.Empty:
            raise AssertionError(f"It said nothing for {patience} s. {self.err}") from None
        assert line, f"It says nothing more. {self.err}"
        return line.removesuffix("\n")

    def until(self, happened):
        """Wait until `happened()` is true; fail if the process ends before."""
        until(lambda: happened() or not self.running, lambda: self.err)
        assert happened(), f"It ended with {self.process.returncode} before. {self.err}"

    def end(self, patience=PATIENCE):
        """Wait until it ends by itself; return its status and the output that `hear` did not."""
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
        """Return the output that `hear` did not return, of a process that has ended."""
        return self._out.rest()

    def kill(self):
        """Kill the process and its children, and wait for their end."""
        if hasattr(os, "killpg"):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.kill()
        self.process.wait(PATIENCE)
        self._out.join()
        self._err.join()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream:
                with contextlib.suppress(OSError):  # unwritten output for a process that has ended
                    stream.close()


def in_a_fork(function):
    """Return the result of a function in a forked process as text; an empty text if it hangs."""
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
