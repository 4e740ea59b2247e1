"""The site's way to the single sign-on: settings from Django, the SSO's documents in its cache."""

from typing import Any

from django.core.cache import cache

from esi import __title__, __version__, app_settings
from esi.core.config import setting
from esi.core.sso.client import Sso


class _Settings:
    """Reads like `esi.core.config.Config`, from Django's settings at each look."""

    def __getattr__(self, field: str) -> Any:
        return getattr(app_settings, setting(field))


def _user_agent() -> str:
    return f"{__title__} v{__version__} {app_settings.ESI_USER_CONTACT_EMAIL or ''}".rstrip()


_settings = _Settings()

sso = Sso(
    lambda: _settings,  # type: ignore[arg-type,return-value]
    cache,
    user_agent=_user_agent,
)
