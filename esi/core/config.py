"""Define settings and their defaults.

Each setting has one name in three places: the field `api_url`, in a Django project the setting
`ESI_API_URL`, and outside of Django the environment variable `ESI_API_URL`. Settings of the 5.x
line have the defaults of its manual, section 1.3.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

# Values of the Accept-Language header in the API's document.
LANGUAGES = ("en", "de", "fr", "ja", "ru", "zh", "ko", "es")


@dataclass(frozen=True, slots=True)
class Config:
    """Settings of an engine. Times are seconds."""

    # The API
    api_url: str = "https://esi.evetech.net"
    api_datasource: str = "tranquility"
    api_version: str = "latest"
    compatibility_date: str = "2020-01-01"
    languages: tuple[str, ...] = LANGUAGES
    user_contact_email: str | None = None
    insecure_hosts: tuple[str, ...] = ()  # tokens may go to these over http; this machine always

    # The API's document
    spec_cache_duration: int = 24 * 3600
    cache_dir: str | None = None

    # Responses
    # For `Esi`: a folder, or the address of a Redis server, which may hold a password.
    cache: str | None = field(default=None, repr=False)
    cache_response: bool = True
    offline: bool = False

    # Static data, for `Esi`
    sde: str | None = None  # folder or zip of an export to read instead of the latest build
    sde_url: str | None = None  # site that publishes it; by default the game's, or a local API's

    # Connections
    concurrency: int = 32
    connection_pool_maxsize: int = 10
    connection_error_max_retries: int = 3
    requests_connect_timeout: float = 5
    requests_read_timeout: float = 30
    server_error_max_retries: int = 3
    server_error_backoff_factor: float = 0.2
    on_limit: str = "raise"
    page_wait: float = 0

    # Logging
    info_logging_enabled: bool = False
    log_level_libraries: str = "INFO"

    # The SSO
    sso_client_id: str | None = None
    sso_client_secret: str | None = field(default=None, repr=False)
    sso_callback_url: str | None = None
    sso_metadata_url: str = "https://login.eveonline.com/.well-known/oauth-authorization-server"
    # Hosts of other sites that the metadata may name: `host` or `host:port`.
    sso_hosts: tuple[str, ...] = ()
    # The official example keeps base64's padding in the PKCE verifier, RFC 7636 has none.
    sso_verifier_padded: bool = False
    sso_user_agent: str | None = None  # by default that of the application
    token_jwt_audience: str = "EVE Online"  # noqa: S105 - beside the client id
    token_valid_duration: int = 1170  # an access token lives 1200 s, minus some for its way here
    always_create_token: bool = False

    # Logins without Django
    login_dir: str | None = None  # folder of the logins; by default the user's data folder
    login_store: str = "file"  # or keyring
    login_timeout: float = 300  # for the player to log in; the code lives as long

    @classmethod
    def from_env(
        cls,
        environ: Mapping[str, str] | None = None,
        *,
        defaults: Config | None = None,
        **given: Any,
    ) -> Config:
        """Build a configuration from `ESI_*` variables; `given` values that are not None win.

        `defaults` applies where a variable is not set.

        Raises:
            ValueError: the text of a variable does not fit its field; the message names both.
        """
        environ = os.environ if environ is None else environ
        found = {
            entry.name: _parse(setting(entry.name), environ[setting(entry.name)], str(entry.type))
            for entry in fields(cls)
            if environ.get(setting(entry.name))
        }
        found |= {name: value for name, value in given.items() if value is not None}
        return replace(defaults or cls(), **found)


def setting(field: str) -> str:
    """Return the Django setting and environment variable of a field: `api_url` -> `ESI_API_URL`."""
    return f"ESI_{field.upper()}"


def _parse(name: str, text: str, kind: str) -> Any:
    """Parse the text of an environment variable as the annotated type of its field."""
    if kind.startswith("tuple"):
        return tuple(text.replace(",", " ").split())
    if kind == "bool":
        if text.lower() in {"1", "true", "yes", "on"}:
            return True
        if text.lower() in {"0", "false", "no", "off"}:
            return False
        raise ValueError(f"{name}={text!r} is neither true nor false: set it to 1 or 0.")
    if kind in {"int", "float"}:
        try:
            return int(text) if kind == "int" else float(text)
        except ValueError:
            raise ValueError(f"{name}={text!r} is not a number: set it to one.") from None
    return text
