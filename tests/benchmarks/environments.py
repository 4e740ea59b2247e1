# ruff: noqa: T201 - an installation takes a while
"""Create the environments of peers, once each, outside the project."""

import json
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

import platformdirs

PEERS = {"django-esi-5.1.0": "django-esi==5.1.0", "django-esi-10.0.0": "django-esi==10.0.0"}
# For the frame by hand, and to share a database of each kind with this app.
_WITH = ("pandas", "pyarrow", "psycopg[binary]", "pymysql")


def default_folder() -> Path:
    """Return the folder of environments if `--envs` names none."""
    return Path(platformdirs.user_cache_path("esi-toolkit")) / "benchmark-environments"


def python_of(name: str, folder: Path) -> str:
    """Return the interpreter of a peer's environment; create the environment if it is missing.

    Raises:
        subprocess.CalledProcessError: the packages cannot be installed.
    """
    home = folder / name
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    done = home / "installed"
    if not done.exists():
        print(f"installing {PEERS[name]} in {home}", file=sys.stderr)
        venv.create(home, with_pip=True, clear=True)
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        # Away from the project, whose folder would be found as the package `esi`.
        subprocess.run([*pip, PEERS[name], *_WITH], check=True, cwd=tempfile.gettempdir())
        done.touch()
    return str(python)


def versions(python: str) -> dict[str, str]:
    """Return the versions of packages that affect the speed in an environment."""
    code = (
        "import json; from importlib.metadata import distributions;"
        "print(json.dumps({d.name.lower(): d.version for d in distributions()}))"
    )
    said = subprocess.run([python, "-c", code], check=True, capture_output=True, text=True)
    told = ("django", "django-esi", "esi-toolkit", "bravado", "aiopenapi3", "pydantic", "requests",
            "urllib3", "jsonschema", "msgspec", "isal", "numpy", "pandas", "pyarrow")  # fmt: skip
    found = json.loads(said.stdout)
    return {name: found[name] for name in told if name in found}
