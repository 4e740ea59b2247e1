"""Bars appear where they help: for what takes long, where somebody looks."""

import io
from contextlib import redirect_stderr

from esi_data.progress import Bar


class Terminal(io.StringIO):
    """Somebody looks at it."""

    def isatty(self):
        return True


def shown(progress, steps=3):
    """What a terminal shows of a bar."""
    with redirect_stderr(Terminal()) as terminal, Bar("get_something", progress) as bar:
        for number in range(steps):
            bar.page(number + 1, steps, None)
    return terminal.getvalue()


def test_a_quick_answer_shows_no_bar():
    """Three pages that come at once leave the screen as it was."""
    assert shown(None) == ""


def test_a_bar_that_was_asked_for_is_shown_at_once():
    """It counts to the end."""
    assert "3/3" in shown(True)


def test_the_environment_switches_bars_off(monkeypatch):
    """TQDM_DISABLE holds where the caller said nothing, as it does for tqdm itself."""
    monkeypatch.setattr("esi_data.progress.DELAY", 0)
    assert "3/3" in shown(None)
    monkeypatch.setenv("TQDM_DISABLE", "1")
    assert shown(None) == ""
    assert "3/3" in shown(True)
