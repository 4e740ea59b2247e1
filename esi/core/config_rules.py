"""Check the values of settings, and build error messages for invalid ones."""

from __future__ import annotations

import contextlib
import ipaddress
import logging
import os
import re
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Literal, NamedTuple
from urllib.parse import urlsplit

from esi.core.config import LANGUAGES, Config, setting
from esi.core.error_text import alternatives

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

_SECRET = frozenset({"cache", "sso_client_secret"})  # a cache address may hold a password
_SERVER = re.compile(r"[\w-]+")
_MAX_NUMBER = 1e9  # no socket takes a longer timeout; 30 years in seconds
_HOST = re.compile(r"[\w.:-]+")
_VERSION = re.compile(r"latest|legacy|dev|v[1-9]\d*")


class Rule(NamedTuple):
    """Rule of a setting: a check, and a description of valid values."""

    is_valid: Callable[[Any], bool]
    description: str
    kind: Literal["date", "number", "value"] = "value"


def number(least: float) -> Rule:
    """Return the rule of a number."""

    def is_valid(value: Any) -> bool:
        if not isinstance(value, int | float) or isinstance(value, bool):
            return False
        return least <= value <= _MAX_NUMBER

    return Rule(is_valid, f"a number of at least {least}", "number")


def _one_of(*values: str) -> Rule:
    return Rule(lambda value: value in list(values), alternatives(map(repr, values)))


def _languages(value: Any) -> bool:
    known = [*LANGUAGES, "en-us"]
    return isinstance(value, list | tuple) and bool(value) and all(code in known for code in value)


def _hosts(value: Any) -> bool:
    return isinstance(value, list | tuple | set | frozenset) and all(
        isinstance(host, str) and bool(_HOST.fullmatch(host)) for host in value
    )


def _level(value: Any) -> bool:
    if isinstance(value, str):
        return value in logging.getLevelNamesMapping()
    return isinstance(value, int) and not isinstance(value, bool)


def _date(value: Any) -> bool:
    try:
        found = date.fromisoformat(value)
    except (TypeError, ValueError):
        return False
    # In the earliest time zone it is already tomorrow.
    return found.isoformat() == value and found <= datetime.now(UTC).date() + timedelta(days=1)


def is_address(url: Any) -> bool:
    """Return True if a value is a web address without a user name and password.

    Those would take the place of a token, and appear in every message with the address.
    """
    if not isinstance(url, str):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc


def is_loopback(url: str) -> bool:
    """Return True if an address is on this machine."""
    host = urlsplit(url).hostname or ""
    with contextlib.suppress(ValueError):
        return ipaddress.ip_address(host).is_loopback
    return host == "localhost" or host.endswith(".localhost")


def may_carry_tokens(url: str, insecure_hosts: Collection[str]) -> bool:
    """Return True if nobody on the way to an address can read a token."""
    parts = urlsplit(url)
    return parts.scheme == "https" or is_loopback(url) or parts.hostname in insecure_hosts


BOOLEAN = Rule(lambda value: isinstance(value, bool), "True or False")
LINE = Rule(
    lambda value: isinstance(value, str) and bool(value.strip()) and value.isprintable(),
    "a line of text",
)
TEXT = Rule(lambda value: value is None or isinstance(value, str), "text")
FOLDER = Rule(
    lambda value: value is None or (isinstance(value, str | os.PathLike) and bool(str(value))),
    "the path of a folder",
)

RULES: dict[str, Rule] = {
    "compatibility_date": Rule(_date, "a date in the past, such as '2020-01-01'", "date"),
    "spec_cache_duration": number(0),
    "concurrency": number(1),
    "connection_pool_maxsize": number(1),
    "connection_error_max_retries": number(0),
    "requests_connect_timeout": number(0.001),
    "requests_read_timeout": number(0.001),
    "server_error_max_retries": number(0),
    "server_error_backoff_factor": number(0),
    "page_wait": number(0),
    "token_valid_duration": number(1),
    "cache_response": BOOLEAN,
    "offline": BOOLEAN,
    "info_logging_enabled": BOOLEAN,
    "sso_hosts": Rule(_hosts, "a list of hosts, such as ['keys.example.com']"),
    "sso_verifier_padded": BOOLEAN,
    "always_create_token": BOOLEAN,
    "sso_client_id": TEXT,
    "sso_client_secret": TEXT,
    "sso_user_agent": Rule(lambda value: value is None or LINE.is_valid(value), LINE.description),
    "token_jwt_audience": LINE,
    "api_datasource": Rule(
        lambda value: isinstance(value, str) and bool(_SERVER.fullmatch(value)),
        "the name of a server, such as 'tranquility'",
    ),
    "api_version": Rule(
        lambda value: isinstance(value, str) and bool(_VERSION.fullmatch(value)),
        "'latest', 'legacy', 'dev' or a version such as 'v4'",
    ),
    "insecure_hosts": Rule(_hosts, "a list of host names, such as ['esi.test']"),
    "cache": TEXT,
    "cache_dir": FOLDER,
    "login_dir": FOLDER,
    "sde": TEXT,
    "sde_url": Rule(
        lambda value: value in (None, "") or is_address(value),
        "a web address without a user name, such as 'https://sde.example.com'",
    ),
    "login_store": _one_of("file", "keyring"),
    "login_timeout": number(1),
    "on_limit": _one_of("wait", "raise", "off"),
    "log_level_libraries": Rule(_level, "the name of a level, such as 'INFO'"),
    "languages": Rule(_languages, f"a list of languages out of {', '.join(LANGUAGES)}"),
}


def display_value(field: str, value: Any) -> str:
    """Return a value as a message may show it, without secrets."""
    secret = field in _SECRET or (field.endswith("_url") and "@" in str(value))
    return "of this kind" if secret else repr(value)


def first_invalid(config: Config) -> tuple[str, str] | None:
    """Return the first setting with an invalid value and an error message, or None.

    Addresses of logins may be missing: `Esi` fills them in.
    """
    address = Rule(
        is_address, "a web address without a user name, such as 'https://esi.evetech.net'"
    )
    optional = Rule(lambda value: not value or is_address(value), address.description)
    rules = {
        "api_url": address,
        "sso_callback_url": optional,
        "sso_metadata_url": optional,
        **RULES,
    }
    for field in fields(config):
        value, rule = getattr(config, field.name), rules.get(field.name, TEXT)
        if not rule.is_valid(value):
            found = display_value(field.name, value)
            return field.name, (
                f"{field.name} ({setting(field.name)}) cannot be {found}. "
                f"Set it to {rule.description}."
            )
    return None
