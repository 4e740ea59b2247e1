"""Tasks that reach limits, as programs write them.

If SITE_DIES_AFTER is set, the worker kills itself after that number of retries.
"""

import os
import signal
import time

from celery import shared_task
from celery.signals import task_retry
from django.conf import settings
from django.core.cache import cache

from esi import clients
from esi.clients import EsiClientProvider
from esi.decorators import rate_limit_retry_task, rate_limited_task
from esi.exceptions import ESIBucketLimitException, ESIErrorLimitException
from esi.openapi_clients import ESIClientProvider
from esi.rate_limiting import ESIRateLimitBucket

retries = []

old = EsiClientProvider(app_info_text="site/1.0")
new = ESIClientProvider(
    compatibility_date="2026-08-18", ua_appname="site", ua_version="1.0", operations=["GetStatus"]
)


def players_online(dialect):
    """Return the number of players online, using the client of a dialect."""
    if dialect == "old":
        return old.client.Status.get_status().result()["players"]
    return new.client.Status.GetStatus().result(use_etag=False).players


@shared_task(bind=True, name="site.read_status", max_retries=1)
@rate_limit_retry_task
def read_status(self, dialect):
    """Return how many players are online, and the retries that were used up."""
    return players_online(dialect), self.request.retries


@shared_task(
    bind=True,
    name="site.read_status_again",
    max_retries=1,
    acks_late=True,
    reject_on_worker_lost=True,
)
@rate_limit_retry_task
def read_status_again(self, dialect):
    """Do the same as `read_status`; Celery repeats it if the worker is killed.

    Also return the remaining tokens by the name of their bucket.
    """
    players = players_online(dialect)
    left = {each.group: each.left for each in clients._engine.limiter.views(settings.ESI_API_URL)}
    return players, self.request.retries, left


@shared_task(bind=True, name="site.meet_limits", max_retries=1)
@rate_limit_retry_task
def meet_limits(self, name, *, times):
    """Meet a limit some times, then return the retries that were used up."""
    cache.add(name, 0, 600)
    met = cache.incr(name)
    if met <= times:
        bucket = ESIRateLimitBucket(name, 1, 0.1)
        raise ESIErrorLimitException(0.1) if met % 2 else ESIBucketLimitException(bucket, 0.1)
    return self.request.retries


@shared_task(bind=True, name="site.run_evenly", max_retries=1)
@rate_limited_task("5/2s", keys=["owner"])
def run_evenly(self, owner):
    """Return when it ran, and the retries that were used up."""
    return time.time(), self.request.retries


@task_retry.connect
def die(**_):
    """Kill the worker and its children; the retry is already in the queue."""
    retries.append(1)
    if len(retries) == int(os.environ.get("SITE_DIES_AFTER", "0")):
        os.killpg(0, signal.SIGKILL)
