"""Refresh a site's tokens so that none is lost: the locks and transactions of a database.

`esi.core.sso.refresh` does the refresh. No two workers may use the same refresh token, and the new
one must be committed before anything else happens:

- The row stays locked during the request. Workers that waited for the lock find the new token and
  send nothing. SQLite cannot lock rows: there a lock in Django's cache stands in.
- Inside a transaction of the caller (such as ATOMIC_REQUESTS) a rollback would lose the new token.
  So a thread refreshes it on a connection of its own. Only if the caller's transaction itself has
  locked the row (by creating or changing it) is the caller's connection used.
"""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

from django.core.cache import cache
from django.db import DEFAULT_DB_ALIAS, OperationalError, connections, transaction
from django.utils.crypto import get_random_string

from esi import app_settings
from esi.core.sso.refresh import StoredLogin, request_tokens, verify_owner
from esi.errors import DjangoEsiException, TokenInvalidError
from esi.sso import sso

if TYPE_CHECKING:
    from collections.abc import Iterator

_POLL_SECONDS = 0.05


class RefreshableToken(StoredLogin, Protocol):
    """Row of a token; `esi.models.Token` is one."""

    pk: Any
    _state: Any

    @property
    def expired(self) -> bool:
        """True if the access token has expired."""

    def expire(self) -> None:
        """Mark the access token as expired, and save that."""

    def copy_from(self, row: Any) -> None:
        """Copy the tokens and claims of a newer object of the same row."""

    def end_if_expired(self, reason: str) -> None:
        """Delete the token if it has expired."""

    def refresh(self) -> None:
        """Refresh the token; see `renew`."""


def renew(token: RefreshableToken, session: Any = None, auth: Any = None) -> None:
    """Refresh a token, or copy what another worker got meanwhile; updates `token`.

    Raises:
        NotRefreshableTokenError: the token has no refresh token.
        TokenInvalidError: the SSO has ended the token, the character has another owner, or the row
            was deleted.
        IncompleteResponseError, SsoError: the SSO failed or is unreachable; the token is kept.
    """
    options = {"session": session, "auth": auth}
    if token.pk is None:
        request_tokens(token, sso, **options)
        _verify(token)
        return
    connection = connections[_alias(token)]
    if connection.in_atomic_block and connection.features.has_select_for_update_nowait:
        with ThreadPoolExecutor(1, thread_name_prefix="esi-refresh") as pool:
            outcome = pool.submit(_renew_in_thread, token, options, nowait=True).result()
            if outcome is None and not _can_lock(token, connection):
                # Another worker holds the row; what it leaves to do must be committed apart, too.
                outcome = pool.submit(_renew_in_thread, token, options, nowait=False).result()
        if outcome:
            _apply(token, *outcome)
            return
    _apply(token, *_renew_row(token, connection, options))


_Error = DjangoEsiException | None
_Outcome = tuple[RefreshableToken, _Error]


def _renew_in_thread(
    token: RefreshableToken, options: dict[str, Any], *, nowait: bool
) -> _Outcome | None:
    """Refresh on this thread's own connection; return None if that cannot lock the row."""
    connection = connections[_alias(token)]
    try:
        return _renew_row(token, connection, options, nowait=nowait)
    except (OperationalError, _RowMissingError):
        return None  # locked by the caller or another worker, or not committed yet
    finally:
        connection.close()


def _can_lock(token: RefreshableToken, connection: Any) -> bool:
    """Return True if the caller's transaction can lock the row at once."""
    try:
        with transaction.atomic(using=connection.alias):
            _lock_row(token, connection, nowait=True)
    except OperationalError:
        return False
    return True


class _RowMissingError(Exception):
    """The row does not exist, or is not committed yet."""


def _renew_row(
    token: RefreshableToken, connection: Any, options: dict[str, Any], *, nowait: bool = False
) -> _Outcome:
    """Refresh the row; return it, and the error that prevents its use."""
    error: _Error = None
    refreshed = False
    with _cache_lock(token, connection), transaction.atomic(using=connection.alias):
        row = _lock_row(token, connection, nowait=nowait)
        if row is None and nowait:
            raise _RowMissingError
        if row is None:
            return token, TokenInvalidError(f"{token!r} was deleted meanwhile.")
        if _is_same(row, token) or row.expired:
            try:
                request_tokens(row, sso, **options)
                refreshed = True
            except DjangoEsiException as exc:
                error = exc
    if refreshed:  # and committed
        try:
            _verify(row)
        except DjangoEsiException as exc:
            error = exc
    return row, error


def _apply(token: RefreshableToken, row: RefreshableToken, error: _Error) -> None:
    token.copy_from(row)
    if error is not None:
        raise error


def _verify(row: RefreshableToken) -> None:
    """Verify the new access token; expire one that cannot be used."""
    try:
        verify_owner(row, sso)
    except DjangoEsiException:
        row.expire()
        raise


def _lock_row(token: RefreshableToken, connection: Any, *, nowait: bool) -> RefreshableToken | None:
    rows = type(token).objects.using(connection.alias)  # type: ignore[attr-defined]
    features = connection.features
    if features.has_select_for_update:
        # Not the key: rows that refer to this one need not wait.
        rows = rows.select_for_update(nowait=nowait, no_key=features.has_select_for_no_key_update)
    row: RefreshableToken | None = rows.filter(pk=token.pk).first()
    return row


def _alias(token: RefreshableToken) -> str:
    return token._state.db or DEFAULT_DB_ALIAS  # noqa: SLF001 - Django documents `_state`


def _is_same(row: RefreshableToken, token: RefreshableToken) -> bool:
    """Return True if nobody has refreshed the row since `token` was read."""
    return (row.access_token, row.refresh_token) == (token.access_token, token.refresh_token)


@contextmanager
def _cache_lock(token: RefreshableToken, connection: Any) -> Iterator[None]:
    """Lock in the cache if the database cannot lock rows; stop waiting after a minute or so."""
    if connection.features.has_select_for_update:
        yield
        return
    key, owner = f"esi-refresh-{token.pk}", get_random_string(12)
    timeout = (
        10 + app_settings.ESI_REQUESTS_CONNECT_TIMEOUT + app_settings.ESI_REQUESTS_READ_TIMEOUT
    )
    deadline = time.monotonic() + timeout
    while not cache.add(key, owner, int(timeout)) and time.monotonic() < deadline:
        time.sleep(_POLL_SECONDS)
    try:
        yield
    finally:
        if cache.get(key) == owner:
            cache.delete(key)
