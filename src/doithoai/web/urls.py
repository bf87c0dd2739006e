"""Addresses of all rooms."""

from django.urls import include, path

urlpatterns = [
    path("", include("doithoai.web.public.urls")),
    path("", include("doithoai.web.accounts.urls")),
    path("", include("doithoai.web.desk.urls")),
    path("", include("doithoai.web.directory.urls")),
    path("", include("doithoai.web.overview.urls")),
    path("", include("doithoai.web.outbox.urls")),
    path("", include("doithoai.web.planning.urls")),
    path("", include("doithoai.web.delegates.urls")),
    path("", include("doithoai.web.programme.urls")),
    path("", include("doithoai.web.questions.urls")),
    path("", include("doithoai.web.answers.urls")),
    path("", include("doithoai.web.budget.urls")),
    path("", include("doithoai.web.hall.urls")),
    path("", include("doithoai.web.conclusions.urls")),
    path("", include("doithoai.web.documents.urls")),
    path("thanh-phan/", include("doithoai.web.gallery.urls")),
]
