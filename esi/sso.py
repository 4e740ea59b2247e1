"""Provide the client of the single sign-on, with the site's settings."""

import esi._django  # noqa: F401 - first: it names the extra if Django is missing

# isort: split
from typing import Any

from esi import __title__, __version__, app_settings
from esi.app_settings import SettingsConfig, user_agent
from esi.core.sso.client import Sso

_config: Any = SettingsConfig(lambda: app_settings)

sso = Sso(
    lambda: _config,
    user_agent=lambda: user_agent(
        f"{__title__} v{__version__}", app_settings.ESI_USER_CONTACT_EMAIL
    ),
)
