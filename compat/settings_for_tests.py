"""Settings of an Alliance Auth site that runs the tests of one app (and of what that needs)."""

import os

from myauth.settings.local import *  # noqa: F403
from myauth.settings.local import INSTALLED_APPS

APPS = os.environ["COMPAT_APPS"].split()
# The tables of `eve_sde` have names in each language only with this one, which comes first.
FIRST = ["modeltranslation"] if "eve_sde" in APPS else []
INSTALLED_APPS = [*FIRST, *INSTALLED_APPS, *APPS]
APPS_WITH_PUBLIC_VIEWS = APPS
ROOT_URLCONF = "myauth.urls"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
CACHES = {
    "default": {
        "BACKEND": "django_redis.cache.RedisCache",
        "LOCATION": os.environ["COMPAT_REDIS"] + "/1",
        "OPTIONS": {"CLIENT_CLASS": "django_redis.client.DefaultClient"},
    }
}
BROKER_URL = os.environ["COMPAT_REDIS"] + "/0"
CELERY_ALWAYS_EAGER = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
LOGGING = None
ESI_SSO_CLIENT_ID = ESI_SSO_CLIENT_SECRET = "test"
ESI_SSO_CALLBACK_URL = "http://127.0.0.1/sso/callback"
ESI_USER_CONTACT_EMAIL = "test@example.com"
TEST_RUNNER = "recording_runner.RecordingRunner"
# Alliance Auth's Discord service, which some suites import, wants these at import.
DISCORD_GUILD_ID = DISCORD_BOT_TOKEN = DISCORD_APP_ID = DISCORD_APP_SECRET = "1"
DISCORD_CALLBACK_URL = SITE_URL + "/discord/callback/"  # noqa: F405
