"""Every version of Django and pandas that is claimed: `nox`, or `nox -s "django(3.12-4.2)"`.

It runs what depends on their versions; `make test` runs everything on the newest.
"""

import nox

nox.options.default_venv_backend = "uv|virtualenv"

# Django says which Python each release takes: docs.djangoproject.com/en/dev/faq/install/
VERSIONS = [
    ("3.11", "4.2"),
    ("3.11", "5.2"),
    ("3.12", "4.2"),
    ("3.12", "5.2"),
    ("3.12", "6.0"),
    ("3.12", "newest"),
    ("3.13", "5.2"),
    ("3.13", "6.0"),
    ("3.13", "newest"),
]


@nox.session
@nox.parametrize(
    ("python", "django"), VERSIONS, ids=[f"{python}-{django}" for python, django in VERSIONS]
)
def django(session: nox.Session, django: str) -> None:
    """Run the tests of the Django app; with arguments, those instead."""
    wanted = "django" if django == "newest" else f"django~={django}.0"
    session.install("-e", ".[dev]", wanted, silent=True)
    session.run("python", "-m", "django", "--version")
    # Databases that come from Debian are tried once, by `make test`.
    args = session.posargs or ["tests/django_app", "-q", "-k", "not postgres and not mariadb"]
    session.run("python", "-m", "pytest", "-p", "no:cacheprovider", *args)


@nox.session(python="3.12")
@nox.parametrize("pandas", ["2.2"])
def frames(session: nox.Session, pandas: str) -> None:
    """Run the tests of frames and files on earlier pandas; with arguments, those instead."""
    session.install("-e", ".[dev]", f"pandas~={pandas}.0", silent=True)
    args = session.posargs or ["tests/esi_data", "-q"]
    session.run("python", "-m", "pytest", "-p", "no:cacheprovider", *args)
