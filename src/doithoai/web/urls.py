"""Addresses of all rooms."""

from django.urls import include, path

urlpatterns = [
    path("", include("doithoai.web.accounts.urls")),
    path("thanh-phan/", include("doithoai.web.gallery.urls")),
]
