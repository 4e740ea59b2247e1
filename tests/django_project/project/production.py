"""Site for production: `manage.py check --deploy` finds nothing."""

import os

from project.settings import *  # noqa: F403

DEBUG = False
SECRET_KEY = os.environ["SITE_SECRET_KEY"]
ALLOWED_HOSTS = ["example.com"]
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": os.environ.get("SITE_REDIS_URL", "redis://127.0.0.1:6379/1"),
    }
}

ESI_API_URL = "https://esi.evetech.net"
ESI_SSO_CLIENT_ID = "my client id"
ESI_SSO_CLIENT_SECRET = "my client secret"
ESI_SSO_CALLBACK_URL = "https://example.com/sso/callback"
ESI_USER_CONTACT_EMAIL = "admin@example.com"
