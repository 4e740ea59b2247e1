"""Refresh a site's tokens so that none is lost: the locks and transactions of a database.

`esi.core.sso.refresh` does the refresh. A database needs this in addition:

- One worker at a time refreshes a token: the one whose row in the table of pending logins has the
  token's name. Unlike a lock of the database this needs no open transaction while the SSO is asked,
  and it works with any database. A worker that was killed blocks the others for a minute at most.
- Django refuses to use a database in a thread that runs an event loop, so another thread does.
- Inside a transaction of the caller (such as ATOMIC_REQUESTS) a rollback would lose the new token.
  So a thread refreshes it on a connection of its own. Where only the caller's transaction can write
  (it has created or changed the row, or the database is SQLite), the token is written there, and
  again on a connection of its own when that transaction is over.
"""

from __future__ import annotations

import esi._django  # noqa: F401 - first: it names the extra if Django is missing

# isort: split
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from django.apps import apps
from django.db import DatabaseError, IntegrityError, OperationalError, connections, router
from django.db import transaction as transactions
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import get_random_string

from esi import app_settings
from esi.core.blocking import in_event_loop
from esi.core.sso.refresh import UNSAVED, StoredLogin, refresh
from esi.errors import DjangoEsiException, IncompleteResponseError, TokenInvalidError
from esi.sso import sso

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from esi.core.sso.messages import Claims, TokenResponse

T = TypeVar("T")
Token = Any  # `esi.models.Token`, which imports this module

_POLL_SECONDS = 0.05
_DATABASE_ATTEMPTS = 3
# Other workers lock a row for milliseconds, and for longer if a busy machine stops them: attempts
# count, not seconds. All of these take a second at least.
_LOCK_ATTEMPTS = 20


def renew(token: Token, session: Any = None, auth: Any = None) -> None:
    """Refresh a token, or copy the new one of another worker; update `token`.

    Raises:
        NotRefreshableTokenError: the token has no refresh token.
        TokenInvalidError: the SSO has ended the token, the character has another owner, or the row
            was deleted.
        IncompleteResponseError, SsoError: the SSO or the database failed; the token is kept.
    """
    options = {"session": session, "auth": auth}
    alias = router.db_for_write(type(token), instance=token)
    if token.pk is None:
        refresh(_StoredToken(token, alias), sso, **options)
        return
    renewing = partial(_renew_row, token, alias, options)
    if in_event_loop() or (_in_transaction(alias) and not _only_caller_can_write(token, alias)):
        row, error = _apart(renewing, alias)
    else:
        row, error = renewing()
    token.copy_from(row)
    if error is not None:
        raise error


def _renew_row(
    token: Token, alias: str, options: dict[str, Any]
) -> tuple[Token, DjangoEsiException | None]:
    """Refresh the row; return it, and the error that prevents its use."""
    with _lease(token, alias):
        row = _current_row(token, alias)
        if row is None:
            return token, TokenInvalidError(f"{token!r} was deleted meanwhile.")
        stored = UNSAVED.newest(_StoredToken(row, alias))
        row = stored.row
        seen = token.access_token, token.refresh_token
        if (row.access_token, row.refresh_token) != seen and not row.expired:
            return row, None  # another worker has refreshed it
        try:
            stored.check_writable()
            refresh(stored, sso, **options)
        except DjangoEsiException as exc:
            return row, exc
        return row, None


class _StoredToken(StoredLogin):
    """Row of a token, as `esi.core.sso.refresh` refreshes it."""

    def __init__(self, row: Token, alias: str) -> None:
        key, owner = (alias, row.pk), row.character_owner_hash
        super().__init__(key, row.character_id, owner, row.refresh_token)
        self.row = row
        self._alias = alias
        self._changed: frozenset[str] = frozenset()

    def set_tokens(self, tokens: TokenResponse) -> None:
        """Take over the refresh token."""
        super().set_tokens(tokens)
        self.row.refresh_token = self.refresh_token
        self._changed |= {"refresh_token"}

    def set_claims(self, claims: Claims) -> None:
        """Take over the access token and the character's name."""
        self.row.set_tokens(self.tokens)
        self.row.character_name = claims.name
        self._changed |= {"access_token", "created", "sso_version", "character_name"}

    def expire(self) -> None:
        """Let the access token count as expired."""
        self.row.set_expired()
        self._changed |= {"created"}

    def reload(self) -> bool:
        """Read the row again."""
        row = _current_row(self.row, self._alias)
        if row is None or not row.refresh_token or row.refresh_token in self.used:
            return False
        self.row.copy_from(row)
        return True

    def save(self) -> bool:
        """Write the changes; after a failure the next attempt gets a new connection."""
        if self.row.pk is None:
            return True
        self._write()
        return not _in_transaction(self._alias) or _is_memory(self._alias)

    def save_in_background(self) -> None:
        """Write the changes on a connection of this thread, which is then closed."""
        try:
            self._write()
        finally:
            connections[self._alias].close()

    def check_writable(self) -> None:
        """Raise IncompleteResponseError if the row cannot be written, before its token is used."""
        reason = ""
        for _ in range(1 if _in_transaction(self._alias) else _DATABASE_ATTEMPTS):
            try:
                return self._write()
            except DatabaseError as exc:
                reason = type(exc).__name__
        raise _database_failed(self.row, reason)

    def _write(self) -> None:
        """Update the row, unless it has a refresh token of another refresh."""
        changes = {name: getattr(self.row, name) for name in self._changed}
        same = _rows(self.row, self._alias).filter(pk=self.row.pk, refresh_token__in=self.used)
        try:
            with transactions.atomic(using=self._alias):
                same.update(**(changes or {"sso_version": F("sso_version")}))
        except DatabaseError:
            if not _in_transaction(self._alias):
                connections[self._alias].close()
            raise


def _database_failed(token: Token, reason: str) -> IncompleteResponseError:
    """Return the error for a database that failed; its own text may contain tokens."""
    return IncompleteResponseError(
        f"{token!r} was not refreshed: the database failed ({reason}). The token was kept: try "
        "again later."
    )


# One worker at a time


@contextmanager
def _lease(token: Token, alias: str) -> Iterator[None]:
    """Let one worker at a time refresh a token.

    Raises:
        IncompleteResponseError: another worker refreshes it all the time, or the database failed.
    """
    owner = get_random_string(32)
    # Django's session keys have no blanks, so that no browser has this one.
    lease = {"session_key": f"refresh of token {token.pk}", "state": owner}
    leases = apps.get_model("esi", "CallbackRedirect").objects.using(alias)
    seconds = (
        10 + app_settings.ESI_REQUESTS_CONNECT_TIMEOUT + app_settings.ESI_REQUESTS_READ_TIMEOUT
    )
    deadline = time.monotonic() + seconds
    failures: list[str] = []
    while not _acquire(leases, alias, lease, timedelta(seconds=seconds), failures):
        # Waiting in a transaction could keep the other worker from writing.
        is_over = _in_transaction(alias) or time.monotonic() > deadline
        if failures and (is_over or len(failures) >= _DATABASE_ATTEMPTS):
            raise _database_failed(token, failures[-1])
        if is_over:
            raise IncompleteResponseError(
                f"Another worker is refreshing {token!r}. The token was kept: try again later."
            )
        time.sleep(_POLL_SECONDS)
    try:
        yield
    finally:
        with suppress(DatabaseError):  # it expires
            leases.filter(**lease).delete()


def _acquire(
    leases: Any, alias: str, lease: dict[str, str], age: timedelta, failures: list[str]
) -> bool:
    """Insert the row of a lease unless there is one; return True if that was done."""
    try:
        held = leases.filter(session_key=lease["session_key"]).first()
        if held and held.created > timezone.now() - age:
            return False
        with transactions.atomic(using=alias):
            if held:  # its worker was killed
                leases.filter(pk=held.pk).delete()
            leases.create(**lease)
    except IntegrityError:
        return False  # another worker was faster
    except DatabaseError as exc:
        failures.append(type(exc).__name__)
        if not _in_transaction(alias):
            connections[alias].close()
        return False
    return True


# Transactions of the caller


def _in_transaction(alias: str) -> bool:
    connection = connections[alias]
    return bool(connection.in_atomic_block or not connection.get_autocommit())


def _is_memory(alias: str) -> bool:
    """Return True for a database in memory, to which no other connection can write."""
    return bool(getattr(connections[alias], "is_in_memory_db", bool)())


def _only_caller_can_write(token: Token, alias: str) -> bool:
    """Return True if the caller's transaction has created or locked the row, and on SQLite."""
    if not connections[alias].features.has_select_for_update_nowait:
        return True
    return not _apart(partial(_can_lock, token, alias, _LOCK_ATTEMPTS), alias) and _can_lock(
        token, alias
    )


def _can_lock(token: Token, alias: str, attempts: int = 1) -> bool:
    """Return True if the row is there and this thread's connection can lock it."""
    for attempt in range(attempts):
        time.sleep(_POLL_SECONDS if attempt else 0)
        with suppress(OperationalError), transactions.atomic(using=alias):
            return bool(_locking(_rows(token, alias), nowait=True).filter(pk=token.pk).first())
    return False


def _current_row(token: Token, alias: str) -> Any:
    """Return the row as it is committed now, also in a transaction with an older snapshot."""
    rows = _rows(token, alias).filter(pk=token.pk)
    return (_locking(rows) if _in_transaction(alias) else rows).first()


def _locking(rows: Any, *, nowait: bool = False) -> Any:
    features = connections[rows.db].features
    if not features.has_select_for_update:
        return rows
    # Not the key: rows that refer to this one need not wait.
    return rows.select_for_update(nowait=nowait, no_key=features.has_select_for_no_key_update)


def _apart(function: Callable[[], T], alias: str) -> T:
    """Call a function in a thread with a connection of its own."""

    def call() -> T:
        try:
            return function()
        finally:
            connections[alias].close()

    with ThreadPoolExecutor(1, thread_name_prefix="esi-refresh") as pool:
        return pool.submit(call).result()


def _rows(token: Token, alias: str) -> Any:
    return type(token).objects.using(alias)
