"""System checks: `manage.py check` reports wrong settings and other obstacles.

| id | problem |
|---|---|
| esi.W001, esi.E001 | settings of the SSO are missing (a warning while DEBUG is on) |
| esi.W006 | only ESI_SSO_CLIENT_SECRET is missing: logins use PKCE |
| esi.E002 | ESI_SSO_CALLBACK_URL is not a web address |
| esi.W002 | ESI_SSO_CALLBACK_URL does not lead to the app's callback |
| esi.E003 | an address is not valid, or would send tokens unencrypted |
| esi.E004 | ESI_COMPATIBILITY_DATE is not a date, or lies in the future |
| esi.E005 | a value is not a number, or is out of range |
| esi.E006 | a setting has a value that is not allowed |
| esi.W003 | ESI_USER_CONTACT_EMAIL is not an e-mail address |
| esi.W004 | ESI_SSO_CALLBACK_URL is not https (with --deploy) |
| esi.W005 | the cache does not share the API's limits among processes (with --deploy) |
| esi.W007 | browsers do not send the session cookie to the callback, so no login can be completed |
| esi.W008 | a setting of an earlier release has no effect |
| esi.E007 | another distribution also installs the package `esi` |
| esi.E008 | the database was partly migrated, by a release before 5 |
"""

from __future__ import annotations

import esi._django  # noqa: F401 - first: it names the extra if Django is missing

# isort: split
import contextlib
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import caches
from django.core.checks import CheckMessage, Error, Tags, Warning, register  # noqa: A004
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import DatabaseError, connections
from django.db.migrations.recorder import MigrationRecorder
from django.urls import Resolver404, resolve

from esi import app_settings
from esi.core.config import setting
from esi.core.config_rules import (
    RULES,
    display_value,
    is_address,
    is_loopback,
    may_carry_tokens,
)
from esi.core.doctor.machine import other_owners

if TYPE_CHECKING:
    from collections.abc import Iterator

_REQUIRED = ("ESI_SSO_CALLBACK_URL", "ESI_SSO_CLIENT_ID", "ESI_SSO_CLIENT_SECRET")
_IDS = {"date": "esi.E004", "number": "esi.E005", "value": "esi.E006"}


def _setting(name: str) -> Any:
    return getattr(app_settings, name)


@register()
def check_sso_application_settings(*_args: Any, **_kwargs: Any) -> list[CheckMessage]:
    """Check that the settings of the SSO are set: esi.W001, esi.E001, esi.W006.

    The secret alone may be missing: the SSO accepts PKCE instead.
    """
    missing = [name for name in _REQUIRED if not _setting(name)]
    if not missing:
        return []
    if missing == ["ESI_SSO_CLIENT_SECRET"]:
        text = "ESI_SSO_CLIENT_SECRET is missing, so logins use PKCE."
        hint = (
            "Set it to the secret of your application. To use PKCE, set "
            'SILENCED_SYSTEM_CHECKS = ["esi.W006"].'
        )
        return [Warning(text, hint=hint, id="esi.W006")]
    text = f"Settings of EVE's single sign-on are missing: {', '.join(missing)}."
    hint = "Register an application at https://developers.eveonline.com, then set them."
    if settings.DEBUG:
        return [Warning(text, hint=f"{hint} They may be blank while DEBUG is on.", id="esi.W001")]
    hint += ' If the site needs no logins, set SILENCED_SYSTEM_CHECKS = ["esi.E001"].'
    return [Error(text, hint=hint, id="esi.E001")]


@register()
def check_callback(**_kwargs: Any) -> list[CheckMessage]:
    """Check that the callback is an address that leads to the app: esi.E002, esi.W002."""
    url = _setting("ESI_SSO_CALLBACK_URL")
    if not url:
        return []
    if not is_address(url):
        text = f"ESI_SSO_CALLBACK_URL cannot be {display_value('sso_callback_url', url)}."
        return [Error(text, hint="Set it to https://<site>/sso/callback/.", id="esi.E002")]
    if not getattr(settings, "ROOT_URLCONF", None):
        return []
    from esi.views import receive_callback  # noqa: PLC0415 - most processes do not need views

    path = urlsplit(url).path
    for candidate in (path, f"{path}/"):  # APPEND_SLASH
        with contextlib.suppress(Resolver404):
            if resolve(candidate).func is receive_callback:
                return []
    text = f"ESI_SSO_CALLBACK_URL does not lead to the callback of this app: {url}"
    hint = "Add path('sso/', include('esi.urls')) to the site's URLs, or correct the setting."
    return [Warning(text, hint=hint, id="esi.W002")]


@register()
def check_session_cookie(**_kwargs: Any) -> list[CheckMessage]:
    """Check that browsers send the session cookie when they return from the SSO: esi.W007."""
    url = _setting("ESI_SSO_CALLBACK_URL")
    if not is_address(url):
        return []
    cookie = {
        name: getattr(settings, f"SESSION_COOKIE_{name}")
        for name in ("SAMESITE", "DOMAIN", "PATH", "SECURE")
    }
    return [
        Warning(
            f"SESSION_COOKIE_{name} = {cookie[name]!r} keeps browsers from sending the session "
            f"cookie to {url}, so no login can be completed.",
            hint=f"Set it to {better}.",
            id="esi.W007",
        )
        for name, better in _cookie_problems(cookie, url)
    ]


def _cookie_problems(cookie: dict[str, Any], url: str) -> Iterator[tuple[str, str]]:
    """Yield each setting of the cookie that keeps it from an address, and a better value."""
    parts = urlsplit(url)
    same_site, domain = str(cookie["SAMESITE"]).lower(), (cookie["DOMAIN"] or "").lstrip(".")
    if same_site == "strict":
        yield "SAMESITE", "'Lax'"
    if domain and not f".{parts.hostname}".endswith(f".{domain.lower()}"):
        yield "DOMAIN", f"None or {parts.hostname!r}"
    if not parts.path.startswith(cookie["PATH"]):
        yield "PATH", "'/'"
    if same_site == "none" and not cookie["SECURE"]:
        yield "SECURE", "True, and serve the site over https"
    # Browsers count this machine as secure.
    if cookie["SECURE"] and parts.scheme == "http" and not is_loopback(url):
        yield "SECURE", "False, or serve the site over https"


@register()
def check_addresses(**_kwargs: Any) -> list[CheckMessage]:
    """Check the addresses of API and SSO: esi.E003."""
    found: list[CheckMessage] = []
    hosts = _setting("ESI_INSECURE_HOSTS")
    hosts = hosts if RULES["insecure_hosts"].is_valid(hosts) else ()
    for field in ("api_url", "sso_metadata_url"):
        url = _setting(name := setting(field))
        if not is_address(url):
            text = f"{name} cannot be {display_value(field, url)}: it is no web address."
        elif not may_carry_tokens(url, hosts):
            text = f"{name} is not https, so no token is sent there: {url!r}."
        else:
            continue
        hint = "Use https, remove the setting, or name the host in ESI_INSECURE_HOSTS."
        found.append(Error(text, hint=hint, id="esi.E003"))
    return found


@register()
def check_values(**_kwargs: Any) -> list[CheckMessage]:
    """Check that each setting has an allowed value: esi.E004, esi.E005, esi.E006."""
    return [
        Error(
            f"{app_settings.name_in_use(name)} cannot be {display_value(field, _setting(name))}.",
            hint=f"Set it to {rule.description}.",
            id=_IDS[rule.kind],
        )
        for field, rule in RULES.items()
        if not rule.is_valid(_setting(name := setting(field)))
    ]


@register()
def check_old_settings(**_kwargs: Any) -> list[CheckMessage]:
    """Check for settings of earlier releases that have no effect: esi.W008."""
    return [
        Warning(
            f"{name} has no effect: {reason}.",
            hint='Remove it, or set SILENCED_SYSTEM_CHECKS = ["esi.W008"].',
            id="esi.W008",
        )
        for name, (_default, reason) in app_settings.WITHOUT_EFFECT.items()
        if hasattr(settings, name)
    ]


@register()
def check_contact(**_kwargs: Any) -> list[CheckMessage]:
    """Check that the contact is an e-mail address: esi.W003."""
    contact = _setting("ESI_USER_CONTACT_EMAIL")
    try:
        validate_email(str(contact or "admin@example.com"))
    except ValidationError:
        text = f"ESI_USER_CONTACT_EMAIL is not an e-mail address: {contact!r}."
        hint = "The operators of the API write to it before they block a site."
        return [Warning(text, hint=hint, id="esi.W003")]
    return []


@register(Tags.security, deploy=True)
def check_deployment(**_kwargs: Any) -> list[CheckMessage]:
    """Check the settings of a public site: esi.W004, esi.W005."""
    found: list[CheckMessage] = []
    url = _setting("ESI_SSO_CALLBACK_URL")
    if is_address(url) and urlsplit(url).scheme != "https":
        text = f"ESI_SSO_CALLBACK_URL is not https, so codes are sent unencrypted: {url}"
        hint = "Serve the site over https and register that address."
        found.append(Warning(text, hint=hint, id="esi.W004"))
    backend = type(caches["default"])
    kinds = {kind.__name__ for kind in backend.__mro__}
    if kinds & {"LocMemCache", "DummyCache", "FileBasedCache"}:
        in_files = "FileBasedCache" in kinds
        unshared = "the API's limits" if in_files else "responses and the API's limits"
        text = (
            f"The default cache ({backend.__name__}) does not share {unshared} among workers: "
            "each of them may use up what is meant for all."
        )
        hint = "Use Redis: https://docs.djangoproject.com/en/stable/topics/cache/#redis"
        found.append(Warning(text, hint=hint, id="esi.W005"))
    return found


@register()
def check_owner(**_kwargs: Any) -> list[CheckMessage]:
    """Check that no other distribution has files in the package `esi`: esi.E007."""
    others = other_owners()
    if not others:
        return []
    return [
        Error(
            f"The package esi is also installed by {', '.join(others)}: their files are mixed.",
            hint=(
                f"python -m pip uninstall -y {' '.join(others)} esi-toolkit, then "
                "python -m pip install 'esi-toolkit[django]' (and its empty django-esi, if other "
                "distributions require that name: docs/django.md)."
            ),
            id="esi.E007",
        )
    ]


def partly_migrated(alias: str) -> list[CheckMessage]:
    """Return the error for a database that lacks some of the 5.x migrations, but not all."""
    from esi.migrations import REPLACED  # noqa: PLC0415 - few processes check a database

    try:
        applied = MigrationRecorder(connections[alias]).applied_migrations()
    except DatabaseError:
        return []  # unreachable: the command that needs it reports that
    missing = [name for name in REPLACED if ("esi", name) not in applied]
    if len(missing) in {0, len(REPLACED)}:
        return []
    return [
        Error(
            f"Database {alias!r} has the tables of an older django-esi: {', '.join(missing)} "
            "of the 5.x line were never applied.",
            hint=(
                "Nothing was changed. Upgrade to the 5.x line first: python -m pip install "
                "'django-esi==5.1.0' in this environment, manage.py migrate esi, then install "
                "'esi-toolkit[django]' again."
            ),
            id="esi.E008",
        )
    ]


@register(Tags.database)
def check_migrations(databases: Any = None, **_kwargs: Any) -> list[CheckMessage]:
    """Check that the database is new or fully migrated: esi.E008."""
    return [message for alias in databases or () for message in partly_migrated(alias)]
