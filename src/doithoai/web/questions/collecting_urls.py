"""Addresses of received lists and collection points."""

from django.urls import path

from doithoai.web.questions import lists

urlpatterns = [
    path("hoi-nghi/<slug:slug>/cau-hoi/danh-sach/", lists.lists, name="lists"),
    path(
        "hoi-nghi/<slug:slug>/cau-hoi/danh-sach/mau-danh-sach.xlsx",
        lists.template,
        name="list_template",
    ),
    path("hoi-nghi/<slug:slug>/cau-hoi/danh-sach/<int:pk>/", lists.received, name="list"),
    path(
        "hoi-nghi/<slug:slug>/cau-hoi/danh-sach/<int:pk>/dong-co-loi/",
        lists.faulty_rows,
        name="list_faults",
    ),
]
