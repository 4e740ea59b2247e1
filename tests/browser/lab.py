"""JupyterLab server on this machine, and a notebook open in a page.

The server ignores the machine's configuration, keeps all its files in one folder and sends nothing
to the network: no news, updates or lists of extensions. Its token is in its environment and in the
browser's cookie, never on a command line.
"""

import contextlib
import json
import os
import re
import secrets
import subprocess
import sys
from pathlib import Path

import requests

from tests.support.children import END_SECONDS
from tests.support.processes import Child

_SETTINGS = {
    "apputils-extension/notification": {
        "fetchNews": "false",
        "checkForUpdates": False,
        "doNotDisturbMode": True,
    },
    # The theme follows what the browser says of light and dark.
    "apputils-extension/themes": {"adaptive-theme": True},
    "docmanager-extension/plugin": {"autosave": False},
    # Every cell is in the page, even out of sight.
    "notebook-extension/tracker": {"windowingMode": "none"},
}
_IDLE = """() => {
    const context = window.jupyterapp?.shell.currentWidget?.sessionContext;
    const kernel = context?.session?.kernel;
    return context?.isReady && kernel?.connectionStatus === "connected" && kernel.status === "idle";
}"""
_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+(?=/lab)")
_OPTIONS = (
    "--no-browser",
    "--allow-root",
    "--ServerApp.ip=127.0.0.1",
    "--ServerApp.port=0",
    "--LabApp.expose_app_in_browser=True",  # the page shows a kernel as idle too early
    "--LabApp.extension_manager=readonly",
    "--LabApp.news_url=",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
)


class Lab:
    """JupyterLab server in its own process; `url` is its address."""

    def __init__(self, folder):
        self.root = folder / "notebooks"
        self._data = folder / "data"
        self._token = secrets.token_hex(16)
        self.root.mkdir()
        for name, values in _SETTINGS.items():
            path = folder / "settings" / "@jupyterlab" / f"{name}.jupyterlab-settings"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(values), encoding="utf-8")
        self.set_environment({})
        folders = {
            "JUPYTER_CONFIG_DIR": str(folder / "config"),
            "JUPYTER_PATH": str(self._data),  # before what the environment has
            "JUPYTER_DATA_DIR": str(folder / "home"),
            "JUPYTER_RUNTIME_DIR": str(folder / "runtime"),
            "JUPYTERLAB_SETTINGS_DIR": str(folder / "settings"),
            "JUPYTERLAB_WORKSPACES_DIR": str(folder / "workspaces"),
            "IPYTHONDIR": str(folder / "ipython"),
            "MPLCONFIGDIR": str(folder / "matplotlib"),
        }
        inherited = {k: v for k, v in os.environ.items() if not k.startswith(("ESI_", "JUPYTER"))}
        self._process = Child(
            *(sys.executable, "-m", "jupyterlab", *_OPTIONS, f"--ServerApp.root_dir={self.root}"),
            env=inherited | folders | {"JUPYTER_TOKEN": self._token},
        )
        try:
            self._process.until(lambda: _ADDRESS.search(self._process.err))
        except BaseException:
            self._process.kill()
            raise
        self.url = _ADDRESS.search(self._process.err)[0]

    def set_environment(self, environment):
        """Set the environment variables of new kernels."""
        folder = self._data / "kernels" / "python3"
        folder.mkdir(parents=True, exist_ok=True)
        spec = {
            "argv": [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
            "display_name": "Python 3",
            "language": "python",
            "env": {name: str(value) for name, value in environment.items()},
        }
        (folder / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")

    def open(self, page, notebook, *, simple=False):
        """Open a notebook in a page: a copy of a file without its outputs, or code cells.

        `simple` hides the panels around the notebook.
        """
        if isinstance(notebook, Path):
            name = notebook.name
            content = _unexecuted(json.loads(notebook.read_text(encoding="utf-8")))
        else:
            name = f"{secrets.token_hex(4)}.ipynb"
            content = _notebook(notebook)
        (self.root / name).write_text(json.dumps(content), encoding="utf-8")
        view = "doc" if simple else "lab"
        page.goto(f"{self.url}/{view}/tree/{name}?token={self._token}&reset")
        return Notebook(page, self.root / name)

    def end_kernels(self):
        """End the kernels of all notebooks."""
        with requests.Session() as session:
            session.headers["Authorization"] = f"token {self._token}"
            for found in session.get(f"{self.url}/api/sessions", timeout=60).json():
                session.delete(f"{self.url}/api/sessions/{found['id']}", timeout=60)

    def close(self):
        """End the server and its kernels; kill a server that does not end."""
        with self._process:
            self._process.process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.process.wait(END_SECONDS)


class Notebook:
    """Notebook in a page. Cells count from 0; `path` is its file."""

    def __init__(self, page, path):
        self.page = page
        self.path = path
        self.wait_until_idle()

    def cell(self, number):
        """Return a code cell; -1 is the last one."""
        return self.page.locator(".jp-Notebook .jp-CodeCell").nth(number)

    def output(self, number):
        """Return the output of a code cell."""
        return self.cell(number).locator(".jp-Cell-outputArea")

    def wait_until_idle(self):
        """Wait until the kernel is idle."""
        self.page.wait_for_function(_IDLE)

    def run(self, number):
        """Run a code cell and return its output."""
        prompt = self.cell(number).locator(".jp-InputPrompt")
        before = prompt.inner_text()
        prompt.click()
        self.page.keyboard.press("Control+Enter")
        self._has_run(self.cell(number), before)
        return self.output(number)

    def run_all(self):
        """Run all code cells."""
        self.page.get_by_role("menuitem", name="Run", exact=True).click()
        self.page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        for number in range(self.page.locator(".jp-Notebook .jp-CodeCell").count()):
            self._has_run(self.cell(number))

    def add(self, code=None):
        """Add a code cell at the end, with `code` or else the clipboard, and run it."""
        self.cell(-1).locator(".jp-InputPrompt").click()
        self.page.keyboard.press("Escape")
        self.page.keyboard.press("b")
        self.page.keyboard.press("Enter")
        if code is None:
            self.page.keyboard.press("Control+v")
        else:
            self.page.keyboard.insert_text(code)
        return self.run(-1)

    def last_line(self, code):
        """Run code in a new cell and return the last line that it displays."""
        shown = self.add(code)
        # JupyterLab may render an output after it has numbered the cell.
        shown.locator("pre", has_text=re.compile(r"\S")).first.wait_for()
        return shown.inner_text().splitlines()[-1]

    def source(self, number):
        """Return the source of a code cell."""
        return "\n".join(self.cell(number).locator(".cm-line").all_inner_texts())

    def save(self):
        """Save the notebook and return the text of its file."""
        # Ctrl+S does nothing unless the notebook has the focus.
        self.page.evaluate("() => window.jupyterapp.commands.execute('docmanager:save')")
        return self.path.read_text(encoding="utf-8")

    def _has_run(self, cell, before=""):
        """Wait until a cell's prompt differs from `before`."""
        number = re.compile(rf"^(?!{re.escape(before)}$)\[\d+\]:$" if before else r"^\[\d+\]:$")
        cell.locator(".jp-InputPrompt", has_text=number).wait_for(state="attached")


def _unexecuted(notebook):
    """Return the JSON of a notebook without its outputs."""
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell |= {"outputs": [], "execution_count": None}
    return notebook


def _notebook(cells):
    """Return the JSON of a notebook with these code cells."""
    return {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": {
            "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}
        },
        "cells": [
            {
                "id": f"cell-{number}",
                "cell_type": "code",
                "metadata": {},
                "source": source,
                "outputs": [],
                "execution_count": None,
            }
            for number, source in enumerate(cells)
        ],
    }
