"""The least: `esi` installed, and no setting of its own but the API's address."""

import os

SECRET_KEY = "only-for-tests"
DEBUG = True
USE_TZ = True
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "esi",
]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}

ESI_API_URL = os.environ.get("ESI_API_URL", "http://127.0.0.1:8085")
