"""Addresses of the overview."""

from django.urls import path

from doithoai.web.overview import parts, views

app_name = "overview"
urlpatterns = [
    path("hoi-nghi/", views.conferences, name="conferences"),
    path("hoi-nghi/<slug:slug>/", views.conference, name="conference"),
    path("hoi-nghi/<slug:slug>/don-doc/", views.press, name="press"),
    path("hoi-nghi/<slug:slug>/co-quan/", parts.agencies, name="agencies"),
    path("hoi-nghi/<slug:slug>/nhat-ky/", views.trail, name="trail"),
    path(
        "hoi-nghi/<slug:slug>/nhat-ky/<str:thing_type>/<str:pk>/",
        views.thing_trail,
        name="thing_trail",
    ),
    path("ke-hoach/<int:pk>/nhat-ky/", views.reading_trail, name="reading_trail"),
]
