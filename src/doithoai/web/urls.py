"""Addresses of all rooms."""

from django.urls import include, path

urlpatterns = [
    path("", include("doithoai.web.accounts.urls")),
    path("", include("doithoai.web.desk.urls")),
    path("", include("doithoai.web.directory.urls")),
    path("", include("doithoai.web.overview.urls")),
    path("thanh-phan/", include("doithoai.web.gallery.urls")),
]
