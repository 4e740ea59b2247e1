"""Measure what each extra brings: `python -m tests.install_sizes [EXTRA ...]`.

Installs each one into an empty environment with the package index that pip is configured for, and
prints the table of docs/index.md: megabytes and packages above those of an empty environment.
"""

import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent
OURS = {"dev", "docs"}


def measured(extra):
    """Return the size in megabytes and the number of packages of an environment with an extra."""
    wanted = f"{ROOT}[{extra}]" if extra else str(ROOT)
    with tempfile.TemporaryDirectory(prefix="esi-sizes-") as folder:
        venv.create(folder)
        pip = [sys.executable, "-m", "pip", f"--python={folder}", "--disable-pip-version-check"]
        subprocess.run([*pip, "install", "--quiet", wanted], check=True)
        (site,) = Path(folder).glob("[Ll]ib/**/site-packages")
        size = sum(512 * path.stat().st_blocks for path in site.rglob("*"))  # as `du`
        return size / 1e6, len(list(site.glob("*.dist-info")))


def main(extras):
    """Print a line for each extra, or for the base and all of them."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    known = tomllib.loads(text)["project"]["optional-dependencies"]
    for extra in extras or ["", *(name for name in known if name not in OURS)]:
        size, packages = measured(extra)
        sys.stdout.write(f"| `{extra or 'none'}` | {size:.0f} MB | {packages} |\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
