"""Celery tasks that clean up the database; section 2.4 of the manual has their schedule."""

import esi._django  # noqa: F401 - first: it names the extra if Django is missing

# isort: split
import logging
import math
from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from esi.models import CallbackRedirect, Token

logger = logging.getLogger(__name__)

_LOW_PRIORITY = 8  # of Celery's 0 to 9 on Redis: tasks for which somebody waits go first


@shared_task(name="esi.tasks.cleanup_callbackredirect")
def cleanup_callbackredirect(max_age: int = 300) -> None:
    """Delete unfinished logins that started more than `max_age` seconds ago."""
    before = timezone.now() - timedelta(seconds=max_age)
    _count, rows = CallbackRedirect.objects.filter(created__lt=before).delete()
    logger.info("Deleted %d logins", rows.get("esi.CallbackRedirect", 0))


@shared_task(name="esi.tasks.cleanup_token")
def cleanup_token() -> None:
    """Queue a refresh of every expired token, or its deletion if it can never be refreshed.

    Expired tokens that belong to no user are deleted.
    """
    _clean_up()


@shared_task(name="esi.tasks.cleanup_token_subset")
def cleanup_token_subset(fraction: int = 48) -> None:
    """Clean up as `cleanup_token` does, but only the oldest of the expired tokens.

    Run it every half hour, say, and every token is checked once a day, without a peak.

    Args:
        fraction: the part to check: one in so many tokens, and at least one.

    Raises:
        ValueError: `fraction` is less than 1.
    """
    if fraction < 1:
        raise ValueError(f"fraction cannot be {fraction!r}. Set it to a number of at least 1.")
    _clean_up(fraction)


def _clean_up(fraction: int = 1) -> None:
    """Delete orphaned tokens, and queue the oldest part of the other expired ones."""
    _count, rows = Token.objects.get_orphaned().delete()
    expired = list(Token.objects.get_expired().order_by("created").values_list("pk", flat=True))
    oldest = expired[: math.ceil(len(expired) / fraction)]
    for pk in oldest:
        refresh_or_delete_token.apply_async(args=[pk], priority=_LOW_PRIORITY)
    logger.info(
        "Deleted %d tokens of no user; checking %d of %d expired tokens",
        rows.get("esi.Token", 0), len(oldest), len(expired),
    )  # fmt: skip


@shared_task(name="esi.tasks.refresh_or_delete_token")
def refresh_or_delete_token(token_pk: int) -> None:
    """Refresh a token if it has expired, or delete it if it can never be refreshed again."""
    token = Token.objects.filter(pk=token_pk).first()
    # Another worker may have refreshed it since it was queued.
    if token is not None and token.expired:
        token.refresh_or_delete()
