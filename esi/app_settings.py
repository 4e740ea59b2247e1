"""The app's settings, read when they are used: `esi.app_settings.ESI_API_URL`.

A setting is looked up in Django's settings first and then in `esi.core.config.Config`, which has
every default. Setting an attribute here (as tests do with `mock.patch`) wins over both.
"""

from typing import Any

from django.conf import settings as django_settings

from esi.core.config import Config, setting

_DEFAULTS = Config()
_FIELDS = {setting(name): name for name in Config.__slots__}


def __getattr__(name: str) -> Any:
    if name not in _FIELDS:
        raise AttributeError(f"module {__name__!r} has no setting {name!r}")
    return getattr(django_settings, name, getattr(_DEFAULTS, _FIELDS[name]))


def __dir__() -> list[str]:
    return sorted(_FIELDS)
