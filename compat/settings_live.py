"""Settings of the Alliance Auth site that `live_site.py` runs: real MariaDB, Redis and Celery."""

import os

import redirected_hosts
from settings_site import *  # noqa: F403
from settings_site import LOGGING

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.mysql",
        "NAME": "myauth",
        "USER": "root",
        "HOST": "127.0.0.1",
        "PORT": os.environ["COMPAT_DATABASE_PORT"],
        "OPTIONS": {"charset": "utf8mb4"},
    }
}
SITE_URL = os.environ["COMPAT_SITE"]
SANDBOX = os.environ["COMPAT_SANDBOX"]
CSRF_TRUSTED_ORIGINS = [SITE_URL]
ALLOWED_HOSTS = ["127.0.0.1"]
REGISTRATION_VERIFY_EMAIL = False
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False  # the site is reached over http
CELERY_SEND_EVENTS = True
CELERYBEAT_SCHEDULE: dict = {}
LOGGING["loggers"]["django.request"] = {"handlers": ["console", "log_file"], "level": "ERROR"}
ESI_SSO_CLIENT_ID = "Alliance Auth"
ESI_SSO_CLIENT_SECRET = "not-a-secret"
ESI_SSO_CALLBACK_URL = SITE_URL + "/sso/callback"
ESI_API_URL = SANDBOX + "/"
ESI_SSO_METADATA_URL = SANDBOX + "/.well-known/oauth-authorization-server"

redirected_hosts.install(SANDBOX)
