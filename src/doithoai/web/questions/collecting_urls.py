"""Addresses of received lists and collection points."""

from django.urls import path

from doithoai.web.questions import entering, lists, points

urlpatterns = [
    path("hoi-nghi/<slug:slug>/cau-hoi/nhap/<str:code>/", entering.fix, name="fix_typing"),
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
    path("hoi-nghi/<slug:slug>/cau-hoi/diem-thu-thap/", points.points, name="points"),
    path(
        "hoi-nghi/<slug:slug>/cau-hoi/diem-thu-thap/the-ma-qr/",
        points.points_sheet,
        name="points_sheet",
    ),
    path(
        "hoi-nghi/<slug:slug>/cau-hoi/diem-thu-thap/<str:code>/",
        points.change_point,
        name="change_point",
    ),
]
