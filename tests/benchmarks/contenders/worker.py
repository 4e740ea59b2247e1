# ruff: noqa: T201 - the figures are the output
"""One run of one contender, in a process of its own: `python worker.py JOB`, JSON in and out.

A contender is a module beside this file with `start(job)`; what that returns has `ready()` (one
small request, so that documents and connections are there), `rows()` and `frame()`; `prepare()` and
`send()` for the measures of the start. Nothing is imported here before it is needed, since the
start of the process is one of the measures.
"""

import importlib
import json
import sys


def main():
    job = json.loads(sys.argv[1])
    contender = importlib.import_module(job["contender"].split(":")[0])
    print(json.dumps(globals()[job["measure"]](contender, job)))


def first_request(contender, job):
    """Send a first request; the server records the time of its arrival."""
    contender.start(job).send()
    return {}


def first_operation(contender, job):
    import time

    contender.imports(job)
    began = time.perf_counter()
    contender.start(job).prepare()
    return {"wall": time.perf_counter() - began}


def providers(contender, job):
    """Build the clients of twenty apps, each with one operation."""
    contender.imports(job)
    clients = []
    measured = _timed(lambda: clients.extend(contender.twenty(job)))
    return {**measured, "held": [round(_resident() / 2**20, 1)]}


def results(contender, job):
    client = contender.start(job)
    client.ready()
    return _measured(client.rows, job)


def frame(contender, job):
    client = contender.start(job)
    client.ready()
    importlib.import_module("pandas")  # whoever makes frames has it already
    return _measured(client.frame, job)


def repeat_results(contender, job):
    client = contender.start(job)
    client.rows()
    return _measured(client.rows, job)


def repeat_frame(contender, job):
    client = contender.start(job)
    client.frame()
    return _measured(client.frame, job)


def revalidation(contender, job):
    """Ask again for what is stale and has not changed; `rows` where a contender has no frames."""
    import time

    client = contender.start(job)
    fetch = getattr(client, "frame", client.rows)
    fetch()
    time.sleep(job["stale_after"])
    again = getattr(client, "again", fetch)
    return _measured(again, job)


def memory(contender, job):
    """Return the memory of the process after each of several pulls, in MB."""
    client = contender.start(job)
    client.ready()
    held = []
    for _ in range(job["times"]):
        fetched = client.anew()
        del fetched
        held.append(round(_resident() / 2**20, 1))
    return {"held": held}


def _measured(fetch, job):
    fetched = []
    return {**_timed(lambda: fetched.append(fetch())), "sums": _sums(fetched[0], job)}


def _timed(action):
    import gc
    import resource
    import time

    gc.collect()
    peak = _Peak()
    before = resource.getrusage(resource.RUSAGE_SELF)
    began = time.perf_counter()
    action()
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_SELF)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"wall": wall, "cpu": cpu, "peak": peak.above_start()}


def _sums(fetched, job):
    """Rows and the sum of their keys, to see that all read the same."""
    key = job["listing"]["key"]
    if isinstance(fetched, int):  # a download that nobody decoded
        return {"pages": fetched}
    if hasattr(fetched, "columns"):
        return {"rows": len(fetched), "keys": int(fetched[key].sum())}
    if isinstance(fetched[0], dict):
        return {"rows": len(fetched), "keys": sum(row[key] for row in fetched)}
    return {"rows": len(fetched), "keys": sum(getattr(row, key) for row in fetched)}


class _Peak:
    """Peak memory from now on, above the present amount, in bytes.

    Linux can forget the peak that the imports reached (proc(5), clear_refs); elsewhere a pull that
    stays below it shows nothing.
    """

    def __init__(self):
        from contextlib import suppress
        from pathlib import Path

        with suppress(OSError):
            Path("/proc/self/clear_refs").write_text("5")
        self.start = _resident()

    def above_start(self):
        return max(_peak() - self.start, 0)


def _resident():
    return _status("VmRSS") or _peak()


def _peak():
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return _status("VmHWM") or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def _status(name):
    from pathlib import Path

    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith(name)), 0)


if __name__ == "__main__":
    main()
