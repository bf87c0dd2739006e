"""Root addresses: everything lives in doithoai.web."""

from django.urls import include, path

urlpatterns = [path("", include("doithoai.web.urls"))]

handler400 = "doithoai.web.refusals.bad_request"
handler403 = "doithoai.web.refusals.forbidden"
handler404 = "doithoai.web.refusals.not_found"
handler500 = "doithoai.web.refusals.server_error"
