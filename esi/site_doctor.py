"""Check a Django site that uses the API: `manage.py esi_doctor`."""

from __future__ import annotations

import esi._django  # noqa: F401 - first: it names the extra if Django is missing

# isort: split
from typing import TYPE_CHECKING, Any

from django.core import checks as django_checks
from django.core.cache import caches
from django.db import DEFAULT_DB_ALIAS, connections, router
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Q

from esi import app_settings
from esi.core.cache.protocol import failure
from esi.core.doctor.check import Check, Finding, Unknown, verdict
from esi.managers import valid_since
from esi.models import Token

if TYPE_CHECKING:
    from django.core.checks import CheckMessage

_KEY = "esi_doctor"
_BROKER_SECONDS = 3.0  # longest wait for Celery's broker
_CALLBACK = {"esi.E002", "esi.W002", "esi.W004"}  # the checks of the callback


def _messages(*, callback: bool) -> list[CheckMessage]:
    """Return the messages of the app's system checks: those about the callback, or the others."""
    found = django_checks.run_checks(include_deployment_checks=True)
    return [
        message
        for message in found
        if str(message.id).startswith("esi.")
        and not message.is_silenced()
        and (message.id in _CALLBACK) == callback
    ]


def _judged(messages: list[CheckMessage], otherwise: str) -> Finding:
    text = " ".join(f"{message.id}: {message.msg} {message.hint or ''}" for message in messages)
    if any(message.level >= django_checks.ERROR for message in messages):
        return Finding("failed", text)
    return verdict(not messages, text or otherwise, otherwise="warning")


def _settings() -> Finding:
    date = app_settings.ESI_COMPATIBILITY_DATE
    return _judged(_messages(callback=False), f"{app_settings.ESI_API_URL} at {date}")


def _callback() -> Finding:
    url = app_settings.ESI_SSO_CALLBACK_URL
    if not url:
        raise Unknown("ESI_SSO_CALLBACK_URL is not set: the site has no logins")
    return _judged(_messages(callback=True), str(url))


def _cache() -> Finding:
    cache: Any = caches["default"]
    backend = f"{type(cache).__module__}.{type(cache).__name__}"
    try:
        cache.set(_KEY, 1, 60)
        kept = cache.get(_KEY) == 1
        cache.delete(_KEY)
    except Exception as exc:  # noqa: BLE001 - any backend, any error
        return Finding("failed", f"{backend}: {failure(exc)}")
    return verdict(kept, backend if kept else f"{backend} keeps nothing")


def _migrations() -> Finding:
    alias = router.db_for_read(Token) or DEFAULT_DB_ALIAS
    executor = MigrationExecutor(connections[alias])
    leaves = [key for key in executor.loader.graph.leaf_nodes() if key[0] == "esi"]
    missing = [migration.name for migration, _ in executor.migration_plan(leaves)]
    vendor = connections[alias].vendor
    return verdict(not missing, f"{vendor}; missing: {', '.join(missing) or 'none'}")


def _broker() -> Finding:
    from celery import current_app  # noqa: PLC0415 - slow to import

    if not current_app.conf.broker_url:
        raise Unknown("no broker_url is set: run manage.py esi_cleanup once a day")
    with current_app.connection_for_write() as connection:
        kind = connection.transport.driver_type
        try:
            connection.ensure_connection(max_retries=1, timeout=_BROKER_SECONDS)
        except Exception as exc:  # noqa: BLE001 - any transport, any error
            return Finding("failed", f"{kind}: {type(exc).__name__}")
    return Finding("ok", str(kind))


def _tokens() -> Finding:
    expired = Token.objects.get_expired()
    dead = expired.filter(Q(refresh_token__isnull=True) | Q(refresh_token="")).count()
    counts = {
        "tokens": Token.objects.count(),
        "valid": Token.objects.filter(created__gt=valid_since()).count(),
        "to be refreshed": expired.count() - dead,
        "expired for good": dead,
        "of no user": Token.objects.filter(user__isnull=True).count(),
    }
    found = ", ".join(f"{count} {state}" for state, count in counts.items())
    return verdict(not dead, found, otherwise="warning")


CHECKS = [
    Check(
        "site.settings",
        "Are the settings of the site valid?",
        expected="no message of manage.py check --deploy about esi",
        mend="Follow the hints.",
        rule=_settings,
    ),
    Check(
        "site.callback",
        "Does the callback lead to the app?",
        expected="an https address below which esi.urls is included",
        mend="Follow the hints, and register the same address with the application.",
        rule=_callback,
    ),
    Check(
        "site.cache",
        "Does the cache store what is written?",
        expected="a cache that all workers share",
        mend="Use Redis: https://docs.djangoproject.com/en/stable/topics/cache/#redis",
        rule=_cache,
    ),
    Check(
        "site.migrations",
        "Is the database migrated?",
        expected="no migration of esi is missing",
        mend="manage.py migrate esi",
        rule=_migrations,
    ),
    Check(
        "site.broker",
        "Can the site reach Celery's broker?",
        expected="a connection, for the clean-up of tokens and for refreshes",
        mend="Start the broker, correct broker_url, or run manage.py esi_cleanup once a day.",
        rule=_broker,
    ),
    Check(
        "site.tokens",
        "In which states are the tokens?",
        expected="no expired token that cannot be refreshed",
        mend="manage.py esi_cleanup deletes them; their players have to log in again.",
        rule=_tokens,
    ),
]
