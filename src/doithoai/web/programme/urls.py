"""Addresses of the programme."""

from django.urls import path

from doithoai.web.programme import views

app_name = "programme"
urlpatterns = [path("hoi-nghi/<slug:slug>/chuong-trinh/", views.programme, name="programme")]
