"""Minimal site: `esi` is installed, and only the API's address is set."""

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
