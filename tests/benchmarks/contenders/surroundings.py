"""Set up Django for clients that need it: settings, and no other part of a site."""

from django.core.cache.backends.filebased import FileBasedCache
from django.core.cache.backends.locmem import LocMemCache


class _WordsOfRedis:
    """Methods of django-redis that django-esi 10.0.0 calls."""

    def set(self, key, value, timeout=300, version=None, nx=False, **_):
        if nx:
            return self.add(key, value, timeout=timeout, version=version)
        return super().set(key, value, timeout=timeout, version=version)

    def expire(self, key, timeout, version=None):
        return self.touch(key, timeout, version=version)


class Memory(_WordsOfRedis, LocMemCache):
    """Django's cache in memory."""


class Disk(_WordsOfRedis, FileBasedCache):
    """Django's cache on disk."""


def configure(job, **more):
    """Set Django up as little as the client allows.

    Answers are kept in memory, with room for all of them. The measures of the start have a cache on
    disk instead, so that the next process finds the document that the one before had fetched.
    """
    from django.conf import settings

    memory = {"BACKEND": "surroundings.Memory"}
    disk = {
        "BACKEND": "surroundings.Disk",
        "LOCATION": job["folder"] + "/django",
    }
    settings.configure(
        ESI_API_URL=job["url"] + "/",
        ESI_SSO_CLIENT_ID="benchmark",
        ESI_SSO_CLIENT_SECRET="benchmark",
        ESI_SSO_CALLBACK_URL="http://localhost/sso/callback",
        ESI_USER_CONTACT_EMAIL="benchmark@example.com",
        INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "esi"],
        USE_TZ=True,
        CACHES={
            "default": {
                **(disk if job["measure"].startswith("first_") else memory),
                "OPTIONS": {"MAX_ENTRIES": 100_000},
                "TIMEOUT": 24 * 3600,
            }
        },
        **more,
    )
