"""Settings of the app, read on each use: `esi.app_settings.ESI_API_URL`.

Django's settings come first, then the defaults of `esi.core.config.Config`. An attribute set on
this module (as tests do with `mock.patch`) overrides both. `WITHOUT_EFFECT` lists names of earlier
releases that have no effect here; `manage.py check` reports each one that a site sets.
"""

import esi._django  # noqa: F401 - first: it names the extra if Django is missing

# isort: split
from collections.abc import Callable
from string import capwords
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


def pascal_case_string(string: str) -> str:
    """Join the words of a text in PascalCase: `my-app` and `my app` become `MyApp`.

    A text without blanks and hyphens is returned unchanged.
    """
    if " " not in string and "-" not in string:
        return string
    return capwords(string.replace("-", " ")).replace(" ", "")


_DEFAULTS = {setting(name): getattr(Config(), name) for name in Config.__slots__}
_DEFAULTS["ESI_API_URL"] += "/"  # as in all releases: programs append to it

# Names of release 10, and the settings that they are here. A site may use either.
_SAME = {
    "ESI_CONNECTION_POOL_MAX_CONNECTIONS": "ESI_CONCURRENCY",
    "ESI_CONNECTION_POOL_MAX_KEEPALIVE": "ESI_CONNECTION_POOL_MAXSIZE",
    "ESI_SERVER_ERROR_WAIT_EXPONENT": "ESI_SERVER_ERROR_BACKOFF_FACTOR",
}
_RELEASE_10 = {ours: theirs for theirs, ours in _SAME.items()}

_METADATA = "the SSO's metadata document has it: set ESI_SSO_METADATA_URL"
_NO_RETRY = "a request to the SSO is sent once, since its response may be lost: try the call again"
# Default in earlier releases, and what a site does instead.
WITHOUT_EFFECT: dict[str, tuple[Any, str]] = {
    "ESI_CONNECTION_POOL_KEEPALIVE_EXPIRY": (5, "idle connections are checked before each use"),
    "ESI_OAUTH_LOGIN_URL": ("https://login.eveonline.com/v2/oauth/authorize/", _METADATA),
    "ESI_OAUTH_URL": ("https://login.eveonline.com/v2/oauth", _METADATA),
    "ESI_REQUESTS_POOL_TIMEOUT": (5, "no call waits for a connection; see ESI_CONCURRENCY"),
    "ESI_REQUESTS_WRITE_TIMEOUT": (5, "ESI_REQUESTS_CONNECT_TIMEOUT and _READ_TIMEOUT bound it"),
    "ESI_SSO_MAX_RETRIES": (3, _NO_RETRY),
    "ESI_SSO_MAX_RETRY_AFTER": (60, "the error has `retry_after`, for the caller to decide"),
    "ESI_SSO_WAIT_EXPONENT": (1, _NO_RETRY),
    "ESI_TOKEN_JWK_SET_URL": ("https://login.eveonline.com/oauth/jwks", _METADATA),
    "ESI_TOKEN_URL": ("https://login.eveonline.com/v2/oauth/token", _METADATA),
    "ESI_TOKEN_VERIFY_URL": (
        "https://login.eveonline.com/v2/oauth/verify",
        "access tokens are verified with the SSO's keys",
    ),
}


def __getattr__(name: str) -> Any:
    name = _SAME.get(name, name)
    if name in WITHOUT_EFFECT:
        return getattr(django_settings, name, WITHOUT_EFFECT[name][0])
    if name not in _DEFAULTS:
        raise AttributeError(f"module {__name__!r} has no setting {name!r}")
    return getattr(django_settings, name_in_use(name), _DEFAULTS[name])


def name_in_use(name: str) -> str:
    """Return the name under which the site sets a setting: ours, or that of release 10."""
    theirs = _RELEASE_10.get(name, name)
    has_ours, has_theirs = hasattr(django_settings, name), hasattr(django_settings, theirs)
    return theirs if has_theirs and not has_ours else name


def __dir__() -> list[str]:
    return sorted({*_DEFAULTS, *_SAME, *WITHOUT_EFFECT})
