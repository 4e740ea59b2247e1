"""Settings of an Alliance Auth site that runs the tests of one app (and of what that needs)."""

from settings_site import *  # noqa: F403
from settings_site import APPS, SITE_URL

APPS_WITH_PUBLIC_VIEWS = [*APPS, "storefront"]  # the namespace of aa-shop's public pages
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
ALLOWED_HOSTS = ["localhost"]  # some suites request pages from it
CELERY_ALWAYS_EAGER = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
LOGGING = None
ESI_SSO_CLIENT_ID = ESI_SSO_CLIENT_SECRET = "test"
ESI_SSO_CALLBACK_URL = "http://127.0.0.1/sso/callback"
TEST_RUNNER = "recording_runner.RecordingRunner"
# Alliance Auth's Discord service, which some suites import, wants these at import.
DISCORD_GUILD_ID = DISCORD_BOT_TOKEN = DISCORD_APP_ID = DISCORD_APP_SECRET = "1"
DISCORD_CALLBACK_URL = SITE_URL + "/discord/callback/"
