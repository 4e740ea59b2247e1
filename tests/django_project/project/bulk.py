"""Site with bulk pulls on beat's schedule; results store the progress.

SITE_DATA is the folder of the datasets, SITE_RECIPE the recipe, SITE_EVERY seconds between runs.
"""

import os

from esi_data.tasks import scheduled
from project.settings import *  # noqa: F403

INSTALLED_APPS += ["esi_data"]  # noqa: F405

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": CELERY_BROKER_URL,  # noqa: F405
    }
}
CELERY_RESULT_BACKEND = CELERY_BROKER_URL  # noqa: F405
ESI_USER_CONTACT_EMAIL = "admin@example.com"

BULK_SCHEDULE = {
    "trade-hubs": scheduled(
        os.environ.get("SITE_RECIPE", "trade-hubs"),
        into=os.environ.get("SITE_DATA", "data"),
        every=float(os.environ.get("SITE_EVERY", "0")) or None,
    )
}

# Few parts at once, so that a run can be stopped between the first and the last.
ESI_CONCURRENCY = 2
