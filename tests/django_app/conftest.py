"""The test project beside a sandbox: no setting but ESI_API_URL."""

import pytest
from django.core.cache import cache
from project import manual

from esi import clients


@pytest.fixture
def site(esi_sandbox, settings):
    """The sandbox as the site's API; the provider of `project.manual` starts anew."""
    settings.ESI_API_URL = esi_sandbox.url
    cache.clear()
    manual.esi._client = None
    yield esi_sandbox
    clients._engine.close()
