"""Celery tasks that keep the database clean; the manual's section 2.4 has their schedule."""

import logging
from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from esi.models import CallbackRedirect, Token

logger = logging.getLogger(__name__)


@shared_task(name="esi.tasks.cleanup_callbackredirect")
def cleanup_callbackredirect(max_age: int = 300) -> None:
    """Delete logins under way that began more than `max_age` seconds ago."""
    before = timezone.now() - timedelta(seconds=max_age)
    _count, rows = CallbackRedirect.objects.filter(created__lt=before).delete()
    logger.info("Deleted %d logins", rows.get("esi.CallbackRedirect", 0))


@shared_task(name="esi.tasks.cleanup_token")
def cleanup_token() -> None:
    """Have every expired token refreshed, or deleted where that is not possible any more."""
    expired = list(Token.objects.get_expired().values_list("pk", flat=True))
    for pk in expired:
        refresh_or_delete_token.apply_async(args=[pk])
    logger.info("Checking %d expired tokens", len(expired))


@shared_task(name="esi.tasks.refresh_or_delete_token")
def refresh_or_delete_token(token_pk: int) -> None:
    """Refresh a token, or delete it where the SSO has ended it or nothing can renew it."""
    token = Token.objects.filter(pk=token_pk).first()
    # Whoever needed it in the meantime has refreshed it.
    if token is not None and token.expired:
        token.refresh_or_delete()
