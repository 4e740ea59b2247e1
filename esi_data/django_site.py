"""Make the `Esi` of a Django site, with the site's settings, cache and count of the API's limits.

Django is optional: outside a site, this is the `Esi` of the environment.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from esi.core.config import Config, setting
from esi_data.client import DEFAULTS, Esi

# Caches that processes do not share: each would count its own requests only.
_UNSHARED = {"LocMemCache", "DummyCache", "FileBasedCache"}


def esi_of_site(app_info_text: str | None = None, **given: Any) -> Esi:
    """Return an `Esi` that shares a Django site's `ESI_*` settings and its default cache.

    Bulk pulls and the site's own calls then share the API's limits. If the site's cache is not
    shared between processes, the cache folder of scripts takes its place. Settings that the site
    does not define have the defaults of `Esi`, except that it raises at a limit (`ESI_ON_LIMIT`).

    Args:
        app_info_text: as of `Esi`.
        given: arguments of `Esi`, which override the settings.
    """
    defaults = replace(DEFAULTS, on_limit="raise")
    settings = _settings()
    if settings is None:
        return Esi(app_info_text, **{"defaults": defaults, **given})
    found = {
        name: getattr(settings, setting(name))
        for name in Config.__slots__
        if hasattr(settings, setting(name)) and not name.startswith("sso_")
    }
    if "languages" in found:
        found["languages"] = tuple(found["languages"])
    from django.core.cache import caches  # noqa: PLC0415 - there is Django

    from esi.site_cache import cache  # noqa: PLC0415

    kinds = {kind.__name__ for kind in type(caches["default"]).__mro__}
    shared = {} if kinds & _UNSHARED else {"cache": cache}
    return Esi(app_info_text, **{"defaults": replace(defaults, **found), **shared, **given})


def _settings() -> Any:
    """Return Django's settings; None outside a site."""
    try:
        from django.conf import ENVIRONMENT_VARIABLE, settings  # noqa: PLC0415 - not needed
    except ImportError:
        return None
    import os  # noqa: PLC0415

    return settings if settings.configured or os.environ.get(ENVIRONMENT_VARIABLE) else None
