"""Count the work of a function: bytecode instructions of the project, and memory it allocates."""

import gc
import sys
import threading
import tracemalloc
from contextlib import contextmanager
from dataclasses import dataclass

PROJECT = ("esi", "esi_data")
# Bytes that one instruction must allocate to count: the counting allocates a little itself.
_LEAST = 4096
# From Python 3.12 on, `sys.settrace` misses instructions of a function's first call, but there is
# `sys.monitoring`. Then a first count also has what Python allocates to monitor the code.
MONITORED = sys.version_info >= (3, 12)


@dataclass(frozen=True)
class Work:
    """Work of one call.

    `instructions` counts the project's own code only, so another release of a library does not
    change it. `allocated` is the sum of bytes allocated by instructions that allocated a few
    thousand at once: it measures the work of libraries in C, which run no bytecode.
    """

    instructions: int
    allocated: int


def work_of(function):
    """Return the `Work` of calling a function without arguments, in this thread.

    Garbage collection is off during the call. Debuggers and coverage tools may not see the call.
    Where calls are `MONITORED`, count a second one.
    """
    counter = _Counter()
    tracing, collecting, tracer = tracemalloc.is_tracing(), gc.isenabled(), sys.gettrace()
    gc.collect()
    gc.disable()
    if not tracing:
        tracemalloc.start()
    try:
        counter.begin()
        if MONITORED:
            with _monitored(counter):
                function()
        else:
            sys.settrace(counter.on_call)
            function()
    finally:
        sys.settrace(tracer)
        counter.end()
        if not tracing:
            tracemalloc.stop()
        if collecting:
            gc.enable()
    return Work(counter.instructions, counter.allocated)


class _Counter:
    def __init__(self):
        self.instructions = self.allocated = self._before = 0

    def begin(self):
        self._before, _ = tracemalloc.get_traced_memory()
        tracemalloc.reset_peak()

    def end(self):
        """Add the bytes allocated since the last counted instruction."""
        now, peak = tracemalloc.get_traced_memory()
        if peak - self._before >= _LEAST:
            self.allocated += peak - self._before
        self._before = now
        tracemalloc.reset_peak()

    def on_call(self, frame, event, _):
        if not _is_ours(frame):
            return None
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        return self._on_instruction

    def _on_instruction(self, _, event, __):
        if event == "opcode":
            self.instructions += 1
            self.end()
        return self._on_instruction


def _is_ours(frame):
    # Generated code (of dataclasses, say) has no file, but the globals of its module.
    return str(frame.f_globals.get("__name__")).partition(".")[0] in PROJECT


@contextmanager
def _monitored(counter):
    """Count instructions of the project in this thread, with Python 3.12 and later."""
    monitoring, thread, ours = sys.monitoring, threading.get_ident(), {}
    tool, event = monitoring.PROFILER_ID, monitoring.events.INSTRUCTION

    def on_instruction(code, _):
        if code not in ours:
            ours[code] = _is_ours(sys._getframe(1))
        if not ours[code]:
            return monitoring.DISABLE
        if threading.get_ident() == thread:
            counter.instructions += 1
            counter.end()
        return None

    monitoring.use_tool_id(tool, __name__)
    monitoring.register_callback(tool, event, on_instruction)
    monitoring.set_events(tool, event)
    try:
        yield
    finally:
        monitoring.set_events(tool, monitoring.events.NO_EVENTS)
        monitoring.register_callback(tool, event, None)
        monitoring.free_tool_id(tool)
        monitoring.restart_events()  # or the next call would not see what was disabled
