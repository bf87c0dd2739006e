"""Addresses of the answers room."""

from django.urls import path

from doithoai.web.answers import attachments, referring, views

app_name = "answers"
urlpatterns = [
    path("hoi-nghi/<slug:slug>/tra-loi/", views.answers, name="answers"),
    path("hoi-nghi/<slug:slug>/tra-loi/<int:number>/", views.answer, name="answer"),
    path("hoi-nghi/<slug:slug>/tra-loi/<int:number>/tep/", attachments.attachment, name="file"),
    path("hoi-nghi/<slug:slug>/cau-hoi/<int:number>/chuyen/", referring.refer, name="refer"),
]
