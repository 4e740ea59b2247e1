"""EVE Online's ESI API as a Django app; `esi.core` is its engine and knows no Django."""

__title__ = "django-esi"  # the 5.x line's User-Agent, which sites and the API's owners know
__version__ = "11.0.0"
__esi_compatibility_date__ = "2026-08-18"  # the newest that this release was tested with
__url__ = "https://pypi.org/project/esi-toolkit/"
