"""Progress bars: on terminals, for long pulls."""

import io
from contextlib import redirect_stderr

from esi_data.progress import Bar


class Terminal(io.StringIO):
    """Stream that pretends to be a terminal."""

    def isatty(self):
        return True


def shown(progress, steps=3):
    """Return the terminal's text of a bar."""
    with redirect_stderr(Terminal()) as terminal, Bar("get_something", progress) as bar:
        for number in range(steps):
            bar.page(number + 1, steps, None)
    return terminal.getvalue()


def test_a_quick_pull_shows_no_bar():
    """Three pages within the delay leave the terminal unchanged."""
    assert shown(None) == ""


def test_a_requested_bar_is_shown_at_once():
    """It counts to the end."""
    assert "3/3" in shown(True)


def test_the_environment_disables_bars(monkeypatch):
    """TQDM_DISABLE counts if the caller sets nothing, as for tqdm itself."""
    monkeypatch.setattr("esi_data.progress.DELAY", 0)
    assert "3/3" in shown(None)
    monkeypatch.setenv("TQDM_DISABLE", "1")
    assert shown(None) == ""
    assert "3/3" in shown(True)
