"""Test that type checkers accept the typed uses, and report exactly the marked wrong uses."""

import json
import re
import shutil
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from tests.support import processes

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
# Allow for a busy machine, on which mypy has taken over ten minutes to read all packages.
PATIENCE = 4 * processes.PATIENCE  # seconds
WRONG = HERE / "wrong_uses.py"
USES = sorted(HERE.glob("uses*.py"))
MARK = re.compile(r"  # ([a-z\- ]+) / ([A-Za-z ]+)$")

pytestmark = pytest.mark.large


def marked(group):
    """Return the codes in the comments of lines: of mypy (1) or pyright (2)."""
    lines = WRONG.read_text("utf-8").splitlines()
    found = ((number, MARK.search(line)) for number, line in enumerate(lines, 1))
    return {number: set(mark[group].split()) for number, mark in found if mark}


def mypy(folder, *files):
    done = processes.run(
        *(sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--hide-error-context"),
        *("--config-file", ROOT / "pyproject.toml", "--cache-dir", folder, *files),
        cwd=ROOT,
        patience=PATIENCE,
    )
    found = defaultdict(set)
    for line in done.stdout.splitlines():
        if error := re.match(r".*?(\w+)\.py:(\d+): error: .*\[([a-z\-]+)\]$", line):
            found[error[1], int(error[2])].add(error[3])
    return dict(found), done.stdout + done.stderr


def pyright(folder, *files):
    for file in files:
        shutil.copy(file, folder)
    config = {"extraPaths": [str(ROOT)], "pythonVersion": "3.11", "strict": ["."]}
    (folder / "pyrightconfig.json").write_text(json.dumps(config), "utf-8")
    done = processes.run(
        *(sys.executable, "-m", "pyright", "--outputjson"),
        *("--pythonpath", sys.executable),
        cwd=folder,
        patience=PATIENCE,
    )
    found = defaultdict(set)
    for each in json.loads(done.stdout)["generalDiagnostics"]:
        if each["severity"] == "error":
            where = Path(each["file"]).stem, each["range"]["start"]["line"] + 1
            found[where].add(each.get("rule", each["message"]))
    return dict(found), done.stdout + done.stderr


def test_mypy_accepts_the_typed_uses(tmp_path):
    """Types of all uses equal those in the assertions."""
    found, said = mypy(tmp_path, *USES)
    assert found == {}, said


def test_pyright_accepts_the_typed_uses(tmp_path):
    """Strict mode finds no unknown type."""
    found, said = pyright(tmp_path, *USES)
    assert found == {}, said


def test_mypy_reports_each_wrong_use(tmp_path):
    """Marked lines have their codes, and other lines have none."""
    found, said = mypy(tmp_path, WRONG)
    assert {line: codes for (_, line), codes in found.items()} == marked(1), said


def test_pyright_reports_each_wrong_use(tmp_path):
    """Strict mode also reports the unknown types that follow from each error."""
    found, said = pyright(tmp_path, WRONG)
    follow = {"reportUnknownMemberType", "reportUnknownVariableType", "reportUnknownArgumentType",
              "reportUnusedExpression", "reportUnusedImport"}  # fmt: skip
    own = {line: codes - follow for (_, line), codes in found.items() if codes - follow}
    assert own == marked(2), said
