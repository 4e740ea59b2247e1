"""URLs of the app, in namespace `esi`; include them under any prefix."""

import esi._django  # noqa: F401 - first: it names the extra if Django is missing

# isort: split
from django.urls import path

from esi.views import receive_callback

app_name = "esi"

urlpatterns = [path("callback/", receive_callback, name="callback")]
