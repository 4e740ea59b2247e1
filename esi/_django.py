"""Check that the packages of the extra `django` are there; importing this module does so.

The base of the distribution serves notebooks and scripts. Every module of the Django app imports
this one first, so that the error for a missing package has the command that installs it.
"""

from importlib.util import find_spec

from esi._extras import install_command

_PACKAGES = ("django", "celery", "requests_oauthlib")


def check_packages() -> None:
    """Raise ModuleNotFoundError if a package is missing; its text has the command that adds it."""
    missing = [name for name in _PACKAGES if find_spec(name) is None]
    if missing:
        raise ModuleNotFoundError(
            f"The Django app esi needs {', '.join(missing)}: {install_command('django')}",
            name=missing[0],
        )


check_packages()
