"""The notebooks run top to bottom, as they are, and give the outputs that they were saved with.

nbval compares text and tables of each cell; pictures depend on the fonts of a machine and are only
made. A cell with the tag `nbval-ignore-output` says something else while it waits for a person. The
sandbox is a process of its own, as for a person who tries the notebooks.
"""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SANITIZE = Path(__file__).with_name("sanitize.cfg")
CELL_SECONDS = 60  # generous: a cell takes a few, on a quiet machine


def ids(path):
    return path.stem


def cells(path, kind="code"):
    found = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in found if cell["cell_type"] == kind]


# Seconds until the sandbox's data turns over: not while a notebook runs, but where it waits for it.
LIFETIMES = {"nightly_bulk": 12}


@pytest.fixture(scope="module")
def sandbox_of():
    """Starts a sandbox for a notebook; those that wait for nothing share one."""
    with ExitStack() as stack:

        @cache
        def start(lifetime):
            command = [sys.executable, "-u", "-m", "esi.sandbox", "--port", "0", "--seed", "1"]
            process = stack.enter_context(
                subprocess.Popen(
                    [*command, "--lifetime", str(lifetime)], stdout=subprocess.PIPE, text=True
                )
            )
            stack.callback(process.terminate)
            lines = [process.stdout.readline() for _ in range(3)]
            return lines[2].strip().removeprefix("ESI_API_URL=")

        yield lambda notebook: start(LIFETIMES.get(notebook.stem, 86400))


def surroundings(api_url, folder):
    """The environment of a person with an empty cache, who looks at no progress bars.

    Where a login opens a browser, a player of the sandbox goes through it.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    mine = {k: v for k, v in os.environ.items() if not k.startswith(("ESI_", "DJANGO_", "PYTEST"))}
    return mine | {
        "ESI_API_URL": api_url,
        "ESI_CACHE_DIR": str(folder / "cache"),
        "ESI_LOGIN_DIR": str(folder / "logins"),
        "ESI_SSO_CALLBACK_URL": f"http://localhost:{port}/callback",
        "BROWSER": f"{sys.executable} -m esi.sandbox.player %s",
        "IPYTHONDIR": str(folder / "ipython"),
        "MPLCONFIGDIR": str(folder / "matplotlib"),
        "TQDM_DISABLE": "1",
        "JUPYTER_PLATFORM_DIRS": "1",
    }


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=ids)
def test_a_notebook_gives_what_it_shows(notebook, sandbox_of, tmp_path):
    """Every cell runs and prints what the saved notebook has, in order, in a fresh kernel."""
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    shutil.copy(notebook, tmp_path)
    options = ["--nbval", "--nbval-current-env", f"--nbval-cell-timeout={CELL_SECONDS}"]
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "--color=no", "-p", "no:cacheprovider"),
            *("-p", "no:django", "-c", "pytest.ini", *options),
            *("--nbval-sanitize-with", str(SANITIZE), notebook.name),
        ],
        cwd=tmp_path,
        env=surroundings(sandbox_of(notebook), tmp_path),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    assert f"{len(cells(notebook))} passed" in done.stdout


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=ids)
def test_a_notebook_reads_well_unexecuted(notebook):
    """Pictures, tables and prose are in the file; its cells were run once, in order."""
    code = cells(notebook)
    assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))
    outputs = [output for cell in code for output in cell["outputs"]]
    assert any("image/png" in output.get("data", {}) for output in outputs)
    assert any("text/html" in output.get("data", {}) for output in outputs)
    assert not any(output["output_type"] == "error" for output in outputs)
    assert len(cells(notebook, "markdown")) >= len(code) / 2
    assert "".join(cells(notebook, "markdown")[0]["source"]).splitlines()[0].endswith("?")


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=ids)
def test_a_notebook_tells_nothing_of_the_machine_it_ran_on(notebook):
    """No path, no port, no warning, no progress bar is kept; the API's address is not set in it."""
    code = cells(notebook)
    for cell in code:
        assert "api_url=" not in "".join(cell["source"])
        for output in cell["outputs"]:
            assert output.get("name") != "stderr", output
            data = output.get("data", {})
            assert "application/vnd.jupyter.widget-view+json" not in data
            shown = "".join(output.get("text", "")) + "".join(data.get("text/plain", ""))
            assert not re.search(r"127\.0\.0\.1|localhost|/home/|/tmp/|/root/|[A-Z]:\\", shown)


def test_links_between_notebooks_lead_somewhere():
    """Each link to another notebook names a file."""
    for notebook in NOTEBOOKS:
        text = "".join("".join(cell["source"]) for cell in cells(notebook, "markdown"))
        for link in re.findall(r"\]\((?!http)([^)#]+)\)", text):
            assert (notebook.parent / link).exists(), (notebook.name, link)


def test_there_are_notebooks():
    """The questions that have one so far."""
    assert {
        "quickstart", "order_book_and_history", "eight_languages", "frames_in_django",
        "nightly_bulk", "finding_an_endpoint", "my_character",
    } <= {path.stem for path in NOTEBOOKS}  # fmt: skip
