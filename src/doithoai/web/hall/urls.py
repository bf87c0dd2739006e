"""Addresses of the hall."""

from django.urls import path

from doithoai.web.hall import minutes, phones, views

app_name = "hall"
urlpatterns = [
    path("hoi-nghi/<slug:slug>/hoi-truong/", views.hall, name="hall"),
    path("hoi-nghi/<slug:slug>/hoi-truong/man-hinh/", views.stage, name="stage"),
    path("hoi-nghi/<slug:slug>/hoi-truong/chu-tri/", views.chair, name="chair"),
    path("hoi-nghi/<slug:slug>/hoi-truong/dan-chuong-trinh/", views.presenter, name="presenter"),
    path("hoi-nghi/<slug:slug>/hoi-truong/thu-ky/", minutes.minutes, name="minutes"),
    path("cong/<slug:slug>/hoi-truong/", phones.audience, name="audience"),
    path("hoi/<int:number>/", phones.short, name="short"),
]
