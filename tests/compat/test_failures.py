"""Test how the compat programs read logs and sort failures."""

from compat import failures

LOG = """\
[2026-11-29 10:52:29,123: INFO/MainProcess] Task apps.tasks.one[5b6c] received
[2026-11-29 10:52:29,200: ERROR/ForkPoolWorker-1] Task apps.tasks.one[5b6c] raised unexpected: ...
Traceback (most recent call last):
  File "tasks.py", line 1, in one
    ask()
KeyError: 'first'

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "tasks.py", line 2, in one
    answer()
apps.errors.Refused: 403 Forbidden
of two lines
[29/Nov/2026 10:52:30] ERROR [apps.views:7] a page
Traceback (most recent call last):
  File "views.py", line 1, in page
ValueError: bad
[29/Nov/2026 10:52:31] INFO [apps.views:9] KeyError: no traceback
"""


def test_each_traceback_is_found_by_its_last_line():
    """Chained tracebacks count separately, and those of a task are prefixed with its name."""
    assert list(failures.tracebacks(LOG)) == [
        "apps.tasks.one: KeyError: 'first'",
        "apps.tasks.one: apps.errors.Refused: 403 Forbidden",
        "ValueError: bad",
    ]


def test_a_traceback_on_the_line_of_its_record_counts():
    """Some loggers write no line break before the traceback."""
    log = "[now] ERROR Traceback (most recent call last):\n  File x\nOSError: gone\n"
    assert list(failures.tracebacks(log)) == ["OSError: gone"]


def test_a_traceback_that_a_log_breaks_off_counts():
    """Killing a process while it writes a traceback leaves an incomplete one."""
    log = "[now] Task a.b[1] raised\nTraceback (most recent call last):\n  File x\n"
    assert list(failures.tracebacks(log)) == ["a.b: a traceback without its end"]


def test_a_log_without_tracebacks_has_no_failures():
    """Errors that an app handles and logs without a traceback are ignored."""
    assert list(failures.tracebacks("[now] ERROR it failed\n")) == []


def test_a_pattern_must_cover_a_failure_whole():
    """Partial matches would let a short pattern excuse unknown failures."""
    known = {"apps\\.one: .*404.*": "gone"}
    assert failures.reason(known, "apps.one: 404 Not Found\nof two lines") == "gone"
    assert failures.reason(known, "other.apps.one: 404 Not Found") is None


def test_failures_are_counted_by_reason_or_as_they_are():
    """Known failures are grouped by reason; each unknown one is counted by its text."""
    reasons, unknown = failures.sort_out(["a: 1", "a: 2", "b", "b"], {"a: .": "why"})
    assert reasons == {"why": 2}
    assert unknown == {"b": 2}


def test_the_known_failures_of_the_project_are_patterns():
    """Every pattern file of the project can be read."""
    from compat.environments import HERE

    for file in HERE.glob("known_*.toml"):
        failures.sort_out(["no such failure"], failures.read_known(file))
