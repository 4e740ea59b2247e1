"""IPython with the variables of a notebook, and what it offers and explains."""

import pytest
from IPython.core.completer import provisionalcompleter
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from esi_data import load_ipython_extension
from esi_data.interactive import values


class Cells:
    """Cells of a notebook: what Tab offers at the end of one, and what `?` shows."""

    def __init__(self, shell):
        self.shell = shell

    def offered(self, code):
        """Return what is offered at the end of a cell's code, in order."""
        with provisionalcompleter():
            found = list(self.shell.Completer.completions(code, len(code)))
        return [each.text for each in found]

    def explained(self, name):
        """Return the lines of `name?`, without colours."""
        return self.shell.object_inspect_mime(name)["text/plain"].splitlines()


@pytest.fixture(scope="package")
def shell():
    """Shell without history and colours, which is not the process' own."""
    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "nocolor"
    made = InteractiveShell(config=config)
    load_ipython_extension(made)
    yield made
    made.restore_sys_module_state()


@pytest.fixture
def cells(shell, esi, monkeypatch):
    """Cells of a notebook that has made an `Esi`, and waits for its document on a busy machine."""
    monkeypatch.setattr(values, "PATIENCE", 60)
    shell.user_ns["esi"] = esi
    yield Cells(shell)
    shell.user_ns.pop("esi")
