"""Addresses of the site."""

from django.contrib import admin
from django.urls import include, path

from project import views

urlpatterns = [
    path("", views.home, name="home"),
    path("login/", views.log_in, name="login"),
    path("logout/", views.log_out, name="logout"),
    path("wallet/", views.wallet, name="wallet"),
    path("skills/", views.skills, name="skills"),
    path("once/", views.once, name="once"),
    path("market/", views.market, name="market"),
    path("broken/", views.broken, name="broken"),
    path("admin/", admin.site.urls),
    path("sso/", include("esi.urls", namespace="esi")),
]
