"""Address of the desk."""

from django.urls import path

from doithoai.web.desk import views

app_name = "desk"
urlpatterns = [path("ban-viec/", views.desk, name="desk")]
