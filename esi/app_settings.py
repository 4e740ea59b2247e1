"""Settings of the app, read on each use: `esi.app_settings.ESI_API_URL`.

Django's settings come first, then the defaults of `esi.core.config.Config`. An attribute set on
this module (as tests do with `mock.patch`) overrides both.
"""

import esi._django  # noqa: F401 - first: it names the extra if Django is missing

# isort: split
from collections.abc import Callable
from typing import Any

from django.conf import settings as django_settings

from esi.core.config import Config, setting


class SettingsConfig:
    """Settings under the field names of `esi.core.config.Config`, read on each use.

    Args:
        settings: returns this module, or what a program has patched in its place.
    """

    def __init__(self, settings: Callable[[], Any]) -> None:
        self._settings = settings

    def __getattr__(self, field: str) -> Any:
        return getattr(self._settings(), setting(field))


def user_agent(application: str, contact: str | None) -> str:
    """Return the User-Agent: the application, and the contact e-mail address if it is set."""
    return f"{application} {contact or ''}".rstrip()


_DEFAULTS = Config()
_FIELDS = {setting(name): name for name in Config.__slots__}


def __getattr__(name: str) -> Any:
    if name not in _FIELDS:
        raise AttributeError(f"module {__name__!r} has no setting {name!r}")
    return getattr(django_settings, name, getattr(_DEFAULTS, _FIELDS[name]))


def __dir__() -> list[str]:
    return sorted(_FIELDS)
