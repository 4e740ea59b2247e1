"""Bars appear where they help: for what takes long, where somebody looks."""

import io

import pytest

from esi_data.progress import Bar


class Terminal(io.StringIO):
    """Somebody looks at it."""

    def isatty(self):
        return True


@pytest.fixture
def terminal(monkeypatch):
    """Standard error as a terminal."""
    shown = Terminal()
    monkeypatch.setattr("sys.stderr", shown)
    return shown


def test_a_quick_answer_shows_no_bar(terminal):
    """Three pages that come at once leave the screen as it was."""
    with Bar("get_something", None) as bar:
        for number in (1, 2, 3):
            bar.page(number, 3, None)
    assert terminal.getvalue() == ""


def test_a_bar_that_was_asked_for_is_shown_at_once(terminal):
    """It counts to the end."""
    with Bar("get_something", True) as bar:
        for number in (1, 2, 3):
            bar.page(number, 3, None)
    assert "3/3" in terminal.getvalue()


def test_the_environment_switches_bars_off(terminal, monkeypatch):
    """TQDM_DISABLE holds where the caller said nothing, as it does for tqdm itself."""
    monkeypatch.setenv("TQDM_DISABLE", "1")
    assert Bar("get_something", None)._bar.disable
    with Bar("get_something", True) as bar:
        bar.step()
    assert terminal.getvalue()
