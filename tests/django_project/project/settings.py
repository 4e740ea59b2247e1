"""Small site with `esi`, which sets only the API's address and a busy machine's timeout.

`project.minimal` is the least that a site must have, `project.production` what a public one must.
The database is named by SITE_DB_ENGINE (sqlite3, postgresql, mysql), SITE_DB_NAME and so on.
"""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from django.db.backends.signals import connection_created

BASE = Path(__file__).parent

SECRET_KEY = os.environ.get("SITE_SECRET_KEY", "only-for-tests")
DEBUG = True
USE_TZ = True
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "esi",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
ROOT_URLCONF = "project.urls"
STATIC_URL = "/static/"
LOGIN_URL = "/login/"
LOGIN_REDIRECT_URL = "/"

_engine = os.environ.get("SITE_DB_ENGINE", "sqlite3")
if _engine == "mysql":
    import pymysql

    # Django asks for mysqlclient, which must be compiled; PyMySQL does the same in Python.
    pymysql.version_info = (2, 2, 7, "final", 0)
    pymysql.install_as_MySQLdb()


class Connection(sqlite3.Connection):
    """Connection that closes when it is collected.

    Django never closes a connection to a database in memory, and Python 3.13 warns of each that a
    thread leaves.
    """

    def __del__(self):
        with suppress(sqlite3.ProgrammingError):  # it never opened
            self.close()


DATABASES = {
    "default": {
        "ENGINE": f"django.db.backends.{_engine}",
        "NAME": os.environ.get("SITE_DB_NAME", ":memory:"),
        "HOST": os.environ.get("SITE_DB_HOST", ""),
        "PORT": os.environ.get("SITE_DB_PORT", ""),
        "USER": os.environ.get("SITE_DB_USER", ""),
        "PASSWORD": "",
        "OPTIONS": {"factory": Connection} if _engine == "sqlite3" else {},
    }
}


def do_not_wait_for_the_disk(connection, **_):
    """Let SQLite leave writing to the system: only a power failure would lose rows of tests."""
    if connection.vendor == "sqlite":
        connection.connection.execute("PRAGMA synchronous = OFF")


connection_created.connect(do_not_wait_for_the_disk)

# Django's own takes half a second of work for each password, as it should on a public site.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# The schedule of section 2.4 is in `project.celery`.
CELERY_BROKER_URL = os.environ.get("SITE_REDIS_URL", "memory://")
CELERY_TASK_IGNORE_RESULT = True

ESI_API_URL = os.environ.get("ESI_API_URL", "http://127.0.0.1:8085")
ESI_REQUESTS_READ_TIMEOUT = 600  # as PATIENT in tests/conftest.py
