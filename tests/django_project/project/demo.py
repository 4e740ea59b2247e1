"""Site with a sandbox: `manage.py runserver` with all settings of the single sign-on."""

import os

from project.settings import *  # noqa: F403

ESI_SSO_CLIENT_ID = "my-site"
ESI_SSO_CLIENT_SECRET = "not-a-secret"
ESI_SSO_CALLBACK_URL = os.environ.get("SITE_URL", "http://127.0.0.1:8000") + "/sso/callback/"
ESI_SSO_METADATA_URL = ESI_API_URL + "/.well-known/oauth-authorization-server"  # noqa: F405
ESI_USER_CONTACT_EMAIL = "admin@example.com"
