"""Measure the size of each extra: `python -m tests.install_sizes`.

Installs all extras into an empty environment, from pip's package index, and prints the rows of
docs/index.md: for each extra, the disk space and the number of its packages, ours included.
"""

import subprocess
import sys
import tempfile
import tomllib
import venv
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
NAME = "esi-toolkit"
OURS = {"dev", "docs"}


def required(packages, requirement):
    """Return the names of the packages that a requirement installs, with all dependencies."""
    found, todo = {}, [Requirement(requirement)]
    while todo:
        line = todo.pop()
        name = canonicalize_name(line.name)
        new = ({""} | line.extras) - found.setdefault(name, set())
        found[name] |= new
        below = map(Requirement, packages[name].requires or () if new else ())
        todo += [
            each
            for each in below
            if any(not each.marker or each.marker.evaluate({"extra": extra}) for extra in new)
        ]
    return set(found)


def space(package):
    """Return the disk space of a package's files, compiled ones included, in megabytes."""
    files = {file.locate() for file in package.files or ()}
    return sum(512 * file.stat().st_blocks for file in files if file.exists()) / 1e6


def measured(site, extras):
    """Return `{extra: (megabytes, number of packages)}` for extras installed in `site`."""
    found = metadata.distributions(path=[str(site)])
    packages = {canonicalize_name(each.name): each for each in found}
    names = {extra: required(packages, f"{NAME}[{extra}]" if extra else NAME) for extra in extras}
    return {
        extra: (sum(space(packages[name]) for name in some), len(some))
        for extra, some in names.items()
    }


def main():
    """Print a row for the base and one for each extra."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    extras = ["", *tomllib.loads(text)["project"]["optional-dependencies"]]
    with tempfile.TemporaryDirectory(prefix="esi-sizes-") as folder:
        venv.create(folder)
        pip = [sys.executable, "-m", "pip", f"--python={folder}", "--disable-pip-version-check"]
        subprocess.run([*pip, "install", "--quiet", f"{ROOT}[all]"], check=True)
        (site,) = Path(folder).glob("[Ll]ib/**/site-packages")
        users = [extra for extra in extras if extra not in OURS]
        for extra, (size, packages) in measured(site, users).items():
            sys.stdout.write(f"| {extra or 'none'} | {size:.0f} MB | {packages} |\n")


if __name__ == "__main__":
    main()
