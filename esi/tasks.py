"""Celery tasks that clean up the database; section 2.4 of the manual has their schedule."""

import esi._django  # noqa: F401 - first: it names the extra if Django is missing

# isort: split
import logging
from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from esi.models import CallbackRedirect, Token

logger = logging.getLogger(__name__)


@shared_task(name="esi.tasks.cleanup_callbackredirect")
def cleanup_callbackredirect(max_age: int = 300) -> None:
    """Delete unfinished logins that started more than `max_age` seconds ago."""
    before = timezone.now() - timedelta(seconds=max_age)
    _count, rows = CallbackRedirect.objects.filter(created__lt=before).delete()
    logger.info("Deleted %d logins", rows.get("esi.CallbackRedirect", 0))


@shared_task(name="esi.tasks.cleanup_token")
def cleanup_token() -> None:
    """Queue a refresh of every expired token; tokens that can never be refreshed are deleted."""
    expired = list(Token.objects.get_expired().values_list("pk", flat=True))
    for pk in expired:
        refresh_or_delete_token.apply_async(args=[pk])
    logger.info("Checking %d expired tokens", len(expired))


@shared_task(name="esi.tasks.refresh_or_delete_token")
def refresh_or_delete_token(token_pk: int) -> None:
    """Refresh a token if it has expired, or delete it if it can never be refreshed again."""
    token = Token.objects.filter(pk=token_pk).first()
    # Another worker may have refreshed it since it was queued.
    if token is not None and token.expired:
        token.refresh_or_delete()
