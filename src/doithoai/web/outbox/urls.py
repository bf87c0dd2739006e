"""Addresses of messages."""

from django.urls import path

from doithoai.web.outbox import views

app_name = "outbox"
urlpatterns = [
    path("tin-nhan/", views.notes, name="notes"),
    path("tin-nhan/<int:pk>/", views.note, name="note"),
    path("hoi-nghi/<slug:slug>/thu-di/", views.messages, name="messages"),
    path("hoi-nghi/<slug:slug>/thu-di/<int:pk>/", views.message, name="message"),
]
