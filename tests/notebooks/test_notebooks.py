"""Test that the notebooks run from top to bottom and give their saved outputs.

nbval compares text and tables of each cell; pictures depend on the fonts of a machine and are only
made. A cell with the tag `nbval-ignore-output` says something else while it waits for a person.
Each notebook has a sandbox of its own, and where one waits for the next day nobody waits.
"""

import json
import os
import re
import shutil
import sys
import time
from pathlib import Path

import pytest
from nbval.plugin import get_sanitize_patterns

from tests.support.ports import free_port
from tests.support.processes import PATIENCE, run

ROOT = Path(__file__).parent.parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SANITIZE = Path(__file__).with_name("sanitize.cfg")
DAY = 86400  # seconds that the sandbox's data holds: longer than any machine takes for a notebook


def ids(path):
    return path.stem


def cells(path, kind="code"):
    found = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in found if cell["cell_type"] == kind]


class Night:
    """Clock of a sandbox and a kernel, on which a sleep of a minute or more ends at once.

    What is slept so is the time stamp of a file: both read it, neither sees half of it.
    """

    def __init__(self, folder):
        self.slept = folder / "slept"
        self.slept.touch()
        os.utime(self.slept, (0, 0))
        startup = folder / "ipython" / "profile_default" / "startup"
        startup.mkdir(parents=True)
        code = NIGHT.format(slept=str(self.slept), errors=str(folder / "stderr"))
        (startup / "night.py").write_text(code, encoding="utf-8")

    def __call__(self):
        return time.time() + self.slept.stat().st_mtime


# What a kernel does first. nbval fails for anything on standard error and does not say what it was.
# matplotlib logs that it lists a machine's fonts, where that takes long.
NIGHT = """
def night():
    import logging, os, sys, time
    sys.stderr.echo = open({errors!r}, "w", encoding="utf-8", buffering=1)
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    real, sleep = time.time, time.sleep

    def slept():
        return os.stat({slept!r}).st_mtime

    def pass_by(seconds):
        if seconds < 60:
            sleep(seconds)
        else:
            os.utime({slept!r}, (0, slept() + seconds))

    time.time, time.sleep = lambda: real() + slept(), pass_by

night()
del night
"""


def surroundings(api_url, folder):
    """Return the environment of a user with an empty cache and without progress bars.

    Where a login opens a browser, a player of the sandbox goes through it.
    """
    mine = {k: v for k, v in os.environ.items() if not k.startswith(("ESI_", "DJANGO_", "PYTEST"))}
    return mine | {
        "ESI_API_URL": api_url,
        "ESI_CACHE_DIR": str(folder / "cache"),
        "ESI_LOGIN_DIR": str(folder / "logins"),
        "ESI_SSO_CALLBACK_URL": f"http://localhost:{free_port()}/callback",
        "BROWSER": f"{sys.executable} -m esi.sandbox.sso.headless_login %s",
        "IPYTHONDIR": str(folder / "ipython"),
        "MPLCONFIGDIR": str(folder / "matplotlib"),
        "TQDM_DISABLE": "1",
        "JUPYTER_PLATFORM_DIRS": "1",
        # Plugins of the developer's may shuffle the cells, or part them.
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
    }


@pytest.mark.parametrize(
    ("saved", "made"),
    [
        ("At 2026-08-18T11:00:00Z", "At 2026-08-18T11:00:01.5+00:00"),
        ("16 tokens of 11,998 left", "16 tokens of 11,996 left"),
        ("in market-order, 1 response.", "in market-order, about 1 s, 1 response."),
        ("8 requests, 16 tokens.", "8 requests, 16 tokens, about 1,200 min."),
    ],
)
def test_what_differs_from_run_to_run_is_not_compared(saved, made):
    """nbval skips a rule that it cannot read, such as one without a replacement."""
    for rule, replacement in get_sanitize_patterns(SANITIZE.read_text("utf-8")):
        saved, made = (re.sub(rule, replacement, text) for text in (saved, made))
    assert saved == made


@pytest.mark.large
@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=ids)
def test_a_notebook_gives_what_it_shows(notebook, esi_sandbox_factory, tmp_path):
    """Every cell runs and prints what the saved notebook has, in order, in a fresh kernel."""
    sandbox = esi_sandbox_factory(clock=Night(tmp_path), lifetime=DAY)
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    shutil.copy(notebook, tmp_path)
    done = run(
        *(sys.executable, "-m", "pytest", "-q", "--color=no", "-c", "pytest.ini"),
        *("-p", "no:cacheprovider", "-p", "nbval", "--nbval", "--nbval-current-env"),
        "--basetemp=made",
        *(f"--nbval-cell-timeout={PATIENCE}", f"--nbval-kernel-startup-timeout={PATIENCE}"),
        *("--nbval-sanitize-with", SANITIZE, notebook.name),
        cwd=tmp_path,
        env=surroundings(sandbox.url, tmp_path),
        patience=len(cells(notebook)) * PATIENCE,
    )
    errors = (tmp_path / "stderr").read_text("utf-8")
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:] + errors[-2000:]
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
        "nightly_bulk", "finding_an_endpoint", "my_character", "what_to_build",
    } <= {path.stem for path in NOTEBOOKS}  # fmt: skip
