"""How a token is refreshed without losing it.

A refresh token may work once. So no two workers may use the same one, and what comes back is
stored, and committed, before anything else happens:

- The row is locked while the SSO is asked. Who waited for the lock finds the new token and asks
  nothing. SQLite locks no rows: there a lock in Django's cache serves, as far as it reaches.
- Inside a transaction of the caller (ATOMIC_REQUESTS, say) a rollback would lose the new token. So
  there the work is done on a connection of its own, which commits by itself. Only where the caller
  itself holds the row (it made or changed it in this transaction) the caller's connection is used.
"""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from django.core.cache import cache
from django.db import DEFAULT_DB_ALIAS, OperationalError, connections, transaction
from django.utils.crypto import get_random_string

from esi import app_settings
from esi.core.sso.messages import Secret
from esi.errors import (
    DjangoEsiException,
    IncompleteResponseError,
    NotRefreshableTokenError,
    TokenInvalidError,
)
from esi.sso import sso

if TYPE_CHECKING:
    from collections.abc import Iterator

    from esi.models import Token

_POLL_SECONDS = 0.05


def renew(token: Token, session: Any = None, auth: Any = None) -> None:
    """Refresh a token, or take over what another worker got meanwhile; `token` is up to date then.

    Raises:
        NotRefreshableTokenError: it has no refresh token.
        TokenInvalidError: the SSO has ended it, the character has a new owner, or it was deleted.
        IncompleteResponseError, SsoError: the SSO is ill or out of reach; the token is kept.
    """
    if token.pk is None:
        _ask(token, session, auth)
        _check(token, save=False)
        return
    connection = connections[_alias(token)]
    if connection.in_atomic_block and connection.features.has_select_for_update_nowait:
        with ThreadPoolExecutor(1, thread_name_prefix="esi-refresh") as pool:
            found = pool.submit(_apart, token, session, auth, nowait=True).result()
            if found is None and not _is_ours(token, connection):
                # Another worker is at it; what it leaves to do must not hang on the caller either.
                found = pool.submit(_apart, token, session, auth, nowait=False).result()
        if found:
            _finish(token, *found)
            return
    _finish(token, *_renewed(token, connection, session, auth))


_Outcome = tuple["Token", DjangoEsiException | None]


def _apart(token: Token, session: Any, auth: Any, *, nowait: bool) -> _Outcome | None:
    """Refresh on this thread's own connection; None where the row cannot be had there."""
    connection = connections[_alias(token)]
    try:
        return _renewed(token, connection, session, auth, nowait=nowait)
    except (OperationalError, _Gone):
        return None  # held by the caller or another worker, or not committed yet
    finally:
        connection.close()


def _is_ours(token: Token, connection: Any) -> bool:
    """Whether the caller's transaction can have the row at once: it holds it, or nobody does."""
    try:
        with transaction.atomic(using=connection.alias):
            _row(token, connection, nowait=True)
    except OperationalError:
        return False
    return True


class _Gone(Exception):  # noqa: N818 - caught where it is raised
    """The row is not there."""


def _renewed(
    token: Token, connection: Any, session: Any, auth: Any, *, nowait: bool = False
) -> _Outcome:
    """The row after the refresh, and the error that stands against using it."""
    using, asked = connection.alias, False
    error: DjangoEsiException | None = None
    with _alone(token, connection), transaction.atomic(using=using):
        row = _row(token, connection, nowait=nowait)
        if row is None and nowait:
            raise _Gone
        if row is None:
            return token, TokenInvalidError(f"{token!r} was deleted meanwhile.")
        if _same(row, token) or row.expired:
            try:
                _ask(row, session, auth)
            except DjangoEsiException as exc:
                error = exc
            else:
                asked = True
                row.save(using=using, update_fields=row.GRANTED)
    if asked:
        try:
            _check(row, using=using)
        except DjangoEsiException as exc:
            error = exc
    return row, error


def _finish(token: Token, row: Token, error: DjangoEsiException | None) -> None:
    for name in (*token.GRANTED, *token.CLAIMED):
        setattr(token, name, getattr(row, name))
    if error is not None:
        raise error


def _ask(row: Token, session: Any, auth: Any) -> None:
    if not row.can_refresh:
        raise NotRefreshableTokenError(
            f"{row!r} has no refresh token: log the character in again, with at least one scope."
        )
    row.take(sso.refresh(Secret(row.refresh_token), session=session, auth=auth))


def _check(row: Token, *, save: bool = True, using: str | None = None) -> None:
    """See whose the new access token is; one that cannot be used expires at once."""
    before = row.character_name
    try:
        _compare(row)
    except DjangoEsiException:
        row.expire()
        if save:
            row.save(using=using, update_fields=["created"])
        raise
    if save and row.character_name != before:
        row.save(using=using, update_fields=["character_name"])


def _compare(row: Token) -> None:
    try:
        claims = sso.verify(Secret(row.access_token))
    except TokenInvalidError as exc:
        raise IncompleteResponseError(
            f"The SSO's new access token for {row!r} did not pass the check ({exc}). Its refresh "
            "token was kept: try again later."
        ) from None
    if (claims.character_id, claims.owner) != (row.character_id, row.character_owner_hash):
        raise TokenInvalidError(
            f"The character of {row!r} has another owner now. Log the character in again."
        )
    row.take_claims(claims)


def _row(token: Token, connection: Any, *, nowait: bool) -> Token | None:
    rows = type(token).objects.using(connection.alias)
    features = connection.features
    if features.has_select_for_update:
        # Not the key: rows that only refer to this one need not wait.
        rows = rows.select_for_update(nowait=nowait, no_key=features.has_select_for_no_key_update)
    found: Token | None = rows.filter(pk=token.pk).first()
    return found


def _alias(token: Token) -> str:
    return token._state.db or DEFAULT_DB_ALIAS  # noqa: SLF001 - Django documents `_state`


def _same(row: Token, token: Token) -> bool:
    """Whether nobody has refreshed the token since it was read."""
    return (row.access_token, row.refresh_token) == (token.access_token, token.refresh_token)


@contextmanager
def _alone(token: Token, connection: Any) -> Iterator[None]:
    """Where the database cannot lock a row: a lock in the cache, given up after a minute or so."""
    if connection.features.has_select_for_update:
        yield
        return
    key, mine = f"esi-refresh-{token.pk}", get_random_string(12)
    longest = (
        10 + app_settings.ESI_REQUESTS_CONNECT_TIMEOUT + app_settings.ESI_REQUESTS_READ_TIMEOUT
    )
    until = time.monotonic() + longest
    while not cache.add(key, mine, int(longest)) and time.monotonic() < until:
        time.sleep(_POLL_SECONDS)
    try:
        yield
    finally:
        if cache.get(key) == mine:
            cache.delete(key)
