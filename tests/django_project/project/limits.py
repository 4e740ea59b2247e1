"""Site whose tasks keep to limits: the tasks are those of `project.limit_tasks`.

SITE_CACHE is the backend of its cache, SITE_CACHE_PLACE its location.
"""

import os

from project.settings import *  # noqa: F403

CACHES = {
    "default": {
        "BACKEND": f"django.core.cache.backends.{os.environ['SITE_CACHE']}",
        "LOCATION": os.environ["SITE_CACHE_PLACE"],
    }
}
CELERY_IMPORTS = ("project.limit_tasks",)
CELERY_RESULT_BACKEND = CELERY_BROKER_URL  # noqa: F405
CELERY_TASK_IGNORE_RESULT = False

# Each call is one for the limits.
ESI_CACHE_RESPONSE = False
ESI_USER_CONTACT_EMAIL = "admin@example.com"
