"""System checks: `manage.py check` names each wrong setting, and what stands in the way.

| id | what is wrong |
|---|---|
| esi.W001, esi.E001 | settings of the SSO are missing (a warning while DEBUG is on) |
| esi.W006 | only ESI_SSO_CLIENT_SECRET is: logins use PKCE |
| esi.E002 | ESI_SSO_CALLBACK_URL is no web address |
| esi.W002 | ESI_SSO_CALLBACK_URL does not lead to the app's callback |
| esi.E003 | an address is none, or would send tokens in the clear |
| esi.E004 | ESI_COMPATIBILITY_DATE is no date, or one to come |
| esi.E005 | a number is none, or out of range |
| esi.E006 | a setting is none of its possible values |
| esi.W003 | ESI_USER_CONTACT_EMAIL is no e-mail address |
| esi.W004 | ESI_SSO_CALLBACK_URL is not https (with --deploy) |
| esi.W005 | the cache does not share the API's limits among processes (with --deploy) |
| esi.E007 | another distribution owns the package `esi` too |
| esi.E008 | the database was migrated in part, by a release before 5 |
"""

from __future__ import annotations

import re
from importlib import metadata
from typing import Any
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
from esi.core.config_rules import RULES, is_address, shown

_REQUIRED = ("ESI_SSO_CALLBACK_URL", "ESI_SSO_CLIENT_ID", "ESI_SSO_CLIENT_SECRET")
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_NAME = re.compile(r"[-_.]+")


_IDS = {"date": "esi.E004", "number": "esi.E005", "value": "esi.E006"}


def _setting(name: str) -> Any:
    return getattr(app_settings, name)


@register()
def check_sso_settings(**_kwargs: Any) -> list[CheckMessage]:
    """esi.W001, esi.E001, esi.W006: the settings of the SSO are there.

    The SSO takes a login with PKCE in place of one with a secret, so that one alone may be missing.
    """
    missing = [name for name in _REQUIRED if not _setting(name)]
    if not missing:
        return []
    if missing == ["ESI_SSO_CLIENT_SECRET"]:
        return [
            Warning(
                "ESI_SSO_CLIENT_SECRET is missing, so logins use PKCE.",
                hint="Set it to the secret of the application. A site that wants PKCE sets "
                'SILENCED_SYSTEM_CHECKS = ["esi.W006"].',
                id="esi.W006",
            )
        ]
    text = f"Settings of EVE's single sign-on are missing: {', '.join(missing)}."
    hint = "Register an application at https://developers.eveonline.com and set them."
    if settings.DEBUG:
        return [Warning(text, hint=f"{hint} They may be blank while DEBUG is on.", id="esi.W001")]
    hint += ' A site without logins sets SILENCED_SYSTEM_CHECKS = ["esi.E001"].'
    return [Error(text, hint=hint, id="esi.E001")]


@register()
def check_callback(**_kwargs: Any) -> list[CheckMessage]:
    """esi.E002, esi.W002: the callback is an address, and leads to the app."""
    url = _setting("ESI_SSO_CALLBACK_URL")
    if not url:
        return []
    if not is_address(url):
        text = f"ESI_SSO_CALLBACK_URL is no web address: {url!r}."
        return [Error(text, hint="Set it to https://<site>/sso/callback/.", id="esi.E002")]
    if not getattr(settings, "ROOT_URLCONF", None):
        return []
    from esi.views import receive_callback  # noqa: PLC0415 - checks run before all is needed

    path = urlsplit(url).path
    for candidate in (path, f"{path}/"):  # APPEND_SLASH
        try:
            if resolve(candidate).func is receive_callback:
                return []
        except Resolver404:
            pass
    text = f"ESI_SSO_CALLBACK_URL does not lead to the callback of this app: {url}"
    hint = "Add path('sso/', include('esi.urls')) to the site's urls, or correct the setting."
    return [Warning(text, hint=hint, id="esi.W002")]


@register()
def check_addresses(**_kwargs: Any) -> list[CheckMessage]:
    """esi.E003: addresses of API and SSO can be used."""
    found: list[CheckMessage] = []
    for name in ("ESI_API_URL", "ESI_SSO_METADATA_URL"):
        url = _setting(name)
        if not is_address(url):
            text = f"{name} is no web address: {url!r}."
        elif urlsplit(url).scheme != "https" and urlsplit(url).hostname not in _LOOPBACK:
            text = f"{name} is not https, so tokens would travel in the clear: {url!r}."
        else:
            continue
        found.append(Error(text, hint="Remove the setting to use its default.", id="esi.E003"))
    return found


@register()
def check_values(**_kwargs: Any) -> list[CheckMessage]:
    """esi.E004, esi.E005, esi.E006: each setting has a value that it can have."""
    return [
        Error(
            f"{name} cannot be {shown(field, _setting(name))}.",
            hint=f"Set it to {rule.words}.",
            id=_IDS[rule.kind],
        )
        for field, rule in RULES.items()
        if not rule.fits(_setting(name := setting(field)))
    ]


@register()
def check_contact(**_kwargs: Any) -> list[CheckMessage]:
    """esi.W003: the contact is an e-mail address."""
    contact = _setting("ESI_USER_CONTACT_EMAIL")
    if not contact:
        return []
    try:
        validate_email(str(contact))
    except ValidationError:
        text = f"ESI_USER_CONTACT_EMAIL is no e-mail address: {contact!r}."
        hint = "The API's owners write there before they block a site."
        return [Warning(text, hint=hint, id="esi.W003")]
    return []


@register(Tags.security, deploy=True)
def check_deployment(**_kwargs: Any) -> list[CheckMessage]:
    """esi.W004, esi.W005: what a public site must have."""
    found: list[CheckMessage] = []
    url = _setting("ESI_SSO_CALLBACK_URL")
    if is_address(url) and urlsplit(url).scheme != "https":
        found.append(
            Warning(
                f"ESI_SSO_CALLBACK_URL is not https, so codes travel in the clear: {url}",
                hint="Serve the site over https and register that address.",
                id="esi.W004",
            )
        )
    backend = type(caches["default"])
    kinds = {kind.__name__ for kind in backend.__mro__}
    if kinds & {"LocMemCache", "DummyCache", "FileBasedCache"}:
        alone = "FileBasedCache" not in kinds
        shared = "neither answers nor limits" if alone else "not the API's limits"
        found.append(
            Warning(
                f"With the default cache ({backend.__name__}) workers share {shared}: each of them "
                "may spend as much as all of them should.",
                hint="Use Redis: https://docs.djangoproject.com/en/stable/topics/cache/#redis",
                id="esi.W005",
            )
        )
    return found


@register()
def check_owner(**_kwargs: Any) -> list[CheckMessage]:
    """esi.E007: no other distribution has files in the package `esi`."""
    others = _others()
    if not others:
        return []
    return [
        Error(
            f"The package esi belongs to {', '.join(others)} too: files of two are mixed.",
            hint=(
                f"python -m pip uninstall -y {' '.join(others)} esi-toolkit, then "
                "python -m pip install esi-toolkit (and its empty django-esi where other "
                "distributions require that name: docs/django.md)."
            ),
            id="esi.E007",
        )
    ]


def _others() -> list[str]:
    """Other distributions whose list of files has the package `esi`."""
    found = set()
    for distribution in metadata.distributions():
        name = _NAME.sub("-", distribution.metadata["Name"] or "").lower()
        # The text of the list: making paths of it takes a second where much is installed.
        files = f"\n{distribution.read_text('RECORD') or ''}"
        if name != "esi-toolkit" and "\nesi/__init__.py," in files:
            found.add(name)
    return sorted(found)


def partly_migrated(alias: str) -> list[str]:
    """The migrations of the 5.x line that a database lacks although it has others of them."""
    from esi.migrations import REPLACED  # noqa: PLC0415 - only where a database is looked at

    try:
        applied = MigrationRecorder(connections[alias]).applied_migrations()
    except DatabaseError:
        return []  # not reachable: the command that needs it says so
    missing = [name for name in REPLACED if ("esi", name) not in applied]
    return missing if len(missing) < len(REPLACED) else []


def partly_migrated_text(alias: str, missing: list[str]) -> tuple[str, str]:
    """What to say of such a database, and what to do about it."""
    return (
        (
            f"Database {alias!r} has the tables of an older django-esi: {', '.join(missing)} "
            "of the 5.x line never ran."
        ),
        (
            "Nothing was changed. Upgrade to the 5.x line first: python -m pip install "
            "'django-esi==5.1.0' in this environment, manage.py migrate esi, then install "
            "esi-toolkit again."
        ),
    )


@register(Tags.database)
def check_migrations(databases: Any = None, **_kwargs: Any) -> list[CheckMessage]:
    """esi.E008: the database is new, or at the end of the 5.x line."""
    found: list[CheckMessage] = []
    for alias in databases or ():
        if missing := partly_migrated(alias):
            text, hint = partly_migrated_text(alias, missing)
            found.append(Error(text, hint=hint, id="esi.E008"))
    return found
