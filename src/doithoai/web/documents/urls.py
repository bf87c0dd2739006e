"""Addresses of papers."""

from django.urls import path

from doithoai.web.documents import register, views

HOME = "hoi-nghi/<slug:slug>/van-ban/"
app_name = "documents"
urlpatterns = [
    path(HOME, views.papers, name="papers"),
    path(f"{HOME}da-phat-hanh/", register.register, name="register"),
    path(f"{HOME}da-phat-hanh/<int:pk>.<str:ending>", register.issued_file, name="issued_file"),
    path(f"{HOME}<slug:kind>/", views.paper, name="paper"),
    path(f"{HOME}<slug:kind>.<str:ending>", views.paper_file, name="file"),
    path(f"{HOME}<slug:kind>/phat-hanh/", views.issue, name="issue"),
]
