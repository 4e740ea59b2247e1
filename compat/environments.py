"""Make environments with Alliance Auth and apps, and with django-esi or esi-toolkit as `esi`."""

import shutil
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

HERE = Path(__file__).parent
PROJECT = HERE.parent
STANDIN = HERE / "django-esi"


class NotHadError(Exception):
    """Packages cannot be had: the index is out of reach, or one does not build here."""


def known_apps() -> dict:
    """Return what apps.toml says."""
    return tomllib.loads((HERE / "apps.toml").read_text("utf-8"))


def run(*command: object, **options) -> None:
    """Run a command; show what it printed if it fails."""
    done = subprocess.run(
        [str(part) for part in command],
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        **options,
    )
    if done.returncode:
        sys.exit(f"{done.stdout}\n{' '.join(map(str, command))} ended with {done.returncode}")


def made(folder: Path, requirements: list[str], *, ours: bool) -> Path:
    """Return the Python of an environment with these requirements, made where it is not there yet.

    With `ours`, esi-toolkit is built from this checkout and installed with the distribution that
    stands in for django-esi; without, the package index decides what django-esi is.
    """
    python = folder / "bin" / "python"
    listed = folder / "requirements.txt"
    if not python.exists():
        venv.create(folder, with_pip=True)
    pip = (python, "-m", "pip", "--quiet", "--disable-pip-version-check")
    if ours:
        wheels = folder / "wheels"
        shutil.rmtree(wheels, ignore_errors=True)  # those of another version
        run(*pip, "wheel", "--no-deps", "-w", wheels, PROJECT, STANDIN)
        built = [str(wheel) for wheel in sorted(wheels.glob("*.whl"))]
    else:
        built = []
    if not listed.exists() or listed.read_text("utf-8").split("\n") != requirements:
        try:
            run(*pip, "install", *built, *requirements)
        except SystemExit as exc:
            if "ResolutionImpossible" in str(exc.code):
                raise  # the packages are available, but conflict
            raise NotHadError(exc.code) from None
        listed.write_text("\n".join(requirements), "utf-8")
    elif ours:
        run(*pip, "install", "--force-reinstall", "--no-deps", *built)
        run(*pip, "install", *built)  # further packages that this version needs
    run(python, "-m", "pip", "--disable-pip-version-check", "check")
    return python


def site(python: Path, folder: Path) -> Path:
    """Return the folder of an Alliance Auth site made as its manual says."""
    if not (folder / "manage.py").exists():
        folder.mkdir(parents=True, exist_ok=True)
        run(python.parent / "allianceauth", "start", "myauth", folder)
    return folder
