"""Addresses of the app; include them under a prefix of your choice, in namespace `esi`."""

from django.urls import path

from esi.views import receive_callback

app_name = "esi"

urlpatterns = [path("callback/", receive_callback, name="callback")]
