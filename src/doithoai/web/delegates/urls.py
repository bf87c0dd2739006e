"""Addresses of delegates."""

from django.urls import path

from doithoai.web.delegates import views

app_name = "delegates"
urlpatterns = [path("hoi-nghi/<slug:slug>/dai-bieu/", views.quotas, name="quotas")]
