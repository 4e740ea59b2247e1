"""Settings of every Alliance Auth site here: its apps, its Redis, files without a manifest."""

import os

from myauth.settings.local import *  # noqa: F403
from myauth.settings.local import INSTALLED_APPS

APPS = os.environ["COMPAT_APPS"].split()
# Must come first: it gives the tables of `eve_sde` names in each language.
FIRST = ["modeltranslation"] if "eve_sde" in APPS else []
INSTALLED_APPS = [*FIRST, *INSTALLED_APPS, *APPS]
ROOT_URLCONF = "myauth.urls"
CACHES = {
    "default": {
        "BACKEND": "django_redis.cache.RedisCache",
        "LOCATION": os.environ["COMPAT_REDIS"] + "/1",
        "OPTIONS": {"CLIENT_CLASS": "django_redis.client.DefaultClient"},
    }
}
BROKER_URL = os.environ["COMPAT_REDIS"] + "/0"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
ESI_USER_CONTACT_EMAIL = "admin@example.com"
